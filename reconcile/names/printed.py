"""What the lists say of a capitalised word as it is printed: one record a form, made when it is first met.

A page has hundreds of capitals, and most are plain words that are on no list. Whoever asks a dozen lists about
each asks the same again for every page: here all are asked once, and a word carries the answers with it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from reconcile.lexicons import load_words
from reconcile.names.bodies import body_words
from reconcile.names.common_bodies import stop_words
from reconcile.names.countries import countries
from reconcile.names.offices import address, office_words, statuses, titles
from reconcile.patterns import lazy_regex
from reconcile.text import bare

#: Letters of an acronym.
_ACRONYM = range(2, 7)
_LOWER_AFTER_HYPHEN = lazy_regex(r"-\p{Ll}")

#: What speaks by itself against a capitalised word's being a name: the calendar or a clock does, always or unless a
#: word stands beside it; it is one letter; "No" before a number.
Doubt: TypeAlias = Literal["", "never", "letter", "number", "named day", "not alone"]


class Printed(NamedTuple):
    """A word in the form in which it is printed, without its possessive ending."""

    text: str
    #: Lower case, without accents: how it meets the word lists.
    key: str
    #: All its letters are capitals; and there are as many as an acronym has.
    shouted: bool
    acronym: bool
    #: It is on none of the lists that speak against its being a name, or make a title of it: most are not.
    ordinary: bool = True
    #: At the beginning of a sentence it is none of a name: a function word, a contraction of one.
    opener: bool = False
    doubt: Doubt = ""
    #: It can end a title, or is a form of address.
    leads: bool = False
    #: What people are called by their work: "economist", "economists".
    calling: bool = False
    #: It makes a capitalised run the name of a body: "Ministry".
    body: bool = False
    country: bool = False


@lru_cache(maxsize=16384)
def look_up(text: str) -> Printed:
    """What the lists say of a capitalised word.

    >>> word = look_up("Économist")
    >>> word.key, word.calling, word.ordinary, look_up("However").opener
    ('economist', True, True, True)
    """
    key = bare(text)
    shouted = text.isupper()
    acronym = shouted and len(text) in _ACRONYM
    plain = key.isalpha() and len(key) > 1
    if plain and key not in _listed():
        return Printed(text, key, shouted, acronym)
    return Printed(
        text,
        key,
        shouted,
        acronym,
        ordinary=plain and key not in _telling_words(),
        opener=_opens(key),
        doubt=_doubt(text, key),
        leads=_leads(key),
        calling=_calling(key),
        body=key in body_words(),
        country=key in countries(),
    )


@cache
def _listed() -> frozenset[str]:
    """The words of every list that is asked here: a plain word that is none of these needs no closer look."""
    callings = load_words("names", "callings")
    plurals = {f"{calling}s" for calling in callings}
    return _telling_words().union(body_words(), countries(), callings, plurals)


@cache
def _telling_words() -> frozenset[str]:
    """What speaks against a capital's being a name, or makes a title of it."""
    lists = [load_words("names", name) for name in ("openers", "calendar", "initials")]
    return frozenset({"no"}).union(stop_words(), office_words(), address(), *lists)


def _opens(key: str) -> bool:
    key = key.partition("'")[0].partition("’")[0]
    return key in stop_words() or key in load_words("names", "openers")


def _doubt(text: str, key: str) -> Doubt:
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


def _leads(key: str) -> bool:
    key = without_status(key.rstrip("."))
    return key in office_words() or key in address()


def _calling(key: str) -> bool:
    callings = load_words("names", "callings")
    return key in callings or (key.endswith("s") and key[:-1] in callings)


def without_status(key: str) -> str:
    """A title's word without what is written into it: "president" of "president-elect", "vice-president"."""
    if "-" not in key or key in titles():
        return key
    head, _, rest = key.partition("-")
    return head if rest in ("elect", "designate") else rest if head in statuses() else key
