"""Deeds: done, planned, possible or alleged, in the claim and in the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from reconcile.facts.modality.timing import has_begun, long_ago, once_more, still_planned
from reconcile.facts.modality.told import Deed, is_subordinate, near_mark, plainly_possible, told_of
from reconcile.grammar.anchors import comparable, sharing
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import key_of
from reconcile.grammar.kinship import covered
from reconcile.grammar.marks import marks
from reconcile.grammar.same_deeds import deed_classes, deeds_told
from reconcile.grammar.tense import reality, told_as_done
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Comparison, Statement

#: The same deed is meant only where so much stands near both words, and so much is shared in all.
_NEAR, _SHARED = 1.2, 2.0
#: Where both sentences have so few words of content, less of them is enough.
_BRIEF, _NEAR_BRIEF, _SHARED_BRIEF = 3, 0.7, 1.0
#: Where the two words are not the same, so much more must be shared.
_OTHER_WORD = 1.0
#: Unless so large a part of the claim's clause is there.
_COVERED = 0.55
_NO_CLASS: frozenset[str] = frozenset()
#: Who did it stands no further behind a passive (words).
_REACH = 6
_TO_COME = frozenset({"future", "planned", "agreed"})
_PLAN, _CERTAIN, _STATUS = "modality.plan-done", "modality.certainty", "modality.status"


def compare_deeds(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where a deed that the claim tells as done or certain is planned, possible or alleged in the evidence."""
    words = read_words(claim.text)
    for i, classes in _deeds_in_common(claim.text, words, evidence):
        claimed = _claimed_as(claim, words, i)
        if not claimed:
            continue
        key = words.keys[i]
        deeds = list(told_of(words, i, classes, evidence))
        clash = _clash(claim, claimed, deeds)
        if clash is None:
            continue
        kind, deed, confidence = clash
        if deed.real == "alleged" and _by_nobody(words, i):
            continue  # that it was done is certain, only by whom is not
        if claimed == "done" and kind != _STATUS and long_ago(claim, words, i, deed.statement):
            continue
        own = read_words(deed.statement.text).keys[deed.place]
        covers = _clause_covered(words, i, deed)
        needed = _SHARED if own == key or covers else _SHARED + _OTHER_WORD
        if kind == _CERTAIN and own == key and covers and _both_brief(claim, deed):
            needed = _SHARED_BRIEF
        if sharing(claim, deed.statement, evidence, leave_out={key, own}) < needed:
            continue
        yield _comparison(claim, words, i, deed, kind, confidence)
        return


def _both_brief(claim: Statement, deed: Deed) -> bool:
    """Whether both sentences have so few words of content that these cannot but be few: "The road may have to close"."""
    return max(len(read_words(s.text).content) for s in (claim, deed.statement)) <= _BRIEF


def _clause_covered(words: Wording, i: int, deed: Deed) -> bool:
    """Whether the evidence's sentence has most of what stands with word `i` in its clause."""
    begin = end = i
    while begin > 0 and words.clauses[begin - 1] == words.clauses[i]:
        begin -= 1
    while end < len(words) and words.clauses[end] == words.clauses[i]:
        end += 1
    clause = words.text[words.starts[begin] : words.ends[end - 1]]
    text = deed.statement.text
    met, total = covered(clause, text, range(len(read_words(text))))
    return met >= _COVERED * total


def _deeds_in_common(
    text: str, words: Wording, evidence: Sequence[Statement]
) -> Iterator[tuple[int, frozenset[str]]]:
    """The words of the claim whose deed the evidence names too, by the same word or by one of its classes."""
    shared = words.content & frozenset().union(*(read_words(s.text).content for s in evidence))
    told = deeds_told(text)
    alike = deed_classes(text) & frozenset().union(*(deed_classes(s.text) for s in evidence))
    if not shared and not alike:
        return
    denied = read_denials(text).denied
    for i, key in enumerate(words.keys):
        classes = told.get(i, _NO_CLASS) & alike
        if (key not in shared and not classes) or key[:1] in ("#", "~") or denied[i]:
            continue
        if not words.is_name(i) and key not in _said_by_doing():
            yield i, classes


