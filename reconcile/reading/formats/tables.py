"""Tables as lines: a row becomes a line in which each figure stands with its row's label and its column's head.

"Containers: 312,000 (2024); Containers: 298,000 (2023)": so a figure can be read as one in a list of figures is,
and held against a sentence. Tables that hold no figures, as those that lay out a letterhead, are left as cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

import regex

from reconcile.lexicons import load_rows, load_words
from reconcile.patterns import lazy_regex

Row: TypeAlias = Sequence[str]

#: A larger table is no table of figures for a reader; the rest of it is laid out as cells.
_MOST_COLUMNS = 24
_FIGURE = lazy_regex(
    r"[(+−–-]?\s?(?:\p{Sc}|\p{Lu}{2,3}\s)?\s?\d[\d.,'’\u00a0\u202f ]*\s?"
    r"(?:%|‰|\p{Sc}|(?:percent|per\scent|pp|m|bn|k|million|billion|thousand|Mio|Mrd|[a-zA-Z]{1,3}²?)\b\.?)?\s?\p{Sc}?\)?"
)
#: What heads a column and is no figure though it has digits: a year, a quarter, a half, a day.
_PERIOD = lazy_regex(
    r"(?:(?:Q|H|FY|T|S|[1-4]\.\s?Quartal|Quarter|Year)[\s/]?\d?[\s/]?)?(?:(?:19|20)\d\d)(?:[/–-]\d{2,4})?|Q[1-4]|H[12]",
    regex.IGNORECASE,
)
#: A unit in a head or a label: "(EUR million)", "in %", "USD m".
_UNIT = lazy_regex(
    r"[\s,]*[(\[]?\s*(?:in\s+)?(?:(?P<currency>\p{Sc}|[A-Z]{3})\s?(?P<scale>million|billion|thousand|m|mn|bn|k|Mio\.?|Mrd\.?)?"
    r"|(?P<after>million|billion|thousand|Mio\.?|Mrd\.?)(?:\s(?P<money>\p{Sc}|[A-Z]{3}|[Ee]uros?|[Dd]ollars?|[Pp]ounds?))?"
    r"|(?P<share>%|per\scent|percent|Prozent))\s*[)\]]?\s*\Z"
)
_SCALES = {
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "k": "thousand",
    "Mio": "million",
    "Mrd": "billion",
}
_EMPTY = frozenset({"", "-", "–", "—", "n/a", "n.a.", ".", "..", "x"})
_DIGIT = lazy_regex(r"\d")
_WORD = lazy_regex(r"\p{L}+")


def lines_of(rows: Sequence[Row]) -> list[str]:
    """The table as lines; no word of it is lost, and a cell of several lines keeps them where it is no figure."""
    tidy = [[cell.strip() for cell in row] for row in rows]
    tidy = [row for row in tidy if any(row)]
    if not tidy:
        return []
    if not _is_of_figures(tidy):
        return [line for row in tidy for line in _as_cells(row)]
    heads, body = _headed(tidy)
    title, general = _unit(heads[0]) if heads else ("", "")
    lines = [title] if title else []
    return lines + [_as_line(row, heads, general) for row in body]


def _is_of_figures(rows: Sequence[Row]) -> bool:
    """Whether it is two columns and rows at the least, and most of what stands beside a label are figures."""
    if len(rows) < 2 or max(map(len, rows)) > _MOST_COLUMNS:
        return False
    beside = [cell for row in rows for cell in row[1:] if cell not in _EMPTY]
    short = [cell for cell in beside if len(cell) <= 60]
    figured = [row for row in rows if any(_DIGIT.search(cell) for cell in row[1:])]
    return len(beside) >= 2 and len(short) >= 0.8 * len(beside) and len(figured) >= max(2, 0.5 * len(rows))


def _headed(rows: Sequence[Row]) -> tuple[list[str], Sequence[Row]]:
    """The heads of the columns, of one row or two, and the other rows; no heads where the first row has figures."""
    heads: list[str] = []
    for n, row in enumerate(rows[:2]):
        if any(_is_figure(cell) for cell in row[1:]) or not any(row[1:]) or n + 1 >= len(rows):
            break
        heads = [
            " ".join(filter(None, (above, cell)))
            for above, cell in zip(_filled(heads, row), row, strict=True)
        ]
    return heads, rows[1 if heads and not _both(heads, rows) else (2 if heads else 0) :]


def _both(heads: Sequence[str], rows: Sequence[Row]) -> bool:
    """Whether two rows of heads were joined."""
    return list(heads) != list(rows[0])


def _filled(above: Sequence[str], row: Row) -> list[str]:
    """The row above, as long as `row`, each empty cell taking what stands left of it: a head over two columns."""
    filled: list[str] = []
    for i in range(len(row)):
        cell = above[i] if i < len(above) else ""
        filled.append(cell or (filled[-1] if i > 1 else ""))
    return filled


def _is_figure(cell: str) -> bool:
    """Whether the cell is a figure, and no year or quarter."""
    return _FIGURE.fullmatch(cell) is not None and _PERIOD.fullmatch(cell) is None


def _as_line(row: Row, heads: Sequence[str], general: str) -> str:
    """A row with each figure after the row's label and before its column's head."""
    label, unit = _unit(_flat(row[0]))
    label, parts = label.rstrip(" :"), list[str]()
    for i, cell in enumerate(row[1:], 1):
        if cell in _EMPTY:
            continue
        head, own = _unit(heads[i]) if i < len(heads) else ("", "")
        shown = _with_unit(_flat(cell), own or unit or (general if _is_of_money(label) else ""))
        named = f"{shown} ({head})" if head else shown
        again = label if _DIGIT.search(cell) or not parts else ""
        parts.append(
            f"{'; ' if parts and again else ', ' if parts else ''}{again}{': ' if again else ''}{named}"
        )
    return "".join(parts) or label


def _unit(head: str) -> tuple[str, str]:
    """A head or label without its unit, and the unit as it stands after a figure: "million EUR", "%"."""
    found = _UNIT.search(head[-40:])
    if found is None or (found.start() and found.group()[0] not in " ,(["):
        return head, ""
    rest = head[: len(head) - (len(head[-40:]) - found.start())].rstrip(" ,")
    if found["share"]:
        return rest, "%"
    currency, scale = found["currency"] or found["money"], found["scale"] or found["after"] or ""
    if currency and currency.isupper() and len(currency) == 3 and currency not in _currencies():
        return head, ""
    # "Cargo in t", "Ships million" end with what may be a unit: only brackets or both halves make it one
    if not (currency and scale) and not _bracketed(found.group()):
        return head, ""
    return rest, " ".join(filter(None, (_SCALES.get(scale.rstrip("."), scale), currency)))


@cache
def _currencies() -> frozenset[str]:
    """The codes of ISO 4217."""
    return frozenset(row["code"] for row in load_rows("currencies"))


def _is_of_money(label: str) -> bool:
    """Whether a unit that stands over the whole table can be this row's: "EUR million" is not that of the staff."""
    return any(word in load_words("releases", "money_labels") for word in _WORD.findall(label.casefold()))


def _bracketed(unit: str) -> bool:
    return unit.strip(" ,")[:1] in "(["


def _with_unit(cell: str, unit: str) -> str:
    """The figure with the unit, where it has none of its own."""
    if not unit or not _is_figure(cell) or not (cell[-1].isdigit() or cell[-1] == ")") or not _bare(cell):
        return cell
    # accounts print what is below zero in brackets
    inner = cell.strip("()").strip()
    return f"{inner if cell == inner else f'-{inner}'} {unit}"


def _bare(cell: str) -> bool:
    """Whether a figure has neither letter nor sign of a unit."""
    return not any(c.isalpha() or c in "%‰€$£¥" for c in cell)


def _as_cells(row: Row) -> Iterator[str]:
    """A row of no figures: a label with its one value on a line, else a line a cell."""
    cells = [cell for cell in row if cell]
    if len(cells) == 2 and len(row) == 2 and "\n" not in "".join(cells) and len(cells[0]) <= 40:
        yield f"{cells[0].rstrip(' :')}: {cells[1]}"
        return
    for cell in cells:
        yield from (line.strip() for line in cell.split("\n") if line.strip())


def _flat(cell: str) -> str:
    return " ".join(cell.split())
