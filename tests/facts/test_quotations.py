"""Quotations: first what is none, then every style of marks, then hostile text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.facts.quotations import find, use_of

#: Marks that open no quotation.
NONE = [
    "The workers' pay and the players' fault.",
    "Rock 'n' roll of the '90s.",
    "‘Tis the season, and the ’80s are back.",
    'A pipe of 12" and a man of 5\'10" tall.',
    "It's the town's, isn't it?",
    "O'Brien didn't say.",
    'An opening mark " that never closes.',
    "The harbour masters' and the fishermen's boats.",
    "5'",
]

#: Text, and the quotations in it by their ends.
FOUND = [
    ('"We will go," she said, "when ready."', ["We will go,", "when ready."]),
    ("“We can’t go,” he said.", ["We can’t go,"]),
    ("„Wir gehen“, sagte er.", ["Wir gehen"]),
    ("«Oui», dit-il, « non ».", ["Oui", " non "]),
    ("»Ja«, sagte sie.", ["Ja"]),
    ("‹Ja›, sagte sie.", ["Ja"]),
    ("「はい」と言った", ["はい"]),
    ("”Vi går”, sa hon.", ["Vi går"]),
    ("‘I don’t know the workers’ demands,’ she said.", ["I don’t know the workers’ demands,"]),
    ("He said: 'It's the players' fault,' and left.", ["It's the players' fault,"]),
    ("She said: “He told me ‘no’ twice.”", ["no", "He told me ‘no’ twice."]),
    (
        '"One paragraph goes on.\n\n"The next one ends it."',
        ["One paragraph goes on.", "The next one ends it."],
    ),
    ('He wrote "yes" and "no".', ["yes", "no"]),
    ("They call it 'the wave' here.", ["the wave"]),
    ('("Never," she said.)', ["Never,"]),
    ('The sign: "Closed".', ["Closed"]),
]

#: Text with one quotation, and what its marks are for.
USES = [
    ('Jamal "Jimmy" Osei scored.', "nickname"),
    ('She read "The Salt Ledger" twice.', "title"),
    ('The picture "Woman with Herring" is back.', "title"),
    ('The so-called "wave of horror" came.', "scare"),
    ('He kept his "hold" rating.', "scare"),
    ('He said: "We leave at dawn tomorrow."', "speech"),
    ('He said they would "leave at dawn tomorrow" if need be.', "fragment"),
    ('It was "not a good day for us" at all.', "fragment"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_quotation(text: str) -> None:
    assert [q.text for q in find(text)] == []


@pytest.mark.parametrize(("text", "quoted"), FOUND)
def test_every_style(text: str, quoted: list[str]) -> None:
    assert [q.text for q in find(text)] == quoted


@pytest.mark.parametrize(("text", "use"), USES)
def test_what_marks_are_for(text: str, use: str) -> None:
    (quotation,) = find(text)
    assert use_of(text, quotation, cue=False) == use


def test_a_verb_of_saying_makes_a_short_fragment_of_scare_quotes() -> None:
    (quotation,) = find('She called it "at an end".')
    assert use_of('She called it "at an end".', quotation, cue=True) == "fragment"


@given(st.text(alphabet="ab \n\"'“”‘’„«»‹›「」.,", max_size=200))
def test_spans_name_their_text(text: str) -> None:
    for quotation in find(text):
        assert quotation.inner.of(text) == quotation.text
        assert quotation.span.holds(quotation.inner)


@pytest.mark.parametrize("mark", ['"', "“", "'", "‘", "’", "„", "«", "」"])
def test_unclosed_marks_cost_no_more_than_their_number(mark: str) -> None:
    text = (mark + "a ") * 10_000
    started = time.process_time()
    list(find(text))
    assert time.process_time() - started < 1
