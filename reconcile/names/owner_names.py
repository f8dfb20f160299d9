"""Whom the name that an account shows names: word for word, misspelt, by its acronym, by a surname and a place."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.names.cluster import Cluster, Register, core_words, key_of
from reconcile.names.compare import compare_names
from reconcile.names.likeness import is_slip
from reconcile.names.owner_letters import initials_of

#: Of fewer letters an acronym may be anything.
_ACRONYM = 3


def named_by(register: Register, shown: str) -> Cluster | None:
    """The cluster whose name the account bears, word for word or as a variant."""
    if not shown:
        return None
    words = key_of(shown)
    cluster = register.exact(words)
    if cluster:
        return cluster if cluster.kind != "place" else None
    for other in register.sharing(words):
        if other.kind == "person" and len(other.words) > 1 and compare_names(shown, other.name).same:
            return other
    spelt = core_words(words)
    near = [c for c in register.near(spelt[0]) if c.in_prose and not c.common and _misprints(c, spelt)]
    return near[0] if len(near) == 1 else None


def named_by_acronym(candidates: Sequence[Cluster], shown: str) -> Cluster | None:
    """The one body of the prose whose acronym an account's name begins with: "NWS Paloma", its local office."""
    acronym = shown.partition(" ")[0]
    if len(acronym) < _ACRONYM or not (acronym.isalpha() and acronym.isupper()):
        return None
    letters = acronym.lower()
    fitting = [
        c
        for c in candidates
        if c.in_prose
        and c.kind == "organization"
        and not c.common
        and initials_of(" ".join(c.words)) == letters
    ]
    return fitting[0] if len(fitting) == 1 else None


def _misprints(cluster: Cluster, spelt: tuple[str, ...]) -> bool:
    """Whether the prose's name is the one that the account shows but for a slip in one word."""
    printed = core_words(cluster.words)
    if len(printed) != len(spelt):
        return False
    unequal = [(a, b) for a, b in zip(printed, spelt, strict=True) if a != b]
    return len(unequal) == 1 and is_slip(*unequal[0])


def named_by_surname_and_place(
    candidates: Sequence[Cluster], words: Sequence[str], places: frozenset[str]
) -> Cluster | None:
    """The one person of the prose whose surname an account bears beside a place of the prose: "Moss Ostra"."""
    own = {word for word in words if word not in places}
    if not own or len(own) == len(words):
        return None
    fitting = [
        c
        for c in candidates
        if c.in_prose and c.kind == "person" and not c.common and c.surname in own and own <= set(c.words)
    ]
    return fitting[0] if len(fitting) == 1 else None
