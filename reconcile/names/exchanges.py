"""Another existing person or body in the place of the right one: "Telva Rail" for "Telva Cargo".

Two names are taken for an exchange only where the evidence's one never stands in the prose, the prose's one
not in the passage that bears the claim out, and the two share a word of their names or an office that one
person holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.lexicons import load_groups
from reconcile.model import Dossier, Entity, Excerpt, Link, Mention, Statement
from reconcile.names.bodies import body_words, club_forms, concepts_of, legal_forms
from reconcile.names.cluster import end_alike, key_of
from reconcile.names.compare import compare_names
from reconcile.names.holders import read_offices
from reconcile.names.likeness import is_slip
from reconcile.names.office_clash import office_clash
from reconcile.names.office_phrases import Office

#: Words in capitals shorter than this are acronyms: they may stand for anything.
_ACRONYM = 5


class Exchange(NamedTuple):
    """The name in the prose, and the one of the evidence that stands in its place."""

    printed: Excerpt
    evidence: Excerpt
    confidence: float


def find_exchanges(dossier: Dossier) -> Iterator[Exchange]:
    """Every name of the prose that stands where the evidence has another one's, once a name."""
    if not dossier.links:
        return
    entities = {e.id: e for e in dossier.entities}
    claims = {c.id: c for c in dossier.claims}
    evidence = {s.id: s for s in dossier.evidence}
    told: set[str] = set()
    named = _Named(dossier.entities)
    for link in dossier.links:
        claim = claims[link.claim]
        best = [evidence[s] for s in link.statements[:1] if s in evidence] or _in_span(dossier, link)[:1]
        here = named.in_(claim)
        there = {e: m for s in best for e, m in named.in_(s).items()}
        for printed, mention in here.items():
            if printed in told or printed in there:
                continue
            others = [(entities[e], m) for e, m in there.items() if e not in here]
            other = _exchanged(entities[printed], mention, others)
            sure = 0.85
            if other is None and best and claim.mode is None:
                other, sure = _same_office(entities[printed], mention, others, claim, best[0]), 0.75
            if other and not _one_person(mention, there[other.id]):
                told.add(printed)
                excerpt = dossier.excerpt(link.evidence, there[other.id].span)
                yield Exchange(dossier.excerpt("document", mention.span), excerpt, sure)


def _one_person(one: Mention, other: Mention) -> bool:
    """Whether the names alone are accepted spellings of one: "Alexander Petrov", "Aleksandr Petrow"."""
    if end_alike(key_of(one.text), key_of(other.text)):
        return True
    return compare_names(one.text, other.text).kind in ("equal", "variant")


def _in_span(dossier: Dossier, link: Link) -> list[Statement]:
    return [s for s in dossier.evidence if s.source == link.evidence and s.span.overlaps(link.span)]


class _Named:
    """Where the texts name which entity."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        #: Source -> begin of a mention, the entity's number, the mention; by rising begin.
        self._names: dict[str, list[tuple[int, int, Mention]]] = {}
        for number, entity in enumerate(entities):
            for mention in entity.mentions:
                if mention.kind == "name":
                    self._names.setdefault(mention.source, []).append((mention.span.start, number, mention))
        for names in self._names.values():
            names.sort(key=lambda row: row[:2])
        self._entities = entities

    def in_(self, statement: Statement) -> dict[str, Mention]:
        """The entities that a statement names, in their order, with the first place where it does."""
        names, end = self._names.get(statement.source, []), statement.span.end
        found: dict[int, Mention] = {}
        for start, number, mention in names[bisect_left(names, (statement.span.start,)) :]:
            if start >= end:
                break
            if mention.span.end <= end:
                found.setdefault(number, mention)
        return {self._entities[number].id: found[number] for number in sorted(found)}


def _exchanged(printed: Entity, mention: Mention, others: Sequence[tuple[Entity, Mention]]) -> Entity | None:
    """The one entity of the evidence that the prose's name took the place of, or None."""
    fitting = [
        entity
        for entity, there in others
        if _not_in_prose(entity)
        and "place" not in (entity.kind, printed.kind)
        and _alike(
            mention.text, there.text, persons=entity.kind == printed.kind == "person", known=_known(printed)
        )
    ]
    return fitting[0] if len(fitting) == 1 else None


