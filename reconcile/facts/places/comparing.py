"""Holding the places of a claim against those of the evidence: the same, one in the other, or
another place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.belonging import Held, told_of_other
from reconcile.facts.places.gazetteer import gazetteer, key
from reconcile.facts.places.located import leads_on, located
from reconcile.facts.places.reading import beside, is_quarter
from reconcile.facts.places.sites import other_sites
from reconcile.lexicons import load_words
from reconcile.model import Comparison, Place, Quantity, Span, Statement
from reconcile.names.likeness import is_slip
from reconcile.patterns import lazy_re
from reconcile.surroundings import affinity, figures_met, other_names, same_deed
from reconcile.words import stems_of

_FEATURE = "place"
#: What is said of a place of the evidence that lies in the claim's.
WITHIN = "within it"
#: Two places are taken for the place of one event from here on; where a table knows neither, more is asked.
_SOLID, _UNKNOWN = 1.5, 2.25
_SOLE = 1.0
_LIST_JOINT = lazy_re(r",? (?:and|or|und|et) (?:in )?|, (?:in )?|/|&")
_MORE = lazy_re(r"\b(?:an? (?:similar|second|third|further|comparable)|another|similar)\b", re.I)
_BEFORE = lazy_re(r"([^\W\d_]+)(?: the (?P<settled>[^\W\d_]+) of| the)?[ \u00a0]+$")
#: What is near a place is told as in it, where that place is a municipality.
_AROUND = frozenset(("in", "near"))


class _Given(NamedTuple):
    """A place of the evidence, with its statement."""

    statement: Statement
    place: Place


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A comparison for each place of `claim` with those of the statements of one post or release."""
    sites = list(other_sites(claim, evidence))
    yield from sites
    mine = [
        f
        for f in claim.facts
        if isinstance(f, Place) and not any(s.claimed_span and s.claimed_span.overlaps(f.span) for s in sites)
    ]
    if not mine:
        return
    given = [_Given(s, f) for s in evidence for f in s.facts if isinstance(f, Place)]
    told = " ".join(key(s.text.replace("#", " ").replace("@", " ")) for s in evidence)
    for place in mine:
        if is_adjective(place):
            continue
        found = _agreement(place, given, told)
        yield (
            (found and found.evidence_span and _told_elsewhere(claim, place, given))
            or found
            or _clash(claim, place, given, evidence)
            or Comparison(_FEATURE, 0.0, place.text, "", "not in the evidence", place.span)
        )


def is_adjective(place: Place) -> bool:
    """Whether a place is told by its adjective: "Belgian"."""
    found = gazetteer().places.get(key(place.text))
    return found is not None and found.rank == "adjective"


def _agreement(place: Place, given: Sequence[_Given], told: str) -> Comparison | None:
    """The evidence's place that is the claim's, lies in it, or holds it."""
    name = key(place.name)
    holder: _Given | None = None
    inside: _Given | None = None
    for g in given:
        other = key(g.place.name)
        if other == name or one_name(name, other):
            return _compared(place, 1.0, "the same", g)
        if name in map(key, g.place.within):
            inside = inside or g
        if other in map(key, place.within):
            holder = holder or g
    if f" {name} " in f" {told} " or name.replace(" ", "") in told.split() or _by_adjective(name, told):
        return Comparison(_FEATURE, 0.9, place.text, place.text, "named in the evidence", place.span)
    if inside:
        return _compared(place, 1.0, WITHIN, inside)
    if holder and not any(_sibling(place, g.place) for g in given):
        return _compared(place, 0.6, "the evidence names what holds it", holder)
    return None


def one_name(one: str, other: str) -> bool:
    """Whether all words of one name stand in the other, and not as what it lies by: "Lisk harbour", no "Orm de Lisk"."""
    short, long = sorted((one.split(), other.split()), key=len)
    if not set(short) <= set(long):
        return False
    before = long[long.index(short[0]) - 1] if long[0] != short[0] else ""
    return before not in load_words("places", "inside")


def _sibling(one: Place, other: Place) -> bool:
    """Whether both are cities, or both countries, and not the same one."""
    return bool(one.within) == bool(other.within) and key(one.name) != key(other.name)


def _compared(place: Place, score: float, detail: str, g: _Given) -> Comparison:
    return Comparison(_FEATURE, score, place.text, g.place.text, detail, place.span, g.place.span)


