"""The words of a text: where they stand, their stems, and what two places in two texts share.

Two figures may be held against each other only where they count the same thing, two days only where they date the
same event. What tells is the company that they keep: `affinity` weighs the words that stand round both, those of
the same clause more than those of the rest of the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import cast

import snowballstemmer
from attrs import frozen

from reconcile.lexicons import load_rows, load_toml
from reconcile.model import Role, Span, Statement
from reconcile.text import bare

#: A run of letters (an apostrophe may stand inside), or a run of digits.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
#: Where a clause ends: punctuation that no figure carries inside, and words that begin a new clause.
_BREAK = re.compile(
    r"[,;:.!?](?=\s|$)|[\"“”„«»|•→\n]|\s[-–—]+\s|"
    r"\b(?:but|while|whereas|which|who|whose|when|after|before|because|although|though|until|unless|where|if|and)\b",
    re.I,
)
#: Below this many content words a clause is too short to tell what it is about; its neighbours help.
_TELLING = 3
#: What of the table of irregular forms tells no deed: nouns, adjectives, and light verbs.
_NO_VERBS = frozenset(
    (
        *(
            "man",
            "woman",
            "child",
            "person",
            "foot",
            "tooth",
            "mouse",
            "goose",
            "wife",
            "life",
            "knife",
            "leaf",
        ),
        *("half", "shelf", "thief", "loaf", "wolf", "crisis", "analysis", "basis", "thesis", "phenomenon"),
        *("criterion", "memorandum", "medium", "good", "bad", "many", "little", "far"),
        # light verbs, which go with any deed
        *(
            "go",
            "get",
            "come",
            "take",
            "make",
            "give",
            "put",
            "run",
            "see",
            "say",
            "keep",
            "hold",
            "show",
            "become",
        ),
    )
)


@frozen
class Words:
    """The words of a text in lower case, with their starts and ends."""

    text: str
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The number of the first word that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def gap(self, before: int) -> str:
        """What stands between word `before - 1` and word `before`, or the text's end."""
        start = self.ends[before - 1] if before else 0
        return self.text[start : self.starts[before]] if before < len(self.starts) else self.text[start:]


@lru_cache(maxsize=16)
def words_of(text: str) -> Words:
    """The words of `text`; kept for the last few texts, as every kind of fact asks for the same.

    >>> words_of("It's 12 km.").lower
    ("it's", '12', 'km')
    """
    found = [(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text)]
    lower, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return Words(text, lower, starts, ends)


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def stop_words() -> frozenset[str]:
    """Words that carry no content."""
    return frozenset(str(load_toml("words")["stop"]).split())


@cache
def _measure_words() -> frozenset[str]:
    """Number words, units, currencies, months and weekdays: they are compared on their own, and are no company."""
    numerals, units, times = load_toml("numerals"), load_toml("units"), load_toml("times")
    found = {r["word"] for r in load_rows("calendar") if "en" in r["languages"].split()}
    for table in (numerals["cardinal"], units["magnitude"], times["length"], units["money"]):
        found.update(cast("dict[str, object]", table))
    for forms in cast("dict[str, str]", units["money"]).values():
        found.update(forms.split("|")[1:])
    for unit in cast("list[dict[str, str]]", units["unit"]):
        found.update(unit["forms"].split("|"))
    return frozenset(found - stop_words())


