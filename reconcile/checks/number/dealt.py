"""A whole that is dealt out further on: over a list that repeats its preposition, or over two halves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reconcile.checks.number.parts import OPEN_LIST, REST, Sum, between, listed, plain
from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.lexicons import lazy_words_re, load_toml
from reconcile.model import Quantity, Span, Statement
from reconcile.patterns import lazy_re
from reconcile.words import past_forms, stem, stems_round

#: "96 of the calls": what is dealt out.
_OF_THE = lazy_words_re("numerals", r" of \L<determiners> ([^\W\d_]+)")
_PREPOSITION = lazy_words_re("numerals", r"(?: [^\W\d_]+){0,2}? (\L<prepositions>)\b")
#: So much of the whole a list must come to for its lack to be a slip and no rest.
_NEARLY = 0.9
#: "Of the 46 helpers, 30 came ...": what opens a sentence that deals out a whole.
_OPENING = lazy_words_re("numerals", r"(?:out )?of (?:\L<determiners>|our|all) (?:[^\W\d_]+ )?", re.I)
_COMMA = lazy_re(r"(?: [^\W\d_][\w’'-]*){1,6},? (?:only |just )?")
#: By these one thing may be in two parts.
_SHARED_BY = lazy_words_re("numerals", r"\b\L<shared_by>\b", re.I)
_OTHERS = lazy_re(r"\bthe (?:other|remaining) ([a-z]{2,12}|\d{1,4})\b(?![.,]\d)", re.I)
_OF_THEM = lazy_re(r"\bof (?:them|whom|which|these|those|the \w+)\b", re.I)
#: The word of a half stands so near behind its figure.
_BEHIND = 28


def shared_out(
    before: Sequence[Statement], statement: Statement, counts: Sequence[Quantity]
) -> Iterator[Sum]:
    """ "Crews were called out 212 times ... 96 of the calls came from yachts, 71 from swimmers and 35 from
    boats.".
    """
    at = next((n for n, q in enumerate(counts) if _dealt_noun(statement, q)), None)
    parts = tuple(counts[at:]) if at is not None else ()
    if not 3 <= len(parts) <= 8 or not all(plain(p) and not p.unit for p in parts):
        return
    if not listed(statement, parts) or not _parallel(statement, parts):
        return
    tail = between(statement, parts[0].span.end, statement.span.end)
    if OPEN_LIST.search(_OF_THE.sub(" ", tail, count=1)) or REST.search(statement.text):
        return
    noun = stem(_dealt_noun(statement, parts[0]))
    wholes = [(s, w) for s in before for w in _wholes(s) if w.noun == noun or noun in stems_round(s, w.span)]
    made = sum(p.low for p in parts)
    if len(wholes) == 1 and _NEARLY <= made / wholes[0][1].low <= 2 - _NEARLY:
        first, whole = wholes[0]
        if made > whole.low or _slips(parts, whole.low - made):
            yield Sum(whole, parts, first, statement)


def _dealt_noun(statement: Statement, quantity: Quantity) -> str:
    match = _OF_THE.match(statement.text, quantity.span.end - statement.span.start)
    return match[1] if match else ""


def _wholes(statement: Statement) -> Iterator[Quantity]:
    """The exact counts of a statement; "212 times" counts what was done."""
    for fact in statement.facts:
        if isinstance(fact, Quantity) and fact.low >= 3 and fact.low == int(fact.low):
            times = fact.unit == "times" and fact.bound == "exact" and not fact.approximate
            if times or (plain(fact) and not fact.unit):
                yield fact


def _parallel(statement: Statement, parts: Sequence[Quantity]) -> bool:
    """Whether each part is followed by the same preposition, and the last comes after "and"."""
    found = []
    for n, part in enumerate(parts):
        end = parts[n + 1].span.start if n + 1 < len(parts) else statement.span.end
        rest = between(statement, part.span.end, end)
        match = _PREPOSITION.match(rest if n else _OF_THE.sub("", rest, count=1))
        found.append(match[1].lower() if match else str(n))
    gap = between(statement, parts[-2].span.end, parts[-1].span.start)
    return len(set(found)) == 1 and re.search(r"\band\b", gap) is not None


def of_the_whole(statement: Statement, counts: Sequence[Quantity]) -> Iterator[Sum]:
    """ "Of the 46 helpers, 30 came from Lisk, twelve from Orme and six from the army."."""
    whole, parts = counts[0], tuple(counts[1:])
    lead = _OPENING.fullmatch(between(statement, statement.span.start, whole.span.start).lstrip(' "“\n'))
    comma = _COMMA.fullmatch(between(statement, whole.span.end, parts[0].span.start)) if parts else None
    if not lead or not comma or not 2 <= len(parts) <= 8 or not all(_countable(q) for q in counts):
        return
    tail = between(statement, parts[0].span.start, statement.span.end)
    if not listed(statement, parts) or OPEN_LIST.search(tail) or _SHARED_BY.search(tail) or REST.search(tail):
        return
    if any(p.noun not in ("", whole.noun) and _names_other(statement, p) for p in parts):
        return
    made = sum(p.low for p in parts)
    closed = len(parts) > 2 and re.search(
        r"\band\b", between(statement, parts[-2].span.end, parts[-1].span.start)
    )
    short = made < whole.low and closed and made / whole.low >= _NEARLY and _slips(parts, whole.low - made)
    if max(p.low for p in parts) < whole.low < made or short:
        yield Sum(whole, parts, statement, statement)


def _countable(quantity: Quantity) -> bool:
    return plain(quantity) and not quantity.unit and quantity.low == int(quantity.low)


def _names_other(statement: Statement, part: Quantity) -> bool:
    """Whether a part is followed at once by its own noun: "12 owners", where "12 came" is of the whole."""
    follows = re.match(r"\s+([^\W\d_]+)", statement.text[part.span.end - statement.span.start :])
    return (
        follows is not None
        and stem(follows[1].lower()) == part.noun
        and follows[1].lower() not in past_forms()
    )


def with_others(
    earlier: Sequence[Statement], statement: Statement, counts: Sequence[Quantity]
) -> Iterator[Sum]:
    """ "They took 31 dogs from a van ... Fourteen were brought to Lisk, nine to Orme, and the other six stay."."""
    opening = between(statement, statement.span.start, counts[0].span.start).strip(' "“\n')
    before = next((s for s in reversed(earlier) if _counts_in(s)), None)
    rest = _others(statement)
    if opening or before is None or rest is None:
        return
    parts = (*(q for q in counts if q.span.end <= rest.span.start), rest)
    wholes = [w for w in _wholes(before) if w.noun and w.unit != "times"]
    if len(wholes) != 1 or len(_counts_in(before)) != 1 or not 2 <= len(parts) <= 8:
        return
    whole = wholes[0]
    if any(q.span.start > rest.span.end for q in counts) or not all(_countable(p) for p in parts):
        return
    if any(p.noun not in ("", whole.noun) and _names_other(statement, p) for p in parts):
        return
    tail = between(statement, parts[0].span.end, statement.span.end)
    if listed(statement, parts) and not OPEN_LIST.search(tail) and max(p.low for p in parts) < whole.low:
        yield Sum(whole, parts, before, statement)


def _others(statement: Statement) -> Quantity | None:
    """The count in "the other six", which no noun needs to follow; None where there is not just one."""
    found = list(_OTHERS.finditer(statement.text))
    if len(found) != 1:
        return None
    word = found[0][1].lower()
    value = float(word) if word.isdecimal() else vocabulary().cardinals.get(word, 0.0)
    start, end = (statement.span.start + at for at in found[0].span(1))
    return Quantity(Span(start, end), found[0][1], value, value) if value else None


def _counts_in(statement: Statement) -> list[Quantity]:
    """Every count of things in a statement, shaded or not."""
    return [f for f in statement.facts if isinstance(f, Quantity) and not f.unit]


def _slips(parts: Sequence[Quantity], lack: float) -> bool:
    """Whether the lack is that of one digit in one part, or of two digits swapped."""
    for part in parts:
        was, right = f"{part.low:.0f}", f"{part.low + lack:.0f}"
        if len(was) == len(right) and (
            sum(a != b for a, b in zip(was, right, strict=True)) == 1 or sorted(was) == sorted(right)
        ):
            return True
    return False


def halves(statement: Statement, counts: Sequence[Quantity]) -> Iterator[Sum]:
    """ "840 members, 460 of them women and 390 men": two halves that leave nothing over."""
    for n in range(len(counts) - 2):
        whole, parts = counts[n], tuple(counts[n + 1 : n + 3])
        if not all(plain(q) and not q.unit for q in (whole, *parts)) or len(counts) > n + 3:
            continue
        words = [_behind(statement, p, parts[1] if p is parts[0] else None) for p in parts]
        one = next((pair for pair in _pairs() if pair[0] & words[0] and pair[1] & words[1]), None)
        other = next((pair for pair in _pairs() if pair[1] & words[0] and pair[0] & words[1]), None)
        tail = between(statement, whole.span.end, statement.span.end)
        if not (one or other) or OPEN_LIST.search(_OF_THEM.sub(" ", tail, count=1)) or REST.search(tail):
            continue
        if listed(statement, parts) and _NEARLY <= sum(p.low for p in parts) / whole.low <= 2 - _NEARLY:
            yield Sum(whole, parts, statement, statement)


def _behind(statement: Statement, part: Quantity, following: Quantity | None) -> frozenset[str]:
    """The words that stand right behind a figure."""
    end = min(part.span.end + _BEHIND, following.span.start if following else statement.span.end)
    text = between(statement, part.span.end, max(end, part.span.end))
    text = re.split(r"[.;!?\n]", _OF_THEM.sub(" ", text))[0]
    return frozenset(re.findall(r"[^\W\d_]+", text.lower()))


@cache
def _pairs() -> list[tuple[frozenset[str], frozenset[str]]]:
    """Words for two halves of which everything is one or the other."""
    rows = load_toml("numerals")["halves"]
    assert isinstance(rows, list)
    return [(frozenset(str(a).split()), frozenset(str(b).split())) for a, b in rows]
