"""The offices that the documents give each person: in the prose, in posts and releases, in what accounts
show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.model import Dossier, Entity, Excerpt, Post, Span
from reconcile.names.bodies import concepts_of
from reconcile.names.countries import countries
from reconcile.names.holders import read_offices
from reconcile.names.office_phrases import Office
from reconcile.names.offices import Title, title_named
from reconcile.names.parties_and_teams import office_told, party_behind, team_behind
from reconcile.names.tails import handle_places
from reconcile.patterns import lazy_regex
from reconcile.reading.prose import prose_only
from reconcile.text import bare

#: What stands before a title that the account holder bears: "(MP, Greens)", "As mayor", "Being mayor".
_OWN = lazy_regex(
    r"(?:\(|\b[Aa]s (?:your |the )?|\bI am (?:the |a )?|\bI['’]m (?:the |a )?|\bBeing (?:a )?)\Z"
)

Held = tuple[Excerpt, Office]
#: To belong to a party is held like an office: whoever is of one is of no other.
_MEMBER = Title("party member", frozenset(), frozenset())
#: So is to come from a land, or to be of a university.
_NATIONAL = Title("national", frozenset(), frozenset())
_STAFF = Title("staff", frozenset(), frozenset())
#: Or to start for a team.
_TEAM = Title("team", frozenset(), frozenset())
_BELONGS = lazy_regex(r"(?P<of>,? (?:of|from|at) (?:the )?)|, (?:\d{1,2}, )?| \(")


def offices_by_person(dossier: Dossier) -> Mapping[str, tuple[list[Held], list[Held]]]:
    """Entity id -> its offices in the prose and in the evidence, each with its words, the holder's
    included.
    """
    found: dict[str, tuple[list[Held], list[Held]]] = {}
    starts = {
        (mention.source, mention.span.start): entity.id
        for entity in dossier.entities
        for mention in entity.mentions
    }
    prose = prose_only(dossier.document)
    for office in read_offices(prose):
        person = starts.get(("document", office.holder.start)) if office.holder else None
        if office.pronoun:
            person = _meant_by_pronoun(dossier, office)
        if person:
            found.setdefault(person, ([], []))[0].append(_held(dossier, "document", office))
    for source, text in dossier.texts.items():
        if source != "document":
            for person, office in _of_source(dossier, source, text, starts):
                found.setdefault(person, ([], []))[1].append(_held(dossier, source, office))
    for person, held in _shown(dossier):
        found.setdefault(person, ([], []))[1].append(held)
    for person, source, held in (*_memberships(dossier, prose), *_belongings(dossier, prose)):
        found.setdefault(person, ([], []))[0 if source == "document" else 1].append(held)
    return found


def _memberships(dossier: Dossier, prose: str) -> Iterator[tuple[str, str, Held]]:
    """The parties, teams and offices told behind persons' names: "Ada Moss (Greens)", "who rides for Velora"."""
    for entity in dossier.entities:
        if entity.kind != "person":
            continue
        for mention in entity.mentions:
            if mention.kind != "name":
                continue
            text = prose if mention.source == "document" else dossier.texts.get(mention.source, "")
            told = office_told(text, mention.span.end)
            if told:
                office = Office(told.span, told.span.of(text), told.span, title_named(told.title), of=told.of)
                whole = Span(mention.span.start, told.span.end)
                yield entity.id, mention.source, (dossier.excerpt(mention.source, whole), office)
            party, team = party_behind(text, mention.span.end), team_behind(text, mention.span.end)
            for found, title in ((party, _MEMBER), (team if not party else None, _TEAM)):
                if found:
                    span = found.span
                    of, name = (found.name, "") if title is _TEAM else ("", found.name)
                    office = Office(span, span.of(text), span, title, of=of, party=name)
                    whole = Span(mention.span.start, span.end)
                    yield entity.id, mention.source, (dossier.excerpt(mention.source, whole), office)


