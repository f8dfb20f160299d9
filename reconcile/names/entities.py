"""Who is who in one article and its evidence: every person, body and place with all its mentions.

Identity is decided by evidence first (a handle's letters, what an account calls itself, titles, apposition,
that no second one fits) and by the spelling after that. What is unsure stays apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from reconcile.model import Account, Document, Entity, KnownName, Mention, Post, Release
from reconcile.names.cluster import PROSE, Cluster, Register, key_of
from reconcile.names.evidence_names import add_issuers, gather_evidence, words_in_evidence
from reconcile.names.owners import find_owners
from reconcile.names.prose_names import gather_prose
from reconcile.names.roles import assign_roles
from reconcile.reading.prose import prose_only


def resolve_entities(
    document: Document, posts: Sequence[Post], releases: Sequence[Release], roster: Sequence[KnownName]
) -> tuple[Entity, ...]:
    """The entities of an article and its evidence, ids e1, e2 ... in the order of their first mention.

    `posts` are the reproduced and the supplied ones; `roster` names people and bodies that are known
    beforehand: where it gives an account to somebody, nothing else is asked. An account belongs to one
    entity.
    """
    prose = prose_only(document)
    register = gather_prose(
        prose, words_in_evidence(posts, releases) | _rostered_words(roster), document.language
    )
    _apply_roster(register, roster)
    assign_roles(register, PROSE, prose)
    gather_evidence(register, posts, releases)
    find_owners(register, prose, posts, roster)
    add_issuers(register, releases)
    for source, text in _texts(posts, releases):
        assign_roles(register, source, text)
    return _entities(register, posts, releases)


def _rostered_words(roster: Sequence[KnownName]) -> frozenset[str]:
    return frozenset(
        word for known in roster for name in (known.name, *known.aliases) for word in key_of(name)
    )


def _apply_roster(register: Register, roster: Sequence[KnownName]) -> None:
    """Let the roster say what kind its people and bodies are, and by which other forms they go."""
    for known in roster:
        forms = [key_of(name) for name in (known.name, *known.aliases)]
        cluster = next((c for form in forms if (c := register.exact(form))), None)
        if cluster:
            cluster.votes[known.kind] += 20
            for form in forms:
                register.index(cluster, form)


def _texts(posts: Sequence[Post], releases: Sequence[Release]) -> list[tuple[str, str]]:
    return [(p.id, p.text) for p in posts if p.text] + [(r.id, r.text) for r in releases if r.text]


def _entities(register: Register, posts: Sequence[Post], releases: Sequence[Release]) -> tuple[Entity, ...]:
    """The clusters as entities, in the order of their first mention: prose, posts, releases."""
    order = {PROSE: 0}
    for source in [*(p.id for p in posts), *(r.id for r in releases)]:
        order[source] = len(order)
    ranked = [(_by_place(c.mentions, order), c) for c in register if c.mentions or c.accounts]
    unseen = (len(order), 0)
    ranked.sort(key=lambda row: row[0][0][0][:2] if row[0] else unseen)
    return tuple(
        _entity(f"e{n}", cluster, tuple([m for _, m in places]))
        for n, (places, cluster) in enumerate(ranked, 1)
    )


_Place: TypeAlias = tuple[int, int, int]


def _by_place(mentions: Sequence[Mention], order: dict[str, int]) -> list[tuple[_Place, Mention]]:
    """Mentions in order of their places (source, start, end), the first one at each."""
    if len(mentions) == 1:
        only = mentions[0]
        return [((order[only.source], only.span.start, only.span.end), only)]
    places: dict[_Place, Mention] = {}
    for mention in mentions:
        span = mention.span
        places.setdefault((order[mention.source], span.start, span.end), mention)
    return sorted(places.items())


def _entity(name: str, cluster: Cluster, mentions: tuple[Mention, ...]) -> Entity:
    accounts: dict[tuple[str, str], Account] = {}
    for account in cluster.accounts:
        accounts.setdefault((account.platform, account.handle.casefold()), account)
    return Entity(
        id=name,
        kind=cluster.kind,
        name=cluster.name,
        mentions=mentions,
        accounts=tuple(accounts.values()),
        roles=tuple(dict.fromkeys(cluster.roles)),
    )
