"""Plan and deed, may and will, what stands under a condition, what is alleged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.claims import Claim, Edit, Sort, swaps

_PLAN = re.compile(
    r"\b(?P<aux>will be|is to be|are to be|is due to be|are due to be) (?=\w+(?:ed|en|ilt|old|eld|ut)\b)"
    r"|\b(?P<future>will|is to|are to|plans to|plan to|is due to|are due to|is set to) (?P<verb>[a-z]{3,})\b"
)
#: Verbs that may follow "will", and their past; the regular ones are made.
_IRREGULAR = {
    "begin": "began", "take": "took", "hold": "held", "meet": "met", "build": "built", "run": "ran", "pay": "paid",
    "sell": "sold", "get": "got", "give": "gave", "make": "made", "leave": "left", "rise": "rose", "fall": "fell",
    "buy": "bought", "send": "sent", "find": "found", "keep": "kept", "bring": "brought", "become": "became",
    "come": "came", "stand": "stood", "speak": "spoke", "lose": "lost", "win": "won", "fly": "flew", "grow": "grew",
}  # fmt: skip
_REGULAR = frozenset([
    "open", "close", "visit", "start", "receive", "move", "travel", "return", "join", "replace",
    "reopen", "launch", "publish", "present", "appear", "arrive", "install", "invest", "deliver",
    "finish", "end", "remain", "stay", "play", "perform", "test", "train", "create", "add", "serve",
    "reduce", "cover",
])  # fmt: skip
_DENIED = re.compile(r"\b(?:not|no|never|nobody|none|before|until)\b", re.I)


def done(claim: Claim) -> Iterator[Edit]:
    """What is planned is told as done."""
    if _DENIED.search(claim.text):
        return
    for found in claim.prose(_PLAN):
        if not re.search(r"\b(?:will|to|plans?|due|intends?|going)\b|['’]ll\b", claim.evidence):
            continue
        if found["aux"]:
            plural = re.search(r"\b(?:[a-z]{3,}s|people|women|men|children) $", claim.text[: found.start()])
            yield Edit(*found.span("aux"), "were" if plural or "are" in found["aux"] else "was")
        elif found["verb"] in _IRREGULAR or found["verb"] in _REGULAR:
            yield Edit(found.start(), found.end(), _past(found["verb"]))


def _past(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    return verb + "d" if verb.endswith("e") else verb + "ed"


_CONDITION = re.compile(
    r",? (?:if|provided that|subject to|as long as|unless) [^,.;:“”\"]{6,80}(?=[.,;])|^If [^,.;“”\"]{6,80}, "
)


def condition(claim: Claim) -> Iterator[Edit]:
    """The condition is left out."""
    for found in claim.prose(_CONDITION):
        if re.search(r"\b(?:if|provided|subject to|as long as|unless)\b", claim.evidence, re.I):
            yield Edit(found.start(), found.end(), "")


CERTAIN = {"may": "will", "might": "will", "could": "will", "can": "will", "probably": "certainly"}
STATUS = {
    "on suspicion of": "after admitting", "suspected of": "guilty of", "accused of": "guilty of", "alleged ": "",
    "charged with": "convicted of", "draft rules": "new rules", "draft law": "new law", "draft budget": "new budget",
    "bill": "law", "proposed": "adopted", "preliminary": "final", "proposal": "decision", "candidate": "winner",
}  # fmt: skip

SORTS = (
    Sort("modality: a plan told as done", ("modality.plan-done",), done),
    Sort("modality: suspected, guilty; draft, law", ("modality.status",), swaps(STATUS)),
    Sort("modality: the condition dropped", ("modality.condition",), condition),
    Sort("modality: may becomes will", ("modality.certainty",), swaps(CERTAIN)),
)
