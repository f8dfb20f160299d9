"""A sentence as words: lower-case forms, keys under which forms of one word meet, and clause numbers.

The key of a word is "" where it carries no content (function words, light verbs, neutral reporting verbs).
Keys of numbers begin with "#", of weekdays, months and the like with "~".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from reconcile.grammar.keys import base_of, key_of, may_have
from reconcile.lexicons import load_words
from reconcile.model import Span
from reconcile.patterns import lazy_re, lazy_regex

if TYPE_CHECKING:
    import re

    import regex


def _token(letter: str, inside: str) -> str:
    """The pattern of a token, where `letter` is any letter and `inside` what a word may have behind its first.

    Every alternative begins with a set of characters, so that the first character tells which one it can be.
    """
    rest = rf"{inside}*+(?:['’](?!s\b){letter}++)*+"
    return (
        rf"[a-gi-oq-su-vx-zA-Z]{rest}"
        r"|[hptw](?:(?:t(?<=ht)tps?://|w(?<=ww)w\.|i(?<=pi)c\.(?:twitter|x)\.com/|\.(?<=t\.)co/)\S++"
        rf"|{rest})"
        rf"|{letter}{rest}"
        r'|[,.!?"“”„«»%€$£;:()\[\]–—→⬆⬇↑↓▲▼📈📉\U0001f300-\U0001faff]'
        r"|\d\d*+(?:[.,:]\d++)*+"
        rf"|[@#]{letter}{rest}|['’]s\b|[+−-](?=\d)|(?<=\s)-(?=\s)"
    )


#: Nearly all sentences have no letter, mark or figure that `re` and `regex` would not tell alike, and `re` is twice
#: as fast; what is left is of other scripts, or a fraction or power in one sign.
_UNUSUAL = lazy_re(
    r"[^\x00-\xb1\xb4-\xb8\xba\xbb\xbf-\u02ff\u2010-\u203a\u20a0-\u20bf\u2190-\u23ff\U0001f300-\U0001faff]"
)
_USUAL_TOKEN = lazy_re(_token(r"[^\W\d_]", r"\w"))
_ANY_TOKEN = lazy_regex(_token(r"\p{L}", r"[\p{L}\p{M}\d_]"))
#: After a colon: a figure, which belongs to the words before it ("Milk: +3 %").
_FIGURE = lazy_regex(r"\s*+[+−-]?(?:\p{Lu}{2,3}\s?)?[€$£]?\d")
#: Punctuation and words that end a clause for good, and those across which it may go on.
_SOFT = frozenset({",", '"', "“", "”", "„", "«", "»"})
_HARD = frozenset({";", ":", "(", ")", "[", "]", "–", "—", "-", ".", "!", "?", "→"})


@frozen
class Wording:
    """The words of one stretch of text, as parallel tuples; offsets are into `text`."""

    text: str
    lower: tuple[str, ...]
    keys: tuple[str, ...]
    #: The key, or the base form where the key is empty: what tables of phrases are matched with.
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    #: Number of the clause that the word stands in; grows by 100 at a hard break and by 1 at a comma.
    clauses: tuple[int, ...]
    #: The keys that carry content, times left out.
    content: frozenset[str]
    #: All forms and lower-case words.
    vocabulary: frozenset[str]

    @cached_property
    def times(self) -> frozenset[str]:
        """The keys of its words of time."""
        return frozenset([key for key in self.keys if key[:1] == "~"])

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Where each form and each lower-case word stands."""
        places: dict[str, list[int]] = {}
        for i, (form, word) in enumerate(zip(self.forms, self.lower, strict=True)):
            places.setdefault(form, []).append(i)
            if form != word:
                places.setdefault(word, []).append(i)
        return {word: tuple(numbers) for word, numbers in places.items()}

    def __len__(self) -> int:
        return len(self.lower)

    def span(self, first: int, last: int, offset: int = 0) -> Span:
        """The stretch from word `first` to word `last`, both included, moved by `offset`."""
        return Span(self.starts[first] + offset, self.ends[last] + offset)

    def is_name(self, i: int) -> bool:
        """Whether word `i` is written as a name: a capital letter that no sentence start explains."""
        return self.text[self.starts[i]].isupper() and (i == 0 or self.lower[i - 1] not in ".!?:")


