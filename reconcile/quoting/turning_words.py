"""Words that turn the sense of a sentence, by group: denying, limiting, conditional, hedging."""

from __future__ import annotations

from functools import cache
from typing import cast

from reconcile.lexicons import load_toml


@cache
def turning_words(name: str) -> frozenset[str]:
    """The words and phrases of one group of the table of turning words."""
    table = cast("dict[str, list[str]]", load_toml("quoting")["turning"])
    return frozenset(table[name])
