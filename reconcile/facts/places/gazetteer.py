"""Known places: countries with their names, adjectives and capitals, and large cities, from three tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from reconcile.lexicons import load_rows
from reconcile.text import bare, bare_text


class Known(NamedTuple):
    """A place of the tables: its canonical name, the country that holds it ("" for a country), and
    its rank.
    """

    name: str
    country: str
    #: "country", "adjective" (Belgian), "capital", "city" (half a million and more), "town" (less).
    rank: str


class Gazetteer(NamedTuple):
    """Known places by folded name; how many words the longest name with a given first word has."""

    places: dict[str, Known]
    longest: dict[str, int]
    #: ISO code of two letters -> country's name; country's name -> capital's.
    countries: dict[str, str]
    capitals: dict[str, str]


#: How letters are written where a keyboard lacks them: Malmö, Malmoe.
_DIGRAPHS = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "ø": "oe", "ü": "ue", "æ": "ae"})


_RANKS = {"**": "capital", "*": "city", "": "town"}


def key(name: str) -> str:
    """The form under which spellings of a place meet.

    >>> key("Saint-Denis") == key("saint denis")
    True
    """
    plain = name.lower() if name.isascii() else bare(name)
    if plain.isalpha():
        return plain
    return " ".join(plain.replace("-", " ").replace(".", " ").replace("’", "'").split())


def _keys(names: str) -> list[str]:
    """`key` of every one of `names`, which are bare and separated by |."""
    parted = names.replace("-", " ").replace(".", " ").replace("’", "'").split("|")
    return [" ".join(name.split()) if " " in name else name for name in parted]


@cache
def gazetteer() -> Gazetteer:
    """The tables, loaded once."""
    countries = {row["alpha2"]: row["name"] for row in load_rows("countries")}
    places: dict[str, Known] = {}
    capitals: dict[str, str] = {}
    for row in load_rows("countries"):
        known = Known(row["name"], "", "country")
        for form in _keys(row["names"]):
            places.setdefault(form, known)
    for form, known in _named_cities(countries):
        if known.rank == "capital":
            capitals[known.country] = known.name
        # Of two places of one name the greater is meant, and of two as great the first of the table.
        found = places.get(form)
        if found is None or _order(known.rank) > _order(found.rank):
            places[form] = known
    for row in load_rows("demonyms"):
        country = countries.get(row["alpha2"], "")
        known = Known(country, "", "adjective")
        for form in row["forms"].split():
            if country and len(form) > 3:
                places.setdefault(form, known)
    longest = {name: 1 for name in places if " " not in name}
    for name in places:
        if " " in name:
            first = name[: name.index(" ")]
            count = name.count(" ") + 1
            if count > longest.get(first, 0):
                longest[first] = count
    return Gazetteer(places, longest, countries, capitals)


def _named_cities(countries: Mapping[str, str]) -> Iterable[tuple[str, Known]]:
    """Every name of a city by its key, and by that which a keyboard without its letters gives.

    Cities stand in the table as "Ghent=Gent=Gand" and, a capital, "Oslo**".
    """
    named = []
    for row in load_rows("places"):
        country = countries.get(row["country"], row["country"])
        for city in row["cities"].split("|"):
            first, *others = city.split("=")
            name = first.rstrip("*")
            known = Known(name, country, _RANKS[first[len(name) :]])
            for form in (name, *others):
                named.append((form, known))
                if not form.isascii():
                    named.append((form.lower().translate(_DIGRAPHS), known))
    return zip(
        _keys(bare_text("|".join(name for name, _ in named))), (known for _, known in named), strict=True
    )


def _order(rank: str) -> int:
    return ("town", "city", "capital", "adjective", "country").index(rank)
