"""Details that the prose credits to a post or a release, and that are nowhere in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import regex

from reconcile.checks.finding import finding, named, shorten
from reconcile.grammar.keys import key_of
from reconcile.lexicons import load_words
from reconcile.links.attribution import attribution_of, credited_part
from reconcile.model import (
    Discrepancy,
    Dossier,
    Fact,
    Link,
    Mention,
    Place,
    Quantity,
    Span,
    Statement,
    Time,
)
from reconcile.patterns import lazy_regex
from reconcile.words import stem

#: Before a count that points back to what was told: "the other two".
_TOLD_OF = lazy_regex(r"\b(?:the|other|remaining|these|those|all|last|first|his|her|its|their)\s\Z", regex.I)
Detail: TypeAlias = Fact | Mention

#: A claim borne out so well was taken from there, though the prose names no channel.
_BORNE = 0.9
#: Of more figures than this nearly all can be reckoned; a reckoned figure may be so far off, as a share of it.
_FEW_FIGURES, _NEARLY = 24, 0.02
#: What would be found again in the evidence if the detail were there.
_TELLING = lazy_regex(r"\p{L}{4,}|\d[\d.,]*\d|\d")

#: A share of what was counted, behind a comma; so many words of its own must tell of what.
_SHARE = lazy_regex(
    r", (?P<share>(?:most|half|(?:nearly |almost )?all|many|some|none|several|a (?:third|quarter|few)|two thirds"
    r"|three quarters) of (?:them|which|whom) (?P<what>[^,.;:]{3,60}))"
)
_SHARED_WORDS = 2
#: Fewer than so many may be counted by the prose itself: "two tests" of "samples of 30 September and 2 October".
_FEW = 4
#: No more than so many things are listed by name; a list with the noun of what is listed, before or behind.
_LISTED = 9
_LIST = lazy_regex(
    r"(?:\p{L}[\p{L}-]*+ ){0,3}(?:\p{L}[\p{L}-]*+ ?){1,4}, [^.;:!?]{1,80} (?:and|&) (?:\p{L}[\p{L}-]*+ ?){1,4}"
)
_WORD = lazy_regex(r"\p{L}{4,}+")


def added_details(dossier: Dossier) -> Iterator[Discrepancy]:
    """cover.added-detail: figures, dates, places and persons that the prose credits to evidence without them."""
    told: set[Span] = set()
    for link in sorted(dossier.links, key=lambda link: -link.score):
        claim = dossier.claim[link.claim]
        if not _credited(dossier, claim, link):
            continue
        every = [other for other in dossier.links if other.claim == claim.id]
        shares = (s for s in _added_shares(dossier, claim, every) if s not in told)
        for span in shares:
            told.add(span)
            yield _not_there(dossier, span, link)
        for detail in _details(dossier, claim):
            if detail.span not in told and not any(_there(dossier, detail, other) for other in every):
                told.add(detail.span)
                yield _not_there(dossier, detail.span, link)


def _not_there(dossier: Dossier, span: Span, link: Link) -> Discrepancy:
    claimed = dossier.excerpt("document", span)
    message = f"The prose credits “{shorten(claimed.text, 40)}” to {named(dossier, link.evidence)}, which does not have it."
    return finding("cover.added-detail", message, claimed, confidence=0.8)


def _added_shares(dossier: Dossier, claim: Statement, links: Sequence[Link]) -> Iterator[Span]:
    """Shares that a claim adds to what it counts ("41,000 books, most of them novels"), no word of which is there."""
    parts = list(_credited_parts(claim))
    have = {
        key
        for link in links
        for word in _WORD.findall(dossier.texts[link.evidence])
        if (key := key_of(word.lower()))
    }
    for match in _SHARE.finditer(claim.text):
        span = Span(claim.span.start + match.start("share"), claim.span.start + match.end())
        keys = {key_of(word.lower()) for word in _WORD.findall(match["what"])} - {""}
        if any(part.holds(span) for part in parts) and len(keys) >= _SHARED_WORDS and keys.isdisjoint(have):
            yield span


def _credited(dossier: Dossier, claim: Statement, link: Link) -> bool:
    """Whether the prose credits the claim to this post or release: it names the channel and whoever speaks there,
    or it names whoever speaks in no other evidence, and what it tells is borne out there.
    """
    if not claim.cue or claim.mode == "direct" or claim.headline or claim.speaker is None:
        return False
    sources = {s.source for s in dossier.evidence if s.speaker == claim.speaker} or _unsigned(
        dossier, claim.speaker
    )
    if link.evidence not in sources:
        return False
    if claim.channel is None:
        return link.score >= _BORNE and all(source[0] == link.evidence[0] for source in sources)
    if claim.channel not in ("post", "release"):
        return False
    return (claim.channel == "post") == link.evidence.startswith("p")


def _unsigned(dossier: Dossier, speaker: str) -> set[str]:
    """The only release there is, where it tells not whose it is and a body is said to have told it."""
    body = any(e.id == speaker and e.kind == "organization" for e in dossier.entities)
    if not body or len(dossier.releases) != 1 or dossier.releases[0].issuer:
        return set()
    return {dossier.releases[0].id}


def _credited_parts(claim: Statement) -> Iterator[Span]:
    """What a claim's source is said to have told: behind "that", before "..., the port said", or on both sides."""
    credited = credited_part(claim)
    if credited is not None:
        yield credited
        return
    for said in attribution_of(claim)[:1]:
        yield Span(claim.span.start, said.start)
        yield Span(said.end, claim.span.end)


