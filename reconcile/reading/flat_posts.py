"""The posts that flat text reproduces: by their tails, as cards, and those that have lost their tail."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from reconcile.lexicons import load_words
from reconcile.model import Post, Span
from reconcile.patterns import lazy_regex
from reconcile.reading.bodies import Setting, find_body
from reconcile.reading.linked_tails import find_linked_tails
from reconcile.reading.printed_cards import Card, find_cards
from reconcile.reading.register import introduces, likeness, marks_of, post_likeness
from reconcile.reading.tails import Tail, find_tails
from reconcile.reading.tokens import hashtags_of, links_of, media_of, mentions_of
from reconcile.reading.untailed import Untailed, find_untailed, platform_named
from reconcile.shown_dates import ShownDate

_LINE_END = lazy_regex(r"[^\S\n]*+(?:\n|\Z)")
_PARAGRAPH = lazy_regex(r"\s*+(?P<words>[^\n]++(?:\n[^\S\n]*+[^\s][^\n]*+)*+)")
_LINE_MARK = lazy_regex(r"\n[^\S\n]*[>*•|\[(-]{1,3}[^\S\n]*\Z")
#: "..., it said on Monday." closes a sentence of prose.
_ATTRIBUTED = lazy_regex(r",[”\"]?\s(?:[\p{L}\p{M}.'’-]+\s){1,5}?(?P<verb>\p{L}+)(?:\s[^.\n]{0,60})?\.\Z")
#: A tail without date and link must have a body that reads this much like a post.
_UNDATED = 0.3
#: Prose that stands before a tail alone: by so much longer than the platform allows.
_TOO_LONG = 420


def find_posts(text: str, home: Setting) -> list[Post]:
    """The posts in `text`, in order, without ids; `home` holds the article's language and layout."""
    posts = find_tailed(text, home)
    taken = [post.span for post in posts if post.span]
    cards = [card for card in find_cards(text) if not any(card.span.overlaps(span) for span in taken)]
    quoted = [False, *(card.quotes for card in cards)]
    posts += [_from_card(text, card, nested) for card, nested in zip(cards, quoted, strict=False)]
    posts.sort(key=_start)
    taken = [post.span for post in posts if post.span]
    posts += [_from_body(text, untailed) for untailed in find_untailed(text, taken, home)]
    return sorted(posts, key=_start)


def find_tailed(text: str, home: Setting) -> list[Post]:
    """Those of the posts in `text` that a tail signs, in order, without ids."""
    return list(_tailed(text, home))


def _start(post: Post) -> int:
    return post.span.start if post.span else 0


# -- with a tail ----------------------------------------------------------------------------------------


@frozen
class _Found:
    """A body, and whether its start is beyond doubt."""

    span: Span
    sure: bool
    #: The body stands behind its head: "Name (@handle) date", then the words.
    headed: bool = False


def _tailed(text: str, home: Setting) -> Iterator[Post]:
    floor = 0
    tails = _every_tail(text)
    for n, tail in enumerate(tails):
        ceiling = tails[n + 1].span.start if n + 1 < len(tails) else len(text)
        found = _body(text, floor, ceiling, tail, home)
        if found is None:
            continue
        post = _from_tail(text, tail, found, floor)
        if post.span is not None:
            yield post
            floor = post.span.end


def _every_tail(text: str) -> list[Tail]:
    """The tails signed by a handle, and those signed by a link where no handle stands."""
    signed = find_tails(text)
    linked = [t for t in find_linked_tails(text) if not any(t.span.overlaps(s.span) for s in signed)]
    return sorted([*signed, *linked], key=lambda t: t.span.start) if linked else signed


