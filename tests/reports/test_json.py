"""The JSON report: valid against its schema, the same bytes each time, spans that name their words."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from reconcile.reports.json import as_dict, render

SCHEMA = json.loads((files("reconcile.reports") / "report-1.schema.json").read_text("utf-8"))


def undescribed(value, schema, path="report"):
    """Keys of `value` that the schema does not describe."""
    schema = next((s for s in schema.get("anyOf", [schema]) if s.get("type") != "null"), schema)
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in schema.get("properties", {}):
                yield f"{path}.{key}"
            else:
                yield from undescribed(inner, schema["properties"][key], f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from undescribed(inner, schema["items"], f"{path}[]")


@pytest.mark.parametrize("which", ["report", "clean_report", "page_report", "nasty_report"])
def test_it_is_valid_and_every_key_is_described(which, request):
    data = json.loads(render(request.getfixturevalue(which)))
    Draft202012Validator.check_schema(SCHEMA)
    assert [e.message for e in Draft202012Validator(SCHEMA).iter_errors(data)] == []
    assert list(undescribed(data, SCHEMA)) == []


def test_text_and_dict_are_the_same_report(report):
    assert json.loads(render(report)) == as_dict(report)
    assert render(report) == render(report)


def test_letters_are_not_escaped(report):
    assert "🎉" in render(report)


def test_a_record_stands_on_its_own_line(report):
    lines = render(report).splitlines()
    assert sum(line.startswith('  {"kind": "name.spelling"') for line in lines) == 1
    assert lines[0] == "{" and lines[-1] == "}"


def test_excerpts_are_their_slices_and_have_line_and_column(report):
    data = as_dict(report)
    texts = {"document": data["document"]["text"], "p1": data["posts"][0]["text"]}
    for finding in data["discrepancies"]:
        for side in (finding["claimed"], finding["evidence"]):
            if side:
                assert texts[side["source"]][side["start"] : side["end"]] == side["text"]
    claimed, evidence = data["discrepancies"][0]["claimed"], data["discrepancies"][0]["evidence"]
    assert (claimed["line"], claimed["column"]) == (3, 7)
    assert (evidence["line"], evidence["column"]) == (5, 1)


def test_in_a_page_line_and_column_are_the_elements(page_report):
    claimed = as_dict(page_report)["discrepancies"][0]["claimed"]
    assert (claimed["line"], claimed["column"]) == (12, 4)


def test_dates_are_iso(report):
    post = as_dict(report)["posts"][0]
    assert post["posted"] == "2024-06-03"
    assert post["posted_at"] == "2024-06-03T09:05:00+00:00"
