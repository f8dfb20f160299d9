"""Relative clauses that tell which people or things are meant: they describe, and assert nothing of them."""

from __future__ import annotations

from reconcile.grammar.denial import AUXILIARIES, read_denials
from reconcile.grammar.keys import is_past
from reconcile.grammar.words import Wording, read_words

_RELATIVES = frozenset({"who", "whom", "whose", "which"})
#: "That" is a relative pronoun for sure behind these only.
_HEADS_OF_THAT = frozenset({"those", "anything", "everything", "something", "nothing", "all"})
_BE = frozenset({"be", "been", "being", "is", "are", "was", "were", "am"})
#: No relative clause has more words before its verb.
_REACH = 8


def describes(words: Wording, i: int) -> bool:
    """Whether word `i` belongs to the verb of a relative clause that tells which people or things are meant.

    One behind a comma adds a statement ("Moss, who never smoked"); and a second verb is the sentence's own again
    ("those who came were not counted").
    """
    for j in range(i - 1, max(-1, i - _REACH - 1), -1):
        if words.clauses[j] != words.clauses[i]:
            return False
        word = words.lower[j]
        if word in _RELATIVES or (word == "that" and j and words.lower[j - 1] in _HEADS_OF_THAT):
            return j > 0 and words.text[words.ends[j - 1] : words.starts[j]].isspace()
        if is_past(word) and word not in AUXILIARIES and word not in _BE:
            return False
    return False


def tells_of_others(text: str) -> bool:
    """Whether a sentence speaks of those who do not do something, beside those who do: "people who never smoked"."""
    return any(describes(read_words(text), denial.first) for denial in read_denials(text).found)
