"""What a sentence denies, and whether the other side states just that.

A denial clashes with a statement that affirms all that is denied: the deed and what it is done to. "Will not open
on Monday" leaves Tuesday free, so words of the scope that the other side lacks keep the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import cast

import regex
from attrs import frozen

from reconcile.grammar.anchors import comparable, sharing, subjects, together
from reconcile.grammar.denial import AUXILIARIES, Denial, Denials, exclusions, read_denials
from reconcile.grammar.keys import base_of, is_light, is_past
from reconcile.grammar.tense import reality, same_form, told_as_done
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml
from reconcile.model import Comparison, Statement

#: So much of what is denied must be affirmed by the other side, and so much must be shared beside it.
_COVERED, _BESIDE = 0.6, 1.0
#: Only the first words of a scope tell what is denied; the later they come, the less they weigh.
_CORE = 3
_LATER = 0.4
_NAMES_AND_NUMBERS = 0.5
#: The affirming words stand no further apart than this.
_SPREAD = 6
#: All that is denied, affirmed in so few words, needs nothing more beside it.
_TOGETHER = 3
_RELATIVE = frozenset({"~today", "~yesterday"})
#: Verbs without content of their own that lend their noun a verb: to deny them is to deny the noun. To deny the
#: other verbs without content (say, need, want) leaves open whether there is what they name.
_SUPPORTING = frozenset(
    {"be", "do", "take", "make", "have", "hold", "give", "get", "come", "go", "put", "bring", "carry", "set"}
)
#: What ought not to be may well be.
_NORMS = frozenset({"should", "must", "shall", "ought", "allowed", "permitted"})
_NO_FACT = frozenset({"possible", "obliged"})
_TO_COME = frozenset({"future", "planned", "agreed"})
#: After a word of intent they lead on to the deed that is meant: "no plans to close", "no intention of closing".
_LEADING_ON = frozenset({"to", "of", "that", "whatever", "whatsoever"})
_AUXILIARIES = frozenset({"be", "been", "have", "yet", "also", "even", "ever", "actually"})
#: Denials that are of no thing: of whoever does it, or of the deed that follows.
_NO_THING = frozenset({"to", "nobody", "one", "none", "nothing", "nowhere"})
_VERBAL = (AUXILIARIES - {"may", "might"}) | {"be", "been"}
_CLAUSE_OPENERS = frozenset(
    {"that", "he", "she", "it", "they", "we", "having", "being", "claims", "reports", "rumours"}
)
_ARTICLES = frozenset({"a", "an", "any"})
_DETERMINERS = frozenset(
    {"the", "its", "their", "his", "her", "with", "our", "this", "that", "a", "an", "any"}
)
_PREPOSITIONS = frozenset(
    {
        "with",
        "to",
        "from",
        "for",
        "into",
        "near",
        "in",
        "by",
        "on",
        "at",
        "after",
        "before",
        "about",
        "through",
        "over",
    }
)
_POINTING = frozenset({"that", "this", "it", "these", "they", "that's", "it's", "they're"})
_COPULAS = frozenset({"is", "was", "are", "were", "it's", "that's", "they're"})
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being", "remain", "remains"})
#: Between a denial and what it denies so many words may be put in; these end its reach.
_PUT_IN = 10
_TURNING = frozenset(
    {"but", "though", "although", "however", "while", "instead", "yet", "whereas", "and", "so", "because"}
)
#: A full stop, and no mark of something left out.
_STOP = regex.compile(r"(?<!\.)[.!?]\s")
_OPENERS = frozenset({"whether", "if", "unless", "should"})


@frozen
class _Side:
    """One statement with its words and denials."""

    statement: Statement
    words: Wording
    denials: Denials

    @classmethod
    def of(cls, statement: Statement) -> _Side:
        return cls(statement, read_words(statement.text), read_denials(statement.text))


@frozen
class _Met:
    """A denial that the other side affirms: first and last word on the denying side, and on the affirming side."""

    denied: tuple[int, int]
    affirmed: tuple[int, int]
    confidence: float


def compare(claim: Statement, evidence: Sequence[Statement]) -> Iterator[Comparison]:
    """A clash where one side denies what the other states; nothing where they may both hold."""
    ours = _Side.of(claim)
    others = [_Side.of(statement) for statement in evidence if comparable(claim, statement)]
    yield from _ruled_out(ours, others)
    for other in others:
        for denied, affirmed in ((ours, other), (other, ours)):
            for denial in denied.denials.found:
                met = _met(denied, denial, affirmed, others)
                if met is None:
                    continue
                here, there = (met.denied, met.affirmed) if denied is ours else (met.affirmed, met.denied)
                yield _comparison(ours, here, other, there, met.confidence)
                return


def _ruled_out(ours: _Side, others: Sequence[_Side]) -> Iterator[Comparison]:
    """A clash where one side rules out what the other does not."""
    here = _exclusion(ours)
    for other in others:
        there = _exclusion(other)
        if here is None or there is None or here[0] == there[0]:
            continue
        beside = sharing(ours.statement, other.statement, [o.statement for o in others])
        if beside >= _BESIDE:
            yield _comparison(ours, here[1:], other, there[1:], 0.8)
            return


def _exclusion(side: _Side) -> tuple[bool, int, int] | None:
    """Whether a sentence rules something out or leaves it open, with its first and last word; None for neither."""
    found = exclusions().find(side.words)
    if not found:
        return None
    if opened := [f for f in found if f.label == "open"]:
        return False, opened[0].first, opened[0].last
    return (True, found[0].first, found[0].last) if not side.denials.denied[found[0].first] else None


def _comparison(
    ours: _Side, here: tuple[int, int], other: _Side, there: tuple[int, int], confidence: float
) -> Comparison:
    here, there = _with_auxiliaries(ours.words, *here), _with_auxiliaries(other.words, *there)
    claimed = ours.words.span(*here, ours.statement.span.start)
    given = other.words.span(*there, other.statement.span.start)
    words = ours.words.span(*here).of(ours.words.text)
    theirs = other.words.span(*there).of(other.words.text)
    return Comparison(
        "negation",
        0.0,
        words,
        theirs,
        "one side denies it",
        claimed,
        given,
        "polarity.negation",
        theirs,
        confidence,
    )


def _with_auxiliaries(words: Wording, first: int, last: int) -> tuple[int, int]:
    """A stretch with the auxiliaries right before it: "did not take a decision"."""
    while (
        first > 0 and words.lower[first - 1] in _VERBAL and words.clauses[first - 1] == words.clauses[first]
    ):
        first -= 1
    return first, last


def _met(denied: _Side, denial: Denial, affirmed: _Side, others: Sequence[_Side]) -> _Met | None:
    """How the other side affirms what is denied, or None where it does not, or may not."""
    if not _denies_fact(denied, denial, affirmed) or affirmed.denials.partial:
        return None
    core = _core(denied, denial)
    places = [
        (i, place, weight) for i, key, weight in core if (place := _affirmed_at(affirmed, key)) is not None
    ]
    heads = core[: 2 if denial.label == "determiner" else 1]
    covered, total = sum(weight for *_, weight in places), sum(weight for *_, weight in core)
    if not places or covered < _COVERED * total or not {i for i, *_ in heads} & {i for i, *_ in places}:
        return None
    if len(core) == 1 and (head := _head(denied.words, denial.first)) and head not in affirmed.words.content:
        return None
    keys = {denied.words.keys[i] for i, *_ in places}
    if denial.label == "word" and not _same_kind(
        denied.words.lower[denial.first], affirmed.words.lower[places[0][1]]
    ):
        return None
    claim, other = (affirmed, denied) if denied in others else (denied, affirmed)
    left = {key for _, key, _ in core}
    if _denies_thing(denied, denial) and _no_fact(affirmed.words, places[0][1], alone=len(core) == 1):
        beside = together(claim.statement, other.statement, leave_out=left)
        if len(core) > 1 or beside < 2 * _BESIDE or not _is_deed(affirmed.words, places[0][1]):
            return None
    beside = sharing(claim.statement, other.statement, [o.statement for o in others], leave_out=left)
    near = max(place for _, place, _ in places) - min(place for _, place, _ in places) <= _TOGETHER
    fully = covered >= total and len(places) >= 2 and (beside >= _BESIDE / 2 or near)
    needed = _BESIDE * (1.5 if denial.label == "word" else 1)
    if beside < needed and covered < _CORE - 1 + _LATER and not fully:
        return None
    if not _same_time(denied, denial, places[0][0], affirmed, places[0][1]):
        return None
    same_text = claim.statement.headline and claim.statement.source == other.statement.source
    if same_text and _other_subject(denied, denial, affirmed, places[0][1]):
        return None
    if _denied_there(keys, affirmed, others):
        return None
    first = min(place for _, place, _ in places)
    last = max(place for _, place, _ in places if place - first <= _SPREAD)
    end = max(max(i for i, *_ in places), denial.last)
    sure = 0.6 + 0.15 * (covered >= 0.8 * total) + 0.1 * min(2.0, beside)
    return _Met((min(denial.first, denial.begin), end), (first, last), min(sure, 0.95))


def _other_subject(denied: _Side, denial: Denial, affirmed: _Side, place: int) -> bool:
    """Whether the two sides name subjects before what is denied and affirmed, and none of them is the same."""
    here = set(islice(subjects(denied.words, denial.first), _CORE))
    there = set(islice(subjects(affirmed.words, place), _CORE))
    return bool(here and there) and here.isdisjoint(there)


def _denies_fact(side: _Side, denial: Denial, other: _Side) -> bool:
    """Whether a denial tells that something is not so: it limits nothing, and it has a verb of doing in its scope.

    "But not the employers" denies by leaving out its verb, "did not comment on it" denies the comment only.
    """
    words, first = side.words, denial.first
    if denial.label == "whole" and words.text[words.ends[denial.last] :][:1] == ",":
        return False  # "it will not, she says, close": what it denies stands further on
    if not denial.limits <= set(other.words.lower):
        return False
    if denial.label == "contrary":
        # Who denies it is one thing, what is so another: only a headline, or the same voice, makes a clash.
        ours, theirs = side.statement, other.statement
        one_voice = ours.speaker is not None and ours.speaker == theirs.speaker
        return (ours.headline or theirs.headline or one_voice) and _has_clause(words, denial)
    if denial.label == "before":
        return False
    if denial.label != "whole":
        return True
    if _corrects(words, denial):
        return False
    if words.lower[first] == "not" and first:
        joined = (
            words.lower[first - 1] in ("but", "and", "or") or words.clauses[first] != words.clauses[first - 1]
        )
        if joined:
            return False
    verb = next(
        (i for i in range(denial.begin, denial.end) if words.keys[i] or is_light(words.lower[i])), None
    )
    return verb is None or bool(words.keys[verb]) or base_of(words.lower[verb]) in _SUPPORTING


def _corrects(words: Wording, denial: Denial) -> bool:
    """Whether a denial only puts one word in another's place: "that is not a break, it is a climb"."""
    about = words.lower[max(0, denial.first - 2) : denial.first]
    behind = words.lower[denial.end : denial.end + 2]
    return not _POINTING.isdisjoint(about) and (
        behind[:1] == ("but",) or (not _POINTING.isdisjoint(behind[:1]) and behind[-1] in _COPULAS)
    )


