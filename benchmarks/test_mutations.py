"""Which changes of a true article are found, by sort, and what is said where nothing is wrong.

pytest benchmarks/test_mutations.py
pytest benchmarks/test_mutations.py --misses      each change that was not found, and each false alarm
"""

from __future__ import annotations

import pytest

from benchmarks import pages
from benchmarks.cases import load
from benchmarks.intervals import scores
from benchmarks.mutations import HARMLESS, SORTS, running

FIXTURES = pages.ROOT / "fixtures"
#: False alarms of clean readings, each; and of harmless changes.
MOST = 0.06


@pytest.fixture(scope="module")
def cases():
    return load(FIXTURES, FIXTURES / "cases")


@pytest.fixture(scope="module")
def trials(cases, figures, tell, pytestconfig):
    """Every trial; the table of them is kept with the figures."""
    made = running.run(cases, SORTS + HARMLESS)
    for sort in SORTS + HARMLESS:
        mine = [trial for trial in made if trial.sort == sort.name]
        row = {"made": len(mine)}
        if sort.kinds:
            row |= {"found": sum(one.found for one in mine), "there": sum(bool(one.there) for one in mine)}
        else:
            row |= {"alarms": sum(bool(one.said) for one in mine)}
        figures.mutations[sort.name] = row
    figures.score("changes", scores(running.counts(made, cases)))
    for one in made:
        right = running.quiet(one) if running.is_harmless(one) else one.found
        if pytestconfig.getoption("--misses") and not right:
            tell(f"{one.case}: {one.sort}: {one.before!r} -> {one.after!r}: {list(one.said)}")
    return made


def test_the_unchanged_articles_raise_no_alarm(cases):
    alarms = [(case.name, one.kind, one.claimed.text) for case in cases for one in running.false_alarms(case)]
    assert len(alarms) <= MOST * len(cases), alarms


def test_harmless_changes_raise_no_alarm(trials):
    harmless = [one for one in trials if running.is_harmless(one)]
    loud = [(one.case, one.after, one.said) for one in harmless if not running.quiet(one)]
    assert harmless and len(loud) <= MOST * len(harmless), loud


def test_changes_are_found(trials):
    wrong = [one for one in trials if not running.is_harmless(one)]
    assert sum(one.found for one in wrong) >= 0.5 * len(wrong)


def test_the_same_trials_are_made_again(cases, trials):
    assert running.run(cases[:4], SORTS + HARMLESS) == [
        one for one in trials if one.case in {case.name for case in cases[:4]}
    ]
