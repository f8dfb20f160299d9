"""Through which channel it was said: a post, a release, an interview, a speech, a court."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

import regex

from reconcile.checks.attribution.speaker import FIRM, last_name
from reconcile.checks.finding import finding, named, shorten
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Discrepancy, Dossier, Link, Quotation, Span, Statement
from reconcile.patterns import lazy_regex
from reconcile.platforms import leaves, platform_name
from reconcile.quoting.sources import Placed, Quoted
from reconcile.sentences import reporting_verbs

#: A post that stands so near behind a sentence is introduced by it (characters).
_RIGHT_BEHIND = 400
#: A family name of so many letters tells whose account it is.
_TELLING = 4
_CHANNELS = ("interview", "court", "speech", "release", "post")
_TOLD_MEDIA = lazy_regex(
    r"\b(?:told|telling|spoke to|speaking to|talking to|in conversation with|speaking with)\s(?:\p{L}+\s){0,4}?"
    r"(?:newspaper|paper|radio|broadcaster|station|daily|weekly|magazine|agency|television|TV|programme|podcast|reporters?|"
    r"journalists?|correspondent|outlet|website|channel)\b"
    r"|\bin an? (?:\p{L}+\s){0,3}?(?:interview|conversation)\b",
    regex.IGNORECASE,
)


def other_channel(
    dossier: Dossier, quoted: Quoted, same: Sequence[Placed], near: Sequence[Placed]
) -> Iterator[Discrepancy]:
    """A finding where the prose names a channel, and the words stand in another alone."""
    named_ones = list(_named_channels(dossier, quoted.claim))
    if not named_ones:
        return
    actual = {("post" if placed.source.startswith("p") else "release") for placed in near}
    channels = {channel for channel, _ in named_ones}
    platforms = {post.platform for post in dossier.posts if post.id in {p.source for p in same}}
    if channels.isdisjoint(actual):
        if channels <= {"speech", "court"} and actual == {"release"}:
            return  # A release may print a speech.
        yield _wrong_channel(dossier, quoted.claim, named_ones[0][1], same[0], platforms)
        return
    printed = _platform(dossier, quoted.claim)
    if actual == {"post"} and printed and platforms and printed[0] not in platforms:
        yield _wrong_channel(dossier, quoted.claim, printed[1], same[0], platforms)


def _wrong_channel(
    dossier: Dossier, claim: Statement, span: Span, placed: Placed, platforms: set[str]
) -> Discrepancy:
    runs = placed.passage.runs
    passage = placed.passage.source.span(runs[0].at, max(run.stop for run in runs))
    claimed = dossier.excerpt("document", span)
    evidence = dossier.excerpt(placed.source, passage)
    posted = f"wrote on {platform_name(min(platforms))}" if platforms else ""
    suggestion = posted or "said in a press release"
    message = (
        f"The article has “{shorten(claimed.text)}”; the words stand in {named(dossier, placed.source)}."
    )
    return finding("attribution.channel", message, claimed, evidence, suggestion=suggestion, confidence=0.85)


def _named_channels(dossier: Dossier, claim: Statement) -> Iterator[tuple[str, Span]]:
    """The channels that a claim names outside its quotations, each with its words, the verb included."""
    text = _unquoted(claim)
    for match in (*_TOLD_MEDIA.finditer(text), *_told_outlet().finditer(text)):
        yield "interview", _with_verb(claim, text, match.start(), match.end())
    for match in _channel_pattern().finditer(text):
        channel = next(name for name in _CHANNELS if match[name] is not None)
        yield channel, _with_verb(claim, text, match.start(), match.end())
    if platform := _platform(dossier, claim):
        yield "post", platform[1]


@cache
def _platform_names() -> dict[str, str]:
    """What prose calls the platforms, with the former name of X -> the platform."""
    return {"Twitter": "x"} | {platform_name(platform): platform for platform in leaves()}


@cache
def _platform_pattern() -> regex.Pattern[str]:
    return regex.compile(
        r"\b(?:on|to|via|in)\s(?:(?:his|her|its|their|the)\s)?(?:official\s|personal\s)?(?P<name>\L<names>)\b",
        names=list(_platform_names()),
    )


def _platform(dossier: Dossier, claim: Statement) -> tuple[str, Span] | None:
    """The platform that a claim names as the place of the words, and the words that do so."""
    text = _unquoted(claim)
    names = _platform_names()
    match = _platform_pattern().search(text)
    if match is None:
        return None
    return names[match["name"]], _with_verb(claim, text, match.start(), match.end())


def _unquoted(claim: Statement) -> str:
    """The claim's text with its quotations blanked, same offsets."""
    text = claim.text
    for fact in claim.facts:
        if isinstance(fact, Quotation):
            first, last = max(0, fact.span.start - claim.span.start), fact.span.end - claim.span.start
            text = text[:first] + " " * (min(last, len(text)) - first) + text[last:]
    return text


