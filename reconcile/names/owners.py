"""Whose the accounts are: every handle of the posts and the prose goes to one entity.

What an account calls itself is held against the names of the prose first, then the letters of its handle; a
body is found by what kind of body it is ("Feuerwehr Neuburg" beside "the fire brigade"). What fits nobody
makes an entity of its own, named as it calls itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Account, KnownName, Post
from reconcile.names.accounts import MOST_ACCOUNTS, Holder, accounts_shown, handle_mentions, shown_words
from reconcile.names.cluster import Cluster, Register, key_of
from reconcile.names.described import described_body, place_words, read_signs
from reconcile.names.owner_letters import read_by_letters, says_no_more
from reconcile.names.owner_names import named_by, named_by_acronym, named_by_surname_and_place


def find_owners(register: Register, prose: str, posts: Sequence[Post], roster: Sequence[KnownName]) -> None:
    """Give every account of the documents to a cluster, and add the mentions of its handle."""
    holders = accounts_shown(prose, posts)
    if not holders:
        return
    claimed: dict[str, Cluster] = {}
    mentions = handle_mentions(prose, posts)
    candidates = [c for c in register.latest() if c.in_prose or c.kind == "person"]
    places = place_words(candidates)
    for n, holder in enumerate(holders):
        cluster = _rostered(register, holder, roster)
        if cluster is None and n < MOST_ACCOUNTS:
            cluster = _owner(register, candidates, places, holder)
        if cluster is None:
            cluster = register.add(_own_cluster(holder))
        cluster.accounts.append(Account(holder.platform, holder.handle))
        if holder.shown:
            cluster.aliases.add(shown_words(holder.shown))
        claimed[holder.handle.casefold()] = cluster
    for mention in mentions:
        owner = claimed.get(mention.text.lstrip("@").casefold())
        if owner:
            owner.mentions.append(mention)


def _rostered(register: Register, holder: Holder, roster: Sequence[KnownName]) -> Cluster | None:
    """The cluster of the known name that the roster gives the account to."""
    for known in roster:
        if any(a.handle.casefold() == holder.handle.casefold() for a in known.accounts):
            for name in (known.name, *known.aliases):
                # The prose may spell the name otherwise: then it is told, and the account is still its bearer's.
                cluster = register.exact(key_of(name)) or named_by(register, name)
                if cluster:
                    return cluster
            cluster = Cluster(known.name, key_of(known.name), in_prose=False)
            cluster.votes[known.kind] += 9
            return register.add(cluster)
    return None


def _owner(
    register: Register, candidates: Sequence[Cluster], places: frozenset[str], holder: Holder
) -> Cluster | None:
    if holder.behind is not None:
        for named in candidates:
            if any(m.source == "document" and m.span.end == holder.behind for m in named.mentions):
                return named
    shown = shown_words(holder.shown or "")
    signs = read_signs(holder.handle, shown)
    cluster = named_by(register, shown) or described_body(candidates, signs, places, generic=False)
    cluster = cluster or named_by_acronym(candidates, shown)
    if cluster:
        return cluster
    match, cluster = read_by_letters(candidates, holder, shown)
    if cluster and cluster.kind != "person" and len(cluster.words) == 1 and not cluster.common:
        # "Tolm Observatory" is the observatory, where the prose has one, before it is Tolm.
        cluster = described_body(candidates, signs, places | {cluster.words[0]}, generic=True) or cluster
    whole = cluster is not None and len(cluster.words) > 1 and cluster.kind != "place"
    if cluster and (cluster.kind == "person" or whole or says_no_more(match, cluster)):
        return cluster
    cluster = named_by_surname_and_place(candidates, signs.words, places)
    if cluster:
        return cluster
    return _by_title(candidates, holder) or described_body(candidates, signs, places, generic=True)


def _by_title(candidates: Sequence[Cluster], holder: Holder) -> Cluster | None:
    """The one person of the prose who bears the title that stood before the handle."""
    if not holder.titles:
        return None
    fitting = [
        c
        for c in candidates
        if c.in_prose and c.kind == "person" and not c.accounts and set(holder.titles) & c.titles
    ]
    return fitting[0] if len(fitting) == 1 else None


def _own_cluster(holder: Holder) -> Cluster:
    """The entity of an account whose owner the prose does not name."""
    name = shown_words(holder.shown or "") or holder.handle
    cluster = Cluster(name, key_of(name), in_prose=False)
    concepts = read_signs(holder.handle, name).concepts
    cluster.concepts |= concepts
    two_names = 1 < len(name.split()) <= 3 and not concepts and holder.shown is not None
    cluster.votes["person" if two_names else "organization"] += 3
    return cluster