def _body(text: str, floor: int, ceiling: int, tail: Tail, home: Setting) -> _Found | None:
    """The body of `tail`; an empty one where prose alone stands before it; None where it is no tail."""
    end = _before_blanks(text, floor, tail.span.start)
    setting = Setting(
        platform=tail.platform,
        day=tail.shown.date if tail.shown else None,
        goes_on=_LINE_END.match(text, tail.span.end) is None,
        own_line="\n" in text[end : tail.span.start],
        home=home.home,
        author=tail.name or "",
        layout=home.layout,
    )
    body = find_body(text, floor, end, setting)
    words = body.span.of(text)
    if tail.form == "undashed":
        after = _PARAGRAPH.match(text, tail.span.end, ceiling)
        if after is not None and post_likeness(after["words"]) > post_likeness(words) + 0.5:
            return _Found(Span(after.start("words"), after.end("words")), sure=False, headed=True)
    if tail.bare and likeness(marks_of(words)) < _UNDATED:
        return None
    if setting.own_line and _is_prose(words, tail):
        return _Found(Span(tail.span.start, tail.span.start), sure=True)
    return _Found(body.span, body.sure)


def _is_prose(words: str, tail: Tail) -> bool:
    """Whether what stands above a tail is beyond doubt the outlet's own paragraph: the tail stands alone."""
    marks = marks_of(words)
    if marks.tokens or marks.style > 0.2:
        return False
    told = _ATTRIBUTED.search(words[-160:]) if words.endswith(".") else None
    if told is not None and told["verb"] in load_words("register", "prose_words"):
        return True
    about = marks.saying > 0 and bool(tail.name) and str(tail.name) in words
    return about or marks.saying > 1 or (tail.platform == "x" and len(words) > _TOO_LONG)


def _from_tail(text: str, tail: Tail, found: _Found, floor: int) -> Post:
    body = found.span
    words = body.of(text)
    start = tail.span.start if found.headed or not words else body.start
    end = body.end if found.headed else tail.span.end
    post = _post(text, Span(start, end), body, tail.platform, tail.shown)
    platform = tail.platform
    if platform == "x" and tail.link is None and (named := _announced_platform(text, floor, start)):
        platform = named
    link = tail.link if tail.link and tail.link.status_id else None
    return evolve(
        post,
        platform=platform,
        author_name=tail.name,
        handle=tail.handle,
        url=tail.url,
        status_id=link.status_id if link else None,
        boundary="sure" if found.sure else "unsure",
        form=tail.form,
    )


def _announced_platform(text: str, floor: int, start: int) -> str | None:
    """The platform that the line before a post names, where it announces the post."""
    end = _before_blanks(text, floor, start)
    line = text[max(floor, text.rfind("\n", floor, end) + 1, end - 300) : end]
    return platform_named(line) if introduces(line) else None


# -- without --------------------------------------------------------------------------------------------


def _from_card(text: str, card: Card, nested: bool) -> Post:
    """`nested`: the post before it quotes it; the id of that one is not known yet."""
    post = _post(text, card.span, card.body, card.platform, card.shown)
    parent = "before" if nested else None
    if card.platform == "x" and (named := _announced_platform(text, 0, card.span.start)):
        post = evolve(post, platform=named)
    return evolve(post, author_name=card.name, handle=card.handle, parent=parent, form="card")


def _from_body(text: str, found: Untailed) -> Post:
    post = _post(text, found.body, found.body, found.platform, None)
    return evolve(post, handle=found.handle, boundary="unsure", form="body")


def _post(text: str, span: Span, body: Span, platform: str, shown: ShownDate | None) -> Post:
    words = body.of(text)
    return Post(
        id="",
        origin="reproduced",
        platform=platform,
        text=words,
        span=span,
        body=body if words else None,
        posted=shown.date if shown else None,
        posted_at=shown.moment if shown else None,
        posted_from="shown" if shown and shown.date else None,
        shown_date=shown.span.of(text) if shown else None,
        shown_date_span=shown.span if shown else None,
        mentions=mentions_of(words),
        hashtags=hashtags_of(words),
        links=links_of(words),
        media=media_of(words),
    )


def _before_blanks(text: str, floor: int, end: int) -> int:
    """`end`, moved back over blanks, and over a list or quotation mark or a bracket that begins the line."""
    mark = _LINE_MARK.search(text, max(floor, end - 20), end)
    end = mark.start() if mark else end
    while end > floor and (text[end - 1].isspace() or text[end - 1] in "\u200e\u200f"):
        end -= 1
    return end
