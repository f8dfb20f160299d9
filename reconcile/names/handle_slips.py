"""Words of a name that a handle spells with one slip (claes, Cleas): found in the letters left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.names.handle_forms import NameForms
from reconcile.names.handle_letters import HandleLetters
from reconcile.names.handle_stretches import Stretch
from reconcile.names.name_kind import is_body_word, is_given_name
from reconcile.names.spelling import single_edit, sounds_same

#: The shortest word in which a slip of one letter is believed.
_SHORTEST = 4
#: What a slip costs, in bits, and a spelling of the same sound.
_COST = 4.2
_BY_SOUND = 3.0
#: What it costs beside that where both words are given names that people bear: Marino, Mario.
_TWO_NAMES = 12.0


def slips(
    letters: HandleLetters, found: Sequence[Stretch], row: Sequence[Stretch], mask: int, forms: NameForms
) -> list[Stretch]:
    """Stretches that are a word of the name but for one letter.

    `found` is all that may stand in the handle, `row` the best reading so far, with the words `mask`; an
    empty row stands for nothing read.
    """
    words = [form for form in forms.words if len(form[0]) >= _SHORTEST]
    if not words:
        return []
    slipped: list[Stretch] = []
    for start, end, used in _loose_ends(row, mask) if row else [(0, len(letters.text), 0)]:
        for cut_start, cut_end in _pieces(letters, start, end, found):
            piece = letters.text[cut_start:cut_end]
            if is_body_word(piece):
                continue
            for word, word_mask, gain, role, matched in words:
                if word_mask & used or not -2 < len(piece) - len(word) < 2:
                    continue
                cost = _cost(word, piece)
                if cost is not None and not is_body_word(word):
                    slipped.append(Stretch(cut_start, cut_end, word_mask, gain - cost, role, matched))
    return slipped


def _cost(word: str, piece: str) -> float | None:
    """What it costs that `piece`, a letter longer or shorter at most, stands for `word`, or None where it cannot."""
    if word[0] == piece[0]:
        if single_edit(word, piece) is None:
            return None
        return _COST + (_TWO_NAMES if is_given_name(word) and is_given_name(piece) else 0.0)
    if word[0] in "yij" and piece[0] in "yij" and len(piece) >= _SHORTEST and sounds_same(word, piece):
        return _BY_SOUND
    return None


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
