"""Words in quotation marks that stand in the evidence letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.claims import Claim, Edit, Sort

#: Words that can go without a change of sense.
_LIGHT = re.compile(
    r"\b(?:very|really|truly|simply|quite|extremely|own|great|big|beautiful|lovely|dear) (?=\w)"
)
#: One of three parts, told by its commas.
_MIDDLE = re.compile(r"(?<=\w), [^,.;]{5,40}(?=, \w)")
_LIMITER = re.compile(r"\b(?:not|never|only|until|at least|no longer|hardly) (?=\w)|n['’]t\b")
_TURN = re.compile(r"[,;]? (?:but|unless|except|only if|although|provided)\b.*", re.S)
_WORD = re.compile(r"\b[a-z]{5,}\b")
_SENTENCES = re.compile(r"(?P<one>[^.!?]+[.!?]) (?P<two>[^.!?]+)(?=[.!?,]?$)")
_CREDITED = re.compile(
    r"\b(?:statement|release|post|posted|wrote|writes|tweeted)\b|\bon (?:X|Bluesky|Twitter)\b"
)
#: None of it said in any fixture.
INVENTED = "Nobody here ever expected such an outcome, and we regret it deeply."
#: Words of the same class and number, none near in meaning.
_OTHERS = {"ing": "ending", "ed": "rejected", "s": "failures", "ly": "rarely"}


def _inner(pattern: re.Pattern[str], claim: Claim) -> Iterator[tuple[re.Match[str], int]]:
    for quotation in claim.quotations():
        for found in pattern.finditer(quotation[0][1:-1]):
            yield found, quotation.start() + 1


def light(claim: Claim) -> Iterator[Edit]:
    """A word that only colours, or one part of three, is cut without a mark."""
    for found, base in _inner(_LIGHT, claim):
        yield Edit(base + found.start(), base + found.end(), "")
    for found, base in _inner(_MIDDLE, claim):
        if not _TURN.search(found[0]) and not re.search(r"\b(?:not?|that)\b", found[0]):
            yield Edit(base + found.start(), base + found.end(), "")


def limiter(claim: Claim) -> Iterator[Edit]:
    """The word that limits or denies is dropped."""
    for found, base in _inner(_LIMITER, claim):
        yield Edit(base + found.start(), base + found.end(), "")


def turned(claim: Claim) -> Iterator[Edit]:
    """The quotation ends before what turns it."""
    for found, base in _inner(_TURN, claim):
        if len(found.string[: found.start()].split()) >= 3:
            closing = "," if found[0].endswith(",") else ("." if found[0].endswith(".") else "")
            yield Edit(base + found.start(), base + found.end(), closing)


def swapped(claim: Claim) -> Iterator[Edit]:
    """Another word of the same form, inside the marks."""
    for found, base in _inner(_WORD, claim):
        new = next((word for ending, word in _OTHERS.items() if found[0].endswith(ending)), None)
        if new and not claim.knows(new) and not found[0].endswith(("ss", "us", "is")):
            yield Edit(base + found.start(), base + found.end(), new)


def invented(claim: Claim) -> Iterator[Edit]:
    """Words that nobody said, where the sentence credits them to the very text at hand, and to no talk."""
    if not _CREDITED.search(claim.text):
        return
    for quotation in claim.quotations():
        closing = quotation[0][-2] if quotation[0][-2] in ".,!?" else ""
        yield Edit(quotation.start() + 1, quotation.end() - 1, INVENTED.rstrip(".") + closing)


def reversed_order(claim: Claim) -> Iterator[Edit]:
    """Two sentences in the reverse order."""
    for found, base in _inner(_SENTENCES, claim):
        one, two = found["one"].strip(), found["two"].strip()
        if len(one.split()) >= 3 and len(two.split()) >= 3:
            yield Edit(base + found.start(), base + found.end(), f"{two}. {one[:-1]}")


SORTS = (
    Sort("quote: not, only, until dropped", ("quote.elision-meaning",), limiter),
    Sort("quote: cut before but, unless", ("quote.truncation",), turned),
    Sort("quote: words nobody said", ("quote.fabricated",), invented),
    Sort("quote: two sentences reversed", ("quote.splice",), reversed_order),
    Sort("quote: a word swapped", ("quote.alteration",), swapped),
    Sort("quote: cut without a mark", ("quote.elision-unmarked", "quote.elision-meaning"), light),
)
