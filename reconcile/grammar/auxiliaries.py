"""The words before a verb that tell how real its deed is: auxiliaries by group, and what each of them tells."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias, cast

from reconcile.grammar.words import read_words
from reconcile.lexicons import load_toml

#: How real a deed is told to be.
Reality: TypeAlias = Literal[
    "done", "planned", "agreed", "future", "possible", "obliged", "present", "untold"
]


@cache
def told_by_auxiliary() -> dict[str, Reality]:
    """Auxiliary -> how real it tells its verb to be; contracted denials too ("won't", "didn't")."""
    meaning: dict[str, Reality] = {
        "future": "future", "backshifted": "future", "possible": "possible", "obliged": "obliged", "able": "untold",
        "perfect": "done", "present": "present", "past": "done",
    }  # fmt: skip
    told = {word: real for group, real in meaning.items() for word in tense_words()[group]}
    return told | {f"{word}n't": real for word, real in told.items()}


@cache
def tense_words() -> dict[str, frozenset[str]]:
    """Group of the table -> its words; of verbs that lead to an infinitive ("plan to"), their forms too."""
    table = cast("dict[str, list[str]]", load_toml("grammar")["tense"])
    groups = {name: frozenset(words) for name, words in table.items()}
    for name in ("planned", "agreed", "done"):
        groups[name] = groups[name] | frozenset(
            form for word in table[name] for form in read_words(word).forms
        )
    return groups


@cache
def auxiliaries() -> frozenset[str]:
    """All auxiliaries, whatever they tell."""
    groups = tense_words()
    return frozenset().union(
        *(
            groups[name]
            for name in ("future", "backshifted", "possible", "obliged", "perfect", "passive", "present")
        )
    ) | {"did", "does", "do"}
