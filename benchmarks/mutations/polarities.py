"""What is denied, and which way something went."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.claims import Claim, Edit, Sort, both_ways, swaps

_AUXILIARY = r"(?:is|are|was|were|will|would|has|have|had|does|did|do|could|can|should|may|must)"
_DENIED = re.compile(rf"(?<=\b)(?P<verb>{_AUXILIARY}) (?P<not>not )(?=\w)|\b(?P<can>can)(?P<t>not)\b")
_ASSERTED = re.compile(r"\b(?:is|are|was|were|will|has been|have been) (?=[a-z])")
#: What makes it hard to say what "not" would deny.
_SCOPE = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|all|every|any|only|both|until|if|whether|but"
    r"|unless|hardly|yet|or|nor)\b|n['’]t\b|\?",
    re.I,
)


def denial_dropped(claim: Claim) -> Iterator[Edit]:
    """`was not` becomes `was`."""
    for found in claim.prose(_DENIED):
        denied = re.search(r"\b(?:not|no|never|cannot|none|nobody)\b|n['’]t\b", claim.evidence)
        if denied and not re.search(r"\bnor\b", claim.text):
            start, end = found.span("not" if found["not"] else "t")
            yield Edit(start, end, "")


def denial_added(claim: Claim) -> Iterator[Edit]:
    """`was` becomes `was not`, in a sentence where it can only deny what the evidence states."""
    if _SCOPE.search(claim.text) or _QUOTED.search(claim.text):
        return
    found = next(claim.prose(_ASSERTED), None)
    if found and not _CLAUSE.search(claim.text[: found.start()]):
        word = found[0].split()[0]
        yield Edit(found.start() + len(word), found.start() + len(word), " not")


_QUOTED = re.compile(r"[“”\"«»„]")
#: What is denied in a clause of these may be no claim.
_CLAUSE = re.compile(
    r"\b(?:which|that|who|whom|whose|as|than|where|when|because|since|after|before|while|and)\b"
)
#: Each pair goes opposite ways.
DIRECTIONS = both_ways(
    "rose/fell", "risen/fallen", "rise/fall", "rises/falls", "rising/falling", "increased/decreased",
    "increase/decrease", "grew/shrank", "higher/lower", "gained/lost", "won/lost", "raised/lowered",
    "backed/opposed", "approved/rejected", "accepted/refused", "supports/opposes", "supported/opposed",
    "improved/worsened", "extended/shortened", "widened/narrowed", "better/worse", "faster/slower",
    "passed/failed", "welcomed/condemned", "confirmed/denied", "upheld/overturned", "in favour of/against",
    "opened/closed", "reopened/closed", "arrived/left", "hired/dismissed", "longer/shorter", "larger/smaller",
)  # fmt: skip
_SWAPS = swaps(DIRECTIONS)


def direction(claim: Claim) -> Iterator[Edit]:
    """The opposite direction; "stay closed" has no opposite of this form."""
    for edit in _SWAPS(claim):
        if not re.search(
            r"\b(?:stays?|remains?|kept|keep|keeps|even|much|far|still|be) $", claim.text[: edit.start]
        ):
            yield edit


SORTS = (
    Sort("polarity: not dropped", ("polarity.negation",), denial_dropped),
    Sort("polarity: not added", ("polarity.negation",), denial_added),
    Sort("polarity: the opposite direction", ("polarity.direction", "polarity.negation"), direction),
)
