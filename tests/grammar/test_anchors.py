"""How much two statements share, and what saves reading them closely."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.grammar.anchors import sharing, sharing_most
from reconcile.grammar.words import _TOKEN, _tokens, read_words, shared_keys
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


@settings(max_examples=300, deadline=None)
@given(statement(), st.lists(statement(), max_size=8), st.integers(1, 3))
def test_what_shares_most_is_found_without_reading_all(
    one: Statement, text: list[Statement], most: int
) -> None:
    every = [(sharing(one, other, text[n - 1 : n] if n else ()), -n) for n, other in enumerate(text)]
    best = sorted((pair for pair in every if pair[0] >= 1.5), reverse=True)[:most]
    assert sharing_most(one, text, 1.5, most) == [(share, text[-n]) for share, n in best]


@settings(max_examples=200, deadline=None)
@given(SENTENCE, SENTENCE)
def test_the_keys_that_two_texts_share_are_those_of_their_words(one: str, two: str) -> None:
    here, there = ({key for key in read_words(text).keys if key} for text in (one, two))
    (shared,) = shared_keys(one, [two])
    assert here & there <= shared <= (here & there) | {"~may"}


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="abzÉ.'’s-+− @#12,–(\n📈", max_size=30))
def test_tokens_stand_where_they_are_said_to(text: str) -> None:
    found = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
    assert list(_tokens(text)) == found
