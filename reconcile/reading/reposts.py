"""Posts that only pass on what another account wrote: "RT @adamoss: ..."."""

from __future__ import annotations

from reconcile.patterns import lazy_regex

#: The mark, wherever in a post it stands; what is before it are the poster's own words.
REPOST = lazy_regex(r"(?<!\S)RT:?\s?@(?P<handle>\w{1,20}):?\s?")


def reposted_from(text: str) -> str | None:
    """The handle, without its @, whose words all of a post are; None where it has words of its own.

    >>> reposted_from("RT @adamoss: Good night."), reposted_from("Well said! RT @adamoss: Good night.")
    ('adamoss', None)
    """
    match = REPOST.match(text.lstrip())
    return match["handle"] if match else None
