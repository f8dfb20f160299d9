"""Every noun of the project: frozen, typed, without logic beyond one-line properties.

Spans are Unicode code points, half-open, into the text that they name. Texts are named by a *source*:
`document` for the article's text, `p1`, `p2` ... for a post's text, `r1` ... for a release's.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Literal, TypeAlias

from attrs import field, frozen

Source: TypeAlias = str
SegmentKind: TypeAlias = Literal["headline", "prose", "post", "metadata", "furniture"]
#: The segments in the outlet's own words.
PROSE: tuple[SegmentKind, ...] = ("headline", "prose")
Level: TypeAlias = Literal["error", "warning", "note"]
Mode: TypeAlias = Literal["direct", "indirect", "mixed"]
Relation: TypeAlias = Literal["supports", "partly", "contradicts"]
MentionKind: TypeAlias = Literal["name", "handle", "role"]
ReleasePartKind: TypeAlias = Literal[
    "issuer",
    "label",
    "date",
    "headline",
    "subhead",
    "body",
    "end",
    "notes",
    "boilerplate",
    "contact",
    "cover",
]
EntityKind: TypeAlias = Literal["person", "organization", "place"]


@frozen
class Span:
    """A stretch of a text: from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@frozen
class Segment:
    """One tile of a document's text; the tiles cover it without gap or overlap, in order."""

    kind: SegmentKind
    span: Span


@frozen
class Anchor:
    """Where the text from `offset` on stands in the HTML source: line and column, both from 1."""

    offset: int
    line: int
    column: int


@frozen
class Document:
    """An article as read: its text, what each part of it is, and where it came from."""

    text: str
    segments: tuple[Segment, ...]
    media_type: Literal["text/html", "text/plain"]
    #: SHA-256 of the bytes given (of the UTF-8 form where a `str` was given), in hexadecimal.
    sha256: str
    uri: str | None = None
    #: BCP 47 primary tag as the page declares it or the text shows it, or None.
    language: str | None = None
    #: The day that "on Monday" is reckoned from.
    published: date | None = None
    #: What said so: "argument", "json-ld", "meta", "time", "stamp", "dateline".
    published_from: str | None = None
    #: Positions in the HTML source, by rising offset; empty for flat text, where line and column are exact.
    anchors: tuple[Anchor, ...] = ()
    #: What the reader should know about the reading itself: input cut at a limit, bytes that were no text.
    notes: tuple[str, ...] = ()

    @cached_property
    def prose(self) -> str:
        """The text with all but headlines and prose blanked to line ends: same length, same offsets."""
        return "".join(
            [
                s.span.of(self.text) if s.kind in PROSE else "\n" * (s.span.end - s.span.start)
                for s in self.segments
            ]
        )


@frozen
class Account:
    """An account on a platform; `handle` without its @."""

    platform: str
    handle: str


@frozen
class Post:
    """A message that an account published: reproduced in the article, or supplied beside it."""

    id: str
    origin: Literal["reproduced", "supplied"]
    platform: str
    #: The body as a reader sees it, media stub included; None where the page carries only the link.
    text: str | None
    #: Body and tail in the document's text; None when supplied.
    span: Span | None = None
    #: Where `text` stands in the document's text, when it stands there letter for letter.
    body: Span | None = None
    author_name: str | None = None
    handle: str | None = None
    posted: date | None = None
    #: The moment, where a clock time is known; naive where its zone is not.
    posted_at: datetime | None = None
    #: "shown" where the date is printed, "id" where reckoned from the status id, "data" where supplied.
    posted_from: Literal["shown", "id", "data"] | None = None
    #: The printed date itself, and where it stands in the document's text.
    shown_date: str | None = None
    shown_date_span: Span | None = None
    url: str | None = None
    status_id: str | None = None
    mentions: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    #: The id of the post that quotes this one.
    parent: str | None = None
    #: "unsure" where the start or the end of the body in flat text could not be told.
    boundary: Literal["sure", "unsure"] = "sure"
    #: The form in which it was found, for a person who asks why: "blockquote", "tail", "jsonl" ...
    form: str = ""
    #: The same post as it was supplied beside the article, where it was: what the article shows may differ.
    supplied: Post | None = None


