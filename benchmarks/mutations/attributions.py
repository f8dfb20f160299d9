"""Who said it, in what, and with which verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.claims import Claim, Edit, Sort, swaps
from benchmarks.mutations.names import _FULL

_VERB = r"(?:said|says|told|wrote|added|announced)"
_AFTER = re.compile(rf"(?P<name>{_FULL.pattern})(?=,? {_VERB}\b)")
_BEFORE = re.compile(rf"(?<=\bsaid )(?P<name>{_FULL.pattern})")


def speaker(claim: Claim) -> Iterator[Edit]:
    """Words credited to somebody else whom the texts name."""
    names = [found[0] for found in _FULL.finditer(claim.evidence) if len(found[0].split()) == 2]
    for pattern in (_AFTER, _BEFORE):
        for found in claim.prose(pattern):
            before = claim.text[: found.start("name")]
            if found["name"] not in claim.evidence or before.endswith(("the ", "The ")):
                continue
            speaking = [
                name
                for name in dict.fromkeys(names)
                if name != found["name"]
                and name not in claim.text
                and re.search(rf"{name},? {_VERB}\b|{_VERB} {name}", claim.evidence)
            ]
            if speaking:
                yield Edit(*found.span("name"), speaking[0])


_SAID = re.compile(r"(?<=[\w,”\"] )(?<!have )(?<!has )(?<!had )said\b")


def verb(claim: Claim) -> Iterator[Edit]:
    """`admitted` for `said`, where the evidence admits nothing."""
    if re.search(r"\b(?:admit|confess|conced|regret|sorry|apolog)", claim.evidence, re.I):
        return
    for found in claim.prose(_SAID):
        yield Edit(found.start(), found.end(), "admitted")


CHANNELS = {
    "in a statement": "in an interview", "in a press release": "in an interview", "in a release": "in an interview",
    "on X": "in an interview", "on Twitter": "in an interview", "on Bluesky": "in an interview",
    "on Facebook": "in an interview", "on Instagram": "in an interview", "on Telegram": "at a news conference",
    "on Mastodon": "at a news conference", "on Threads": "at a news conference", "on LinkedIn": "in an interview",
    "in a post": "in an interview", "in a tweet": "in an interview", "in a written statement": "in an interview",
}  # fmt: skip
_CHANNEL = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, CHANNELS), key=len, reverse=True)) + r")\b")


def channel(claim: Claim) -> Iterator[Edit]:
    """A talk for a text: the evidence at hand is that text."""
    places = list(claim.prose(_CHANNEL))
    if len(places) != 1 or not re.search(r"\b(?:said|says|told|announced|added)\b", claim.text):
        return
    for found in places:
        if not re.search(r"\b(?:interview|news conference)\b", claim.others):
            yield Edit(found.start(), found.end(), CHANNELS[found[0]])


SORTS = (
    Sort("attribution: another speaker", ("attribution.speaker", "name.entity"), speaker),
    Sort("attribution: another channel", ("attribution.channel",), channel),
    Sort("attribution: admitted for said", ("attribution.verb",), verb),
    Sort(
        "attribution: demanded for asked",
        ("attribution.verb",),
        swaps({"asked": "demanded", "suggested": "promised", "hoped": "promised", "asks": "demands"}),
    ),
)
