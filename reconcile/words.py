"""The words of a text: where they stand, their stems, and what two places in two texts share.

Two figures may be held against each other only where they count the same thing, two days only where they
date the same event. What tells is the company that they keep: `affinity` weighs the words that stand round
both, those of the same clause more than those of the rest of the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Set
from functools import cache, cached_property, lru_cache
from itertools import accumulate, compress
from typing import NamedTuple, TypeAlias, cast

import Stemmer
from attrs import frozen

from reconcile.lexicons import load_rows, load_toml, load_words
from reconcile.model import Span, Statement
from reconcile.patterns import lazy_re
from reconcile.text import bare, offsets_of

#: A run of letters (an apostrophe may stand inside), or a run of digits. It says no more than
#: `[^\W\d_]+(?:['’][^\W\d_]+)*|\d+`, and takes half the time: one set of characters at its beginning lets `re` leap
#: over what stands between words, and plain small letters, tried first, are told faster than any letter is. The set
#: names the ASCII that begins no word, since one that names all other letters takes ten times as long to compile.
_WORD = lazy_re(
    r"([^\x00-/:-@\[-`{-\x7f]"
    r"(?:(?<=[a-z])[a-z]*+(?:['’]?[^\W\d_]++)*+|(?<=\d)\d*+|(?<=[^\W_])(?:['’]?[^\W\d_]++)*+))"
)
#: Where a clause ends: punctuation that no figure carries inside, and words that begin a new clause.
_BREAK = lazy_re(
    r"[,;:.!?](?=\s|$)|[\"“”„«»|•→\n]|\s[-–—]+\s|"
    r"\b(?:but|while|whereas|which|who|whose|when|after|before|because|although|though|until|unless|where|if|and)\b",
    re.I,
)
#: Below this many content words a clause is too short to tell what it is about; its neighbours help.
_TELLING = 3


@frozen(slots=False)  # with slots, what is reckoned once is looked up by a detour
class Words:
    """The words of a text in lower case, with their starts and ends."""

    text: str
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @cached_property
    def figures(self) -> list[int]:
        """The numbers of the words that are runs of digits."""
        return list(compress(range(len(self.lower)), map(str.isdecimal, self.lower)))

    @cached_property
    def clipped(self) -> list[int]:
        """The numbers of the words with an apostrophe inside: "it's", "qu'affirme"."""
        found = set()
        for mark in "'’":
            for at in offsets_of(self.text, mark):
                i = bisect_left(self.starts, at) - 1
                if i >= 0 and at < self.ends[i]:
                    found.add(i)
        return sorted(found)

    def among(self, sought: Set[str]) -> list[int]:
        """The numbers of the words that are among those `sought`.

        The words of all `shared` lists are found in one walk, when the first of them is asked for.
        """
        found = self._among_shared.get(id(sought))
        return (
            list(compress(range(len(self.lower)), map(sought.__contains__, self.lower)))
            if found is None
            else found
        )

    @cached_property
    def _among_shared(self) -> dict[int, list[int]]:
        lists, sharing = _shared_lists(len(_SHARED))
        found: list[list[int]] = [[] for _ in lists]
        lower = self.lower
        for i in compress(range(len(lower)), map(sharing.__contains__, lower)):
            for n in sharing[lower[i]]:
                found[n].append(i)
        return dict(zip(lists, found, strict=True))

    def at(self, offset: int) -> int:
        """The number of the first word that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def gap(self, before: int) -> str:
        """What stands between word `before - 1` and word `before`, or the text's end."""
        start = self.ends[before - 1] if before else 0
        return self.text[start : self.starts[before]] if before < len(self.starts) else self.text[start:]


_ListOfWords: TypeAlias = Callable[[], frozenset[str]]
#: What gives each of the lists of words that are sought in every text.
_SHARED: list[_ListOfWords] = []


def shared(words: _ListOfWords) -> _ListOfWords:
    """Keep a list of words that is sought in every text, so that it is sought together with all others of its kind.

    >>> @shared
    ... def _seas() -> frozenset[str]:
    ...     return frozenset({"sea", "seas"})
    >>> words_of("By the sea.").among(_seas())
    [2]
    """
    kept = cache(words)
    _SHARED.append(kept)
    return kept


@cache
def _shared_lists(count: int) -> tuple[list[int], dict[str, tuple[int, ...]]]:
    """The identities of the first `count` shared lists, and which of them (by number) every word is in."""
    lists = [words() for words in _SHARED[:count]]
    sharing: dict[str, tuple[int, ...]] = {}
    for n, words in enumerate(lists):
        for word in words:
            sharing[word] = (*sharing.get(word, ()), n)
    return [id(words) for words in lists], sharing


@lru_cache(maxsize=4)
def words_of(text: str) -> Words:
    """The words of `text`; kept for the last few texts, as every kind of fact asks for the same.

    No more are kept, as the next text's words then take the place of the last ones' in the processor's cache.

    >>> words_of("It's 12 km.").lower
    ("it's", '12', 'km')
    """
    # Splitting and adding up lengths makes no match objects: it takes two thirds of the time.
    small = text.lower().replace("’", "'")
    if len(small) == len(text):
        parts = _WORD.split(small)
        lower = parts[1::2]
    else:  # a letter whose small form is two: İ
        parts = _WORD.split(text)
        lower = [word.lower().replace("’", "'") for word in parts[1::2]]
    edges = tuple(accumulate(map(len, parts)))
    return Words(text, tuple(lower), edges[0:-1:2], edges[1::2])


