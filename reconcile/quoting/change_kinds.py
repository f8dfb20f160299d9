"""The kinds of change between a quotation and its source, and one such change: its kind and its place."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

ChangeKind: TypeAlias = Literal[
    "elision-meaning", "splice", "alteration", "paraphrase", "elision-unmarked", "elision-marked", "form"
]


class Change(NamedTuple):
    """What was changed, where: words `first` up to `end` of the quotation, `at` up to `stop` of the source."""

    kind: ChangeKind
    first: int
    end: int
    at: int
    stop: int
    confidence: float
