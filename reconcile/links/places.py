"""Where the reproduced posts stand among the claims: a weak sign, never a rule.

An outlet prints a post beside the sentences that retell it. Distance is counted in sentences of the prose, so
that posts printed one after the other are equally near.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reconcile.model import Post, Source, Statement

#: From so many sentences on, farther makes no difference.
FAR = 20
#: Fewer sentences than this, and the last is as much to the point as the first.
ROOM = 6
#: So many sentences open an article.
OPENING = 2


class Places:
    """The place of each reproduced post among the claims."""

    def __init__(self, claims: Sequence[Statement], posts: Sequence[Post]) -> None:
        starts = [claim.span.start for claim in claims]
        self._order = {claim.id: n for n, claim in enumerate(claims)}
        self._before: dict[Source, int] = {
            p.id: bisect_left(starts, p.span.start) for p in posts if p.span is not None
        }
        self._near: dict[int, list[Source]] = {}
        for source, before in self._before.items():
            for at in (before - 1, before):
                self._near.setdefault(at, []).append(source)

    def distance(self, claim: Statement, source: Source) -> int | None:
        """Sentences from the claim to the post: -1 right before it, 1 right after; None for no place."""
        before = self._before.get(source)
        if before is None:
            return None
        at = self._order[claim.id] - before
        return at if at < 0 else at + 1

    def opens(self, claim: Statement) -> bool:
        """Whether the claim is one of the first sentences."""
        return self._order[claim.id] < OPENING

    def depth(self, claim: Statement) -> float:
        """How far down the article the claim stands: 0 for the first sentence, 1 for the last.

        A short item has no room for background; a release or a post is no article.
        """
        if claim.source != "document":
            return 0.0
        return self._order[claim.id] / max(ROOM, len(self._order) - 1)

    def near(self, claim: Statement) -> Sequence[Source]:
        """The posts right before or right after the claim."""
        return self._near.get(self._order[claim.id], ())
