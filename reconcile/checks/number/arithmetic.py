"""Sums inside one text: parts that do not make the whole, and a rise that its two ends do not give.

Only where the parts are told as all the parts: a list after a colon, a sentence that deals out what the
sentence before it counted, or "the remaining", "the other". Nothing is said of figures that are shaded
("about", "at least").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.checks.finding import finding, shorten
from reconcile.checks.number.changes import changes_that_fail
from reconcile.checks.number.dealt import halves, of_the_whole, shared_out, with_others
from reconcile.checks.number.parts import OPEN_LIST, REST, Sum, between, counts_of, listed, plain
from reconcile.lexicons import lazy_words_re
from reconcile.model import Discrepancy, Dossier, Excerpt, Quantity, Span, Statement
from reconcile.patterns import lazy_re

_CLOSE = lazy_re(r"[.;!?)\n]|,(?= )|$")
_VERB_NEXT = lazy_re(r" \w+ed\b")
#: Before a whole that is itself a part: "five of the seven rooms".
_PART_OF = lazy_words_re("numerals", r"(?:\d|%|\b\L<taken_from>)\s+of (?:\L<determiners> )?$", re.I)
_LOOSE = 1.0001
#: Money and masses are dealt out by the million; a budget of a few millions is told without a remainder.
_SCALED = lazy_re(r"\b(?:[mb]illion|[mb]n|m)\b", re.I)
_FEW = 100
#: What stands between a whole and its parts: a colon or a dash near by, a colon farther off (characters).
_DEALING, _COLON = lazy_re(r"(?::|\s[–—-])\s+(?:\w+ )?$"), lazy_re(r":\s+(?:\w+ )?$")
_NEAR_BY, _FAR_OFF = 60, 160
#: A sentence that deals out a whole follows it within so many.
_BACK = 4
#: "Of these, 40 were ...": what follows deals out what was counted.
_OF_THESE = lazy_re(r"(?:of|from among|out of) (?:these|those|them|the (?:total|\w+)),?\s*$", re.I)


def sums_that_fail(dossier: Dossier) -> Iterator[Discrepancy]:
    """Every sum in the prose and in the releases and posts that does not come out."""
    for statements in filter(None, (dossier.claims, *dossier.told_by.values())):
        source = statements[0].source
        text = dossier.texts[source]
        for total in _sums(statements):
            made = sum(p.low for p in total.parts)
            if abs(made - total.whole.low) > _slack(total) and not _is_unit_of(total):
                yield _told(dossier, source, text, total, made)
        for statement in statements:
            if len(statement.facts) > 2:
                yield from changes_that_fail(dossier, source, statement)


def _slack(total: Sum) -> float:
    """What rounding allows: nothing for counts, half a last digit a figure for money and measures."""
    if not total.whole.unit:
        return 0.0
    scales = [_SCALED.search(q.text) for q in (total.whole, *total.parts)]
    if total.first is not total.last and all(scales) and not any("." in q.text for q in total.parts):
        size = min(10**9 if m and m.group().lower().startswith("b") else 10**6 for m in scales)
        if total.whole.low < _FEW * size:
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


def _is_unit_of(total: Sum) -> bool:
    """Whether the parts are not parts at all: one of them is the whole, or they come to far more
    or far less.
    """
    made = sum(p.low for p in total.parts)
    least = 0.5 if total.first is total.last else 0.8
    return any(p.low >= total.whole.low for p in total.parts) or not least <= made / total.whole.low <= 2


def _sums(statements: Sequence[Statement]) -> Iterator[Sum]:
    """The sums that the statements of one text state."""
    before: list[Quantity] = []
    for n, statement in enumerate(statements):
        counts = counts_of(statement)
        sums = list(_after_colon(statement, counts)) if len(counts) > 2 else []
        if len(counts) > 1:
            sums += _dealt_out(statements[n - 1], before, statement, counts) if before else ()
            sums += shared_out(statements[max(0, n - _BACK) : n], statement, counts)
            sums += () if sums else halves(statement, counts)
            sums += () if sums else of_the_whole(statement, counts)
        if counts and not sums and "the " in statement.text:
            sums = list(with_others(statements[max(0, n - _BACK) : n], statement, counts))
        yield from sums
        if counts and REST.search(statement.text):
            yield from _with_rest(statements[max(0, n - 2) : n + 1])
        before = counts


#: "31,870 cases (2023: 7,940)": what the colon stands behind is another year's.
_BRACKET = lazy_re(r"\([^):]*+:")


def _after_colon(statement: Statement, counts: Sequence[Quantity]) -> Iterator[Sum]:
    """ "Three ports: two in the north and two in the south"."""
    for n, whole in enumerate(counts[:-2]):
        gap = between(statement, whole.span.end, counts[n + 1].span.start)
        lead = between(statement, whole.span.start - 24, whole.span.start)
        if (
            not plain(whole)
            or _PART_OF.search(lead)
            or not (_DEALING.search(gap) if len(gap) <= _NEAR_BY else _COLON.search(gap))
            or len(gap) > _FAR_OFF
            or _BRACKET.search(gap)
        ):
            continue
        rest = counts[n + 1 :]
        tail = between(statement, rest[0].span.start, statement.span.end)
        if (
            OPEN_LIST.search(tail)
            or not all(plain(p) and _of_one_unit(whole, p) for p in rest)
            or not 2 <= len(rest) <= 8
        ):
            continue
        if listed(statement, rest):
            yield Sum(whole, tuple(rest), statement, statement)


def _of_one_unit(whole: Quantity, part: Quantity) -> bool:
    """Whether a part is in the whole's unit, or leaves it out: "600 million from Lisk"."""
    return part.unit == whole.unit or (
        bool(whole.unit) and not part.unit and not part.noun and part.low >= 1000
    )


