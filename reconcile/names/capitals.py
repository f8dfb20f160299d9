"""Capitals and handles of a text: the stretches that may be names, before anyone asks whose.

A run is a row of capitalised words as the eye joins them: "Nicole de Moor", "Port of Thorne Authority".
One scan finds the words, and what stands between two of them joins or parts them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

import regex
from attrs import frozen

from reconcile.lexicons import load_words
from reconcile.model import Span
from reconcile.names.bodies import body_words, legal_forms
from reconcile.names.offices import office_words, portfolio_words, single_titles
from reconcile.text import bare

#: A run never grows longer than this many words.
_LONGEST_RUN = 12
#: Nor is a joint longer than this.
_LONGEST_GAP = 16
#: A line with more letters than this is no headline.
_LONGEST_HEADLINE = 160

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
_CAPITAL = re.compile(
    rf"""[{_UPPER}](?<![\w@#＃/°\u0300-\u036f].)(?:
            (?<=[AIKP])/S\b
          | \.(?:[{_UPPER}]\.){{0,4}}+(?:[{_UPPER}]{_GOES_ON}*+)?
          | {_GOES_ON}*+(?:['’\-&]{_GOES_ON}++)*+ )""",
    re.VERBOSE,
)
#: Handles, and links, in which no capital begins a name.
_HANDLE_OR_LINK = regex.compile(
    r"""(?<![\w@/.])@(?P<handle>
            \w++(?:[.\-]\w++){0,4}@[\w\-]++(?:\.[\w\-]++){1,4}      # Mastodon: user@server
          | [\w\-]++(?:\.[\w\-]++){0,4}\.\p{Ll}{2,}+                # a domain
          | \w++(?:\.\w++){0,3} )
      | (?:https?://|www\.|pic\.|t\.me/|t\.co/)\S++""",
    regex.VERBOSE,
)
_NEXT_WORD = regex.compile(r"\s++(\p{Lu}\p{Ll}*+)")
_OPENING = "\"“„«»‘'’([{*•·>|–—-"
_STOPS = ".!?:…。"
#: What stands before the platform's name, and before nobody's initial.
_ON_X = (" on ", " to ", "via ")
#: Without one of these a text has neither.
_LINK_SIGNS = ("@", "://", "www.", "pic.", "t.me/", "t.co/")
_GENITIVES = ("'s", "’s")
#: Beyond every text.
_FAR = 1 << 60
#: What stands around a nickname inside a name: Ada "Kit" Moss.
_NICK_OPENS, _NICK_CLOSES = (' "', " “", " ‘", " „"), ('" ', "” ", "’ ", "“ ")
_CONNECTORS = frozenset({" of ", " of the ", " for ", " for the ", " & ", " and "})


class Word(NamedTuple):
    """A capitalised word without its possessive ending. (A page has hundreds: a tuple is made fastest.)"""

    start: int
    end: int
    text: str
    #: Lower case, without accents: how it meets the word lists.
    key: str
    #: It begins a sentence, a quotation or a line, or stands in a headline where every word has a capital.
    opens: bool
    possessive: bool = False


class Run(NamedTuple):
    """Capitalised words that belong together, with the lower-case joints between them."""

    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        """From the first word's start to the last one's end."""
        return Span(self.words[0].start, self.words[-1].end)


@frozen
class Capitals:
    """What one scan of a text found: runs of capitalised words, and handles with the place of their @."""

    runs: tuple[Run, ...]
    handles: tuple[tuple[Span, str], ...]


@lru_cache(maxsize=64)
def read_capitals(text: str) -> Capitals:
    """The runs and the handles of `text`, in order.

    >>> text = "Port of Thorne hired Jan de Wit."
    >>> [run.span.of(text) for run in read_capitals(text).runs]
    ['Port of Thorne', 'Jan de Wit']
    """
    handles, links = _handles_and_links(text)
    words = _words(text, links)
    return Capitals(tuple(_runs(text, words)), handles)


_Handles: TypeAlias = tuple[tuple[Span, str], ...]


def _handles_and_links(text: str) -> tuple[_Handles, list[tuple[int, int]]]:
    """The handles of a text, and the stretches that they and links take."""
    if not any(sign in text for sign in _LINK_SIGNS):
        return (), []
    found = list(_HANDLE_OR_LINK.finditer(text))
    handles = tuple((Span(*m.span()), m["handle"]) for m in found if m["handle"])
    return handles, [m.span() for m in found]


def _words(text: str, links: list[tuple[int, int]]) -> list[Word]:
    """The capitalised words of a text outside of handles and links."""
    words: list[Word] = []
    headlines = iter(_headlines(text))
    headline = next(headlines, None)
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
            else:
                possessive = _bare_genitive(text, end)
        # Most words have a plain word before them, which tells at a glance that they open nothing.
        plainly_inside = start > 1 and text[start - 1] == " " and text[start - 2].islower()
        opens = not plainly_inside and opens_sentence(text, start)
        while headline and headline[1] <= start:
            headline = next(headlines, None)
        if headline and headline[0] <= start:
            opens = True
        key = form.lower() if form.isascii() else bare(form)
        words.append(Word(start, end, form, key, opens, possessive))
    return words


def _bare_genitive(text: str, end: int) -> bool:
    """Whether the word that ends in "s" or "z" at `end` has a genitive's apostrophe and a noun behind it."""
    return text[end : end + 2] in ("' ", "’ ") and text[end + 2 : end + 3].isalpha()


def _inside(at: int, stretches: list[tuple[int, int]]) -> bool:
    """Whether `at` lies in one of the stretches, which stand in order."""
    i = bisect_right(stretches, (at, _FAR)) - 1
    return i >= 0 and at < stretches[i][1]


def opens_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` begins a sentence, a line or a quotation: a capital proves nothing."""
    if start > 1 and text[start - 1] == " " and text[start - 2].islower():
        return False
    i = start - 1
    quoted = False
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
    i = stop
    while i > 0 and (text[i - 1].isalnum() or text[i - 1] == "."):
        i -= 1
    word = text[i:stop]
    if len(word) == 1 and word.isupper():
        follows = _NEXT_WORD.match(text, stop + 1)
        return not (follows and _begins_sentence(bare(follows[1])))
    return word in load_words("abbreviations", "before_name")


def _begins_sentence(key: str) -> bool:
    """Whether a capitalised word behind one letter with a full stop begins a sentence: "wrote on X. Her deputy"."""
    return key in load_words("abbreviations", "starters")


def _after_dateline(text: str, last: int, start: int) -> bool:
    """Whether a dash between `last` and `start` closes a dateline: the line began in capitals."""
    if not any(c in "-–—" for c in text[last + 1 : start]):
        return False
    line = text.rfind("\n", 0, last) + 1
    return last - line < 60 and _DATELINE.match(text, line, last + 1) is not None


_DATELINE = regex.compile(r"\s*+(?:\p{Lu}{2}[\p{Lu}.'’\-]*+[ ,/]*+)+(?:\W|\Z)")


def _headlines(text: str) -> list[tuple[int, int]]:
    """The lines in which (nearly) every longer word has a capital: headlines, and shouting."""
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        if 12 < len(line) < _LONGEST_HEADLINE and line.rstrip()[-1:] not in ".,;" and not _ROW.match(line):
            words = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
            if len(words) >= 3 and sum(not w[0].islower() for w in words) >= 0.75 * len(words):
                found.append(match.span())
    return found


#: A line with something in it; what is no prose is blanked to thousands of empty ones.
_LINE = re.compile(r"[^\n]++")
#: A row of a list of results: "2nd: Ada Moss, Ostra, 20", "3. Ada Moss (Ostra)".
_ROW = regex.compile(r"\s*+(?:\d{1,3}(?:st|nd|rd|th|[.):])\s|.{4,120}, \d[\d.:]{0,8}\s*\Z)")


def _runs(text: str, words: list[Word]) -> list[Run]:
    runs: list[Run] = []
    run: list[Word] = []
    for i, word in enumerate(words):
        # What is far off is joined by nothing: most words are.
        if run and (
            word.start - run[-1].end > _LONGEST_GAP
            or len(run) >= _LONGEST_RUN
            or not _joined(text, run, words, i)
        ):
            runs.append(Run(tuple(run)))
            run = []
        run.append(word)
    if run:
        runs.append(Run(tuple(run)))
    return runs


def _joined(text: str, run: list[Word], words: list[Word], i: int) -> bool:
    """Whether the next word goes on with the run, by what stands between them."""
    last, word = run[-1], words[i]
    gap = text[last.end : word.start]
    if last.possessive:
        return _possessor(last, word) and gap in ("'s ", "’s ", "' ", "’ ")
    if gap in (" ", "\u00a0"):
        return len(last.text) != 2 or last.text[1] != "." or _is_initial(text, last, word)
    if gap in _NICK_OPENS and text[word.end : word.end + 2] in _NICK_CLOSES:
        return i + 1 < len(words) and words[i + 1].start == word.end + 2
    if gap in _NICK_CLOSES:
        return text[run[-1].start - 1 : run[-1].start] in '"“‘„' and len(run) > 1
    if gap in (". ", "."):
        return last.text in load_words("abbreviations", "before_name") or (
            len(last.text) == 1 and _is_initial(text, last, word)
        )
    if gap in _CONNECTORS:
        return _connected(gap.strip(), run, words, i)
    return gap in _particle_gaps()


def _is_initial(text: str, last: Word, word: Word) -> bool:
    """Whether one letter with a full stop is an initial, and no sentence's end: "wrote on X. Her deputy ..." is."""
    platform = last.text[0] == "X" and text[max(0, last.start - 4) : last.start].endswith(_ON_X)
    return not platform and not _begins_sentence(word.key)


def _possessor(last: Word, word: Word) -> bool:
    """Whether a possessive belongs to a body's name: "Mayor's Office", "Bakers' Guild"."""
    return word.key in body_words() and (
        last.key in load_words("names", "possessors") or last.text.endswith("s")
    )


def _connected(joint: str, run: list[Word], words: list[Word], i: int) -> bool:
    """Whether "of", "for", "and", "&" joins two capitalised words into one name."""
    fields = portfolio_words()
    word = words[i]
    if run[-1].key in legal_forms():
        return False
    if joint in ("and", "&"):
        if run[-1].key not in fields:
            return False
        return word.key in fields or any(
            w.key in body_words() for w in words[i : i + 2] if w.start - word.end < 3
        )
    if word.key in fields or word.key == "state":
        return any(w.key in office_words() or w.key in body_words() for w in run)
    heads = body_words() | load_words("body_nouns", "not_alone") | load_words("names", "place_nouns")
    return any(
        w.key in heads
        and (w.key not in office_words() or (w.key in body_words() and w.key not in single_titles()))
        for w in run
    )


@cache
def _particle_gaps() -> frozenset[str]:
    """What may stand between two parts of a person's name: " de ", " van der ", " al-", " d'"."""
    particles = load_words("names", "particles") - {"of", "und", "e", "y", "i", "op", "auf"}
    firsts = ("van", "von", "de", "di", "op", "in", "el", "al", "auf", "bin", "ibn", "y")
    joints = {f" {p} " for p in particles} | {
        f" {p}-" for p in ("al", "el", "ul", "ad", "as", "ar", "an", "bin")
    }
    joints |= {
        f" {a} {b} "
        for a in firsts
        for b in ("der", "den", "de", "het", "la", "las", "los", "der", "'t", "’t", "al", "zu")
    }
    joints |= {" d'", " d’", " l'", " l’", " de l'", " y ", " e ", " dell'", " dell’"}
    return frozenset(joints)