def _claimed_as(claim: Statement, words: Wording, i: int) -> str:
    """How real the claim tells word `i` to be: "done", "certain" for will and is to, "stated", or "" for less."""
    hedges = [
        m
        for m in marks(claim.text, "hedged")
        if words.clauses[m[0]] // 100 == words.clauses[i] // 100
        and not (claim.cue and words.lower[m[0]] == "would")
        and not is_subordinate(words, i, m[0])
    ]
    if told_as_done(claim.text, i):
        return "done" if not near_mark(words, i, hedges) else ""
    if hedges:
        return ""
    real = reality(claim.text, i)
    if real in ("future", "planned") or (claim.headline and real == "untold"):
        return "certain"
    if real == "present" and (words.lower[i].endswith("ing") or words.lower[i] == "blame"):
        return "certain"
    return "stated" if real == "untold" and words.lower[i].endswith("s") and i and words.keys[i - 1] else ""


def _clash(claim: Statement, claimed: str, deeds: Sequence[Deed]) -> tuple[str, Deed, float] | None:
    """The kind, the evidence's deed and the confidence of a clash, or None.

    None where the evidence tells of the deed as done anywhere, or as certain where the claim says no more.
    """
    if not deeds or any(deed.real == "done" for deed in deeds):
        return None
    best = max(deeds, key=lambda deed: deed.near)
    if best.near < (_NEAR_BRIEF if _both_brief(claim, best) else _NEAR):
        return None
    if best.real == "alleged":
        # Told as somebody's word, it is no more than the accuser's.
        sure = claimed == "done" and not claim.cue and comparable(claim, best.statement)
        return (_STATUS, best, 0.8) if sure else None
    if best.real == "possible":
        if any(deed.real in _TO_COME for deed in deeds) or not comparable(claim, best.statement):
            return None
        if claimed == "stated" and not plainly_possible(best):
            return None
        return _CERTAIN, best, 0.85
    if claimed == "done" and best.real in _TO_COME and not once_more(claim, best.statement):
        confidence = 0.0 if has_begun(best) else still_planned(claim, best.statement)
        return (_PLAN, best, confidence) if confidence else None
    return None


def _by_nobody(words: Wording, i: int) -> bool:
    """Whether a passive names nobody who did it: "the kiosk was robbed"."""
    passive = not load_words("modality", "passive").isdisjoint(words.lower[max(0, i - 3) : i])
    return passive and "by" not in words.lower[i + 1 : i + 2 * _REACH]


def _comparison(
    claim: Statement, words: Wording, i: int, deed: Deed, kind: str, confidence: float
) -> Comparison:
    theirs = read_words(deed.statement.text)
    first, last = _verb(words, i)
    begin, end = _verb(theirs, deed.place)
    given = theirs.span(begin, end)
    suggestion = given.of(deed.statement.text)
    if kind == _CERTAIN and words.lower[first] == "will" and first < i:
        last = first  # "will" alone is too sure, and "may" alone puts it right
        suggestion = next(
            (w for w in theirs.lower[begin:end] if w in load_words("grammar", "tense.possible")), "may"
        )
    return Comparison(
        "modality",
        0.0,
        words.span(first, last).of(claim.text),
        given.of(deed.statement.text),
        deed.real,
        words.span(first, last, claim.span.start),
        theirs.span(begin, end, deed.statement.span.start),
        kind,
        suggestion,
        confidence,
    )


def _verb(words: Wording, i: int) -> tuple[int, int]:
    """A verb with the auxiliaries before it."""
    first, auxiliaries = i, load_words("modality", "auxiliaries")
    while (
        first > 0 and words.lower[first - 1] in auxiliaries and words.clauses[first - 1] == words.clauses[i]
    ):
        first -= 1
    return first, i


@cache
def _said_by_doing() -> frozenset[str]:
    """Verbs that do what they say: "we want to thank you" is the thanks."""
    table = cast("dict[str, list[str]]", load_toml("modality")["said_by_doing"])
    return frozenset(key_of(verb) for verb in table["verbs"]) - {""}
