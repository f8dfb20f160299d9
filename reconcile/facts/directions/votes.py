"""The votes that a sentence counts for the sides of an axis: "31 for, nine against"."""

from __future__ import annotations

from reconcile.facts.directions.poles import Pole, poles
from reconcile.grammar.words import Wording, read_words
from reconcile.model import Statement

#: The votes for a side are told so many words before it at most.
_COUNT_REACH = 7


def is_outvoted(statement: Statement, pole: Pole, *, counted: bool = False) -> bool:
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
