"""The forms in which a name may stand in a handle, each with what finding it there tells, in bits.

A bit halves the chance that the letters stand there for another reason: a rare long family name tells much, a
common noun ("Times", "Institute") or an initial little. The bits were weighed on accounts of known holders.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple, TypeAlias

from reconcile.names.letters import plain
from reconcile.patterns import lazy_re

#: Words of a name that are looked at: longer ones are no names.
MOST_WORDS = 12
#: Letters that are written with a second letter where marks are not to be had: Gröhe, groehe.
_EXPANDED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ñ": "ny", "ő": "oe", "ű": "ue"}
)
_CONTRACTED = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))
#: How Slavic names in -ский end in Latin letters.
_SKY = lazy_re("sk(?:y|yy|iy|yi|ii|ij|i)$")
_SKY_ENDINGS = ("y", "yy", "iy", "yi", "ii", "ij", "i")


#: Letters that may stand in a handle for words of the name; bits of those words; the gain; the role; the words as
#: printed. A plain tuple: there are dozens a name, and of all things that are kept the collector of garbage passes
#: over these alone (holding on to thousands of others cost a fifth of the time).
Form: TypeAlias = tuple[str, int, float, str, str]


class NameForms(NamedTuple):
    """All that is looked for in a handle for one name. Its rows are tuples of plain things, as `Form` is."""

    name: str
    body: bool
    forms: tuple[Form, ...]
    #: For prefixes and slips: the words themselves, as forms of the whole word.
    words: tuple[Form, ...]
    #: First letters of the words, in order, and their masks.
    initials: tuple[tuple[str, int, str, str], ...]
    #: Two or three letters that must occur in a handle for the name to be looked at: starts of forms, pairs
    #: of initials.
    starts: tuple[str, ...]
    #: The last three letters of long words, for a name of which every word is spelled with a slip.
    ends: tuple[str, ...]
    given_mask: int
    family_mask: int
    #: Mask of the words without which a body is not named.
    own_mask: int
    #: Mask of all words that a body's handle would spell: the small ones left out.
    all_mask: int
    countries: frozenset[str]
    #: Whether the name is Korean: what a handle has beside it may be syllables of another given name.
    korean: bool = False


def spellings(word: str) -> Iterator[str]:
    """The letters of a printed word; with umlauts written out or contracted; with the endings of -sky."""
    letters = plain(word)
    yield letters
    if "sk" in letters and (stem := _SKY.sub("sk", letters)) != letters:
        yield from (stem + ending for ending in _SKY_ENDINGS if stem + ending != letters)
    if not word.isascii():
        expanded = plain(word.casefold().translate(_EXPANDED))
        if expanded != letters:
            yield expanded
    else:
        for two, one in _CONTRACTED:
            if letters.find(two, 1) > 0:
                yield letters.replace(two, one)


def assembled(
    name: str,
    forms: Collection[Form],
    whole: Sequence[Form],
    initials: tuple[tuple[str, int, str, str], ...],
    *,
    body: bool = False,
    given_mask: int = 0,
    family_mask: int = 0,
    own_mask: int = 0,
    countries: frozenset[str] = frozenset(),
    korean: bool = False,
) -> NameForms:
    """The forms of `name` with the keys by which a handle is sifted."""
    starts = {
        letters[:3] for letters, _, _, role, _ in forms if len(letters) > (2 if role == "abbreviation" else 1)
    }
    if not body:
        first = [letter for letter, _, _, role in initials if role != "short"]
        starts |= {a + b for i, a in enumerate(first) for b in first[i + 1 :]}
    return NameForms(
        name=name,
        body=body,
        forms=tuple(forms),
        words=tuple(whole),
        initials=initials,
        starts=tuple(starts),
        ends=tuple({letters[-3:] for letters, *_ in whole if len(letters) > 4}),
        given_mask=given_mask,
        family_mask=family_mask,
        own_mask=own_mask,
        all_mask=reduce(or_, (mask for _, mask, *_ in initials), 0),
        countries=countries,
        korean=korean,
    )