@cache
def _bases() -> dict[str, str]:
    """Irregular form -> base; shorthand -> the one word it stands for."""
    table = load_toml("words")
    irregular, shorthand = table["irregular"], table["shorthand"]
    assert isinstance(irregular, dict)
    assert isinstance(shorthand, dict)
    out = {form: base for base, forms in irregular.items() for form in str(forms).split()}
    out.update((form, full) for form, full in shorthand.items() if full and " " not in full)
    return out


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem under which the forms of an English word meet, irregular ones included.

    >>> stem("councillors") == stem("Councillor"), stem("won") == stem("winning")
    (True, True)
    """
    key = bare(word.replace("’", "'"))
    if key.endswith("'s"):
        key = key[:-2]
    return str(_stemmer().stemWord(_bases().get(key, key)))


@frozen
class _Clauses:
    """The clauses of a sentence: their ends, by rising offset, and their content stems."""

    ends: tuple[int, ...]
    stems: tuple[frozenset[str], ...]
    all: frozenset[str]

    def own(self, start: int, end: int) -> frozenset[str]:
        """The content stems of just the clauses that `start` to `end` stands in."""
        first = bisect_left(self.ends, start + 1)
        return frozenset().union(*self.stems[first : bisect_left(self.ends, max(end, start + 1)) + 1])

    def round(self, start: int, end: int) -> frozenset[str]:
        """The content stems of the clauses that `start` to `end` stands in."""
        first = bisect_left(self.ends, start + 1)
        last = bisect_left(self.ends, max(end, start + 1))
        near = frozenset().union(*self.stems[first : last + 1])
        for reach in (1, 2, 3):
            if len(near) >= (_TELLING if reach == 1 else 1):
                break
            near = near.union(*self.stems[max(0, first - reach) : last + 1 + reach])
        return near


@lru_cache(maxsize=4096)
def _clauses(text: str) -> _Clauses:
    ends = [m.start() for m in _BREAK.finditer(text)]
    ends = [*(e for e in ends if e), len(text)]
    words = words_of(text)
    stop, measures = stop_words(), _measure_words()
    stems: list[set[str]] = [set() for _ in ends]
    for word, at in zip(words.lower, words.starts, strict=True):
        if word in stop or word in measures or word.isdigit() or len(word) < 2:
            continue
        stems[min(bisect_left(ends, at + 1), len(ends) - 1)].add(stem(word))
    parts = tuple(frozenset(s) for s in stems)
    return _Clauses(tuple(ends), parts, frozenset().union(*parts))


def stems_round(statement: Statement, span: Span) -> frozenset[str]:
    """The content stems of the clause of `statement` that `span` stands in."""
    return _clauses(statement.text).round(span.start - statement.span.start, span.end - statement.span.start)


def stems_of(text: str) -> frozenset[str]:
    """The content stems of a stretch of text.

    >>> sorted(stems_of("The boats are in the harbour"))
    ['boat', 'harbour']
    """
    return _clauses(text).all


#: A run of capitalised words, or a handle or tag.
_NAME = re.compile(r"[@#](\w+)|(?<!\w)((?!\d)[^\W_a-z][\w’'-]*(?: (?!\d)[^\W_a-z][\w’'-]*){0,5})")


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the last words of the proper names in a sentence, and those of all their words.

    The first word of the sentence counts only where the next is capitalised as well.
    """
    last: set[str] = set()
    every: set[str] = set()
    for match in _NAME.finditer(text):
        parts = [match[1]] if match[1] else match[2].split()
        opening = not match[1] and not re.search(r"\w", text[: match.start()])
        if match[1] or parts[0][0].isupper():
            if (opening and len(parts) == 1) or (parts[-1].isupper() and len(parts[-1]) <= 4):
                continue
            last.add(stem(parts[-1]))
            every.update(stem(p) for p in parts)
    return frozenset(last) - _calendar_stems(), frozenset(every) - _calendar_stems()


@cache
def _calendar_stems() -> frozenset[str]:
    months_and_days = (r["word"] for r in load_rows("calendar") if "en" in r["languages"].split())
    return frozenset(stem(w) for w in months_and_days)


def same_deed(claim: Statement, claimed: Span, evidence: Statement, given: Span) -> bool:
    """Whether the clause of one shares a word with the other's sentence that is neither a name nor of an office."""
    shared = stems_round(claim, claimed) & _clauses(evidence.text).all
    shared |= stems_round(evidence, given) & _clauses(claim.text).all
    told = _names(claim.text)[1] | _names(evidence.text)[1]
    for statement in (claim, evidence):
        for fact in statement.facts:
            if isinstance(fact, Role):
                told |= stems_of(fact.text)
    return bool(shared - told)


