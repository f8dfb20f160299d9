"""Who said it, through which channel, and by which verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

import regex

from reconcile.checks.finding import finding, named, shorten
from reconcile.grammar.words import read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Discrepancy, Dossier, Entity, Excerpt, Link, Quotation, Source, Span, Statement
from reconcile.names.called import call_like
from reconcile.platforms import leaves, platform_name
from reconcile.quoting.acts import overstated, view_marks
from reconcile.quoting.sources import Placed, Quoted, places_of, quotations, spoken_at, voice_of
from reconcile.quoting.voices import said_by_another
from reconcile.sentences import reporting_verbs

#: So much of a quotation must agree, word for word, before its speaker or channel is held against the source's.
_SAME, _WORDS = 0.9, 4
#: A link so firm bears on all of a claim.
_FIRM = 0.9
#: A post that stands so near behind a sentence is introduced by it (characters).
_RIGHT_BEHIND = 400
#: A family name of so many letters tells whose account it is.
_TELLING = 4
_CHANNELS = ("interview", "court", "speech", "release", "post")
_TOLD_MEDIA = regex.compile(
    r"\b(?:told|telling|spoke to|speaking to|talking to|in conversation with|speaking with)\s(?:\p{L}+\s){0,4}?"
    r"(?:newspaper|paper|radio|broadcaster|station|daily|weekly|magazine|agency|television|TV|programme|podcast|reporters?|"
    r"journalists?|correspondent|outlet|website|channel)\b"
    r"|\bin an? (?:\p{L}+\s){0,3}?(?:interview|conversation)\b",
    regex.IGNORECASE,
)


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings of the family `attribution`."""
    for quoted in quotations(dossier) if dossier.evidence else ():
        near = list(places_of(dossier, quoted))
        same = [p for p in near if p.passage.likeness >= _SAME and len(p.passage.quoted) >= _WORDS]
        if same:
            yield from _speaker(dossier, quoted, same)
            yield from _channel(dossier, quoted, same, near)
    yield from _by_links(dossier)


# -- speaker ------------------------------------------------------------------------------------------------------


def _speaker(dossier: Dossier, quoted: Quoted, same: Sequence[Placed]) -> Iterator[Discrepancy]:
    """A finding where all sources that have the words give them to others than the prose does."""
    claim = quoted.claim
    by_id = {e.id: e for e in dossier.entities}
    ours = by_id.get(claim.speaker or "")
    spoken = [(p, s, by_id.get(voice_of(dossier, s) or "")) for p in same for s in spoken_at(dossier, p)]
    if ours is None or not spoken or any(voice in (None, ours) for _, _, voice in spoken):
        return
    placed, statement, theirs = spoken[0]
    if any(_is_named(s, ours) for _, s, voice in spoken if voice is None or voice.id != s.speaker):
        return
    if theirs is not None and _others(ours, theirs, placed.source):
        yield _wrong_speaker(dossier, claim, statement, ours, theirs, 0.9)


def _is_named(statement: Statement, entity: Entity) -> bool:
    """Whether a statement names an entity at all."""
    return any(m.source == statement.source and statement.span.overlaps(m.span) for m in entity.mentions)


def _others(ours: Entity, theirs: Entity, source: Source) -> bool:
    """Whether the two are plainly not one voice: two persons, or two bodies of which the source names only one."""
    if ours.kind == theirs.kind == "person":
        return _last(ours.name) != _last(theirs.name)
    if ours.kind == theirs.kind == "organization":
        return not any(m.source == source for m in ours.mentions)
    return False


def _last(name: str) -> str:
    return name.split()[-1].casefold() if name.split() else ""


def _wrong_speaker(
    dossier: Dossier, claim: Statement, statement: Statement, ours: Entity, theirs: Entity, confidence: float
) -> Discrepancy:
    called = call_like(dossier, ours, theirs, claim.span)
    here = called.claimed if called else _named_at(dossier, claim, ours) or claim.span
    there = _named_at(dossier, statement, theirs)
    claimed = dossier.excerpt("document", here)
    evidence = dossier.excerpt(statement.source, there or statement.span)
    message = (
        f"The article gives these words to {ours.name}; in {named(dossier, statement.source)} "
        f"{theirs.name} says them."
    )
    said = " ".join(evidence.text.split()) if there else theirs.name
    suggestion = called.suggestion if called else said
    return finding(
        "attribution.speaker", message, claimed, evidence, suggestion=suggestion, confidence=confidence
    )


def _named_at(dossier: Dossier, statement: Statement, entity: Entity) -> Span | None:
    """Where a statement names an entity, with the office before the name: from its verb of saying on."""
    text = dossier.texts[statement.source]
    quoted = [f.span for f in statement.facts if isinstance(f, Quotation)]
    for mention in entity.mentions:
        if mention.source != statement.source or not statement.span.holds(mention.span):
            continue
        if any(q.holds(mention.span) for q in quoted):
            continue
        begin = mention.span.start
        before = text[max(statement.span.start, begin - 70) : begin]
        found = list(_OFFICE.finditer(before))
        verbs = [m for m in found if m.group().lower() in reporting_verbs()]
        if verbs and not _BOUND.search(before, verbs[-1].end()):
            begin -= len(before) - verbs[-1].end()
            begin += len(text[begin : mention.span.start]) - len(text[begin : mention.span.start].lstrip())
        return Span(begin, mention.span.end)
    return None


