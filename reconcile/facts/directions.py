"""Opposites: rose and fell, backed and opposed, opened and closed, said of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import cast

from attrs import frozen

from reconcile.grammar.anchors import anchoring, comparable, subject, subjects
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import form_of, is_past, key_of
from reconcile.grammar.phrases import PhraseTable
from reconcile.grammar.tense import reality
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml
from reconcile.model import Comparison, Statement

#: Two words are opposed only where so much of what stands near them agrees.
_FIRM = 2.0
#: The evidence's opposite must stand firmer than any word of it that goes the claim's way, by so much.
_MARGIN = 0.3
#: Where both sides of an axis stand in both texts ("31 for, nine against"), by so much.
_MIXED_MARGIN = 1.2
#: A sentence that has both sides, and not more votes on this one, has to tell of it so much more firmly.
_BOTH = 0.9
#: A claim that counts fewer on this side does not say that it won.
_FEWER = 3.0
#: The votes for a side are told so many words before it at most.
_COUNT_REACH = 7
#: A subject that the other side does not name at all speaks against one deed.
_OTHER_SUBJECT = 1.0
#: Subjects looked at, nearest first.
_SUBJECTS = 3
#: Where the evidence's author speaks of itself ("we lost"), so much more; what stands round a short sentence, each.
_HOLDER, _EACH, _BESIDE = 1.0, 0.34, 1.0
#: "Voted for" and "voted against" share their verb.
_SAME_VERB = 0.5
_SHORT = 5
_FIRST_PERSON = frozenset({"we", "i", "we've", "i've", "we're", "i'm", "our"})
_TO_COME = frozenset({"future", "planned", "possible", "obliged"})
_LIMITS = frozenset({"until", "till"})
#: Behind them stands what a change is measured against: "less than in 2022".
_COMPARING = frozenset({"than", "from", "against", "versus", "compared", "over"})


@frozen
class _Pole:
    """A word or phrase of one side of an axis in a sentence."""

    axis: str
    side: str
    first: int
    last: int


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash for each word of the claim whose opposite the evidence has of the same thing."""
    ours = poles(claim.text)
    if not ours:
        return
    others = [(s, theirs) for s in evidence if (theirs := poles(s.text)) and comparable(claim, s)]
    words = read_words(claim.text)
    for pole in ours:
        opposite, same = _Best(), _Best()
        for statement, theirs in others:
            for other in theirs:
                if other.axis == pole.axis:
                    best = opposite if other.side != pole.side else same
                    best.weigh(statement, other, _firmness(claim, pole, statement, other, evidence))
        if opposite.found is None:
            continue
        mixed = same.found is not None and any(p.axis == pole.axis and p.side != pole.side for p in ours)
        margin = _MIXED_MARGIN if mixed else _MARGIN
        firm = (
            _FIRM + _BOTH * _is_outvoted(*opposite.found) + _FEWER * _is_outvoted(claim, pole, counted=True)
        )
        if opposite.firmness >= firm and opposite.firmness > same.firmness + margin:
            yield _comparison(claim, words, pole, *opposite.found, opposite.firmness)
            return


def _is_outvoted(statement: Statement, pole: _Pole, *, counted: bool = False) -> bool:
    """Whether a sentence has both sides of an axis, and no more were counted on this one: "31 for, nine against".

    `counted` asks for such counts; else a sentence without any is one, too.
    """
    words = read_words(statement.text)
    rivals = [p for p in poles(statement.text) if p.axis == pole.axis and p.side != pole.side]
    counts = {p: _count_before(words, p.first) for p in (pole, *rivals)}
    outvoted = not all(counts[pole] > counts[rival] for rival in rivals)
    return bool(rivals) and outvoted and (not counted or all(counts.values()))


def _count_before(words: Wording, i: int) -> float:
    """The nearest figure before word `i`: how many took that side; 0 for none."""
    for j in range(i - 1, max(-1, i - _COUNT_REACH), -1):
        if words.keys[j][:1] == "#" and words.keys[j][1:].isdigit():
            return float(words.keys[j][1:])
    return 0.0


class _Best:
    """The firmest pole met so far."""

    def __init__(self) -> None:
        self.found: tuple[Statement, _Pole] | None = None
        self.firmness = 0.0

    def weigh(self, statement: Statement, pole: _Pole, firmness: float) -> None:
        """Keep `pole` where it is firmer than the one kept."""
        if firmness > self.firmness:
            self.found, self.firmness = (statement, pole), firmness


