"""What stands in the source right before and right after the quoted words, where it turns their sense."""

from __future__ import annotations

from typing import NamedTuple

from reconcile.quoting.passages import Passage, crosses_sentence, sentence_round
from reconcile.quoting.tokens import Tokens
from reconcile.quoting.turning_words import turning_words
from reconcile.words import stop_words

#: How far before a quoted sentence its turn may stand (words).
_BEFORE = 14
#: A sentence of its own ("But not this year.") turns the one before only while it is so short (words).
_AFTERTHOUGHT = 7

#: They close a limit of so many words at most.
_LIMITERS, _SHORT_LIMIT = ("only", "alone"), 4

_SOON = 6


class Turn(NamedTuple):
    """Words `at` up to `stop` of the source, next to the quoted ones, that turn their sense."""

    kind: str
    at: int
    stop: int


def turn_after(passage: Passage) -> Turn | None:
    """The words behind the quotation that turn it: to the end of their sentence. None where there are none.

    `kind` is "elision-meaning" for a limit right behind the words, "truncation" for a clause that turns them.
    """
    source, last = passage.source, passage.runs[-1]
    if last.end < len(passage.quoted):
        return None
    at = last.stop
    if at >= len(source):
        return None
    stop = _closed(source, at, sentence_round(source, at, at + 1)[1])
    if crosses_sentence(source, at - 1, at):
        return Turn("truncation", at, stop) if _afterthought(source, at, stop) else None
    following = _joined(source, at, stop)
    behind = next(
        (mark for mark in turning_words("limiting_behind") if following.startswith(f" {mark} ")), None
    )
    if behind and not following.startswith((" only if ", " only when ", " only after ")):
        return Turn("elision-meaning", at, at + len(behind.split()))
    if limit := _limit(source, at, stop):
        return Turn("elision-meaning", at, limit)
    if any(following.startswith(f" {mark} ") for mark in turning_words("turns")) or following.startswith(
        (" and only ", " and not ")
    ):
        return Turn("truncation", at, stop)
    near = _joined(source, at, min(stop, at + _SOON))
    if any(f" {mark} " in near for mark in turning_words("strong")):
        return Turn("truncation", at, stop)
    return None


def _limit(source: Tokens, at: int, stop: int) -> int:
    """Where a few words that limit from behind end: "the road | by day only, from six"; 0 where there are none."""
    for i in range(at, min(stop, at + _SHORT_LIMIT)):
        gap = source.text[source.ends[i] : source.starts[i + 1]] if i + 1 < len(source) else "."
        if source.words[i] in _LIMITERS and (gap.strip() or i + 1 == stop):
            return i + 1
        if gap.strip():
            break
    return 0


def _closed(source: Tokens, at: int, stop: int) -> int:
    """Where what is said ends: at a closing mark between words `at` and `stop`; behind it is who said it."""
    for i in range(at, stop - 1):
        gap = source.text[source.ends[i] : source.starts[i + 1]]
        if gap.lstrip(".,;:!?…")[:1] in ('"', "”", "“", "»", "’"):
            return i + 1
    return stop


def _afterthought(source: Tokens, at: int, stop: int) -> bool:
    """Whether the next sentence is no more than a turn of this one: "But not this year." """
    following = _joined(source, at, stop)
    paragraph = "\n\n" in source.text[source.ends[at - 1] : source.starts[at]]
    opens = following.startswith((" but ", " only ", " except ", " unless ", " if ", " not "))
    return opens and stop - at <= _AFTERTHOUGHT and not paragraph


def turn_before(passage: Passage, *, sentence: bool) -> Turn | None:
    """The words before the quotation that turn it, in its own sentence of the source; None where there are none.

    `sentence` tells whether the prose prints the words as a sentence of their own; as a fragment they may stand in
    a sentence of the prose that has the turn itself, which the caller must look at.
    """
    source, first = passage.source, passage.runs[0]
    if first.first or first.at == 0:
        return None
    begin = max(sentence_round(source, first.at, first.at + 1)[0], first.at - _BEFORE)
    if begin == first.at:
        return None
    leading = _joined(source, begin, first.at)
    if any(
        leading.rstrip().endswith(f" {head}") or f" {head} " in leading[-40:]
        for head in turning_words("denying_heads")
    ):
        return Turn("elision-meaning", begin, first.at)
    if sentence and any(leading.startswith(f" {mark} ") for mark in turning_words("turned")):
        return Turn("elision-meaning", begin, first.at)
    near = max(begin, first.at - 2)
    for at in range(near, first.at):
        if source.words[at] in turning_words("answers") and source.text[source.ends[at] :][:1] == ",":
            near = at + 1  # "No, I was not": an answer, and no denial of what follows
    before = _joined(source, near, first.at)
    if any(before.endswith(f" {mark} ") for mark in turning_words("leading")) or any(
        word in turning_words("denying") for word in source.words[near : first.at]
    ):
        return Turn("elision-meaning", near, first.at)
    return None


def told_elsewhere(source: Tokens, turn: Turn, prose: Tokens) -> bool:
    """Whether the prose round the quotation tells what the turn does: a third of its content words, or its mark."""
    words = source.words[turn.at : turn.stop]
    there = set(prose.words)
    telling = {word for word in words if word not in stop_words() and len(word) > 2}
    if telling:
        return len(telling & there) * 3 >= len(telling)
    marks = {
        word
        for word in words
        if any(word in turning_words(name) for name in ("turns", "denying", "limiting"))
    }
    return bool(marks & there)


def _joined(source: Tokens, at: int, stop: int) -> str:
    return " " + " ".join(source.words[at:stop]) + " "
