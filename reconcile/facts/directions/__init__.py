"""Opposites: rose and fell, backed and opposed, opened and closed, said of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import cast

from reconcile.facts.directions.poles import Pole, figures_of, poles
from reconcile.grammar.anchors import anchoring, comparable, objects, subject, subjects
from reconcile.grammar.keys import is_past, key_of
from reconcile.grammar.relative import tells_of_others
from reconcile.grammar.tense import reality
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
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
#: The same figure beside both words counts so much; so many of its digits make it telling.
_FIGURE, _TELLING = 1.0, 2
#: What is demanded less of a headline of whose words such a part is shared.
_HEADLINE, _COVERED = 0.8, 0.66
#: "Voted for" and "voted against" share their verb.
_SAME_VERB = 0.5
_SHORT = 5
_CONDITIONAL = frozenset({"if", "unless", "should"})
_TO_COME = frozenset({"future", "planned", "possible", "obliged"})
#: "Whether" leaves open what stands so near behind it (words).
_OPEN_BEFORE = 4
#: The amount of a change stands so many words before it at most: "2.9 percent higher".
_AMOUNT = 3
_LIMITS = frozenset({"until", "till"})


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash for each word of the claim whose opposite the evidence has of the same thing."""
    ours = poles(claim.text)
    if not ours or read_words(claim.text).lower[0] in _CONDITIONAL:
        return
    if tells_of_others(claim.text):
        return  # of which of the two a word is told, only a closer look would tell
    others = [
        (s, theirs)
        for s in evidence
        if (theirs := poles(s.text)) and comparable(claim, s) and not tells_of_others(s.text)
    ]
    words = read_words(claim.text)
    for pole in ours:
        opposite, same = _Best(), _Best()
        for statement, theirs in others:
            for other in theirs:
                if other.axis != pole.axis or _ends_it(claim, ours, pole, statement):
                    continue
                firm = _firmness(claim, pole, statement, other, evidence)
                if other.side == pole.side:
                    same.weigh(statement, other, firm)
                elif firm > opposite.firmness and not _is_anothers(
                    claim, ours, pole, statement, other, evidence, firm
                ):
                    opposite.weigh(statement, other, firm)
        if opposite.found is None:
            continue
        mixed = same.found is not None and any(p.axis == pole.axis and p.side != pole.side for p in ours)
        margin = _MIXED_MARGIN if mixed else _MARGIN
        firm = (
            _FIRM + _BOTH * _is_outvoted(*opposite.found) + _FEWER * _is_outvoted(claim, pole, counted=True)
        )
        if claim.headline and _is_covered(words, pole, opposite.found[0]):
            firm -= _HEADLINE
        if opposite.firmness >= firm and opposite.firmness > same.firmness + margin:
            yield _comparison(claim, words, pole, *opposite.found, opposite.firmness)
            return


def _ends_it(claim: Statement, ours: Sequence[Pole], pole: Pole, statement: Statement) -> bool:
    """Whether a headline names itself what its word ends, as the text below it does: "Hosepipe ban lifted"."""
    same_text = claim.headline and claim.source == statement.source
    return same_text and any(p.axis == pole.axis and p.side != pole.side for p in ours)


def _is_covered(words: Wording, pole: Pole, statement: Statement) -> bool:
    """Whether a headline, which is short, has nearly all of its words in a sentence of the evidence."""
    own = words.content.difference(words.keys[pole.first : pole.last + 1])
    theirs = read_words(statement.text)
    shared = own & theirs.content
    if theirs.lower[0] in load_words("grammar", "they") and len(theirs.content) - len(shared) <= 1:
        return bool(shared)  # "It is sticking to the plan."
    return len(shared) >= _COVERED * len(own) and len(shared) > 1


def _is_outvoted(statement: Statement, pole: Pole, *, counted: bool = False) -> bool:
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


def _is_anothers(
    claim: Statement,
    ours: Sequence[Pole],
    pole: Pole,
    statement: Statement,
    other: Pole,
    evidence: Sequence[Statement],
    firm: float,
) -> bool:
    """Whether another word of the claim goes the evidence's way at least as firmly: "gives up one, keeps the other"."""
    rivals = [own for own in ours if own.axis == pole.axis and own.side == other.side]
    words, theirs = read_words(claim.text), read_words(statement.text)
    thing = next(objects(theirs, other.last), "")
    if thing and next(objects(words, pole.last), "") == thing:
        return False
    return any(
        next(objects(words, rival.last), "") == thing != ""
        or _firmness(claim, rival, statement, other, evidence) >= firm
        for rival in rivals
    )


class _Best:
    """The firmest pole met so far."""

    def __init__(self) -> None:
        self.found: tuple[Statement, Pole] | None = None
        self.firmness = 0.0

    def weigh(self, statement: Statement, pole: Pole, firmness: float) -> None:
        """Keep `pole` where it is firmer than the one kept."""
        if firmness > self.firmness:
            self.found, self.firmness = (statement, pole), firmness


def _comparison(
    claim: Statement, words: Wording, pole: Pole, statement: Statement, other: Pole, firmness: float
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
        _said(words, pole, other),
        confidence=min(0.95, 0.5 + 0.1 * firmness),
    )


