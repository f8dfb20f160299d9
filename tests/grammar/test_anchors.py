"""How much two statements share, and the bound that saves reading them closely."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.grammar.anchors import at_most, sharing
from reconcile.grammar.words import keys_in, read_words
from reconcile.model import Span, Statement

WORDS = [
    "They", "it", "decided", "decision", "May", "in", "Monday", "bridge", "bridges", "3", "three", "%", "not",
    "unsafe", "safe", "(", ")", ",", "–", "the", "rose", "rise", "@lunda", "Lunda", "ferry", "took", "12,000",
]  # fmt: skip
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
KNOWN = st.lists(st.sampled_from(["e1", "e2", "e3"]), max_size=3, unique=True)
SPEAKER = st.sampled_from([None, "e1", "e4"])


@st.composite
def statement(draw: st.DrawFn) -> Statement:
    text = draw(SENTENCE)
    span = Span(0, len(text))
    return Statement("c1", "document", span, text, speaker=draw(SPEAKER), entities=tuple(draw(KNOWN)))


@settings(max_examples=200, deadline=None)
@given(statement(), statement(), statement())
def test_the_bound_is_never_less_than_what_is_shared(
    one: Statement, two: Statement, beside: Statement
) -> None:
    assert at_most(one, two, [beside]) >= sharing(one, two, [beside]) - 1e-9


@settings(max_examples=200, deadline=None)
@given(SENTENCE)
def test_the_keys_of_a_text_are_those_of_its_words(text: str) -> None:
    read = {key for key in read_words(text).keys if key}
    assert read <= keys_in(text) <= read | {"~may"}
