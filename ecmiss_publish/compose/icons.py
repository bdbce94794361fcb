"""An icon of `templates/icons` -> a `Scene` without words."""

from __future__ import annotations

from ecmiss_publish.markup.svg import read_svg
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.scene import Scene
from ecmiss_publish.model.sources import Sources

ICONS = "templates/icons"


def icon_scene(name: str, sources: Sources, report: Report) -> Scene | None:
    """Return the icon `name`, None where there is none, or raise PublishError once its mistakes are reported."""
    if f"{name}.svg" not in sources.list(ICONS):
        return None
    path = f"{ICONS}/{name}.svg"
    drawing = read_svg(path, sources.read(path))
    mistakes = Report()
    mistakes.extend(drawing.problems)
    for key, _ in drawing.places:
        mistakes.error(
            "drawing", f"the icon has a place for the label “{key}”", at=Origin(path), hint="icons have no words"
        )
    report.extend(mistakes)
    if mistakes.errors:
        raise PublishError(path)
    return Scene(name=name, width=drawing.width, height=drawing.height, shapes=drawing.shapes, labels=())
