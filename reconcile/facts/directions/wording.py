"""The plain opposite of a word of the claim, in the form that the prose has it in."""

from __future__ import annotations

from functools import cache
from typing import cast

from reconcile.facts.directions.poles import Pole
from reconcile.grammar.keys import is_past
from reconcile.grammar.words import Wording
from reconcile.lexicons import load_toml


def opposite_of(words: Wording, pole: Pole, other: Pole) -> str | None:
    """The plain opposite of a verb of the claim, in its form ("rose" for "fell"); None where the axis has none."""
    forms = _plain_words().get(pole.axis)
    word = words.lower[pole.first]
    # Of several words only a verb and what belongs to it can be put in another's place: "voted against".
    if forms is None or (pole.first != pole.last and not is_past(word)):
        return None
    if "c" in (pole.side, other.side):
        return None
    form = (
        1
        if word.endswith("s") and not word.endswith("ss")
        else 2
        if is_past(word)
        else 3
        if word.endswith("ing")
        else 0
    )
    return forms["b" if pole.side == "a" else "a"][form]


@cache
def _plain_words() -> dict[str, dict[str, list[str]]]:
    """Axis -> side -> the plain verb of that side: base, third person, past, -ing."""
    axes = cast("list[dict[str, dict[str, list[str]]]]", load_toml("opposites")["axis"])
    return {str(axis["name"]): axis["plain"] for axis in axes if "plain" in axis}
