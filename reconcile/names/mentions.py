"""Names in a text: of persons, bodies and places, and handles, where languages space their words.

A capital is no name yet: sentences begin with one, headlines are full of them, days and titles have them.
What cannot be told from the text alone stays *weak*: it counts where the same word is a name elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import regex

from reconcile.lexicons import load_words
from reconcile.model import Mention, Source, Span
from reconcile.names.bodies import body_words, stop_words
from reconcile.names.capitals import Word, read_capitals
from reconcile.names.countries import countries
from reconcile.names.offices import address, fields, office_words, portfolio_words, statuses, titles

_FIGURE_BESIDE = regex.compile(r"\s*+\d")
_DATELINE_END = regex.compile(r"\s*+(?:[:(–—-]|,\s*+\p{Lu}[\w.]*+\s*+\d|/)")
_LOWER_AFTER_HYPHEN = regex.compile(r"-\p{Ll}")
_ARTICLES = ("the ", "The ")
#: Letters of an acronym.
_ACRONYM = range(2, 7)


class Name(NamedTuple):
    """A name as it stands in a text, without title, article and possessive ending. (A page has hundreds: a
    tuple is made fastest.)
    """

    span: Span
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
        words = run.words
        first = words[0]
        start = first.start
        if len(words) == 1 and _ordinary(first.key):
            article = start > 3 and text[start - 4 : start] in _ARTICLES
            found.append(_single(text, first, article))  # most runs
            continue
        if len(words) == 1 and first.opens and _opening_word(first.key):
            continue  # most of the others
        article = first.text == "The" or text[max(0, start - 4) : start] in _ARTICLES
        for part in _parts(text, words):
            _names(text, part, article and part[0].start - start <= 4, found)
    return tuple(found)


def _ordinary(key: str) -> bool:
    """Whether a capitalised word is on none of the lists that speak against its being a name, or make a title of
    it: most are not, and need no closer look.
    """
    return key.isalpha() and len(key) > 1 and key not in _telling_words()


@cache
def _telling_words() -> frozenset[str]:
    lists = [load_words("names", name) for name in ("openers", "calendar", "initials")]
    return frozenset({"no"}).union(stop_words(), office_words(), address(), *lists)


def _parts(text: str, words: tuple[Word, ...]) -> list[Sequence[Word]]:
    """A run without openers, parted at days, months and other capitals that are no names."""
    first = 0
    while first < len(words) and (words[first].opens or words[first].text == "The") and _opener(words[first]):
        first += 1
    alone = len(words) - first == 1
    parts: list[Sequence[Word]] = []
    begin = first
    for i in range(first, len(words)):
        if not _ordinary(words[i].key) and _no_name(text, words[i], alone=alone):
            if i > begin:
                parts.append(words[begin:i])
            begin = i + 1
    if begin < len(words):
        parts.append(words[begin:])
    return parts


def _opener(word: Word) -> bool:
    """Whether a sentence's first word is none of a name: a function word, a contraction of one."""
    return _opening_word(word.key)


@lru_cache(maxsize=8192)
def _opening_word(key: str) -> bool:
    key = key.partition("'")[0].partition("’")[0]
    return key in stop_words() or key in load_words("names", "openers")


def _no_name(text: str, word: Word, *, alone: bool) -> bool:
    """Whether a capital is no name: the calendar's, a clock's, one letter, "A12", "Thirty-one"."""
    doubt = _doubt(word.text, word.key)
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


@lru_cache(maxsize=16384)
def _doubt(text: str, key: str) -> Literal["", "never", "letter", "number", "named day", "not alone"]:
    """What speaks by itself against a capitalised word's being a name, or ""; kept by word."""
    key = key.rstrip(".")
    if len(key) == 1:
        return "letter"
    if key == "no" and not text.isupper():
        return "number"
    if key in load_words("names", "calendar"):
        return "named day" if key in load_words("names", "calendar_names") else "never"
    if text.isupper() and key in load_words("names", "initials"):
        return "never"
    if key.startswith(("i'", "i’")) or (len(key) < 4 and any(c.isdigit() for c in key)):
        return "never"
    return "not alone" if _LOWER_AFTER_HYPHEN.search(text) else ""


def _names(text: str, words: Sequence[Word], article: bool, found: list[Name]) -> None:
    """Add the names in one part of a run: what stands before a title, and what stands behind it."""
    first, cut, addressed = _title(text, words)
    if cut and _things_own(text, words[0].start):
        first, cut, addressed = 0, 0, False
    if first > 0:
        found.append(_name(text, words[:first], None, False, article))
    title = Span(words[first].start, words[cut - 1].end) if cut > first else None
    rest = words[cut:]
    if rest:
        found.append(_name(text, rest, title, addressed, article and first == cut == 0))


def _things_own(text: str, start: int) -> bool:
    """Whether a ship or another thing bears the name at `start`: "the freighter Lady Maud"."""
    if start < 2 or text[start - 1] != " ":
        return False
    at = text.rfind(" ", max(0, start - 24), start - 1) + 1
    return text[at : start - 1].lower() in load_words("names", "things")


def _single(text: str, word: Word, article: bool) -> Name:
    """The name of one word without a title: what `_name` makes of it, with the questions that it leaves open."""
    start, end, form, key, opens, possessive = word
    acronym = dateline = weak = False
    if form.isupper():
        acronym = len(form) in _ACRONYM
        dateline = _dateline(text, start, end)
        weak = not acronym and not dateline
    elif opens:
        weak = key not in countries()
    return Name(
        Span(start, end), form, (key,), None, False, weak, False, possessive, acronym,
        key in body_words(), article, dateline,
    )  # fmt: skip


