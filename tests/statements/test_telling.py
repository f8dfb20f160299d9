"""Telling words: first the ones that only look like them."""

import pytest

from reconcile.model import Span
from reconcile.statements.channels import channel_words, find_channels
from reconcile.statements.telling import telling_words

SOUGHT = frozenset({"said", "affirme", "she", "two"})


def told(text: str) -> list[tuple[str, str]]:
    return [(word, span.of(text)) for word, span in telling_words(text, SOUGHT)]


@pytest.mark.parametrize(
    "text", ["", "Nothing.", "@desk_said", "said_x", "said2", "2said", "unsaid", "o'saids"]
)
def test_parts_of_codes_and_of_longer_words(text: str) -> None:
    assert told(text) == []


def test_words_and_what_an_apostrophe_joins() -> None:
    text = "She's glad, Lind SAID; “qu’affirme-t-elle”, the two."
    assert told(text) == [("she", "She"), ("said", "SAID"), ("affirme", "affirme"), ("two", "two")]


def test_letters_that_grow_in_small_form_keep_their_places() -> None:
    text = "İ'said, she"
    assert told(text) == [("said", "said"), ("she", "she")]


def channels(text: str) -> list[tuple[str, int]]:
    telling = telling_words(text, channel_words())
    return [(c.name, c.start) for c in find_channels(text, telling)]


@pytest.mark.parametrize(
    "text", ["on xylophones", "season x", "the reporters told", "An account of the war."]
)
def test_no_channel(text: str) -> None:
    assert channels(text) == []


def test_channels_in_order_and_by_rank() -> None:
    assert channels("Told reporters; On X.") == [("interview", 0), ("post", 16)]
    assert channels("in a phone call with us")[0] == ("interview", 0)
    assert [name for name, _ in channels("He told the court")] == ["court"]


def test_spans_are_where_the_words_are() -> None:
    assert list(telling_words("  she", SOUGHT)) == [("she", Span(2, 5))]
