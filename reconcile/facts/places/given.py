"""The places of the evidence that a claim's place is held against."""

from __future__ import annotations

from typing import NamedTuple

from reconcile.model import Place, Statement

#: What a comparison of places calls itself.
FEATURE = "place"


class Given(NamedTuple):
    """A place of the evidence, with its statement."""

    statement: Statement
    place: Place
