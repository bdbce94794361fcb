"""The pages of an output folder as a whole: `index.html` leads to every file, `status.html` tells of translations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.pipeline.build import Outcome, all_targets, outcome_of, report_output_error
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.outputs import write_whole
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.pipeline.status import project_status
from ecmiss_publish.write.html import TEMPLATES, IndexEntry, IndexFile, write_index, write_status

INDEX, STATUS = "index.html", "status.html"


def write_index_page(
    project: Project, outcomes: Sequence[Outcome], sources: Sources, out: Path, report: Report
) -> None:
    """Write the index of every file in `out`: those just made, and those of earlier runs that are still there."""
    files = list(_files(project, outcomes, sources, out))
    if not files:
        return
    try:
        data = write_index(project.article.title, _entries(project, files, report), sources, report)
        write_whole(out / INDEX, data)
    except PublishError:
        pass  # the reasons are in the report
    except OSError as error:
        report_output_error(error, out, report)


def write_status_page(project: Project, sources: Sources, out: Path, report: Report) -> None:
    """Write how far every translation is, beside the index; a project without a template for it has no such page."""
    if STATUS not in sources.list(TEMPLATES) or not (out / INDEX).is_file():
        return
    # What is wrong in catalogs was said of the files that were asked for; of the others the page tells.
    statuses = project_status(project, project.translations, sources, Report())
    try:
        write_whole(out / STATUS, write_status(project.article.title, statuses, sources, report))
    except PublishError:
        pass  # the reasons are in the report
    except OSError as error:
        report_output_error(error, out, report)


def _files(project: Project, outcomes: Sequence[Outcome], sources: Sources, out: Path) -> Iterator[Outcome]:
    made = {
        (file.target.locale, file.target.edition): file for file in outcomes if file.path and not file.target.print_shop
    }
    workshop = Workshop(project, sources)
    for target in all_targets(project, project.locales, project.editions):
        if (target.locale, target.edition) in made:
            yield made[target.locale, target.edition]
            continue
        there = sorted((out / target.locale.tag).glob(f"{target.article}-{target.edition}.*"))
        if there:
            try:
                document = workshop.document(target, Report())
            except (PublishError, OSError):
                continue
            yield outcome_of(target, document, there[0].relative_to(out).as_posix(), there[0].stat().st_size, Report())


def _entries(project: Project, files: Sequence[Outcome], report: Report) -> list[IndexEntry]:
    entries = []
    for locale in project.locales:
        own = [file for file in files if file.target.locale == locale]
        for file in own:
            if file.label is None:
                report.warning(
                    "no-label",
                    f"the index does not show the edition “{file.target.edition}”: it has no label of its own name",
                    at=Origin(f"templates/editions/{file.target.edition}.xml"),
                    hint=f'add <label name="{file.target.edition}"> with the words that lead to it',
                )
        links = tuple(IndexFile(file.label, file.path, file.size) for file in own if file.label and file.path)
        if own and own[0].title is not None:
            entries.append(IndexEntry(locale, own[0].title, links, own[0].draft))
    return entries
