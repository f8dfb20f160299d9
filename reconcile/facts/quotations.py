"""Words in quotation marks, in every style, and which of them are somebody's words at all.

Found in one pass over the marks: “ ” " „ “ « » » « ‹ › 「 」 『 』 and single ones, told apart from apostrophes by
the letters around them. A quotation that runs over paragraphs, its opening mark repeated at each, gives one
`Quotation` a paragraph. A mark that is never closed is no quotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Literal, TypeAlias

import regex

from reconcile.lexicons import load_words
from reconcile.model import Quotation, Span
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.text import offsets_of

#: A quotation is no longer than this in one paragraph (characters).
_LONGEST = 3000
#: A single-quoted one no longer than this: farther, the two marks are apostrophes.
_LONGEST_SINGLE = 600
#: A fragment below so many words is no quotation without a verb of saying.
_FEW = 4

_MARKS = "\"“”„‟«»‹›「」『』＂'‘’‚‛"
_PARAGRAPH = lazy_re(r"\n[ \t\r]*+\n\s*+")
_CLOSERS = {
    "“": '”"＂',
    "„": '“”"‟',
    "‟": '”"',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    '"': '"”＂',
    "”": "”",
    "＂": "＂",
}
_SINGLE = "'‘’‚‛"
_SINGLE_CLOSERS = {"‘": "’'", "'": "'’", "‚": "‘’", "‛": "’'"}

Use: TypeAlias = Literal["speech", "fragment", "title", "nickname", "scare"]


def find(text: str, anchor: date | None = None) -> Iterator[Quotation]:
    """The quotations of `text` in order of their ends, nested ones included; `anchor` is not needed.

    >>> [q.text for q in find('“We can’t go,” she said, “until ‘Kes’ calls.”')]
    ['We can’t go,', 'Kes', 'until ‘Kes’ calls.']
    """
    marks = sorted(
        (at, mark) for mark in _MARKS for at in offsets_of(text, mark) if not _is_apostrophe(text, at, mark)
    )
    found: list[Quotation] = []
    last = 0
    while last < len(marks):
        first, begin = last, marks[last][0]
        end = _PARAGRAPH.search(text, begin)
        stop, after = end.span() if end else (len(text), len(text))
        while last < len(marks) and marks[last][0] < stop:
            last += 1
        found.extend(_paragraph(text, marks[first:last], Span(begin, stop), after))
    yield from sorted(found, key=lambda q: (q.span.end, q.span.start))


def _is_apostrophe(text: str, at: int, mark: str) -> bool:
    """Whether a mark is a single one between two letters or digits, as most marks are."""
    return mark in _SINGLE and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _paragraph(text: str, marks: Sequence[tuple[int, str]], bounds: Span, after: int) -> Iterator[Quotation]:
    """The quotations of one paragraph; `after` is where the next one begins."""
    double = [(at, mark) for at, mark in marks if mark not in _SINGLE]
    single = [(at, mark) for at, mark in marks if mark in _SINGLE]
    outer = list(_doubles(text, double, bounds, after))
    yield from outer
    if single:
        yield from _singles(text, single, bounds)


def _doubles(text: str, marks: Sequence[tuple[int, str]], bounds: Span, after: int) -> Iterator[Quotation]:
    """Quotations between double marks, or those marks of another script that nothing is confused with."""
    begin: int | None = None
    opener = ""
    for at, mark in marks:
        if (
            begin is not None
            and mark in _CLOSERS[opener]
            and not (mark == opener != '"' and _can_open(text, at, mark))
        ):
            if at - begin <= _LONGEST and not text[begin + 1 : at].isspace() and at > begin + 1:
                yield _quotation(text, begin, at + 1)
            begin = None
        elif (begin is None or mark == opener) and _can_open(text, at, mark):
            begin, opener = at, mark
    if begin is not None and bounds.end - begin <= _LONGEST and text[after : after + 1] == opener:
        yield _quotation(text, begin, bounds.end, closed=False)


def _can_open(text: str, at: int, mark: str) -> bool:
    """Whether a mark can open a quotation: by its shape, or by what stands on its two sides."""
    after = text[at + 1 : at + 2]
    if not after or (after.isspace() and mark not in "«"):
        return False
    if mark in "“„‟«‹「『":
        return True
    before = text[at - 1 : at]
    return mark not in "」』" and (not before or before.isspace() or before in "([{-–—/:;,>'‘…")


_APOSTROPHE_WORD = lazy_regex(r"(?:\d|tis\b|twas\b|em\b|til\b|n\b|cause\b|cos\b|bout\b|round\b)", regex.I)


def _singles(text: str, marks: Sequence[tuple[int, str]], bounds: Span) -> Iterator[Quotation]:
    """Quotations between single marks; a mark between letters, or that opens a clipped word, is an apostrophe."""
    closers = [at for at, mark in marks if mark in "'’‘" and _can_close(text, at)]
    position, done = 0, bounds.start
    for at, mark in marks:
        if at < done or mark not in _SINGLE_CLOSERS or not _opens_single(text, at):
            continue
        while position < len(closers) and closers[position] <= at:
            position += 1
        end = _closing(text, at, mark, closers[position : position + 12])
        if end is not None:
            yield _quotation(text, at, end + 1)
            done = end + 1


def _opens_single(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before and not (before.isspace() or before in '([{-–—"“„«:'):
        return False
    return bool(after) and (after.isalnum() or after in '…(["“') and not _APOSTROPHE_WORD.match(text, at + 1)


def _can_close(text: str, at: int) -> bool:
    """Whether no letter follows, and no blank stands before."""
    return not text[at + 1 : at + 2].isalnum() and not text[at - 1 : at].isspace()


def _closing(text: str, begin: int, mark: str, candidates: Sequence[int]) -> int | None:
    """The mark that closes the one at `begin`: the first that is no plural's apostrophe ("the workers' pay")."""
    plausible = [
        at for at in candidates if at - begin <= _LONGEST_SINGLE and text[at] in _SINGLE_CLOSERS[mark]
    ]
    for at in plausible:
        plural = text[at - 1] in "sS" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
        if not plural:
            return at
    return plausible[0] if plausible else None


