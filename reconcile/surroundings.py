"""What the surroundings of two facts, in two texts, have in common: words, deeds and names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import cast

from reconcile.lexicons import load_rows, load_toml, load_words
from reconcile.model import Place, Quantity, Role, Span, Statement
from reconcile.patterns import lazy_re
from reconcile.words import (
    clauses_of,
    irregular_verbs,
    stem,
    stems_beside,
    stems_of,
    stems_round,
    stop_words,
    words_of,
)

#: A count from here on is hardly in two sentences by chance.
_TELLING = 3
#: A run of capitalised words, or a handle or tag.
_NAME = lazy_re(r"[@#](\w+)|(?<!\w)((?!\d)[^\W_a-z][\w’'-]*(?: (?!\d)[^\W_a-z][\w’'-]*){0,5})")


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the last words of the proper names in a sentence, and those of all their words.

    The first word of the sentence counts only where the next is capitalised as well, and no function word does
    alone: behind an emoji, or in a title, it has its capital for another reason.
    """
    last: set[str] = set()
    every: set[str] = set()
    for match in _NAME.finditer(text):
        parts = [match[1]] if match[1] else match[2].split()
        opening = not match[1] and not re.search(r"\w", text[: match.start()])
        if match[1] or parts[0][0].isupper():
            plain = len(parts) == 1 and not match[1] and (opening or parts[0].lower() in stop_words())
            if plain or (parts[-1].isupper() and len(parts[-1]) <= 4):
                continue
            last.add(stem(parts[-1]))
            every.update(stem(p) for p in parts)
    return frozenset(last) - _calendar_stems(), frozenset(every) - _calendar_stems()


@cache
def _calendar_stems() -> frozenset[str]:
    months_and_days = [r["word"] for r in load_rows("calendar") if "en" in r["languages"].split()]
    units = cast("list[dict[str, str]]", load_toml("units")["unit"])
    forms = [word for unit in units for form in unit["forms"].split("|") for word in form.split()]
    return frozenset(stem(w) for w in months_and_days + [f for f in forms if f.isalpha() and len(f) > 3])


def same_deed(claim: Statement, claimed: Span, evidence: Statement, given: Span) -> bool:
    """Whether the clause of one shares a word with the other's sentence that is neither a name nor of an
    office.
    """
    shared = stems_round(claim, claimed) & clauses_of(evidence.text).all
    shared |= stems_round(evidence, given) & clauses_of(claim.text).all
    told = _names(claim.text)[1] | _names(evidence.text)[1]
    for statement in (claim, evidence):
        for fact in statement.facts:
            if isinstance(fact, Role):
                told |= stems_of(fact.text)
    return bool(shared - told)


def shared_near(claim: Statement, claimed: Span, evidence: Statement, given: Span) -> int:
    """How many content words the clause of one shares with the other's sentence."""
    ours, theirs = stems_round(claim, claimed), stems_round(evidence, given)
    return len((ours & clauses_of(evidence.text).all) | (theirs & clauses_of(claim.text).all))


def other_names(claim: Statement, evidence: Statement, leave_out: Iterable[str] = ()) -> bool:
    """Whether both name names, and none of them is the same: a sign that they speak of two things."""
    ours = _names(claim.text)[0].difference(leave_out)
    theirs = _names(evidence.text)[0].difference(leave_out)
    if not ours or not theirs or set(claim.entities) & set(evidence.entities):
        return False
    here, there = _place_stems(claim), _place_stems(evidence)
    if (theirs <= there and ours.isdisjoint(here)) or (ours <= here and theirs.isdisjoint(there)):
        return False  # one tells who, the other where
    everything = _openings(clauses_of(evidence.text).all | _names(evidence.text)[1])
    anything = _openings(clauses_of(claim.text).all | _names(claim.text)[1])
    return not (_openings(ours) & everything or _openings(theirs) & anything)


def _place_stems(statement: Statement) -> frozenset[str]:
    """The stems of the words of a sentence's places."""
    return frozenset().union(*(stems_of(f.text) for f in statement.facts if isinstance(f, Place)))


def _openings(stems: frozenset[str]) -> frozenset[str]:
    """The first letters of each stem: a country and its adjective share them."""
    return frozenset(s[:5] for s in stems)


