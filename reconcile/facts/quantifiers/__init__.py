"""How many of them, how often, how far: all, most, some, one of, said of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from attrs import evolve

from reconcile.facts.quantifiers.amounts import MANY, NEARLY_ALL, SHARES, Amount, amounts, exceptions
from reconcile.grammar.anchors import anchoring, comparable, sharing, together
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml
from reconcile.model import Comparison, Statement
from reconcile.patterns import lazy_regex

#: So much must be shared besides the thing, and so much must stand near where nothing is counted.
_SHARED, _NEAR = 1.0, 2.0
#: A plain "the ports" claims all of them only where it repeats nearly all that is said of "most ports".
_COVERED = 0.7
#: The scales whose words may be lost before a thing.
_LOST = ("share", "among")
_THEM = frozenset({"them", "these", "those"})
_CLASH = "scope.quantifier"
_OF = lazy_regex(r"\sof(?:\sthe)?\Z")
_OF_THEM = lazy_regex(r"\sof(?:\s(?:the|them|these|those|its|our|their|us))?\Z")


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where the claim takes in more than the evidence does."""
    others = [s for s in evidence if comparable(claim, s)]
    words = read_words(claim.text)
    ours = amounts(claim.text)
    for amount in ours:
        met = _higher(claim, words, amount, others)
        if met is not None:
            yield met
            return
    yield from _lost(claim, words, ours, others)


def _higher(
    claim: Statement, words: Wording, amount: Amount, others: Sequence[Statement]
) -> Comparison | None:
    """The clash of one quantifier of the claim with a lower one of the evidence, or None."""
    lower: tuple[float, Statement, Amount] | None = None
    own = min(amount.step, NEARLY_ALL) if exceptions().find(words) else amount.step
    for statement in others:
        before = _before(statement, others)
        told = [*amounts(statement.text), *_excepted(words, amount, statement)]
        for other in (*told, *_of_those_before(amount, told, statement, before)):
            if other.scale != amount.scale or amount.scale == "among" or other.key != amount.key:
                continue
            if _are_the_rest(words, amount, read_words(statement.text), other):
                continue
            near = _near(claim, words, amount, statement, other) or _beside(claim, statement, other, others)
            step = (
                min(other.step, NEARLY_ALL) if exceptions().find(read_words(statement.text)) else other.step
            )
            if near and (step >= own or _vague(amount, other)):
                return None
            if near and (lower is None or near > lower[0]):
                lower = (near, statement, other)
    if lower is None:
        return None
    near, statement, other = lower
    return _comparison(claim, words, amount.first, amount.thing, statement, other, min(0.9, 0.6 + 0.1 * near))


def _are_the_rest(words: Wording, amount: Amount, theirs: Wording, other: Amount) -> bool:
    """Whether two counts make up one whole, and tell of its two parts: "five of the eight", "3 of 8"."""
    ours, given = _figures(words, amount), _figures(theirs, other)
    return len(ours) == len(given) == 2 and ours[1] == given[1] == ours[0] + given[0]


def _figures(words: Wording, amount: Amount) -> list[float]:
    keys = words.keys[amount.first : amount.last + 1]
    return [float(key[1:]) for key in keys if key[:1] == "#" and key[1:].isdigit()]


def _excepted(words: Wording, amount: Amount, statement: Statement) -> Iterator[Amount]:
    """A sentence's "except for" as the amount of what the claim says of all of them: nearly all, at most."""
    if amount.step <= NEARLY_ALL or amount.scale != "share" or exceptions().find(words):
        return
    theirs = read_words(statement.text)
    if amount.key in theirs.content:
        for found in exceptions().find(theirs):
            yield Amount("share", NEARLY_ALL, found.first, found.last, found.last, amount.key)


def _before(statement: Statement, others: Sequence[Statement]) -> Statement | None:
    """The nearest of the statements that stands before this one in its text, or None."""
    earlier = (s for s in others if s.source == statement.source and s.span.end <= statement.span.start)
    return max(earlier, key=lambda s: s.span.end, default=None)


def _of_those_before(
    amount: Amount, told: Sequence[Amount], statement: Statement, before: Statement | None
) -> Iterator[Amount]:
    """A sentence's "most of them" where they are what the claim counts, named in the sentence before it."""
    if amount.scale != "share" or before is None or amount.key not in read_words(before.text).content:
        return
    words = read_words(statement.text)
    if amount.key in words.content:
        return
    for other in told:
        if other.first == 0 and other.scale == "everyone" and words.lower[other.last] in _THEM:
            yield evolve(other, scale="share", step=SHARES[other.step], key=amount.key)


def _vague(amount: Amount, other: Amount) -> bool:
    """Whether the two are too vague to be told apart: "many" and "some"."""
    return (
        amount.scale == "share" and amount.step <= MANY and other.step == amount.step - 1 and other.step > 0
    )