def shared_near(claim: Statement, claimed: Span, evidence: Statement, given: Span) -> int:
    """How many content words the clause of one shares with the other's sentence."""
    ours, theirs = stems_round(claim, claimed), stems_round(evidence, given)
    return len((ours & _clauses(evidence.text).all) | (theirs & _clauses(claim.text).all))


def other_names(claim: Statement, evidence: Statement, leave_out: Iterable[str] = ()) -> bool:
    """Whether both name names, and none of them is the same: a sign that they speak of two things."""
    ours = _names(claim.text)[0].difference(leave_out)
    theirs = _names(evidence.text)[0].difference(leave_out)
    if not ours or not theirs or set(claim.entities) & set(evidence.entities):
        return False
    everything = _openings(_clauses(evidence.text).all | _names(evidence.text)[1])
    anything = _openings(_clauses(claim.text).all | _names(claim.text)[1])
    return not (_openings(ours) & everything or _openings(theirs) & anything)


def _openings(stems: frozenset[str]) -> frozenset[str]:
    """The first letters of each stem: a country and its adjective share them."""
    return frozenset(s[:5] for s in stems)


def affinity(
    claim: Statement, claimed: Span, evidence: Statement, given: Span, leave_out: Iterable[str] = ()
) -> float:
    """How much the words round `claimed` and those round `given` have in common.

    A word of both clauses counts 1, of one clause and the other's sentence a half, of the two sentences a quarter;
    a person, body or place known to take part in both counts a half, two at most; the part of the shorter clause
    that is shared counts up to 1. `leave_out` are stems that do not count. 0 where nothing is shared; from 2 on
    the two very probably speak of one thing.
    """
    near_c, near_e = stems_round(claim, claimed), stems_round(evidence, given)
    all_c, all_e = _clauses(claim.text).all, _clauses(evidence.text).all
    shared = (all_c & all_e).difference(leave_out)
    total = 0.0
    for word in shared:
        total += (
            0.25
            + 0.25 * (word in near_c)
            + 0.25 * (word in near_e)
            + 0.25 * (word in near_c and word in near_e)
        )
    smaller = min(len(near_c), len(near_e))
    if smaller:
        total += len(near_c & near_e & shared) / smaller
    return total + 0.5 * min(2, len(set(claim.entities) & set(evidence.entities)))


def other_deed(claim: Statement, claimed: Span, evidence: Statement, given: Span) -> bool:
    """Whether the clauses of both have verbs of what is done, and none in common: "injured" against "evacuated"."""
    ours, theirs = _deeds(claim, claimed), _deeds(evidence, given)
    if not ours or not theirs or ours & theirs:
        return False
    senses = _senses()
    meant = {sense for s in ours for sense in senses.get(s, ())}
    return not any(sense in meant for s in theirs for sense in senses.get(s, ()))


@cache
def _senses() -> dict[str, tuple[str, ...]]:
    """Stem -> the concepts of the table of synonyms that it can stand for."""
    found: dict[str, list[str]] = {}
    for row in load_rows("synonyms"):
        for word in row["words"].split("; "):
            if " " not in word:
                found.setdefault(stem(word), []).append(row["concept"])
    return {word: tuple(concepts) for word, concepts in found.items()}


def _deeds(statement: Statement, span: Span) -> frozenset[str]:
    offset = statement.span.start
    near = _clauses(statement.text).own(span.start - offset, span.end - offset)
    return frozenset(s for s in near if s in _verbs() or s in _past_stems(statement.text))


@cache
def _verbs() -> frozenset[str]:
    """The stems of irregular verbs."""
    irregular = cast("dict[str, str]", load_toml("words")["irregular"])
    return frozenset(stem(base) for base in irregular if base not in _NO_VERBS)


@lru_cache(maxsize=4096)
def _past_stems(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words_of(text).lower if w.endswith("ed") and len(w) > 4)
