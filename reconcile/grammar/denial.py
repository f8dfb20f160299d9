"""What a sentence denies: each denying word with the words in its scope, and how often each word is denied.

An even count affirms: "failed to reject" denies nothing about the offer.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple, cast

from reconcile.grammar.keys import affirmed_by, base_of, is_past
from reconcile.grammar.phrases import Found, PhraseTable
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.words import stem

#: No scope is longer than this (words).
_LONGEST = 16


class Denial(NamedTuple):
    """A denying word or phrase, `first` to `last`, and its scope, `begin` up to, not including, `end`."""

    #: "word" (unsafe), "whole" (not), "determiner" (no), "denying" (without, failed to), "contrary" (denied, ruled
    #: out), "before" (rejected).
    label: str
    first: int
    last: int
    begin: int
    end: int
    #: Whether the denial holds only so far: "not yet".
    so_far: bool
    #: Words of the scope that limit what is denied: "not before May", "not only".
    limits: frozenset[str] = frozenset()


class Denials(NamedTuple):
    """All denials of a sentence, and for each word whether an odd number of them covers it."""

    found: tuple[Denial, ...]
    denied: tuple[bool, ...]
    #: Whether the sentence denies a part only ("not all"), or leaves the matter open ("did not rule out").
    partial: bool = False

    def over(self, i: int) -> Denial | None:
        """The narrowest denial whose scope holds word `i`."""
        covering = [d for d in self.found if d.begin <= i < d.end]
        return min(covering, key=lambda d: d.end - d.begin) if covering else None


@lru_cache(maxsize=4096)
def read_denials(text: str) -> Denials:
    """The denials of a sentence.

    >>> words, denials = read_words("She did not sign the treaty."), read_denials("She did not sign the treaty.")
    >>> [word for word, denied in zip(words.lower, denials.denied) if denied]
    ['sign', 'the', 'treaty']
    """
    words = read_words(text)
    table, exempt, prefixed = _tables()
    contracted, nought = _vocabulary()["contracted"], _vocabulary()["nought"]
    marks = table.find(words) + [
        Found("whole", i, i)
        for i, word in enumerate(words.lower)
        if word.endswith("n't") or word in contracted
    ]
    counts = [
        word[:2] in _PREFIXES and (affirmed_by(word) != word or stem(word) in prefixed)
        for word in words.lower
    ]
    denials = [Denial("word", i, i, i, i + 1, False) for i, own in enumerate(counts) if own]
    if not marks:
        return Denials(tuple(denials), tuple(counts))
    sparing = exempt.find(words)
    spared = {i for found in sparing for i in range(found.first, found.last + 1)}
    for label, first, last in sorted(set(marks), key=lambda m: (m[1], -m[2])):
        if (
            _is_interjection(words, label, first)
            or first in spared
            or any(d.first <= first <= d.last for d in denials)
            or _is_number_sign(words, first)
            or (
                label == "denying" and words.keys[min(last + 1, len(words) - 1)][:1] == "#"
            )  # "declined to 84"
        ):
            continue
        denial = _scoped(words, label, first, last)
        goes_on = words.lower[first] == "nor" and bool(denials)  # "never cold, nor quiet" denies both
        denials.append(denial)
        for i in range(denial.begin, denial.end):
            if not denial.first <= i <= denial.last:
                counts[i] = goes_on or not counts[i]
    open_matter = any(found.label == "partial" for found in sparing) or words.lower[-1] in nought
    return Denials(tuple(denials), tuple(counts), open_matter)


#: What a word that denies another begins with.
_PREFIXES = frozenset({"un", "in", "im", "il", "ir", "di", "no"})


def _is_interjection(words: Wording, label: str, first: int) -> bool:
    """Whether "No" answers, with a comma or stop behind it, and denies nothing of its own sentence."""
    alone = first + 1 >= len(words) or words.clauses[first + 1] != words.clauses[first]
    return label == "determiner" and words.lower[first] == "no" and alone


def _is_number_sign(words: Wording, first: int) -> bool:
    """Whether "No" is short for "number": "No. 10", "No 10"."""
    rest = [words.lower[i] for i in range(first + 1, min(first + 3, len(words))) if words.lower[i] != "."]
    if words.lower[first] == "0":
        # A score ("2-0", "0-4"), or a nought of its own.
        before = words.text[words.starts[first] - 1 : words.starts[first]]
        behind = words.text[words.ends[first] : words.ends[first] + 2]
        score = behind[:1] in tuple("-–:/") and behind[1:].isdigit()
        return before in tuple("-–:/") or score or not rest
    return words.lower[first] == "no" and bool(rest) and rest[0][0].isdigit()


def _scoped(words: Wording, label: str, first: int, last: int) -> Denial:
    """The denial with its scope."""
    vocabulary = _vocabulary()
    begin, end = last + 1, _end(words, last + 1, vocabulary, alone=label != "whole")
    if (
        label == "determiner"
        and first
        and words.clauses[first - 1] == words.clauses[first]
        and is_past(words.lower[first - 1])
    ):
        begin = first - 1
    scope = words.lower[begin:end]
    clause = " ".join(words.lower[i] for i in range(max(0, first - 6), min(len(words), end + 3)))
    so_far = any(f" {mark} " in f" {clause} " for mark in vocabulary["so_far"])
    limits = vocabulary["limits"].intersection(scope)
    if limits and "until further notice" in " ".join(scope):
        end, limits = begin + scope.index("until"), frozenset()
    return Denial(label, first, last, begin, end, so_far, limits)


def _end(words: Wording, begin: int, vocabulary: dict[str, frozenset[str]], *, alone: bool) -> int:
    """Where the scope that begins at `begin` ends; `alone` where it cannot begin behind a comma."""
    i, content, open_verb = begin, 0, False
    subject = (
        alone and begin < len(words) and (begin < 2 or words.clauses[begin - 2] != words.clauses[begin - 1])
    )
    # "No licence to shoot the wolf blamed for the loss of 17 sheep has been granted": a subject may be long.
    while i < len(words) and i < begin + (2 if subject else 1) * _LONGEST:
        word = words.lower[i]
        if i and words.clauses[i] != words.clauses[i - 1]:
            hard = words.clauses[i] // 100 != words.clauses[i - 1] // 100
            if hard or content or (alone and i == begin):
                break
        if word in vocabulary["ends"] and content:
            break
        if open_verb and word in vocabulary["openers"]:
            break
        if word == "and" and content and _starts_clause(words, i + 1):
            break
        open_verb = base_of(word) in vocabulary["open_verbs"] or words.keys[i] in vocabulary["open_keys"]
        content += bool(words.keys[i])
        i += 1
    return i


def _starts_clause(words: Wording, i: int) -> bool:
    """Whether a new predicate or a new subject begins at word `i`."""
    if i >= len(words):
        return True
    word = words.lower[i]
    return (
        word in load_words("grammar", "subjects")
        or word in load_words("grammar", "auxiliaries")
        or is_past(word)
    )


@cache
def exclusions() -> PhraseTable:
    """Phrases that rule something out ("closed"), and those that do not ("open")."""
    table = cast("dict[str, dict[str, list[str]]]", load_toml("grammar"))["excluding"]
    return PhraseTable({label: table[label] for label in ("open", "closed")})


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    table = cast("dict[str, list[str]]", load_toml("grammar")["negation"])
    words = {name: frozenset(entries) for name, entries in table.items()}
    words["open_keys"] = frozenset(
        key for verb in table["open_verbs"] for key in read_words(verb).keys if key
    )
    return words


@cache
def _tables() -> tuple[PhraseTable, PhraseTable, frozenset[str]]:
    table = cast("dict[str, list[str]]", load_toml("grammar")["negation"])
    marks = PhraseTable(
        {label: table[label] for label in ("whole", "determiner", "denying", "contrary", "before")}
    )
    negated = cast("dict[str, str]", load_toml("grammar")["negated"])
    return (
        marks,
        PhraseTable({label: table[label] for label in ("exempt", "partial")}),
        frozenset(stem(w) for forms in negated.values() for w in forms.split()),
    )
