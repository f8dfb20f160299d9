"""Names in a text: of persons, bodies and places, and handles, where languages space their words.

A capital is no name yet: sentences begin with one, headlines are full of them, days and titles have them.
What cannot be told from the text alone stays *weak*: it counts where the same word is a name elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.lexicons import load_words
from reconcile.model import Mention, Source, Span
from reconcile.names.capitals import read_capitals
from reconcile.names.joints import Word
from reconcile.names.leading_titles import title_in
from reconcile.patterns import lazy_regex

_FIGURE_BESIDE = lazy_regex(r"\s*+\d")
_DATELINE_END = lazy_regex(r"\s*+(?:[:(–—-]|,\s*+\p{Lu}[\w.]*+\s*+\d|/)")
_ARTICLES = ("the ", "The ")
#: Doubts that a word without another beside it confirms.
_NONE_ALONE = frozenset({"never", "letter", "named day", "not alone"})
#: Makes a Name of its values in less than half the time that a call of the class takes.
_tuple = tuple.__new__


class Name(NamedTuple):
    """A name as it stands in a text, without title, article and possessive ending. (A page has hundreds: a
    tuple is made fastest.)
    """

    start: int
    end: int
    text: str
    #: Its words, lower case, without accents, without particles.
    words: tuple[str, ...]
    #: The title printed right before it ("Economy Minister"), or None.
    title: Span | None = None
    #: A form of address stood before it: it is a person's.
    addressed: bool = False
    #: A capital that may be owed to the sentence or the headline alone.
    weak: bool = False
    #: The first word may be the sentence's, not the name's ("Economists Ada Moss").
    loose: bool = False
    possessive: bool = False
    acronym: bool = False
    #: It holds the noun of a body: "Ministry", "FC".
    body: bool = False
    #: "the" stood before it.
    article: bool = False
    #: A dateline's: a place.
    dateline: bool = False

    @property
    def span(self) -> Span:
        """Where it stands. (Most names are asked for one end alone.)"""
        return Span(self.start, self.end)


def find_mentions(source: Source, text: str) -> tuple[Mention, ...]:
    """The names and handles of `text`, in order, as mentions in `source`.

    Handles keep their @. A word that only the beginning of a sentence made a capital is left out.

    >>> text = "Minister Ada Moss of Ostra met @jdewit on Monday. Moss smiled. Rain fell."
    >>> [m.text for m in find_mentions("p1", text)]
    ['Ada Moss', 'Ostra', '@jdewit', 'Moss']
    """
    names = read_names(text)
    known = {word for name in names if not name.weak for word in name.words}
    found = [
        Mention(source, n.span, n.text, "name") for n in names if not n.weak or known.issuperset(n.words)
    ]
    found += [Mention(source, span, span.of(text), "handle") for span, _ in read_capitals(text).handles]
    return tuple(sorted(found, key=lambda m: m.span.start))


@lru_cache(maxsize=64)
def read_names(text: str) -> tuple[Name, ...]:
    """Every name of `text`, weak ones included, in order."""
    found: list[Name] = []
    for run in read_capitals(text).runs:
        first = run[0]
        start, _, printed, opens, _ = first
        article = text[start - 4 : start] in _ARTICLES if start > 3 else False
        # Most runs are ordinary: nothing parts them, and no title is in them.
        if len(run) == 1:
            if printed.ordinary:
                found.append(_single(text, first, article))
                continue
            if printed.doubt in _NONE_ALONE or (opens and printed.opener):
                continue  # "Monday", "The": many are no more
        elif _ordinary(run) and not (opens and printed.calling):
            found.append(_name(text, run, None, False, article))
            continue
        article = article or printed.text == "The"
        for part in _parts(text, run):
            _names(text, part, article and part[0].start - start <= 4, found)
    return tuple(found)


def _ordinary(words: Sequence[Word]) -> bool:
    """Whether none of the words is on a list of what is no name or is a title."""
    for word in words:  # noqa: SIM110 (a call of `all` takes longer than most runs)
        if not word.printed.ordinary:
            return False
    return True


def _parts(text: str, words: Sequence[Word]) -> list[Sequence[Word]]:
    """A run without openers, parted at days, months and other capitals that are no names."""
    first = 0
    while first < len(words) and _opener(words[first]):
        first += 1
    alone = len(words) - first == 1
    parts: list[Sequence[Word]] = []
    begin = first
    for i in range(first, len(words)):
        if words[i].printed.doubt and _no_name(text, words[i], alone=alone):
            if i > begin:
                parts.append(words[begin:i])
            begin = i + 1
    if begin < len(words):
        parts.append(words[begin:])
    return parts


def _opener(word: Word) -> bool:
    """Whether a run's first word is none of a name: the article, a sentence's first function word."""
    return word.printed.opener and (word.opens or word.printed.text == "The")


def _no_name(text: str, word: Word, *, alone: bool) -> bool:
    """Whether a capital is no name: the calendar's, a clock's, one letter, "A12", "Thirty-one"."""
    doubt = word.printed.doubt
    if doubt == "letter":
        return alone or word.key.rstrip(".") == "i"
    if doubt == "number":
        return text[word.end : word.end + 1] == "."
    if doubt == "named day":
        return (
            alone
            or bool(_FIGURE_BESIDE.match(text, word.end))
            or text[word.start - 2 : word.start - 1].isdigit()
        )
    return doubt == "never" or (alone and doubt == "not alone")


def _names(text: str, words: Sequence[Word], article: bool, found: list[Name]) -> None:
    """Add the names in one part of a run: what stands before a title, and what stands behind it."""
    first, cut, addressed = title_in(text, words)
    if cut and _things_own(text, words[0].start):
        first, cut, addressed = 0, 0, False
    if first > 0:
        found.append(_name(text, words[:first], None, False, article))
    title = Span(words[first].start, words[cut - 1].end) if cut > first else None
    if cut < len(words):
        found.append(_name(text, words[cut:], title, addressed, article and first == cut == 0))


def _things_own(text: str, start: int) -> bool:
    """Whether a ship or another thing bears the name at `start`: "the freighter Lady Maud"."""
    if start < 2 or text[start - 1] != " ":
        return False
    at = text.rfind(" ", max(0, start - 24), start - 1) + 1
    return text[at : start - 1].lower() in load_words("names", "things")


def _single(text: str, word: Word, article: bool) -> Name:
    """The name of one word without a title: what `_name` makes of it, with the questions that it leaves open."""
    start, end, printed, opens, possessive = word
    dateline = weak = False
    if printed.shouted:
        dateline = _dateline(text, start, end)
        weak = not printed.acronym and not dateline
    elif opens:
        weak = not printed.country
    return _tuple(Name, (
        start, end, printed.text, (printed.key,), None, False, weak, False, possessive, printed.acronym,
        printed.body, article, dateline,
    ))  # fmt: skip


def _name(text: str, words: Sequence[Word], title: Span | None, addressed: bool, article: bool) -> Name:
    while len(words) > 1 and words[-1].printed.shouted and words[-1].key in load_words("names", "honours"):
        words = words[:-1]
    first, last = words[0], words[-1]
    single = len(words) == 1
    start, end = first.start, last.end
    acronym = shouted = dateline = False
    if first.printed.shouted and (single or all(w.printed.shouted for w in words)):
        acronym = single and first.printed.acronym
        dateline = _dateline(text, start, end)
        shouted = not acronym and not dateline
    form = text[start:end]
    keys, body = [], False
    for word in words:
        keys.append(word.printed.key)
        body = body or word.printed.body
    led = title is not None or addressed
    weak = False
    if not led and not dateline:
        if shouted:
            weak = True
        elif first.opens:
            weak = (
                not acronym and not first.printed.country
                if single
                else all(w.opens for w in words) and '"' not in form
            )
    return _tuple(Name, (
        start, end, form, tuple(keys), title, addressed, weak, first.opens and not led and not single,
        last.possessive, acronym, body, article, dateline,
    ))  # fmt: skip


def _dateline(text: str, start: int, end: int) -> bool:
    """Whether a name in capitals opens a line as a dateline does: "VENDA, March 14 -", "KYIV:"."""
    line = text.rfind("\n", 0, start) + 1
    return end - start > 2 and not text[line:start].strip() and bool(_DATELINE_END.match(text, end))
