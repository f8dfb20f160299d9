"""Whether a sentence asserts a word that is denied elsewhere, or denies one that is asserted: not every verb tells
that something is so.

A relative clause describes ("people who never smoked"), a request asks ("Please follow the signs"), "need not" leaves
open what will be, and "though not for schools" leaves out its verb.
"""

from __future__ import annotations

from reconcile.facts.negations.sides import Side, listed
from reconcile.grammar.denial import Denial
from reconcile.grammar.words import Wording
from reconcile.lexicons import load_words

#: Of these, the ones that may also stand before what they count.
_COUNTING = frozenset({"many", "some", "most"})
#: Adverbs may stand between an auxiliary and its "not".
_BETWEEN = 3


def requests(words: Wording, i: int) -> bool:
    """Whether word `i` is what a reader is asked to do: "please follow"."""
    return i > 0 and words.lower[i - 1] in listed("asking")


def of_anybody(words: Wording, i: int) -> bool:
    """Whether word `i` is what people in general do: "many hope", "people ask"; not the data of "some card data"."""
    if i < 1 or words.lower[i - 1] not in listed("anybody"):
        return False
    return words.lower[i - 1] not in _COUNTING or not any(words.keys[i + 1 : i + 2])


def other_object(denied: Wording, i: int, affirmed: Wording, j: int) -> bool:
    """Whether two verbs lead to their objects in two ways: "did not ask for money", "asked about money"."""
    here, there = denied.lower[i + 1 : i + 2], affirmed.lower[j + 1 : j + 2]
    return here != there and bool(here and there) and listed("leading").issuperset(here + there)


def only_unneeded(denied: Side, denial: Denial, affirmed: Side) -> bool:
    """Whether a denial is of a need, and the other side tells of none: "need not follow", "follow"."""
    words = denied.words
    needed = words.lower[denial.first] == "needn't" or (
        denial.first > 0 and words.lower[denial.first - 1] in ("need", "needs", "needed")
    )
    return needed and listed("necessity").isdisjoint(affirmed.words.lower)


def leaves_out_verb(words: Wording, denial: Denial) -> bool:
    """Whether "not" stands before a preposition without a verb before it: "though not for schools"."""
    if (
        words.lower[denial.last] not in ("not", "never")
        or words.lower[denial.last + 1 : denial.last + 2] == ()
    ):
        return False
    before = words.lower[max(0, denial.first - _BETWEEN) : denial.first]
    verbal = load_words("grammar", "auxiliaries") | load_words("grammar", "be") | listed("modals")
    return words.lower[denial.last + 1] in listed("behind_not") and verbal.isdisjoint(before)
