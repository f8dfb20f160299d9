"""The words, signs and pairs of figures that tell which way a thing goes: "rose", "-7 %", "1.90 (previous year: 1.70)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple, cast

import regex

from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import form_of
from reconcile.grammar.phrases import PhraseTable
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.patterns import lazy_regex

#: Two figures of which one is what became of the other differ by no more than this factor.
_FACTOR = 5.0
#: The figure that a word of change gives stands so near behind it, and before it (words).
_BEHIND, _BEFORE = 6, 3
_JOINING = frozenset({"and", "but", "while"})
_YEAR = lazy_regex(r"#(?:19|20)\d\d")
#: Between a figure and what it was before: a unit, a bracket or comma, and a mark of the time before.
_WAS = lazy_regex(
    r"""[^()\d,;.!?]{0,24}(?:
        [(]\s?(?:(?:the\s|in\sthe\s)?(?:previous|prior|last|preceding)\s(?:year|month|quarter|week|season|period)|(?:the\s)?year\s(?:before|earlier|ago)
        |prev\.?|so\sfar|until\snow|till\snow|up\sto\snow|hitherto|before|formerly|was|were|from|previously|January|February|March|April|May|June|July
        |August|September|October|November|December)
        |[(,;–-]\s?(?:instead\sof|up\sfrom|down\sfrom|compared\s(?:with|to)|against|versus|vs\.?|after\spreviously)
        ):?\s?(?:[\p{L}€$£]{1,3}\s?)?""",
    regex.VERBOSE | regex.IGNORECASE,
)
#: The same with a year for a mark: "(2022: 38", "; Q1 2023: 4".
_YEAR_BEFORE = lazy_regex(r"[^()\d,;.!?]{0,24}[(,;–-]\s?(?:[QH][1-4]\s|\p{L}{3,9}\s)?")
_YEAR_BEHIND = lazy_regex(r"[):]{1,2}\s?(?:[\p{L}€$£]{1,3}\s?)?")
_AFTER = lazy_regex(r"[^()\d;.!?]{0,60}(?:\d{4})?[,(–-]\s?after\s(?:[\p{L}€$£]{1,3}\s?)?", regex.IGNORECASE)
_THEN = lazy_regex(
    r"[^().;!?\d]{0,24}(?:\bin\s(?:19|20)\d\d|year (?:before|earlier|ago)|(?:previous|last) (?:year|month))",
    regex.IGNORECASE,
)


class Pole(NamedTuple):
    """A word or phrase of one side of an axis in a sentence."""

    axis: str
    side: str
    first: int
    last: int


@lru_cache(maxsize=4096)
def poles(text: str) -> tuple[Pole, ...]:
    """The words of opposition in a sentence that are not denied, each with its axis and side."""
    words = read_words(text)
    found = _table().find(words)
    signs = [*_signs(words), *_compared_figures(words)]
    if not found and not signs:
        return ()
    denied = read_denials(text).denied
    neutral = {i for f in found if f.label == "neutral" for i in range(f.first, f.last + 1)}
    out = []
    for label, first, last in found:
        axis, _, side = label.partition("|")
        if label == "neutral" or first in neutral or denied[first] or _is_covered(found, label, first, last):
            continue
        if words.lower[first] == "yes" and "no" in words.lower:
            continue  # the counts of both are told
        if words.lower[first] in ("above", "below") and not _measures(words, first):
            continue
        if axis == "beginning" and words.lower[last + 1 : last + 2] == ("to",):
            continue
        out.append(Pole(axis, side, first, last))
    return tuple(out + signs)


def _measures(words: Wording, i: int) -> bool:
    """Whether "above" or "below" is of a figure or a level, not of a place: "below the average", "above 4 percent"."""
    near, levels = range(i + 1, min(len(words), i + 4)), load_words("opposites", "levels")
    return any(words.keys[j][:1] == "#" or words.lower[j] in levels for j in near)


def _is_covered(found: Sequence[tuple[str, int, int]], label: str, first: int, last: int) -> bool:
    """Whether a longer phrase of the same axis holds the words: "vote against" holds "against"."""
    axis = label.partition("|")[0]
    return any(
        begin <= first and last <= end and (begin, end) != (first, last) and other.partition("|")[0] == axis
        for other, begin, end in found
    )


#: Which way the sign before a percentage takes it.
_SIGNS = {"+": "a", "plus": "a", "-": "b", "−": "b", "minus": "b"}


def _signs(words: Wording) -> Iterator[Pole]:
    """The signs before percentages and points in figures ("+2 %", "-7 %"), and "up 6 %"."""
    for i, word in enumerate(words.lower[:-2]):
        if words.keys[i][:1] == "#" and word != "no" and words.lower[i + 2] == "than":
            if words.lower[i + 1] in ("more", "less", "fewer"):
                yield Pole("amount", "a" if words.lower[i + 1] == "more" else "b", i, i + 1)
            continue
        if words.keys[i][:1] == "#" and words.keys[i + 1] == "percent":
            side = _behind_share(words, i + 2)
            if side:
                yield Pole("amount", side, i, i + 2)
                continue
        if words.keys[i + 1][:1] != "#":
            continue
        if word in _SIGNS and words.keys[i + 2] in ("percent", "point", "pt"):
            yield Pole("amount", _SIGNS[word], i, i)
        elif word in ("up", "down") and not (i and words.forms[i - 1] in _particle_verbs()):
            yield Pole("amount", "a" if word == "up" else "b", i, i)


def _behind_share(words: Wording, i: int) -> str:
    """Which way word `i` behind a percentage takes it: "6 % fewer than", "4 percent below the year before"; or ""."""
    word = words.lower[i]
    if word in ("more", "less", "fewer") and words.lower[i + 1 : i + 2] == ("than",):
        return "a" if word == "more" else "b"
    return "a" if word == "above" else "b" if word == "below" else ""


@cache
def _particle_verbs() -> frozenset[str]:
    """Verbs to which "up" or "down" belongs: "set up 12 clinics"."""
    axes = cast("list[dict[str, list[str]]]", load_toml("opposites")["axis"])
    measure = next(axis for axis in axes if "particle" in axis)
    return frozenset(form_of(verb) for verb in measure["particle"])


@cache
def _table() -> PhraseTable:
    groups: dict[str, list[str]] = {
        "neutral": cast("dict[str, list[str]]", load_toml("opposites")["neutral"])["phrases"]
    }
    for axis in cast("list[dict[str, list[str]]]", load_toml("opposites")["axis"]):
        groups[f"{axis['name']}|a"] = axis["a"]
        groups[f"{axis['name']}|b"] = axis["b"]
        groups[f"{axis['name']}|c"] = axis.get("c", [])
    return PhraseTable(groups)


def _compared_figures(words: Wording) -> Iterator[Pole]:
    """Figures printed with what they were before: "EUR 1.90 (previous year: 1.70)", "84, after 71 in 2022"."""
    figures = [i for i, key in enumerate(words.keys) if key[:1] == "#" and _value(key) is not None]
    for n, i in enumerate(figures[:-1]):
        if _YEAR.fullmatch(words.keys[i]) or words.keys[min(i + 1, len(words) - 1)][:1] == "~":
            continue  # no date
        before = _before(words, figures, n)
        now = _value(words.keys[i])
        then = _value(words.keys[before]) if before is not None else None
        if now and then and max(now, then) <= _FACTOR * min(now, then):
            yield Pole("amount", "a" if now > then else "b" if now < then else "c", i, i)


def _before(words: Wording, figures: Sequence[int], n: int) -> int | None:
    """The word of the figure that the text gives as the one before figure number `n`, or None."""
    text, i, j = words.text, figures[n], figures[n + 1]
    between = text[words.ends[i] : words.starts[j]]
    if len(between) > _LONG:
        return None
    if _WAS.fullmatch(between):
        return j
    if _YEAR.fullmatch(words.keys[j]):
        third = figures[n + 2] if n + 2 < len(figures) else None
        if third is None:
            return None
        behind = text[words.ends[j] : words.starts[third]]
        if _YEAR_BEFORE.fullmatch(between) and _YEAR_BEHIND.fullmatch(behind):
            return third
        j, between = third, text[words.ends[i] : words.starts[third]]
    if _AFTER.fullmatch(between) and _THEN.match(text, words.ends[j]):
        return j
    return None


#: Figures further apart than this (characters) are not compared.
_LONG = 80


def _value(key: str) -> float | None:
    try:
        return float(key[1:])
    except ValueError:
        return None


def figures_of(words: Wording, pole: Pole) -> frozenset[float]:
    """The figures that belong to a word of change: "fell by 8 to 31", "8 percent more", "+8"."""
    behind = range(pole.first, min(len(words), pole.last + 1 + _BEHIND))
    before = range(pole.first - 1, max(-1, pole.first - 1 - _BEFORE), -1)
    found = frozenset(_figures_at(words, pole, behind))
    return found or frozenset(islice(_figures_at(words, pole, before), 1))


def _figures_at(words: Wording, pole: Pole, places: Iterable[int]) -> Iterator[float]:
    """The figures at these places, of the clause of a word of change, years left out."""
    for i in places:
        key = words.keys[i]
        if words.lower[i] in _JOINING:
            break
        if key[:1] == "#" and words.clauses[i] == words.clauses[pole.first] and not _YEAR.fullmatch(key):
            value = _value(key)
            if value is not None:
                yield value
