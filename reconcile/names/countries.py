"""Countries and their peoples, as far as names need them: "Belgian" is no name, and is Belgium's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from reconcile.lexicons import load_rows, load_words
from reconcile.text import bare, bare_text


@cache
def countries() -> Mapping[str, str]:
    """Every word for a country or its people (bare) -> its ISO code of two letters."""
    table: dict[str, str] = {}
    for row in load_rows("demonyms"):
        table.update(dict.fromkeys(row["forms"].split(), row["alpha2"]))
    for row in load_rows("countries"):
        table[bare(row["name"])] = row["alpha2"]
    return MappingProxyType(table)


@cache
def demonyms() -> frozenset[str]:
    """The adjectives of peoples and languages (bare)."""
    names = {bare(row["name"]) for row in load_rows("countries")}
    words = {word for row in load_rows("demonyms") for word in row["forms"].split()}
    return frozenset(w for w in words - names if len(w) > 3) | load_words("names", "adjectives_of_lands")


@cache
def cities() -> Mapping[str, str]:
    """Every name of a city that has others in other languages (bare) -> its English name."""
    table: dict[str, str] = {}
    for row in load_rows("exonyms"):
        english = bare(row["english"])
        table[english] = english
        table.update(dict.fromkeys(map(bare, row["names"].split()), english))
    return MappingProxyType(table)


@cache
def known_places() -> frozenset[str]:
    """Words (bare) that are countries or larger cities: two of them are two places, however alike."""
    printed = [row["name"] for row in load_rows("countries")] + [row["cities"] for row in load_rows("places")]
    names = bare_text("|".join(printed)).replace("*", "").replace("=", "|").split("|")
    return frozenset(names) | cities().keys()
