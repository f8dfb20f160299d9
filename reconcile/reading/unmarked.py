"""Posts in a page that no markup tells from the prose: their tails stand in paragraphs like any other.

They are found as in flat text, in the prose alone, and only where a whole tail signs them.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from reconcile.model import Post, Segment, Span
from reconcile.platforms import id_time, parse_link

#: Forms of posts in flat text that are no accident in the prose of a page.
_SIGNED = frozenset({"tail", "shared"})


def may_hold_tail(text: str) -> bool:
    """A quick test whether "(@" stands in `text`, as in every tail that signs a post for sure."""
    return "(@" in text or "（@" in text


def find_unmarked(prose: str, language: str | None, links: Sequence[tuple[int, str]]) -> list[Post]:
    """The posts in `prose`, in order, without ids; `links` are the addresses in it, each with its offset."""
    if not may_hold_tail(prose):
        return []
    from reconcile.reading.bodies import Setting
    from reconcile.reading.chunks import layout_of
    from reconcile.reading.flat_posts import find_tailed

    found = find_tailed(prose, Setting("x", home=language, layout=layout_of(prose)))
    return [_linked(post, links) for post in found if _is_signed(post)]


def _is_signed(post: Post) -> bool:
    """Whether words, handle and date are there."""
    return post.form in _SIGNED and bool(post.text and post.handle and post.shown_date)


def _linked(post: Post, links: Sequence[tuple[int, str]]) -> Post:
    """`post` with the link that its date is."""
    shown = post.shown_date_span
    at = next((url for start, url in links if shown and shown.start - 1 <= start < shown.end), None)
    link = parse_link(at) if at else None
    if link is None or not link.status_id or link.platform != post.platform:
        return evolve(post, url=at or post.url)
    moment = id_time(link.platform, link.status_id) if post.posted is None else None
    if moment is not None:
        post = evolve(post, posted=moment.date(), posted_at=moment, posted_from="id")
    return evolve(post, url=at, status_id=link.status_id)


def numbered(posts: Sequence[Post], more: Sequence[Post]) -> tuple[Post, ...]:
    """Both, in the order in which they stand, with ids p1, p2 ..., quoting posts still pointing to quoted."""
    if not more:
        return tuple(posts)
    ordered = sorted(
        [*posts, *more], key=lambda post: (post.span.start, -post.span.end) if post.span else (0, 0)
    )
    names = {id(post): f"p{n}" for n, post in enumerate(ordered, 1)}
    by_old = {post.id: names[id(post)] for post in posts}
    return tuple(
        evolve(post, id=names[id(post)], parent=by_old.get(post.parent) if post.parent else None)
        for post in ordered
    )


def split_segments(segments: Sequence[Segment], spans: Sequence[Span]) -> tuple[Segment, ...]:
    """`segments` with `spans`, each of which lies in segments of prose, cut out as posts."""
    cut: list[Segment] = []
    for segment in segments:
        start = segment.span.start
        for span in spans:
            if not span.overlaps(Span(start, segment.span.end)):
                continue
            if span.start > start:
                cut.append(Segment(segment.kind, Span(start, span.start)))
            end = min(span.end, segment.span.end)
            cut.append(Segment("post", Span(max(start, span.start), end)))
            start = end
        if start < segment.span.end:
            cut.append(Segment(segment.kind, Span(start, segment.span.end)))
    return tuple(cut)
