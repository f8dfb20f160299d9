"""The words and marks that shade a figure: "about 40", "more than 40", "~40", "40 or fewer"."""

from __future__ import annotations

from functools import cache

from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.patterns import lazy_re
from reconcile.words import Words

_SPACE = " \u00a0\u2009\u202f"


def shade_of(words: Words, first: int, start: int, last: int, end: int) -> str:
    """How the figure from `start` to `end` is shaded by the words round it: "", "about", "over" or
    "under".
    """
    shade = _MARKS.get(words.text[max(0, start - 2) : start].strip(_SPACE))
    if shade:
        return shade
    shades, lower = vocabulary().shades, words.lower
    if first and lower[first - 1] in _shade_ends() and not words.gap(first).strip(_SPACE + "€$£-–−+"):
        for length in (1, 2, 3, 4, 5):
            i = first - length
            if i < 0 or "\n" in words.text[words.ends[i] : start]:
                break
            shade = shades.get("-".join(lower[i:first]))
            if shade == "under" and lower[i : i + 2] == ("up", "to") and i and _RISES.fullmatch(lower[i - 1]):
                break
            if shade and not (length == 1 and i and shades.get("-".join(lower[i - 1 : first]))):
                return shade
    if words.text[end : end + 1] == "+":
        return "over"
    return (
        _AFTER.get(lower[last + 2], "")
        if lower[last + 1 : last + 2] == ("or",) and last + 2 < len(lower)
        else ""
    )


@cache
def _shade_ends() -> frozenset[str]:
    """The last words of the phrases that shade a figure: they stand right before it."""
    return frozenset(phrase.rsplit("-", 1)[-1] for phrase in vocabulary().shades)


#: "Goes up to 4 euros" is no "up to 4 euros".
_RISES = lazy_re(
    r"(?:go|goes|going|gone|went|mov\w+|push\w*|put|puts|ris\w+|rose|climb\w*|drive\w*|drove|driven|creep\w*|crept"
    r"|inch\w*|edg\w+|bring\w*|brought|tak\w+|took|shoot\w*|shot|jump\w*|prices?|fares?|fees?|rates?|pay|wages)"
)
_MARKS = {"~": "about", "≈": "about", ">": "over", "≥": "over", "<": "under", "≤": "under"}
#: Behind "or".
_AFTER = {"so": "about", "thereabouts": "about", "more": "over", "less": "under", "fewer": "under"}
