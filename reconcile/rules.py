"""The kinds of discrepancy, in the order in which they are tried: the first that fits a cause is reported."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

from reconcile.lexicons import load_toml
from reconcile.model import Rule


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
