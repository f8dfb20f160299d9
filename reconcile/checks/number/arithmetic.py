"""Sums inside one text: parts that do not make the whole, and a rise that its two ends do not give.

Only where the parts are told as all the parts: a list after a colon, a sentence that deals out what the
sentence before it counted, or "the remaining", "the other". Nothing is said of figures that are shaded
("about", "at least").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.checks.finding import finding, shorten
from reconcile.checks.number.changes import changes_that_fail
from reconcile.model import Discrepancy, Dossier, Excerpt, Quantity, Span, Statement

#: Words by which a list says that it is not complete, or that its parts overlap.
_OPEN_LIST = re.compile(
    r"\b(?:among them|among others|including|included|includes|such as|at least|of whom|of which|of them"
    r"|some of|mostly|both|also|as well"
    r"|for example|for instance|e\.g|respectively|each|per|times|another|more than|up to)\b",
    re.I,
)
_REST = re.compile(r"\b(?:remaining|remainder|the rest|the others?)\b", re.I)
_CLOSE = re.compile(r"[.;!?)\n]|,(?= )|$")
_VERB_NEXT = re.compile(r" \w+ed\b")
_ONE = re.compile(
    r"(?<!\bno )(?<!\bthe )(?<!\bthis )(?<!\bthat )(?<!\bevery )(?<!\beach )"
    r"\b[Oo]ne\b(?! (?:of|another|day|by)\b|['’-])"
)
#: Before a whole that is itself a part: "five of the seven rooms".
_PART_OF = re.compile(r"\bof (?:the |its |their |these |those |his |her )?$", re.I)
_LOOSE = 1.0001


@frozen
class _Sum:
    """Parts and the whole that they should make."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    first: Statement
    last: Statement


def sums_that_fail(dossier: Dossier) -> Iterator[Discrepancy]:
    """Every sum in the prose and in the releases and posts that does not come out."""
    by_source: dict[str, list[Statement]] = {}
    for statement in (*dossier.claims, *dossier.evidence):
        by_source.setdefault(statement.source, []).append(statement)
    for source, statements in by_source.items():
        text = dossier.texts[source]
        for total in _sums(statements):
            made = sum(p.low for p in total.parts)
            if abs(made - total.whole.low) > _slack(total) and not _is_unit_of(total):
                yield _told(dossier, source, text, total, made)
        for statement in statements:
            yield from changes_that_fail(dossier, source, statement)


def _slack(total: _Sum) -> float:
    """What rounding allows: nothing for counts, half a last digit a figure for money and measures."""
    if not total.whole.unit:
        return 0.0
    return sum(_last_place(q) for q in (total.whole, *total.parts)) / 2 * _LOOSE


def _last_place(quantity: Quantity) -> float:
    """What one in the last printed place is worth: a million in "600 million", a tenth of a
    billion in "1.9 billion".
    """
    figure = re.search(r"\d+(?:\.(\d+))?", quantity.text.replace(",", ""))
    printed = float(figure.group()) if figure else 0.0
    if not figure or not printed:
        return quantity.step
    return float(quantity.low / printed * 10.0 ** -len(figure[1] or ""))


def _is_unit_of(total: _Sum) -> bool:
    """Whether the parts are not parts at all: one of them is the whole, or they come to far more
    or far less.
    """
    made = sum(p.low for p in total.parts)
    least = 0.5 if total.first is total.last else 0.8
    return any(p.low >= total.whole.low for p in total.parts) or not least <= made / total.whole.low <= 2


def _plain(quantity: Quantity) -> bool:
    """Whether a figure is exact and counts things."""
    return (
        quantity.bound == "exact"
        and not quantity.approximate
        and not quantity.ordinal
        and quantity.low == quantity.high
        and quantity.low > 0
        and quantity.unit not in ("age", "score", "times", "percent", "points")
    )


def _counts(statement: Statement) -> list[Quantity]:
    """The quantities of a statement, with each "one" that stands for a thing: "and one in Pell"."""
    counts = [f for f in statement.facts if isinstance(f, Quantity)]
    if "ne" not in statement.text:
        return counts
    held = [f.span for f in statement.facts]
    for match in _ONE.finditer(statement.text):
        span = Span(statement.span.start + match.start(), statement.span.start + match.end())
        if not any(span.overlaps(other) for other in held):
            counts.append(Quantity(span, match.group(), 1.0, 1.0))
    return sorted(counts, key=lambda q: q.span.start)


def _sums(statements: Sequence[Statement]) -> Iterator[_Sum]:
    """The sums that the statements of one text state."""
    before: list[Quantity] = []
    for n, statement in enumerate(statements):
        counts = _counts(statement)
        if len(counts) > 2:
            yield from _after_colon(statement, counts)
        if len(counts) > 1 and before:
            yield from _dealt_out(statements[n - 1], before, statement, counts)
        if counts and _REST.search(statement.text):
            yield from _with_rest(statements[max(0, n - 2) : n + 1])
        before = counts


