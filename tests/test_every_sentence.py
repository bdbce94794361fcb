"""Each sentence of the author's article stands in the English web page and brochure, word for word."""

import pytest

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.target import Target
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.project import load_project, shipped_root
from ecmiss_publish.pipeline.sources import FolderSources
from tests.every_sentence import docx_words, html_words, sentences


@pytest.mark.parametrize(("edition", "words"), [("web", html_words), ("brochure", docx_words)])
def test_every_sentence_is_there(edition, words):
    sources, report = FolderSources(shipped_root()), Report()
    project = load_project(sources, report)
    target = Target(article=project.article.article, locale=Locale("en"), edition=edition)

    _, artifact = Workshop(project, sources).make(target, report)

    shown = words(artifact.data)
    assert [sentence for sentence in sentences() if sentence not in shown] == []
    assert len(list(sentences())) > 100