def _head(words: Wording, first: int) -> str:
    """The key of the subject that word `first` denies something of, where it is told whose: "the source of the leak".

    "" where its subject has no such complement, and the nearest thing before the verb is the subject.
    """
    for i in range(first - 1, -1, -1):
        if words.clauses[i] != words.clauses[first]:
            break
        if words.lower[i] == "of" and i and words.keys[i - 1]:
            return words.keys[i - 1]
    return ""


def _has_clause(words: Wording, denial: Denial) -> bool:
    """Whether a denial is of what a clause tells ("denies that he will go"), not of a thing ("denies the theft")."""
    behind = words.lower[denial.begin : denial.begin + 2]
    return any(word in _CLAUSE_OPENERS or word.endswith("ing") for word in behind)


def _core(side: _Side, denial: Denial) -> list[tuple[int, str, float]]:
    """The telling words of a scope, in order: index, key, and how much each weighs."""
    core: list[tuple[int, str, float]] = []
    for i in range(denial.begin, denial.end):
        key = side.words.keys[i]
        if not key or key[0] == "~" or not side.denials.denied[i]:
            continue
        behind = side.words.lower[i + 1 : i + 3]
        if key in _intent() and (not _LEADING_ON.isdisjoint(behind) or i == denial.end - 1):
            continue
        if key in _verbs_of("pursuing") and not core and not _DETERMINERS.isdisjoint(behind):
            continue  # "will not pursue the closure" denies the closure
        if key in _verbs_of("existing") and not _ARTICLES.isdisjoint(behind):
            continue  # "failed to reach an agreement" denies the agreement
        weight = 1.0 if len(core) < _CORE else _LATER
        if key[0] == "#" or (side.words.is_name(i) and i > denial.begin):
            weight = min(weight, _NAMES_AND_NUMBERS)
        core.append((i, key, weight))
    return core or _subject_core(side, denial)


