"""Where the article prints the handles of the accounts whose posts it reproduces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.model import Document, Post, Span


def handle_places(document: Document, posts: Sequence[Post]) -> Mapping[str, Span]:
    """For every handle (case folded) of a reproduced post: where it stands with its @ in the article's
    text.
    """
    places: dict[str, Span] = {}
    for post in posts:
        if not post.handle or post.span is None or post.handle.casefold() in places:
            continue
        span = _find(document.text, post.span, f"@{post.handle}")
        if span:
            places[post.handle.casefold()] = span
    return places


def _find(text: str, within: Span, shown: str) -> Span | None:
    """Where `shown` stands in a stretch of text, the last time, whatever its case."""
    part = within.of(text)
    at = part.rfind(shown)
    if at < 0:  # not printed as the account has it
        at = part.casefold().rfind(shown.casefold())
    return Span(within.start + at, within.start + at + len(shown)) if at >= 0 else None
