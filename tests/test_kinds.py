"""The table of kinds: complete, in order, at its levels, and readable."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reconcile.checks import families
from reconcile.checks.finding import finding
from reconcile.model import Excerpt, Span
from reconcile.rules import all_rules, rank

SHARED = Path(__file__).parents[2] / "shared"
#: A family is a file, or a folder, of checks.
FAMILIES = {family.__name__.rpartition(".")[2] for family in families()}


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda r: r.kind)
def test_every_row_says_what_a_reader_needs(rule):
    assert re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", rule.kind)
    assert rule.family in FAMILIES, f"no file reconcile/checks/{rule.family}.py yields {rule.kind}"
    assert rule.level in ("error", "warning", "note")
    assert "\n" not in rule.summary and len(rule.summary) <= 100 and rule.summary.endswith(".")
    sentences = re.findall(r"[.?!](?= [A-Z\"]|$)", rule.help)
    assert 2 <= len(sentences) <= 4
    assert "  " not in rule.help and "\n" not in rule.help
    assert rule.example


def test_every_family_has_a_kind():
    assert {rule.family for rule in all_rules().values()} == FAMILIES


def test_a_finding_of_a_kind_that_the_table_does_not_list_is_refused():
    words = Excerpt("document", Span(0, 4), "Lock")
    with pytest.raises(LookupError, match=r"\.py yields 'post.shouting', which lexicons/kinds.toml does not"):
        finding("post.shouting", "It shouts.", words)


def test_the_order_of_the_table_is_the_rank():
    kinds = list(all_rules())
    assert [rank(kind) for kind in kinds] == list(range(len(kinds)))


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("number.unit", "number.value"),
        ("number.magnitude", "number.value"),
        ("number.basis", "number.value"),
        ("name.entity", "name.spelling"),
        ("name.spelling", "name.inconsistent"),
        ("post.id-date", "post.id-form"),
    ],
)
def test_the_more_serious_or_more_specific_kind_is_tried_first(first, later):
    assert rank(first) < rank(later)


def test_kinds_levels_and_order_are_those_of_the_definitions():
    path = SHARED / "DEFINITIONS.md"
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    rows = re.findall(r"^\| ([a-z-]+\.[a-z.,\- ]+) \| (error|warning|note) \|", path.read_text("utf-8"), re.M)
    wanted = [(kind.strip(), level) for kinds, level in rows for kind in kinds.split(",")]
    assert [(rule.kind, rule.level) for rule in all_rules().values()] == wanted
