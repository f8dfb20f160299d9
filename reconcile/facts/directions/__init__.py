"""Opposites: rose and fell, backed and opposed, opened and closed, said of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.facts.directions.firmness import firmness_of
from reconcile.facts.directions.poles import Pole, poles
from reconcile.facts.directions.votes import is_outvoted
from reconcile.facts.directions.wording import opposite_of
from reconcile.grammar.anchors import comparable, objects
from reconcile.grammar.relative import tells_of_others
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_words
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
#: What is demanded less of a headline of whose words such a part is shared.
_HEADLINE, _COVERED = 0.8, 0.66
_CONDITIONAL = frozenset({"if", "unless", "should"})


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
                firm = firmness_of(claim, pole, statement, other, evidence)
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
        firm = _FIRM + _BOTH * is_outvoted(*opposite.found) + _FEWER * is_outvoted(claim, pole, counted=True)
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
        or firmness_of(claim, rival, statement, other, evidence) >= firm
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
        opposite_of(words, pole, other),
        confidence=min(0.95, 0.5 + 0.1 * firmness),
    )