def _clash(
    claim: Statement, place: Place, given: Sequence[_Given], evidence: Sequence[Statement]
) -> Comparison | None:
    """The place that the evidence gives to the same event, where it is surely another."""
    before = preposition(claim, place.span)
    if before not in load_words("places", "at") and before != "to":
        return None
    if _in_a_list(claim, place) or _one_more(claim.text, [g.statement.text for g in given]):
        return None
    rivals = _rivals(claim, place, given, before)
    if not rivals:
        rivals = _only_city(claim, place, given, evidence)
    if not rivals or len({key(g.place.name) for _, g in rivals}) > 1:
        return None
    near, best = max(rivals, key=lambda r: r[0])
    # One place on each side, where the passage has no other: it stands for the other's.
    alone = len(given) == 1 and sum(isinstance(f, Place) for f in claim.facts) == 1
    near += _SOLE * (alone and (not _counts(claim) or _counts(claim) & _counts(best.statement) != set()))
    if near < (_SOLID if is_known(place) and is_known(best.place) else _UNKNOWN):
        return None
    return Comparison(
        _FEATURE,
        0.0,
        place.text,
        best.place.text,
        "another place",
        place.span,
        best.place.span,
        clash="place.value",
        suggestion=best.place.name if best.place.within else best.place.text,
        confidence=min(0.95, 0.5 + 0.1 * near),
    )


def _one_more(text: str, others: Sequence[str]) -> bool:
    """Whether only the claim tells of one more thing of the kind: "a similar shop in Lisk", "another fire"."""
    return _MORE.search(text) is not None and not any(_MORE.search(other) for other in others)


def _told_elsewhere(claim: Statement, place: Place, given: Sequence[_Given]) -> Comparison | None:
    """The clash with the place that the evidence gives for the claim's deed, where it names the claim's place for
    another; None otherwise.
    """
    before = preposition(claim, place.span)
    if len(given) < 2 or before not in load_words("places", "at") or _in_a_list(claim, place):
        return None
    name = key(place.name)
    agreeing = [g for g in given if name in (key(g.place.name), *map(key, g.place.within))]
    here = f" {key(claim.text)} "
    rivals = [
        g
        for g in given
        if f" {key(g.place.name)} " not in here
        and g not in agreeing
        and preposition(g.statement, g.place.span) == before
        and _comparable(place, g, before)
        and all(_of_another_deed(claim, place, a, g, before) for a in agreeing)
    ]
    if not agreeing or len({key(g.place.name) for g in rivals}) != 1:
        return None
    best = rivals[0]
    return Comparison(
        _FEATURE,
        0.0,
        place.text,
        best.place.text,
        "the evidence tells the place of another deed",
        place.span,
        best.place.span,
        clash="place.value",
        suggestion=best.place.text,
        confidence=0.7,
    )


def _of_another_deed(claim: Statement, place: Place, agrees: _Given, rival: _Given, before: str) -> bool:
    """Whether the place that agrees is where something else was, or where one comes from or goes to."""
    spans = Held(agrees.statement, agrees.place.span), Held(rival.statement, rival.place.span)
    own = stems_of(place.text) | stems_of(agrees.place.text) | stems_of(rival.place.text)
    if told_of_other(claim, place.span, *spans, leave_out=own):
        return True
    led = preposition(agrees.statement, agrees.place.span)
    same = agrees.statement is rival.statement and led in ("from", "to", "towards") and before != led
    return same and same_deed(claim, place.span, rival.statement, rival.place.span)


def _counts(statement: Statement) -> set[float]:
    return {f.low for f in statement.facts if isinstance(f, Quantity)}


def _in_a_list(claim: Statement, place: Place) -> bool:
    """Whether the place is one of several: "plants in Norland and Sutland"."""
    for fact in claim.facts:
        if isinstance(fact, Place) and fact is not place:
            first, second = sorted((fact.span, place.span), key=lambda span: span.start)
            between = claim.text[first.end - claim.span.start : second.start - claim.span.start]
            if _LIST_JOINT.fullmatch(between):
                return True
    return False


