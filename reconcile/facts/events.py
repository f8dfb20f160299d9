"""What kind of event or thing: a meeting or a phone call, a contract or a letter of intent, a strike or a protest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from reconcile.grammar.anchors import anchoring, comparable, sharing
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import is_past
from reconcile.grammar.phrases import Found, PhraseTable, outermost
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Comparison, Statement
from reconcile.patterns import lazy_regex

#: How firmly two siblings must be anchored, and how much must be shared in all.
_NEAR, _SHARED = 1.6, 2.0
#: A figure beside a word stands so near (words).
_BESIDE = 4
#: How two got in touch needs no near anchor where so much of their talk is shared.
_TOPIC = 3
#: The words of a slot stand so near.
_SLOT = 3
_CLASH = "scope.event"
#: "Has" without a participle stands so near before what somebody has (words).
_HAD = 6
_HAVING = frozenset({"has", "have"})
#: A way to speak that takes its partner with "with".
_SPOKE = lazy_regex(r"(?:spoke|talked|conferred)\b(?!.*\b(?:with|to)\Z)")


class _Axis(NamedTuple):
    """How strictly the siblings of an axis are compared."""

    number: bool
    slot: bool
    contact: bool
    #: Pairs of kinds that may both be true of one event.
    alike: frozenset[frozenset[str]]


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where the claim tells of one kind and the evidence, of the same event, of its sibling."""
    ours = kinds(claim.text)
    if not ours:
        return
    others = [(s, kinds(s.text)) for s in evidence]
    words = read_words(claim.text)
    for found in ours:
        axis, kind = found.label.split("|")
        if _is_standing(words, found):
            continue
        theirs = [(s, f) for s, fs in others for f in fs if f.label.split("|")[0] == axis]
        alike = _axes()[axis].alike
        if any(
            f.label == found.label or frozenset({kind, f.label.split("|")[1]}) in alike for _, f in theirs
        ):
            continue
        if {f.label for f in ours if f.label.split("|")[0] == axis} & {f.label for _, f in theirs}:
            continue
        met = _firmest(claim, words, found, [(s, f) for s, f in theirs if comparable(claim, s)], evidence)
        if met is not None:
            yield _comparison(claim, words, found, *met)
            return


def _is_standing(words: Wording, found: Found) -> bool:
    """Whether a thing is one that somebody has, not one that came about: "has 46 volunteers and a contract"."""
    for i in range(found.first - 1, max(-1, found.first - 1 - _HAD), -1):
        if words.clauses[i] != words.clauses[found.first] or is_past(words.lower[i]):
            return False
        if words.lower[i] in _HAVING:
            return not load_words("events", "determiners").isdisjoint(words.lower[i : found.first])
    return False


def _firmest(
    claim: Statement,
    words: Wording,
    found: Found,
    theirs: Sequence[tuple[Statement, Found]],
    evidence: Sequence[Statement],
) -> tuple[Statement, Found, float] | None:
    """The evidence's sibling that is anchored best, where it is anchored well enough."""
    axis = _axes()[found.label.split("|")[0]]
    best: tuple[Statement, Found, float] | None = None
    for statement, other in theirs:
        there = read_words(statement.text)
        near = anchoring(
            words,
            found.first,
            there,
            other.first,
            width_i=found.last - found.first + 1,
            width_j=other.last - other.first + 1,
        )
        if axis.slot and not _same_slot(words, found, there, other):
            continue
        if axis.number:
            near = near + _NEAR if _figures(words, found) & _figures(there, other) else 0.0
        enough = near >= _NEAR and sharing(claim, statement, evidence) >= _SHARED
        if axis.contact and _all_shared(words, evidence) >= _TOPIC:
            near, enough = max(near, _NEAR), True
        if enough and (best is None or near > best[2]):
            best = (statement, other, near)
    return best


def _all_shared(words: Wording, evidence: Sequence[Statement]) -> int:
    """How many content words of the claim the evidence has."""
    there = frozenset().union(*(read_words(s.text).content for s in evidence))
    return len(words.content & there)


def _figures(words: Wording, found: Found) -> frozenset[str]:
    """The figures that stand beside a word."""
    beside = words.keys[max(0, found.first - _BESIDE) : found.last + _BESIDE + 1]
    return frozenset(key for key in beside if key[:1] == "#")


def _same_slot(ours: Wording, found: Found, theirs: Wording, other: Found) -> bool:
    """Whether a content word next to the two on one side is the same, or two on both sides are."""
    before = _next(ours, found.first, -1) & _next(theirs, other.first, -1)
    behind = _next(ours, found.last, 1) & _next(theirs, other.last, 1)
    here = _next(ours, found.first, -1) | _next(ours, found.last, 1)
    there = _next(theirs, other.first, -1) | _next(theirs, other.last, 1)
    return bool(before or behind) or len(here & there) >= 2


def _next(words: Wording, i: int, step: int) -> frozenset[str]:
    """The keys of the content words next to word `i` in one direction, three words away at most."""
    near = range(i + step, i + _SLOT * step + step, step)
    return frozenset(
        words.keys[j]
        for j in near
        if 0 <= j < len(words) and words.clauses[j] == words.clauses[i] and words.keys[j]
    )


def _comparison(
    claim: Statement, words: Wording, found: Found, statement: Statement, other: Found, near: float
) -> Comparison:
    theirs = read_words(statement.text)
    given = theirs.span(other.first, other.last).of(statement.text)
    return Comparison(
        "event",
        0.0,
        words.span(found.first, found.last).of(claim.text),
        given,
        found.label.split("|")[0],
        words.span(found.first, found.last, claim.span.start),
        theirs.span(other.first, other.last, statement.span.start),
        _CLASH,
        _in_its_place(words, found, given),
        min(0.9, 0.45 + 0.1 * near),
    )


def _in_its_place(words: Wording, found: Found, given: str) -> str:
    """The evidence's words as they can stand for the claim's: "spoke by phone with" for "met", before a name."""
    axis = _axes()[found.label.split("|")[0]]
    after = found.last + 1
    direct = after < len(words) and (
        words.lower[after] in load_words("events", "determiners") or words.is_name(after)
    )
    alone = found.first == found.last and is_past(words.lower[found.first])
    return f"{given} with" if axis.contact and alone and direct and _SPOKE.match(given) else given


@lru_cache(maxsize=4096)
def kinds(text: str) -> tuple[Found, ...]:
    """The kinds of event and thing that a sentence names and does not deny; the label is "axis|kind"."""
    words = read_words(text)
    found = _table().find(words)
    if not found:
        return ()
    denied = read_denials(text).denied
    return tuple(f for f in outermost(found, lambda label: label.partition("|")[0]) if not denied[f.first])


@cache
def _table() -> PhraseTable:
    axes = cast("list[dict[str, dict[str, list[str]]]]", load_toml("events")["axis"])
    return PhraseTable({f"{axis['name']}|{kind}": ws for axis in axes for kind, ws in axis["kinds"].items()})


@cache
def _axes() -> dict[str, _Axis]:
    axes = cast("list[dict[str, object]]", load_toml("events")["axis"])
    return {
        str(a["name"]): _Axis(
            bool(a.get("number")),
            bool(a.get("slot")),
            bool(a.get("contact")),
            _pairs(cast("list[str]", a.get("alike", []))),
        )
        for a in axes
    }


def _pairs(groups: Sequence[str]) -> frozenset[frozenset[str]]:
    """The first kind of each group with each of the others."""
    return frozenset(
        frozenset({first, other}) for first, *others in map(str.split, groups) for other in others
    )
