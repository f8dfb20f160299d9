"""Roles: another office, an office that is over or not begun, another party, country or employer.

An office is wrong only where the evidence gives the same person another one of the same kind, and neither
text has both: whoever changes office is called both, and titles are shortened on second mention.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.finding import clashes, finding, named
from reconcile.lexicons import load_words
from reconcile.model import Discrepancy, Dossier, Excerpt
from reconcile.names.held import Held, offices_by_person
from reconcile.names.office_clash import clashing
from reconcile.names.office_phrases import Office
from reconcile.patterns import lazy_regex

_WHAT = {
    "role.title": "another office",
    "role.tense": "the office in another state",
    "role.affiliation": "another party, country or employer",
}
_WORD = lazy_regex(r"\p{Ll}++")
#: What an office is over: it stands in the prose already.
_OF = lazy_regex(r"\s(?:of|for|at|in)\s.*\Z")


def check(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings role.title, role.tense and role.affiliation."""
    told: list[Excerpt] = []
    for person, (claimed, evidence) in offices_by_person(dossier).items():
        for here, office, there, other, kind in clashing(claimed, evidence):
            if kind == "role.tense" and _changes(dossier, person, claimed, evidence):
                continue
            told.append(here)
            yield _finding(dossier, kind, here, there, _suggestion(kind, office, other), _confidence(kind))
    for _, comparison, here, there in clashes(dossier, "role"):
        if comparison.clash == "role.tense" or any(t.span.overlaps(here.span) for t in told):
            continue
        yield _finding(dossier, comparison.clash, here, there, comparison.suggestion, comparison.confidence)


def _finding(
    dossier: Dossier, kind: str, here: Excerpt, there: Excerpt, suggestion: str | None, confidence: float
) -> Discrepancy:
    message = (
        f"The article has “{here.text}”, {named(dossier, there.source)} has {_WHAT[kind]}: “{there.text}”."
    )
    return finding(kind, message, here, there, suggestion=suggestion, confidence=confidence)


def _confidence(kind: str) -> float:
    return {"role.title": 0.9, "role.tense": 0.85, "role.affiliation": 0.85}[kind]


def _suggestion(kind: str, office: Office, other: Office) -> str | None:
    """The evidence's office in words that can stand in the prose."""
    if kind == "role.affiliation":
        return other.party.replace("_", " ").title() or other.of or None
    if kind == "role.tense" and other.status in ("acting", "former", "deputy"):
        return f"{other.status} {_OF.sub('', office.text)}"
    return other.text


def _changes(dossier: Dossier, person: str, claimed: list[Held], evidence: list[Held]) -> bool:
    """Whether the texts tell of this person's change of office: both states of it are true in turn."""
    if any(office.changing for _, office in [*claimed, *evidence]):
        return True
    words = load_words("names", "changes_of_office")
    told = [s.text for s in (*dossier.claims, *dossier.evidence) if person in s.entities]
    return any(word in words for text in told for word in _WORD.findall(text.lower()))