def _same_office(
    printed: Entity,
    mention: Mention,
    others: Sequence[tuple[Entity, Mention]],
    claim: Statement,
    passage: Statement,
) -> Entity | None:
    """Who holds in the evidence the office that the prose gives to somebody else.

    The prose's person must stand nowhere in the evidence, the evidence's one nowhere in the prose.
    """
    if printed.kind != "person" or any(m.source != "document" for m in printed.mentions):
        return None
    mine = _office_at(claim, mention)
    if mine is None:
        return None
    fitting = [
        entity
        for entity, there in others
        if entity.kind == "person"
        and _not_in_prose(entity)
        and not any(m.source == "document" for m in entity.mentions)
        and (theirs := _office_at(passage, there))
        and _one_office(mine, theirs)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _office_at(statement: Statement, mention: Mention) -> Office | None:
    """The office that a statement gives to the holder at a mention."""
    at = mention.span.start - statement.span.start
    return next((o for o in read_offices(statement.text) if o.holder and o.holder.start == at), None)


def _one_office(a: Office, b: Office) -> bool:
    """Whether two titles are one office, of which there is one holder: of one field, of one body or place."""
    if a.title is not b.title or a.status != b.status or office_clash(a, b):
        return False
    return (
        bool(a.fields & b.fields)
        or bool(a.of and b.of)
        or a.title.name in load_groups("offices", "written")["single"]
    )


def _not_in_prose(entity: Entity) -> bool:
    return not any(m.source == "document" and m.kind == "name" for m in entity.mentions)


def _known(entity: Entity) -> bool:
    """Whether the evidence has the prose's name for somebody: then it is no other name misprinted."""
    return any(m.source != "document" and key_of(m.text) == key_of(entity.name) for m in entity.mentions)


def _alike(a: str, b: str, *, persons: bool, known: bool) -> bool:
    """Whether two printed names share a word of their own and differ in another that is no slip of it.

    A slip is let pass where the name is `known`.
    """
    first, second = key_of(a), key_of(b)
    if len(first) < 2 or len(second) < 2:
        return False
    if persons and len(first) == len(second) and all(_near(x, y) for x, y in zip(first, second, strict=True)):
        return sum(x != y for x, y in zip(first, second, strict=True)) > (0 if known else 1)
    if first[0] == second[0] and abs(len(first) - len(second)) > 1:
        return False  # one is the other cut short: "Moa Point Penguin Watch", "Moa Pt"
    common = {w for w in first if w in second and (persons or not _general(w))}
    left_a, left_b = [w for w in first if w not in second], [w for w in second if w not in first]
    if not common or not left_a or not left_b:
        return False
    if not known and any(is_slip(x, y) for x in left_a for y in left_b):
        return False
    if any(w.isupper() and len(w) < _ACRONYM for w in (*a.split(), *b.split())):
        return False
    if _shortens(left_a, left_b) or _shortens(left_b, left_a):
        return False
    if persons:
        found = compare_names(a, b)
        return first[-1] == second[-1] and (
            found.kind not in ("equal", "variant") if known else not found.same
        )
    return (
        first[0] == second[0]
        and not (set(left_a) | set(left_b)) <= _forms()
        and not _one_kind(left_a, left_b)
    )


def _near(a: str, b: str) -> bool:
    """Whether two words begin alike and differ in a letter or two: "Mia", "Mio"; "Wendt", "Wend"."""
    return a[0] == b[0] and abs(len(a) - len(b)) <= 1 and sum(x != y for x, y in zip(a, b, strict=False)) <= 1


def _shortens(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether words stand for others cut short: "GS" for "Grammar School", "Comp" for "Comprehensive"."""
    initials = "".join(w[0] for w in long)
    return any(w == initials or any(x.startswith(w) for x in long) for w in short)


def _general(word: str) -> bool:
    """Whether many bodies have the word: "bank", "port", "ministry"."""
    return word in body_words() or bool(concepts_of(word))


def _forms() -> frozenset[str]:
    return legal_forms() | club_forms()


def _one_kind(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words in which two bodies' names differ say the same: "Line", "Shipping"."""
    return bool(concepts_of(" ".join(a)) & concepts_of(" ".join(b)))
