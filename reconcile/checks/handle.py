"""Handles: an account credited to somebody else, a handle misspelt in the prose, an account by another name.

Whether the handle shown and the handle in a post's link agree (handle.permalink) is told with the posts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.checks.finding import finding
from reconcile.model import Discrepancy, Dossier, Entity, Excerpt, Post, Span
from reconcile.names.accounts import shown_words
from reconcile.names.bodies import concepts_of
from reconcile.names.capitals import read_capitals
from reconcile.names.cluster import key_of
from reconcile.names.described import covered, wide_concepts
from reconcile.names.likeness import is_slip
from reconcile.names.name_kind import is_body_word, is_given_name
from reconcile.names.offices import office_words
from reconcile.names.posting import Posting, read_postings
from reconcile.names.spelling import letter_difference
from reconcile.names.tails import handle_places
from reconcile.reading.prose import prose_only
from reconcile.reading.reposts import reposted_from

#: No shorter word of a role tells a body.
_ARTICLE = 4


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings handle.owner, handle.spelling and handle.display."""
    places = handle_places(dossier.document, dossier.posts)
    yield from _spelling(dossier, places)
    yield from _owner(dossier, places)
    yield from _display(dossier, places)


def _spelling(dossier: Dossier, places: Mapping[str, Span]) -> Iterator[Discrepancy]:
    """Handles of the prose that no evidence has, beside one that a post or a release has and that is a slip away."""
    known: dict[str, tuple[str, Excerpt | None]] = {}
    for post in dossier.posts:
        if post.handle:
            # Prose leaves out the server: "@ada_moss" for @ada_moss@lunda.example, "@ada" for @ada.bsky.social.
            for handle in (post.handle, post.handle.partition("@")[0].removesuffix(".bsky.social")):
                known.setdefault(handle.casefold(), (handle, _shown_at(dossier, places, post)))
        for span, handle in read_capitals(post.text or "").handles:
            known.setdefault(handle.casefold(), (handle, dossier.excerpt(post.id, span)))
    for release in dossier.releases:
        for span, handle in read_capitals(release.text).handles:
            known.setdefault(handle.casefold(), (handle, dossier.excerpt(release.id, span)))
    for span, handle in read_capitals(prose_only(dossier.document)).handles:
        key = handle.casefold()
        if key in known:
            continue
        near = [pair for other, pair in known.items() if is_slip(key, other) or _plural(key, other)]
        if len(near) == 1:
            right, evidence = near[0]
            yield finding(
                "handle.spelling",
                f"The article prints the handle @{handle}, the account is @{right} "
                f"({letter_difference(handle, right)}).",
                dossier.excerpt("document", span),
                evidence,
                suggestion=f"@{right}",
                confidence=0.9,
            )


def _plural(key: str, other: str) -> bool:
    """Whether two handles differ by an "s" at the end, which is an inflection in words, but not in handles."""
    return len(key) > _ARTICLE and key.removesuffix("s") == other.removesuffix("s")


def _shown_at(dossier: Dossier, places: Mapping[str, Span], post: Post) -> Excerpt | None:
    span = places.get((post.handle or "").casefold())
    return dossier.excerpt("document", span) if span else None


def _owner(dossier: Dossier, places: Mapping[str, Span]) -> Iterator[Discrepancy]:
    """Sentences that say who posted, where the post is of another one's account."""
    entities = {e.id: e for e in dossier.entities}
    for posting in read_postings(dossier):
        said = entities[posting.poster]
        owners = [(post, owner) for post in posting.posts if (owner := _owner_of(dossier, post))]
        if not owners or len(owners) < len(posting.posts):
            continue
        if not all(_another(dossier, said, owner, post, posting) for post, owner in owners):
            continue
        post, owner = owners[0]
        yield finding(
            "handle.owner",
            f"The article says that {said.name} posted it; @{post.handle} is the account of {owner.name}.",
            dossier.excerpt("document", posting.span),
            _shown_at(dossier, places, post),
            suggestion=owner.name,
            confidence=0.9 if posting.account else 0.8,
        )


