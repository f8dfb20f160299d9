"""Whom the letters of a handle name, and whether what they leave over makes another body of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reconcile.names.accounts import Holder
from reconcile.names.bodies import club_forms, concepts_of, trades, wider
from reconcile.names.cluster import Cluster
from reconcile.names.handles import HandleMatch, resolve_handle
from reconcile.names.offices import fields
from reconcile.text import bare

#: Who speaks for a state in its own name: the account is the land's where the prose has no such body.
_STATE = frozenset({"foreign_ministry", "government"})
#: The first letters of a word that an account must have for its name to be tried.
_HINT = 3
#: Roles of a handle's parts that leave nothing open beside a place's name.
_PLAIN_ROLES = frozenset({"word", "given", "family", "middle", "digits", "country", "particle"})


def read_by_letters(
    among: Sequence[Cluster], holder: Holder, shown: str
) -> tuple[HandleMatch | None, Cluster | None]:
    """The cluster whose name explains the letters of the handle, and how; None twice where no name is tried."""
    candidates: dict[str, Cluster] = {}
    letters = bare(f"{holder.handle} {shown}")
    for cluster in among:
        if _hinted(cluster, letters):
            candidates.setdefault(cluster.name, cluster)
    if not candidates:
        return None, None
    match = resolve_handle(holder.handle, list(candidates), display_name=shown or None)
    return match, candidates.get(match.name) if match.name else None


def _hinted(cluster: Cluster, letters: str) -> bool:
    """Whether a name can be read out of an account's letters at all: by a word's beginning, or by its
    initials.
    """
    for word in cluster.words:
        if len(word) >= _HINT and word[:_HINT] in letters:
            return True
    initials = initials_of(cluster.name)
    return len(initials) > 1 and initials in letters


@lru_cache(maxsize=4096)
def initials_of(name: str) -> str:
    """The first letters of a name's words: "nws" of "National Weather Service"."""
    return "".join([w[0] for w in bare(name).split()])


def says_no_more(match: HandleMatch | None, cluster: Cluster) -> bool:
    """Whether what stands in a handle beside a place's or a body's name makes no other body of it.

    A club's "FC" and the like may stand beside any name. Beside a body's, what stands behind it may be the
    place ("nordnetz_kelva"); what stands before it, or names a kind of body, must be its own ("flyzephyr").
    """
    if match is None:
        return False
    rest = [(i, bare(p.text).strip("_-. ")) for i, p in enumerate(match.parts) if p.role not in _PLAIN_ROLES]
    first = next((i for i, p in enumerate(match.parts) if p.role in _PLAIN_ROLES), 0)
    own = {wide for concept in cluster.concepts or concepts_of(cluster.name) for wide in wider(concept)}
    for i, word in rest:
        if not word or word in club_forms() or word in ("official", "the"):
            continue
        kinds = {wide for concept in concepts_of(word) for wide in wider(concept)}
        if kinds & _STATE or (len(cluster.words) > 1 and word in trades()):
            continue
        if cluster.kind == "place" or (kinds and not kinds & own) or word in fields():
            return False
        if i < first and not kinds and len(word) > _HINT:
            return False
    return True
