"""Capitals and handles of a text: the stretches that may be names, before anyone asks whose.

A run is a row of capitalised words as the eye joins them: "Nicole de Moor", "Port of Thorne Authority".
One scan finds the words, and what stands between two of them joins or parts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from attrs import frozen

from reconcile.lexicons import load_words
from reconcile.model import Span
from reconcile.names.bodies import body_words, legal_forms
from reconcile.names.offices import office_words, portfolio_words, single_titles
from reconcile.text import bare

#: A run never grows longer than this many words.
_LONGEST_RUN = 12
#: A line with more letters than this is no headline.
_LONGEST_HEADLINE = 160

_SCAN = regex.compile(
    r"""(?<![\w@/.])@(?P<handle>
            \w++(?:[.\-]\w++){0,4}@[\w\-]++(?:\.[\w\-]++){1,4}      # Mastodon: user@server
          | [\w\-]++(?:\.[\w\-]++){0,4}\.\p{Ll}{2,}+                # a domain
          | \w++(?:\.\w++){0,3} )
      | [#＃]\w++ | (?:https?://|www\.|pic\.|t\.me/|t\.co/)\S++
      | (?<![\w@#/°])(?P<word>
            [AIKP]/S\b
          | (?:\p{Lu}\.){1,5}(?:\p{Lu}[\w]*+)?
          | \p{Lu}\w*+(?:['’\-&]\w++)*+ )""",
    regex.VERBOSE,
)
_NEXT_WORD = regex.compile(r"\s++(\p{Lu}\p{Ll}*+)")
_OPENING = "\"“„«»‘'’([{*•·>|–—-"
_STOPS = ".!?:…。"
#: What stands before the platform's name, and before nobody's initial.
_ON_X = (" on ", " to ", "via ")
#: What stands around a nickname inside a name: Ada "Kit" Moss.
_NICK_OPENS, _NICK_CLOSES = (' "', " “", " ‘", " „"), ('" ', "” ", "’ ", "“ ")
_CONNECTORS = frozenset({" of ", " of the ", " for ", " for the ", " & ", " and "})


@frozen
class Word:
    """A capitalised word without its possessive ending."""

    start: int
    end: int
    text: str
    #: Lower case, without accents: how it meets the word lists.
    key: str
    #: It begins a sentence, a quotation or a line, or stands in a headline where every word has a capital.
    opens: bool
    possessive: bool = False


@frozen
class Run:
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
    words: list[Word] = []
    handles: list[tuple[Span, str]] = []
    headlines = _headlines(text)
    for match in _SCAN.finditer(text):
        if match["word"]:
            words.append(_word(text, *match.span("word"), headlines))
        elif match["handle"]:
            handles.append((Span(*match.span()), match["handle"]))
    return Capitals(tuple(_runs(text, words)), tuple(handles))


def _word(text: str, start: int, end: int, headlines: list[Span]) -> Word:
    form = text[start:end]
    possessive = form.endswith(("'s", "’s"))
    if possessive:
        end -= 2
        form = text[start:end]
    elif form[-1] in "sz" and text[end : end + 2] in ("' ", "’ "):
        possessive = text[end + 2 : end + 3].isalpha()
    opens = opens_sentence(text, start) or any(h.start <= start < h.end for h in headlines)
    return Word(start, end, form, bare(form), opens, possessive)


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


def _headlines(text: str) -> list[Span]:
    """The lines in which (nearly) every longer word has a capital: headlines, and shouting."""
    found = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if 12 < len(line) < _LONGEST_HEADLINE and line.rstrip()[-1:] not in ".,;" and not _ROW.match(line):
            words = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
            if len(words) >= 3 and sum(not w[0].islower() for w in words) >= 0.75 * len(words):
                found.append(Span(start, end))
        start = end + 1
    return found


#: A row of a list of results: "2nd: Ada Moss, Ostra, 20", "3. Ada Moss (Ostra)".
_ROW = regex.compile(r"\s*+(?:\d{1,3}(?:st|nd|rd|th|[.):])\s|.{4,120}, \d[\d.:]{0,8}\s*\Z)")


def _runs(text: str, words: list[Word]) -> Iterator[Run]:
    run: list[Word] = []
    for i, word in enumerate(words):
        if run and not (len(run) < _LONGEST_RUN and _joined(text, run, words, i)):
            yield Run(tuple(run))
            run = []
        run.append(word)
    if run:
        yield Run(tuple(run))


def _joined(text: str, run: list[Word], words: list[Word], i: int) -> bool:
    """Whether the next word goes on with the run, by what stands between them."""
    last, word = run[-1], words[i]
    if word.start - last.end > 16:
        return False
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
