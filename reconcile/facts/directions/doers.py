"""Who does what an opposite word tells: the same party, the evidence's author, or somebody else."""

from __future__ import annotations

from itertools import islice

from reconcile.facts.directions.poles import Pole
from reconcile.grammar.anchors import subject, subjects
from reconcile.grammar.words import Wording
from reconcile.lexicons import load_words
from reconcile.model import Statement


def is_holder(claim: Statement, statement: Statement, theirs: Wording, other: Pole) -> bool:
    """Whether the evidence's "we" is who does it in the claim: its author, the first that the claim names."""
    before = theirs.lower[max(0, other.first - 4) : other.first]
    if load_words("grammar", "we").isdisjoint(before) or statement.speaker is None:
        return False
    return claim.entities[:1] == (statement.speaker,) or claim.speaker == statement.speaker


def names_of(words: Wording) -> set[str]:
    """The keys of what is written as a name."""
    return {key for i, key in enumerate(words.keys) if key and key[0] not in "~#" and words.is_name(i)}


def same_party(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether the same party does both, by the whole of its name or by the first of it: "Ost wins", "Ost Town lost"."""
    own, name = (list(islice(subjects(w, p.first), 2)) for w, p in ((ours, pole), (theirs, other)))
    if own[:1] == name[:1]:
        named = len(own) == len(name) == 2 and set(own) <= names_of(ours) and set(name) <= names_of(theirs)
        return not named or own == name  # "Ost Town", "Lisk Town"
    return (
        len(name) == 2
        and own[:1] == name[1:]
        and set(own[:1]) <= names_of(ours)
        and set(name) <= names_of(theirs)
    )


def other_doer(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether each side names a subject of which the other says nothing."""
    here, there = subject(ours, pole.first), subject(theirs, other.first)
    return bool(here and there) and here not in theirs.content and there not in ours.content
