"""Where titles may stand in a text: a cheap look before the words round them are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from reconcile.names.offices import Status, statuses, title_starts, written_capital
from reconcile.names.vocabulary import as_listed, in_every_case, read_vocabulary

#: How far round a title the words are read that may belong to it (characters).
_BEFORE, _BEHIND = 120, 200


def title_places(text: str) -> list[int]:
    """Where a title may begin, at a glance: at its first word, or at one that holds it behind a hyphen."""
    vocabulary, firsts = read_vocabulary(text), _first_words()
    found = []
    for at in vocabulary.places_of(_listed_firsts()):
        word, behind = vocabulary.pair_at(at)
        first = firsts.get(word)
        if first is None or first.alone or behind in first.seconds or (first.capital and text[at].isupper()):
            found.append(at)
    return found


class _First(NamedTuple):
    """The first word of a title: whether it is one by itself, as written or with a capital only, and with which
    second words it begins one.
    """

    alone: bool
    capital: bool
    seconds: frozenset[bytes]


@cache
def _first_words() -> Mapping[bytes, _First]:
    table: dict[bytes, list[tuple[str, ...]]] = {}
    for first, forms in title_starts().items():
        table.setdefault(as_listed(first), []).extend(forms)
    return {
        first: _First(
            any(len(words) == 1 and words[0] not in written_capital() for words in forms),
            any(len(words) == 1 for words in forms),
            frozenset(as_listed(words[1]) for words in forms if len(words) > 1),
        )
        for first, forms in table.items()
    }


@cache
def _listed_firsts() -> Mapping[bytes, bytes]:
    return in_every_case(_first_words())


def stretches_at(text: str, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of text round `places`, which are in order: no further than their lines, and than a title
    with all that belongs to it can reach; no word is cut.
    """
    first = last = -1
    for place in places:
        low, high = max(0, place - _BEFORE), place + _BEHIND
        begin = text.rfind("\n", low, place) + 1
        if low > 0 == begin:
            begin = text.find(" ", low, place) + 1 or place
        end = text.find("\n", place, high)
        if end < 0:
            end = len(text) if high >= len(text) else max(place, text.rfind(" ", place, high))
        if begin > last:
            if last >= 0:
                yield first, last
            first = begin
        last = max(last, end)
    if last >= 0:
        yield first, last


def prefixed(key: str) -> tuple[Status, str]:
    """A status written into the word ("vice-president", "ex-minister"), and the title without it."""
    head, hyphen, rest = key.partition("-")
    if hyphen and key not in title_starts():
        if head in statuses() and rest in title_starts():
            return statuses()[head], rest
        if rest in ("elect", "designate"):
            return "elect", head
    return "", key
