"""Our own form: an object with the fields of a post as a report prints them.

Names that spreadsheets and other tools use for the same fields are taken, too: a table in CSV comes this way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from reconcile.model import Post
from reconcile.platforms import leaves, parse_link, platform_name
from reconcile.reading.exports import Json, Misfit, make_post, text_of

FORM = "jsonl"

#: Field -> the names that are taken for it, the first being ours.
NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "full_text", "content", "body", "message", "tweet", "post", "caption", "description"),
    "platform": ("platform", "network", "source_platform", "service", "site"),
    "handle": ("handle", "username", "screen_name", "user_name", "author_handle", "account", "user", "acct"),
    "author_name": ("author_name", "display_name", "displayname", "name", "author", "full_name"),
    "posted": (
        "posted",
        "posted_at",
        "created_at",
        "date",
        "datetime",
        "published",
        "published_at",
        "timestamp",
        "time",
    ),
    "url": ("url", "link", "permalink", "tweet_url", "post_url", "href"),
    "status_id": ("status_id", "tweet_id", "post_id", "id_str", "id"),
}
#: What platforms are called, where it is neither our name nor the one that they give themselves.
_PLATFORMS = {
    "twitter": "x",
    "x (twitter)": "x",
    "twitter/x": "x",
    "x/twitter": "x",
    "x.com": "x",
    "twitter.com": "x",
    "bsky": "bluesky",
    "fb": "facebook",
    "insta": "instagram",
    "ig": "instagram",
    "fediverse": "mastodon",
}
#: A field this like one of ours is that, misspelt.
_NEAR = 0.75


def fits(record: Mapping[str, Json]) -> bool:
    """Whether the object has a text, and something that tells where it was posted or by whom."""
    return any(record.get(n) is not None for n in NAMES["text"]) and any(
        record.get(n) for field in ("platform", "handle", "url") for n in NAMES[field]
    )


def read(record: Mapping[str, Json], form: str = FORM) -> Iterator[Post]:
    """The object's post."""
    found = {field: text_of(record, *names) for field, names in NAMES.items()}
    text, platform, status = found["text"], (found["platform"] or "").casefold(), found["status_id"]
    if text is None:
        raise Misfit("'text' is empty")
    platform = _known(platform)
    if not platform and not (found["url"] and parse_link(found["url"])):
        misspelt = misspelt_field(record)
        raise Misfit("no 'platform', and no link that tells it" + (f"; {misspelt}" if misspelt else ""))
    if status and not _is_key(status) and not any(record.get(name) for name in NAMES["status_id"][:-1]):
        status = None  # an "id" that numbers the rows
    yield make_post(
        form,
        text,
        platform=platform or None,
        handle=found["handle"],
        author_name=found["author_name"],
        posted=found["posted"],
        url=found["url"],
        status_id=status,
    )


def misspelt_field(record: Mapping[str, Json]) -> str:
    """Which field was probably meant by one that is not known, as advice; "" where none is near.

    >>> misspelt_field({"plattform": "x", "text": "One."})
    "write 'platform' for 'plattform'"
    """
    taken = {name for names in NAMES.values() for name in names}
    for name in record:
        if name not in taken and (near := get_close_matches(name.casefold(), NAMES, 1, _NEAR)):
            return f"write {near[0]!r} for {name[:40]!r}"
    return ""


def _known(platform: str) -> str:
    """Our name of a platform, "" for none. Raises Misfit where it is none that is read."""
    own_names = {platform_name(each).casefold(): each for each in leaves()}
    known = _PLATFORMS.get(platform) or own_names.get(platform, platform)
    if known and known not in leaves():
        raise Misfit(f"the platform {platform[:40]!r} is not known; known are {', '.join(leaves())}")
    return known


def _is_key(identifier: str) -> bool:
    """Whether an `id` can be a platform's key rather than a row's number."""
    return len(identifier) >= 8 and not identifier.isalpha()
