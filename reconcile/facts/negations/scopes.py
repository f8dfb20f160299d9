"""What a denial denies: the telling words of its scope, and whether it denies a fact at all."""

from __future__ import annotations

from functools import cache
from typing import cast

from reconcile.facts.negations.sides import CORE, LATER, Side, listed, verbs_of
from reconcile.grammar.denial import Denial
from reconcile.grammar.keys import base_of, is_light
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words

_NAMES_AND_NUMBERS = 0.5
_ARTICLES = frozenset({"a", "an", "any"})
#: What is put in the place of a circumstance stands no further behind the denial (words).
_REPLACING = 16
#: So many words may be set against others: "not the red bridge but".
_CONTRAST = 5


def denies_fact(side: Side, denial: Denial, other: Side) -> bool:
    """Whether a denial tells that something is not so: it limits nothing, and it has a verb of doing in its scope.

    "But not the employers" denies by leaving out its verb, "did not comment on it" denies the comment only.
    """
    words, first = side.words, denial.first
    if denial.label == "determiner" and not names_thing(side, denial) and not _has_deed(words, denial):
        return False  # "none of the 260 jobs is to go" denies the going, which has no telling word
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
    if "because" in words.lower[denial.begin : denial.end + 2]:
        return False  # "is not closing because of the protests": it may be the reason only that is denied
    if _corrects(words, denial) or _contrasts(words, denial):
        return False
    if words.lower[first] == "not" and first:
        joined = (
            words.lower[first - 1] in ("but", "and", "or") or words.clauses[first] != words.clauses[first - 1]
        )
        if joined or _replaces(words, denial):
            return False
    verb = next(
        (i for i in range(denial.begin, denial.end) if words.keys[i] or is_light(words.lower[i])), None
    )
    return verb is None or bool(words.keys[verb]) or base_of(words.lower[verb]) in listed("supporting")


def _replaces(words: Wording, denial: Denial) -> bool:
    """Whether only a circumstance is denied, and another put in its place: "does not open on 1 May but on 17 May"."""
    last = min(denial.begin + _REPLACING, len(words) - 1)
    at = next((i for i in range(denial.begin, last) if words.lower[i] == "but"), None)
    if at is None:
        return False
    given_up = listed("circumstance").intersection(words.lower[denial.begin : at])
    return not given_up.isdisjoint(words.lower[at + 1 : at + 3])


def _has_deed(words: Wording, denial: Denial) -> bool:
    """Whether a telling word follows the first auxiliary of a scope that begins with a noun: "none of them was hurt"."""
    if words.lower[denial.last + 1 : denial.last + 2] != ("of",):
        return True
    auxiliaries = load_words("grammar", "auxiliaries")
    at = next((i for i in range(denial.begin, denial.end) if words.lower[i] in auxiliaries), None)
    return at is None or any(words.keys[i] for i in range(at + 1, min(len(words), denial.end + 3)))


def _corrects(words: Wording, denial: Denial) -> bool:
    """Whether a denial only puts one word in another's place: "that is not a break, it is a climb"."""
    about = words.lower[max(0, denial.first - 2) : denial.first]
    behind = words.lower[denial.end : denial.end + 2]
    pointing = listed("pointing")
    return not pointing.isdisjoint(about) and (
        behind[:1] == ("but",) or (not pointing.isdisjoint(behind[:1]) and behind[-1] in listed("copulas"))
    )


def _contrasts(words: Wording, denial: Denial) -> bool:
    """Whether a sentence begins with what is not so only to say what is: "Not 21 but 12 people"."""
    return denial.first == 0 and "but" in words.lower[denial.last + 1 : denial.last + 1 + _CONTRAST]


def head_of(words: Wording, first: int) -> str:
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
    return any(word in listed("clause_openers") or word.endswith("ing") for word in behind)


def core_of(side: Side, denial: Denial) -> list[tuple[int, str, float]]:
    """The telling words of a scope, in order: index, key, and how much each weighs."""
    core: list[tuple[int, str, float]] = []
    for i in range(denial.begin, denial.end):
        key = side.words.keys[i]
        if not key or key[0] == "~" or not side.denials.denied[i]:
            continue
        behind = side.words.lower[i + 1 : i + 3]
        if key in intent() and (not listed("leading_on").isdisjoint(behind) or i == denial.end - 1):
            continue
        if key in verbs_of("pursuing") and not core and not listed("determiners").isdisjoint(behind):
            continue  # "will not pursue the closure" denies the closure
        if key in verbs_of("existing") and not _ARTICLES.isdisjoint(behind):
            continue  # "failed to reach an agreement" denies the agreement
        weight = 1.0 if len(core) < CORE else LATER
        if key[0] == "#" or (side.words.is_name(i) and i > denial.begin):
            weight = min(weight, _NAMES_AND_NUMBERS)
        core.append((i, key, weight))
    return core or _subject_core(side, denial)


def _subject_core(side: Side, denial: Denial) -> list[tuple[int, str, float]]:
    """What is denied where only the intent of it is: "a second factory is not planned" denies the factory."""
    words = side.words
    intended = any(
        words.keys[i] in intent() and words.lower[i + 1 : i + 2] not in (("to",), ("of",), ("that",))
        for i in range(denial.begin, denial.end)
        if words.keys[i]
    )
    if denial.label != "whole" or not intended:
        return []
    places = [
        i
        for i in range(denial.first - 1, -1, -1)
        if words.clauses[i] == words.clauses[denial.first] and words.keys[i] and words.keys[i][0] != "~"
    ]
    return [(i, words.keys[i], 1.0) for i in places[:CORE]]


@cache
def intent() -> frozenset[str]:
    """Keys of intent: "no plans to close" denies the closing."""
    return frozenset(
        key
        for word in cast("dict[str, list[str]]", load_toml("grammar")["intent"])["words"]
        for key in read_words(word).keys
        if key
    )


def names_thing(side: Side, denial: Denial) -> bool:
    """Whether a thing follows the denying word ("no agreement"); behind "nobody" and "nothing" a verb does."""
    return side.words.lower[denial.last] not in listed("no_thing")


def denies_thing(side: Side, denial: Denial) -> bool:
    """Whether a denial is of a thing, not of a deed: "no agreement", "did not take a decision"."""
    words = side.words
    if denial.label in ("determiner", "denying"):
        return names_thing(side, denial)
    verb = next(
        (i for i in range(denial.begin, denial.end) if words.keys[i] or is_light(words.lower[i])), None
    )
    while verb is not None and words.lower[verb] in listed("put_in") and verb + 1 < denial.end:
        verb += 1
    return (
        denial.label == "whole" and verb is not None and not words.keys[verb] and is_light(words.lower[verb])
    )
