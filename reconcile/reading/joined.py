"""Posts supplied beside an article joined with those in it: one for a post that is both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve

from reconcile.errors import InputError
from reconcile.model import Post
from reconcile.patterns import lazy_regex

_WORD = lazy_regex(r"[\p{L}\p{N}]+")
_LINK = lazy_regex(r"https?://\S+|pic\.(?:twitter|x)\.com/\w+")


def join_posts(reproduced: Sequence[Post], supplied: Iterable[Post]) -> tuple[Post, ...]:
    """All posts with ids p1 ... pn, those in the article first; one for a post that is both.

    A supplied post is the same as one in the article where platform and status id agree, or where the account
    agrees and the words nearly do. What the article leaves out (link, name, date) is then filled from the
    supplied one, which stays at hand whole as `Post.supplied`.

    Raises InputError where something supplied is no Post.
    """
    joined: list[Post] = []
    known: dict[tuple[str, str], list[int]] = {}
    moved: dict[tuple[str, str], str] = {}
    for post in (*reproduced, *supplied):
        if not isinstance(post, Post):
            raise InputError(
                "posts",
                f"cannot hold a {type(post).__name__}",
                "give Post objects: read_posts(path) makes them",
            )
        keys = [(post.platform, f"@{post.handle}".casefold())] if post.handle else []
        keys += [(post.platform, post.status_id)] if post.status_id else []
        near = (i for key in keys for i in known.get(key, ()))
        same = (i for i in near if post.origin == "supplied" and _same(joined[i], post))
        at = next(same, len(joined))
        if at == len(joined):
            joined.append(post)
            for key in keys:
                known.setdefault(key, []).append(at)
        elif joined[at].origin == "reproduced" and joined[at].supplied is None:
            joined[at] = _filled(joined[at], post)
        moved.setdefault((post.origin, post.id), f"p{at + 1}")
    return tuple(
        evolve(post, id=f"p{n}", parent=moved.get((post.origin, post.parent)) if post.parent else None)
        for n, post in enumerate(joined, 1)
    )


def _same(known: Post, post: Post) -> bool:
    """Whether two posts of one platform, which share their account or their id, are one."""
    if known.status_id and post.status_id:
        return known.status_id == post.status_id
    a, b = _words(known.text), _words(post.text)
    if not a or not b:
        return False
    return a == b or (min(len(a), len(b)) >= 4 and _alike(a, b))


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether nine words in ten are shared, or the shorter is the other's beginning, cut."""
    short, long = sorted((a, b), key=len)
    if len(short) >= 6 and short[:-1] == long[: len(short) - 1]:
        return True
    shared = sum((Counter(a) & Counter(b)).values())
    return 2 * shared >= 0.9 * (len(a) + len(b))


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(_LINK.sub(" ", text or "")))


def _filled(known: Post, post: Post) -> Post:
    """The post of the article with what only the supplied one tells."""
    told = {
        name: getattr(post, name)
        for name in ("text", "author_name", "handle", "posted_at", "url", "status_id", "media", "links")
        if not getattr(known, name) and getattr(post, name)
    }
    if known.posted is None and post.posted is not None:
        told |= {"posted": post.posted, "posted_from": post.posted_from}
    elif "posted_at" in told and known.posted != post.posted:
        del told["posted_at"]
    if known.text is None and post.text is not None:
        told |= {
            "mentions": post.mentions,
            "hashtags": post.hashtags,
            "links": post.links,
            "media": post.media,
        }
    return evolve(known, supplied=post, **told)