@cache
def _stemmer() -> Stemmer.Stemmer:
    # Without its own cache: `stem` keeps the words, and filling a second one costs as much as a stem does.
    return Stemmer.Stemmer("english", 0)


@cache
def stop_words() -> frozenset[str]:
    """Words that carry no content."""
    return frozenset(str(load_toml("words")["stop"]).split())


@cache
def _measure_words() -> frozenset[str]:
    """Number words, units, currencies, months and weekdays: they are compared on their own, and are no
    company.
    """
    numerals, units, times = load_toml("numerals"), load_toml("units"), load_toml("times")
    found = {r["word"] for r in load_rows("calendar") if "en" in r["languages"].split()}
    for table in (numerals["cardinal"], units["magnitude"], times["length"], times["day"], units["money"]):
        found.update(cast("dict[str, object]", table))
    for forms in cast("dict[str, str]", units["money"]).values():
        found.update(forms.split("|")[1:])
    for unit in cast("list[dict[str, str]]", units["unit"]):
        found.update(unit["forms"].split("|"))
    return frozenset(found - stop_words())


@cache
def all_bases() -> dict[str, str]:
    """Irregular form -> base; shorthand -> the one word it stands for."""
    table = load_toml("words")
    irregular, shorthand = table["irregular"], table["shorthand"]
    assert isinstance(irregular, dict)
    assert isinstance(shorthand, dict)
    out = {form: base for base, forms in irregular.items() for form in str(forms).split()}
    out.update((form, full) for form, full in shorthand.items() if full and " " not in full)
    return out


@cache
def irregular_verbs() -> dict[str, tuple[str, ...]]:
    """Irregular verb -> its other forms."""
    irregular = cast("dict[str, str]", load_toml("words")["irregular"])
    no_verbs = load_words("deeds", "no_verbs")
    return {base: tuple(forms.split()) for base, forms in irregular.items() if base not in no_verbs}


@cache
def past_forms() -> frozenset[str]:
    """Forms of irregular verbs beside the base: "went", "lost"."""
    return frozenset(form for forms in irregular_verbs().values() for form in forms)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem under which the forms of an English word meet, irregular ones included.

    >>> stem("councillors") == stem("Councillor"), stem("won") == stem("winning")
    (True, True)
    """
    # A word in plain letters, as most are, needs no folding.
    key = word.lower() if word.isascii() else bare(word.replace("’", "'"))
    if key.endswith("'s"):
        key = key[:-2]
    return str(_stemmer().stemWord(all_bases().get(key, key)))


class _Clauses(NamedTuple):
    """The clauses of a sentence: their ends, by rising offset, and their content stems."""

    ends: tuple[int, ...]
    stems: tuple[frozenset[str], ...]
    all: frozenset[str]

    def own(self, start: int, end: int) -> frozenset[str]:
        """The content stems of just the clauses that `start` to `end` stands in."""
        first = bisect_left(self.ends, start + 1)
        return frozenset().union(*self.stems[first : bisect_left(self.ends, max(end, start + 1)) + 1])

    def round(self, start: int, end: int) -> frozenset[str]:
        """The content stems of the clauses that `start` to `end` stands in."""
        first = bisect_left(self.ends, start + 1)
        last = bisect_left(self.ends, max(end, start + 1))
        near = frozenset().union(*self.stems[first : last + 1])
        for reach in (1, 2, 3):
            if len(near) >= (_TELLING if reach == 1 else 1):
                break
            near = near.union(*self.stems[max(0, first - reach) : last + 1 + reach])
        return near


@lru_cache(maxsize=4096)
def clauses_of(text: str) -> _Clauses:
    """The clauses of a sentence with their content stems."""
    ends = [m.start() for m in _BREAK.finditer(text)]
    ends = [*(e for e in ends if e), len(text)]
    words = words_of(text)
    stop, measures = stop_words(), _measure_words()
    stems: list[set[str]] = [set() for _ in ends]
    for word, at in zip(words.lower, words.starts, strict=True):
        if word in stop or word in measures or word.isdecimal() or len(word) < 2:
            continue
        stems[min(bisect_left(ends, at + 1), len(ends) - 1)].add(stem(word))
    parts = tuple(frozenset(s) for s in stems)
    return _Clauses(tuple(ends), parts, frozenset().union(*parts))


def stems_round(statement: Statement, span: Span) -> frozenset[str]:
    """The content stems of the clause of `statement` that `span` stands in."""
    return clauses_of(statement.text).round(
        span.start - statement.span.start, span.end - statement.span.start
    )


def stems_beside(statement: Statement, span: Span) -> frozenset[str]:
    """The content stems of just the clause that `span` stands in, however few."""
    offset = statement.span.start
    return clauses_of(statement.text).own(span.start - offset, span.end - offset)


def stems_of(text: str) -> frozenset[str]:
    """The content stems of a stretch of text.

    >>> sorted(stems_of("The boats are in the harbour"))
    ['boat', 'harbour']
    """
    return clauses_of(text).all
