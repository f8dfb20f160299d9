"""Whether two places that are left over, one on each side, are that of one thing told twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reconcile.belonging import Pairing
from reconcile.facts.places.agreement import one_name
from reconcile.facts.places.gazetteer import key
from reconcile.facts.places.leading import preposition
from reconcile.facts.places.located import leads_on, located
from reconcile.facts.places.ranks import head_of_name, is_adjective, is_known
from reconcile.facts.places.reading import is_quarter
from reconcile.lexicons import load_words
from reconcile.model import Comparison, Place, Statement
from reconcile.names.likeness import is_slip
from reconcile.surroundings import other_deed, other_names, shared_near

#: From here on two places that are left over are taken for one.
_ENOUGH = 2.0
_AROUND = frozenset({"in", "near"})


def located_things(statement: Statement) -> Iterator[Place]:
    """The places of a statement that tell where something is."""
    for fact in statement.facts:
        if isinstance(fact, Place) and not is_adjective(fact) and not is_quarter(fact):
            yield fact


def one_rank(one: Place, other: Place) -> bool:
    """Whether two places can be of one rank: both cities or both countries, or neither in a table."""
    if head_of_name(one) != head_of_name(other):
        return False
    if is_known(one) and is_known(other):
        return bool(one.within) == bool(other.within)
    return not is_known(one) or bool(one.within)


def may_hold(one: Place, other: Place) -> bool:
    """Whether two places may be one, or one in the other, or one misspelt."""
    name, second = key(one.name), key(other.name)
    within = name in map(key, other.within) or second in map(key, one.within)
    return name == second or within or one_name(name, second) or is_slip(name, second)


def named(place: Place, statements: Sequence[Statement]) -> bool:
    """Whether a text has the name of a place in any form: in the name of a body, a tag or a handle."""
    return named_in(place, (s.text for s in statements))


def named_in(place: Place, texts: Iterable[str]) -> bool:
    """Whether the name of a place is a part of one of these texts, spaces left out of account."""
    name = key(place.text)
    joined = name.replace(" ", "")
    return any(name in (told := key(text)) or joined in told.replace(" ", "") for text in texts)


def pair_off(pair: Pairing[Place]) -> Comparison | None:
    """The clash of two places that are left over; None where they may be of two things, or one in the other."""
    ours, theirs, claim, statement = pair.ours, pair.theirs, pair.claim, pair.statement
    led, other = preposition(claim, ours.span), preposition(statement, theirs.span)
    if led not in load_words("places", "at") or (led != other and not {led, other} <= _AROUND):
        return None
    if not pair.sole or other_names(claim, statement, {key(ours.text), key(theirs.text)}):
        return None
    thing, verb = located(claim, ours.span)[0], leads_on(claim, ours.span)
    its, does = located(statement, theirs.span)[0], leads_on(statement, theirs.span)
    same = bool((thing and thing == its) or (verb and verb == does))
    if thing and its and not same:
        return None
    if is_known(ours) != is_known(theirs) and not same:
        return None  # a city, and a quarter or a village in it
    spans = (claim, ours.span, statement, theirs.span)
    worth = 0.5 * min(4, shared_near(*spans)) + same + 2 * (min(pair.linked, 0.95) - 0.8)
    if worth - other_deed(*spans) < _ENOUGH:
        return None
    return Comparison(
        "place",
        0.0,
        ours.text,
        theirs.text,
        "no other place is left",
        ours.span,
        theirs.span,
        clash="place.value",
        suggestion=theirs.text,
        confidence=0.65,
    )
