"""What kind of thing bears a name, by the words in it and around it: person, body or place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from reconcile.lexicons import load_groups, load_lines, load_words
from reconcile.model import EntityKind
from reconcile.names.bodies import trades
from reconcile.names.mentions import Name
from reconcile.names.name_kind import is_given_name
from reconcile.patterns import lazy_regex
from reconcile.text import bare

_AGE = lazy_regex(r",? \(?\d{1,3}[,.)](?!\d)")
#: Teams and bodies may "sit" and "have"; a person sits and has.
_RELATIVE = lazy_regex(
    r",? who(?:se|m)?\b(?! (?:are|were|have|sit|play|lead|lie|stand|meet|face|won|lost)\b)"
)
#: What a match of these has behind the comma and the space, beside digits.
_AGE_OR_WHO = frozenset("(w")
#: What may stand between a word and the name that it tells of, and what inside a word.
_PASSED, _INSIDE = ' \u00a0"“‘(,', "'’-"
#: No plain word is longer.
_PLAIN_WORD = 24
#: More words than this and a name is a body's or a work's.
_LONGEST_PERSON = 4


def judge(text: str, name: Name) -> Mapping[EntityKind, int]:
    """What speaks for each kind where `name` stands in `text`."""
    inside = _inside(name.text, name.words, name.body or name.acronym, name.article)
    hint, at = hint_before(text, name.start)
    mark = text[name.end : name.end + 3].lstrip(", ")[:1]
    told = mark in _AGE_OR_WHO or mark.isdecimal()
    titled = name.addressed or name.title is not None
    if not (hint or told or titled or name.dateline):
        return inside  # nothing beside most names
    votes: dict[EntityKind, int] = {"person": 0, "organization": 0, "place": 0, **inside}
    if name.dateline:
        votes["place"] += 3
    if titled and "organization" not in inside:
        votes["person"] += 20
    if hint == "place" or hint == "place or person":
        as_person = hint == "place" and len(name.words) > 1
        votes["place"] += 2 if as_person and _bears_names(name.text, name.words, name.article) else 1
    elif hint == "calling":
        votes["person"] += 3
    elif hint == "thing":
        votes["organization"] += 4
    elif hint == "of" and _place_noun(text, at):
        votes["place"] += 3
    if told and (_AGE.match(text, name.end) or _RELATIVE.match(text, name.end)):
        votes["person"] += 3
    return votes


@lru_cache(maxsize=8192)
def _inside(form: str, words: tuple[str, ...], body: bool, article: bool) -> Mapping[EntityKind, int]:
    """What the words of a name tell: `form` is the name as printed. Kept by name."""
    first, last = words[0], words[-1]
    if body or form.partition(" ")[0] in load_words("names", "ship_prefixes"):
        return {"organization": 5}
    if len(words) == 1:
        return {}
    if last == "county":
        return {"place": 3}
    if last in _club_names() or not _body_parts().isdisjoint(words):
        return {"organization": 3}
    if (last in trades() or last in load_words("names", "works")) and not _bears_names(form, words, article):
        return {"organization": 4}
    if first in load_words("names", "place_beginnings"):
        return {"place": 3}
    if last in load_words("names", "places"):
        return {"person": 3, "place": 2} if _bears_names(form, words, article) else {"place": 3}
    if len(words) <= _LONGEST_PERSON:
        return {"organization" if article else "person": 2}
    return {}


def _bears_names(form: str, words: tuple[str, ...], article: bool) -> bool:
    """Whether a name that ends like a place's is built like a person's: "Laura Wood", "Hye-rin Park"."""
    if article:
        return False
    if _SYLLABLES.match(form):
        return True
    return is_given_name(words[0]) and words[-1] in load_lines("family_names")


#: A given name of two syllables as Korean and Chinese ones are written.
_SYLLABLES = lazy_regex(r"\p{Lu}\p{Ll}{1,6}-\p{Ll}{1,6} ")


_Hint: TypeAlias = Literal["", "place", "place or person", "calling", "thing", "of"]


def hint_before(text: str, start: int) -> tuple[_Hint, int]:
    """What the word before `start` tells of the name there, and where that word begins."""
    if text[start - 1 : start] == " ":
        # Mostly a plain word stands there with a space on either side.
        i = text.rfind(" ", max(0, start - _PLAIN_WORD), start - 1) + 1
        hint = _plain_hint(text[i : start - 1]) if i else None
        if hint is not None:
            return hint, i
    word, at = word_before(text, start)
    return _hint(word), at


@lru_cache(maxsize=8192)
def _plain_hint(word: str) -> _Hint | None:
    """What stands behind a space tells of the name behind it; None where `word_before` must look further than
    to that: over an article, a comma. Kept by word.
    """
    if word.isalpha():
        return None if word.lower() == "the" else _hint(bare(word))
    last = word[-1:]
    stops = last and not last.isalpha() and last not in _INSIDE and last not in _PASSED
    return "" if stops else None


@lru_cache(maxsize=8192)
def _hint(word: str) -> _Hint:
    """What a word (bare) tells of the name behind it; kept by word."""
    if word in load_words("names", "place_prepositions"):
        return "place or person" if word in load_words("names", "person_prepositions") else "place"
    if word in load_words("names", "callings"):
        return "calling"
    if word in load_words("names", "things"):
        return "thing"
    return "of" if word == "of" else ""


def word_before(text: str, start: int) -> tuple[str, int]:
    """The word before `start`, bare, over an article, a comma or an opening quotation mark, and where it
    begins.

    >>> word_before("born in the Alps", 12)
    ('in', 5)
    """
    word, i = "", start
    for _ in range(2):
        while i > 0 and text[i - 1] in _PASSED:
            i -= 1
        end = i
        while i > 0 and (text[i - 1].isalpha() or text[i - 1] in _INSIDE):
            i -= 1
        word = text[i:end]
        if word.lower() != "the":
            break
    return bare(word), i


def stands_as_place(text: str, start: int, *, surely: bool = False) -> bool:
    """Whether a preposition of place stands right before `start`; `surely`, one that no person follows."""
    hint, _ = hint_before(text, start)
    return hint == "place" or (not surely and hint == "place or person")


def _place_noun(text: str, end: int) -> bool:
    """Whether "village", "city" ... stands before an "of" that begins at `end`."""
    noun = _NOUN.search(text, max(0, end - 24), end)
    return noun is not None and noun.group(1).lower() in load_words("names", "place_nouns")


_NOUN = lazy_regex(r"(\p{Ll}++) \Z")


@cache
def _club_names() -> frozenset[str]:
    return frozenset(load_groups("body_nouns", "forms")["club_names"])


@cache
def _body_parts() -> frozenset[str]:
    """Nouns of bodies that decide nothing alone, but do in a name of several words."""
    return (
        load_words("body_nouns", "not_alone")
        - load_words("names", "places")
        - load_words("names", "place_beginnings")
    )