def _belongings(dossier: Dossier, prose: str) -> Iterator[tuple[str, str, Held]]:
    """The bodies and countries behind persons' names: "Ada Moss of Lisk University", "Ada Moss (Norway)"."""
    starts = {
        (m.source, m.span.start): (m, e.kind)
        for e in dossier.entities
        if e.kind != "person"
        for m in e.mentions
        if m.kind == "name"
    }
    for entity in dossier.entities:
        if entity.kind != "person":
            continue
        for mention in entity.mentions:
            text = prose if mention.source == "document" else dossier.texts.get(mention.source, "")
            joint = _BELONGS.match(text, mention.span.end) if mention.kind == "name" else None
            of, kind = starts.get((mention.source, joint.end()), (None, "")) if joint else (None, "")
            if joint is None or of is None or of.text[0].islower():
                continue
            country = bare(of.text) in countries()
            closed = text[of.span.end : of.span.end + 1] in ("", ",", ")", ".", ";", "\n")
            body = kind == "organization" and bool(concepts_of(of.text))
            if country or body:
                bracketed = body and joint.group() == " (" and text[of.span.end : of.span.end + 1] == ")"
                if not joint["of"] and not (country and closed) and not bracketed:
                    continue
                span = Span(mention.span.start, of.span.end)
                title = _NATIONAL if country else _STAFF
                yield (
                    entity.id,
                    mention.source,
                    (
                        dossier.excerpt(mention.source, span),
                        Office(of.span, of.text, of.span, title, of=of.text),
                    ),
                )


def _held(dossier: Dossier, source: str, office: Office) -> Held:
    first, last = office.span.start, office.span.end
    if office.holder:
        first, last = min(first, office.holder.start), max(last, office.holder.end)
    return dossier.excerpt(source, Span(first, last)), office


def _meant_by_pronoun(dossier: Dossier, office: Office) -> str | None:
    """The person of "She had been president": whom the claim that says so speaks of."""
    kinds = {e.id: e.kind for e in dossier.entities}
    for claim in dossier.claims:
        if claim.span.holds(office.span):
            return next((e for e in claim.entities if kinds.get(e) == "person"), None)
    return None


def _of_source(
    dossier: Dossier, source: str, text: str, starts: Mapping[tuple[str, int], str]
) -> Iterator[tuple[str, Office]]:
    """The offices in a post or a release, with whom they are given to."""
    for office in read_offices(text):
        if office.holder:
            person = starts.get((source, office.holder.start))
            if person:
                yield person, office
        # The author is looked up last: most posts of a page with thousands tell no office of their own.
        elif _OWN.search(text, max(0, office.span.start - 16), office.span.start) and (
            author := _author(dossier, source)
        ):
            yield author.id, office


def _author(dossier: Dossier, source: str) -> Entity | None:
    """The person whose account a post is of."""
    post = next((p for p in dossier.posts if p.id == source), None)
    if post is None or not post.handle:
        return None
    return next((e for e in dossier.entities if e.kind == "person" and _owns(e, post.handle)), None)


def _owns(entity: Entity, handle: str) -> bool:
    return any(a.handle.casefold() == handle.casefold() for a in entity.accounts)


def _shown(dossier: Dossier) -> Iterator[tuple[str, Held]]:
    """The offices that persons' accounts show beside their names: "Tobias Lindholt MP"."""
    tails = handle_places(dossier.document, dossier.posts)
    for post in dossier.posts:
        author = _author(dossier, post.id)
        span = tails.get((post.handle or "").casefold())
        if author is None or span is None or not post.author_name:
            continue
        for office in read_offices(post.author_name):
            if office.holder:
                yield author.id, (dossier.excerpt("document", span), office)
        yield from _shown_party(dossier, author, post, span)


def _shown_party(dossier: Dossier, author: Entity, post: Post, span: Span) -> Iterator[tuple[str, Held]]:
    """The party that an account shows behind its owner's name: "Tobias Lindholt (Greens)"."""
    shown = post.author_name or ""
    bracket = shown.find(" (")
    party = party_behind(shown, bracket) if bracket > 0 else None
    if party:
        office = Office(party.span, party.span.of(shown), party.span, _MEMBER, party=party.name)
        yield author.id, (dossier.excerpt("document", span), office)
