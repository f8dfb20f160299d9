"""Words that an account only passed on: reposted ("RT @name: ...") or quoted in a post of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from reconcile.checks.finding import finding
from reconcile.model import Discrepancy, Dossier, Post, Span
from reconcile.patterns import lazy_regex
from reconcile.reading.reposts import REPOST

_REPOSTING = lazy_regex(
    r"\b(?:re-?post|retweet|re-?tweet|pass|forward|quot|shar|relay|repeat)\w*", regex.IGNORECASE
)


def passed_on(dossier: Dossier) -> Iterator[Discrepancy]:
    """post.nesting: the prose credits words to the account that only passed them on."""
    posts = {post.id: post for post in dossier.posts}
    owners = {account.handle.casefold(): e for e in dossier.entities for account in e.accounts}
    linked = {(link.claim, link.evidence) for link in dossier.links}
    for link in dossier.links:
        post = posts.get(link.evidence)
        passed = _repost_of(post, posts) if post else None
        if passed is None or (link.claim, passed.by_post) in linked or link.span.end <= passed.start:
            continue
        by, author = owners.get(passed.by.casefold()), owners.get(passed.author.casefold())
        claim = dossier.claim[link.claim]
        credited = claim.speaker or next(iter(claim.entities), None)
        if by is None or credited != by.id or by is author or _REPOSTING.search(claim.text):
            continue
        if author and (author.id in claim.entities or author.name.casefold() in claim.text.casefold()):
            continue
        message = f"The article credits this to {by.name}, who only passed on a post of @{passed.author}."
        evidence = dossier.excerpt(link.evidence, Span(passed.start, passed.start + len(passed.mark)))
        name = author.name if author else f"@{passed.author}"
        yield finding(
            "post.nesting",
            message,
            dossier.excerpt("document", claim.span),
            evidence if passed.mark else None,
            suggestion=name,
            confidence=0.85,
        )


class _Passed(NamedTuple):
    """A reposted or quoted message: whose it is, who passed it on, and the words that show it."""

    author: str
    by: str
    mark: str = ""
    #: Where those words begin in the post's text: what stands before them is the poster's own.
    start: int = 0
    #: The quoting post, whose own claims may be credited to its author.
    by_post: str = ""


def _repost_of(post: Post, posts: dict[str, Post]) -> _Passed | None:
    """How `post` came to be passed on, or None where its account wrote it."""
    match = REPOST.search(post.text or "")
    if match and post.handle:
        return _Passed(match["handle"], post.handle, match.group().rstrip(": "), match.start())
    outer = posts.get(post.parent or "")
    if outer and outer.handle and post.handle and outer.handle.casefold() != post.handle.casefold():
        return _Passed(post.handle, outer.handle, by_post=outer.id)
    return None
