"""What the article's copy of a post has otherwise than the post itself, where that was supplied beside it."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import finding, shorten
from reconcile.model import Discrepancy, Dossier, Excerpt, Post
from reconcile.patterns import lazy_regex

_WORD = lazy_regex(r"[\p{L}\p{N}]+")
_LINK = lazy_regex(r"\S+\.\p{L}{2,}/\S*")


def differences(dossier: Dossier, post: Post, claimed: Excerpt) -> Iterator[Discrepancy]:
    """The account, the day and the words in which the two differ."""
    own = post.supplied
    if own is None:
        return
    if own.handle and post.handle and own.handle.casefold() != post.handle.casefold():
        message = f"The article shows the post as @{post.handle}'s; the post supplied is @{own.handle}'s."
        yield finding("handle.spelling", message, claimed, suggestion=f"@{own.handle}", confidence=0.95)
    days_apart = abs((own.posted - post.posted).days) if own.posted and post.posted else 0
    if days_apart > 1 and post.posted_from == "shown":  # one day: the zone of the page and of the data
        message = f"The article dates the post {post.posted}; the post supplied is of {own.posted}."
        suggestion = own.posted.isoformat() if own.posted else None
        yield finding("time.date", message, claimed, suggestion=suggestion, confidence=0.95)
    if post.body and own.text and _words(own.text) != _words(post.text or ""):
        message = f"The article's copy of the post differs from the post supplied: “{shorten(own.text)}”"
        copy = dossier.excerpt("document", post.body)
        yield finding("quote.alteration", message, copy, suggestion=own.text, confidence=0.8)


def _words(text: str) -> list[str]:
    """The words of a post, without links and media stubs, which every copy writes in its own way."""
    return _WORD.findall(_LINK.sub(" ", text).casefold())
