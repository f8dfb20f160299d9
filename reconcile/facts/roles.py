"""Roles: offices with their status and what they are of ("former state secretary for migration")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reconcile.model import Comparison, Role, Span, Statement
from reconcile.names.cluster import key_of
from reconcile.names.holders import read_offices
from reconcile.names.likeness import is_slip
from reconcile.names.office_clash import clashing
from reconcile.names.office_phrases import Office
from reconcile.text import bare

AGREES = True


def find(text: str, anchor: date | None) -> Iterator[Role]:
    """The offices in `text`, in order."""
    for office in read_offices(text):
        of = " ".join(sorted(office.fields - {office.title.field})) or bare(office.of) or office.party
        yield Role(office.span, office.text, office.title.name, office.status, of)


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """The offices of a claim held against those that the evidence gives the same person.

    A clash needs the person's name (or handle) beside both titles, and no office on which the two agree.
    """
    if not any(isinstance(fact, Role) for fact in claim.facts):
        return
    bearing = [s for s in evidence if any(isinstance(fact, Role) for fact in s.facts)]
    if not bearing:
        return
    claimed = list(_held(claim))
    held = [pair for s in bearing for pair in _held(s)]
    for holder in dict.fromkeys(name for (_, name), _ in claimed):
        own = [(where, office) for where, office in claimed if where[1] == holder]
        others = [(where, office) for where, office in held if _one_person(holder, where[1])]
        yield from _compared(own, others)


def _held(statement: Statement) -> Iterator[tuple[tuple[int, str], Office]]:
    """The offices of a statement that have a named holder: where the statement begins, and the holder's
    words.
    """
    for office in read_offices(statement.text):
        if office.holder:
            yield (statement.span.start, office.holder.of(statement.text)), office


def _one_person(name: str, other: str) -> bool:
    """Whether two printed holders are one person: by surname, or by a handle that has it."""
    if name.startswith("@") or other.startswith("@"):
        handle, printed = (name, other) if name.startswith("@") else (other, name)
        return key_of(printed)[-1].replace("-", "") in bare(handle).replace("_", "") or handle == printed
    first, second = key_of(name), key_of(other)
    if first[-1] != second[-1] and not is_slip(first[-1], second[-1]):
        return False
    return len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0]


def _compared(
    own: list[tuple[tuple[int, str], Office]], others: list[tuple[tuple[int, str], Office]]
) -> Iterator[Comparison]:
    clashes = {id(c[1]): c for c in clashing(own, others)}
    for (start, _), office in own:
        clash = clashes.get(id(office))
        if clash:
            _, _, (at, _), other, kind = clash
            yield Comparison(
                "role", 0.0, office.text, other.text, kind,
                _moved(office, start), _moved(other, at), kind, other.text, 0.85,
            )  # fmt: skip
            continue
        same = [((at, name), o) for (at, name), o in others if o.title is office.title]
        if same:
            (at, _), other = same[0]
            yield Comparison(
                "role", 1.0, office.text, other.text, "", _moved(office, start), _moved(other, at)
            )


def _moved(office: Office, start: int) -> Span:
    """The span of an office and its holder in the whole source, of which its statement begins at `start`."""
    first, last = office.span.start, office.span.end
    if office.holder:
        first, last = min(first, office.holder.start), max(last, office.holder.end)
    return Span(start + first, start + last)
