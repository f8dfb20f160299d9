"""The kinds of discrepancy, in the order in which they are tried: the first that fits a cause is reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import cast

from reconcile.errors import InputError
from reconcile.lexicons import load_toml
from reconcile.model import Rule

#: A word this like a kind's name may be a slip for it (difflib's ratio).
_NEAR = 0.7


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every kind with its rule, in the order of the table `lexicons/kinds.toml`."""
    rows = cast("list[dict[str, str]]", load_toml("kinds")["kind"])
    rules = [Rule(**row) for row in rows]  # type: ignore[arg-type]  # the table's test checks its fields
    return MappingProxyType({rule.kind: rule for rule in rules})


@cache
def rank(kind: str) -> int:
    """The place of `kind` in the table, from 0."""
    return list(all_rules()).index(kind)


def kinds_named(names: Sequence[str], place: str) -> frozenset[str]:
    """The kinds that `names` (kinds or families) stand for.

    Raises InputError for one that does not exist; `place` says where it was named.
    """
    found: set[str] = set()
    for name in names:
        matches = {rule.kind for rule in all_rules().values() if name in (rule.kind, rule.family)}
        if not matches:
            from difflib import get_close_matches  # for a mistake alone

            known = [*all_rules(), *sorted({rule.family for rule in all_rules().values()})]
            near = next(iter(get_close_matches(name, known, 1, _NEAR)), "")
            meant = f"did you mean {near!r}? " if near else ""
            raise InputError(place, f"there is no kind {name!r}", f"{meant}`reconcile explain` lists all")
        found |= matches
    return frozenset(found)
