"""The sieve before links: what is read no closer must be what would have had no link."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.links import link_statements
from reconcile.links.sifting import Sieve
from reconcile.model import Span, Statement

WORDS = [
    "ferry", "ferries", "harbour", "harbor", "called", "calls", "off", "cancelled", "trip", "the", "of", "on",
    "Friday", "12", "twelve", "people", "ppl", "crew", "said", "#HarbourDay", "@harbourday", "Lunda", "storm",
    "puts", "put", "up", "with", "gives", "gave", "take", "took", "part", "in", "quay", "Fähre", "3.2m",
]  # fmt: skip
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


def statements(source: str, texts: list[str]) -> list[Statement]:
    """One statement a text, one after the other, as they stand in a source."""
    found, at = [], 0
    for n, text in enumerate(texts, 1):
        name = f"c{n}" if source == "document" else f"{source}.{n}"
        found.append(Statement(name, source, Span(at, at + len(text)), text))
        at += len(text) + 1
    return found


@settings(max_examples=150, deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=25), st.lists(SENTENCE, min_size=1, max_size=4))
def test_nothing_that_would_be_linked_is_sifted_out(prose: list[str], post: list[str]) -> None:
    claims, evidence = statements("document", prose), statements("p1", post)
    sifted = link_statements(claims, evidence, ())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sieve, "passes", lambda *_: True)
        assert link_statements(claims, evidence, ()) == sifted
