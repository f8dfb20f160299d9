"""Whether a post can be what it is shown as: id, date, link, handle, length (`post.*`, `handle.permalink`).

A date is held against the moment in the id over all zones from UTC-12 to UTC+14: an outlet's page shows the
reader's zone. What a link does not tell (`/i/status/1`, a reserved path) is no mismatch.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from reconcile.checks.finding import finding, shorten
from reconcile.checks.post.copies import differences
from reconcile.checks.post.nesting import passed_on
from reconcile.model import Discrepancy, Dossier, Excerpt, Post, Span
from reconcile.platforms import PostLink, id_time, leaves, parse_link, split_url
from reconcile.reading.tokens import weighted_length
from reconcile.text import bare

_WEST, _EAST = timedelta(hours=-12), timedelta(hours=14)
#: An id may be this much younger than the article that shows it: articles are updated.
_UPDATE_ROOM = timedelta(days=366)
#: Platforms whose ids are plain numbers, and the most digits that one can have (63 bits).
_NUMERIC, _MOST_DIGITS = ("x", "tiktok", "truthsocial"), 19
#: The id's time is when the upload began; the post may have been shown later.
_BEGUN_EARLIER = ("instagram",)
#: X's limits by the day on which they came (developer.x.com/en/docs/counting-characters).
_X_LIMITS = ((date(2023, 2, 8), 25_000), (date(2017, 11, 7), 280), (date.min, 140))
_CONFUSABLE = str.maketrans({"I": "l", "1": "l", "0": "o", "O": "o"})


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """What is wrong with the posts themselves."""
    seen: dict[tuple[str, str], Post] = {}
    for post in dossier.posts:
        claimed = _tail(dossier, post)
        if claimed is None:
            continue
        link = _link_of(post)
        yield from _id_form(dossier, post, claimed)
        yield from _id_date(post, claimed)
        yield from _permalink(post, link, claimed)
        yield from _handle(post, link, claimed)
        yield from _wholeness(post, claimed)
        yield from _duplicate(seen, post, claimed)
        yield from differences(dossier, post, claimed)
    yield from passed_on(dossier)


def _tail(dossier: Dossier, post: Post) -> Excerpt | None:
    """Where the article shows whose the post is: its tail, or all of it; None where it shows none."""
    if post.span is None:
        return None
    start = post.body.end if post.body and post.body.end < post.span.end else post.span.start
    text = dossier.texts["document"]
    words = text[start : post.span.end]
    start += len(words) - len(words.lstrip())
    return dossier.excerpt(
        "document", Span(start, max(start, post.span.end - (len(words) - len(words.rstrip()))))
    )


def _link_of(post: Post) -> PostLink | None:
    """What the post's link leads to; on a platform of many hosts its own reader knows an account's page."""
    if not post.url:
        return None
    address = split_url(post.url)
    if (link := parse_link(post.url)) or address is None or post.platform not in leaves():
        return link
    server = (post.handle or "").rpartition("@")[2]
    own: PostLink | None = leaves()[post.platform].read_link(address) if server == address.host else None
    return own


def _id_form(dossier: Dossier, post: Post, claimed: Excerpt) -> Iterator[Discrepancy]:
    """post.id-form: an id that cannot be one."""
    if post.status_id is None or post.platform not in _NUMERIC:
        return
    key, problem = post.status_id, ""
    moment = id_time(post.platform, key)
    published = dossier.document.published
    if not (key.isascii() and key.isdigit()):
        problem = "is not a number"
    elif len(key) > _MOST_DIGITS or int(key) >= 2**63:
        problem = f"is too long: {len(key)} digits, where {_MOST_DIGITS} are the most"
    elif moment and published and moment.date() > published + _UPDATE_ROOM:
        problem = f"would be of {moment:%d %B %Y}, more than a year after the article"
    if problem:
        yield finding(
            "post.id-form", f"The status id {shorten(key, 40)} {problem}.", claimed, confidence=0.98
        )


def _id_date(post: Post, claimed: Excerpt) -> Iterator[Discrepancy]:
    """post.id-date: a shown date that the id's time gives in no zone."""
    if post.posted is None or post.status_id is None or post.posted_from != "shown":
        return
    moment = id_time(post.platform, post.status_id)
    if moment is None:
        return
    first, last = (moment + _WEST).date(), (moment + _EAST).date()
    if first <= post.posted <= last or (post.platform in _BEGUN_EARLIER and post.posted > last):
        return
    message = (
        f"The post is shown with the date {post.posted.isoformat()}, but its id {post.status_id} "
        f"was made on {moment:%Y-%m-%d at %H:%M} UTC."
    )
    yield finding("post.id-date", message, claimed, suggestion=_like(post, moment), confidence=0.99)