@frozen
class ReleasePart:
    """One tile of a release's text; the tiles cover it without gap or overlap, in order.

    "label" is what it calls itself ("PRESS RELEASE", an embargo), "end" a mark such as "ENDS", "notes" what is
    meant for editors, "boilerplate" what it says about its issuer, "cover" a letter that it came with.
    """

    kind: ReleasePartKind
    span: Span


@frozen
class Release:
    """A press release: its whole text, and what was read off it."""

    id: str
    text: str
    issuer: str | None = None
    issued: date | None = None
    headline: str | None = None
    uri: str | None = None
    #: The stretch that makes claims: without the boilerplate ("About X") and the contacts.
    body: Span | None = None
    #: What each stretch of the text is; () until it is read.
    parts: tuple[ReleasePart, ...] = ()
    #: What the reader should know about the reading: pages without words, attachments that were not read.
    notes: tuple[str, ...] = ()


@frozen
class Mention:
    """A place where an entity is named."""

    source: Source
    span: Span
    text: str
    kind: MentionKind


@frozen
class Entity:
    """A person, body or place, with every mention of it that was found."""

    id: str
    kind: EntityKind
    #: As the prose prints it, in its fullest form; as the evidence does where the prose has none.
    name: str
    mentions: tuple[Mention, ...] = ()
    accounts: tuple[Account, ...] = ()
    roles: tuple[str, ...] = ()


# -- facts: what a statement says that can be compared -------------------------------------------------


@frozen
class Quantity:
    """A number with what it counts. A range has `low` below `high`; otherwise they are equal."""

    span: Span
    text: str
    low: float
    high: float
    #: Canonical unit or currency: "EUR", "km", "percent", "points", "degC"; "" for a bare count.
    unit: str = ""
    #: Stem of the thing counted ("engineer" in "12 engineers"), or "".
    noun: str = ""
    #: "about", "some", "nearly": the printed figure claims no exactness.
    approximate: bool = False
    bound: Literal["exact", "over", "under"] = "exact"
    #: The coarseness of the printed figure: 100,000 for "3.2 million", 1 for "12".
    step: float = 1.0
    #: What the figure is a rate of: "a year", "per month"; "" for none.
    basis: str = ""
    ordinal: bool = False


@frozen
class Time:
    """A day, a stretch of days, a clock time or a duration."""

    span: Span
    text: str
    kind: Literal["date", "weekday", "relative", "month", "year", "clock", "duration"]
    #: First and last day that it can mean, once resolved; None where no anchor told.
    start: date | None = None
    end: date | None = None
    #: Weekday as printed, Monday 0; None for none.
    weekday: int | None = None
    #: Minutes since midnight, and the zone as printed ("CET", "GMT", "").
    minutes: int | None = None
    zone: str = ""
    #: Length of a duration in days (a two-hour one is 2/24).
    days: float | None = None


@frozen
class Place:
    """A place by its canonical name, with the places that hold it, nearest first."""

    span: Span
    text: str
    name: str
    within: tuple[str, ...] = ()


@frozen
class Role:
    """An office: "former state secretary for migration"."""

    span: Span
    text: str
    #: Canonical title: "minister", "state secretary", "senator".
    title: str
    status: Literal["", "former", "acting", "elect", "deputy"] = ""
    #: What the office is of or for, folded: "migration", "belgium"; "" for none.
    of: str = ""


@frozen
class Quotation:
    """Words in quotation marks; `span` includes the marks, `inner` does not."""

    span: Span
    inner: Span
    text: str


Fact: TypeAlias = Quantity | Time | Place | Role | Quotation


