"""Makes the changes, holds each changed article against its evidence, and counts what is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from random import Random

from attrs import evolve, frozen

from benchmarks.cases import Case
from benchmarks.intervals import Counts
from benchmarks.mutations.claims import Claim, Edit, Sort, claims, whole
from benchmarks.scoring import alarms, folded, meets, unlabelled
from reconcile.model import Discrepancy, Excerpt, Report, Span

SEED = "mutations 1"
#: Of one sort and one article: a text with ten figures in it is one text.
EACH = 2
#: Names any change of a headline rightly: the body itself says otherwise.
_ANY = ("doc.headline",)


@frozen
class Trial:
    """One change that was made, and what `reconcile` said of it that it had not said before."""

    case: str
    sort: str
    before: str
    after: str
    #: Whether one of the sort's own kinds was reported at the changed words.
    found: bool
    #: Every new error or warning: kind, words.
    said: tuple[tuple[str, str], ...]
    #: Of those, the kinds at the changed words.
    there: tuple[str, ...]


def run(cases: Sequence[Case], sorts: Sequence[Sort]) -> list[Trial]:
    """Every change of these sorts, case by case: the same trials in the same order, whenever it is run."""
    return [trial for case in cases for trial in _run_case(case, sorts)]


def _run_case(case: Case, sorts: Sequence[Sort]) -> Iterator[Trial]:
    known: set[tuple[str, str]] | None = None
    sentences = claims(case)
    for sort in sorts:
        if sort.whole and case.standing:
            continue  # a second fault in the same post would hide the first
        for claim, edit in _chosen(case, sort, [whole(case)] if sort.whole else sentences):
            if known is None:
                known = {_key(one) for one in alarms(case.clean.report().discrepancies)}
            yield _try(case, sort, claim, edit, known)


def _chosen(case: Case, sort: Sort, sentences: Sequence[Claim]) -> list[tuple[Claim, Edit]]:
    every = [(claim, edit) for claim in sentences for edit in sort.edits(claim)]
    if len(every) <= EACH:
        return every
    picked = Random(f"{SEED} {case.name} {sort.name}").sample(range(len(every)), EACH)
    return [every[at] for at in sorted(picked)]


def _try(case: Case, sort: Sort, claim: Claim, edit: Edit, known: set[tuple[str, str]]) -> Trial:
    article = case.clean.article
    after = edit.apply(claim.text)
    changed = article[: claim.start] + after + article[claim.start + len(claim.text) :]
    report = evolve(case.clean, article=changed).report()
    new = [one for one in alarms(report.discrepancies) if _key(one) not in known]
    before, at, behind = around(after, edit)
    place = locate(report, before, at, behind)
    there = [one for one in new if _touches(one, place, at)]
    return Trial(
        case.name,
        sort.name,
        claim.text[max(0, edit.start - 30) : edit.end + 30] if sort.whole else claim.text,
        at if sort.whole else after,
        any(one.kind in sort.kinds or (sort.kinds and one.kind in _ANY) for one in there),
        tuple((one.kind, one.claimed.text) for one in new),
        tuple(one.kind for one in there),
    )


def _key(finding: Discrepancy) -> tuple[str, str]:
    return finding.kind, folded(finding.claimed.text)


def around(text: str, edit: Edit) -> tuple[str, str, str]:
    """The changed text in three: up to the word before the change, the change with a word on each side, the rest."""
    start = edit.start + len(edit.new) - len(edit.new.lstrip())
    end = max(start, edit.start + len(edit.new.rstrip()))
    before = re.search(r"\S*\s*\S*$", text[:start])
    # Where a word was taken out with the space behind it, the next word begins here.
    behind = re.match(r"\S*" if text[:end][-1:].isspace() else r"\S*\s*\S*", text[end:])
    first = before.start() if before else start
    last = end + (behind.end() if behind else 0)
    return text[:first], text[first:last], text[last:]


def locate(report: Report, before: str, at: str, behind: str) -> Span | None:
    """Where the change stands in the article's text; None where markup hides it."""
    tail = 200  # of the sentence on either side: enough to tell one place from another
    pattern = f"{_loose(before[-tail:])}\\s*(?P<at>{_loose(at)})\\s*{_loose(behind[:tail])}"
    found = re.search(pattern, report.document.text)
    return Span(*found.span("at")) if found else None


def _loose(text: str) -> str:
    return r"\s+".join(map(re.escape, unescape(text).split()))


def _touches(finding: Discrepancy, place: Span | None, at: str) -> bool:
    sides = [side for side in (finding.claimed, finding.evidence) if side is not None]
    return any(_at(side, place, at) for side in sides)


def _at(side: Excerpt, place: Span | None, at: str) -> bool:
    if place is None or side.source != "document":
        # A handle or a date of a post is reported in the post's own words.
        return folded(side.text) in folded(at) or (place is None and meets(side.text, at))
    return side.span.overlaps(place)


def false_alarms(case: Case) -> list[Discrepancy]:
    """The alarms on the unchanged article that no label accounts for."""
    return unlabelled(case.clean.report().discrepancies, case.standing)


def counts(trials: Sequence[Trial], cases: Sequence[Case]) -> list[Counts]:
    """For the interval, by article: what was found of its changes; what stayed quiet of its harmless ones."""
    rows: list[Counts] = []
    for case in cases:
        mine = [trial for trial in trials if trial.case == case.name]
        row: dict[str, tuple[int, int, int]] = {}
        for name, right in (("changes found", found), ("harmless changes let be", quiet)):
            judged = [right(one) for one in mine if is_harmless(one) == (right is quiet)]
            row[name] = (sum(judged), judged.count(False), judged.count(False))
        rows.append(row)
    return rows


def is_harmless(trial: Trial) -> bool:
    """Whether the change leaves the sentence true."""
    return trial.sort.startswith("harmless")


def found(trial: Trial) -> bool:
    """Whether the change was reported, by one of its kinds."""
    return trial.found


def quiet(trial: Trial) -> bool:
    """Whether nothing new was said."""
    return not trial.said
