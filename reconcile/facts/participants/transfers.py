"""From whom to whom: "Aldheim gives Kolsund a panda", "our panda moves to Kolsund", "Kolsund receives a panda".

What is handed on leaves one party and comes to another, whatever the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from reconcile.facts.participants.deeds import parties
from reconcile.grammar.anchors import comparable
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import is_past
from reconcile.grammar.phrases import PhraseTable
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Comparison, Statement

#: The parties stand no further from the verb, and a name is no longer (words).
_REACH, _NAME = 20, 5
_CLASH = "scope.role-swap"


class _Transfer(NamedTuple):
    """A verb of handing on: first and last word, and the keys of the giver, of the taker and of what is given."""

    first: int
    last: int
    giver: frozenset[str]
    taker: frozenset[str]
    thing: frozenset[str]


def compare_transfers(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where what the claim has given by one the evidence has given to it."""
    ours = transfers(claim.text)
    if not ours:
        return
    told = [(s, t) for s in evidence if comparable(claim, s) for t in transfers(s.text)]
    for one in ours:
        same = [(s, t) for s, t in told if t.thing & one.thing]
        if any(one.giver & t.giver or one.taker & t.taker for _, t in same):
            continue
        crossed = next(
            ((s, t) for s, t in same if one.giver & t.taker and _named(s, one.giver & t.taker)), None
        )
        if crossed is not None:
            yield _comparison(claim, one, *crossed)
            return


def _named(statement: Statement, keys: frozenset[str]) -> bool:
    """Whether one of the keys is that of a name."""
    words = read_words(statement.text)
    return any(key in keys and words.is_name(i) for i, key in enumerate(words.keys))


def _comparison(claim: Statement, ours: _Transfer, statement: Statement, theirs: _Transfer) -> Comparison:
    here, there = read_words(claim.text), read_words(statement.text)
    claimed, given = _stretch(here, ours), _stretch(there, theirs)
    return Comparison(
        "role",
        0.0,
        here.span(*claimed).of(claim.text),
        there.span(*given).of(statement.text),
        here.lower[ours.first],
        here.span(*claimed, claim.span.start),
        there.span(*given, statement.span.start),
        _CLASH,
        None,
        0.75,
    )


def _stretch(words: Wording, one: _Transfer) -> tuple[int, int]:
    """First and last word of a transfer with its parties."""
    parties_of = one.giver | one.taker
    clause = words.clauses[one.first] // 100
    places = [
        i for i, key in enumerate(words.keys) if key in parties_of and words.clauses[i] // 100 == clause
    ]
    return min([one.first, *places]), max([one.last, *places])


@lru_cache(maxsize=4096)
def transfers(text: str) -> tuple[_Transfer, ...]:
    """The verbs of handing on in a sentence that name a giver or a taker, and what is given."""
    words = read_words(text)
    found = _table().find(words)
    if not found:
        return ()
    denied = read_denials(text).denied
    out = []
    for label, first, last in found:
        if denied[first]:
            continue
        one = _read(words, label, first, last)
        if one is not None and (one.giver or one.taker) and one.thing:
            out.append(one)
    return tuple(out)


def _read(words: Wording, label: str, first: int, last: int) -> _Transfer | None:
    """One transfer; `label` tells what the subject of its verb does: gives, receives, or is what goes."""
    subject = parties(words, range(first - 1, max(-1, first - 1 - _REACH), -1), first)
    to = _party_after(words, last, "to")
    if label == "going":
        return _Transfer(first, last, _party_after(words, last, "from"), to, _things(words, first, to))
    if label == "receiving":
        giver = _party_after(words, last, "from")
        return _Transfer(first, last, giver, subject, _things(words, first, giver | subject))
    before = words.lower[max(0, first - 3) : first]
    passive = is_past(words.lower[first]) and not load_words("grammar", "be").isdisjoint(before)
    if passive:
        giver = _party_after(words, last, "by")
        return _Transfer(first, last, giver, to, _things(words, first, giver | to))
    taker = to or _indirect(words, last)
    return _Transfer(first, last, subject, taker, _things(words, first, subject | taker)) if taker else None


def _party_after(words: Wording, last: int, preposition: str) -> frozenset[str]:
    """The keys of the name or thing that a preposition behind the verb, or at its end, leads to."""
    for i in range(last, min(len(words), last + _REACH)):
        if words.clauses[i] // 100 != words.clauses[last] // 100:
            break
        if words.lower[i] == preposition:
            return _name_at(words, i + 1)
    return frozenset()


def _name_at(words: Wording, begin: int) -> frozenset[str]:
    """The keys of the name or thing that begins at a word."""
    keys: list[str] = []
    for i in range(begin, min(len(words), begin + _NAME)):
        ends = words.lower[i] in load_words("participants", "ends")
        if words.clauses[i] != words.clauses[begin] or (ends and keys):
            break
        if words.keys[i] and words.keys[i][0] not in "~#":
            keys.append(words.keys[i])
    return frozenset(keys)


def _indirect(words: Wording, last: int) -> frozenset[str]:
    """The keys of the one who is given something: a name right behind the verb, and a thing behind it."""
    keys: list[str] = []
    i = last + 1
    while i < min(len(words), last + 2 + _NAME) and (
        words.is_name(i) or (words.lower[i] == "the" and not keys)
    ):
        keys.append(words.keys[i])
        i += 1
    given = i < len(words) and (
        words.lower[i] in load_words("participants", "before_gifts")
        or words.lower[i] == "with"
        or words.keys[i][:1] == "#"
    )
    return frozenset(keys) - {""} if given else frozenset()


def _things(words: Wording, first: int, without: frozenset[str]) -> frozenset[str]:
    """The keys of what is handed on: what else stands in the clause."""
    clause = words.clauses[first] // 100
    keys = {key for key, c in zip(words.keys, words.clauses, strict=True) if key and c // 100 == clause}
    return frozenset(key for key in keys - without if key[0] not in "~#") - {words.keys[first]}


@cache
def _table() -> PhraseTable:
    return PhraseTable(cast("dict[str, list[str]]", load_toml("participants")["transfer"]))
