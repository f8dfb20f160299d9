"""Figures told by their shape: dates, clock times, scores, a thread's counters, telephone numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from reconcile.facts.quantities.figures import Figure
from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.model import Quantity, Span
from reconcile.patterns import lazy_re
from reconcile.words import Words

_NUMERIC = lazy_re(
    r"(?P<stamp>\d{1,4}(?P<d>[./\-–])\d{1,2}(?P=d)\d{2,4}(?!\d))"
    r"|(?P<clock>\d{1,2}[:.h]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?![\d%])"
    r"(?=(?P<half>[ \u00a0]?(?:[ap]\.?m\b|uhr\b|hrs?\b|o'clock\b))?)(?!,\d))"
    r"|(?P<hour>\d{1,2}[ \u00a0]?(?:[ap]\.?m\.?(?![a-z])|uhr\b|o['’]clock|noon\b))"
    r"|(?P<score>\d{1,3}(?P<gap>[ \u00a0]?[-–:][ \u00a0]?)\d{1,3}(?![\d:.,]*\d|%))"
    r"|(?P<thread>\d{1,2}/\d{1,2}(?!\d))"
    r"|(?P<phone>0\d{2,}(?:[ \-/]\d{2,})*)",
    re.I,
)

#: What can stand right after the first digits of a shape, in either case.
_SHAPE_GOES_ON = frozenset("./-–:hapuonHAPUON")
_CALLED = frozenset(("tel", "telephone", "phone", "fax", "telefax", "hotline", "call"))
_TELEPHONES = ("☎", "📞")
#: A telephone number, and how it goes on from its first group.
_NUMBER = lazy_re(r"\d+(?:[ \-/()]+\d{1,})*")
_GOES_ON = lazy_re(r"[ \-/(]\d{2,}")


class Outside(NamedTuple):
    """A figure that is no quantity, up to word `last`; a score is one of its own kind."""

    last: int
    score: tuple[int, int, int, int] | None = None

    def instead(self, words: Words) -> Quantity | None:
        """The quantity that stands in its place: the two sides of a score."""
        if self.score is None:
            return None
        start, end, one, other = self.score
        low, high = sorted((float(one), float(other)))
        return Quantity(Span(start, end), words.text[start:end], low, high, unit="score")


def minute_of_play(text: str, end: int) -> bool:
    """Whether the figure is a minute of a match: 44', 90+3'."""
    following = text[end : end + 2]
    return (following[:1] in ("'", "’", "′") and not following[1:].isalpha()) or (
        following[:1] == "+" and following[1:].isdecimal()
    )


def shaped(words: Words, at: int, figure: Figure) -> Outside | None:
    """A date, a clock time, a score, a thread's counter or a telephone number by its shape."""
    match = _NUMERIC.match(words.text, figure.start) if _may_have_shape(words, at) else None
    if match is None:
        return _called(words, at, figure)
    last = at
    while last + 1 < len(words.starts) and words.starts[last + 1] < match.end():
        last += 1
    kind = (
        match.lastgroup
        if match.lastgroup not in ("d", "gap", "half")
        else next(k for k in ("stamp", "clock", "hour", "score", "thread", "phone") if match[k])
    )
    if kind == "clock" and not _is_clock(words, match, at):
        if ":" in match["clock"]:
            return _score(words, match.start(), match.end("clock"), last)
        return None
    if kind == "score":
        return _score(words, match.start(), match.end(), last) if _is_score(words, match) else None
    if kind == "thread" and words.lower[last + 1 : last + 2] == ("of",):
        return None
    return Outside(last)


def _may_have_shape(words: Words, at: int) -> bool:
    """Whether word `at` begins with 0, or a mark or letter follows with which a shape goes on: most have none."""
    if words.lower[at][0] == "0":
        return True
    end = words.ends[at]
    follows = words.text[end : end + 2]
    return (follows[1:] if follows[:1] in (" ", "\u00a0") else follows[:1]) in _SHAPE_GOES_ON


