"""Where a capital proves nothing: at the beginning of a sentence, a line or a quotation, and in headlines."""

from __future__ import annotations

from reconcile.lexicons import load_words
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.text import bare

#: A line with more letters than this is no headline.
_LONGEST_HEADLINE = 160
#: No abbreviation is longer.
_LONGEST_SHORT = 16

_NEXT_WORD = lazy_regex(r"\s++(\p{Lu}\p{Ll}*+)")
_OPENING = "\"“„«»‘'’([{*•·>|–—-"
_STOPS = ".!?:…。"
_DATELINE = lazy_regex(r"\s*+(?:\p{Lu}{2}[\p{Lu}.'’\-]*+[ ,/]*+)+(?:\W|\Z)")
#: A line with something in it; what is no prose is blanked to thousands of empty ones.
_LINE = lazy_re(r"[^\n]++")
#: A row of a list of results: "2nd: Ada Moss, Ostra, 20", "3. Ada Moss (Ostra)".
_ROW = lazy_regex(r"\s*+(?:\d{1,3}(?:st|nd|rd|th|[.):])\s|.{4,120}, \d[\d.:]{0,8}\s*\Z)")


def opens_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` begins a sentence, a line or a quotation."""
    i = start - 1
    quoted = False
    if i < 0 or text[i] == "\n":
        return True
    if text[i] == " " and text[i - 1] == "." and i:
        return not _abbreviated(text, i - 1)  # most words that a plain one does not precede
    while i >= 0 and (text[i] == " " or text[i] == "\u00a0" or text[i] in _OPENING):
        quoted = quoted or text[i] in '"“„«'
        i -= 1
    if i < 0 or text[i] == "\n":
        return True
    before = text[i]
    if before in _STOPS:
        return not _abbreviated(text, i)
    if before.isalnum():
        return quoted or _after_dateline(text, i, start)
    return quoted or before not in ",;)’'%/&\"”"


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` closes an abbreviation or an initial rather than a sentence."""
    if text[stop] != ".":
        return False
    # Mostly a plain word stands before it, with a space before that.
    word = text[max(0, stop - _LONGEST_SHORT) : stop].rpartition(" ")[2]
    if not word.isalpha():
        i = stop
        while i > 0 and (text[i - 1].isalnum() or text[i - 1] == "."):
            i -= 1
        word = text[i:stop]
    if len(word) == 1 and word.isupper():
        follows = _NEXT_WORD.match(text, stop + 1)
        return not (follows and begins_sentence(bare(follows[1])))
    return word in load_words("abbreviations", "before_name")


def begins_sentence(key: str) -> bool:
    """Whether a capitalised word behind one letter with a full stop begins a sentence: "wrote on X. Her deputy"."""
    return key in load_words("abbreviations", "starters")


def _after_dateline(text: str, last: int, start: int) -> bool:
    """Whether a dash between `last` and `start` closes a dateline: the line began in capitals."""
    if not any(c in "-–—" for c in text[last + 1 : start]):
        return False
    line = text.rfind("\n", 0, last) + 1
    return last - line < 60 and _DATELINE.match(text, line, last + 1) is not None


def headlines(text: str) -> list[tuple[int, int]]:
    """The lines in which (nearly) every longer word has a capital: headlines, and shouting."""
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        first, last = match.span()
        if 12 < last - first < _LONGEST_HEADLINE and text[last - 1] not in ".,;":
            line = match.group()
            initials = [w[0] for w in line.split() if len(w) > 3 and w[0].isalpha()]
            small = len([c for c in initials if c.islower()])
            if (
                len(initials) >= 3
                and len(initials) - small >= 0.75 * len(initials)
                and line.rstrip()[-1:] not in ".,;"
                and not _ROW.match(line)
            ):
                found.append((first, last))
    return found