def _like(post: Post, moment: datetime) -> str:
    """The id's day in the manner of the shown date, where it is an English one; else ISO 8601."""
    day = moment.astimezone(UTC).date()
    shown = post.shown_date or ""
    if shown.startswith(f"{post.posted:%B}" if post.posted else " "):
        return f"{day:%B} {day.day}, {day.year}"
    if post.posted and f"{post.posted.day} {post.posted:%B}" in shown:
        return f"{day.day} {day:%B} {day.year}"
    return day.isoformat()


def _permalink(post: Post, link: PostLink | None, claimed: Excerpt) -> Iterator[Discrepancy]:
    """post.permalink: a link to no status, or to a host that only looks like the platform's."""
    if not post.url:
        return
    address = split_url(post.url)
    if link is None and address and _looks_like(address.host, post.platform):
        message = f"The post's link leads to {shorten(address.host)}, which only looks like the platform."
        yield finding("post.permalink", message, claimed, confidence=0.97)
    elif link is not None and link.status_id is None and link.platform == post.platform:
        message = f"The post's link leads to an account's page, not to a post: {shorten(post.url)}"
        yield finding("post.permalink", message, claimed, confidence=0.95)


def _looks_like(host: str, platform: str) -> bool:
    """Whether a foreign host carries one of the platform's in its name, or in look-alike letters."""
    labels = host.split(".")
    for own in leaves()[platform].HOSTS:
        if f".{own}." in f".{host}." or f".{own}-" in f".{host}":
            return True  # "x.com.example.net", "x.com-status.example"
        name = own.split(".")[0]
        if len(name) > 4 and any(name in label or _skeleton(label) == _skeleton(name) for label in labels):
            return True
    return False


def _skeleton(word: str) -> str:
    """A word under which look-alikes meet: `rn` for m, 1 and capital i for l, 0 for o, accents dropped."""
    return bare(word.translate(_CONFUSABLE)).replace("rn", "m").replace("vv", "w").replace("i", "l")


def _handle(post: Post, link: PostLink | None, claimed: Excerpt) -> Iterator[Discrepancy]:
    """handle.permalink: the handle shown and the one in the link differ."""
    if not (post.handle and link and link.handle and link.status_id and link.platform == post.platform):
        return
    shown, linked = post.handle, link.handle
    if shown.casefold() == linked.casefold() or post.form == "id":
        return
    alike = _skeleton(shown) == _skeleton(linked)
    message = f"The post is shown as @{shown}'s, but its link leads to @{linked}."
    if alike:
        message = message[:-1] + ", which only looks the same."
    yield finding("handle.permalink", message, claimed, confidence=0.98 if alike else 0.95)


def _wholeness(post: Post, claimed: Excerpt) -> Iterator[Discrepancy]:
    """post.length, post.truncated and post.orphan, all notes."""
    text = (post.text or "").strip()
    if post.platform == "x" and text:
        day = post.posted or date.max
        limit = next(limit for since, limit in _X_LIMITS if day >= since)
        length = weighted_length(text)
        if length > limit:
            message = (
                f"The post's text weighs {length} characters; X allowed {limit} then: prose may be in it."
            )
            yield finding("post.length", message, claimed, confidence=0.7)
    if text.endswith(("...", "…")) and len(text) > 40:
        yield finding("post.truncated", "The post's text is cut off at its end.", claimed, confidence=0.6)
    if post.span and post.text == "":
        yield finding(
            "post.orphan", "The tail of a post stands here without its text.", claimed, confidence=0.8
        )
    elif text and not post.handle and not post.author_name and not post.status_id:
        yield finding(
            "post.orphan", "A post's text stands here without telling whose it is.", claimed, confidence=0.6
        )


def _duplicate(seen: dict[tuple[str, str], Post], post: Post, claimed: Excerpt) -> Iterator[Discrepancy]:
    """post.duplicate: the article shows a post twice."""
    words = " ".join((post.text or "").casefold().split())
    keys = [(post.platform, post.status_id)] if post.status_id else []
    if len(words) > 30:
        keys.append((f"{post.platform} @{(post.handle or '').casefold()}", words))
    if any(key in seen for key in keys):
        yield finding(
            "post.duplicate", "The article shows this post a second time.", claimed, confidence=0.95
        )
    seen.update((key, post) for key in keys)
