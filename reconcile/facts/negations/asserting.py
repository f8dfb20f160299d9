"""Whether a sentence asserts a word that is denied elsewhere, or denies one that is asserted: not every verb tells
that something is so.

A relative clause describes ("people who never smoked"), a request asks ("Please follow the signs"), "need not" leaves
open what will be, and "though not for schools" leaves out its verb.
"""

from __future__ import annotations

from reconcile.facts.negations.sides import Side
from reconcile.grammar.denial import AUXILIARIES, Denial
from reconcile.grammar.words import Wording

_BE = frozenset({"be", "been", "being", "is", "are", "was", "were", "am"})
_MODALS = frozenset({"should", "must", "need", "needs", "needed", "ought", "shall", "cannot", "to"})
_ASKING = frozenset({"please", "pls", "kindly", "let's"})
_NECESSITY = frozenset({"must", "need", "needs", "needed", "have", "has", "had", "required", "obliged"})
#: What everybody does, one may not do: "people ask for money", "Moss will not ask".
_ANYBODY = frozenset(
    {"people", "many", "some", "others", "everybody", "everyone", "most", "anybody", "anyone"}
)
#: They lead a verb to what it is done to or about.
_LEADING = frozenset({"for", "about", "with", "against"})
#: Of these, the ones that may also stand before what they count.
_COUNTING = frozenset({"many", "some", "most"})
#: Adverbs may stand between an auxiliary and its "not".
_BETWEEN = 3
_PREPOSITIONS = frozenset(
    [
        "for",
        "in",
        "on",
        "at",
        "by",
        "from",
        "with",
        "to",
        "of",
        "because",
        "until",
        "before",
        "after",
        "during",
        "as",
        "via",
        "without",
    ]
)


def requests(words: Wording, i: int) -> bool:
    """Whether word `i` is what a reader is asked to do: "please follow"."""
    return i > 0 and words.lower[i - 1] in _ASKING


def of_anybody(words: Wording, i: int) -> bool:
    """Whether word `i` is what people in general do: "many hope", "people ask"; not the data of "some card data"."""
    if i < 1 or words.lower[i - 1] not in _ANYBODY:
        return False
    return words.lower[i - 1] not in _COUNTING or not any(words.keys[i + 1 : i + 2])


def other_object(denied: Wording, i: int, affirmed: Wording, j: int) -> bool:
    """Whether two verbs lead to their objects in two ways: "did not ask for money", "asked about money"."""
    here, there = denied.lower[i + 1 : i + 2], affirmed.lower[j + 1 : j + 2]
    return here != there and bool(here and there) and _LEADING.issuperset(here + there)


def only_unneeded(denied: Side, denial: Denial, affirmed: Side) -> bool:
    """Whether a denial is of a need, and the other side tells of none: "need not follow", "follow"."""
    words = denied.words
    needed = words.lower[denial.first] == "needn't" or (
        denial.first > 0 and words.lower[denial.first - 1] in ("need", "needs", "needed")
    )
    return needed and _NECESSITY.isdisjoint(affirmed.words.lower)


def leaves_out_verb(words: Wording, denial: Denial) -> bool:
    """Whether "not" stands before a preposition without a verb before it: "though not for schools"."""
    if (
        words.lower[denial.last] not in ("not", "never")
        or words.lower[denial.last + 1 : denial.last + 2] == ()
    ):
        return False
    before = words.lower[max(0, denial.first - _BETWEEN) : denial.first]
    verbal = AUXILIARIES | _BE | _MODALS
    return words.lower[denial.last + 1] in _PREPOSITIONS and verbal.isdisjoint(before)
