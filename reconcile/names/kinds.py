"""What kind of thing bears a name, by the words in it and around it: person, body or place."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from reconcile.lexicons import load_groups, load_lines, load_words
from reconcile.model import EntityKind
from reconcile.names.bodies import trades
from reconcile.names.mentions import Name
from reconcile.names.name_kind import is_given_name
from reconcile.text import bare

_AGE = regex.compile(r",? \(?\d{1,3}[,.)](?!\d)")
_RELATIVE = regex.compile(r",? who(?:se|m)?\b")
#: More words than this and a name is a body's or a work's.
_LONGEST_PERSON = 4


def judge(text: str, name: Name) -> Counter[EntityKind]:
    """What speaks for each kind where `name` stands in `text`."""
    votes: Counter[EntityKind] = Counter()
    inside(name, votes)
    if name.dateline:
        votes["place"] += 3
    if (name.title or name.addressed) and not votes["organization"]:
        votes["person"] += 20
    around(text, name, votes)
    return votes


def inside(name: Name, votes: Counter[EntityKind]) -> None:
    """What the words of a name tell."""
    first, last = name.words[0], name.words[-1]
    if name.body or name.acronym or name.text.partition(" ")[0] in load_words("names", "ship_prefixes"):
        votes["organization"] += 5
    elif len(name.words) > 1 and last == "county":
        votes["place"] += 3
    elif len(name.words) > 1 and (last in _club_names() or any(w in _body_parts() for w in name.words)):
        votes["organization"] += 3
    elif (
        len(name.words) > 1
        and (last in trades() or last in load_words("names", "works"))
        and not _bears_names(name)
    ):
        votes["organization"] += 4
    elif len(name.words) > 1 and first in load_words("names", "place_beginnings"):
        votes["place"] += 3
    elif len(name.words) > 1 and last in load_words("names", "places"):
        if _bears_names(name):
            votes.update({"person": 3, "place": 2})
        else:
            votes["place"] += 3
    elif 1 < len(name.words) <= _LONGEST_PERSON:
        votes["organization" if name.article else "person"] += 2


def _bears_names(name: Name) -> bool:
    """Whether a name that ends like a place's is built like a person's: "Laura Wood", "Hye-rin Park"."""
    first, last = name.words[0], name.words[-1]
    if name.article:
        return False
    return bool(_SYLLABLES.match(name.text)) or (is_given_name(first) and last in load_lines("family_names"))


#: A given name of two syllables as Korean and Chinese ones are written.
_SYLLABLES = regex.compile(r"\p{Lu}\p{Ll}{1,6}-\p{Ll}{1,6} ")


def around(text: str, name: Name, votes: Counter[EntityKind]) -> None:
    """What the words beside a name tell."""
    start, end = name.span.start, name.span.end
    word, at = word_before(text, start)
    if word in load_words("names", "place_prepositions"):
        surely = word not in load_words("names", "person_prepositions")
        votes["place"] += 2 if surely and len(name.words) > 1 and _bears_names(name) else 1
    elif word in load_words("names", "callings"):
        votes["person"] += 3
    elif word in load_words("names", "things"):
        votes["organization"] += 4
    elif word == "of" and _place_noun(text, at):
        votes["place"] += 3
    if text[end : end + 1] in ("", ".", "’", "'"):
        return
    if _AGE.match(text, end) or _RELATIVE.match(text, end):
        votes["person"] += 3


def word_before(text: str, start: int) -> tuple[str, int]:
    """The word before `start`, bare, over an article, a comma or an opening quotation mark, and where it
    begins.

    >>> word_before("born in the Alps", 12)
    ('in', 5)
    """
    word, i = "", start
    for _ in range(2):
        while i > 0 and text[i - 1] in ' \u00a0"“‘(,':
            i -= 1
        end = i
        while i > 0 and (text[i - 1].isalpha() or text[i - 1] in "'’-"):
            i -= 1
        word = text[i:end]
        if word.lower() != "the":
            break
    return bare(word), i


def stands_as_place(text: str, start: int, *, surely: bool = False) -> bool:
    """Whether a preposition of place stands right before `start`; `surely`, one that no person follows."""
    word = word_before(text, start)[0]
    return word in load_words("names", "place_prepositions") and not (
        surely and word in load_words("names", "person_prepositions")
    )


def _place_noun(text: str, end: int) -> bool:
    """Whether "village", "city" ... stands before an "of" that begins at `end`."""
    noun = _NOUN.search(text, max(0, end - 24), end)
    return noun is not None and noun.group(1).lower() in load_words("names", "place_nouns")


_NOUN = regex.compile(r"(\p{Ll}++) \Z")


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