def _quotation(text: str, begin: int, end: int, *, closed: bool = True) -> Quotation:
    inner = Span(begin + 1, end - 1 if closed else end)
    return Quotation(Span(begin, end), inner, inner.of(text))


# -- what the marks are for ---------------------------------------------------------------------------------------

_WORD = lazy_regex(r"\p{L}[\p{L}\p{M}\d'’-]*+|\d[\d.,]*+")
_NAME_BEFORE = lazy_regex(r"\p{Lu}[\p{L}'’-]*+\s\Z")
_NAME_AFTER = lazy_regex(r"\s\p{Lu}")


def use_of(text: str, quotation: Quotation, *, cue: bool) -> Use:
    """What the marks are for: somebody's sentence, a fragment of one, a title, a nickname, or a scare quote.

    `cue` tells whether the sentence around has a verb of saying. Titles are told by their capitals, nicknames by
    the names on both sides; fewer than four words without a verb of saying are scare quotes.

    >>> text = 'Jamal "Jimmy" Osei read "The Salt Ledger" and said: "I liked it a lot."'
    >>> [use_of(text, quotation, cue=True) for quotation in find(text)]
    ['nickname', 'title', 'speech']
    """
    words = _WORD.findall(quotation.text)
    if not words:
        return "scare"
    if (
        len(words) <= 2
        and _NAME_BEFORE.search(text[max(0, quotation.span.start - 30) : quotation.span.start])
        and _NAME_AFTER.match(text, quotation.span.end)
    ):
        return "nickname"
    if _is_title(quotation.text, words):
        return "title"
    if len(words) < _FEW:
        return "fragment" if cue else "scare"
    return "speech" if words[0][0].isupper() or quotation.text.rstrip()[-1:] in ".!?," else "fragment"


def _is_title(inner: str, words: Sequence[str]) -> bool:
    """Whether every word but the small ones has a capital, as titles of works have, and no stop ends it."""
    telling = [word for word in words if word.lower() not in _small_words()]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in telling)
    if not telling or inner.rstrip()[-1:] in ".," or not words[0][0].isupper():
        return False
    return capitals == len(telling) and (len(telling) >= 2 or len(words) <= 2)


@cache
def _small_words() -> frozenset[str]:
    return load_words("quoting", "small_in_titles")
