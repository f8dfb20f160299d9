"""How real a deed is told to be: done, to come, possible, obliged, or not told.

Read from the few words before the verb (auxiliaries, "plans to", "is due to") and from its form.
"""

from __future__ import annotations

from functools import cache, lru_cache

from reconcile.grammar.auxiliaries import Reality, auxiliaries, tense_words, told_by_auxiliary
from reconcile.grammar.keys import base_of, form_of, is_past
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_words

#: The auxiliaries stand no further before the verb than this (words).
_REACH = 6
#: "Have" stands no further before the participle of what it has done (words).
_FAR = 12
#: A state that lasts is as real as the verb that tells that it does.
_LASTING = frozenset({"stay", "remain"})


@lru_cache(maxsize=16384)
def reality(text: str, i: int) -> Reality:
    """How real the deed that word `i` of the sentence names is told to be.

    >>> [reality("The two ports will sign an accord.", 4), reality("They signed it.", 1), reality("It may close.", 2)]
    ['future', 'done', 'possible']
    """
    words = read_words(text)
    word, clause = words.lower[i], words.clauses[i] // 100
    told_by, groups = told_by_auxiliary(), tense_words()
    for j in range(i - 1, max(0, i - _REACH) - 1, -1):
        before = words.lower[j]
        if words.clauses[j] // 100 != clause:
            break
        if before == "to":
            return "present" if word == "blame" else _after_to(words, j)
        if (told := told_by.get(before)) is not None:
            return told
        if before == "be" and _is_subjunctive(words, j):
            return "obliged"
        if before in groups["passive"]:
            return "done" if is_past(word) or same_form(word) else "untold"
        between = before in ("and", "or") or before in groups["between"] or before.endswith("ly")
        between = between or (before in _LASTING and j == i - 1)  # "could remain closed"
        if not between and (before in groups["opening"] or words.keys[j]):
            break
    return _had_done(words, i) or _by_form(words, i)


def _is_subjunctive(words: Wording, j: int) -> bool:
    """Whether "be" at word `j` has no auxiliary before it: "demanded that everybody be given five marks"."""
    before = words.lower[j - 1] if j else "to"
    return not (
        before == "to"
        or before in told_by_auxiliary()
        or before in tense_words()["between"]
        or before.endswith(("ly", "'ll", "'d"))
    )


def _had_done(words: Wording, i: int) -> Reality | None:
    """What a participle behind its object inherits from "have" or "get": "will have the fence repaired"."""
    if not (is_past(words.lower[i]) or same_form(words.lower[i])):
        return None
    for j in range(i - 2, max(0, i - _FAR) - 1, -1):
        if words.clauses[j] != words.clauses[i]:
            break
        object_behind = words.lower[j + 1] in tense_words()["opening"] or words.keys[j + 1][:1] == "#"
        if words.lower[j] in tense_words()["causative"] and object_behind:
            told = reality(words.text, j)
            return "done" if told == "done" or words.lower[j] in ("had", "got") else told
    return None


def told_as_done(text: str, i: int) -> bool:
    """Whether word `i` is a verb in a form of the past that tells of a deed done.

    >>> told_as_done("They have signed it.", 2), told_as_done("They will sign it.", 2)
    (True, False)
    """
    words = read_words(text)
    word = words.lower[i]
    if words.lower[i + 1 : i + 2] == ("by",) and not _governed(words, i):
        return False  # "a café run by the college"
    if same_form(word) and _is_asked_for(words, i):
        return False
    if words.lower[max(0, i - 2) : i] in (("is", "being"), ("are", "being")):
        return False  # "is being closed from 6 October"
    return (is_past(word) or same_form(word)) and reality(text, i) == "done"


def _is_asked_for(words: Wording, i: int) -> bool:
    """Whether a verb whose past looks like its base is what somebody asks: "asked that the council put it back"."""
    that = next((j for j in range(i - 1, max(-1, i - _FAR) - 1, -1) if words.lower[j] == "that"), 0)
    before = words.forms[max(0, that - _FAR) : that]
    return bool(that) and not _mandative().isdisjoint(before)


@cache
def _mandative() -> frozenset[str]:
    return frozenset(form_of(verb) for verb in load_words("grammar", "mandative"))


def _governed(words: Wording, i: int) -> bool:
    """Whether an auxiliary stands shortly before word `i`."""
    return not auxiliaries().isdisjoint(words.lower[max(0, i - 3) : i])


@lru_cache(maxsize=4096)
def verbless(text: str) -> bool:
    """Whether a sentence has no auxiliary and no past: the telegraphic style of posts and headlines."""
    words = read_words(text)
    return auxiliaries().isdisjoint(words.vocabulary) and not any(is_past(word) for word in words.lower)


def same_form(word: str) -> bool:
    """Whether the past and the participle of a verb look like its base: "was cut", "they beat us"."""
    return word in load_words("grammar", "same_form")


def _by_form(words: Wording, i: int) -> Reality:
    """What the form alone tells: a past tense is done, unless a participle after its noun ("talks held")."""
    if is_past(words.lower[i]):
        if _heads_item(words, i):
            return "untold"
        # "Stays closed", "remains suspended" tell of a state.
        return "untold" if i and base_of(words.lower[i - 1]) in tense_words()["states"] else "done"
    # "The firm shut the plant": no "s" for the present, so a past that looks like the base form.
    if same_form(words.lower[i]) and i and words.keys[i - 1] and not words.lower[i - 1].endswith("s"):
        return "done"
    return "untold"


def _heads_item(words: Wording, i: int) -> bool:
    """Whether a participle opens what a list tells of its item: "Visitor parking: reduced from 1.80 to 1.60"."""
    return i > 0 and ":" in words.text[words.ends[i - 1] : words.starts[i]]


def _after_to(words: Wording, j: int) -> Reality:
    """What an infinitive inherits from the words before its "to"."""
    groups, i = tense_words(), j - 1
    while i >= max(0, j - 5) and words.clauses[i] // 100 == words.clauses[j] // 100:
        word, form = words.lower[i], words.forms[i]
        if form in groups["agreed"]:
            return "agreed"
        if word in groups["planned"] or form in groups["planned"]:
            return "planned"
        if form in groups["done"] or base_of(word) in groups["done"]:
            outer = reality(words.text, i)
            return "untold" if outer == "present" else outer
        denied = i == j - 2 and words.lower[j - 1] == "not"
        if word in ("is", "are", "was", "were", "be", "'s", "'re", "isn't", "aren't") and (
            i == j - 1 or denied
        ):
            return "planned"
        if word in ("has", "have", "had", "need", "needs", "needed", "ought") and i == j - 1:
            outer = reality(words.text, i)
            return outer if outer in ("possible", "future") else "obliged"
        i -= 1
    # Headlines: "New bridge to open in May" has no verb before its "to".
    return "planned" if _no_verb(words, j) else "untold"


def _no_verb(words: Wording, j: int) -> bool:
    """Whether no verb stands before word `j` in its clause."""
    for i in range(j - 1, -1, -1):
        if words.clauses[i] // 100 != words.clauses[j] // 100:
            break
        word = words.lower[i]
        if is_past(word) or word.endswith("ing") or word in auxiliaries():
            return False
    return j > 0
