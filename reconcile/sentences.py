"""Where sentences begin and end, as a copy editor would mark them.

A sentence keeps its quotation: `"We came. We stayed," she said.` is one, since its speaker says all of it.
Line ends close a sentence unless the lines are a hard-wrapped paragraph; blank lines always do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from reconcile.lexicons import load_toml, load_words
from reconcile.model import Span
from reconcile.patterns import lazy_re

#: A quotation longer than this is cut at the sentences inside it (characters).
_LONGEST_QUOTE = 420
#: How far before a full stop its word is looked at (characters).
_NEAR = 24

_BLOCK = lazy_re(r"\n(?:[ \t\r]*+(?:\n[ \t\r]*+)++)?+")
#: A quotation mark; or a full stop, question or exclamation mark, which may end a sentence where `close` matched.
#: It begins with one set of characters, which `re` looks for many times faster than for two alternatives.
_STOP = lazy_re(
    r"""[.!?…。！？"“”„«»](?:(?<=[.!?…。！？])[.!?…。！？]*+(?P<close>["”»“’')\]]*+)(?=\s|\Z|(?<=[。！？])))?+"""
)
_QUOTES = frozenset('"“”„«»')
_NOT_BEFORE = lazy_re(r"[^\w.&'’-]|_")
_NEXT = lazy_re(r"\s*+[\"“„«»'‘’(\[–—*•-]*+\s?([^\W_]++)?")
#: Letters with full stops between them: "U.S", "J.R".
_DOTTED = lazy_re(r"(?:[^\W\d_]\.)+[^\W\d_]")
#: A day or a zone may follow them; any other capital begins a sentence.
_CLOCK = frozenset({"a.m", "p.m"})
_LIST_MARK = lazy_re(r"\s*+(?:\d{1,3}|[a-zA-Z])\Z")
_OPENERS, _CLOSERS = "“„«", "”»"
#: The words that may hold a speaker and the verb: no further than the first comma or stop.
_FEW_WORDS = lazy_re(r"(?:\s++(?:[^\W_]|['’-])++){1,5}+")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text` between two offsets, in order, without the blanks between them.

    >>> text = 'Dr. Ada met J. R. Moss. "Fine. We agree," he said.'
    >>> [span.of(text) for span in split_sentences(text)]
    ['Dr. Ada met J. R. Moss.', '"Fine. We agree," he said.']
    """
    end = len(text) if end is None else end
    found: list[Span] = []
    for block in _blocks(text, start, end):
        _add_sentences(found, text, block)
    return found


#: Where a stretch begins and ends: lines and blocks are many, and most hold one sentence.
_Stretch: TypeAlias = tuple[int, int]


def _blocks(text: str, start: int, end: int) -> Iterator[_Stretch]:
    """Stretches that no sentence crosses: paragraphs, and lines where a paragraph is not hard-wrapped."""
    lines: list[_Stretch] = []
    position = start
    for gap in _BLOCK.finditer(text, start, end):
        first, behind = gap.span()
        if first > position:
            lines.append((position, first))
        position = behind
        if behind - first > 1 and text.count("\n", first, behind) > 1:
            yield from lines if len(lines) < 2 else _paragraph(text, lines)
            lines = []
    if position < end:
        lines.append((position, end))
    yield from lines if len(lines) < 2 else _paragraph(text, lines)


def _paragraph(text: str, lines: list[_Stretch]) -> Iterator[_Stretch]:
    """The lines of a paragraph: joined where hard-wrapped, or where the next goes on in lower case."""
    if _hard_wrapped(lines):
        yield lines[0][0], lines[-1][1]
        return
    begin = None
    for (start, end), after in zip(lines, [*lines[1:], None], strict=True):
        begin = start if begin is None else begin
        if after is not None and text[after[0]].islower() and text[end - 1] not in ".!?:…":
            continue
        yield begin, end
        begin = None


def _hard_wrapped(lines: list[_Stretch]) -> bool:
    """Whether all lines but the last fill one column: 45 to 100 characters, within 25 of each other."""
    widths = [end - start for start, end in lines[:-1]]
    return len(widths) >= 2 and min(widths) >= 45 and max(widths) <= 100 and max(widths) - min(widths) <= 25


#: Brackets that hold a sentence's end are longer (characters on either side of it).
_BRACKETED = 40


def _add_sentences(found: list[Span], text: str, block: _Stretch) -> None:
    """Add the sentences inside one block."""
    begin, last = block
    quote: int | None = None  # where the open quotation began
    inner: list[int] = []  # sentence ends inside it
    for match in _STOP.finditer(text, begin, last):
        close = match[1]  # by its number: the name takes longer to look up
        if close is None:
            if text[match.start()] not in _QUOTES:
                continue
            quote, inner = (match.start(), []) if _opens(text, match, quote) else (None, [])
            continue
        if quote is not None:
            if not any(c in _CLOSERS or c in '"“' for c in close):
                if _ends(text, match, block):
                    inner.append(match.end())
                continue
            if match.end() - quote > _LONGEST_QUOTE:
                for cut in inner:
                    _add_trimmed(found, text, begin, cut)
                    begin = cut
            announced = text[begin:quote].rstrip().endswith(":")
            quote, inner = None, []
            # Whose words stand behind a colon is said before it: `Moss: "We agree." Brandt said nothing.`
            if not announced and _attributed(text, match.end(), last):
                continue
        if _ends(text, match, block):
            _add_trimmed(found, text, begin, match.end())
            begin = match.end()
    # A quotation that never closes is no reason to keep its sentences together.
    for cut in (*inner, last):
        _add_trimmed(found, text, begin, cut)
        begin = cut


def _opens(text: str, match: re.Match[str], quote: int | None) -> bool:
    """Whether a quotation mark opens: by its shape, or by the blank before it for a straight one."""
    mark = match.group()
    if mark in _OPENERS and not (mark == "“" and quote is not None and text[quote] == "„"):
        return True
    if mark in _CLOSERS:
        return False
    before = text[match.start() - 1] if match.start() else " "
    return quote is None and not (before.isalnum() or before in ".,!?")


def _ends(text: str, match: re.Match[str], block: _Stretch) -> bool:
    """Whether a full stop, question or exclamation mark ends a sentence."""
    end, last = match.end(), block[1]
    if end >= last:
        return True
    # Nearly all end a plain word, and a blank and a capital follow: that is seen without a pattern.
    if end + 1 < last and text[end] == " " and text[end + 1].isupper() and _in_full(text, match, block):
        return True
    after = _NEXT.match(text, end, last)
    word = after[1] if after else None
    if word is None:
        return True
    if word[0].islower():
        return False
    return match.group() != "." or _stop_ends(text, match, block, word)


def _in_full(text: str, match: re.Match[str], block: _Stretch) -> bool:
    """Whether a plain word that is no abbreviation stands right before a full stop."""
    at = match.start()
    word = text[max(block[0], at - _NEAR) : at].rpartition(" ")[2]
    return len(word) > 1 and word.isalpha() and word not in _abbreviations()


def _stop_ends(text: str, match: re.Match[str], block: _Stretch, word: str) -> bool:
    """Whether a lone full stop before `word` ends a sentence: it may be an abbreviation's or an ordinal's."""
    if word[0].isdigit() and _in_brackets(text, match.start(), block):
        return False
    if _in_full(text, match, block):
        return True
    window = text[max(block[0], match.start() - _NEAR) : match.start()]
    before = _NOT_BEFORE.split(window)[-1].strip("'’-")
    starts = word.lower() in load_words("abbreviations", "starters")
    if before in load_words("abbreviations", "before_name"):
        return False
    if before in load_words("abbreviations", "before_digit"):
        return not word[0].isdigit()
    if before in _CLOCK:
        return not (word.isupper() or word.lower() in load_words("abbreviations", "behind_clock"))
    if before in load_words("abbreviations", "maybe_final"):
        return starts
    if len(before) == 1 and before.isalpha() and before.isupper():
        return starts
    if _DOTTED.fullmatch(before):
        return starts
    if before.isdigit() and len(before) <= 2:
        return (
            word[0].isupper()
            and word.lower() not in load_words("abbreviations", "months")
            and not _LIST_MARK.match(text, block[0], match.start())
        )
    return True


def _in_brackets(text: str, stop: int, block: _Stretch) -> bool:
    """Whether the full stop at `stop` stands in brackets of a few words: "(fireworks, min. 12)"."""
    opened = text.rfind("(", max(block[0], stop - _BRACKETED), stop)
    if opened < 0 or text.find(")", opened, stop) >= 0:
        return False
    return text.find(")", stop, min(block[1], stop + _BRACKETED)) >= 0


@cache
def _abbreviations() -> frozenset[str]:
    """Every word that a full stop may close without ending the sentence."""
    return frozenset().union(
        *(load_words("abbreviations", key) for key in ("before_name", "before_digit", "maybe_final"))
    )


def _attributed(text: str, position: int, end: int) -> bool:
    """Whether what follows a closed quotation tells who said it: `"Stop!" Brandt said.`"""
    following = _FEW_WORDS.match(text, position, min(end, position + 90))
    return following is not None and not reporting_verbs().isdisjoint(following.group().lower().split())


def _add_trimmed(found: list[Span], text: str, start: int, end: int) -> None:
    """Add the stretch without blanks at its ends, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


@cache
def reporting_verbs() -> frozenset[str]:
    """Every form of every reporting verb, lower case."""
    table = load_toml("reporting")
    return frozenset(
        form
        for group in table.values()
        if isinstance(group, dict)
        for forms in group.values()
        for form in forms
    )