_OFFICE = regex.compile(r"\p{L}+")
_BOUND = regex.compile(r"[.;:\"“”„«»!?]")


# -- channel ------------------------------------------------------------------------------------------------------


def _channel(
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


def _indirect(dossier: Dossier, claim: Statement, link: Link) -> Iterator[Discrepancy]:
    """A finding where the prose retells the post right behind it as said elsewhere: "told reporters that ..." ."""
    post = next((p for p in dossier.posts if p.id == link.evidence and p.span is not None), None)
    follows = (
        post is not None and post.span is not None and 0 <= post.span.start - claim.span.end <= _RIGHT_BEHIND
    )
    if not follows or link.relation != "supports" or link.score < _FIRM or claim.speaker is None:
        return
    channels = list(_named_channels(dossier, claim))
    spoken = {channel for channel, _ in channels}
    author = {s.speaker for s in dossier.evidence if s.source == link.evidence}
    speaker = next((e.name for e in dossier.entities if e.id == claim.speaker), "")
    signed = f"{post.author_name or ''} {post.handle or ''}".casefold() if post else ""
    theirs = claim.speaker in author or (len(_last(speaker)) >= _TELLING and _last(speaker) in signed)
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


# -- verb, and none at all ------------------------------------------------------------------------------------------


def _retold(
    dossier: Dossier, claim: Statement, link: Link, evidence: Sequence[Statement]
) -> Iterator[Discrepancy]:
    """A finding where reported speech retells what another person says in the evidence."""
    if link.relation != "supports" or link.score < _FIRM:
        return
    statement = said_by_another(dossier, claim, evidence)
    by_id = {e.id: e for e in dossier.entities}
    ours = by_id.get(claim.speaker or "")
    theirs = by_id.get(voice_of(dossier, statement) or "") if statement else None
    if statement and ours and theirs and _others(ours, theirs, statement.source):
        yield _wrong_speaker(dossier, claim, statement, ours, theirs, 0.7)


def _by_links(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings for saying verbs that say too much, and for views printed as facts."""
    claims = {claim.id: claim for claim in dossier.claims}
    statements = {s.id: s for s in dossier.evidence}
    told: set[str] = set()
    for link in dossier.links:
        claim = claims[link.claim]
        evidence = [statements[s] for s in link.statements if s in statements]
        if claim.headline or claim.id in told or not evidence:
            continue
        beside = _beside(dossier, evidence)
        yield from _indirect(dossier, claim, link)
        yield from _retold(dossier, claim, link, evidence)
        found = [*_verb(dossier, claim, link, evidence, beside), *_missing(dossier, claim, link, evidence)]
        if found:
            told.add(claim.id)
        yield from found


def _beside(dossier: Dossier, evidence: Sequence[Statement]) -> list[Statement]:
    """The statements next to those of a passage, and all of a post."""
    source = [s for s in dossier.evidence if s.source == evidence[0].source]
    if evidence[0].source.startswith("p"):
        return source
    near = {n + step for n, s in enumerate(source) if s in evidence for step in (-1, 1)}
    return [s for n, s in enumerate(source) if n in near]


def _verb(
    dossier: Dossier, claim: Statement, link: Link, evidence: Sequence[Statement], beside: Sequence[Statement]
) -> Iterator[Discrepancy]:
    over = overstated(claim, evidence, beside)
    if over is None:
        return
    claimed = dossier.excerpt("document", over.claimed)
    given = dossier.excerpt(over.statement.source, over.weaker or over.statement.span)
    message = f"“{shorten(claimed.text)}” says more than {named(dossier, link.evidence)} does: “{shorten(given.text)}”."
    confidence = 0.75 if over.weaker else 0.7
    yield finding(
        "attribution.verb", message, claimed, given, suggestion=over.suggestion, confidence=confidence
    )


def _missing(
    dossier: Dossier, claim: Statement, link: Link, evidence: Sequence[Statement]
) -> Iterator[Discrepancy]:
    """A note where the evidence tells a view as its own, and the prose the same as a fact."""
    if claim.cue or claim.speaker or link.relation != "supports" or link.score < _FIRM:
        return
    for statement in evidence[:1]:
        words = read_words(statement.text)
        marks = view_marks().find(words)
        if marks:
            span = words.span(marks[0].first, marks[0].last, statement.span.start)
            evidence_excerpt: Excerpt = dossier.excerpt(statement.source, span)
            message = (
                f"The article tells this in its own voice; {named(dossier, link.evidence)} gives it as a view: "
                f"“{shorten(statement.text)}”."
            )
            yield finding(
                "attribution.missing",
                message,
                dossier.excerpt("document", claim.span),
                evidence_excerpt,
                confidence=0.6,
            )
