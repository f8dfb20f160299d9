"""Two meetings of one person are two events; first, what still may be one."""

import pytest

from reconcile.links.meetings import other_meeting
from reconcile.model import Span, Statement

PERSONS = frozenset({"khar", "moor", "claes", "brandt"})


def said(text: str, *entities: str) -> Statement:
    return Statement("s1", "p1", Span(0, len(text)), text, entities=entities)


MET = said("Brandt met Moor in Lisk.", "brandt", "moor", "lisk")
ONE = [
    (MET, said("Good talks with Moor in Lisk today!", "brandt", "moor")),
    (MET, said("I met a colleague in Lisk today.", "brandt")),
    (said("Brandt met trade unionists.", "brandt"), said("Brandt met Claes.", "brandt", "claes")),
    (
        said("Brandt and Moor signed the treaty.", "brandt", "moor"),
        said("Brandt met Claes.", "brandt", "claes"),
    ),
    (MET, said("Brandt met Moor, Claes and Khar.", "brandt", "moor", "claes", "khar")),
]


@pytest.mark.parametrize(("claim", "told"), ONE)
def test_may_be_one_meeting(claim: Statement, told: Statement) -> None:
    assert not other_meeting(claim, [told], [told], PERSONS)


def test_a_meeting_with_somebody_else() -> None:
    told = said("Brandt called on Claes in Lisk.", "brandt", "claes", "lisk")
    assert other_meeting(MET, [told], [told], PERSONS)
    later = said("Earlier Brandt had met Moor.", "brandt", "moor")
    assert not other_meeting(MET, [told], [told, later], PERSONS)