def _behind_the_saying(claim: Statement) -> Iterator[Span]:
    """What a claim adds behind the words of saying: "..., the port wrote on X, at a cost of 4 million euros"."""
    for said in attribution_of(claim)[:1]:
        comma = claim.text.rfind(", ", said.start - claim.span.start + 2)
        cue = claim.text.find(claim.cue or "", said.start - claim.span.start)
        if said.end == claim.span.end and 0 <= cue < comma:
            yield Span(claim.span.start + comma, claim.span.end)


def _details(dossier: Dossier, claim: Statement) -> Iterator[Detail]:
    """The numbers, dates, places and names of the credited content."""
    credited = list(_credited_parts(claim))
    behind = list(_behind_the_saying(claim))
    for fact in claim.facts:
        figure = isinstance(fact, Quantity) and any(part.holds(fact.span) for part in behind)
        if not figure and not any(part.holds(fact.span) for part in credited):
            continue
        telling = _tells(fact, claim)
        # Where all of it happened the prose says of itself: a place is credited only with the channel named.
        if telling or (isinstance(fact, Place) and claim.channel and not _is_network(fact)):
            yield fact
    for entity in dossier.entities:
        for mention in entity.mentions:
            if (
                entity.kind == "person"
                and entity.id != claim.speaker
                and mention.source == "document"
                and mention.kind == "name"
                and not _is_network(mention)
                and any(part.holds(mention.span) for part in credited)
            ):
                yield mention


def _is_network(name: Place | Mention) -> bool:
    """Whether what stands where a name does is the network on which it was posted."""
    return name.text.lower() in load_words("names", "networks")


def _tells(fact: Fact, claim: Statement) -> bool:
    """Whether a figure or a day would have to stand in what it is credited to.

    A year next to the claim's own may stand there as "last year".
    """
    if isinstance(fact, Quantity):
        told_of = _TOLD_OF.search(claim.text[: fact.span.start - claim.span.start])
        share = fact.unit == "percent" and not any(c.isdigit() for c in fact.text)
        few = not fact.unit and fact.low < _FEW
        return not (fact.ordinal or fact.approximate or told_of or share or few)
    if isinstance(fact, Time) and fact.kind in ("duration", "clock"):
        return claim.channel is not None
    if not isinstance(fact, Time) or fact.start is None:
        return False
    near = claim.day is None or abs(fact.start.year - claim.day.year) <= 1
    return fact.kind == "date" or (fact.kind == "year" and not near)


def _there(dossier: Dossier, detail: Detail, link: Link) -> bool:
    """Whether the evidence has the detail in any form; in doubt it has."""
    signed = next((f"{p.handle} {p.author_name}" for p in dossier.posts if p.id == link.evidence), "")
    text = f"{dossier.texts[link.evidence]} {signed}".casefold()
    if any(word.casefold() in text for word in _TELLING.findall(detail.text)):
        return True
    if isinstance(detail, Mention):
        owner = next(e for e in dossier.entities if detail in e.mentions)
        return any(m.source == link.evidence for m in owner.mentions)
    if isinstance(detail, Quantity) and (_reckoned(dossier, detail, link) or _is_listed(detail, text)):
        return True
    if isinstance(detail, Time) and detail.kind == "duration" and _has_two_times(dossier, link):
        return True
    compared = [c for c in link.comparisons if c.claimed_span and c.claimed_span.overlaps(detail.span)]
    return not compared or any(c.score > 0 or c.evidence or c.clash for c in compared)


def _is_listed(detail: Quantity, text: str) -> bool:
    """Whether a small number may count what the evidence lists: "Northern, Savannah and North East regions"."""
    if detail.unit or not detail.noun or detail.low > _LISTED:
        return False
    lists = _LIST.finditer(text)
    return any(
        key_of(word) == key_of(detail.noun) or stem(word) == detail.noun
        for m in lists
        for word in m.group().split()
    )


def _has_two_times(dossier: Dossier, link: Link) -> bool:
    """Whether the evidence has two hours or days, or posts of two moments: a length can be reckoned from them."""
    times = {
        fact.text
        for s in dossier.evidence
        if s.source == link.evidence
        for fact in s.facts
        if isinstance(fact, Time) and fact.kind != "duration"
    }
    handles = [p.handle for p in dossier.posts if p.handle]
    handle = next((p.handle for p in dossier.posts if p.id == link.evidence), None)
    return len(times) > 1 or (handle is not None and handles.count(handle) > 1)


def _reckoned(dossier: Dossier, detail: Quantity, link: Link) -> bool:
    """Whether a figure is what two of the evidence give: their sum, their difference, one as a multiple of the
    other.
    """
    values = {
        fact.low
        for s in dossier.evidence
        if s.source == link.evidence
        for fact in s.facts
        if isinstance(fact, Quantity) and fact.low
    }
    if len(values) > _FEW_FIGURES:
        return True
    made = {v for a in values for b in values if a != b for v in (a + b, abs(a - b), a / b)}
    return any(abs(v - detail.low) <= _NEARLY * detail.low for v in made)
