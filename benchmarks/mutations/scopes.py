"""How many of them, who did it to whom, why, and what kind of event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.claims import Claim, Edit, Sort, swaps
from benchmarks.mutations.names import _FULL

QUANTIFIERS = {
    "all": "most", "most": "all", "some": "all", "every": "almost every", "many": "all", "several": "all",
    "a few": "all", "both": "one of the", "one of the": "the", "one of its": "its",
    "one of his": "his", "a third of": "most of", "a quarter of": "most of", "most of": "all of",
}  # fmt: skip
CAUSES = {
    "linked to": "caused by", "linked with": "caused by", "associated with": "caused by", "following": "because of",
    "coincided with": "was caused by",
}  # fmt: skip
EVENTS = {
    "phone call": "meeting", "letter of intent": "contract", "call": "meeting", "workshop": "hearing",
    "reception": "hearing", "inspection": "raid", "drill": "evacuation", "exercise": "operation",
    "visit": "phone call", "meeting": "phone call", "concert": "rehearsal", "strike": "lockout", "loan": "grant",
    "grant": "loan", "ceremony": "hearing", "lecture": "debate", "settlement": "verdict", "survey": "experiment",
    "donation": "loan", "sale": "lease", "lease": "sale", "competition": "conference",
    "memorandum of understanding": "treaty", "talks": "negotiations", "suit": "complaint",
}  # fmt: skip
_EVENTS = swaps(EVENTS)
_DETERMINED = re.compile(r"\b(?:a|an|the|its|his|her|their|this|that|[a-z]+['’]s) $", re.I)


def event(claim: Claim) -> Iterator[Edit]:
    """Another kind of event, where the word is a noun: a determiner stands before it."""
    for edit in _EVENTS(claim):
        if _DETERMINED.search(claim.text[: edit.start]):
            yield edit


_QUANTIFIERS = swaps(QUANTIFIERS)
_COUNTED = re.compile(r" (?:of )?(?:the |its |their |his |her )?[a-z]+s\b")


def quantifier(claim: Claim) -> Iterator[Edit]:
    """Another share of them; "all four", "all but two", "the most important" stand for another thing."""
    for edit in _QUANTIFIERS(claim):
        if _COUNTED.match(claim.text[edit.end :]) and not re.search(
            r"\b(?:the|at) $", claim.text[: edit.start]
        ):
            yield edit


_CAUSED = re.compile(r"(?<=[a-z] )after(?= (?:the|a|an|its|his|her|their) \w+)")
#: Done by one to the other, and not the same the other way round.
_DONE = r"(?:received|beat|defeated|replaced|bought|sued|praised|invited|hired|succeeded|welcomed|visited|thanked)"
_ROLES = re.compile(rf"(?P<one>{_FULL.pattern}) (?:has )?{_DONE} (?:the )?(?P<two>{_FULL.pattern})")


def cause(claim: Claim) -> Iterator[Edit]:
    """What came after it is said to come of it."""
    for found in claim.prose(_CAUSED):
        told = r"\b(?:because|due to|caus|owing to|thanks to|result)"
        if claim.states("after") and not re.search(told, claim.evidence):
            yield Edit(found.start(), found.end(), "because of")


def roles(claim: Claim) -> Iterator[Edit]:
    """Who did it and to whom change places."""
    for found in claim.prose(_ROLES):
        if found["one"] in claim.evidence and found["two"] in claim.evidence:
            middle = claim.text[found.end("one") : found.start("two")]
            yield Edit(found.start(), found.end(), found["two"] + middle + found["one"])


SORTS = (
    Sort("scope: who did it to whom", ("scope.role-swap",), roles),
    Sort("scope: all, most, some", ("scope.quantifier",), quantifier),
    Sort("scope: because for after", ("scope.cause",), cause),
    Sort("scope: caused by for linked to", ("scope.cause",), swaps(CAUSES)),
    Sort("scope: another kind of event", ("scope.event",), event),
)
