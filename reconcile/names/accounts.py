"""The accounts that the documents show: the posts' authors, those mentioned in posts, those in the prose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from reconcile.model import Mention, Post
from reconcile.names.capitals import read_capitals
from reconcile.names.holders import read_offices
from reconcile.names.likeness import is_slip
from reconcile.patterns import lazy_regex

_NO_LETTERS = lazy_regex(r"[^\p{L}\p{M}\p{N}\s'’.&-]++")
#: No page shows so many accounts: those beyond them stay by themselves.
MOST_ACCOUNTS = 200


@frozen
class Holder:
    """An account as the documents show it."""

    platform: str
    handle: str
    #: What it calls itself, or None where it is only mentioned.
    shown: str | None
    #: Titles that stood before it in a post: "Senator @allessiaclaes".
    titles: tuple[str, ...] = ()
    #: Where the prose prints the handle in brackets behind a name, that name's end.
    behind: int | None = None


def accounts_shown(prose: str, posts: Sequence[Post]) -> list[Holder]:
    """Every account once: the posts' authors, then those mentioned in posts, then those in the prose."""
    found: dict[str, Holder] = {}
    platform = posts[0].platform if posts else "x"
    for post in posts:
        if post.handle:
            found.setdefault(post.handle.casefold(), Holder(post.platform, post.handle, post.author_name))
    for post in posts:
        titles = _titles_before(post.text or "")
        for span, handle in read_capitals(post.text or "").handles:
            title = titles.get(span.start)
            found.setdefault(
                handle.casefold(), Holder(post.platform, handle, None, (title,) if title else ())
            )
    for span, handle in read_capitals(prose).handles:
        if not _misprinted(handle, found):
            bracketed = prose[max(0, span.start - 2) : span.start] == " ("
            holder = found.get(handle.casefold(), Holder(platform, handle, None))
            found[handle.casefold()] = evolve(holder, behind=span.start - 2) if bracketed else holder
    return list(found.values())


def _misprinted(handle: str, known: dict[str, Holder]) -> bool:
    """Whether a handle of the prose is one of the evidence's, misspelt: it is no account of its own."""
    if handle.casefold() in known or len(known) > MOST_ACCOUNTS:
        return False
    return any(is_slip(handle.casefold(), other) for other in known)


def _titles_before(text: str) -> dict[int, str]:
    """Where a handle begins -> the canonical title that stands before it."""
    return {
        o.holder.start: o.title.name for o in read_offices(text) if o.holder and text[o.holder.start] == "@"
    }


def handle_mentions(prose: str, posts: Sequence[Post]) -> list[Mention]:
    """Every place of the prose and the posts where a handle is printed."""
    texts = {"document": prose} | {p.id: p.text or "" for p in posts}
    return [
        Mention(source, span, span.of(text), "handle")
        for source, text in texts.items()
        for span, _ in read_capitals(text).handles
    ]


@lru_cache(maxsize=256)
def shown_words(shown: str) -> str:
    """What an account calls itself without flags, emoji and ornaments."""
    return " ".join(_NO_LETTERS.sub(" ", shown).split())