def _subject_core(side: _Side, denial: Denial) -> list[tuple[int, str, float]]:
    """What is denied where only the intent of it is: "a second factory is not planned" denies the factory."""
    words = side.words
    intended = any(words.keys[i] in _intent() for i in range(denial.begin, denial.end) if words.keys[i])
    if denial.label != "whole" or not intended:
        return []
    places = [
        i
        for i in range(denial.first - 1, -1, -1)
        if words.clauses[i] == words.clauses[denial.first] and words.keys[i] and words.keys[i][0] != "~"
    ]
    return [(i, words.keys[i], 1.0) for i in places[:_CORE]]


@cache
def _intent() -> frozenset[str]:
    """Keys of intent: "no plans to close" denies the closing."""
    return frozenset(
        key
        for word in cast("dict[str, list[str]]", load_toml("grammar")["intent"])["words"]
        for key in read_words(word).keys
        if key
    )


def _same_kind(denying: str, affirming: str) -> bool:
    """Whether two words are of one kind, as their endings tell: "undamaged", "damaged", not "unchanged", "changes"."""
    if denying[-2:] == affirming[-2:]:
        return True
    # "Unhurt" and "unscathed" deny "injured" as "uninjured" does.
    rest = denying[2:]
    return (is_past(rest) or same_form(rest)) and (is_past(affirming) or same_form(affirming))


