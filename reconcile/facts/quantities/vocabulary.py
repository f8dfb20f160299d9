"""The word lists that figures are read with, from `units.toml`, `numerals.toml`, `currencies.csv`,
`calendar.csv`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from reconcile.lexicons import load_rows, load_toml
from reconcile.words import stem


class Unit(NamedTuple):
    """A unit of measure: what it measures, and its size in the base unit of that dimension."""

    name: str
    dimension: str
    size: float
    one: str
    many: str


class Money(NamedTuple):
    """A currency: its ISO 4217 code ("" for a generic word that more than one share), generic word and
    plural.
    """

    code: str
    family: str
    many: str


class Vocabulary(NamedTuple):
    """All the tables, each keyed by the lower-case form that stands in a text."""

    #: Number word -> value; fractions: word -> number of parts; words for a factor -> the factor.
    cardinals: dict[str, float]
    ordinals: dict[str, int]
    parts: dict[str, int]
    factors: dict[str, float]
    magnitudes: dict[str, float]
    joined: dict[str, float]
    #: Phrase (words joined by a hyphen) -> "about", "over", "under".
    shades: dict[str, str]
    bases: dict[str, str]
    basis_words: dict[str, str]
    #: Unit form -> unit; the forms of more than one word by their first word, longest first.
    units: dict[str, Unit]
    long_units: dict[str, tuple[tuple[str, Unit], ...]]
    by_name: dict[str, Unit]
    #: Generic word -> its family; code (lower case) -> currency; (adjective, family) -> currency; sign ->
    #: code.
    money_words: dict[str, str]
    codes: dict[str, Money]
    adjectives: dict[tuple[str, str], str]
    defaults: dict[str, str]
    signs: dict[str, str]
    adjective_words: frozenset[str]
    months: frozenset[str]
    words: dict[str, frozenset[str]]
    #: Stem of a counted noun -> the stem under which it meets others that count the same.
    counts: dict[str, str]


def _table(name: str, key: str) -> dict[str, float]:
    return cast("dict[str, float]", load_toml(name)[key])


def _strings(name: str, key: str) -> dict[str, str]:
    return cast("dict[str, str]", load_toml(name)[key])


@cache
def vocabulary() -> Vocabulary:
    """The tables, loaded once."""
    units, long_units, by_name = _units()
    families, defaults = _families()
    codes, adjectives = _currencies(families)
    numbers = {
        w: float(v)
        for key in ("cardinal", "foreign", "collective")
        for w, v in _table("numerals", key).items()
    }
    return Vocabulary(
        cardinals=numbers,
        ordinals={w: int(v) for w, v in _table("numerals", "ordinal").items()},
        parts={w: int(v) for w, v in _table("numerals", "part").items()},
        factors={w: float(v) for w, v in _table("numerals", "factor").items()},
        magnitudes={w: float(v) for w, v in _table("units", "magnitude").items()},
        joined={w: float(v) for w, v in _table("units", "joined_magnitude").items()},
        shades={
            phrase: shade
            for shade, forms in _strings("numerals", "shade").items()
            for phrase in forms.split()
        },
        bases=_strings("numerals", "basis"),
        basis_words=_strings("numerals", "basis_word"),
        units=units,
        long_units=long_units,
        by_name=by_name,
        money_words=families,
        codes=codes,
        adjectives=adjectives,
        defaults=defaults,
        signs=_strings("units", "sign"),
        adjective_words=frozenset(word for adjective, _ in adjectives for word in adjective.split()),
        months=_months(),
        words={key: frozenset(forms.split()) for key, forms in _strings("numerals", "words").items()},
        counts=_counts(),
    )


def _units() -> tuple[dict[str, Unit], dict[str, tuple[tuple[str, Unit], ...]], dict[str, Unit]]:
    short: dict[str, Unit] = {}
    long: dict[str, list[tuple[str, Unit]]] = {}
    by_name: dict[str, Unit] = {}
    for row in cast("list[dict[str, str]]", load_toml("units")["unit"]):
        unit = Unit(row["name"], row["dimension"], float(row["size"]), row["one"], row["many"])
        by_name[unit.name] = unit
        for form in row["forms"].split("|"):
            first = form.replace("-", " ").split()[0]
            if first == form:
                short[form] = unit
            else:
                long.setdefault(first, []).append((form, unit))
    ordered = {first: tuple(sorted(forms, key=lambda f: -len(f[0]))) for first, forms in long.items()}
    return short, ordered, by_name


def _families() -> tuple[dict[str, str], dict[str, str]]:
    families: dict[str, str] = {}
    defaults: dict[str, str] = {}
    for word, forms in _strings("units", "money").items():
        code, *others = forms.split("|")
        families.update((form, word) for form in (word, *others) if form)
        defaults[word] = code
    return families, defaults


def _currencies(families: dict[str, str]) -> tuple[dict[str, Money], dict[tuple[str, str], str]]:
    printed = _strings("units", "printed")
    codes: dict[str, Money] = {}
    adjectives: dict[tuple[str, str], str] = {}
    other_names: dict[str, list[str]] = {}
    for other, adjective in _strings("units", "adjective").items():
        other_names.setdefault(adjective, []).append(other)
    for row in load_rows("currencies"):
        family = families.get(row["generic"], row["generic"])
        money = Money(row["code"], family, printed.get(row["code"], row["plural"]))
        codes[row["code"].lower()] = money
        for adjective in (row["adjective"], *other_names.get(row["adjective"], ())):
            if adjective:
                adjectives[adjective, family] = row["code"]
    return codes, adjectives


def _months() -> frozenset[str]:
    spoken = {"en", "de", "fr", "es", "it", "nl", "pt", "da", "sv", "nb", "pl"}
    rows = (r for r in load_rows("calendar") if r["kind"] == "month")
    found = ((r["word"], set(r["languages"].split())) for r in rows)
    return frozenset(
        w for w, use in found if "en" in use or (spoken & use and (len(w) > 3 or w in ("mai", "mei", "maj")))
    )


def _counts() -> dict[str, str]:
    groups = _strings("numerals", "same_count")
    return {stem(word): stem(first) for first, forms in groups.items() for word in (first, *forms.split())}
