"""The lines of a PDF's pages as text: paragraphs made whole again, and the rows of tables as lines.

Measures are in heights of the line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from reconcile.lexicons import load_words
from reconcile.patterns import lazy_regex
from reconcile.reading.formats.pdf_lines import Line
from reconcile.reading.formats.tables import lines_of
from reconcile.text import clean

#: Feet further apart than so many heights part paragraphs; type that differs by more in height is another's.
_APART, _OTHER_SIZE = 1.75, 0.15
#: A line that could have held the next line's first word, and so much more, ends its paragraph.
_SLACK = 0.6
#: A column of text is no narrower and has no fewer lines; its lines begin within so many points.
_COLUMN, _COLUMN_LINES, _INDENT = 14, 5, 24
#: A gap that surely parts two columns.
_WIDE = 1.0
#: A label of a row has no more lines; its lines stand no further apart, and rows do.
_LABEL_LINES, _LEADING = 3, 1.4
_BULLET = lazy_regex(r"[\uf0b7\uf0a7\uf0d8•▪‣◦●○■□–-]\s")
_PRIVATE_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•"})
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_STOPPED = lazy_regex(r"[.!?:…][\"”’'»)\]]*\s*\Z")
_DIGIT = lazy_regex(r"\d")
_WORD = lazy_regex(r"[\p{L}\p{M}]+")
_HYPHEN = "\u00ad"


def text_of(pages: Sequence[Sequence[Line]]) -> str:
    """The pages as text: a line a paragraph, and a line a row of a table."""
    paragraphs: list[str] = []
    words = _words(pages)
    for page in pages:
        margins = _margins(page)
        fresh = True
        n = 0
        while n < len(page):
            rows = _table_at(page, n)
            if rows:
                paragraphs += lines_of(_cells(page[n : n + rows]))
                n, fresh = n + rows, True
                continue
            line = page[n]
            split = _parts(line)
            before = page[n - 1] if n else None
            if len(split) > 1:
                paragraphs += split
            elif paragraphs and _goes_on(before, line, margins, fresh, paragraphs[-1]):
                paragraphs[-1] = _joined(paragraphs[-1], line.text, words)
            else:
                paragraphs.append(line.text)
            fresh = len(split) > 1
            n += 1
    tidy = (_tidied(paragraph) for paragraph in paragraphs)
    return clean("\n\n".join(paragraph for paragraph in tidy if paragraph))


def _margins(page: Sequence[Line]) -> dict[int, float]:
    """How far the lines reach that begin at about the same place, by that place: the width of their column.

    Where they are few or short, as a letterhead's in the middle of the page, it is that of the whole page.
    """
    columns: dict[int, list[Line]] = {}
    for line in page:
        columns.setdefault(_place(line), []).append(line)
    widest = max((line.right for line in page), default=0.0)
    margins = {}
    for place in columns:
        near = [line for at in (place - 1, place, place + 1) for line in columns.get(at, ())]
        reach = max(line.right for line in near)
        wide = reach - min(line.left for line in near) >= _COLUMN * min(line.height for line in near)
        margins[place] = reach if len(near) >= _COLUMN_LINES and wide else widest
    return margins


def _place(line: Line) -> int:
    return round(line.left / _INDENT)


def _goes_on(
    before: Line | None, line: Line, margins: Mapping[int, float], fresh: bool, paragraph: str
) -> bool:
    """Whether the line is of the same paragraph as the one before it; across pages, where no sentence ended."""
    if _BULLET.match(line.text):
        return False
    if before is None:
        return not _STOPPED.search(paragraph) and line.text[:1].islower()
    if fresh:
        return False
    height = max(before.height, line.height)
    apart = before.foot - line.foot
    if not 0 < apart <= _APART * height or abs(before.height - line.height) > _OTHER_SIZE * height:
        return False
    first = line.runs[0]
    shown = first.text.split(" ", 1)[0]
    width = (first.right - first.left) * len(shown) / max(1, len(first.text))
    return before.right + width + _SLACK * height > margins[_place(before)] or before.text.endswith(_HYPHEN)


def _parts(line: Line) -> list[str]:
    """The words on either side of a gap too wide for a space: a name on the left, a date on the right."""
    parts = [line.runs[0].text]
    for before, run in zip(line.runs, line.runs[1:], strict=False):
        if run.left - before.right > 3 * line.height:
            parts.append(run.text)
        else:
            parts[-1] += " " + run.text
    return [part.strip() for part in parts]


def _table_at(page: Sequence[Line], n: int) -> int:
    """How many lines from the nth on are the rows of a table; 0 where none begins."""
    end = n
    while end < len(page) and (_is_row(page[end]) or (end > n and _labels(page, end))):
        # a label of several lines may end below its row's figures
        if end > n and not -1 < (page[end - 1].foot - page[end].foot) / page[end].height <= 4:
            break
        end += 1
    if end - n < 2:
        return 0
    columns = _columns(page[n:end])
    rows = [line for line in page[n:end] if _is_row(line)]
    figured = sum(
        any(_DIGIT.search(run.text) for run in line.runs if run.left > columns[0][1] - 1) for line in rows
    )
    return end - n if len(columns) > 1 and figured >= max(2, len(rows) / 2) else 0


def _labels(page: Sequence[Line], n: int) -> bool:
    """Whether a line inside a table is a label that goes on in the next, or stands over the next rows."""
    below = page[n + 1 : n + 1 + _LABEL_LINES]
    line = page[n]
    if len(line.runs) > 1 or len(line.text) > 60 or _STOPPED.search(line.text):
        return False
    return any(_is_row(after) for after in below) and all(line.left <= after.left + 1 for after in below[:1])


def _is_row(line: Line) -> bool:
    """Whether a gap parts the line as it parts columns."""
    gaps = [after.left - run.right for run, after in zip(line.runs, line.runs[1:], strict=False)]
    return any(gap > _WIDE * line.height for gap in gaps) or (
        # figures stand closer in a narrow table: two gaps that no justified line has
        len(line.runs) > 2 and sum(bool(_DIGIT.search(run.text)) for run in line.runs) >= len(line.runs) - 1
    )


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The stretches across the page that have letters on some line, from left to right; rivers part them."""
    spans = sorted((run.left, run.right) for line in lines for run in line.runs)
    columns: list[tuple[float, float]] = []
    for left, right in spans:
        if columns and left <= columns[-1][1] + 0.5:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _cells(lines: Sequence[Line]) -> list[list[str]]:
    """The rows with a cell a column."""
    columns = _columns(lines)
    rows: list[list[str]] = []
    label = ""
    for n, line in enumerate(lines):
        row = [""] * len(columns)
        for run in line.runs:
            at = next(i for i, (left, right) in enumerate(columns) if left <= run.left <= right)
            row[at] = f"{row[at]} {run.text}".strip()
        row = [_tidied(cell) for cell in row]
        if not any(row[1:]) and not _is_row(line):
            above, below = (_between(lines, n, n + step) for step in (-1, 1))
            if min(above, below) <= _LEADING and rows and above < below:
                rows[-1][0] = f"{rows[-1][0]} {row[0]}"
                continue
            if below <= _LEADING:
                label = f"{label} {row[0]}".strip()
                continue
        rows.append([f"{label} {row[0]}".strip(), *row[1:]])
        label = ""
    return rows