def _dealt_out(
    before: Statement, counted: Sequence[Quantity], statement: Statement, counts: Sequence[Quantity]
) -> Iterator[Sum]:
    """ "Nineteen people were hurt. Eleven were taken to Lisk, five to Orme and three were treated on the
    spot.".
    """
    parts = list(counts)
    scaled = bool(parts) and all(_SCALED.search(p.text) for p in parts)
    wholes = [
        q for q in counted if plain(q) and (_SCALED.search(q.text) if scaled else q.noun and not q.unit)
    ]
    units = {p.unit for p in parts} - {wholes[0].unit if scaled and wholes else ""}
    if len(wholes) != 1 or not 2 <= len(parts) <= 8 or not all(map(plain, parts)) or units - {""}:
        return
    opening = between(statement, statement.span.start, parts[0].span.start).strip(' "“‘\n')
    verb = _VERB_NEXT.match(statement.text, parts[0].span.end - statement.span.start)
    of_these = _OF_THESE.fullmatch(opening) is not None
    if (opening and not of_these) or not listed(statement, parts):
        return
    if not of_these and not verb and not scaled and parts[0].noun not in ("", wholes[0].noun):
        return
    if REST.search(statement.text):
        return
    if OPEN_LIST.search(statement.text, len(opening) if of_these else 0) or re.search(
        r"\bof (?:the|these|those|them)\b", before.text[before.text.find(wholes[0].text) :][:24]
    ):
        return
    last_gap = between(statement, parts[-2].span.end, parts[-1].span.start)
    if len(parts) >= 3 and re.search(r"\band\b", last_gap):
        yield Sum(wholes[0], tuple(parts), before, statement)


def _with_rest(statements: Sequence[Statement]) -> Iterator[Sum]:
    """ "Of the 40 seats, 22 went to the Greens, 11 to the Liberals; the remaining eight were left empty."."""
    last = statements[-1]
    rest = [
        q
        for q in counts_of(last)
        if plain(q)
        and not q.unit
        and REST.search(between(last, max(last.span.start, q.span.start - 16), q.span.start))
    ]
    if len(rest) != 1:
        return
    every = [(s, q) for s in statements for q in counts_of(s) if q.span.start <= rest[0].span.start]
    for n, (statement, whole) in enumerate(every[:-1]):
        head = between(statement, max(statement.span.start, whole.span.start - 12), whole.span.start)
        parts = [q for _, q in every[n + 1 :] if plain(q) and not q.unit]
        if (
            plain(whole)
            and not whole.unit
            and re.search(r"\bof (?:the |its |their |his |her )?$", head, re.I)
        ):
            before = [q for s, q in every[:n] if s is statement and whole.span.start - q.span.end <= 12]
            total = tuple(before + parts)
            if (
                2 <= len(total) <= 6
                and len(parts) == len(every) - n - 1
                and not any(OPEN_LIST.search(s.text) for s in statements)
            ):
                yield Sum(whole, total, statement, last)
            return


def _told(dossier: Dossier, source: str, text: str, total: Sum, made: float) -> Discrepancy:
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


def _clause(dossier: Dossier, source: str, text: str, total: Sum) -> Excerpt:
    """The whole, with the words of its clause."""
    close = _CLOSE.search(text, total.whole.span.end, total.first.span.end)
    end = close.start() if close and total.first is not total.last else total.whole.span.end
    return dossier.excerpt(source, Span(total.whole.span.start, max(end, total.whole.span.end)))