def _called(words: Words, at: int, figure: Figure) -> Outside | None:
    """A telephone number by what stands before it: "+49 30 1234567", "tel. 1234"."""
    gap = words.gap(at)
    named = at > 0 and words.lower[at - 1] in _CALLED and gap.strip(".: ") == ""
    if gap == " " and not named:
        return None
    before = words.text[max(0, figure.start - 1) : figure.start]
    if (
        before == "+"
        and figure.end - figure.start >= 2
        and _GOES_ON.match(words.text[figure.end : figure.end + 4])
    ):
        match = _NUMBER.match(words.text[figure.start : figure.start + 30])
        end = figure.start + (match.end() if match else 0)
        last = words.at(end) - 1
        return Outside(max(last, figure.last))
    return Outside(figure.last) if named or gap.rstrip(".: \ufe0f")[-1:] in _TELEPHONES else None


def _is_clock(words: Words, match: re.Match[str], at: int) -> bool:
    """Whether "16:20", "4.20 p.m.", "8.10" is a time of day and no score or decimal."""
    shape = match["clock"]
    hour, minute = (int(p) for p in re.split(r"[:.h]", shape, flags=re.I)[:2])
    if shape.count(":") == 2:
        return True
    if hour > 24 or minute > 59:
        return False
    if match["half"] or ":" in shape or "h" in shape.lower():
        return True
    before = words.lower[at - 1] if at else ""
    return (
        before in ("at", "by", "until", "till", "around", "um", "kl")
        and len(shape.split(".")[-1]) == 2
        and not unit_follows(words, match.end("clock"))
    )


def _is_score(words: Words, match: re.Match[str]) -> bool:
    """Whether "5-0" is a result: no noun or unit counts with it, and it does not rise like a range."""
    one, other = (int(p) for p in re.findall(r"\d+", match["score"]))
    if unit_follows(words, match.end("score")) or words.text.startswith(
        ("€", "$", "£", "°", "-"), match.end("score")
    ):
        return False
    if match["gap"].strip(" \u00a0") == ":":
        return True
    if " " in match["gap"] or one > 150 or other > 150:
        return False
    following = words.at(match.end("score"))
    word = (
        words.text[words.starts[following] : words.ends[following]] if following < len(words.starts) else ""
    )
    adjacent = words.text[match.end("score") : words.starts[following]] == " " if word else False
    if one >= other:
        return not (adjacent and word.islower() and word.endswith("s") and word != "loss")
    previous = words.at(match.start("score")) - 1
    named = previous >= 0 and words.text[words.starts[previous]].isupper() and words.gap(previous + 1) == " "
    return (
        max(one, other) <= 20
        and (named or words.lower[previous] in ("lost", "won", "beat", "drew", "by"))
        and (
            not adjacent
            or not word.islower()
            or word
            in (
                "to",
                "in",
                "at",
                "on",
                "away",
                "victory",
                "win",
                "loss",
                "defeat",
                "down",
                "up",
                "after",
                "against",
            )
        )
    )


def _score(words: Words, start: int, end: int, last: int) -> Outside:
    one, other = (int(p) for p in re.findall(r"\d+", words.text[start:end])[:2])
    return Outside(last, (start, end, one, other))


def unit_follows(words: Words, end: int) -> bool:
    """Whether a unit, a magnitude or % stands right after."""
    if words.text[end : end + 2].lstrip(" \u00a0")[:1] in ("%", "€", "°"):
        return True
    lists, i = vocabulary(), words.at(end)
    if i >= len(words.lower) or words.text[end : words.starts[i]].strip(" \u00a0-‐‑"):
        return False
    word = words.lower[i]
    return (
        (word in lists.units and len(word) > 1)
        or word in lists.magnitudes
        or word in lists.money_words
        or word in lists.long_units
        or word in lists.words["time_unit"]
    )