def _after_colon(statement: Statement, counts: Sequence[Quantity]) -> Iterator[_Sum]:
    """ "Three ports: two in the north and two in the south"."""
    for n, whole in enumerate(counts[:-2]):
        gap = _between(statement, whole.span.end, counts[n + 1].span.start)
        lead = _between(statement, whole.span.start - 16, whole.span.start)
        if (
            not _plain(whole)
            or _PART_OF.search(lead)
            or not re.search(r"(?::|\s[–—-])\s+(?:\w+ )?$", gap)
            or len(gap) > 60
        ):
            continue
        rest = counts[n + 1 :]
        tail = _between(statement, whole.span.end, statement.span.end)
        if (
            _OPEN_LIST.search(tail)
            or not all(_plain(p) and _of_one_unit(whole, p) for p in rest)
            or not 2 <= len(rest) <= 8
        ):
            continue
        if _listed(statement, rest):
            yield _Sum(whole, tuple(rest), statement, statement)


def _of_one_unit(whole: Quantity, part: Quantity) -> bool:
    """Whether a part is in the whole's unit, or leaves it out: "600 million from Lisk"."""
    return part.unit == whole.unit or (
        bool(whole.unit) and not part.unit and not part.noun and part.low >= 1000
    )


def _listed(statement: Statement, parts: Sequence[Quantity]) -> bool:
    """Whether figures stand in one list: a comma, "and" or a semicolon between each two, no full stop."""
    for one, other in pairwise(parts):
        gap = _between(statement, one.span.end, other.span.start)
        if not re.search(r",|;|\band\b|&|/|\bplus\b", gap) or len(gap) > 90:
            return False
    return True


def _dealt_out(
    before: Statement, counted: Sequence[Quantity], statement: Statement, counts: Sequence[Quantity]
) -> Iterator[_Sum]:
    """ "Nineteen people were hurt. Eleven were taken to Lisk, five to Orme and three were treated on the
    spot.".
    """
    wholes = [q for q in counted if _plain(q) and q.noun and not q.unit]
    parts = list(counts)
    if len(wholes) != 1 or not 2 <= len(parts) <= 8 or not all(_plain(p) and not p.unit for p in parts):
        return
    opening = _between(statement, statement.span.start, parts[0].span.start).strip(' "“‘\n')
    verb = _VERB_NEXT.match(statement.text, parts[0].span.end - statement.span.start)
    if opening or not (verb or parts[0].noun in ("", wholes[0].noun)) or not _listed(statement, parts):
        return
    if _OPEN_LIST.search(statement.text) or re.search(
        r"\bof (?:the|these|those|them)\b", before.text[before.text.find(wholes[0].text) :][:24]
    ):
        return
    last_gap = _between(statement, parts[-2].span.end, parts[-1].span.start)
    if len(parts) >= 3 and re.search(r"\band\b", last_gap):
        yield _Sum(wholes[0], tuple(parts), before, statement)


def _with_rest(statements: Sequence[Statement]) -> Iterator[_Sum]:
    """ "Of the 40 seats, 22 went to the Greens, 11 to the Liberals; the remaining eight were left empty."."""
    last = statements[-1]
    rest = [
        q
        for q in _counts(last)
        if _plain(q)
        and not q.unit
        and _REST.search(_between(last, max(last.span.start, q.span.start - 16), q.span.start))
    ]
    if len(rest) != 1:
        return
    every = [(s, q) for s in statements for q in _counts(s) if q.span.start <= rest[0].span.start]
    for n, (statement, whole) in enumerate(every[:-1]):
        head = _between(statement, max(statement.span.start, whole.span.start - 12), whole.span.start)
        parts = [q for _, q in every[n + 1 :] if _plain(q) and not q.unit]
        if (
            _plain(whole)
            and not whole.unit
            and re.search(r"\bof (?:the |its |their |his |her )?$", head, re.I)
        ):
            before = [q for s, q in every[:n] if s is statement and whole.span.start - q.span.end <= 12]
            total = tuple(before + parts)
            if (
                2 <= len(total) <= 6
                and len(parts) == len(every) - n - 1
                and not any(_OPEN_LIST.search(s.text) for s in statements)
            ):
                yield _Sum(whole, total, statement, last)
            return


def _between(statement: Statement, start: int, end: int) -> str:
    return statement.text[max(0, start - statement.span.start) : max(0, end - statement.span.start)]


def _told(dossier: Dossier, source: str, text: str, total: _Sum, made: float) -> Discrepancy:
    """The finding on a sum: the parts are pointed at, the whole stands beside them."""
    first, last = total.parts[0], total.parts[-1]
    close = _CLOSE.search(text, last.span.end, total.last.span.end)
    end = close.start() if close else total.last.span.end
    start = min(first.span.start, total.whole.span.start) if total.first is total.last else first.span.start
    claimed = dossier.excerpt(source, Span(start, max(end, last.span.end)))
    shown = " + ".join(f"{p.low:g}" for p in total.parts)
    whole = _clause(dossier, source, text, total)
    message = f"The parts ({shown}) come to {made:g}, not to {shorten(whole.text)} as the text says."
    return finding("number.arithmetic", message, claimed, whole, confidence=0.85)


def _clause(dossier: Dossier, source: str, text: str, total: _Sum) -> Excerpt:
    """The whole, with the words of its clause."""
    close = _CLOSE.search(text, total.whole.span.end, total.first.span.end)
    end = close.start() if close and total.first is not total.last else total.whole.span.end
    return dossier.excerpt(source, Span(total.whole.span.start, max(end, total.whole.span.end)))
