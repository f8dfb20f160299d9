"""Who did it to whom: the same two and the same deed, the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import cast

from attrs import frozen

from reconcile.grammar.anchors import comparable
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import is_past, key_of
from reconcile.grammar.phrases import PhraseTable
from reconcile.grammar.tense import same_form
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Comparison, Statement

#: The parties of a deed stand no further from its verb than this (words).
_REACH = 20
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being", "gets", "got"})
_FIRST_PERSON = frozenset({"i", "we", "i'm", "we're", "i've", "we've", "our", "my"})
_ME = frozenset({"me", "us"})
_SAYING = frozenset({"said", "says", "told", "wrote", "announced", "added", "reported", "according", "that"})
#: Handles hold names in one run of letters; shorter names may stand in them by chance.
_IN_HANDLE = 4
#: Small words inside names: "Museum of Art", "van Doorn".
_INSIDE = frozenset({"of", "de", "van", "von", "der", "du", "la", "the"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})
_NO_VERB_AFTER = _ARTICLES | {"of", "in", "for", "on", "by", "with", "from"}
_VERB_AFTER = frozenset({"will", "would", "to", "may", "can", "could", "might", "has", "have", "had", "did"})
_CLASH = "scope.role-swap"


@frozen
class _Deed:
    """A verb with the names, or the nearest things, of those who do it and of those to whom it is done."""

    place: int
    key: str
    doers: frozenset[str]
    receivers: frozenset[str]
    #: Whether the evidence's account holder does it ("we received"), or has it done to him ("received us").
    holder: str = ""


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where doer and receiver of a deed stand the other way round in the evidence."""
    ours = deeds(claim.text)
    if not ours:
        return
    others = [(s, theirs) for s in evidence if (theirs := deeds(s.text)) and comparable(claim, s)]
    words = read_words(claim.text)
    for deed in ours:
        met: tuple[Statement, _Deed, float] | None = None
        for statement, theirs in others:
            for other in theirs:
                if any(_swapped(claim, one, statement, other) < 0 for one in ours):
                    continue
                swapped = _swapped(claim, deed, statement, other)
                if swapped > 0 and (met is None or swapped > met[2]):
                    met = (statement, other, swapped)
        if met is not None and not _straight(claim, deed, others):
            yield _comparison(claim, words, deed, *met)
            return


def _straight(claim: Statement, deed: _Deed, others: Sequence[tuple[Statement, Sequence[_Deed]]]) -> bool:
    """Whether the evidence tells of the deed the claim's way anywhere."""
    return any(
        _swapped(claim, deed, statement, other) < 0 for statement, theirs in others for other in theirs
    )


def _swapped(claim: Statement, ours: _Deed, statement: Statement, theirs: _Deed) -> float:
    """How sure the parties have changed places; below 0 where they stand the same way, 0 where nothing tells."""
    converse = theirs.key in _converse().get(ours.key, frozenset())
    if ours.key != theirs.key and not converse:
        return 0.0
    doers, receivers = (theirs.receivers, theirs.doers) if converse else (theirs.doers, theirs.receivers)
    straight = len(_common(ours.doers, doers)) + len(_common(ours.receivers, receivers))
    crossed_doer, crossed_receiver = _common(ours.doers, receivers), _common(ours.receivers, doers)
    if crossed_doer and crossed_receiver:
        return (
            0.9
            if len(crossed_doer) + len(crossed_receiver) > straight and not _common(ours.doers, doers)
            else -1.0
        )
    if straight >= 2 and _common(ours.doers, doers):
        return -1.0
    return _holder_swapped(claim, ours, statement, theirs) if not converse else 0.0


def _holder_swapped(claim: Statement, ours: _Deed, statement: Statement, theirs: _Deed) -> float:
    """The same where the evidence speaks of its own author as "we" or "us"."""
    holder = statement.speaker
    if not theirs.holder or holder is None or holder not in claim.entities or len(claim.entities) < 2:
        return 0.0
    first = claim.entities[0] == holder
    if theirs.holder == "doer" and not first and _common(ours.doers, theirs.receivers):
        return 0.75
    if theirs.holder == "receiver" and first and _common(ours.receivers, theirs.doers):
        return 0.75
    return 0.0


