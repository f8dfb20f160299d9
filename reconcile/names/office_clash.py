"""Whether two offices of one person can both be true, and in which way they cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from reconcile.names.bodies import concepts_of
from reconcile.names.cluster import key_of
from reconcile.names.countries import countries
from reconcile.names.described import wide_concepts
from reconcile.names.office_phrases import Office
from reconcile.names.parties_and_teams import one_team
from reconcile.text import bare

#: Letters by which a land and its people's adjective begin alike: "Kelva", "Orvan".
_STEM = 4

#: Kinds of body that hold others of other kinds: a city its museum, a government its ministries.
_LOOSE = frozenset({"ministry", "government", "city", "county", "mayor"})

_T = TypeVar("_T")


def office_clash(claimed: Office, evidence: Office) -> str:
    """The kind of discrepancy that two offices of one person make, or "" where both can hold.

    >>> from reconcile.names.holders import read_offices
    >>> a, b = read_offices("Senator Ada Moss")[0], read_offices("Ada Moss, MP")[0]
    >>> office_clash(a, b), office_clash(a, a)
    ('role.title', '')
    """
    first, second = claimed.title, evidence.title
    if first.name == second.name == "team":
        return "" if one_team(claimed.of, evidence.of) else "role.affiliation"
    if _of_parties(claimed, evidence) and (first is second or not first.ladders & second.ladders):
        return "role.affiliation"
    if first is not second and second.name not in first.also and first.name not in second.also:
        shared = first.ladders & second.ladders
        return "role.title" if shared and not _party_only(claimed, evidence) else ""
    if claimed.fields and evidence.fields and not claimed.fields & evidence.fields:
        return "role.title"
    ranked = first is second or "head" in (first.name, second.name)
    if ranked and claimed.status != evidence.status and "deputy" in (claimed.status, evidence.status):
        return "role.title"
    if _of_parties(claimed, evidence):
        return "role.affiliation"
    kindred = first.name != "staff" or concepts_of(claimed.of) & concepts_of(evidence.of)
    if (
        first is second
        and kindred
        and not _in_title(claimed, evidence)
        and _other_body(claimed.of, evidence.of)
    ):
        return "role.affiliation"
    if claimed.status != evidence.status and first is second and not (claimed.changing or evidence.changing):
        return "role.tense"
    return ""


def _in_title(a: Office, b: Office) -> bool:
    """Whether what one office seems to be of is a word of the other's title: "Country Manager", "country manager"."""
    return any(
        one.of and set(key_of(one.of)) <= set(bare(other.text).split()) - set(key_of(other.of))
        for one, other in ((a, b), (b, a))
    )


def _of_parties(a: Office, b: Office) -> bool:
    """Whether two offices are told to be two parties'."""
    return bool(a.party and b.party and a.party != b.party)


def _party_only(a: Office, b: Office) -> bool:
    """Whether a title was met as no more than a party's: "Conservative leader"."""
    return "head" in (a.title.name, b.title.name)


def _other_body(a: str, b: str) -> bool:
    """Whether two "of" name different lands or bodies: both in capitals, no word and no stem in common; or two
    kinds of body, told by their nouns ("the fire brigade", "the mine rescue service").
    """
    if not a or not b:
        return False
    if a.islower() or b.islower():
        return _other_kind(a, b)
    one, other = countries().get(bare(a)), countries().get(bare(b))
    if one or other:
        return one is not None and other is not None and one != other
    alike = bool(concepts_of(a) & concepts_of(b))
    first, second = (_own(a), _own(b)) if alike else (key_of(a), key_of(b))
    if not first or not second:
        return False
    return not any(x[:_STEM] == y[:_STEM] or x in y or y in x for x in first for y in second)


def _other_kind(a: str, b: str) -> bool:
    """Whether two bodies are of narrow kinds that have nothing in common, nor any word."""
    first, second = concepts_of(a) - wide_concepts() - _LOOSE, concepts_of(b) - wide_concepts() - _LOOSE
    return bool(first and second) and first.isdisjoint(second) and set(key_of(a)).isdisjoint(key_of(b))


def _own(body: str) -> tuple[str, ...]:
    """The words of a body's name that are not the noun of its kind: "lisk" of "University of Lisk"."""
    return tuple(word.removesuffix("'s") for word in key_of(body) if not concepts_of(word))


def clashing(
    claimed: Sequence[tuple[_T, Office]], evidence: Sequence[tuple[_T, Office]]
) -> Iterator[tuple[_T, Office, _T, Office, str]]:
    """The offices of one person that cannot both hold: each claimed one at most once, with its evidence.

    An office that the other side bears out is never held against anybody, whatever else that side has.
    """
    for here, office in claimed:
        for there, other in evidence:
            kind = office_clash(office, other)
            if not kind or any(_agree(office, o, other) for _, o in evidence):
                continue
            if not any(_agree(other, own, office) for _, own in claimed):
                yield here, office, there, other, kind
                break


def _agree(office: Office, other: Office, against: Office) -> bool:
    """Whether `other` bears out `office` in the very detail in which `against` speaks against it."""
    if _of_parties(office, against) and office_clash(office, against) == "role.affiliation":
        return office.party == other.party
    if office.title is not other.title or office_clash(office, other):
        return False
    if office.fields and against.fields and not office.fields & against.fields:
        return bool(office.fields & other.fields)
    if office.title is against.title and office.status == against.status and office.of and against.of:
        return bool(other.of)
    return True
