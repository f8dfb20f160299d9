"""Sites that are named for a place: "Lisk station" in one text, "the station of Orme" in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.facts.places.gazetteer import gazetteer, key
from reconcile.lexicons import load_words
from reconcile.model import Comparison, Span, Statement
from reconcile.names.likeness import is_slip
from reconcile.surroundings import other_names
from reconcile.words import clauses_of, stems_of, words_of

_NAME = r"(?!\d)[^\W_a-z][\w’'-]*(?: (?!\d)[^\W_a-z][\w’'-]*){0,2}"
#: So many words besides the site and its name tell that both sentences speak of one thing.
_SHARED = 2


class _Site(NamedTuple):
    """A named site: its sort, its name, the preposition before it, and where it and its name stand."""

    sort: str
    name: str
    led: str
    named_for: bool
    text: str
    span: Span
    name_at: Span


def other_sites(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash for each site of `claim` that the evidence's sentence on the same thing names for another place."""
    ours = _sites(claim.text)
    if not ours:
        return
    theirs = [(s, site) for s in evidence for site in _sites(s.text)]
    told = " ".join(key(s.text) for s in evidence)
    for site in ours:
        rivals = [(s, r) for s, r in theirs if r.sort == site.sort]
        names = {_plain(r.name) for _, r in rivals}
        if len(names) != 1 or sum(o.sort == site.sort for o in ours) > 1:
            continue
        for statement, rival in rivals:
            if _differ(site, rival, claim, told) and _of_one_thing(claim, site, statement, rival):
                yield _clash(claim, site, statement, rival)
                break


def _differ(site: _Site, rival: _Site, claim: Statement, told: str) -> bool:
    """Whether two sites of a sort, led to alike, have names that cannot be those of one place."""
    one, other = _plain(site.name), _plain(rival.name)
    if set(one.split()) & set(other.split()) or is_slip(one, other) or f" {other} " in f" {key(claim.text)} ":
        return False
    there, along = load_words("places", "there"), load_words("places", "along")
    if (site.led in there) != (rival.led in there) or (site.led in along and site.led != rival.led):
        return False
    known = gazetteer().places
    if (one in known) != (other in known):
        return False  # a city, and a quarter or a village in it
    # A name that the evidence has for something else is the wrong one only where both are led to alike.
    return f" {one} " not in f" {told} " or (site.led == rival.led and site.named_for == rival.named_for)


def _of_one_thing(claim: Statement, site: _Site, evidence: Statement, rival: _Site) -> bool:
    """Whether the sentences share words besides the sites, and name nobody else."""
    own = stems_of(site.text) | stems_of(rival.text)
    shared = (clauses_of(claim.text).all & clauses_of(evidence.text).all) - own
    along = site.led in load_words("places", "along") and site.named_for == rival.named_for
    return len(shared) >= _SHARED - along and not other_names(claim, evidence, own)


def _clash(claim: Statement, site: _Site, evidence: Statement, rival: _Site) -> Comparison:
    start, end = site.name_at.start - site.span.start, site.name_at.end - site.span.start
    return Comparison(
        "place",
        0.0,
        site.text,
        rival.text,
        "a site of another name",
        Span(claim.span.start + site.span.start, claim.span.start + site.span.end),
        Span(evidence.span.start + rival.span.start, evidence.span.start + rival.span.end),
        clash="place.value",
        suggestion=site.text[:start] + rival.name + site.text[end:],
        confidence=0.75,
    )


@lru_cache(maxsize=4096)
def _sites(text: str) -> tuple[_Site, ...]:
    """The sites of a sentence that have a name and a preposition."""
    if _sorts().isdisjoint(words_of(text).lower):
        return ()
    found = []
    for match in _pattern().finditer(text):
        side = "of" if match["for"] else "own"
        first = match[side].split()[0].lower()
        if first in load_words("places", "site_sorts") or match[side].isupper():
            continue
        at = Span(*match.span(side))
        whole = Span(match.start("site"), match.end("site"))
        sort = (match["sort"] or match["what"]).lower()
        name = match[side].removesuffix("'s").removesuffix("’s")
        found.append(
            _Site(
                "harbour" if sort == "harbor" else sort,
                name,
                match["led"].lower(),
                side == "of",
                match["site"],
                whole,
                at,
            )
        )
    return tuple(found)


def _plain(name: str) -> str:
    """The name as it is compared: that of the tables for a known city."""
    found = gazetteer().places.get(key(name))
    return key(found.name) if found else key(name)


@cache
def _sorts() -> frozenset[str]:
    return load_words("places", "sites")


@cache
def _pattern() -> re.Pattern[str]:
    """ "at Lisk station", "into the harbour of Lisk"."""
    sorts = "|".join(sorted(_sorts()))
    led = "|".join(sorted(load_words("places", "there") | load_words("places", "along")))
    return re.compile(
        rf"\b(?P<led>{led}) (?:the |our )?"
        rf"(?P<site>(?P<own>{_NAME}?) (?P<what>(?i:{sorts}))\b|(?P<sort>{sorts}) (?P<for>of|at) (?P<of>{_NAME}))"
    )
