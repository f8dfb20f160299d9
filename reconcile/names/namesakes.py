"""One person under two names: "Lawyer Paula Stenz" in the prose, "Karla Stenz, lawyer" in the evidence.

The prose's person stands nowhere in the evidence, the evidence's nowhere in the prose; the names share a part or
are near in all parts, and both texts describe the bearer alike, or one bears the other's sentence out. Nobody else
on either side would do as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.grammar.keys import key_of as stem_of
from reconcile.model import Dossier, Entity, Mention
from reconcile.names.bodies import concepts_of
from reconcile.names.cluster import core_words, end_alike, key_of
from reconcile.names.compare import compare_names
from reconcile.names.likeness import is_slip
from reconcile.names.name_kind import is_given_name
from reconcile.names.offices import address, fields, titles
from reconcile.patterns import lazy_regex
from reconcile.reading.prose import prose_only
from reconcile.words import stop_words

#: So many letters of a word may differ for it to be one misprinted; so many more or fewer may it have.
_EDITS, _LONGER = 2, 2
#: How far round a name its bearer is described (characters).
_BEFORE, _BEHIND = 48, 60
#: A link so firm pairs the persons of its two sentences.
_FIRM = 0.9
_APPOSED = lazy_regex(r"(?:,| \() ?(?:\d{1,3}, )?(?P<told>[^.;:()\"“”\n]{3,60}?)(?:[,.)\n]|\Z)")
_LEADING = lazy_regex(r"(?:^|[.;:,\"“”\n(])(?P<told>[^.;:,\"“”\n(]*+)\Z")
_WORD = lazy_regex(r"\p{Ll}[\p{L}-]{2,}|\p{Lu}\p{Ll}++")


class Namesakes(NamedTuple):
    """A person of the prose and one of the evidence who are taken for one."""

    printed: Mention
    evidence: Mention
    #: The names are one misspelt; otherwise they are two people's.
    spelling: bool


def find_namesakes(dossier: Dossier) -> Iterator[Namesakes]:
    """Every person of the prose alone who is, by name and description, one of the evidence alone."""
    yield from _of_bodies(dossier)
    ours = [e for e in dossier.entities if _only(e, prose=True)]
    if not ours:
        return
    theirs = [e for e in dossier.entities if _only(e, prose=False)]
    consorts = [e for e in dossier.entities if e not in theirs and _in_both(e)]
    if not theirs and not consorts:
        return
    texts = {**dossier.texts, "document": prose_only(dossier.document)}
    linked = _linked(dossier)
    pairs = [
        (a, b)
        for a in ours
        for b in theirs
        if not end_alike(key_of(a.name), key_of(b.name))
        and (likeness := _likeness(key_of(a.name), key_of(b.name)))
        and _described_alike(a, b, texts, paired=likeness > 1 and (a.id, b.id) in linked)
    ]
    # Whom the prose names elsewhere by the right name is held against a near one in the very sentence alone.
    pairs += [
        (a, b)
        for a in ours
        for b in consorts
        if (a.id, b.id) in linked and _misnamed(key_of(a.name), key_of(b.name))
    ]
    for a, b in pairs:
        if sum(x is a for x, _ in pairs) == 1 and sum(y is b for _, y in pairs) == 1:
            here = next(m for m in a.mentions if m.kind == "name" and len(key_of(m.text)) > 1)
            there = next(
                m
                for m in b.mentions
                if m.kind == "name" and m.source != "document" and len(key_of(m.text)) > 1
            )
            # One name in two spellings that are both accepted is no slip: "Alexander Petrov", "Aleksandr Petrow".
            if compare_names(here.text, there.text).kind not in ("equal", "variant"):
                yield Namesakes(here, there, _one_spelt_twice(key_of(a.name), key_of(b.name)))


def _only(entity: Entity, *, prose: bool) -> bool:
    """Whether a person is named in full, in the prose alone or in the evidence alone, and has no account."""
    names = [m for m in entity.mentions if m.kind == "name"]
    return (
        entity.kind == "person"
        and not entity.accounts
        and any(len(key_of(m.text)) > 1 for m in names)
        and all((m.source == "document") == prose for m in entity.mentions)
    )


def _one_spelt_twice(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names are near in all parts: one of them may be cut short ("Aas", "Aasen")."""
    return len(a) == len(b) and all(
        _near(x, y) or x.startswith(y) or y.startswith(x) for x, y in zip(a, b, strict=True)
    )


def _in_both(entity: Entity) -> bool:
    """Whether a person is named in full in the prose and in the evidence."""
    full = [m.source == "document" for m in entity.mentions if m.kind == "name" and len(key_of(m.text)) > 1]
    return entity.kind == "person" and any(full) and not all(full)