def _owner_of(dossier: Dossier, post: Post) -> Entity | None:
    handle = (post.handle or "").casefold()
    return next(
        (e for e in dossier.entities if handle and any(a.handle.casefold() == handle for a in e.accounts)),
        None,
    )


def _another(dossier: Dossier, said: Entity, owner: Entity, post: Post, posting: Posting) -> bool:
    """Whether an account is surely somebody else's: both are known, and neither speaks for the other."""
    if said.id == owner.id or owner.kind == "place" or _speak_for_each_other(said, owner, posting):
        return False
    if reposted_from(post.text or ""):
        return False  # its words are another account's
    if said.accounts or (posting.account and posting.quoted):
        return True
    if any(mention.source == post.id for mention in said.mentions):
        return False
    named = any(m.source == "document" and m.kind == "name" for m in owner.mentions)
    if said.name.islower():
        return _of_another_kind(
            said, owner, post, posting
        )  # "the tenants' league" may translate the account's name
    return posting.quoted or named or _of_another_kind(said, owner, post, posting)


def _of_another_kind(said: Entity, owner: Entity, post: Post, posting: Posting) -> bool:
    """Whether an account shows itself to be nobody like the poster: a person's for a body's, a body's for a
    person's own, or another kind of body's.
    """
    shown = concepts_of(shown_words(post.author_name or ""))
    if said.kind == "organization" and owner.kind == "person":
        return _bears_a_name(post) and not shown
    if said.kind == "person" and owner.kind == "organization":
        return posting.account and bool(shown)
    ours = concepts_of(said.name) - wide_concepts()
    return bool(ours) and bool(shown - wide_concepts()) and ours.isdisjoint(shown)


def _bears_a_name(post: Post) -> bool:
    """Whether an account shows a given name and a family name, and no more."""
    words = key_of(shown_words(post.author_name or ""))
    return len(words) > 1 and is_given_name(words[0]) and not any(map(is_body_word, words))


def _speak_for_each_other(said: Entity, owner: Entity, posting: Posting) -> bool:
    """Whether one name holds the other's words: the mayor and the mayor's office, a club and its women.

    A minister's account is not the ministry's: they are held apart where the prose speaks of the account, or
    where the person has another one. Whoever is called by the office is not ("the mayor's office").
    """
    if said.kind == owner.kind == "person":
        return False
    first = frozenset(w.removesuffix("'s") for w in key_of(said.name))
    second = frozenset(w.removesuffix("'s") for w in key_of(owner.name))
    if any(covered(w, second) for w in first):
        return True
    person, body = (said, second) if said.kind == "person" else (owner, first)
    if person.kind != "person" or person is owner:
        return False
    apart = posting.account or bool(said.accounts)
    titles = [w for role in person.roles for w in key_of(role) if len(w) > _ARTICLE]
    if apart:
        return any(w in office_words() and w in body for w in titles)
    return any(covered(w, body) for w in titles)


def _display(dossier: Dossier, places: Mapping[str, Span]) -> Iterator[Discrepancy]:
    """Accounts that call themselves otherwise than the prose calls their owner."""
    for post in dossier.posts:
        owner = _owner_of(dossier, post)
        here = (
            next((m for m in owner.mentions if m.source == "document" and m.kind == "name"), None)
            if owner
            else None
        )
        shown = shown_words(post.author_name or "")
        evidence = _shown_at(dossier, places, post)
        if owner is None or here is None or not shown or evidence is None:
            continue
        words = frozenset(key_of(shown))
        if not any(covered(w, words) for m in owner.mentions for w in key_of(m.text)):
            yield finding(
                "handle.display",
                f"The article calls it {here.text}, the account calls itself {shown}.",
                dossier.excerpt("document", here.span),
                evidence,
                confidence=0.8,
            )
