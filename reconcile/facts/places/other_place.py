"""The clash with another place: which place of the evidence, if any, is surely that of the claim's event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.facts.places.gazetteer import key
from reconcile.facts.places.given import FEATURE, Given
from reconcile.facts.places.leading import in_a_list, preposition
from reconcile.facts.places.located import leads_on, located
from reconcile.facts.places.ranks import comparable, is_adjective, is_known
from reconcile.facts.places.reading import is_quarter
from reconcile.lexicons import load_words
from reconcile.model import Comparison, Place, Quantity, Statement
from reconcile.names.likeness import is_slip
from reconcile.patterns import lazy_re
from reconcile.surroundings import affinity, figures_met, other_names, same_deed
from reconcile.words import stems_of

#: Two places are taken for the place of one event from here on; where a table knows neither, more is asked.
_SOLID, _UNKNOWN = 1.5, 2.25
_SOLE = 1.0
_MORE = lazy_re(r"\b(?:an? (?:similar|second|third|further|comparable)|another|similar)\b", re.I)


def clashing_place(
    claim: Statement, place: Place, given: Sequence[Given], evidence: Sequence[Statement]
) -> Comparison | None:
    """The place that the evidence gives to the same event, where it is surely another."""
    before = preposition(claim, place.span)
    if before not in load_words("places", "at") and before != "to":
        return None
    if in_a_list(claim, place) or _one_more(claim.text, [g.statement.text for g in given]):
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
        FEATURE,
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


def _counts(statement: Statement) -> set[float]:
    return {f.low for f in statement.facts if isinstance(f, Quantity)}


def _rivals(claim: Statement, place: Place, given: Sequence[Given], before: str) -> list[tuple[float, Given]]:
    """The places of the evidence that may be given for the claim's, each with how near it stands."""
    here = f" {key(claim.text)} "
    thing, told = located(claim, place.span)
    verb = leads_on(claim, place.span)
    rivals: list[tuple[float, Given]] = []
    led: list[tuple[float, Given]] = []
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


def _may_rival(claim: Statement, place: Place, g: Given, before: str, *, same_thing: bool) -> bool:
    """Whether a place of the evidence is of the claim's rank, and told of the same deed."""
    if is_adjective(g.place) or not comparable(place, g, before, same_thing=same_thing):
        return False
    slip = not is_quarter(place) and is_slip(key(place.name), key(g.place.name))
    if slip and not (is_known(place) and is_known(g.place)):
        return False  # one place, misspelt: a matter of its name
    if other_names(claim, g.statement, stems_of(place.text) | stems_of(g.place.text)):
        return False
    return same_deed(claim, place.span, g.statement, g.place.span) or bool(figures_met(claim, g.statement))


def _only_city(
    claim: Statement, place: Place, given: Sequence[Given], evidence: Sequence[Statement]
) -> list[tuple[float, Given]]:
    """The one city that a post names, where another of its sentences is plainly about the claim's event."""
    if not place.within or not evidence or evidence[0].source.startswith("r"):
        return []
    cities = [g for g in given if g.place.within and not is_adjective(g.place)]
    if len({key(g.place.name) for g in cities}) != 1 or not comparable(place, cities[0], "in"):
        return []
    own = stems_of(place.text)
    shared = max(len((stems_of(claim.text) - own) & stems_of(s.text)) for s in evidence)
    size = len(stems_of(claim.text) - own)
    return [(_SOLID, cities[0])] if shared >= 3 and shared >= 0.5 * size else []
