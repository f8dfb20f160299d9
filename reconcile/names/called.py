"""How the prose would call somebody of the evidence: in the form in which it calls the person in whose place he stands.

"Mayor Ada Moss" asks for "Councillor Max Holt", "the clinic's director, Dr Ada Moss" for "Rennick's director, Dr Max
Holt", "Ada Moss, the mayor of Ostra" for "Max Holt, the director of Rennick Hospital", a bare surname for a surname
where the prose has named the right one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.model import Dossier, Entity, Mention, Span
from reconcile.names.cluster import key_of
from reconcile.names.holders import read_offices
from reconcile.names.office_phrases import Office
from reconcile.names.offices import address
from reconcile.patterns import lazy_regex
from reconcile.reading.prose import prose_only
from reconcile.text import bare

_OWNER = lazy_regex(
    r"(?P<owner>\p{Lu}[\p{L}\d-]*+(?: \p{Lu}[\p{L}\d-]*+){0,3}|(?:the|its) [\p{Ll}-]++)['’]s? \Z"
)
_FIELD = lazy_regex(r"(?P<title>.+?) (?:for|of) (?:the )?(?P<field>\p{Ll}[\p{Ll} ]*)\Z")
_OF = lazy_regex(r" (?:of|for|at|in) (?:the )?\p{Lu}.*\Z")
#: How far before a title its owner may stand (characters).
_REACH = 60


class Called(NamedTuple):
    """A person as the prose calls somebody, office included, and how it should call the right one."""

    claimed: Span
    suggestion: str


def call_like(dossier: Dossier, ours: Entity, theirs: Entity, within: Span) -> Called | None:
    """How the prose calls `ours` in the stretch `within`, and what it would say for `theirs`; None where it does
    not name `ours` there.
    """
    text = prose_only(dossier.document)
    mention = _in(ours, within)
    if mention is None:
        return None
    name = _name_like(mention, theirs)
    office = next((o for o in read_offices(text) if o.holder and o.holder.start == mention.span.start), None)
    right = _office_of(dossier, theirs)
    if office is None or right is None:
        return Called(mention.span, name)
    other, printed = right
    name = _addressed(text, mention, office, other, printed, name)
    if office.span.start > mention.span.end:
        whole = Span(mention.span.start, office.span.end)
        article = "the " if text[mention.span.end : office.span.start].endswith(" the ") else ""
        return Called(whole, f"{name}, {article}{_lower(other.text)}")
    apposed = ", " in text[office.span.end : mention.span.start]
    title = _before_name(other, capital=text[office.title_span.start].isupper())
    if not apposed:
        return Called(Span(office.span.start, mention.span.end), f"{title} {name}")
    owner = _OWNER.search(text, max(within.start, office.title_span.start - _REACH), office.title_span.start)
    if owner and other.of:
        # A body that the prose calls by one word stands for one that it would call so.
        short = other.of.split()[0] if " " not in owner["owner"] and other.of[:1].isupper() else other.of
        return Called(Span(owner.start(), mention.span.end), f"{_genitive(short)} {title}, {name}")
    begin = office.span.start - 4 * (text[office.span.start - 4 : office.span.start].lower() == "the ")
    article = text[begin : office.span.start]
    return Called(Span(begin, mention.span.end), f"{article}{_lower(other.text)}, {name}")


def _in(entity: Entity, within: Span) -> Mention | None:
    return next(
        (m for m in entity.mentions if m.source == "document" and m.kind == "name" and within.holds(m.span)),
        None,
    )


def _name_like(mention: Mention, theirs: Entity) -> str:
    """The full name; the surname where the prose prints a surname and has named the right one before."""
    named = [m.text for m in theirs.mentions if m.kind == "name"]
    full = max(named, key=lambda name: len(key_of(name)), default=theirs.name)
    before = any(
        m.source == "document" and m.span.start < mention.span.start and len(key_of(m.text)) > 1
        for m in theirs.mentions
    )
    return full.split()[-1] if before and len(key_of(mention.text)) == 1 else " ".join(full.split())


def _office_of(dossier: Dossier, theirs: Entity) -> tuple[Office, str] | None:
    """The office that the evidence, or else the prose, gives to a person, and the text that does."""
    starts = {(m.source, m.span.start) for m in theirs.mentions if m.kind == "name"}
    texts = [(s, t) for s, t in dossier.texts.items() if s != "document"]
    for source, text in (*texts, ("document", prose_only(dossier.document))):
        for office in read_offices(text):
            if office.holder and (source, office.holder.start) in starts:
                return office, text
    return None


def _addressed(text: str, mention: Mention, office: Office, other: Office, printed: str, name: str) -> str:
    """The name with "Dr" before it, where both sides print a form of address."""
    ours = _address_before(text, mention.span.start)
    theirs = _address_before(printed, other.holder.start) if other.holder else ""
    return f"{theirs} {name}" if ours and theirs and not name.startswith(theirs) else name


def _address_before(text: str, start: int) -> str:
    words: Sequence[str] = text[max(0, start - 12) : start].split()
    word = words[-1] if words else ""
    return word if bare(word.rstrip(".")) in address() and len(word) < len("Prof.") + 1 else ""


def _before_name(office: Office, *, capital: bool) -> str:
    """A title as it stands before a name: "councillor for housing" is "housing councillor" there."""
    title = _OF.sub("", office.text)
    match = _FIELD.fullmatch(title)
    if match and office.fields:
        title = f"{match['field']} {match['title']}"
    if capital:
        return " ".join(word[:1].upper() + word[1:] for word in title.split())
    return _lower(title)


def _lower(title: str) -> str:
    """A title in small letters, as between commas; acronyms and names in it keep theirs."""
    words = title.split(" ")
    first = words[0]
    if not first[1:].islower() or (len(words) > 1 and words[1][:1].isupper()):
        return title
    return " ".join([first[:1].lower() + first[1:], *words[1:]])


def _genitive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