def _near(claim: Statement, words: Wording, amount: Amount, statement: Statement, other: Amount) -> float:
    """How much the two quantified things share besides; 0 for too little."""
    theirs = read_words(statement.text)
    if amount.key:
        shared = together(claim, statement, leave_out={amount.key})
        return shared if shared >= _SHARED else 0.0
    near = anchoring(words, amount.first, theirs, other.first)
    return near if near >= _NEAR else 0.0


def _beside(claim: Statement, statement: Statement, other: Amount, others: Sequence[Statement]) -> float:
    """What an exception in a sentence of its own shares, with those beside it: "The other ten are not affected."."""
    words = read_words(statement.text)
    if not other.key or not exceptions().find(words):
        return 0.0
    shared = sharing(claim, statement, others, leave_out={other.key})
    return shared if shared >= _SHARED else 0.0


def _comparison(
    claim: Statement,
    words: Wording,
    first: int,
    last: int,
    statement: Statement,
    other: Amount,
    confidence: float,
) -> Comparison:
    theirs = read_words(statement.text)
    given = theirs.span(other.first, max(other.last, other.thing))
    quantifier = theirs.span(other.first, other.last).of(statement.text)
    own = next((a for a in amounts(words.text) if a.first == first), None)
    last = max(first, last)
    suggestion: str | None = given.of(statement.text)
    if own is not None:  # the quantifier alone is wrong, and alone is put right
        last = min(last, own.last)
        suggestion = _in_its_place(words, first, last, quantifier)
    return Comparison(
        "quantifier",
        0.0,
        words.span(first, last).of(claim.text),
        given.of(statement.text),
        quantifier,
        words.span(first, last, claim.span.start),
        theirs.span(other.first, max(other.last, other.thing), statement.span.start),
        _CLASH,
        suggestion,
        confidence,
    )


def _in_its_place(words: Wording, first: int, last: int, quantifier: str) -> str:
    """The evidence's quantifier as it can stand for the claim's: "most" for "All", "most of the" for "all of the"."""
    plain = _OF_THEM.sub("", quantifier)
    of = _OF.search(words.span(first, last).of(words.text))
    text = plain + (of.group() if of else "")
    capital = words.text[words.starts[first]].isupper()
    return text[:1].upper() + text[1:] if capital else text[:1].lower() + text[1:]


# -- a quantifier that was lost --------------------------------------------------------------------------------------


def _lost(
    claim: Statement, words: Wording, ours: Sequence[Amount], others: Sequence[Statement]
) -> Iterator[Comparison]:
    """Clashes where the evidence has "most ports", "one of the largest", and the claim "the ports", "the largest"."""
    for statement in others:
        theirs = read_words(statement.text)
        for other in amounts(statement.text):
            if other.scale not in _LOST or not other.key or other.step >= NEARLY_ALL:
                continue
            if other.scale == "among" and not _superlative(theirs, other):
                continue
            place = _bare(words, other.key, ours, superlative=_superlative(theirs, other))
            if place is None:
                continue
            first, thing = place
            covered = theirs.content & words.content
            if not _superlative(theirs, other) and len(covered) < _COVERED * len(theirs.content):
                continue
            if together(claim, statement, leave_out={other.key}) >= _SHARED:
                yield _comparison(claim, words, first, thing, statement, other, 0.6)
                return


def _superlative(words: Wording, amount: Amount) -> str:
    """The superlative of "one of the largest ports", or ""."""
    if amount.step:
        return ""
    for i in range(amount.last + 1, amount.thing + 1):
        if _is_superlative(words.lower[i]):
            return words.lower[i]
    return ""


def _is_superlative(word: str) -> bool:
    superlatives, others = _superlatives()
    return word in superlatives or (len(word) > 4 and word.endswith("est") and word not in others)


def _bare(words: Wording, key: str, ours: Sequence[Amount], *, superlative: str) -> tuple[int, int] | None:
    """First and last word of "the ports", "the largest port": the thing with its article and nothing that counts it."""
    for i, own in enumerate(words.keys):
        if own != key or any(amount.thing == i for amount in ours):
            continue
        before = words.lower[max(0, i - 4) : i]
        if superlative:
            before = words.lower[max(0, i - 4) : i + 1]  # "the oldest in the land"
            if superlative in before and "the" in before and "one" not in before:
                return max(0, i - 4) + before.index("the"), i
            continue
        if not words.lower[i].endswith("s") or "the" not in before[-2:]:
            continue
        if any(words.keys[j][:1] == "#" for j in range(max(0, i - 4), i)):
            continue
        return i - 1 if words.lower[i - 1] == "the" else i - 2, i
    return None


@cache
def _superlatives() -> tuple[frozenset[str], frozenset[str]]:
    """Superlatives that do not end in "est", and words that do and are none."""
    table = cast("dict[str, list[str]]", load_toml("quantifiers")["superlative"])
    return frozenset(table["words"]), frozenset(table["not"])
