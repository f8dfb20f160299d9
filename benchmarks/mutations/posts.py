"""What posts show of themselves, and handles in the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.claims import Claim, Edit, Sort
from benchmarks.mutations.names import letters

_SHOWN = re.compile(r"\(@(?P<handle>\w{5,})\)")
_HANDLE = re.compile(r"(?<![\w(/])@(?P<handle>\w{5,})\b")
_TAIL = re.compile(r"\(@\w+\)[^<\n]{0,20}<a [^>]*/status/\d{17,19}[^>]*>[^<]*?(?P<year>20[12]\d)</a>")


def shown(claim: Claim) -> Iterator[Edit]:
    """The handle in a post's tail, against the one in its link."""
    for found in _SHOWN.finditer(claim.text):
        new = _slip(found["handle"])
        if new and f"/{found['handle']}/status/" in claim.text:
            yield Edit(*found.span("handle"), new)


def year(claim: Claim) -> Iterator[Edit]:
    """A post's tail dated a year before its id."""
    for found in _TAIL.finditer(claim.text):
        yield Edit(*found.span("year"), str(int(found["year"]) - 1))


def spelled(claim: Claim) -> Iterator[Edit]:
    """A handle in the prose, against the account's own; what stands within a post is left alone."""
    for found in _HANDLE.finditer(claim.text):
        new = _slip(found["handle"])
        near = claim.text[max(0, found.start() - 25) : found.end() + 25]
        if (
            new
            and found["handle"] in claim.owners
            and " ".join(near.split()) not in " ".join(claim.evidence.split())
        ):
            yield Edit(*found.span("handle"), new)


def _slip(handle: str) -> str | None:
    """Two letters swapped, or one dropped where none can be."""
    return letters(handle) or handle[:-2] + handle[-1]


SORTS = (
    Sort("post: its year, against its id", ("post.id-date",), year, whole=True),
    Sort("handle: letters, against the link", ("handle.permalink",), shown, whole=True),
    Sort("handle: letters, in the prose", ("handle.spelling",), spelled, whole=True),
)
