"""One side of a pair: a statement with its words and what it denies."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from reconcile.grammar.denial import Denials, read_denials
from reconcile.grammar.keys import is_light
from reconcile.grammar.tense import reality
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Statement

#: Only the first words of a scope tell what is denied; the later they come, the less they weigh.
CORE = 3
LATER = 0.4
#: The affirming words stand no further apart than this.
SPREAD = 6


class Side(NamedTuple):
    """One statement with its words and denials."""

    statement: Statement
    words: Wording
    denials: Denials

    @classmethod
    def of(cls, statement: Statement) -> Side:
        """The statement, read."""
        return cls(statement, read_words(statement.text), read_denials(statement.text))


@cache
def verbs_of(group: str) -> frozenset[str]:
    """The forms of the verbs of a group: "privative", "existing"."""
    verbs = cast("dict[str, list[str]]", load_toml("grammar")["negation"])[group]
    return frozenset(form for verb in verbs for form in read_words(verb).forms[:1])


def listed(group: str) -> frozenset[str]:
    """The function words of a group, as they stand: "asking", "necessity"."""
    return load_words("grammar", f"negation.{group}")


def told_as(words: Wording, i: int) -> str:
    """How real a word is told to be: of a noun, how real the verb is that tells it is there."""
    real = reality(words.text, i)
    if real == "untold":
        for j in range(i - 1, max(-1, i - SPREAD), -1):
            if words.forms[j] in verbs_of("existing") or is_light(words.lower[j]):
                return reality(words.text, j)
    return real
