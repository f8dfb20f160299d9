"""What each ingredient of a link is worth: the links' F1 without it, nothing set anew.

    python -m benchmarks.ablation

Scores the fixtures' own cases, and where they are, the other cases and the labelled pages (`page_links.jsonl` beside
them): F1 of the links, and how many of the right ones have the right relation. Then what is wrong, by cause.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from unittest.mock import patch

from attrs import evolve, fields, frozen

from benchmarks import pages
from benchmarks.cases import load
from benchmarks.scoring import likeness, same_sentence, words
from reconcile import links, reconcile
from reconcile.links import wording
from reconcile.links.terms import pairs_of
from reconcile.links.weights import WEIGHTS, Scale, Signs, Weights
from reconcile.model import Comparison, Report
from reconcile.reading.language import language_of

RIGHT, EXTRA, MISSED, RELATION = range(4)


@frozen
class Label:
    """A passage of the prose that evidence bears on; an unsure one counts neither way."""

    evidence: str
    claims: frozenset[str]
    relation: str
    unsure: bool = False


@frozen
class Sample:
    """An article as it was read, and its links as they should be; `judged` names the evidence that was labelled."""

    report: Report
    labels: tuple[Label, ...]
    judged: frozenset[str] | None = None

    def score(self, *, entities: bool = True) -> Counter[int]:
        """Right, too many, missed; right with the right relation."""
        told, read = self.report, self.report.entities if entities else ()
        made = links.link_statements(told.claims, told.evidence, read, told.posts)
        got = {(one.evidence, one.claim): one.relation for one in made}
        left = {pair for pair in got if self.judged is None or pair[0] in self.judged}
        counts: Counter[int] = Counter()
        for label in self.labels:
            hits = {(label.evidence, claim) for claim in label.claims} & got.keys()
            left -= hits
            if not label.unsure:
                counts[RIGHT if hits else MISSED] += 1
                counts[RELATION] += any(got[hit] == label.relation for hit in hits)
        counts[EXTRA] += len(left)
        return counts


def causes(sample: Sample) -> Iterator[str]:
    """Why each link is missed or too many, as far as counting words tells."""
    told = sample.report
    claims = {claim.id: claim.text for claim in told.claims}
    texts = defaultdict(str)
    for statement in told.evidence:
        texts[statement.source] += statement.text + " "
    got = {
        (x.evidence, x.claim)
        for x in links.link_statements(told.claims, told.evidence, told.entities, told.posts)
    }
    wanted = {(label.evidence, claim): label.unsure for label in sample.labels for claim in label.claims}
    for label in sample.labels:
        pairs = [(label.evidence, claim) for claim in sorted(label.claims)]
        if label.unsure or not got.isdisjoint(pairs):
            continue
        if not pairs:
            yield "missed: the sentence was not found"
            continue
        claim, text = claims[pairs[0][1]], texts[label.evidence]
        if (language_of(text) or "en") != (language_of(" ".join(claims.values())) or "en"):
            yield "missed: post in another language"
        else:
            yield f"missed: {_bucket(_shared(claim, text))} in common"
    for evidence, name in got - wanted.keys():
        if sample.judged is None or evidence in sample.judged:
            yield f"too many: {_bucket(_shared(claims[name], texts[evidence]))} in common"


def _shared(claim: str, text: str) -> int:
    return len({key for key, _ in pairs_of(claim)} & {key for key, _ in pairs_of(text)})


def _bucket(count: int) -> str:
    return "no word" if count == 0 else "one or two words" if count < 3 else "three words or more"


def samples_of_cases(*folders: Path) -> list[Sample]:
    """The clean readings of the cases in the folders."""
    out = []
    for case in load(*folders):
        report = case.clean.report()
        labels = [
            Label(
                label.evidence,
                frozenset(c.id for c in report.claims if same_sentence(c.text, label.claim)),
                label.relation,
            )
            for label in case.links
        ]
        out.append(Sample(report, tuple(labels)))
    return out


def samples_of_pages(labels: Path) -> list[Sample]:
    """The labelled pages: a label gives the first and the last words of a passage, and how many it has."""
    by_page: Mapping[str, list[dict]] = defaultdict(list)
    for line in labels.read_text("utf-8").splitlines() if labels.exists() else ():
        row = json.loads(line)
        by_page[row["page"]].append(row)
    out = []
    for page, rows in sorted(by_page.items()):
        report = reconcile((pages.FOLDER / f"{page}.html").read_bytes())
        truth = json.loads((pages.FOLDER / f"{page}.posts.json").read_text("utf-8"))
        found, judged = [], set()
        for row in rows:
            posts = [
                post.id for post in report.posts if _same_post(truth[row["post"]], post.status_id, post.text)
            ]
            judged.update(posts)
            for one in row["links"]:
                claims = frozenset(c.id for c in report.claims if _is_passage(c.text, one))
                found += [Label(post, claims, one["relation"], bool(one.get("unsure"))) for post in posts[:1]]
        out.append(Sample(report, tuple(found), frozenset(judged)))
    return out


def _same_post(truth: Mapping[str, object], status: str | None, text: str | None) -> bool:
    if truth.get("status_id") and status:
        return str(truth["status_id"]) == status
    return likeness(str(truth.get("text") or ""), text) >= 0.8


def _is_passage(claim: str, label: Mapping[str, object]) -> bool:
    told, first, last = words(claim), words(str(label["first"])), words(str(label["last"]))
    ends = told[: len(first)] == first or told[-len(last) :] == last
    return bool(told) and (
        ends or ({*first, *last} <= set(told) and len(told) <= 2 * int(str(label["words"])))
    )


@contextmanager
def weighed(weights: Weights) -> Iterator[None]:
    """Signs are weighed with other weights."""
    with patch.object(links, "Scale", partial(Scale, weights=weights)):
        yield


def without(sign: str) -> Weights:
    """The weights with nothing for that sign."""
    nothing = {sign: 0.0}
    return evolve(WEIGHTS, short=evolve(WEIGHTS.short, **nothing), long=evolve(WEIGHTS.long, **nothing))


def main() -> None:
    """Print a line an ingredient."""
    sets = {
        "own cases": samples_of_cases(pages.ROOT / "fixtures", pages.ROOT / "fixtures" / "cases"),
        "other cases": samples_of_cases(pages.SHARED / "cases"),
        "real pages": samples_of_pages(pages.SHARED / "page_links.jsonl"),
    }
    sets = {name: samples for name, samples in sets.items() if samples}

    def tell(name: str, *, entities: bool = True) -> None:
        row = [
            _figures(sum((s.score(entities=entities) for s in samples), Counter()))
            for samples in sets.values()
        ]
        print(f"{name:32}" + "   ".join(row))

    print(f"{'F1, relation right, of':32}" + "   ".join(f"{name:15}" for name in sets))
    tell("everything")
    for sign in fields(Signs):
        with weighed(without(sign.name)):
            tell(f"without {sign.name}")
    with weighed(evolve(WEIGHTS, few=10**6, many=10**7)):
        tell("all weighed as short items")
    with weighed(evolve(WEIGHTS, few=1, many=2)):
        tell("all weighed as long articles")
    with patch.object(wording, "find_concepts", _no_concepts):
        tell("without the table of synonyms")
    with patch.object(links, "compare_agreeing", _no_facts):
        tell("without agreeing facts")
    tell("without entities", entities=False)
    for name, samples in sets.items():
        counted = Counter(cause for sample in samples for cause in causes(sample))
        print(f"\n{name}", *(f"{n:4} {cause}" for cause, n in sorted(counted.items())), sep="\n")


def _figures(counts: Counter[int]) -> str:
    f1 = 2 * counts[RIGHT] / max(1, 2 * counts[RIGHT] + counts[EXTRA] + counts[MISSED])
    return f"{f1:.3f} {counts[RELATION] / max(1, counts[RIGHT]):.3f}".ljust(15)


def _no_concepts(plain: list[str]) -> list[frozenset[str]]:
    return [frozenset() for _ in plain]


def _no_facts(*_: object) -> dict[str, list[Comparison]]:
    return {}


if __name__ == "__main__":
    main()
