"""The terms of one plain word: its stem in American spelling, or what a table has it stand for.

A table has the value of "nineteen", the country of "Belgian", the words of "ppl", and no terms for "the".
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import cast

from reconcile.lexicons import load_rows, load_toml
from reconcile.patterns import lazy_regex
from reconcile.text import bare
from reconcile.words import stem, stop_words

#: "labour", "neighbour": -our after a consonant other than a lone first one, or after i or u.
_OUR = lazy_regex(r"(?<=\w[b-df-hj-np-tv-z]|i|u)our(?=\w*$)")
#: Stems of words in -tre, -bre and their like.
_RE = ("centr", "theatr", "fibr", "calibr", "spectr", "litr", "metr", "sabr", "sombr", "lustr", "meagr")


def spelled(word: str) -> tuple[str, ...]:
    """The terms of one plain word: none, one, or several where it is a shorthand."""
    return tuple(key for key, _ in terms_of(word))


def american(key: str) -> str:
    """A stem in its American spelling, in which British and American forms meet.

    >>> american("labour"), american("organis"), american("centr"), american("court")
    ('labor', 'organiz', 'center', 'court')
    """
    if len(key) < 5:
        return key
    if "our" in key and key not in _kept_our():
        key = _OUR.sub("or", key)
    if key.endswith("is"):
        return key[:-2] + "iz"
    if key.endswith(_RE):
        return key[:-1] + "er"
    return key.replace("aeo", "eo").replace("oeu", "eu")


def terms_of(plain: str) -> tuple[tuple[str, str], ...]:
    """The terms of a plain word, each with its own plain word: none for a stop word, several for a shorthand."""
    listed = _listed_words().get(plain)
    return ((american(stem(plain)), plain),) if listed is None else listed


@cache
def _listed_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """The terms of every plain word that some table has: a new word is looked up once, not in each of them.

    Where several have it, stop words go first, then numbers, demonyms, shorthand, British forms.
    """
    listed: dict[str, tuple[tuple[str, str], ...]] = {}
    for form, base in _american_forms().items():
        listed[form] = ((american(stem(base)), form),)
    rest: dict[str, tuple[tuple[str, str], ...]] = {
        form: country_term(code) for form, code in _demonyms().items()
    }
    rest |= {word: number_term(value) for word, value in number_words().items()}
    rest |= dict.fromkeys((*stop_words(), ""), ())
    listed |= rest
    for form, full in word_table("shorthand").items():
        if form not in rest:
            words = (listed.get(word, ((american(stem(word)), word),)) for word in full.split())
            listed[form] = tuple(chain.from_iterable(words))
    return listed


def number_term(value: float) -> tuple[tuple[str, str], ...]:
    """The term of a number, by its value: it is its own plain word."""
    key = f"{value:.12g}"
    return ((key, key),)


def country_term(code: str) -> tuple[tuple[str, str], ...]:
    """The term of a country, where its name, a flag or a demonym stands for it: its name as one word."""
    name = _countries().get(code, "")
    return ((american(stem(name)), name),) if name else ()


@cache
def word_table(name: str) -> dict[str, str]:
    """A table of `words.toml`: what each of its entries stands for."""
    return cast("dict[str, dict[str, str]]", load_toml("words"))[name]


@cache
def _american_forms() -> dict[str, str]:
    """British form -> American form, where no rule brings them together."""
    return {form: base for base, forms in word_table("spelling").items() for form in forms.split()}


@cache
def _kept_our() -> frozenset[str]:
    """Stems that keep their "our" in American spelling."""
    return frozenset(stem(word) for word in word_table("our")["kept"].split())


@cache
def number_words() -> dict[str, int]:
    """Number words -> value. Not "second", which is as often no number, and not "first"."""
    table = cast("dict[str, dict[str, int]]", load_toml("numerals"))
    return {
        w: n for key in ("cardinal", "ordinal") for w, n in table[key].items() if w not in ("first", "second")
    }


@cache
def _countries() -> dict[str, str]:
    """ISO code -> the country's English name in small letters, as one word."""
    return {row["alpha2"]: bare(row["name"]).replace(" ", "") for row in load_rows("countries")}


@cache
def _demonyms() -> dict[str, str]:
    """What else a country is called, in one word of four letters or more -> its ISO code."""
    rows = [(form, row["alpha2"]) for row in load_rows("demonyms") for form in row["forms"].split()]
    return {bare(form): code for form, code in rows if len(form) > 3}
