"""Offices in a text, and who holds them: "the acting police chief of Grauholm, Dana Okoye".

A title is read with what belongs to it (names/office_phrases.py) and bound to a name beside it: behind it, in
apposition before or after it, or joined by a verb of being.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

import regex
from attrs import evolve

from reconcile.model import Span
from reconcile.names.bodies import concepts_of
from reconcile.names.office_phrases import Office, PhraseReader
from reconcile.names.offices import address, only_behind, titles
from reconcile.names.tenure import UNTIL
from reconcile.patterns import lazy_regex
from reconcile.text import bare

#: How far a holder may stand from the title that a verb binds to it (characters).
_REACH = 80
#: How far behind a title the name may begin, forms of address between them included.
_BEHIND = 24
#: A title of fewer letters may be an abbreviation.
_SHORT = 5

_VERB = r"""
    (?P<verb>is|was|has\sbeen|had\sbeen|remains?|remained|stays\son|stays|serves|served
    |becomes?|became|(?:will|would|is\sto|are\sto)\s(?:be|become)
    |(?:was|is|has\sbeen|were)?\s?(?:re-)?(?:elected|appointed|named|sworn\sin|confirmed|chosen)
    |takes?\s(?:office|over)|took\s(?:office|over)
    |(?:has\s)?(?:resigned|stepped\sdown|quit|retired)|resigns|steps\sdown
    |\w++(?:\s\w++){0,4}?(?=\sas\s))(?:\sas)?"""
#: "the", "its", "now", and whose the office is: "the wildlife trust's".
_ARTICLE = (
    rf"(?:{UNTIL.replace(' ', chr(92) + 's')}\s)?"
    + r"""(?:(?:the|a|an|its|his|her|their|our|currently|also|new|now)\s){0,2}
    (?:(?!whose\b)(?:[\w-]++\s){0,3}[\w-]++(?:['’]s|s['’])\s)?(?:(?:new|now)\s)?"""
)
_BOUND = lazy_regex(
    rf"(?:\s\(|(?:,\s(?:\d{{1,3}},\s)?(?:who\s)?|\s){_VERB}\s|,\s(?:\d{{1,3}},\s)?){_ARTICLE}\Z",
    regex.VERBOSE,
)
_SETTLED = frozenset(
    {
        "is",
        "was",
        "has been",
        "had been",
        "remain",
        "remains",
        "remained",
        "serves",
        "served",
        "stays",
        "stays on",
    }
)
_PRONOUN = lazy_regex(r"\b(?:He|She|he|she)\b")
_CLOSED = lazy_regex(
    r"(?:['’]s)?(?:[,.;:)!?\"”–—\n]|\s[–—(\-]|\Z|\s(?:said|says|told|has|is|was|will|had)\b)"
)
_NOT_OVER = lazy_regex(r"[.!?;:]\s|\n")


@lru_cache(maxsize=64)
def read_offices(text: str) -> tuple[Office, ...]:
    """Every title in `text`, in order.

    >>> text = "Ostra's acting mayor, Ada Moss, spoke."
    >>> office = read_offices(text)[0]
    >>> office.title.name, office.status, office.of, office.holder.of(text)
    ('mayor', 'acting', 'Ostra', 'Ada Moss')
    """
    if not text:
        return ()
    phrases = PhraseReader(text)
    return tuple(_bind(phrases, office) for office in phrases.read())


def _bind(phrases: PhraseReader, office: Office) -> Office:
    """The office with its holder, where one is named beside it."""
    behind = _behind(phrases, office)
    if behind:
        return evolve(office, holder=behind)
    name = phrases.by_end.get(office.title_span.start - 1)
    if (
        name
        and office.title_span.of(phrases.text).lower() in only_behind()
        and _is_person(phrases, name.start)
    ):
        return evolve(office, holder=name.span)
    return _before(phrases, office)


def _behind(phrases: PhraseReader, office: Office) -> Span | None:
    """The name or handle behind a title: "Mayor Ada Moss", "the mayor of Ostra, Ada Moss,"."""
    text = phrases.text
    for end in sorted({office.title_span.end, office.span.end}):
        i = bisect_left(phrases.starts, end)
        start = phrases.starts[i] if i < len(phrases.starts) else None
        if start is None or start - end > _BEHIND or not _is_person(phrases, start):
            continue
        gap = text[end:start]
        span = phrases.handles.get(start) or phrases.by_start[start].span
        if gap in (" ", "\u00a0") or (gap == ". " and _abbreviated(office)):
            return span
        apposed = gap.startswith(", ")
        if apposed and not (
            _CLOSED.match(text, span.end) and (office.article or office.of or text[start] == "@")
        ):
            continue
        if (gap.startswith((", ", " ")) or _abbreviated(office)) and _only_titles(gap.lstrip(",. ")):
            return span
    return None


def _abbreviated(office: Office) -> bool:
    """Whether a title is cut short, so that a full stop behind it ends no sentence: "Sen.", "Prof."."""
    return office.title_span.end - office.title_span.start < _SHORT and office.text[:1].isupper()


def _only_titles(between: str) -> bool:
    """Whether nothing but titles and forms of address stands in `between`: "Dr ", "Senator "."""
    words = between.lower().replace(".", "").split()
    return all(bare(w) in address() or w in titles() for w in words)


def _is_person(phrases: PhraseReader, start: int) -> bool:
    """Whether what stands at `start` can be a person's: a handle, or a name without the noun of a body."""
    name = phrases.by_start.get(start)
    if name is None:
        return start in phrases.handles
    last = name.words[-1]
    return (
        not name.body
        and not name.acronym
        and not (len(last) > 4 and len(name.words) > 1 and concepts_of(last))
    )


def _before(phrases: PhraseReader, office: Office) -> Office:
    """The office bound to the name before it, by an apposition or a verb of being, or to a pronoun."""
    text, begin = phrases.text, office.span.start
    least = max(begin - _REACH, 0)
    i = bisect_left(phrases.ends, begin)
    for end in reversed(phrases.ends[max(0, i - 2) : i]):
        if end < least:
            break
        between = text[end:begin]
        match = _BOUND.match(between)
        name = phrases.by_end[end]
        if match and not _NOT_OVER.search(between) and _is_person(phrases, name.start):
            return evolve(office, holder=name.span, changing=_changing(match))
    clause = text[least:begin]
    for pronoun in _PRONOUN.finditer(clause):
        between = clause[pronoun.end() :]
        match = _BOUND.match(between)
        if match and match["verb"] and not _NOT_OVER.search(between):
            return evolve(office, pronoun=True, changing=_changing(match))
    return office


def _changing(match: regex.Match[str]) -> bool:
    verb = match["verb"]
    return bool(verb) and verb not in _SETTLED
