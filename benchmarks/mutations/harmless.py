"""Changes that leave the sentence true: an error or a warning that they call up is a false alarm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.claims import NUMERALS, Claim, Edit, Sort
from benchmarks.mutations.figures import _figures
from benchmarks.mutations.quotations import _MIDDLE, _inner
from benchmarks.mutations.times import MONTHS

_CUT = re.compile(r"(?<=\w )(?P<cut>(?:very|really|also|own|great|big|now|here|today) )(?=\w)")
_WRITTEN = re.compile(rf"\b(?:{'|'.join(NUMERALS[2:])})\b(?=\s[a-z])")
_DIGIT = re.compile(
    r"(?<![\w.,:/€$£-])(?:[2-9]|1[0-2])(?= (?!million|billion|per|percent|km|a\.m|p\.m|am|pm)[a-z]{3})"
)
_DATE = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})\b(?! \d)")
_PERCENT = re.compile(r"(?<=\d)(?: percent| per cent|%| %)(?! point)(?![a-z])")
_SAID = re.compile(r"\bsaid\b")


def cut_with_mark(claim: Claim) -> Iterator[Edit]:
    """A word that changes nothing, or one part of three, is cut from a quotation, and the cut is marked."""
    for found, base in _inner(_MIDDLE, claim):
        if not re.search(r"\b(?:not?|but|unless|except|only|if|provided|that)\b", found[0]):
            yield Edit(base + found.start(), base + found.end(), " ...")
    for quotation in claim.quotations():
        for found in _CUT.finditer(quotation[0]):
            base = quotation.start()
            yield Edit(base + found.start("cut"), base + found.end("cut"), "... ")


def marks(claim: Claim) -> Iterator[Edit]:
    """Curly marks for straight ones, and the reverse."""
    for quotation in claim.quotations():
        inner = quotation[0][1:-1]
        new = f"“{inner}”" if quotation[0][0] == '"' else f'"{inner}"'
        if quotation[0][0] in '"“':
            yield Edit(quotation.start(), quotation.end(), new)


def written_out(claim: Claim) -> Iterator[Edit]:
    """A small figure written out, and the reverse."""
    for found in claim.prose(_DIGIT):
        yield Edit(found.start(), found.end(), NUMERALS[int(found[0])])
    for found in claim.prose(_WRITTEN):
        yield Edit(found.start(), found.end(), str(NUMERALS.index(found[0])))


def rounded(claim: Claim) -> Iterator[Edit]:
    """`about` and two figures that count, for a large exact one."""
    for found in _figures(claim):
        number = found["digits"].replace(",", "")
        if number.isdigit() and len(number) >= 4 and not found["sign"]:
            rough = round(int(number), 2 - len(number))
            if rough != int(number):
                yield Edit(*found.span("digits"), f"about {rough:,}")


def vaguer(claim: Claim) -> Iterator[Edit]:
    """`more than` a lower figure: vaguer, and still true."""
    for found in _figures(claim):
        number = found["digits"].replace(",", "")
        after = claim.text[found.end() : found.end() + 12]
        if number.isdigit() and int(number) >= 20 and not found["sign"] and re.match(r" [a-z]{3}", after):
            lower = int(number) // 10 * 10 - (int(number) % 10 == 0) * 10
            yield Edit(*found.span("digits"), f"more than {lower:,}")


def day_first(claim: Claim) -> Iterator[Edit]:
    """`March 5` for `5 March`."""
    for found in claim.prose(_DATE):
        yield Edit(found.start(), found.end(), f"{found['month']} {found['day']}")


def percent(claim: Claim) -> Iterator[Edit]:
    """`%` for `percent`, and the reverse."""
    for found in claim.prose(_PERCENT):
        yield Edit(found.start(), found.end(), " percent" if "%" in found[0] else "%")


def stated(claim: Claim) -> Iterator[Edit]:
    """`stated` for `said`."""
    for found in claim.prose(_SAID):
        yield Edit(found.start(), found.end(), "stated")


SORTS = (
    Sort("harmless: quotation cut with a mark", (), cut_with_mark),
    Sort("harmless: other quotation marks", (), marks),
    Sort("harmless: small figures written out", (), written_out),
    Sort("harmless: rounded, with about", (), rounded),
    Sort("harmless: vaguer, with more than", (), vaguer),
    Sort("harmless: day and month reversed", (), day_first),
    Sort("harmless: % for percent", (), percent),
    Sort("harmless: stated for said", (), stated),
)