def _common(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """The parties of both; a name may stand inside a handle."""
    common = ours & theirs
    inside = {
        a
        for a in ours - common
        if len(a) >= _IN_HANDLE and any(a in b for b in theirs if len(b) > len(a) + 2)
    }
    return common | inside


def _comparison(
    claim: Statement, words: Wording, ours: _Deed, statement: Statement, theirs: _Deed, confidence: float
) -> Comparison:
    there = read_words(statement.text)
    left, right = _stretches(words, ours)
    here_span, there_stretches = (left[0], right[1]), _stretches(there, theirs)
    there_span = (there_stretches[0][0], there_stretches[1][1])
    return Comparison(
        "role",
        0.0,
        words.span(*here_span).of(claim.text),
        there.span(*there_span).of(statement.text),
        words.lower[ours.place],
        words.span(*here_span, claim.span.start),
        there.span(*there_span, statement.span.start),
        _CLASH,
        _exchanged(words, left, right),
        confidence,
    )


def _exchanged(words: Wording, left: tuple[int, int], right: tuple[int, int]) -> str | None:
    """The claim's words with the two parties in each other's place; None where one of them is missing."""
    if left[1] >= right[0]:
        return None
    first, second = words.span(*left).of(words.text), words.span(*right).of(words.text)
    between = words.text[words.ends[left[1]] : words.starts[right[0]]]
    if first.partition(" ")[0] in ("The", "A", "An"):
        first = first[0].lower() + first[1:]
        second = second[:1].upper() + second[1:]
    return " ".join(f"{second}{between}{first}".split())


def _stretches(words: Wording, deed: _Deed) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last word of the nearest party before the verb, and of the nearest behind it."""
    places = [i for i, key in enumerate(words.keys) if key in deed.doers | deed.receivers]
    before = max((i for i in places if i < deed.place), default=deed.place)
    behind = min((i for i in places if i > deed.place), default=deed.place)
    return _whole_name(words, before), _whole_name(words, behind)


def _whole_name(words: Wording, i: int) -> tuple[int, int]:
    """The name or thing that word `i` belongs to, with "of" and the like inside it and the article before it."""
    first = last = i
    while first > 0 and words.clauses[first - 1] == words.clauses[i] and _in_name(words, first - 1, first):
        first -= 1
    while (
        last + 1 < len(words)
        and words.clauses[last + 1] == words.clauses[i]
        and _in_name(words, last + 1, last)
    ):
        last += 1
    while words.lower[last] in _INSIDE and last > i:
        last -= 1
    while words.lower[first] in _INSIDE and first < i:
        first += 1
    if (
        first > 0
        and words.lower[first - 1] in ("the", "a", "an")
        and words.clauses[first - 1] == words.clauses[i]
    ):
        first -= 1
    return first, last


def _in_name(words: Wording, i: int, beside: int) -> bool:
    """Whether word `i` goes on with the name that `beside` belongs to."""
    return (words.is_name(i) and not words.lower[i].startswith("the")) or (
        words.lower[i] in _INSIDE and (words.is_name(beside) or words.lower[beside] in _INSIDE)
    )


@lru_cache(maxsize=4096)
def deeds(text: str) -> tuple[_Deed, ...]:
    """The verbs of a sentence that have a party on both sides, with these parties."""
    words = read_words(text)
    denied = read_denials(text).denied
    out = []
    for i, key in enumerate(words.keys):
        if not key or key[0] in "~#" or denied[i] or key in _reciprocal() or not _is_verb(words, i):
            continue
        deed = _deed(words, i, key)
        if deed is not None:
            out.append(deed)
    out.extend(_wordy(words, denied))
    return tuple(out)


def _wordy(words: Wording, denied: Sequence[bool]) -> Iterator[_Deed]:
    """Deeds told by a verb with a noun: "filed suit in the county court against X" is "sued X"."""
    for label, first, last in _plain().find(words):
        if first == last or denied[first]:
            continue
        doers = _parties(words, range(first - 1, max(-1, first - 1 - _REACH), -1), first)
        receivers = _parties(words, range(last + 1, min(len(words), last + 1 + _REACH)), last)
        if doers and receivers:
            yield _Deed(first, key_of(label), doers, receivers)


def _is_verb(words: Wording, i: int) -> bool:
    """Whether a word is used as a verb, as far as its form and the words before it tell."""
    word = words.lower[i]
    before = words.lower[i - 1] if i else ""
    if words.is_name(i) and i:
        return False
    if before in _NO_VERB_AFTER:
        return False
    if is_past(word) or before in _VERB_AFTER:
        return True
    if same_form(word) and i and words.is_name(i - 1) and i + 1 < len(words):
        return words.is_name(i + 1) or words.lower[i + 1] in _ARTICLES
    if not word.endswith(("s", "ing")) or not i or i + 1 >= len(words) or words.keys[i - 1][:1] == "#":
        return False
    behind = words.is_name(i + 1) or words.lower[i + 1] in _ARTICLES or words.keys[i + 1][:1] == "#"
    return before in ("is", "are", "who", "which") or bool(
        (words.keys[i - 1] or words.is_name(i - 1)) and behind
    )


def _deed(words: Wording, i: int, key: str) -> _Deed | None:
    """The parties of the verb at word `i`, the passive turned round; None without one on each side."""
    left = _parties(words, range(i - 1, max(-1, i - 1 - _REACH), -1), i)
    right = _parties(words, range(i + 1, min(len(words), i + 1 + _REACH)), i)
    before = set(words.lower[max(0, i - 3) : i])
    passive = bool(before & _PASSIVE and is_past(words.lower[i])) or _done_by(words, i)
    holder = ""
    if not left and before & _FIRST_PERSON:
        holder = "doer"
    elif not right and _ME & set(words.lower[i + 1 : i + 3]):
        holder = "receiver"
    if not holder and (not left or not right):
        return None
    if passive:
        by = next((j for j in range(i + 1, min(len(words), i + _REACH)) if words.lower[j] == "by"), None)
        if by is None:
            return None
        agents = _parties(words, range(by + 1, min(len(words), by + 8)), by)
        return _Deed(i, key, agents, left | (right - agents), holder)
    return _Deed(i, key, left, right, holder)


def _done_by(words: Wording, i: int) -> bool:
    """Whether "by" right behind a verb names who does it, and no figure: "seen by two" but not "rose by 4 percent"."""
    return words.lower[i + 1 : i + 2] == ("by",) and words.keys[min(i + 2, len(words) - 1)][:1] != "#"


def _parties(words: Wording, places: range, verb: int) -> frozenset[str]:
    """The keys of the names on one side of a verb, and of the nearest thing.

    Names behind the last comma before a verb of saying belong to who says it; before the verb, the names next
    to it count, and an apposition ends them.
    """
    names: list[tuple[int, str]] = []
    nearest = ""
    for j in places:
        clause = words.clauses[j]
        if clause // 100 != words.clauses[verb] // 100:
            continue
        if words.lower[j] in _SAYING:
            names = [(c, key) for c, key in names if c != clause or clause == words.clauses[verb]]
            break
        if names and j < verb and clause != words.clauses[verb]:
            break
        key = words.keys[j]
        if not key or key[0] in "~#" or (key in _offices() and words.is_name(j)):
            continue
        if words.lower[j][0] == "@" or (
            words.is_name(j) and (j or words.is_name(min(j + 1, len(words) - 1)))
        ):
            names.append((clause, key))
        elif not nearest:
            nearest = key
    return frozenset({key for _, key in names} | {nearest} - {""})


@cache
def _reciprocal() -> frozenset[str]:
    return frozenset(key_of(verb) for verb in load_words("participants", "reciprocal"))


@cache
def _plain() -> PhraseTable:
    return PhraseTable(cast("dict[str, list[str]]", load_toml("participants")["plain"]))


@cache
def _offices() -> frozenset[str]:
    return frozenset(key_of(word) for word in load_words("participants", "offices")) - {""}


@cache
def _converse() -> dict[str, frozenset[str]]:
    """Verb -> the verbs that tell the same deed from the other side; both ways."""
    table = cast("dict[str, list[str]]", load_toml("participants")["converse"])
    pairs = [(key_of(a), key_of(b)) for a, others in table.items() for b in others]
    out: dict[str, set[str]] = {}
    for a, b in pairs:
        out.setdefault(a, set()).add(b)
        out.setdefault(b, set()).add(a)
    return {a: frozenset(b - {""}) for a, b in out.items() if a}
