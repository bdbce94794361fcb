"""The shipped translations: checks of wording have nothing to say of them, and nothing to mend."""

import pytest

from ecmiss_publish.load.glossary import load_glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.pipeline.fixes import fixed_translation
from ecmiss_publish.translate.catalog import load_catalog
from ecmiss_publish.verify.message.characters import characters
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.punctuation import punctuation
from ecmiss_publish.verify.message.typography import typography
from ecmiss_publish.verify.message.untranslated import untranslated
from tests.support import ROOT, DictSources

LOCALES = sorted(path.parent.parent.name for path in ROOT.glob("locales/*/LC_MESSAGES/messages.po"))


@pytest.mark.parametrize("name", LOCALES)
def test_nothing_is_reported_and_nothing_mended(name: str) -> None:
    paths = (f"locales/{name}/LC_MESSAGES/messages.po", "content/glossary.yaml")
    sources = DictSources({path: (ROOT / path).read_bytes() for path in paths})
    catalog = load_catalog(Locale(name), sources, Report())
    context = Context.of(catalog, Locale("en"), load_glossary(sources, Report()), {})
    for message in filter(lambda message: message.usable, catalog.messages.values()):
        report = Report()
        for check in (punctuation, typography, characters, untranslated):
            check(message, context, report)
        assert not [problem for problem in report if problem.code not in message.allowed]
        assert fixed_translation(message.translation, Locale(name), message.allowed) == message.translation
