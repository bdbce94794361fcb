"""A figure's drawing, an SVG of the article's folder -> a `Scene`, labels in the locale's words.

Colours are the theme's, written as CSS variables (`fill="var(--bone)"`), so that a drawing program still shows them.
A `<text data-label="disc">` is the place of the label of that name in article.yaml, `data-room` its width and
`data-lines` how many lines it has room for.
"""

from __future__ import annotations

from dataclasses import replace

from ecmiss_publish.markup.svg import read_svg
from ecmiss_publish.model.article import Article, Figure
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.scene import Label, Room, Scene
from ecmiss_publish.model.sources import Sources


def drawing_paths(article: str, figure: Figure, sources: Sources) -> tuple[str, ...]:
    """Return the drawing's file and, where one lies beside it as NAME-narrow.svg, that for narrow columns."""
    folder, _, file = f"content/{article}/{figure.drawing}".rpartition("/")
    narrow = f"{file.removesuffix('.svg')}-narrow.svg"
    return (f"{folder}/{file}", *([f"{folder}/{narrow}"] if narrow in sources.list(folder) else []))


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


def label_rooms(article: Article, sources: Sources) -> dict[str, tuple[Room, ...]]:
    """Return what room the article's drawings have for the words of each label, by unit id.

    A drawing that is not there or cannot be read is reported where it is drawn.
    """
    rooms: dict[str, tuple[Room, ...]] = {}
    for figure in article.parts:
        if not isinstance(figure, Figure):
            continue
        texts = dict(figure.labels.pairs)
        for path in drawing_paths(article.article, figure, sources):
            for key, label in _places(path, sources):
                unit = texts[key].unit if key in texts else None
                if unit:
                    rooms[unit] = (*rooms.get(unit, ()), _room(path, label))
    return rooms


def _places(path: str, sources: Sources) -> tuple[tuple[str, Label], ...]:
    try:
        return read_svg(path, sources.read(path)).places
    except FileNotFoundError:
        return ()


def _room(path: str, label: Label) -> Room:
    # Strong words are the titles of a drawing's halves, with a rule below them.
    lines = label.lines or (1 if label.strong else 2)
    return Room(drawing=path, width=label.room, lines=lines, size=label.size, strong=label.strong)