def _said(words: Wording, pole: Pole, other: Pole) -> str | None:
    """The plain opposite of a verb of the claim, in its form ("rose" for "fell"); None where the axis has none."""
    forms = _plain_words().get(pole.axis)
    word = words.lower[pole.first]
    # Of several words only a verb and what belongs to it can be put in another's place: "voted against".
    if forms is None or (pole.first != pole.last and not is_past(word)):
        return None
    if "c" in (pole.side, other.side):
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
    claim: Statement, pole: Pole, statement: Statement, other: Pole, evidence: Sequence[Statement]
) -> float:
    """How firmly two words of an axis are said of the same thing, 0 where they may both hold."""
    axis, ours, theirs = _axes()[pole.axis], read_words(claim.text), read_words(statement.text)
    figure = axis == "measure" and _same_figure(ours, pole, theirs, other)
    if axis == "measure" and _by_that_much(ours, pole, theirs, other):
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
    holder = _is_holder(claim, statement, theirs, other)
    if holder:
        firm += _HOLDER
    if axis == "act" and not holder and _other_doer(ours, pole, theirs, other):
        firm -= _OTHER_SUBJECT
    if pole.axis == "stance" and ours.content & theirs.content <= _names(ours) | _names(theirs):
        return 0.0  # What is backed must be shared, not only who does it.
    if axis == "converse" and len(_names(ours) & _names(theirs)) >= 2 and pole.axis != "result":
        return 0.0  # Both parties are named: who did it to whom is another question.
    if axis == "converse" and not holder and not _same_party(ours, pole, theirs, other):
        return 0.0
    if axis == "measure" and not figure and not _same_measure(ours, pole, theirs, other):
        return 0.0
    return firm


def _by_that_much(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether the evidence's word is a figure that stands lower than the one before it, and the claim's went by as
    much as that figure: prices "2.9 percent higher" are an inflation of 2.9 percent, which may have fallen.
    """
    figure = theirs.keys[other.first]
    before = ours.keys[max(0, pole.first - _AMOUNT) : pole.first]
    return figure[:1] == "#" and figure in before


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


def _is_holder(claim: Statement, statement: Statement, theirs: Wording, other: Pole) -> bool:
    """Whether the evidence's "we" is who does it in the claim: its author, the first that the claim names."""
    before = theirs.lower[max(0, other.first - 4) : other.first]
    if load_words("grammar", "we").isdisjoint(before) or statement.speaker is None:
        return False
    return claim.entities[:1] == (statement.speaker,) or claim.speaker == statement.speaker


def _same_reality(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether not one is done and the other still to come."""
    here, there = reality(ours.text, pole.first), reality(theirs.text, other.first)
    return not ((here == "done" and there in _TO_COME) or (there == "done" and here in _TO_COME))


def _limit_after(words: Wording, pole: Pole) -> bool:
    """Whether the state holds "until" then, when its opposite begins: "open until six" is "closes at six"."""
    return not _LIMITS.isdisjoint(words.lower[pole.last + 1 : pole.last + 4])


def _names(words: Wording) -> set[str]:
    """The keys of what is written as a name."""
    return {key for i, key in enumerate(words.keys) if key and key[0] not in "~#" and words.is_name(i)}


def _same_party(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether the same party does both, by the whole of its name or by the first of it: "Ost wins", "Ost Town lost"."""
    own, name = (list(islice(subjects(w, p.first), 2)) for w, p in ((ours, pole), (theirs, other)))
    if own[:1] == name[:1]:
        named = len(own) == len(name) == 2 and set(own) <= _names(ours) and set(name) <= _names(theirs)
        return not named or own == name  # "Ost Town", "Lisk Town"
    return (
        len(name) == 2
        and own[:1] == name[1:]
        and set(own[:1]) <= _names(ours)
        and set(name) <= _names(theirs)
    )


def _other_doer(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether each side names a subject of which the other says nothing."""
    here, there = subject(ours, pole.first), subject(theirs, other.first)
    return bool(here and there) and here not in theirs.content and there not in ours.content


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


def _same_measure(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether the two words measure the same: a thing stands beside both, or two figures do."""
    if theirs.keys[other.first][:1] == "#" and other.first == other.last:
        return subject(theirs, other.first) in _beside(ours, pole)  # a figure with what it was before
    shared = _beside(ours, pole) & _beside(theirs, other)
    return any(key[0] != "#" for key in shared) or len(shared) >= 2


def _same_figure(ours: Wording, pole: Pole, theirs: Wording, other: Pole) -> bool:
    """Whether a figure belongs to both words, and is telling enough, or belongs to one thing."""
    shared = figures_of(ours, pole) & figures_of(theirs, other)
    if not shared:
        return False
    telling = any(len(f"{figure:g}".replace(".", "").rstrip("0")) >= _TELLING for figure in shared)
    return telling or any(key[0] != "#" for key in _beside(ours, pole) & _beside(theirs, other))


def _beside(words: Wording, pole: Pole) -> frozenset[str]:
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
