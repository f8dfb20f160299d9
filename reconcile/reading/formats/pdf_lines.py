"""From letters with boxes to the lines of a page, by where they stand.

A page of PDF has neither lines nor paragraphs nor tables, only letters at places (ISO 32000-1, 9.4). Measures are in
heights of the line, so that they hold for any size of type.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import define, field

#: Between letters, in heights of the line: a space between words; what may part two columns, where the file has no
#: space there and where it has one.
_SPACE, _RIVER, _SPACED_RIVER = 0.12, 0.2, 0.6
#: Lines whose feet differ by less stand on one.
_SAME_FOOT = 0.35
#: Rows of a table begin no more than so many lines above where the file goes on with them.
_BACK = 4


class Glyph(NamedTuple):
    """A letter: where it begins and ends, how high above the page's foot its line is, and the size of its type."""

    letter: str
    left: float
    right: float
    foot: float
    size: float


@define
class Run:
    """Letters on one line without a gap that could part columns."""

    text: str
    left: float
    right: float


@define
class Line:
    """What stands at one height, from left to right."""

    foot: float
    height: float
    runs: list[Run] = field(factory=list)

    @property
    def text(self) -> str:
        """The line's words."""
        return " ".join(run.text for run in self.runs).strip()

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.runs[-1].right


def lines_on(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page, in the order of the file; one that goes back up to a row of a table joins that row."""
    lines: list[Line] = []
    for glyph in glyphs:
        line = _line_for(lines, glyph)
        if line is None:
            if glyph.letter.isspace():
                continue
            line = Line(glyph.foot, max(glyph.size, 1.0))
            lines.append(line)
        _add(line, glyph)
    for line in lines:
        line.runs = [run for run in line.runs if run.text.strip()]
        line.runs.sort(key=lambda run: run.left)
    lines = [line for line in lines if line.runs]
    # a foot that the file draws first
    while len(lines) > 2 and lines[0].foot < min(line.foot for line in lines[1:]):
        lines.append(lines.pop(0))
    return lines


def _line_for(lines: Sequence[Line], glyph: Glyph) -> Line | None:
    """The line that the letter goes on with: the last, or one shortly before it to whose right it stands."""
    for n, line in enumerate(reversed(lines[-_BACK:])):
        # raised or lowered type stands a little off its line's foot
        on_it = abs(line.foot - glyph.foot) <= _SAME_FOOT * max(line.height, glyph.size)
        if on_it and (n == 0 or (line.runs and glyph.left >= line.runs[-1].right)):
            return line
    return None


def _add(line: Line, glyph: Glyph) -> None:
    """Put the letter at the end of the line's last run, or begin another."""
    last = line.runs[-1] if line.runs else None
    if glyph.letter.isspace():
        if last is not None and not last.text.endswith(" "):
            last.text += " "
        return
    gap = glyph.left - last.right if last else 0.0
    river = _SPACED_RIVER if last and last.text.endswith(" ") else _RIVER
    if last is None or gap > river * line.height or gap < -3 * line.height:
        line.runs.append(Run(glyph.letter, glyph.left, glyph.right))
        return
    if gap > _SPACE * line.height and not last.text.endswith(" "):
        last.text += " "
    last.text += glyph.letter
    last.right = max(last.right, glyph.right)