@lru_cache(maxsize=4096)
def read_words(text: str) -> Wording:
    """The words of `text`, read once and kept.

    >>> words = read_words("Inflation climbed to 3.1 percent in May, the office said.")
    >>> [key for key in words.keys if key]
    ['inflat', 'climb', '#3.1', 'percent', '~may', 'offic']
    """
    read: list[_Read] = []
    starts: list[int] = []
    ends: list[int] = []
    clauses: list[int] = []
    clause = top = 0
    outside: list[int] = []  # the clauses that go on behind a bracket
    for raw, start in _tokens(text):
        word = _read(raw)
        end = start + len(raw)
        if word[_BREAKS]:
            if raw == "." and not _ends_sentence(text, start, end):
                continue
            if raw in _SOFT or (raw == ":" and _FIGURE.match(text, end)):
                clause += 1
                top = max(top, clause)
                continue
            if raw in ")]" and outside:
                clause = outside.pop()
                continue
            if raw != "-" or not text[end : end + 1].isdigit():
                if raw in "([":
                    outside.append(clause)
                top = clause = (top // 100 + 1) * 100
            if word[_SILENT]:
                continue
        elif raw == "May" and _is_month(text, start, end):
            word = _MAY
        read.append(word)
        starts.append(start)
        ends.append(end)
        clauses.append(clause)
    lower, keys, forms, *_ = zip(*read, strict=True) if read else ((), (), (), ())
    return Wording(
        text,
        lower,
        keys,
        forms,
        tuple(starts),
        tuple(ends),
        tuple(clauses),
        content=frozenset([key for key in keys if key and key[0] != "~"]),
        vocabulary=frozenset((*forms, *lower)),
    )


def _tokens(text: str) -> Iterable[tuple[str, int]]:
    """The tokens of a text, each with its place.

    A token stands at the first place behind the one before it that has its letters, which is found sooner than
    a match object is made. Only signs do not: a hyphen inside a word is no token, as a dash between blanks is.
    """
    pattern = _pattern_for(text)
    tokens = pattern.findall(text)
    if not _SIGNS.isdisjoint(tokens):
        return [(match.group(), match.start()) for match in pattern.finditer(text)]
    starts, at = [], 0
    for token in tokens:
        at = text.index(token, at)
        starts.append(at)
        at += len(token)
    return zip(tokens, starts, strict=True)


def _pattern_for(text: str) -> re.Pattern[str] | regex.Pattern[str]:
    """The pattern of the tokens of a text."""
    return _USUAL_TOKEN if text.isascii() or _UNUSUAL.search(text) is None else _ANY_TOKEN


_SIGNS = frozenset("+−-")
_DIGIT_NEAR = lazy_regex(r"\d{1,4}")


def _is_month(text: str, start: int, end: int) -> bool:
    """Whether "May" is the month: a figure or a preposition of time stands beside it."""
    before = text[max(0, start - 6) : start].split()
    near = _DIGIT_NEAR.search(text[max(0, start - 4) : start]) or _DIGIT_NEAR.match(text, end + 1)
    return bool(near) or (bool(before) and before[-1].lower() in load_words("grammar", "before_may"))


_NEXT_SENTENCE = lazy_regex(r"""["”’»)\]]*+\s++["“„«(‘']*+\p{Lu}""")
_LAST_WORD = lazy_regex(r"\p{L}++\Z")


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a full stop is no abbreviation's: a capital follows, and no title, initial or legal form stands before."""
    if not _NEXT_SENTENCE.match(text, end):
        return False
    word = _LAST_WORD.search(text[max(0, start - 12) : start])
    return word is None or not (len(word.group()) == 1 or word.group().lower() in _abbreviations())


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower() for word in load_words("abbreviations", "before_name"))


def shared_keys(text: str, others: Sequence[str]) -> list[frozenset[str]]:
    """The keys that each of `others` has in common with `text`: most sentences turn out to share none.

    "May" is the month here. The words of all are looked up once, and none of them is read as `read_words` does.

    >>> shared_keys("Inflation climbed in May", ["It may be inflated.", "In May it rained."])
    [frozenset({'inflat'}), frozenset({'~may'})]
    """
    own = frozenset(map(key_of, _lower_tokens(text)))
    if "May" in text:
        own |= {_MAY_KEY}
    cut = [_lower_tokens(other) for other in others]
    every: frozenset[str] = frozenset(chain.from_iterable(cut))
    telling = {token: key for token in may_have(own, every) if (key := key_of(token)) and key in own}
    met = frozenset(telling)
    shared = [frozenset([telling[token] for token in met.intersection(tokens)]) for tokens in cut]
    if _MAY_KEY in own:
        may = frozenset({_MAY_KEY})
        shared = [keys | may if "May" in other else keys for keys, other in zip(shared, others, strict=True)]
    return shared


@lru_cache(maxsize=4096)
def _lower_tokens(text: str) -> tuple[str, ...]:
    """The tokens of a sentence, in small letters; kept, as headline and standfirst are held against the same ones."""
    text = text.lower().replace("’", "'")
    return tuple(_pattern_for(text).findall(text))


#: What is known of a word by itself: lower case, key, form, whether it breaks a clause, whether it is no word. A plain
#: tuple, as many thousands are kept, and the garbage collector passes over a tuple of strings.
_Read: TypeAlias = tuple[str, str, str, bool, bool]
_BREAKS, _SILENT = 3, 4


@lru_cache(maxsize=32768)
def _read(raw: str) -> _Read:
    """A token as printed, read once."""
    if "/" in raw or raw[:4].lower() == "www.":  # a link is no word, and ends what stands before it
        return raw, "", raw, True, True
    emoji = raw[0] > "\U0001f2ff" and raw not in "📈📉"  # it ends a sentence, too
    if raw in _SOFT or raw in _HARD or emoji:
        return raw, "", raw, True, raw not in "→-"
    word = raw.lower().replace("’", "'")
    key = key_of(word)
    return word, key, key or base_of(word), word in _breaking_words(), False


#: The month, told from the auxiliary.
_MAY_KEY = "~may"
_MAY: _Read = (_MAY_KEY, _MAY_KEY, _MAY_KEY, False, False)


def keys_between(words: Wording, first: int, last: int) -> Sequence[str]:
    """The content keys of the words `first` up to, not including, `last`."""
    return [key for key in words.keys[first:last] if key and key[0] != "~"]


@cache
def _breaking_words() -> frozenset[str]:
    return load_words("grammar", "breaking")
