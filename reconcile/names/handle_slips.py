"""Words of a name that a handle spells with one slip (claes, Cleas): found in the letters left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.names.handle_forms import NameForms
from reconcile.names.handle_letters import HandleLetters
from reconcile.names.handle_stretches import Stretch
from reconcile.names.name_kind import is_body_word
from reconcile.names.spelling import single_edit

#: The shortest word in which a slip of one letter is believed.
_SHORTEST = 4
#: What a slip costs, in bits.
_COST = 4.2


def slips(
    letters: HandleLetters, found: Sequence[Stretch], row: Sequence[Stretch], mask: int, forms: NameForms
) -> list[Stretch]:
    """Stretches that are a word of the name but for one letter.

    `found` is all that may stand in the handle, `row` the best reading so far, with the words `mask`; an
    empty row stands for nothing read.
    """
    words = [f for f in forms.words if len(f.letters) >= _SHORTEST and f.letters[0] in letters.text]
    if not words:
        return []
    slipped: list[Stretch] = []
    for start, end, used in _loose_ends(row, mask) if row else [(0, len(letters.text), 0)]:
        for cut_start, cut_end in _pieces(letters, start, end, found):
            piece = letters.text[cut_start:cut_end]
            if is_body_word(piece):
                continue
            for form in words:
                if form.letters[0] != piece[0] or abs(len(piece) - len(form.letters)) > 1 or form.mask & used:
                    continue
                if single_edit(form.letters, piece) is not None and not is_body_word(form.letters):
                    slipped.append(
                        Stretch(cut_start, cut_end, form.mask, form.gain - _COST, form.role, form.matched)
                    )
    return slipped


def _loose_ends(row: Sequence[Stretch], mask: int) -> Iterator[tuple[int, int, int]]:
    """Where a word may stand that is not spelled as in the name, and the words that stand elsewhere.

    That is: the letters left over, alone and with the stretch before or behind them.
    """
    for i, gap in enumerate(row):
        if gap.role != "unexplained":
            continue
        if gap.end - gap.start >= _SHORTEST - 1:
            yield gap.start, gap.end, mask
        for beside in row[max(0, i - 1) : i + 2]:
            if beside.mask:
                yield min(beside.start, gap.start), max(beside.end, gap.end), mask & ~beside.mask


def _pieces(letters: HandleLetters, start: int, end: int, found: Sequence[Stretch]) -> list[tuple[int, int]]:
    """The pieces from `start` to `end` in which a word may stand: between breaks and what else was found."""
    edges = {start, end, *(b for b in letters.breaks if start < b < end)}
    longer = [s for s in found if s.end - s.start > 2 * (s.mask == 0)]
    edges |= {s.end for s in longer if s.start in edges and s.end < end}
    edges |= {s.start for s in longer if s.end in edges and s.start > start}
    marks = sorted(edges)
    return [(a, b) for i, a in enumerate(marks) for b in marks[i + 1 :] if b - a >= _SHORTEST - 1]
