"""Holds a report to the labels of its case, and counts: right, too many, missed.

Posts and links are read off the clean reading, the owners of handles and planted discrepancies off the planted one. A
discrepancy is found when one of its very kind is reported at words that overlap the labelled ones; a finding of another
kind there is one too many of its own family, and the labelled one is missed. What is reported at level `note` and not
labelled counts nowhere: notes tell, they do not accuse.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.cases import Case, FindingLabel
from benchmarks.intervals import Counts
from reconcile.model import Discrepancy, Report

_MARKUP = re.compile(r"<[^>]+>")
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(the|a|an) ")
RIGHT, EXTRA, MISSED = range(3)


class Tally:
    """Counts of one article, by measure."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, int]] = Counter()
        self._names: set[str] = set()

    def add(self, name: str, column: int, times: int = 1) -> None:
        """Count in that column; a measure that was named stays, with a count of nothing."""
        self._names.add(name)
        self._counts[name, column] += times

    def judge(self, name: str, right: bool) -> None:
        """Count one answer that is right or wrong: a wrong one is one too many and one missed, so that F1 is the share."""
        if right:
            self.add(name, RIGHT)
        else:
            self.add(name, EXTRA)
            self.add(name, MISSED)

    def counts(self) -> dict[str, tuple[int, int, int]]:
        """The counts, by measure."""
        return {
            name: tuple(self._counts[name, column] for column in range(3)) for name in sorted(self._names)
        }


def score_case(case: Case) -> Counts:
    """The counts of one case: posts, handles, links, relations, each family of discrepancies, all together."""
    clean = case.clean.report()
    planted = clean if case.planted is case.clean else case.planted.report()
    tally = Tally()
    _posts(case, clean, tally)
    _owners(case, planted, tally)
    _links(case, clean, tally)
    _findings(case, clean, planted, tally)
    return tally.counts()


def folded(text: str | None) -> str:
    """The words as a reader sees them: no markup, one space between, no capitals."""
    return " ".join(_MARKUP.sub(" ", text or "").split()).casefold()


def words(text: str | None) -> list[str]:
    """The words, without what stands between them."""
    return _WORD.findall(folded(text))


def likeness(one: str | None, other: str | None) -> float:
    """F1 of the words of the two, counted as often as they stand there."""
    a, b = Counter(words(one)), Counter(words(other))
    common = (a & b).total()
    return 2 * common / (a.total() + b.total()) if common else 0.0


def meets(reported: str, labelled: str) -> bool:
    """Whether one holds the other, or they share half of the words of the shorter."""
    a, b = folded(reported), folded(labelled)
    if not a or not b:
        return False
    one, two = set(words(a)), set(words(b))
    return a in b or b in a or 2 * len(one & two) >= max(1, min(len(one), len(two)))


def alarms(findings: Iterable[Discrepancy]) -> list[Discrepancy]:
    """What accuses: errors and warnings."""
    return [finding for finding in findings if finding.level != "note"]


def unlabelled(findings: Iterable[Discrepancy], labels: Sequence[FindingLabel]) -> list[Discrepancy]:
    """The alarms that no label accounts for."""
    return [one for one in alarms(findings) if not any(_is(one, label) for label in labels)]


def _is(finding: Discrepancy, label: FindingLabel) -> bool:
    return finding.kind == label.kind and meets(finding.claimed.text, label.claimed)


def _posts(case: Case, report: Report, tally: Tally) -> None:
    """Each labelled post once: its words agree (0.9 of them) and platform and handle are right."""
    left = [post for post in report.posts if post.origin == "reproduced"]
    tally.add("posts", RIGHT, 0)
    for label in case.posts:
        hit = next((post for post in left if likeness(post.text, str(label["text"])) >= 0.9), None)
        if hit is None:
            tally.add("posts", MISSED)
            continue
        left.remove(hit)
        same = hit.platform == label["platform"] and _bare(hit.handle) == _bare(str(label["handle"]))
        tally.add("posts", RIGHT if same else MISSED)
    tally.add("posts", EXTRA, len(left))


def _bare(handle: str | None) -> str:
    return (handle or "").casefold().lstrip("@")


def _owners(case: Case, report: Report, tally: Tally) -> None:
    """A handle is right where its account's entity bears the labelled name; owned by another, it is one too many."""
    tally.add("handles", RIGHT, 0)
    for handle, name in case.owners:
        owners = [e for e in report.entities if any(_bare(a.handle) == _bare(handle) for a in e.accounts)]
        spellings = [owner.name for owner in owners]
        spellings += [m.text for owner in owners for m in owner.mentions if m.kind == "name"]
        wanted = f" {_without_article(name)} "
        if any(wanted in f" {_without_article(spelling)} " for spelling in spellings):
            tally.add("handles", RIGHT)
        else:
            tally.add("handles", MISSED)
            named = any(m.kind == "name" and m.source == "document" for o in owners for m in o.mentions)
            tally.add("handles", EXTRA, named)


def _without_article(name: str) -> str:
    return _ARTICLE.sub("", folded(name))


def _links(case: Case, report: Report, tally: Tally) -> None:
    """A link is a pair of evidence and sentence; of the right ones, `relation` counts those of the right relation."""
    claims = {claim.id: claim.text for claim in report.claims}
    got = {(link.evidence, link.claim): link.relation for link in report.links}
    left = dict(got)
    tally.add("links", RIGHT, 0)
    for label in case.links:
        hits = [
            pair for pair in got if pair[0] == label.evidence and same_sentence(claims[pair[1]], label.claim)
        ]
        tally.add("links", RIGHT if hits else MISSED)
        if hits:
            tally.judge("relation", any(got[pair] == label.relation for pair in hits))
        for pair in hits:
            left.pop(pair, None)
    tally.add("links", EXTRA, len(left))


def same_sentence(claim: str, label: str) -> bool:
    """A claim may be a clause of the labelled sentence, and marks may fall on either side of its end."""
    a, b = folded(claim), folded(label)
    one, two = set(words(a)), set(words(b))
    return bool(one and two) and (a in b or b in a or len(one & two) >= 0.8 * min(len(one), len(two)))


def _findings(case: Case, clean: Report, planted: Report, tally: Tally) -> None:
    tally.add("discrepancies", RIGHT, 0)
    for label in case.findings:
        found = any(_is(finding, label) for finding in planted.discrepancies)
        for name in (f"discrepancies: {label.kind.partition('.')[0]}", "discrepancies"):
            tally.add(name, RIGHT if found else MISSED)
    # An alarm that stands in both readings has one cause, and is counted once.
    extra = {(one.kind, folded(one.claimed.text)) for one in unlabelled(planted.discrepancies, case.findings)}
    quiet = unlabelled(clean.discrepancies, case.standing)
    extra |= {(one.kind, folded(one.claimed.text)) for one in quiet}
    for kind, _ in sorted(extra):
        for name in (f"discrepancies: {kind.partition('.')[0]}", "discrepancies"):
            tally.add(name, EXTRA)
    tally.judge("clean readings without an alarm", not quiet)