def _misnamed(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names are near without sharing a part: relatives share one."""
    if len(a) < 2 or len(b) < 2 or set(a) & set(b):
        return False
    return a[-2][0] == b[-2][0] and _near(a[-1], b[-1])


def _of_bodies(dossier: Dossier) -> Iterator[Namesakes]:
    """Bodies of the prose that take the place of who issued the release or owns the account.

    "Telva Railcare", of which the evidence tells nothing, for "Telva Rail": the prose names the issuer nowhere.
    """
    issuers = {core_words(key_of(r.issuer)) for r in dossier.releases if r.issuer}
    theirs = [
        e
        for e in dossier.entities
        if (e.accounts or any(core_words(key_of(m.text)) in issuers for m in e.mentions))
        and e.kind == "organization"
        and not any(m.source == "document" and m.kind == "name" for m in e.mentions)
    ]
    told = {e for s in dossier.evidence for e in s.entities} if theirs else set()
    for theirs_one in theirs:
        there = [m for m in theirs_one.mentions if m.kind == "name"]
        fitting = [
            (m, e)
            for e in dossier.entities
            if e.kind != "place" and e.id not in told and not e.accounts
            for m in e.mentions[:1]
            if m.source == "document" and m.kind == "name" and there and _sister(m.text, there[0].text)
        ]
        if len(fitting) == 1:
            yield Namesakes(fitting[0][0], there[0], spelling=False)


def _sister(a: str, b: str) -> bool:
    """Whether two bodies bear one name of their own, and words of trade that are not the same."""
    first, second = core_words(key_of(a)), core_words(key_of(b))
    return (
        len(first) == len(second) == 2
        and first[0] == second[0]
        and first[1] != second[1]
        and not concepts_of(first[0])
        and a[:1].isupper()
        and a.split()[-1][:1].isupper()
        and not is_slip(first[1], second[1])
        and not concepts_of(first[1]) & concepts_of(second[1])
    )


def _likeness(a: Sequence[str], b: Sequence[str]) -> int:
    """2 where all parts of two names are near or the surname is shared, 1 where the given name is; 0 for two."""
    if len(a) < 2 or len(b) < 2 or tuple(a) == tuple(b):
        return 0
    if len(a) == len(b) and all(_near(x, y) for x, y in zip(a, b, strict=True)):
        return 2
    if a[-1] == b[-1]:
        return 2 if not compare_names(" ".join(a), " ".join(b)).same else 0
    if a[0] == b[0] and is_given_name(a[0]):
        return 1
    return 2 if a[0][0] == b[0][0] and _near(a[-1], b[-1]) and is_given_name(a[0]) else 0


def _near(a: str, b: str) -> bool:
    """Whether one part of a name may be the other misprinted: they begin alike, and two letters differ at most."""
    from rapidfuzz.distance import OSA

    if a == b:
        return True
    if a[0] != b[0] or min(len(a), len(b)) <= _EDITS or abs(len(a) - len(b)) > _LONGER:
        return False
    return OSA.distance(a, b, score_cutoff=_EDITS) <= (_EDITS if min(len(a), len(b)) > _EDITS + 2 else 1)


def _described_alike(a: Entity, b: Entity, texts: dict[str, str], *, paired: bool) -> bool:
    """Whether both texts say the same of the bearer; where one says nothing, whether a link has `paired` them."""
    ours, theirs = _described(a, texts), _described(b, texts)
    return bool(ours & theirs) or (paired and not (ours and theirs))


def _described(entity: Entity, texts: dict[str, str]) -> frozenset[str]:
    """The stems of the words that say what a person is: before the name and in apposition behind it."""
    found: set[str] = set()
    for mention in entity.mentions:
        text = texts.get(mention.source, "")
        if mention.kind != "name":
            continue
        start, end = mention.span.start, mention.span.end
        before = _LEADING.search(text, max(0, start - _BEFORE), start)
        behind = _APPOSED.match(text, end, min(len(text), end + _BEHIND))
        told = [before["told"]] if before else []
        if text[start - 2 : start] == ", ":  # "the district's health officer, Ada Moss,"
            earlier = _LEADING.search(text, max(0, start - 2 - _BEFORE), start - 2)
            told.append(earlier["told"] if earlier else "")
        if behind:
            told.append(behind["told"])
        for part in told:
            for word in _WORD.findall(part):
                lower = word.lower()
                if lower in stop_words() or lower in address():
                    continue
                if lower in titles():
                    found.add(titles()[lower].name)
                elif stem := stem_of(lower):
                    found.add(fields().get(lower, stem))
    return frozenset(found)


def _linked(dossier: Dossier) -> set[tuple[str, str]]:
    """The persons of claims, each with those of the sentence that firmly bears the claim out."""
    claims, evidence = {c.id: c for c in dossier.claims}, {s.id: s for s in dossier.evidence}
    return {
        (a, b)
        for link in dossier.links
        if link.score >= _FIRM
        for s in link.statements[:1]
        if s in evidence
        for a in claims[link.claim].entities
        for b in evidence[s].entities
        if b not in claims[link.claim].entities
    }
