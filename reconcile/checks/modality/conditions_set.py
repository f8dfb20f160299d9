"""The conditions that a post or release sets: "if the state agrees", "subject to funding", "should it rain"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from reconcile.grammar.phrases import Found, PhraseTable
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml
from reconcile.model import Statement

#: Sentences of the evidence behind the deed that may set its condition.
_BEHIND = 2
_LONGEST = 14
#: They may close a sentence that is only a condition.
_TRAILING = frozenset({"though", "however", "too", "also", ".", "!"})


class Condition(NamedTuple):
    """A condition of the evidence: the statement that sets it, its words there, and the statements that it ties."""

    statement: Statement
    first: int
    last: int
    tied: tuple[Statement, ...]


def conditions_of(statements: Sequence[Statement]) -> Iterator[Condition]:
    """The conditions that the statements of one source set."""
    clause, first, none = condition_tables()
    for n, statement in enumerate(statements):
        words = read_words(statement.text)
        if words.lower[:1] == ("should",) and (last := clause_end(words, 0)) < len(words) - 2:
            yield Condition(statement, 0, last, (statement,))  # "Should the state agree, ..."
        spared = {i for found in none.find(words) for i in range(found.first, found.last + 1)}
        for found in clause.find(words):
            if _is_number(words, found) or found.last == len(words) - 1:
                continue  # "Tea provided."
            if found.first not in spared and not statement.text.rstrip().endswith("?"):
                end = clause_end(words, found.last)
                rest = words.lower[end + 1 :]
                alone = found.first <= 1 and _TRAILING.issuperset(rest)  # "Unless it rains."
                tied = (*statements[max(0, n - 1) : n], statement) if alone else (statement,)
                yield Condition(statement, found.first, end, tied)
        for found in first.find(words):
            if found.first not in spared:
                end = clause_end(words, found.last)
                own = found.first == 0 and end < len(words) - 2  # "Subject to funding, more are to follow."
                own = own or _tells_itself(words, found)
                tied = (statement,) if own else (*statements[max(0, n - _BEHIND) : n], statement)
                yield Condition(statement, _begin(words, found), end, tied)


def _is_number(words: Wording, found: Found) -> bool:
    """Whether "in case" is followed by the number of a case: "in case 4 T 88/2023"."""
    return words.keys[found.last + 1 : found.last + 2] != () and words.keys[found.last + 1][:1] == "#"


def _tells_itself(words: Wording, found: Found) -> bool:
    """Whether a sentence tells itself what its condition is for: "Reopening planned mid-May, depending on snow"."""
    adverbial = words.lower[found.first] in ("depending", "pending")
    return adverbial and any(key and key[0] not in "~#" for key in words.keys[: found.first])


def _begin(words: Wording, found: Found) -> int:
    """The first word of the clause that a mark of what must come first stands in."""
    first = found.first
    while first > 0 and words.clauses[first - 1] // 100 == words.clauses[found.first] // 100:
        first -= 1
    return first


def clause_end(words: Wording, i: int) -> int:
    """The last word of the clause that word `i` stands in, so far as a condition reaches."""
    last = i
    while last + 1 < min(len(words), i + _LONGEST) and words.clauses[last + 1] == words.clauses[i]:
        last += 1
    return last


@cache
def condition_tables() -> tuple[PhraseTable, PhraseTable, PhraseTable]:
    """The marks that open a condition, those of what must come first, and the phrases that are neither."""
    table = cast("dict[str, list[str]]", load_toml("modality")["condition"])
    return tuple(PhraseTable({name: table[name]}) for name in ("clause", "first", "none"))  # type: ignore[return-value]