def _between(lines: Sequence[Line], n: int, other: int) -> float:
    """How far two lines stand apart, in heights; far where there is no other."""
    if not 0 <= other < len(lines):
        return float("inf")
    return abs(lines[n].foot - lines[other].foot) / lines[n].height


# -- words ----------------------------------------------------------------------------------------------


def _words(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The words of the file in small letters, those with a hyphen inside among them."""
    found = (
        w
        for page in pages
        for line in page
        for w in regex.findall(r"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*", line.text)
    )
    return frozenset(word.casefold() for word in found)


def _joined(paragraph: str, line: str, words: frozenset[str]) -> str:
    """The paragraph with the next line; of a word parted at the line's end, the hyphen goes unless it is its own."""
    if not paragraph.endswith((_HYPHEN, "-")):
        return f"{paragraph} {line}"
    head, tail = _WORD.findall(paragraph[-40:-1]), _WORD.match(line)
    if not head or tail is None:
        return paragraph[:-1] + "-" + line
    first, second = head[-1].casefold(), tail.group().casefold()
    whole = first + second in words or not (
        f"{first}-{second}" in words
        or first in load_words("releases", "hyphen_heads")
        or tail.group()[0].isupper()
    )
    return paragraph[:-1] + ("" if whole else "-") + line


def _tidied(text: str) -> str:
    """On one line, ligatures as letters, a symbol font's bullet as one, no hyphen that is not to be seen."""
    return " ".join(text.translate(_LIGATURES).translate(_PRIVATE_BULLETS).replace(_HYPHEN, "-").split())
