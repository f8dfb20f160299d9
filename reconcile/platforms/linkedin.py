"""LinkedIn.

Links and embeds: https://www.linkedin.com/help/linkedin/answer/a529023 and
https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/urns. Ids: their upper 41 bits are
milliseconds since 1970, as https://github.com/Ollie-Boyd/Linkedin-post-timestamp-extractor found.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from reconcile.patterns import lazy_re
from reconcile.platforms import Address, PostLink

NAME = "LinkedIn"
HOSTS = frozenset({"linkedin.com"})

_URN = lazy_re(r"urn:li:(?P<kind>activity|share|ugcPost):(?P<key>\d{10,25})")
_SLUG = lazy_re(
    r"(?P<who>[\w%.-]{1,100}?)_(?:[^_]*-)?(?P<kind>activity|share|ugcPost)-(?P<key>\d{10,25})(?:-\w{1,10})?"
)


def read_link(address: Address) -> PostLink | None:
    """A post (`/feed/update/URN`, `/embed/feed/update/URN`, `/posts/who_title-activity-1-x`) or `/in/who`."""
    parts, host = address.parts, address.host
    if len(parts) >= 2 and parts[0] == "posts" and (slug := _SLUG.fullmatch(parts[1])):
        return PostLink(
            "linkedin", slug["who"], slug["key"], host, f"https://www.linkedin.com/posts/{parts[1]}"
        )
    if "update" in parts[:3] and (urn := _URN.search("/".join(parts))):
        return PostLink("linkedin", None, urn["key"], host, f"https://www.linkedin.com/feed/update/{urn[0]}/")
    if len(parts) >= 2 and parts[0] in ("in", "company", "school"):
        return PostLink("linkedin", parts[1], None, host, f"https://www.linkedin.com/{parts[0]}/{parts[1]}/")
    return None


def time_of(status_id: str) -> datetime | None:
    """The moment in an activity's, share's or post's number."""
    if not (status_id.isascii() and status_id.isdigit()) or len(status_id) != 19 or int(status_id) >= 2**63:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(status_id) >> 22)
    return moment if moment.year >= 2012 else None
