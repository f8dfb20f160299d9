"""Known places: countries with their names, adjectives and capitals, and large cities, from three tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from reconcile.lexicons import load_rows
from reconcile.text import bare


@frozen
class Known:
    """A place of the tables: its canonical name, the country that holds it ("" for a country), and
    its rank.
    """

    name: str
    country: str
    #: "country", "adjective" (Belgian), "capital", "city" (half a million and more), "town" (less).
    rank: str


@frozen
class Gazetteer:
    """Known places by folded name; how many words the longest name with a given first word has."""

    places: dict[str, Known]
    longest: dict[str, int]
    #: ISO code of two letters -> country's name; country's name -> capital's.
    countries: dict[str, str]
    capitals: dict[str, str]


#: How letters are written where a keyboard lacks them: Malmö, Malmoe.
_DIGRAPHS = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "ø": "oe", "ü": "ue", "æ": "ae"})


def key(name: str) -> str:
    """The form under which spellings of a place meet.

    >>> key("Saint-Denis") == key("saint denis")
    True
    """
    plain = name.lower() if name.isascii() else bare(name)
    if plain.isalpha():
        return plain
    return " ".join(plain.replace("-", " ").replace(".", " ").replace("’", "'").split())


@cache
def gazetteer() -> Gazetteer:
    """The tables, loaded once."""
    places: dict[str, Known] = {}
    countries: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for row in load_rows("countries"):
        name = row["name"]
        countries[row["alpha2"]] = name
        known = Known(name, "", "country")
        for form in (name, *row["names"].split("|")):
            if form:
                places.setdefault(key(form), known)
    for row in load_rows("places"):
        country = countries.get(row["country"], row["country"])
        for city in row["cities"].split("|"):
            known = _add_city(places, country, city)
            if known.rank == "capital":
                capitals[country] = known.name
    for row in load_rows("demonyms"):
        country = countries.get(row["alpha2"], "")
        known = Known(country, "", "adjective")
        for form in row["forms"].split():
            if country and len(form) > 3:
                places.setdefault(form, known)
    longest: dict[str, int] = {}
    for name in places:
        first, _, others = name.partition(" ")
        count = others.count(" ") + 2 if others else 1
        if count > longest.get(first, 0):
            longest[first] = count
    return Gazetteer(places, longest, countries, capitals)


def _add_city(places: dict[str, Known], country: str, row: str) -> Known:
    """Add a city in all its forms, unless a greater place has the name; "Ghent=Gent=Gand", "Oslo**"."""
    first, *others = row.split("=")
    name = first.rstrip("*")
    known = Known(name, country, {"**": "capital", "*": "city"}.get(first[len(name) :], "town"))
    for form in _forms((name, *others)):
        found = places.get(form)
        if found is None or _order(known.rank) > _order(found.rank):
            places[form] = known
    return known


def _forms(names: tuple[str, ...]) -> Iterator[str]:
    """The keys of a place's names, and of those that a keyboard without their letters gives."""
    for name in names:
        yield key(name)
        if not name.isascii():
            yield key(name.lower().translate(_DIGRAPHS))


def _order(rank: str) -> int:
    return ("town", "city", "capital", "adjective", "country").index(rank)
