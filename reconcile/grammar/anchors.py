"""How firmly two words, one of each sentence, are about the same thing: the content words that both have near."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from reconcile.grammar.words import Wording, read_words, shared_keys
from reconcile.lexicons import load_words
from reconcile.model import Statement, Time
from reconcile.patterns import lazy_re

#: A shared word counts less the further it stands from the two words: within these distances, so much.
_NEAR, _NEAR_WEIGHT = 4, 1.0
_FAR, _FAR_WEIGHT = 9, 0.6
_ELSEWHERE = 0.3
#: Distances that a comma and a hard clause break add.
_COMMA, _BREAK = 3, 12
#: A time word anchors less than a thing.
_TIME_WEIGHT = 0.4
#: The same subject is worth so much more.
_SUBJECT = 1.0
#: Each participant known to be shared is worth so much, two at most.
_ENTITY = 0.5
#: A statement of so few content words leans on those beside it.
_SHORT = 4
#: Sums of the same in another order differ by less.
_ROUNDING = 1e-9
_YEAR = lazy_re(r"\d{4}")
#: A date without a year that lies so many days back may be the next one's.
_LONG_PAST = 60
#: The day of a saying stands so near behind its verb (words).
_BEHIND_CUE = 4


def anchoring(
    claim: Wording, i: int, evidence: Wording, j: int, *, width_i: int = 1, width_j: int = 1
) -> float:
    """The weight of the content words that stand near word `i` of the claim and near word `j` of the evidence.

    `width_i` and `width_j` are the lengths of the phrases that begin there; their own words do not count.
    """
    here = _nearness(claim.text, i, width_i)
    there = _nearness(evidence.text, j, width_j)
    total = 0.0
    for key in here.keys() & there.keys():
        weight = (here[key] + there[key]) / 2
        total += weight * (_TIME_WEIGHT if key[0] == "~" else 1.0)
    if (a := subject(claim, i)) and a in {subject(evidence, j), next(objects(evidence, j + width_j - 1), "")}:
        total += _SUBJECT
    return total


@lru_cache(maxsize=8192)
def _nearness(text: str, i: int, width: int) -> dict[str, float]:
    """Each key of the sentence with the weight that its distance from word `i` gives it."""
    words = read_words(text)
    own = set(words.keys[i : i + width])
    weights: dict[str, float] = {}
    clause, last = words.clauses[i], i + width - 1
    for position, key in enumerate(words.keys):
        if not key or key in own:
            continue
        distance = i - position if position < i else position - last
        gap = abs(words.clauses[position] - clause)
        distance += gap // 100 * _BREAK + min(gap % 100, 4) * _COMMA
        weight = _NEAR_WEIGHT if distance <= _NEAR else _FAR_WEIGHT if distance <= _FAR else _ELSEWHERE
        if weight > weights.get(key, 0.0):
            weights[key] = weight
    return weights


def subject(words: Wording, i: int) -> str:
    """The key of the content word that stands next before word `i` in its clause, times left out; "" for none."""
    return next(subjects(words, i), "")


def subjects(words: Wording, i: int) -> Iterator[str]:
    """The keys of the content words before word `i` in its clause, nearest first, times and numbers left out.

    The label of an item of a list is the subject of what is told of it: "Visitor parking: reduced to 1.60".
    """
    clause = words.clauses[i] // 100
    for j in range(i - 1, -1, -1):
        if words.clauses[j] // 100 > clause:
            continue  # in brackets
        if words.clauses[j] // 100 != clause:
            if ":" not in words.text[words.ends[j] : words.starts[j + 1]]:
                return
            clause = words.clauses[j] // 100
        key = words.keys[j]
        if key and key[0] not in "~#":
            yield key


def objects(words: Wording, i: int) -> Iterator[str]:
    """The keys of the content words after word `i` in its clause, nearest first, times and numbers left out."""
    for j in range(i + 1, len(words)):
        if words.clauses[j] // 100 != words.clauses[i] // 100:
            return
        key = words.keys[j]
        if key and key[0] not in "~#":
            yield key


def together(claim: Statement, evidence: Statement, *, leave_out: Iterable[str] = ()) -> float:
    """How much two statements share: a content word counts 1, the speaker too, a participant a half."""
    words, theirs = read_words(claim.text), read_words(evidence.text)
    keys = words.content & theirs.content
    times = words.times & theirs.times
    shared = len(keys.difference(leave_out)) + _TIME_WEIGHT * min(2, len(times))
    takers, voice = _takers(claim, evidence)
    return shared + _ENTITY * min(2, takers) + voice


def _takers(claim: Statement, evidence: Statement) -> tuple[int, float]:
    """How many participants two statements share, and what their speaker counts where it is one."""
    if not claim.entities:
        takers = 0
    else:
        others = (*evidence.entities, evidence.speaker) if evidence.speaker else evidence.entities
        takers = len(set(claim.entities).intersection(others)) if others else 0
    return takers, _SUBJECT if claim.speaker and claim.speaker == evidence.speaker else 0.0


def sharing(
    claim: Statement, evidence: Statement, others: Iterable[Statement], *, leave_out: Iterable[str] = ()
) -> float:
    """How much a claim shares with a statement; one of few words, or with a pronoun for its subject, leans on others.

    What the claim shares with those counts a half each.
    """
    alone = together(claim, evidence, leave_out=leave_out)
    words = read_words(evidence.text)
    leaning = words.lower[:1] and words.lower[0] in load_words("grammar", "leaning")
    if len(words.content) > _SHORT and words.lower and not leaning:
        return alone
    known = read_words(evidence.text).content.union(leave_out)
    beside: frozenset[str] = frozenset()
    for other in others:
        beside |= (read_words(claim.text).content & read_words(other.text).content) - known
    return alone + len(beside) / 2


def sharing_most(
    claim: Statement, text: Sequence[Statement], least: float, most: int
) -> list[tuple[float, Statement]]:
    """The `most` statements of a text with which a claim shares most, `least` or more, each with how much; best first.

    Each leans on the one before it. They are read closely from the most promising on, as long as one that is left
    can share as much as the last of the best.
    """
    promising = []
    beside: Collection[str] = ()
    for n, (statement, keys) in enumerate(
        zip(text, shared_keys(claim.text, [statement.text for statement in text]), strict=True)
    ):
        bound = _at_most(claim, statement, keys, beside)
        if bound >= least:
            promising.append((bound, -n))
        beside = keys
    best: list[tuple[float, int]] = []
    for bound, n in sorted(promising, reverse=True):
        if len(best) == most and bound + _ROUNDING < best[-1][0]:
            break
        found = sharing(claim, text[-n], text[-n - 1 : -n] if n else ())
        if found >= least:
            best = sorted([*best, (found, n)], reverse=True)[:most]
    return [(found, text[-n]) for found, n in best]


def _at_most(claim: Statement, evidence: Statement, keys: Collection[str], beside: Collection[str]) -> float:
    """No less than what `sharing` gives, without asking where words stand; `keys` are shared, `beside` by the other."""
    takers, voice = _takers(claim, evidence)
    if not keys:
        return _ENTITY * min(2, takers) + voice + len(beside) / 2
    times = len([key for key in keys if key[0] == "~"])
    return (
        len(keys) - times + _TIME_WEIGHT * min(2, times) + _ENTITY * min(2, takers) + voice + len(beside) / 2
    )


def comparable(claim: Statement, evidence: Statement) -> bool:
    """Whether the two may speak of one event: English both, neither a question, and their days not apart."""
    if is_foreign(claim) or is_foreign(evidence):
        return False
    if claim.text.rstrip("\"”»’')").endswith("?") or evidence.text.rstrip("\"”»’')").endswith("?"):
        return False
    return not times_apart(claim, evidence)


def is_foreign(statement: Statement) -> bool:
    """Whether a statement is in another language than English, as two of its function words tell."""
    return _foreign(statement.text)


@lru_cache(maxsize=4096)
def _foreign(text: str) -> bool:
    return len(load_words("grammar", "foreign") & read_words(text).vocabulary) >= 2


def times_apart(claim: Statement, evidence: Statement) -> bool:
    """Whether both tell a day, and no day of one can be a day of the other."""
    if not claim.facts or not evidence.facts or not (here := _days(claim)) or not (there := _days(evidence)):
        return False
    return not any(a.start <= b.end and b.start <= a.end for a in here for b in there)  # type: ignore[operator]


def _days(statement: Statement) -> list[Time]:
    """The times of the statement that tell when its event is, resolved to days.

    Not what a figure is compared with ("up 6 % on last year"), nor a date without a year that may be the next
    one's ("from 1 January", printed in May).
    """
    return [
        t
        for t in statement.facts
        if isinstance(t, Time)
        and t.start is not None
        and t.end is not None
        and not _compared_with(statement, t)
        and not _said_then(statement, t)
        and not _may_be_next(statement, t)
    ]


def _compared_with(statement: Statement, time: Time) -> bool:
    """Whether a time tells with what a figure is compared: "than in 2022", "(2022: 38)"."""
    end = time.span.end - statement.span.start
    if "(" in statement.text[:end] and statement.text[end : end + 1] == ":":
        return True
    before = statement.text[: time.span.start - statement.span.start].rstrip().rpartition(" ")[2].lower()
    return time.kind in ("relative", "year", "month") and before in load_words("grammar", "comparing")


def _said_then(statement: Statement, time: Time) -> bool:
    """Whether a time tells when it was said: "the county said on Wednesday"."""
    if statement.cue is None:
        return False
    before = statement.text[: time.span.start - statement.span.start].lower().split()[-_BEHIND_CUE:]
    return statement.cue.lower() in before


def _may_be_next(statement: Statement, time: Time) -> bool:
    if time.kind != "date" or time.end is None or _YEAR.search(time.text):
        return False
    return statement.day is None or (statement.day - time.end).days > _LONG_PAST
