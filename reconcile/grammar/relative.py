"""Relative clauses that tell which people or things are meant: they describe, and assert nothing of them."""

from __future__ import annotations

from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import is_past
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_words

#: No relative clause has more words before its verb.
_REACH = 8


def describes(words: Wording, i: int) -> bool:
    """Whether word `i` belongs to the verb of a relative clause that tells which people or things are meant.

    One behind a comma adds a statement ("Moss, who never smoked"); and a second verb is the sentence's own again
    ("those who came were not counted").
    """
    relatives, heads = load_words("grammar", "relatives"), load_words("grammar", "heads_of_that")
    verbal = load_words("grammar", "auxiliaries") | load_words("grammar", "be")
    for j in range(i - 1, max(-1, i - _REACH - 1), -1):
        if words.clauses[j] != words.clauses[i]:
            return False
        word = words.lower[j]
        if word in relatives or (word == "that" and j and words.lower[j - 1] in heads):
            return j > 0 and words.text[words.ends[j - 1] : words.starts[j]].isspace()
        if is_past(word) and word not in verbal:
            return False
    return False


def tells_of_others(text: str) -> bool:
    """Whether a sentence speaks of those who do not do something, beside those who do: "people who never smoked"."""
    return any(describes(read_words(text), denial.first) for denial in read_denials(text).found)