def _comparison(
    claim: Statement, words: Wording, pole: _Pole, statement: Statement, other: _Pole, firmness: float
) -> Comparison:
    theirs = read_words(statement.text)
    claimed = words.span(pole.first, pole.last, claim.span.start)
    given = theirs.span(other.first, other.last, statement.span.start)
    return Comparison(
        "direction",
        0.0,
        words.span(pole.first, pole.last).of(claim.text),
        theirs.span(other.first, other.last).of(statement.text),
        pole.axis,
        claimed,
        given,
        "polarity.direction",
        _said(words, pole),
        confidence=min(0.95, 0.5 + 0.1 * firmness),
    )


def _said(words: Wording, pole: _Pole) -> str | None:
    """The plain opposite of a verb of the claim, in its form ("rose" for "fell"); None where the axis has none."""
    forms = _plain_words().get(pole.axis)
    word = words.lower[pole.first]
    # Of several words only a verb and what belongs to it can be put in another's place: "voted against".
    if forms is None or (pole.first != pole.last and not is_past(word)):
        return None
    form = (
        1
        if word.endswith("s") and not word.endswith("ss")
        else 2
        if is_past(word)
        else 3
        if word.endswith("ing")
        else 0
    )
    return forms["b" if pole.side == "a" else "a"][form]


def _firmness(
    claim: Statement, pole: _Pole, statement: Statement, other: _Pole, evidence: Sequence[Statement]
) -> float:
    """How firmly two words of an axis are said of the same thing, 0 where they may both hold."""
    axis, ours, theirs = _axes()[pole.axis], read_words(claim.text), read_words(statement.text)
    if not _same_reality(ours, pole, theirs, other) or _year_beside(ours, pole) != _year_beside(
        theirs, other
    ):
        return 0.0
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
    if set(ours.keys[pole.first : pole.last + 1]) & set(theirs.keys[other.first : other.last + 1]) - {""}:
        firm += _SAME_VERB
    holder = _is_holder(claim, statement, theirs, other)
    if holder:
        firm += _HOLDER
    if axis == "act" and not holder and _other_doer(ours, pole, theirs, other):
        firm -= _OTHER_SUBJECT
    if pole.axis == "stance" and ours.content & theirs.content <= _names(ours) | _names(theirs):
        return 0.0  # What is backed must be shared, not only who does it.
    if axis == "converse" and len(_names(ours) & _names(theirs)) >= 2 and pole.axis != "result":
        return 0.0  # Both parties are named: who did it to whom is another question.
    if axis == "converse" and not holder and subject(ours, pole.first) != subject(theirs, other.first):
        return 0.0
    if axis == "measure" and not _same_measure(ours, pole, theirs, other):
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


def _is_holder(claim: Statement, statement: Statement, theirs: Wording, other: _Pole) -> bool:
    """Whether the evidence's "we" is who does it in the claim: its author, the first that the claim names."""
    before = theirs.lower[max(0, other.first - 4) : other.first]
    if _FIRST_PERSON.isdisjoint(before) or statement.speaker is None:
        return False
    return claim.entities[:1] == (statement.speaker,) or claim.speaker == statement.speaker


def _same_reality(ours: Wording, pole: _Pole, theirs: Wording, other: _Pole) -> bool:
    """Whether not one is done and the other still to come."""
    here, there = reality(ours.text, pole.first), reality(theirs.text, other.first)
    return not ((here == "done" and there in _TO_COME) or (there == "done" and here in _TO_COME))


def _limit_after(words: Wording, pole: _Pole) -> bool:
    """Whether the state holds "until" then, when its opposite begins: "open until six" is "closes at six"."""
    return not _LIMITS.isdisjoint(words.lower[pole.last + 1 : pole.last + 4])


def _names(words: Wording) -> set[str]:
    """The keys of what is written as a name."""
    return {key for i, key in enumerate(words.keys) if key and key[0] not in "~#" and words.is_name(i)}


def _other_doer(ours: Wording, pole: _Pole, theirs: Wording, other: _Pole) -> bool:
    """Whether each side names a subject of which the other says nothing."""
    here, there = subject(ours, pole.first), subject(theirs, other.first)
    return bool(here and there) and here not in theirs.content and there not in ours.content


def _year_beside(words: Wording, pole: _Pole) -> str:
    """The year that stands shortly behind a word in its clause, or ""."""
    for i in range(pole.last + 1, min(len(words), pole.last + 9)):
        if words.clauses[i] // 100 != words.clauses[pole.last] // 100:
            break
        key = words.keys[i]
        if len(key) == 5 and key[:3] in ("#19", "#20") and key[1:].isdigit():
            compared = not _COMPARING.isdisjoint(words.lower[max(0, i - 2) : i])
            return "" if compared else key
    return ""


