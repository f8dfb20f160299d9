"""Parties and teams told beside a person's name: "Ada Moss (Greens)", "Ada Moss, a Liberal", "who rides for Velora"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import regex

from reconcile.lexicons import load_groups
from reconcile.model import Span
from reconcile.names.cluster import key_of
from reconcile.names.offices import parties, party_marks
from reconcile.patterns import lazy_regex

#: What every way to tell a party, but brackets, begins with.
_OPENING = lazy_regex(r",? (?:of|from|for) the [\p{Lu}\d]|, (?:an? )?[\p{Lu}\d]|, who ")
#: So far behind a name its party is told: a clause of few words.
_REACH = 200
#: Words of two names that begin with so many like letters may be one word.
_STEM = 4


class TellingVerb(NamedTuple):
    """A relative clause that tells an office: where the verb and what it is of stand, and the title's name."""

    span: Span
    title: str
    of: str


def office_told(text: str, end: int) -> TellingVerb | None:
    """The office that a clause gives to the name that ends at `end`: ", who chairs the trustees".

    >>> told = office_told("Ada Moss, who chairs the trustees, spoke.", 8)
    >>> told.title, told.of
    ('chair', 'trustees')
    """
    if text[end : end + 6] != ", who ":
        return None
    match = _telling().match(text, end)
    if match is None:
        return None
    verb = match["verb"]
    title = next(t for t, verbs in load_groups("offices", "told_by").items() if verb in verbs)
    return TellingVerb(Span(end + 2, match.end()), title, match["of"])


class Belonging(NamedTuple):
    """A party or a team behind a name: where it stands, and which."""

    span: Span
    name: str


def party_behind(text: str, end: int) -> Belonging | None:
    """The party behind a name that ends at `end`, its brackets included.

    >>> text = "Ada Moss, who sits on the council for the Liberals"
    >>> party_behind(text, 8).name
    'liberal'
    """
    opening = text[end : end + 2]
    if opening not in (" (", " o", " f", ", "):
        return None
    if opening == " (":
        match = _bracketed().match(text, end)
    elif _OPENING.match(text, end):
        near = text[end : end + _REACH]
        printed = tuple(form for form in _party_forms() if form in near)
        match = _joined(printed).match(text, end) if printed else None
    else:
        return None
    if match is None:
        return None
    return Belonging(Span(end + 1, match.end()), party_marks()[match["party"].lower()])


def team_behind(text: str, end: int) -> Belonging | None:
    """The team behind a name that ends at `end`: "of the team Velora", "who rides for Velora", "(SK Velora)".

    >>> team_behind("Ada Moss, who swims for Velora, won", 8).name
    'Velora'
    """
    if text[end : end + 2] not in (" (", " o", ", "):
        return None
    match = _team().match(text, end)
    if match is None:
        return None
    name = match["told"] or match["shown"]
    return Belonging(Span(end + 1, match.end()), name)


def one_team(a: str, b: str) -> bool:
    """Whether two teams' names may be one: a word in common, or words that begin alike; a handle by its letters."""
    first, second = "".join(key_of(a)).replace("_", ""), "".join(key_of(b)).replace("_", "")
    if any(w[:_STEM] in second for w in key_of(a.lstrip("@"))) or any(
        w[:_STEM] in first for w in key_of(b.lstrip("@"))
    ):
        return True
    return _initials(a) in second or _initials(b) in first


def _initials(name: str) -> str:
    words = key_of(name)
    return "".join(word[0] for word in words) if len(words) > 1 else "".join(words)


@cache
def _bracketed() -> regex.Pattern[str]:
    return regex.compile(
        r" \((?:the )?(?P<party>\L<marks>)(?:\)|, [^()\n]{1,40}\)|[-–/][^()\n]{1,20}\))",
        regex.IGNORECASE,
        marks=sorted(party_marks()),
    )


@cache
def _party_forms() -> tuple[str, ...]:
    """The names of parties as they are printed."""
    return tuple(sorted({form.title() for form in parties()} | {form.capitalize() for form in parties()}))


@lru_cache(maxsize=256)
def _joined(printed: tuple[str, ...]) -> regex.Pattern[str]:
    """The ways to tell one of the parties `printed`: with all of them it takes long to compile."""
    return regex.compile(
        r"(?:,? (?:of|from|for) the (?P<party>\L<parties>)\b(?! \p{Ll}*(?:party|group|list)\p{Ll})"
        r"|, (?:an? )?(?P<party>\L<parties>)(?=[,.]| of \p{Lu}| from \p{Lu})"
        r"|, who (?:now |still )?\L<verbs> (?:(?!for\b|against\b)[\p{L}\d]++ ){0,6}for the (?P<party>\L<parties>)\b)",
        verbs=sorted(load_groups("offices", "for_a_party")["verbs"]),
        parties=printed,
    )


@cache
def _telling() -> regex.Pattern[str]:
    verbs = [verb for forms in load_groups("offices", "told_by").values() for verb in forms]
    return regex.compile(
        r", who (?:also |now |currently )?(?P<verb>\L<verbs>) (?:the |its |their |a |an )?"
        r"(?P<of>[\p{L}'’-]++(?: (?!of\b|in\b|at\b|and\b|for\b)[\p{L}'’-]++){0,3})(?=[,.;)]| of | in | at | and | for |\Z)",
        verbs=sorted(verbs),
    )


@cache
def _team() -> regex.Pattern[str]:
    name = r"\p{Lu}[\p{L}\d'’.-]*+(?: \p{Lu}[\p{L}\d'’-]*+){0,2}"
    return regex.compile(
        rf"(?:,? of the \L<nouns> (?P<told>{name})|, who (?:now |still )?\L<verbs> for (?:the )?(?P<told>{name})"
        rf"| \((?P<shown>@\w{{2,40}}|{name})\))",
        nouns=sorted(load_groups("offices", "for_a_team")["nouns"]),
        verbs=sorted(load_groups("offices", "for_a_team")["verbs"]),
    )