def _with_verb(claim: Statement, text: str, start: int, end: int) -> Span:
    """A phrase with the verb of saying right before it."""
    before = text[max(0, start - 40) : start]
    for match in regex.finditer(r"\p{L}+", before):
        if match.group().lower() in reporting_verbs() and len(before[match.end() :].split()) <= 2:
            start -= len(before) - match.start()
            break
    return Span(claim.span.start + start, claim.span.start + end)


@cache
def _told_outlet() -> regex.Pattern[str]:
    """ "Told the Lunda Courier", "told BBC Radio 4": verbs of telling with the name of an outlet."""
    return regex.compile(
        r"\b(?:told|telling|spoke to|speaking to|speaking with)\s(?:the\s)?(?:\p{Lu}[\p{L}'’-]*+\s){0,4}?\L<outlets>\b",
        outlets=cast("dict[str, list[str]]", load_toml("saying")["outlets"])["words"],
    )


@cache
def _channel_pattern() -> regex.Pattern[str]:
    parts = (
        rf"(?P<{name}>"
        + "|".join(map(regex.escape, sorted(load_words("channels", name), key=len, reverse=True)))
        + ")"
        for name in _CHANNELS
    )
    return regex.compile(rf"\b(?:{'|'.join(parts)})\b", regex.IGNORECASE)


def other_channel_indirect(dossier: Dossier, claim: Statement, link: Link) -> Iterator[Discrepancy]:
    """A finding where the prose retells the post right behind it as said elsewhere: "told reporters that ..." ."""
    post = next((p for p in dossier.posts if p.id == link.evidence and p.span is not None), None)
    follows = (
        post is not None and post.span is not None and 0 <= post.span.start - claim.span.end <= _RIGHT_BEHIND
    )
    if not follows or link.relation != "supports" or link.score < FIRM or claim.speaker is None:
        return
    channels = list(_named_channels(dossier, claim))
    spoken = {channel for channel, _ in channels}
    author = {s.speaker for s in dossier.evidence if s.source == link.evidence}
    speaker = next((e.name for e in dossier.entities if e.id == claim.speaker), "")
    signed = f"{post.author_name or ''} {post.handle or ''}".casefold() if post else ""
    theirs = claim.speaker in author or (len(last_name(speaker)) >= _TELLING and last_name(speaker) in signed)
    elsewhere = any(x.claim == claim.id and x.evidence.startswith("r") for x in dossier.links)
    if not channels or not spoken <= {"interview", "speech"} or not theirs or elsewhere:
        return
    if any(isinstance(fact, Quotation) for fact in claim.facts):
        return  # Quotations are looked at one by one.
    claimed = dossier.excerpt("document", channels[0][1])
    evidence = dossier.excerpt(link.evidence, link.span)
    suggestion = f"wrote on {platform_name(post.platform) if post else 'social media'}"
    message = (
        f"The article has “{shorten(claimed.text)}”; what it tells stands in {named(dossier, link.evidence)}, "
        "right behind it."
    )
    yield finding("attribution.channel", message, claimed, evidence, suggestion=suggestion, confidence=0.65)
