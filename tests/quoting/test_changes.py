"""What was changed in a quotation: first what is no change that matters, then each kind."""

from __future__ import annotations

import pytest

from reconcile.quoting.changes import changes
from reconcile.quoting.passages import place
from reconcile.quoting.turns import turn_after, turn_before

SOURCE = (
    "We are full, I won't pretend otherwise, but we are turning nobody away. It was a long, cold and frankly silly "
    "night. We will not sign before May. The quay is open to cars only on weekdays. I thank all of you for a great "
    "evening.\n\nNobody pays twice. The price of our gas has doubled in the space of a year, and nobody buys a roll "
    "for two euros."
)

#: Quotation, and the kinds of change in it.
CHANGED = [
    ("It was a long, cold and frankly silly night.", []),
    ("we are turning nobody away", []),
    ("I thank all of you for a great evening", []),
    ("We are full ... but we are turning nobody away", ["elision-marked"]),
    ("I thank [them] for a great evening", ["elision-marked"]),
    ("It was a long, cold and silly night", ["elision-unmarked"]),
    ("It was a long and silly night", ["elision-unmarked"]),
    ("We will sign before May", ["elision-meaning"]),
    ("We will ... sign before May", ["elision-meaning"]),
    ("The quay is open to cars on weekdays", ["elision-meaning"]),
    ("It was a long, cold and frankly happy night", ["alteration"]),
    ("I thank all of you for a good evening", ["alteration"]),
    ("We will probably not sign before May", ["alteration"]),
    (
        "We pay twice as much for gas as we did a year ago, and nobody buys a roll for two euros",
        ["paraphrase"],
    ),
    ("It was a long, cold and frankly silly night and nobody buys a roll for two euros", ["splice"]),
    ("Nobody pays twice. We will not sign before May", ["splice"]),
]


@pytest.mark.parametrize(("quotation", "kinds"), CHANGED)
def test_changes(quotation: str, kinds: list[str]) -> None:
    passage = place(quotation, SOURCE)
    assert passage is not None
    assert [change.kind for change in changes(passage)] == kinds


#: Source, quotation, and the kind of turn behind it.
BEHIND = [
    ("We back the plan. It is good.", "We back the plan", None),
    ("We back the plan, and so does the town.", "We back the plan", None),
    ("We stay until May.", "We stay until May", None),
    ("We back the plan, but not this year.", "We back the plan", "truncation"),
    ("We back the plan unless it rains.", "We back the plan", "truncation"),
    ("We go on Monday provided that it is dry.", "We go", "truncation"),
    ("We back the plan. But not this year.", "We back the plan", "truncation"),
    ("It is open to cars only.", "It is open to cars", "elision-meaning"),
]


@pytest.mark.parametrize(("source", "quotation", "kind"), BEHIND)
def test_what_stands_behind(source: str, quotation: str, kind: str | None) -> None:
    passage = place(quotation, source)
    assert passage is not None
    turn = turn_after(passage)
    assert (turn and turn.kind) == kind


#: Source, quotation, and whether words before it turn its sense.
BEFORE = [
    ("I said that the wall will hold.", "the wall will hold", False),
    ("On Monday the wall will hold.", "the wall will hold", False),
    ("I do not believe that the wall will hold.", "the wall will hold", True),
    ("If it freezes, the wall will hold.", "the wall will hold", True),
    ("Some of the boats can be saved.", "the boats can be saved", True),
]


@pytest.mark.parametrize(("source", "quotation", "turned"), BEFORE)
def test_what_stands_before(source: str, quotation: str, turned: bool) -> None:
    passage = place(quotation, source)
    assert passage is not None
    assert (turn_before(passage, sentence=True) is not None) == turned
