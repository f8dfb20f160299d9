"""Names of persons, bodies and places; offices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.claims import Claim, Edit, Sort, is_ordinary, swaps
from benchmarks.mutations.times import DAYS, MONTHS

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-ž]+"
_FULL = re.compile(rf"\b{_CAPITAL}(?: {_CAPITAL})+\b")
_SINGLE = re.compile(rf"(?<=[a-z,] )(?<!\. ){_CAPITAL}\b(?! {_CAPITAL})")
_PLACE = re.compile(rf"\b(?:in|near|from|to|outside) (?P<place>{_CAPITAL})\b(?! {_CAPITAL}|['’])")
#: Not misspellings of names: days, months, and what is said of a people or language.
_OTHERS = frozenset([*DAYS, *MONTHS])
_PEOPLE = re.compile(r"(?:ish|ian|ese|ans|ench|erman|utch)$")
#: Towns far from each other, one of which is in no fixture.
TOWNS = ("Turku", "Porto", "Graz", "Cork", "Split")
GIVEN = {"a": ("Nora", "Ingrid", "Teresa"), "": ("Oscar", "Viktor", "Henrik")}
_OFFICE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Minister|Mayor|Senator|President|Professor|Director|Captain|Inspector|executive|chairman"
    r"|secretary|spokesman|spokeswoman|manager|head|engineer|officer|researcher|director|mayor|minister),? $"
)
_SAYING = re.compile(r",? (?:said|says|told|wrote|added)\b")


def letters(word: str) -> str | None:
    """The word with two neighbouring inner letters swapped, the last that differ; None where none do."""
    for at in range(len(word) - 3, 0, -1):
        if word[at] != word[at + 1] and word[at].islower() and word[at + 1].islower():
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return None


def full_name(claim: Claim) -> Iterator[Edit]:
    """Two letters swapped in the last word of a name of several words."""
    for found in claim.prose(_FULL):
        last = found[0].rpartition(" ")[2]
        new = letters(last)
        if (
            len(last) >= 5
            and last not in _OTHERS
            and not is_ordinary(last)
            and found[0] in claim.evidence
            and new
            and not claim.knows(new)
        ):
            yield Edit(found.end() - len(last), found.end(), new)


def single_name(claim: Claim) -> Iterator[Edit]:
    """A letter dropped from a name of one word."""
    for found in claim.prose(_SINGLE):
        word = found[0]
        new = word[:-2] + word[-1]
        if (
            len(word) < 6
            or word in _OTHERS
            or is_ordinary(word)
            or _PEOPLE.search(word)
            or word[-2] == word[-1]
        ):
            continue
        if re.search(rf"\b{word}\b", claim.evidence) and not claim.knows(new):
            yield Edit(found.start(), found.end(), new)


def person(claim: Claim) -> Iterator[Edit]:
    """Another given name: another person."""
    for found in claim.prose(_FULL):
        name = found[0]
        while _OFFICE.search(name.partition(" ")[0] + " "):
            name = name.partition(" ")[2]
        start = found.end() - len(name)
        given, _, family = name.partition(" ")
        shown = _OFFICE.search(claim.text[:start]) or _SAYING.match(claim.text, found.end())
        if len(family.split()) != 1 or is_ordinary(family) or name not in claim.evidence or not shown:
            continue
        new = next(name for name in GIVEN["a" if given.endswith("a") else ""] if not claim.knows(name))
        yield Edit(start, start + len(given), new)


def place(claim: Claim) -> Iterator[Edit]:
    """Another town."""
    for found in claim.prose(_PLACE):
        name = found["place"]
        if name not in _OTHERS and re.search(rf"\b(?:in|at|near|from|to|of) {name}\b", claim.evidence):
            new = next(town for town in TOWNS if not claim.knows(town))
            yield Edit(*found.span("place"), new)


OFFICES = {
    "minister": "senator", "Minister": "Senator", "mayor": "governor", "Mayor": "Governor", "senator": "minister",
    "Senator": "Minister", "chief executive": "chairman", "chairman": "chief executive", "director": "treasurer",
    "governor": "mayor", "president": "treasurer", "professor": "lecturer", "Professor": "Senator",
    "captain": "pilot", "inspector": "sergeant", "Inspector": "Sergeant", "ambassador": "consul",
    "state secretary": "minister", "commissioner": "councillor", "headteacher": "caretaker", "curator": "director",
    "coach": "captain", "conductor": "composer", "warden": "chaplain",
}  # fmt: skip
_OFFICES = swaps(OFFICES)
#: "the director", "its director", "the airport's director", "Mayor": no more to the office than its word.
_BARE_OFFICE = re.compile(r"(?:^|[^\w ] |\b(?:the|a|an|its|his|her|their|[a-z]+ by|[a-z]+['’]s?) )$", re.I)


def office(claim: Claim) -> Iterator[Edit]:
    """Another office, where nothing before it says more of it."""
    for edit in _OFFICES(claim):
        if _BARE_OFFICE.search(claim.text[: edit.start]):
            yield edit


_TENSE = re.compile(r"\b(?:former|acting|deputy|interim|outgoing|vice) (?=\w)")


def tense(claim: Claim) -> Iterator[Edit]:
    """Former, acting or deputy left out."""
    for found in claim.prose(_TENSE):
        if claim.states(found[0]):
            yield Edit(found.start(), found.end(), "")


SORTS = (
    Sort("place: another place", ("place.value",), place),
    Sort("role: another office", ("role.title",), office),
    Sort("role: former, acting dropped", ("role.tense", "role.title"), tense),
    Sort("name: another person", ("name.entity", "attribution.speaker"), person),
    Sort("name: letters of a full name", ("name.spelling", "name.inconsistent"), full_name),
    Sort("name: a letter of a single word", ("name.spelling", "name.inconsistent"), single_name),
)
