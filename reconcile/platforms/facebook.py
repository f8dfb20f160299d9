"""Facebook.

Links and embeds: https://developers.facebook.com/docs/plugins/embedded-posts and
https://developers.facebook.com/docs/plugins/embedded-video-player. Its ids carry no time.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from reconcile.markup.embedded import Embedded
from reconcile.markup.rendering import render
from reconcile.patterns import lazy_re
from reconcile.platforms import Address, PostLink, parse_link, reserved, split_url
from reconcile.shown_dates import match_shown_date

if TYPE_CHECKING:
    from bs4 import Tag

NAME = "Facebook"
HOSTS = frozenset({"facebook.com", "fb.com", "fb.watch"})
EMBED_CLASSES = frozenset({"fb-post", "fb-video", "fb-xfbml-parse-ignore"})
EMBED_TAGS = frozenset({"amp-facebook", "fb:post", "fb:video"})

#: Parts of a path after the account that a post's key follows.
_KINDS = frozenset({"posts", "videos", "photos", "reel", "permalink"})
_HANDLE = lazy_re(r"[\w.-]{2,80}")
#: The frames that show a post; others show a page, a like button, comments.
_FRAMES = (("plugins", "post.php"), ("plugins", "post"), ("plugins", "video.php"), ("plugins", "video"))


def read_link(address: Address) -> PostLink | None:
    """A post (`/user/posts/KEY`, `permalink.php?story_fbid=`, `photo?fbid=`, `watch?v=`, a frame's)."""
    parts, host = address.parts, address.host
    if parts[:1] == ("plugins",):
        return _framed(address)
    if host.endswith("fb.watch"):
        return _post(host, None, parts[0], f"https://fb.watch/{parts[0]}/") if len(parts) == 1 else None
    if key := address.option("story_fbid") or address.option("fbid"):
        page, who = parts[0] if parts else "photo", address.option("id")
        url = f"https://www.facebook.com/{page}?story_fbid={key}" + (f"&id={who}" if who else "")
        return _post(host, None, key, url)
    if parts[:1] in (("watch",), ("video.php",)) and (key := address.option("v")):
        return _post(host, None, key, f"https://www.facebook.com/watch/?v={key}")
    if parts[:1] == ("reel",) and len(parts) > 1:
        return _post(host, None, parts[1], f"https://www.facebook.com/reel/{parts[1]}")
    taken = parts[:1] and parts[0] in reserved("facebook")
    for i, part in enumerate(parts[1:4], 1):
        if part in _KINDS and len(parts) > i + 1:
            url = f"https://www.facebook.com/{'/'.join(parts)}"
            return _post(host, None if taken else parts[0], parts[-1], url)
    if len(parts) != 1 or taken or not _HANDLE.fullmatch(parts[0]):
        return None
    return PostLink("facebook", parts[0], None, host, f"https://www.facebook.com/{parts[0]}")


def _framed(address: Address) -> PostLink | None:
    """The post in `plugins/post.php?href=` or `plugins/video.php?href=`."""
    inner = split_url(address.option("href") or "") if address.parts[:2] in _FRAMES else None
    if inner is None or inner.parts[:1] == ("plugins",):
        return None
    link = read_link(inner)
    return link if link and link.status_id else None


def _post(host: str, handle: str | None, key: str, url: str) -> PostLink:
    return PostLink("facebook", handle, key, host, url)


def read_embed(tag: Tag, link: PostLink | None) -> Embedded:
    """The fallback that the share dialog gives: the words, then "Posted by Page on date", both linked."""
    rendering = render(tag)
    known = [
        (mark, to) for mark in rendering.links if (to := parse_link(mark.value)) and to.platform == "facebook"
    ]
    dates = [mark for mark, to in known if to.status_id and match_shown_date(mark.span.of(rendering.text))]
    if not dates:
        return Embedded(_words(rendering.text, [mark.span.of(rendering.text) for mark in rendering.links]))
    pages = [(mark, to) for mark, to in known if not to.status_id and mark.span.end <= dates[-1].span.start]
    first = pages[-1][0] if pages else dates[-1]
    tail = rendering.text.rfind("\n", 0, first.span.start) + 1
    return Embedded(
        text=_words(rendering.text[:tail], ()),
        tail=rendering.text[tail : dates[-1].span.end],
        name=pages[-1][0].span.of(rendering.text) if pages else None,
        handle=pages[-1][1].handle if pages else None,
        shown_date=dates[-1].span.of(rendering.text),
        href=dates[-1].value,
    )


def _words(text: str, labels: Collection[str]) -> str | None:
    """The lines that are no link's own label."""
    return "\n".join(line for line in text.split("\n") if line not in labels).strip() or None
