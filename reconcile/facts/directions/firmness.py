"""How firmly two opposite words, one of each text, are said of the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from reconcile.facts.directions.doers import is_holder, names_of, other_doer, same_party
from reconcile.facts.directions.measures import by_that_much, same_figure, same_measure
from reconcile.facts.directions.poles import Pole
from reconcile.grammar.anchors import anchoring
from reconcile.grammar.tense import reality
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Statement

#: A subject that the other side does not name at all speaks against one deed.
_OTHER_SUBJECT = 1.0
#: Where the evidence's author speaks of itself ("we lost"), so much more; what stands round a short sentence, each.
_HOLDER, _EACH, _BESIDE = 1.0, 0.34, 1.0
#: The same figure beside both words counts so much.
_FIGURE = 1.0
#: "Voted for" and "voted against" share their verb.
_SAME_VERB = 0.5
_SHORT = 5
_TO_COME = frozenset({"future", "planned", "possible", "obliged"})
#: "Whether" leaves open what stands so near behind it (words).
_OPEN_BEFORE = 4
_LIMITS = frozenset({"until", "till"})


def firmness_of(
    claim: Statement, pole: Pole, statement: Statement, other: Pole, evidence: Sequence[Statement]
) -> float:
    """How firmly two words of an axis are said of the same thing, 0 where they may both hold."""
    axis, ours, theirs = _axes()[pole.axis], read_words(claim.text), read_words(statement.text)
    figure = axis == "measure" and same_figure(ours, pole, theirs, other)
    if axis == "measure" and by_that_much(ours, pole, theirs, other):
        return 0.0
    here, there = _year_beside(ours, pole), _year_beside(theirs, other)
    other_year = here != there and not (figure and not (here and there))
    if other_year or not _same_reality(ours, pole, theirs, other):
        return 0.0
    if "whether" in theirs.lower[max(0, other.first - _OPEN_BEFORE) : other.first]:
        return 0.0  # "examining whether to close it"
    if any(_limit_after(w, p) for w, p in ((ours, pole), (theirs, other))):
        return 0.0
    firm = anchoring(
        ours,
        pole.first,
        theirs,
        other.first,
        width_i=pole.last - pole.first + 1,
        width_j=other.last - other.first + 1,
    )
    firm += min(_BESIDE, _EACH * len(_beside_it(ours, theirs, statement, evidence)))
    firm += _FIGURE * figure
    if set(ours.keys[pole.first : pole.last + 1]) & set(theirs.keys[other.first : other.last + 1]) - {""}:
        firm += _SAME_VERB
    holder = is_holder(claim, statement, theirs, other)
    if holder:
        firm += _HOLDER
    if axis == "act" and not holder and other_doer(ours, pole, theirs, other):
        firm -= _OTHER_SUBJECT
    if pole.axis == "stance" and ours.content & theirs.content <= names_of(ours) | names_of(theirs):
        return 0.0  # What is backed must be shared, not only who does it.
    if axis == "converse" and len(names_of(ours) & names_of(theirs)) >= 2 and pole.axis != "result":
        return 0.0  # Both parties are named: who did it to whom is another question.
    if axis == "converse" and not holder and not same_party(ours, pole, theirs, other):
        return 0.0
    if axis == "measure" and not figure and not same_measure(ours, pole, theirs, other):
        return 0.0
    return firm


def _beside_it(
    ours: Wording, theirs: Wording, statement: Statement, evidence: Sequence[Statement]
) -> frozenset[str]:
    """What the claim shares with the statements round a short one."""
    if len(theirs.content) > _SHORT:
        return frozenset()
    keys: frozenset[str] = frozenset()
    for other in evidence:
        if other is not statement:
            keys |= ours.content & read_words(other.text).content
    return keys - theirs.content


def _same_reality(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether not one is done and the other still to come."""
    here, there = reality(ours.text, pole.first), reality(theirs.text, other.first)
    return not ((here == "done" and there in _TO_COME) or (there == "done" and here in _TO_COME))


def _limit_after(words: Wording, pole: Pole) -> bool:
    """Whether the state holds "until" then, when its opposite begins: "open until six" is "closes at six"."""
    return not _LIMITS.isdisjoint(words.lower[pole.last + 1 : pole.last + 4])


def _year_beside(words: Wording, pole: Pole) -> str:
    """The year that stands shortly behind a word in its clause, or ""."""
    for i in range(pole.last + 1, min(len(words), pole.last + 9)):
        if words.clauses[i] // 100 != words.clauses[pole.last] // 100:
            break
        key = words.keys[i]
        if len(key) == 5 and key[:3] in ("#19", "#20") and key[1:].isdigit():
            before = words.lower[max(0, i - 2) : i]
            compared = not load_words("opposites", "measured_against").isdisjoint(before)
            compared = compared or words.text[words.ends[i] : words.ends[i] + 1] == ":"
            return "" if compared else key
    return ""


@cache
def _axes() -> dict[str, str]:
    """Axis -> its kind."""
    axes = cast("list[dict[str, str]]", load_toml("opposites")["axis"])
    return {axis["name"]: axis["kind"] for axis in axes}