def _same_measure(ours: Wording, pole: _Pole, theirs: Wording, other: _Pole) -> bool:
    """Whether the two words measure the same: a thing stands beside both, or two figures do."""
    shared = _beside(ours, pole) & _beside(theirs, other)
    return any(key[0] != "#" for key in shared) or len(shared) >= 2


def _beside(words: Wording, pole: _Pole) -> frozenset[str]:
    """What a word of amount measures: the nearest things before it and right behind it, and the figures behind it."""
    before = [key for _, key in zip(range(_SUBJECTS), subjects(words, pole.first), strict=False)]
    behind = [
        words.keys[i]
        for i in range(pole.last + 1, min(len(words), pole.last + 6))
        if words.keys[i] and words.keys[i][0] != "~" and words.clauses[i] == words.clauses[pole.last]
    ]
    comparatives, units = _measuring()
    if words.lower[pole.first] in comparatives:
        return frozenset(behind[:2]) - units
    return frozenset(before + behind[:3]) - units


@lru_cache(maxsize=4096)
def poles(text: str) -> tuple[_Pole, ...]:
    """The words of opposition in a sentence that are not denied, each with its axis and side."""
    words = read_words(text)
    found = _table().find(words)
    signs = list(_signs(words))
    if not found and not signs:
        return ()
    denied = read_denials(text).denied
    neutral = {i for f in found if f.label == "neutral" for i in range(f.first, f.last + 1)}
    out = []
    for label, first, last in found:
        axis, _, side = label.partition("|")
        if label == "neutral" or first in neutral or denied[first] or _is_covered(found, label, first, last):
            continue
        if axis == "beginning" and words.lower[last + 1 : last + 2] == ("to",):
            continue
        out.append(_Pole(axis, side, first, last))
    return tuple(out + signs)


def _is_covered(found: Sequence[tuple[str, int, int]], label: str, first: int, last: int) -> bool:
    """Whether a longer phrase of the same axis holds the words: "vote against" holds "against"."""
    axis = label.partition("|")[0]
    return any(
        begin <= first and last <= end and (begin, end) != (first, last) and other.partition("|")[0] == axis
        for other, begin, end in found
    )


def _signs(words: Wording) -> Iterator[_Pole]:
    """The signs before percentages and points in figures ("+2 %", "-7 %"), and "up 6 %"."""
    for i, word in enumerate(words.lower[:-2]):
        if words.keys[i][:1] == "#" and word != "no" and words.lower[i + 2] == "than":
            if words.lower[i + 1] in ("more", "less", "fewer"):
                yield _Pole("amount", "a" if words.lower[i + 1] == "more" else "b", i, i + 1)
            continue
        if words.keys[i + 1][:1] != "#":
            continue
        if word in "+-−" and words.keys[i + 2] in ("percent", "point", "pt"):
            yield _Pole("amount", "a" if word == "+" else "b", i, i)
        elif word in ("up", "down") and not (i and words.forms[i - 1] in _particle_verbs()):
            yield _Pole("amount", "a" if word == "up" else "b", i, i)


@cache
def _particle_verbs() -> frozenset[str]:
    """Verbs to which "up" or "down" belongs: "set up 12 clinics"."""
    axes = cast("list[dict[str, list[str]]]", load_toml("opposites")["axis"])
    measure = next(axis for axis in axes if "particle" in axis)
    return frozenset(form_of(verb) for verb in measure["particle"])


@cache
def _table() -> PhraseTable:
    groups: dict[str, list[str]] = {
        "neutral": cast("dict[str, list[str]]", load_toml("opposites")["neutral"])["phrases"]
    }
    for axis in cast("list[dict[str, list[str]]]", load_toml("opposites")["axis"]):
        groups[f"{axis['name']}|a"] = axis["a"]
        groups[f"{axis['name']}|b"] = axis["b"]
    return PhraseTable(groups)


@cache
def _measuring() -> tuple[frozenset[str], frozenset[str]]:
    """Comparatives that measure what stands behind them, and keys of units, which are no thing measured."""
    axes = cast("list[dict[str, list[str]]]", load_toml("opposites")["axis"])
    measure = next(axis for axis in axes if "behind" in axis)
    return frozenset(measure["behind"]), frozenset(key_of(word) for word in measure["units"])


@cache
def _plain_words() -> dict[str, dict[str, list[str]]]:
    """Axis -> side -> the plain verb of that side: base, third person, past, -ing."""
    axes = cast("list[dict[str, dict[str, list[str]]]]", load_toml("opposites")["axis"])
    return {str(axis["name"]): axis["plain"] for axis in axes if "plain" in axis}


@cache
def _axes() -> dict[str, str]:
    """Axis -> its kind."""
    axes = cast("list[dict[str, str]]", load_toml("opposites")["axis"])
    return {axis["name"]: axis["kind"] for axis in axes}
