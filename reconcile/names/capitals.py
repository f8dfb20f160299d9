"""Capitals and handles of a text: the stretches that may be names, before anyone asks whose.

A run is a row of capitalised words as the eye joins them: "Nicole de Moor", "Port of Thorne Authority".
One scan finds the words (what opens a sentence: openings.py; what the lists say of a form: printed.py), and what
stands between two of them joins or parts them (joints.py).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import regex

from reconcile.model import Span
from reconcile.names.joints import Word, joined, joints
from reconcile.names.openings import headlines, opens_sentence
from reconcile.names.printed import look_up
from reconcile.patterns import lazy_re, lazy_regex

#: A run never grows longer than this many words.
_LONGEST_RUN = 12
#: Nor is a joint longer than this.
_LONGEST_GAP = 16

#: Capital letters (Unicode category Lu) of the scripts that have them: `re` has no name for them, and jumps to a
#: letter of a class many times faster than `regex` does.
_UPPER = "".join(
    c
    for first, last in ((0x41, 0x5A), (0xC0, 0x587), (0x10A0, 0x10C5), (0x1E00, 0x1FFF), (0x2C00, 0x2CFF))
    for c in map(chr, range(first, last + 1))
    if unicodedata.category(c) == "Lu"
)
#: What goes on with a word; the marks are accents that stand by themselves.
_GOES_ON = r"[\w\u0300-\u036f\u200c\u200d]"
#: The lookbehind stands behind the capital so that the pattern begins with a class of letters: that is what the
#: search can jump to.
_CAPITAL = lazy_re(
    rf"""[{_UPPER}](?<![\w@#＃/°\u0300-\u036f].)(?:
            [a-z]++{_GOES_ON}*+(?:['’\-&]{_GOES_ON}++)*+      # most: tried first, small letters are told faster
          | (?<=[AIKP])/S\b
          | \.(?:[{_UPPER}]\.){{0,4}}+(?:[{_UPPER}]{_GOES_ON}*+)?
          | {_GOES_ON}*+(?:['’\-&]{_GOES_ON}++)*+ )""",
    re.VERBOSE,
)
#: Handles, and links, in which no capital begins a name.
_HANDLE_OR_LINK = lazy_regex(
    r"""(?<![\w@/.])@(?P<handle>
            \w++(?:[.\-]\w++){0,4}@[\w\-]++(?:\.[\w\-]++){1,4}      # Mastodon: user@server
          | [\w\-]++(?:\.[\w\-]++){0,4}\.\p{Ll}{2,}+                # a domain
          | \w++(?:\.\w++){0,3} )
      | (?:https?://|www\.|pic\.|t\.me/|t\.co/)\S++""",
    regex.VERBOSE,
)
#: What each of them begins with.
_LINK_SIGNS = ("@", "http", "www.", "pic.", "t.me/", "t.co/")
_GENITIVES = ("'s", "’s")
#: Behind a word in "s" or "z" that has a noun after it: "the Bakers' guild".
_BARE_GENITIVES = ("' ", "’ ")
#: Makes a Word of its values in less than half the time that a call of the class takes.
_tuple = tuple.__new__
#: Beyond every text.
_FAR = 1 << 60


class Capitals(NamedTuple):
    """What one scan of a text found: runs of capitalised words, and handles with the place of their @."""

    runs: tuple[Sequence[Word], ...]
    handles: tuple[tuple[Span, str], ...]


@lru_cache(maxsize=64)
def read_capitals(text: str) -> Capitals:
    """The runs and the handles of `text`, in order.

    >>> text = "Port of Thorne hired Jan de Wit."
    >>> [text[run[0].start : run[-1].end] for run in read_capitals(text).runs]
    ['Port of Thorne', 'Jan de Wit']
    """
    handles, links = _handles_and_links(text)
    return Capitals(tuple(_runs(text, _words(text, links))), handles)


_Handles: TypeAlias = tuple[tuple[Span, str], ...]


def _handles_and_links(text: str) -> tuple[_Handles, list[tuple[int, int]]]:
    """The handles of a text, and the stretches that they and links take."""
    # Only where a sign is does the pattern begin: to look at every letter of a text takes it many times as long.
    places = sorted([at for sign in _LINK_SIGNS if sign in text for at in _places(text, sign)])
    handles: list[tuple[Span, str]] = []
    stretches: list[tuple[int, int]] = []
    end = 0
    for at in places:
        match = _HANDLE_OR_LINK.match(text, at) if at >= end else None
        if match:
            end = match.end()
            stretches.append((at, end))
            if match["handle"]:
                handles.append((Span(at, end), match["handle"]))
    return tuple(handles), stretches


def _places(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _words(text: str, links: list[tuple[int, int]]) -> list[Word]:
    """The capitalised words of a text outside of handles and links."""
    words: list[Word] = []
    shouting = iter(headlines(text))
    first, last = next(shouting, (_FAR, _FAR))
    for match in _CAPITAL.finditer(text):
        start, end = match.span()
        if links and _inside(start, links):
            continue
        form = text[start:end]
        possessive = False
        if form[-1] in "sz":
            if form[-2:] in _GENITIVES:
                possessive = True
                end -= 2
                form = form[:-2]
            elif text[end : end + 2] in _BARE_GENITIVES:
                possessive = text[end + 2 : end + 3].isalpha()
        while last <= start:
            first, last = next(shouting, (_FAR, _FAR))
        # Most words have a plain word before them, which tells at a glance that they open nothing.
        plainly_inside = start > 1 and text[start - 1] == " " and text[start - 2].islower()
        opens = first <= start or (not plainly_inside and opens_sentence(text, start))
        words.append(_tuple(Word, (start, end, look_up(form), opens, possessive)))
    return words


def _inside(at: int, stretches: list[tuple[int, int]]) -> bool:
    """Whether `at` lies in one of the stretches, which stand in order."""
    i = bisect_right(stretches, (at, _FAR)) - 1
    return i >= 0 and at < stretches[i][1]


def _runs(text: str, words: list[Word]) -> list[Sequence[Word]]:
    """The words in runs, by what stands between them."""
    runs: list[Sequence[Word]] = []
    run: list[Word] = []
    end = -_FAR
    known = joints()
    for i, word in enumerate(words):
        start = word.start
        # What is far off is joined by nothing, nor is what has a plain word between: most words are such.
        if (
            start - end <= _LONGEST_GAP
            and text[end:start] in known
            and len(run) < _LONGEST_RUN
            and joined(text, run, words, i)
        ):
            run.append(word)
        else:
            run = [word]
            runs.append(run)
        end = word.end
    return runs