def _denies_thing(side: _Side, denial: Denial) -> bool:
    """Whether a denial is of a thing, not of a deed: "no agreement", "did not take a decision"."""
    words = side.words
    if denial.label in ("determiner", "denying"):
        return words.lower[denial.last] not in _NO_THING
    verb = next(
        (i for i in range(denial.begin, denial.end) if words.keys[i] or is_light(words.lower[i])), None
    )
    while verb is not None and words.lower[verb] in _AUXILIARIES and verb + 1 < denial.end:
        verb += 1
    return (
        denial.label == "whole" and verb is not None and not words.keys[verb] and is_light(words.lower[verb])
    )


def _no_fact(words: Wording, place: int, *, alone: bool) -> bool:
    """Whether a thing is named without being told to be there.

    So it is as the object of its loss or of a wish ("cut power to 31,000 homes"), and, where nothing else is
    denied, unless a verb tells that it is there: "reached an agreement", "found explosives".
    """
    if _is_undone(words, place):
        return True
    for j in range(place - 1, max(-1, place - 6), -1):
        if words.clauses[j] != words.clauses[place]:
            break
        if words.forms[j] in _verbs_of("privative"):
            return True
        ended = words.lower[j] == "with" and not _verbs_of("ending").isdisjoint(
            words.forms[max(0, j - 4) : j]
        )
        if alone and (ended or words.forms[j] in _verbs_of("existing") or words.lower[j] == "there"):
            return False
        if words.lower[j] in _PREPOSITIONS:
            break
    return alone


def _is_deed(words: Wording, place: int) -> bool:
    """Whether the thing denied is affirmed as a verb told as done: "no agreement", "agreed on a date"."""
    return told_as_done(words.text, place) and words.lower[place + 1 : place + 2] != ("to",)


