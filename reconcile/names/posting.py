"""Sentences of the prose that say who posted: "the ministry wrote on its official account", "Moss tweeted"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from attrs import frozen

from reconcile.lexicons import load_groups, load_toml, load_words
from reconcile.model import Dossier, Post, Quotation, Span, Statement

#: How much of a post's words a quotation must have to be the post's (share of its words).
_SAME_WORDS = 0.8
_WORDS = regex.compile(r"\w++")


@frozen
class Posting:
    """Who, by the prose, posted which posts, and where it says so."""

    poster: str
    posts: tuple[Post, ...]
    #: From the poster's name to the account or the network.
    span: Span
    #: An account is spoken of: "its official account".
    account: bool


def read_postings(dossier: Dossier) -> Iterator[Posting]:
    """Every sentence that names a poster whose words are one of the posts at hand."""
    for claim in dossier.claims:
        match = _phrase().search(claim.text)
        if match is None or claim.speaker is None:
            continue
        posts = _posts_of(dossier, claim)
        if not posts:
            continue
        begin, end = claim.span.start + match.start(), claim.span.start + match.end()
        subject = _subject(dossier, claim, begin)
        start = subject.start if subject and begin - subject.end < 60 else begin
        if subject and subject.start > begin:
            start, end = begin, max(end, subject.end)
        yield Posting(claim.speaker, posts, Span(start, end), match["account"] is not None)


def _posts_of(dossier: Dossier, claim: Statement) -> tuple[Post, ...]:
    """The posts that the claim tells of: whose words it quotes, else those that bear it out."""
    quoted = tuple(
        p
        for p in dossier.posts
        if p.text and any(_quotes(f, p.text) for f in claim.facts if isinstance(f, Quotation))
    )
    if quoted or any(isinstance(f, Quotation) for f in claim.facts):
        return quoted
    linked = {link.evidence for link in dossier.links if link.claim == claim.id}
    return tuple(p for p in dossier.posts if p.id in linked)


def _quotes(quotation: Quotation, text: str) -> bool:
    words = [w.casefold() for w in _WORDS.findall(quotation.text)]
    have = {w.casefold() for w in _WORDS.findall(text)}
    return len(words) >= 3 and sum(w in have for w in words) >= _SAME_WORDS * len(words)


def _subject(dossier: Dossier, claim: Statement, cue: int) -> Span | None:
    """Where the claim names its speaker nearest to the cue."""
    entity = next((e for e in dossier.entities if e.id == claim.speaker), None)
    spans = (
        [m.span for m in entity.mentions if m.source == "document" and claim.span.holds(m.span)]
        if entity
        else []
    )
    return min(spans, key=lambda s: abs(s.start - cue), default=None)


@cache
def _phrase() -> regex.Pattern[str]:
    """A verb of posting with its network or account, or one that needs neither: "tweeted"."""
    written = load_groups("reporting", "written")
    saying = [
        f for g in load_toml("reporting").values() if isinstance(g, dict) for fs in g.values() for f in fs
    ]
    networks = [
        "x",
        "twitter",
        "facebook",
        "instagram",
        "bluesky",
        "mastodon",
        "threads",
        "telegram",
        "tiktok",
        "truth social",
        "linkedin",
        "reddit",
        "youtube",
        "social media",
    ]
    return regex.compile(
        r"\b(?:(?:\L<saying>)(?:\s(?:that|it|this))?(?:\s\w++){0,3}?\s(?:on|via|through|from|in)\s"
        r"(?:(?P<account>(?:(?:its|his|her|their|the|an?|\p{Lu}\w*+['’]s)\s)?(?:\w++\s){0,2}\L<accounts>)|(?:\L<networks>))"
        r"|tweeted|retweeted)\b",
        regex.IGNORECASE,
        saying=sorted({*saying, *(f for fs in written.values() for f in fs)}),
        accounts=sorted(load_words("names", "accounts")),
        networks=networks,
    )
