"""Names that look alike: when one printed form is another one misprinted, and when it is another name.

A distance alone cannot tell. A bare surname that nobody bears is one misprinted where somebody bears one a slip
away from it; two full names are two people unless something else speaks for one.
"""

from __future__ import annotations

import regex

from reconcile.names.cluster import Cluster, Register
from reconcile.names.mentions import Name
from reconcile.names.spelling import single_edit

#: No shorter word is taken for another one's misprint.
_SHORTEST = 4
#: From this length on two slips in one word are believed.
_TWO_SLIPS = 8
#: Endings that make another word of a name: a people, a plural, a feminine, a genitive.
_ENDINGS = (
    "s",
    "n",
    "ns",
    "an",
    "ans",
    "ian",
    "ish",
    "er",
    "ers",
    "in",
    "a",
    "ova",
    "en",
    "e",
    "i",
    "ese",
    "sche",
    "scher",
)


def misprint(register: Register, word: str, name: Name, text: str) -> Cluster | None:
    """The person whose surname a bare word misprints, where exactly one is near."""
    if len(word) < _SHORTEST or name.acronym or name.body:
        return None
    near = [c for c in register if c.kind == "person" and len(c.words) > 1 and is_slip(word, c.surname)]
    if len(near) != 1 or not _as_person(text, name):
        return None
    return near[0]


def is_slip(a: str, b: str) -> bool:
    """Whether `a` can be `b` misprinted: one edit or, in long words, two, and no ending of another word.

    >>> is_slip("drummund", "drummond"), is_slip("tavrian", "tavria"), is_slip("brand", "brandes")
    (True, False, False)
    """
    if a == b or min(len(a), len(b)) < _SHORTEST:
        return False
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return False
    edit = single_edit(a, b)
    if edit is not None:
        return edit.position > 0 or edit.kind == "transposed"
    return len(short) >= _TWO_SLIPS and a[0] == b[0] and _two_edits(a, b)


def _two_edits(a: str, b: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=2) <= 2


_PERSON_AFTER = regex.compile(
    r"(?:['’]s)?(?:,| (?:said|says|told|wrote|was|is|has|had|will|would|could|can|did|does|also|who)\b| \p{Ll}+(?:ed|s)\b)"
)


def _as_person(text: str, name: Name) -> bool:
    """Whether a bare word stands as a person's name does: a subject, not behind a preposition of place."""
    return bool(_PERSON_AFTER.match(text, name.span.end)) or name.possessive or name.title is not None
