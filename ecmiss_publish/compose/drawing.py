"""A figure's drawing, an SVG of the article's folder -> a `Scene`, labels in the locale's words.

Colours are the theme's, written as CSS variables (`fill="var(--bone)"`), so that a drawing program still shows them.
A `<text data-label="disc">` is the place of the label of that name in article.yaml.
"""

from __future__ import annotations

from dataclasses import replace

from ecmiss_publish.markup.svg import read_svg
from ecmiss_publish.model.article import Figure
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.scene import Scene
from ecmiss_publish.model.sources import Sources


def drawing_scene(name: str, path: str, figure: Figure, sources: Sources, report: Report) -> Scene:
    """Return the drawing at `path` with `figure`'s labels, or raise PublishError once its mistakes are reported."""
    try:
        data = sources.read(path)
    except FileNotFoundError:
        report.error(
            "missing-file",
            f"the drawing “{figure.drawing}” is not there",
            at=figure.alt.origin,
            hint=f"it is looked for at {path}",
        )
        raise PublishError(path) from None
    drawing = read_svg(path, data)
    mistakes = Report()
    mistakes.extend(drawing.problems)
    _check_labels(path, figure, [key for key, _ in drawing.places], mistakes)
    report.extend(mistakes)
    if mistakes.errors:
        raise PublishError(path)
    return Scene(
        name=name,
        width=drawing.width,
        height=drawing.height,
        shapes=drawing.shapes,
        labels=tuple(replace(label, text=figure.labels[key]) for key, label in drawing.places),
    )


def _check_labels(path: str, figure: Figure, places: list[str], report: Report) -> None:
    for key in places:
        if key not in figure.labels.names:
            report.error(
                "drawing",
                f"the drawing has a place for the label “{key}”, which article.yaml does not have",
                at=Origin(path),
                hint=f"its labels are {', '.join(figure.labels.names)}",
            )
    for key, text in figure.labels.pairs:
        if key not in places:
            report.error(
                "drawing",
                f"the label “{key}” has no place in the drawing {path}",
                at=text.origin,
                hint='add <text data-label="..."> there, or delete the label',
            )
