"""Offices as a table: which words are titles, which of them are one office, which exclude each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias, TypedDict, cast

from reconcile.lexicons import load_groups, load_toml
from reconcile.text import bare

#: What changes an office: it is over, held for the time being, not begun, or the second in rank.
Status: TypeAlias = Literal["", "former", "acting", "elect", "deputy"]


class Title(NamedTuple):
    """An office whatever it is called: "chair" for chairman, chairwoman, chairperson."""

    name: str
    #: Offices that share a ladder are told apart: a senator is no member of parliament.
    ladders: frozenset[str]
    #: Titles that looser or foreign usage has for the same office.
    also: frozenset[str]
    #: The field that the title itself names: "foreign" for FM.
    field: str = ""


class _Row(TypedDict, total=False):
    title: str
    ladders: list[str]
    also: list[str]
    of: str
    forms: list[str]


@cache
def titles() -> Mapping[str, Title]:
    """Every form of a title (lower case) -> its office."""
    table: dict[str, Title] = {}
    for row in cast("list[_Row]", load_toml("offices")["office"]):
        title = Title(
            row["title"], frozenset(row.get("ladders", [])), frozenset(row.get("also", [])), row.get("of", "")
        )
        table.update(dict.fromkeys(row["forms"], title))
    return MappingProxyType(table)


@cache
def title_named(name: str) -> Title:
    """The office of a canonical name. Raises StopIteration where the table has none."""
    return next(title for title in titles().values() if title.name == name)


@cache
def title_starts() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First word of a title -> the titles, as words, that begin with it, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for form in titles():
        words = tuple(form.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in table.items()}


@cache
def written_capital() -> frozenset[str]:
    """Forms that are titles only where they are written with a capital: "PM", "Father"."""
    return frozenset(load_groups("offices", "written")["capital"])


@cache
def only_behind() -> frozenset[str]:
    """Forms that follow a name without a comma: "MP"."""
    return frozenset(load_groups("offices", "written")["behind"])


@cache
def statuses() -> Mapping[str, Status]:
    """Every word (lower case) that changes a title's tense or rank -> "former", "acting", "elect",
    "deputy".
    """
    return MappingProxyType(
        {
            form: cast("Status", status)
            for status, forms in load_groups("offices", "status").items()
            for form in forms
        }
    )


@cache
def fields() -> Mapping[str, str]:
    """Every name of a field of government (lower case) -> its canonical word."""
    return MappingProxyType(
        {form: field for field, forms in load_groups("offices", "portfolios").items() for form in forms}
    )


@cache
def parties() -> Mapping[str, str]:
    """Every form of a party's name (lower case) -> its canonical word."""
    return MappingProxyType(
        {form: party for party, forms in load_groups("offices", "parties").items() for form in forms}
    )


@cache
def party_marks() -> Mapping[str, str]:
    """Every form of a party as it stands in brackets behind a name (lower case) -> its canonical word."""
    marks = {form: party for party, forms in load_groups("offices", "party_marks").items() for form in forms}
    return MappingProxyType({**parties(), **marks})


@cache
def address() -> frozenset[str]:
    """What stands before a name and is no office, bare: "mr", "dr"."""
    return frozenset(bare(form) for form in load_groups("offices", "address")["forms"])


@cache
def office_words() -> frozenset[str]:
    """The last words of all titles, bare: where one of them stands in a run, a title may end."""
    return frozenset(bare(form.split()[-1]) for form in titles())


@cache
def single_titles() -> frozenset[str]:
    """The titles of one word, bare: "mayor", but no "university", which only ends one."""
    return frozenset(bare(form) for form in titles() if " " not in form)


@cache
def portfolio_words() -> frozenset[str]:
    """The single words of all fields of government, bare."""
    words = {bare(word) for form in fields() for word in form.split()}
    return frozenset(
        words - {"and", "the", "work", "power", "home", "war", "women", "media", "building", "business"}
    )