def _name(text: str, words: Sequence[Word], title: Span | None, addressed: bool, article: bool) -> Name:
    while len(words) > 1 and words[-1].text.isupper() and words[-1].key in load_words("names", "honours"):
        words = words[:-1]
    first, last = words[0], words[-1]
    single = len(words) == 1
    start, end = first.start, last.end
    form = text[start:end]
    keys = (first.key,) if single else tuple([w.key for w in words])
    acronym = shouted = dateline = False
    if first.text.isupper() and (single or all(w.text.isupper() for w in words)):
        acronym = single and len(first.text) in _ACRONYM
        dateline = _dateline(text, start, end)
        shouted = not acronym and not dateline
    led = title is not None or addressed
    loose = first.opens and not led and not single
    weak = False
    if not led and not dateline:
        if shouted:
            weak = True
        elif first.opens:
            weak = (
                not acronym and keys[0] not in countries()
                if single
                else all(w.opens for w in words) and '"' not in form
            )
    return Name(
        Span(start, end), form, keys, title, addressed, weak, loose, last.possessive, acronym,
        not body_words().isdisjoint(keys), article, dateline,
    )  # fmt: skip


def _dateline(text: str, start: int, end: int) -> bool:
    """Whether a name in capitals opens a line as a dateline does: "VENDA, March 14 -", "KYIV:"."""
    line = text.rfind("\n", 0, start) + 1
    return end - start > 2 and not text[line:start].strip() and bool(_DATELINE_END.match(text, end))


def _title(text: str, words: Sequence[Word]) -> tuple[int, int, bool]:
    """Where a title in a part of a run begins and ends (word indices), and whether it ends in "Mr" and the
    like.

    (0, 0, False) where there is none; the words before the title are another name.
    """
    if not any(_may_lead(w.key) for w in words if not _ordinary(w.key)):
        calling = len(words) > 1 and words[0].opens and not words[0].possessive and _calling(words[0].key)
        return (0, 1, True) if calling else (0, 0, False)
    first, cut, addressed = 0, 0, False
    i = 0
    while i < len(words):
        key = without_status(words[i].key.rstrip("."))
        if i == cut and key in address() and i + 1 < len(words):
            first, cut, addressed = first if cut else i, i + 1, True
        elif (
            key in office_words()
            and not words[i].possessive
            and (begin := _form_begin(words, i, first)) is not None
        ):
            if begin > cut and cut == 0:
                begin = _described_from(words, begin)
            if not _is_surname(words, begin, i):
                first = first if cut else begin
                cut = _field_end(text, words, i + 1)
                addressed = False
        elif (
            i > cut
            and key not in portfolio_words()
            and key not in body_words()
            and key not in statuses()
            and i - cut >= 3
        ):
            break
        i += 1
    if cut == 0 and len(words) > 1 and words[0].opens and not words[0].possessive and _calling(words[0].key):
        return 0, 1, True
    return first, cut, addressed


@lru_cache(maxsize=8192)
def _may_lead(key: str) -> bool:
    """Whether a word can end a title or is a form of address; most are neither. Kept by word."""
    key = without_status(key.rstrip("."))
    return key in office_words() or key in address()


def without_status(key: str) -> str:
    """A title's word without what is written into it: "president" of "president-elect", "vice-president"."""
    if "-" not in key or key in titles():
        return key
    head, _, rest = key.partition("-")
    return head if rest in ("elect", "designate") else rest if head in statuses() else key


def _form_begin(words: Sequence[Word], last: int, least: int) -> int | None:
    """The index where the longest title that ends with word `last` begins, or None."""
    for begin in range(max(least, last - 3), last + 1):
        form = " ".join(without_status(w.text.lower().rstrip(".")) for w in words[begin : last + 1])
        if form in titles():
            return begin
    return None


def _described_from(words: Sequence[Word], begin: int) -> int:
    """A title's beginning with its field and status before it: "Deputy Foreign Minister"."""
    while begin > 0 and (
        words[begin - 1].text.lower() in statuses()
        or words[begin - 1].key in portfolio_words()
        or words[begin - 1].text.lower() in fields()
    ):
        begin -= 1
    return begin


def _is_surname(words: Sequence[Word], begin: int, last: int) -> bool:
    """Whether what looks like a title is a name: "Ada King", "Dean Moss"."""
    key = words[last].key
    if begin > 0 and key in load_words("names", "title_names"):
        return True
    left = len(words) - last - 1
    return (
        begin == 0 == last
        and left == 1
        and key in load_words("names", "title_given_names")
        and key in ("dean", "earl", "duke", "rex", "don")
    )


def _field_end(text: str, words: Sequence[Word], i: int) -> int:
    """The index behind a title's field: "Minister | of State for Foreign Affairs | Ada Moss"."""
    while i < len(words):
        gap = text[words[i - 1].end : words[i].start]
        key = words[i].key
        bound = gap.strip() in ("of", "for", "of the", "for the", "and", "&")
        if (key == "state" and bound) or (
            key in portfolio_words() and (bound or words[i - 1].key in portfolio_words())
        ):
            i += 1
        else:
            break
    return i


def _calling(key: str) -> bool:
    """Whether a word is what people are called by their work: "economist", "economists"."""
    callings = load_words("names", "callings")
    return key in callings or (key.endswith("s") and key[:-1] in callings)
