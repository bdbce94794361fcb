"""The JSON Schema of an article file."""

import json

from ecmiss_publish.load.schema import SCHEMA_PATH, article_schema
from ecmiss_publish.model.article import Case, Chart, Comparison, Faq, Figure, Myths, Points, Prose
from tests.support import ROOT

KINDS = (Prose, Points, Myths, Case, Comparison, Figure, Chart, Faq)


def test_the_file_in_the_project_is_what_the_types_say() -> None:
    assert (ROOT / SCHEMA_PATH).read_bytes() == article_schema(), "run `ecmiss-publish schema`"


def test_every_kind_of_part_is_described_and_closed() -> None:
    schema = json.loads(article_schema())

    parts = schema["$defs"]["article"]["properties"]["parts"]["additionalProperties"]["anyOf"]
    assert parts == [{"$ref": f"#/$defs/{kind.__name__.lower()}"} for kind in KINDS]
    for kind in KINDS:
        described = schema["$defs"][kind.__name__.lower()]
        assert described["properties"]["kind"] == {"const": kind.kind}
        assert "kind" in described["required"]
        assert described["additionalProperties"] is False


def test_what_has_a_default_is_not_required() -> None:
    schema = json.loads(article_schema())

    assert schema["$defs"]["prose"]["required"] == ["kind", "paragraphs"]
    assert "notes" not in schema["$defs"]["article"]["required"]
    assert "origin" not in schema["$defs"]["article"]["properties"]