def _rivals(
    claim: Statement, place: Place, given: Sequence[_Given], before: str
) -> list[tuple[float, _Given]]:
    """The places of the evidence that may be given for the claim's, each with how near it stands."""
    here = f" {key(claim.text)} "
    thing, told = located(claim, place.span)
    verb = leads_on(claim, place.span)
    rivals: list[tuple[float, _Given]] = []
    led: list[tuple[float, _Given]] = []
    for g in given:
        other, also = located(g.statement, g.place.span)
        same = bool(thing) and thing == other
        if f" {key(g.place.name)} " in here or not _may_rival(claim, place, g, before, same_thing=same):
            continue
        if (
            thing
            and other
            and not same
            and (told or also or preposition(g.statement, g.place.span) != before)
        ):
            continue  # where the company is, against where its factory is
        near = (
            affinity(claim, place.span, g.statement, g.place.span) + same + 0.75 * (same and (told or also))
        )
        rivals.append((near, g))
        if verb and verb == leads_on(g.statement, g.place.span):
            led.append((near + 0.75, g))
    return led or rivals


def _may_rival(claim: Statement, place: Place, g: _Given, before: str, *, same_thing: bool) -> bool:
    """Whether a place of the evidence is of the claim's rank, and told of the same deed."""
    if is_adjective(g.place) or not _comparable(place, g, before, same_thing=same_thing):
        return False
    slip = not is_quarter(place) and is_slip(key(place.name), key(g.place.name))
    if slip and not (is_known(place) and is_known(g.place)):
        return False  # one place, misspelt: a matter of its name
    if other_names(claim, g.statement, stems_of(place.text) | stems_of(g.place.text)):
        return False
    return same_deed(claim, place.span, g.statement, g.place.span) or bool(figures_met(claim, g.statement))


def _only_city(
    claim: Statement, place: Place, given: Sequence[_Given], evidence: Sequence[Statement]
) -> list[tuple[float, _Given]]:
    """The one city that a post names, where another of its sentences is plainly about the claim's event."""
    if not place.within or not evidence or evidence[0].source.startswith("r"):
        return []
    cities = [g for g in given if g.place.within and not is_adjective(g.place)]
    if len({key(g.place.name) for g in cities}) != 1 or not _comparable(place, cities[0], "in"):
        return []
    own = stems_of(place.text)
    shared = max(len((stems_of(claim.text) - own) & stems_of(s.text)) for s in evidence)
    size = len(stems_of(claim.text) - own)
    return [(_SOLID, cities[0])] if shared >= 3 and shared >= 0.5 * size else []


def _comparable(place: Place, g: _Given, before: str, *, same_thing: bool = False) -> bool:
    """Whether the two are places of one rank, said of where something is, so that both cannot hold."""
    other = g.place
    if is_quarter(place) != is_quarter(other) or (is_quarter(place) and beside(place, other)):
        return False
    if key(other.name) in map(key, place.within) or key(place.name) in map(key, other.within):
        return False
    if head_of_name(place) != head_of_name(other) and not (is_known(place) and is_known(other)):
        return False  # a town, and a street of it
    if before == "to" and (preposition(g.statement, other.span) != "to" or not is_known(place)):
        return False
    if is_known(place) and is_known(other):
        flag = not any(c.isalpha() for c in other.text)
        return not flag and (bool(place.within) == bool(other.within) or place.within != (other.name,))
    led = preposition(g.statement, other.span)
    if led != before and not {led, before} <= _AROUND:
        return False
    return same_thing or (not is_known(place) and not is_known(other))


def head_of_name(place: Place) -> str:
    """The word that tells what sort of place a name is: "street" of "Harbour Street"; "" for a mere name."""
    last = key(place.text).rpartition(" ")[2]
    return last if last in load_words("places", "heads") else ""


def is_known(place: Place) -> bool:
    """Whether a table has the place."""
    return key(place.name) in gazetteer().places


def preposition(statement: Statement, span: Span) -> str:
    """The word right before a place, "the" left out."""
    match = _BEFORE.search(statement.text[: span.start - statement.span.start])
    if match is None:
        return ""
    settled = match["settled"]
    return (
        "of" if settled and settled.lower() not in load_words("places", "settlements") else match[1].lower()
    )


def _by_adjective(name: str, told: str) -> bool:
    """Whether the evidence has a place's adjective, as its letters tell: "Azorean" for the Azores."""
    stem = name.removesuffix("s")
    return " " not in name and len(stem) > 4 and any(word.startswith(stem) for word in told.split())
