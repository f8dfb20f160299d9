"""Marks of a sentence as a whole: of the future, a hedge, an open matter, an allegation."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, cast

from reconcile.grammar.phrases import PhraseTable
from reconcile.grammar.words import read_words
from reconcile.lexicons import load_toml


@cache
def _mark_tables() -> dict[str, PhraseTable]:
    table = cast("dict[str, list[str]]", load_toml("grammar")["tense"])
    return {
        name: PhraseTable({name: table[name]})
        for name in ("to_come", "hedged", "open", "alleged", "likelihood")
    }


@lru_cache(maxsize=8192)
def marks(
    text: str, group: Literal["to_come", "hedged", "open", "alleged", "likelihood"]
) -> tuple[tuple[int, int], ...]:
    """First and last word of every mark of a group in the sentence: of the future, a hedge, an open matter."""
    return tuple((found.first, found.last) for found in _mark_tables()[group].find(read_words(text)))
