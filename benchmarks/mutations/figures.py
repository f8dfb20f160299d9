"""Figures: another value, magnitude, unit, basis.

A hedged figure ("more than 40", "about 40") is left alone: another one might be true as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.claims import NUMERALS, Claim, Edit, Sort, both_ways, swaps

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_PART = r"\s(?:thirds?|quarters?|fifths?|halves)\b"
_LENGTH = r"[\s-]+(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)\b(?!-old)"
#: A figure that is no year, day, clock time, length of time, score, or part of a name.
_FIGURE = re.compile(
    r"(?<![\w.,:/@#-])(?P<sign>[€$£]?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?![\w:/]|[.,:]\d|[-–]\d|\s*(?:am|pm|a\.m|p\.m|o.clock|" + _MONTH + rf")\b|{_LENGTH}|{_PART})"
)
_WRITTEN = re.compile(rf"\b(?:{'|'.join(NUMERALS[2:])})\b(?!{_LENGTH}|{_PART}|-)")
_HEDGED = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|under|above|below|than|least|most|up to|roughly|circa|approximately"
    r"|close to|just|only|another|between|from|to|and|or|until|by)\s*$",
    re.I,
)
#: "Route 9", "Gate 2": the figure is a part of a name.
_NAMED = re.compile(rf"\b(?:[A-Z]\w*|No\.|{_MONTH}\.?)\s$")


def _figures(claim: Claim) -> Iterator[re.Match[str]]:
    for found in claim.prose(_FIGURE):
        before = claim.text[: found.start()]
        year = re.fullmatch(r"(?:1[5-9]|20)\d\d", found["digits"])
        clock = re.fullmatch(r"\d{1,2}\.\d\d", found["digits"]) and re.search(r"\bat (?:\w+ )?$", before)
        if year or clock or _HEDGED.search(before) or (_NAMED.search(before) and not found["sign"]):
            continue
        if claim.states(found["digits"]):
            yield found


def value(claim: Claim) -> Iterator[Edit]:
    """Another value: at least a fifth away, so that no rounding excuses it."""
    for found in _figures(claim):
        start, end = found.span("digits")
        for new in _others(found["digits"]):
            if not claim.knows(new):
                yield Edit(start, end, new)
                break
    for found in claim.prose(_WRITTEN):
        if claim.states(found[0]) and not _HEDGED.search(claim.text[: found.start()]):
            at = NUMERALS.index(found[0])
            for other in (at + 3, at + 2, at - 2):
                if 2 <= other < len(NUMERALS) and not claim.knows(NUMERALS[other]):
                    yield Edit(found.start(), found.end(), NUMERALS[other])
                    break


def _others(figure: str) -> Iterator[str]:
    """The same form with digits swapped, or with another first digit."""
    digits = [sign for sign in figure if sign.isdigit()]
    first = str((int(digits[0]) + 2) % 9 + 1)
    for changed in (digits[1::-1] + digits[2:], [first, *digits[1:]]):
        new, rest = "", iter(changed)
        for sign in figure:
            new += next(rest) if sign.isdigit() else sign
        old, now = float(figure.replace(",", "")), float(new.replace(",", ""))
        if changed[0] != "0" and abs(old - now) > 0.2 * max(old, now):
            yield new


def tenfold(claim: Claim) -> Iterator[Edit]:
    """Ten times as many; nobody is 390, and nothing has 380 degrees or 270 percent by a slip."""
    for found in _figures(claim):
        if re.match(r"[\s-]?(?:%|per ?cent|degrees|points|year)", claim.text[found.end() :]):
            continue
        if re.search(r"\b(?:of|aged)\s$", claim.text[: found.start()]):
            continue
        if "." not in found["digits"] and int(found["digits"].replace(",", "")) >= 10:
            new = f"{10 * int(found['digits'].replace(',', '')):,}"
            if not claim.knows(new) and not claim.knows(new.replace(",", "")):
                yield Edit(*found.span("digits"), new)


#: Of the same sort of measure, none a power of ten of the other.
UNITS = both_ways(
    "kilometres/miles", "km/miles", "kilometers/miles", "metres/feet", "meters/feet", "hectares/acres",
    "litres/gallons", "euros/dollars", "pounds/euros", "degrees Celsius/degrees Fahrenheit", "kilos/stone",
    "kilograms/pounds", "tonnes/hundredweight",
) | {"euro": "dollar", "crowns": "euros", "kroner": "euros", "francs": "euros"}  # fmt: skip
_SIGN = re.compile(r"[€$£](?=\d)")


def sign(claim: Claim) -> Iterator[Edit]:
    """Another currency's sign."""
    for found in claim.prose(_SIGN):
        figure = re.match(r"[\d.,]*\d", claim.text[found.end() :])
        if figure and claim.states(figure[0]) and found[0] in claim.evidence:
            yield Edit(found.start(), found.end(), "$" if found[0] != "$" else "€")


BASES = {
    "percent": "percentage points", "per cent": "percentage points", "percentage points": "percent",
    "a year": "a month", "a month": "a week", "a week": "a day", "a day": "a week", "per year": "per month",
    "annually": "monthly", "per hour": "per day",
}  # fmt: skip

SORTS = (
    Sort("number: another value", ("number.value",), value),
    Sort("number: ten times as many", ("number.magnitude",), tenfold),
    Sort(
        "number: million, billion",
        ("number.magnitude",),
        swaps(both_ways("million/billion") | {"thousand": "million"}),
    ),
    Sort("number: another unit", ("number.unit",), swaps(UNITS)),
    Sort("number: another currency's sign", ("number.unit",), sign),
    Sort("number: another basis", ("number.basis",), swaps(BASES)),
)
