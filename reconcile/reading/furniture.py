"""What an element is called, and so what it is for: share bars, related stories, comments, bylines, leads."""

from __future__ import annotations

from functools import cache
from typing import Literal

import regex

from reconcile.lexicons import load_words

#: "furniture" is never read, "unless post" only where a post is in it.
Use = Literal["", "furniture", "unless post", "metadata", "about", "standfirst"]

_TABLES: tuple[tuple[Use, str], ...] = (
    ("about", "about_writer"),
    ("furniture", "furniture"),
    ("unless post", "furniture_unless_post"),
    ("metadata", "metadata"),
    ("standfirst", "standfirst"),
)
#: Longer class attributes are cut: style sheets generate them, nobody reads them.
_MAX_NAMES = 400


@cache
def _patterns() -> tuple[tuple[Use, regex.Pattern[str]], ...]:
    """What each table's words look like in class names: whole words at hyphens, underscores and humps."""
    return tuple((use, regex.compile(_WORD % {"w": _alternatives(table)})) for use, table in _TABLES)


_WORD = r"(?:(?<![A-Za-z])(?=[A-Za-z])|(?<=[a-z])(?=[A-Z]))(?i:%(w)s)(?![a-z])"


def _alternatives(table: str) -> str:
    """The table's words as one pattern; a hyphen in a word may be none, or an underscore, or a hump."""
    words = sorted(load_words("html", table), key=len, reverse=True)
    return "|".join(regex.sub(r"[-_]", "[-_]*", word) for word in words)


@cache
def _any_word() -> regex.Pattern[str]:
    """A quick test whether any table has a word of the name."""
    return regex.compile("|".join(f"(?:{_alternatives(table)})" for _, table in _TABLES), regex.IGNORECASE)


@cache
def use_of(names: str) -> Use:
    """What an element with these classes and id is for, "" where they do not say.

    >>> use_of("td-post-sharing"), use_of("article__relatedLinks"), use_of("entry-content")
    ('unless post', 'furniture', '')
    """
    names = names[:_MAX_NAMES]
    if not _any_word().search(names):
        return ""
    return next((use for use, pattern in _patterns() if pattern.search(names)), "")
