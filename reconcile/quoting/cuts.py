"""Words that a quotation leaves out, and whether leaving them out turns the sense of what is kept."""

from __future__ import annotations

from reconcile.quoting.change_kinds import Change
from reconcile.quoting.passages import Run, crosses_sentence, sentence_round
from reconcile.quoting.tokens import Tokens
from reconcile.quoting.turning_words import turning_words

#: Whole sentences skipped inside a paragraph are an omission up to so many words; beyond, two places are joined.
_SKIPPED = 25
#: In a cut of so many words only those at its edges bear on what is kept.
_LONG_CUT = 6
#: Words between a denial and what it narrows to, and how many they are.
_DENIED_BEFORE, _NARROWING = 3, 2


def cut(quoted: Tokens, source: Tokens, before: Run, after: Run, *, marked: bool) -> Change:
    """The change that words left out between two stretches make; `marked` where dots stand for them."""
    at, stop = before.stop, after.at
    words = source.words[at:stop]
    whole = crosses_sentence(source, at - 1, at) and crosses_sentence(source, stop - 1, stop)
    crossed = crosses_sentence(source, at - 1, stop)
    if crossed and not marked and _two_places(source, at, stop, whole=whole):
        return Change("splice", before.first, after.end, before.at, after.stop, 0.85)
    if _turns(source, at, stop, crossed=crossed, whole=whole):
        return Change("elision-meaning", before.first, after.end, at, stop, 0.9)
    if marked:
        return Change("elision-marked", before.first, after.end, at, stop, 0.9)
    if all(word in turning_words("fillers") for word in words):
        return Change("form", before.first, after.end, at, stop, 0.8)
    return Change("elision-unmarked", before.first, after.end, at, stop, 0.9)


def _two_places(source: Tokens, at: int, stop: int, *, whole: bool) -> bool:
    """Whether a cut that crosses a sentence's end leaves two places joined, not one sentence skipped."""
    paragraph = "\n\n" in source.text[source.ends[at - 1] : source.starts[stop]]
    several = any(crosses_sentence(source, i, i + 1) for i in range(at, stop - 1))
    return paragraph or not whole or several or stop - at > _SKIPPED


def _turns(source: Tokens, at: int, stop: int, *, crossed: bool, whole: bool) -> bool:
    """Whether leaving out words `at` up to `stop` turns the sense of what is kept.

    Of a cut over several sentences only those parts count that stand in a sentence of which words are kept.
    """
    if _is_aside(source, at, stop):
        return False
    if _narrows_denial(source, at, stop):
        return True
    if not crossed or whole:
        return turns_sense(source.words[at:stop], whole=whole)
    first_end = sentence_round(source, at, at)[1]
    last_begin = sentence_round(source, stop, stop)[0]
    rest = " " + " ".join(source.words[at:first_end]) + " "
    if any(rest.startswith(f" {mark} ") for mark in turning_words("turns")):
        return True
    return last_begin < stop and turns_sense(source.words[last_begin:stop], whole=False)


def _narrows_denial(source: Tokens, at: int, stop: int) -> bool:
    """Whether a denial bears on the words left out: "I have never | knowingly | taken anything"."""
    words = source.words[at:stop]
    if stop - at > _NARROWING or not all(word in turning_words("narrowing") for word in words):
        return False
    return any(word in turning_words("denying") for word in source.words[max(0, at - _DENIED_BEFORE) : at])


def _is_aside(source: Tokens, at: int, stop: int) -> bool:
    """Whether words are a sentence of their own between commas or dashes: ", I won't pretend otherwise,"."""
    before, after = (
        source.text[source.ends[at - 1] : source.starts[at]],
        source.text[source.ends[stop - 1] : source.starts[stop]],
    )
    set_off = all(any(mark in gap for mark in ",;–—-()") for gap in (before, after))
    words = source.words[at:stop]
    opening = words[0] in turning_words("aside_openers") or words[:2] in (
        ("no", "one"),
        ("no", "question"),
        ("no", "doubt"),
    )
    return set_off and opening and len(words) >= 3 and (turning_words("turns") - {"not"}).isdisjoint(words)


def turns_sense(words: tuple[str, ...], *, whole: bool) -> bool:
    """Whether leaving these words out turns what is left; `whole` where they are full sentences.

    >>> turns_sense(("not",), whole=False), turns_sense(("very",), whole=False)
    (True, False)
    """
    text = " " + " ".join(words) + " "
    if any(text.startswith(f" {aside} ") for aside in turning_words("asides")):
        return False
    if whole:
        return any(
            text.startswith(f" {mark} ") for mark in turning_words("conceding") | turning_words("conditional")
        )
    if "not only" in text:
        text = text.replace("not only", " ").replace(" but also ", " ").replace(" but ", " ")
    edges = text if len(words) < _LONG_CUT else " " + " ".join((*words[:2], "|", *words[-3:])) + " "
    if any(
        f" {mark} " in edges
        for name in ("denying", "limiting", "conditional")
        for mark in turning_words(name)
    ):
        return True
    if any(text.startswith(f" {mark} ") for mark in turning_words("conceding")):
        return True
    return len(words) <= 4 and any(f" {mark} " in text for mark in turning_words("hedging"))