def affinity(
    claim: Statement, claimed: Span, evidence: Statement, given: Span, leave_out: Iterable[str] = ()
) -> float:
    """How much the words round `claimed` and those round `given` have in common.

    A word of both clauses counts 1, of one clause and the other's sentence a half, of the two sentences a
    quarter; a person, body or place known to take part in both counts a half, two at most; the part of the
    shorter clause that is shared counts up to 1. `leave_out` are stems that do not count. 0 where nothing is
    shared; from 2 on the two very probably speak of one thing.
    """
    near_c, near_e = stems_round(claim, claimed), stems_round(evidence, given)
    all_c, all_e = clauses_of(claim.text).all, clauses_of(evidence.text).all
    shared = (all_c & all_e).difference(leave_out)
    total = 0.0
    for word in shared:
        total += (
            0.25
            + 0.25 * (word in near_c)
            + 0.25 * (word in near_e)
            + 0.25 * (word in near_c and word in near_e)
        )
    smaller = min(len(near_c), len(near_e))
    if smaller:
        total += len(near_c & near_e & shared) / smaller
    return total + 0.5 * min(2, len(set(claim.entities) & set(evidence.entities)))


def figures_met(claim: Statement, statement: Statement) -> int:
    """How many telling counts of the claim the statement has, too: "nine times today" and "9 missions today"."""
    ours, theirs = (
        {f.low for f in s.facts if isinstance(f, Quantity) and f.low == f.high and f.low >= _TELLING}
        for s in (claim, statement)
    )
    return len(ours & theirs)


def other_deed(claim: Statement, claimed: Span, evidence: Statement, given: Span) -> bool:
    """Whether the clauses of both have verbs of what is done, and none in common: "injured" against
    "evacuated".
    """
    ours, theirs = _deeds(claim, claimed), _deeds(evidence, given)
    if not ours or not theirs or ours & theirs:
        return False
    senses = _senses()
    meant = {sense for s in ours for sense in senses.get(s, ())}
    return not any(sense in meant for s in theirs for sense in senses.get(s, ()))


def opposed(claim: Statement, claimed: Span, evidence: Statement, given: Span) -> bool:
    """Whether the clause of one has a word of beginning or opening and the other's of ending or closing."""
    ours, theirs = stems_beside(claim, claimed), stems_beside(evidence, given)
    return any(
        (ours & a and theirs & b and not ours & b and not theirs & a)
        or (ours & b and theirs & a and not ours & a and not theirs & b)
        for a, b in _opposites()
    )


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The stems on both sides of the axes on which things begin and end."""
    axes = cast("list[dict[str, object]]", load_toml("opposites")["axis"])
    sides = []
    for axis in axes:
        if axis["name"] in ("opening", "beginning"):
            one, other = (
                frozenset(stem(w) for w in cast("list[str]", axis[k]) if w.isalpha()) for k in ("a", "b")
            )
            sides.append((one, other))
    return tuple(sides)


def shared_senses(claim: Statement, claimed: Span, evidence: Statement, given: Span) -> int:
    """How many words of one clause have another word of the same sense in the other's."""
    ours, theirs = stems_beside(claim, claimed), stems_beside(evidence, given)
    senses = _senses()
    meant = {sense for s in theirs - ours for sense in senses.get(s, ())}
    return sum(1 for s in ours - theirs if not meant.isdisjoint(senses.get(s, ())))


@cache
def _senses() -> dict[str, tuple[str, ...]]:
    """Stem -> the concepts of the table of synonyms that it can stand for."""
    found: dict[str, list[str]] = {}
    for row in load_rows("synonyms"):
        for word in row["words"].split("; "):
            if " " not in word:
                found.setdefault(stem(word), []).append(row["concept"])
    return {word: tuple(concepts) for word, concepts in found.items()}


def _deeds(statement: Statement, span: Span) -> frozenset[str]:
    near = stems_beside(statement, span)
    return frozenset(s for s in near if s in _verbs() or s in _past_stems(statement.text))


@cache
def _verbs() -> frozenset[str]:
    """The stems of irregular verbs."""
    light = load_words("deeds", "light_verbs")
    return frozenset(stem(base) for base in irregular_verbs() if base not in light)


@lru_cache(maxsize=4096)
def _past_stems(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words_of(text).lower if w.endswith("ed") and len(w) > 4)