def _is_undone(words: Wording, place: int) -> bool:
    """Whether a thing is the subject of its own loss or ban: "Nets are forbidden"."""
    for j in range(place + 2, min(len(words), place + 6)):
        if words.clauses[j] != words.clauses[place]:
            return False
        if words.forms[j] in _verbs_of("privative") and words.lower[j - 1] in _PASSIVE:
            return True
    return False


@cache
def _verbs_of(group: str) -> frozenset[str]:
    """The forms of the verbs of a group: "privative", "existing"."""
    verbs = cast("dict[str, list[str]]", load_toml("grammar")["negation"])[group]
    return frozenset(form for verb in verbs for form in read_words(verb).forms[:1])


def _affirmed_at(side: _Side, key: str) -> int | None:
    """Where a sentence has a key that it does not deny, or None; None too where it is denied elsewhere in it.

    The subject of a verb that is denied is not affirmed either: "trains will not run", "no trains".
    """
    if key not in side.words.content:
        return None
    places = [i for i, own in enumerate(side.words.keys) if own == key]
    clauses = side.words.clauses
    for i in places:
        if side.denials.denied[i]:
            return None
        if any(
            d.label != "before" and i < d.first and clauses[i] == clauses[d.first] for d in side.denials.found
        ):
            return None
    if any(_may_reach(side.words, d, places[0]) for d in side.denials.found):
        return None
    return places[0]


def _may_reach(words: Wording, denial: Denial, place: int) -> bool:
    """Whether a denial may go on behind words put in between: "will never, in good years or bad, take money"."""
    between = words.lower[denial.last + 1 : place]
    return (
        denial.label != "before"
        and 0 < place - denial.last <= _PUT_IN
        and _TURNING.isdisjoint(between)
        and not _STOP.search(words.text, words.ends[denial.last], words.starts[place])
    )


def _same_time(denied: _Side, denial: Denial, there: int, affirmed: _Side, here: int) -> bool:
    """Whether the two speak of the same stretch of time, and the affirming side, at word `here`, of a fact.

    What has not happened may yet happen: a past denial and a plan agree. Nor does an "if" or "whether" affirm.
    """
    words = affirmed.words
    told, denied_as = _told(words, here), _told(denied.words, there)
    if (told in _NO_FACT or denied_as in _NO_FACT) and denied_as != told:
        return False
    if not _NORMS.isdisjoint(denied.words.lower[denial.first : denial.end]) and _NORMS.isdisjoint(
        words.lower
    ):
        return False
    clause = words.clauses[here] // 100
    if any(words.lower[j] in _OPENERS and words.clauses[j] // 100 == clause for j in range(here)):
        return False
    if _weekdays(words) and _weekdays(denied.words) and _weekdays(words).isdisjoint(_weekdays(denied.words)):
        return False
    if told in _TO_COME:
        return (denied_as in _TO_COME or _means(denied.words, denial)) and not denial.so_far
    return True


def _means(words: Wording, denial: Denial) -> bool:
    """Whether the intent of a deed is denied, or its pursuit, which is to come: "a new line is not planned"."""
    intended = _intent() | _verbs_of("pursuing")
    return any(key and key in intended for key in words.keys[denial.begin : denial.end])


def _told(words: Wording, i: int) -> str:
    """How real a word is told to be: of a noun, how real the verb is that tells it is there."""
    real = reality(words.text, i)
    if real == "untold":
        for j in range(i - 1, max(-1, i - _SPREAD), -1):
            if words.forms[j] in _verbs_of("existing") or is_light(words.lower[j]):
                return reality(words.text, j)
    return real


def _weekdays(words: Wording) -> frozenset[str]:
    return frozenset(
        key for key in words.keys if key.endswith("day") and key[0] == "~" and key not in _RELATIVE
    )


def _denied_there(keys: set[str], affirmed: _Side, others: Sequence[_Side]) -> bool:
    """Whether another sentence of the evidence, where that is the affirming side, denies the same."""
    if affirmed not in others:
        return False
    for side in others:
        hit = {key for i, key in enumerate(side.words.keys) if key in keys and side.denials.denied[i]}
        if side is not affirmed and len(hit) * 2 > len(keys):
            return True
    return False