@frozen
class Statement:
    """A sentence of one source, who says it, and the facts in it. A claim is a statement of the prose."""

    id: str
    source: Source
    span: Span
    text: str
    #: Entity id of who says it; None for the outlet's own voice.
    speaker: str | None = None
    cue: str | None = None
    mode: Mode | None = None
    channel: str | None = None
    headline: bool = False
    facts: tuple[Fact, ...] = ()
    #: Ids of the entities that take part, pronouns resolved, in order of mention.
    entities: tuple[str, ...] = ()
    #: The day that the source itself bears: a post's date, a release's, the article's; None where none is known.
    day: date | None = None


@frozen
class Comparison:
    """One feature of a claim held against the evidence. `score`: from 0 (clash or absent) to 1 (agrees)."""

    #: What was compared: "name", "number", "time", "place", "role", "quotation", "negation", "words" ...
    feature: str
    score: float
    claimed: str
    evidence: str
    detail: str = ""
    #: Where the two stand: in the claim's text source, and in the evidence's.
    claimed_span: Span | None = None
    evidence_span: Span | None = None
    #: The kind of discrepancy that the two make, or "" where they can both hold.
    clash: str = ""
    #: What the prose should say instead of `claimed`, where the evidence gives it.
    suggestion: str | None = None
    #: How sure the clash is, 0 to 1.
    confidence: float = 1.0


@frozen
class Link:
    """A claim, and the passage of a post or release that bears on it."""

    claim: str
    evidence: Source
    span: Span
    relation: Relation
    score: float
    comparisons: tuple[Comparison, ...] = ()
    #: The evidence's statements that the passage is made of, best first.
    statements: tuple[str, ...] = ()


@frozen
class Rule:
    """A kind of discrepancy: its level, what it means, and an example."""

    kind: str
    level: Level
    summary: str
    help: str
    example: str = ""

    @property
    def family(self) -> str:
        """The part before the dot."""
        return self.kind.partition(".")[0]


@frozen
class Excerpt:
    """Words of a source, with their place in it."""

    source: Source
    span: Span
    text: str


@frozen
class Discrepancy:
    """Two excerpts that cannot both hold, or one that lacks what it needs."""

    kind: str
    level: Level
    message: str
    claimed: Excerpt
    evidence: Excerpt | None = None
    suggestion: str | None = None
    #: 0 to 1: how sure.
    confidence: float = 1.0


@frozen
class KnownName:
    """A person or body of the roster: its name, other spellings, accounts, and roles with their dates."""

    name: str
    kind: EntityKind = "person"
    aliases: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    #: (title, first day or None, last day or None)
    roles: tuple[tuple[str, date | None, date | None], ...] = ()


@frozen
class Dossier:
    """Everything that a check may read: the article, the evidence, and what was made of them."""

    document: Document
    posts: tuple[Post, ...]
    releases: tuple[Release, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Statement, ...]
    #: Statements of posts and releases.
    evidence: tuple[Statement, ...]
    links: tuple[Link, ...]
    roster: tuple[KnownName, ...] = ()
    #: Text by source: "document", "p1", "r1" ...
    texts: dict[Source, str] = field(factory=dict)

    @cached_property
    def claim(self) -> dict[str, Statement]:
        """The claims by their ids."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def told_by(self) -> dict[Source, list[Statement]]:
        """The statements of each post and release that makes any, in order."""
        told: dict[Source, list[Statement]] = {}
        for statement in self.evidence:
            told.setdefault(statement.source, []).append(statement)
        return told

    def excerpt(self, source: Source, span: Span) -> Excerpt:
        """The words of `source` at `span`, as an excerpt."""
        return Excerpt(source, span, span.of(self.texts[source]))


@frozen
class Report:
    """What `reconcile()` returns: all that was read, linked and found."""

    document: Document
    posts: tuple[Post, ...]
    releases: tuple[Release, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Statement, ...]
    links: tuple[Link, ...]
    discrepancies: tuple[Discrepancy, ...]
    #: Statements of posts and releases, quotations with their speakers among them.
    evidence: tuple[Statement, ...] = field(default=(), kw_only=True)
    #: How many findings of kinds that were not asked for are not among them.
    left_out: int = 0
