"""A change is made only where it makes a true sentence false; first, where it must not be made."""

from __future__ import annotations

import pytest

from benchmarks.mutations import HARMLESS, SORTS
from benchmarks.mutations.claims import Claim, Edit
from benchmarks.mutations.running import around

BY_NAME = {sort.name: sort for sort in SORTS + HARMLESS}


def changed(name: str, text: str, evidence: str | None = None) -> list[str]:
    """The sentence after each edit of that sort; the evidence says the same unless it is given."""
    evidence = text if evidence is None else evidence
    claim = Claim("a", text, 0, evidence, text + "\n" + evidence)
    return [edit.apply(text) for edit in BY_NAME[name].edits(claim)]


@pytest.mark.parametrize(
    ("name", "text", "evidence"),
    [
        ("number: another value", "The hall has 640 seats.", "The hall is large."),
        ("number: another value", "More than 640 people came.", None),
        ("number: another value", "The pool opened in 2021.", None),
        ("number: another value", "It left from Gate 12.", None),
        ("number: another value", "They won 12-10.", None),
        ("number: another value", "He said: “We are 640 people.”", None),
        ("number: another value", "It opens on 12 March.", None),
        ("number: another value", "It starts at 10.30 and ends at 11 a.m.", None),
        ("number: ten times as many", "It was 38 degrees.", None),
        ("number: another unit", "It is 12 kilometres long.", "It is 12 kilometres (7 miles) long."),
        ("time: another weekday", "The town said on Monday that it was sold.", "It was sold on Monday."),
        ("time: another weekday", "It was sold on Monday.", "It was sold."),
        ("time: before, after", "He came before the court.", None),
        ("polarity: not added", "All of them are ready.", None),
        ("polarity: not added", "The slips which were noted came back.", None),
        ("polarity: not dropped", "It was not sold, nor was it let.", None),
        ("polarity: the opposite direction", "The gates stay closed.", None),
        ("modality: a plan told as done", "She will not visit the yard.", None),
        ("scope: all, most, some", "They keep all four of the works.", None),
        ("scope: another kind of event", "She will visit the yard.", None),
        ("name: letters of a full name", "The Transport Authority was told.", None),
        ("name: a letter of a single word", "It was in Sandal, on Wednesday.", "It was there."),
        ("role: another office", "The managing director spoke.", None),
        ("quote: words nobody said", "“It is a busy fen indeed,” said Ida Moll.", None),
        ("attribution: another channel", "The port wrote on X that it stands.", None),
        ("harmless: vaguer, with more than", "It took 12 days.", None),
    ],
)
def test_what_may_be_true_or_is_not_borne_out_is_left_alone(name, text, evidence):
    assert changed(name, text, evidence) == []


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("number: another value", "The hall has 640 seats.", "The hall has 460 seats."),
        ("number: another value", "The hall cost €4.9 million.", "The hall cost €9.4 million."),
        ("number: another value", "It has six wings.", "It has nine wings."),
        ("number: ten times as many", "The hall has 640 seats.", "The hall has 6,400 seats."),
        ("number: million, billion", "It cost 3 million.", "It cost 3 billion."),
        ("time: another weekday", "It opens on Monday.", "It opens on Wednesday."),
        ("time: another day of the month", "It opens on 12 March.", "It opens on 14 March."),
        ("time: another hour", "It opens at 10:30.", "It opens at 12:30."),
        ("time: another length", "It took three weeks.", "It took six weeks."),
        ("polarity: not added", "The pool was opened.", "The pool was not opened."),
        ("polarity: not dropped", "The pool was not opened.", "The pool was opened."),
        ("polarity: the opposite direction", "Prices rose again.", "Prices fell again."),
        ("attribution: admitted for said", "It is safe, the firm said.", "It is safe, the firm admitted."),
        ("modality: a plan told as done", "The pool will be opened.", "The pool was opened."),
        ("modality: may becomes will", "The pool may close.", "The pool will close."),
        ("modality: the condition dropped", "It opens if it is dry, he said.", "It opens, he said."),
        ("scope: all, most, some", "He said that most ports closed.", "He said that all ports closed."),
        ("place: another place", "They met in Lisk.", "They met in Turku."),
        ("role: another office", "The mayor opened it.", "The governor opened it."),
        ("name: letters of a full name", "It was Ines Vidal.", "It was Ines Viadl."),
        ("name: another person", "Mayor Ines Vidal came.", "Mayor Oscar Vidal came."),
        (
            "quote: not, only, until dropped",
            "“We will not sign it now,” he said.",
            "“We will sign it now,” he said.",
        ),
        ("quote: cut before but, unless", "“We like it, but not today,” he said.", "“We like it,” he said."),
        ("harmless: % for percent", "It rose 12 percent.", "It rose 12%."),
        ("harmless: day and month reversed", "It opens on 5 March.", "It opens on March 5."),
    ],
)
def test_a_true_sentence_is_made_false_or_kept_true(name, text, after):
    assert changed(name, text) == [after]


def test_every_sort_has_a_name_and_a_kind_of_its_family():
    assert len(BY_NAME) == len(SORTS) + len(HARMLESS)
    for sort in SORTS:
        family = sort.name.partition(":")[0]
        assert sort.kinds[0].startswith(f"{family}."), sort.name
    assert all(not sort.kinds and sort.name.startswith("harmless: ") for sort in HARMLESS)


def test_the_changed_words_are_found_with_one_on_each_side():
    added, dropped, slip = Edit(12, 12, " not"), Edit(13, 17, ""), Edit(6, 8, "lo")
    assert around("The pool was not opened again.", added) == ("The pool ", "was not opened", " again.")
    assert around("The pool was opened again.", dropped) == ("The pool ", "was opened", " again.")
    assert around("The polo was opened again.", slip) == ("", "The polo was", " opened again.")
    assert added.apply("The pool was opened again.") == "The pool was not opened again."
