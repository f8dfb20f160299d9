"""The differences between a quotation and its source, each judged by what it does to the sense."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias, cast

from reconcile.grammar.keys import key_of
from reconcile.lexicons import load_toml
from reconcile.quoting.passages import FAR, Passage, Run, crosses_sentence, sentence_round
from reconcile.quoting.tokens import Tokens
from reconcile.words import stem, stop_words

ChangeKind: TypeAlias = Literal[
    "elision-meaning", "splice", "alteration", "paraphrase", "elision-unmarked", "elision-marked", "form"
]

#: A reworded stretch is a paraphrase from so many of the quotation's words on; below, single words are swapped.
_REWORDED = 5
#: Dots mark a cut even where a word beside them agrees by chance with one that was cut.
_MARKED = 2
#: A word or two between so many that differ agree by chance.
_LOOSE = 4
#: Whole sentences skipped inside a paragraph are an omission up to so many words; beyond, two places are joined.
_SKIPPED = 25
#: In a cut of so many words only those at its edges bear on what is kept.
_LONG_CUT = 6
#: From this share of common content words on, one stretch tells what the other does.
_ALIKE = 0.3

#: Words between a denial and what it narrows to, and how many they are.
_DENIED_BEFORE, _NARROWING = 3, 2


class Change(NamedTuple):
    """What was changed, where: words `first` up to `end` of the quotation, `at` up to `stop` of the source."""

    kind: ChangeKind
    first: int
    end: int
    at: int
    stop: int
    confidence: float


def changes(passage: Passage) -> tuple[Change, ...]:
    """The changes between a placed quotation and its source, in the quotation's order; none where verbatim."""
    if passage.verbatim:
        return ()
    return tuple(_changes(passage, _firm(passage)))


def _firm(passage: Passage) -> list[Run]:
    """The stretches without chance agreements: a word or two, with words that differ on both sides."""
    runs, total = list(passage.runs), len(passage.quoted)
    firm = []
    for n, run in enumerate(runs):
        before = _apart(runs[n - 1], run) if n else run.first
        after = _apart(run, runs[n + 1]) if n + 1 < len(runs) else total - run.end
        if before + after >= _LOOSE and ((run.length <= 2 and min(before, after) >= 1) or run.length == 1):
            continue
        firm.append(run)
    return firm or runs


def _apart(before: Run, after: Run) -> int:
    """How many words lie between two stretches, in the quotation or in the source."""
    return max(after.first - before.end, after.at - before.stop)


def _changes(passage: Passage, runs: list[Run]) -> Iterator[Change]:
    quoted, source = passage.quoted, passage.source
    first = runs[0]
    if first.first:
        begin = max(sentence_round(source, first.at, first.at + 1)[0], first.at - first.first - 2)
        yield from _swap(quoted, source, 0, first.first, begin, first.at)
    for before, after in pairwise(runs):
        yield from _between(quoted, source, before, after)
    last = runs[-1]
    if last.end < len(quoted):
        rest = len(quoted) - last.end
        stop = min(sentence_round(source, last.stop - 1, last.stop)[1], last.stop + rest + 2)
        yield from _swap(quoted, source, last.end, len(quoted), last.stop, stop)


def _between(quoted: Tokens, source: Tokens, before: Run, after: Run) -> Iterator[Change]:
    """What happened between two stretches."""
    skipped, added = after.at - before.stop, after.first - before.end
    marked = any(before.end - _MARKED <= i <= after.first + _MARKED for i in quoted.dots)
    if skipped < 0 or (skipped > FAR and not marked):
        yield Change("splice", before.first, after.end, before.at, before.stop, 0.9)
        return
    if added == 0:
        if skipped:
            yield _cut(quoted, source, before, after, marked=marked)
        return
    if all(i in quoted.bracketed for i in range(before.end, after.first)):
        if skipped:
            yield Change("elision-marked", before.end, after.first, before.stop, after.at, 0.9)
        return
    crossed = crosses_sentence(source, before.stop - 1, after.at)
    if crossed and skipped >= 4 and skipped >= 3 * added and not marked:
        yield Change("splice", before.first, after.end, before.at, after.stop, 0.9)
    elif marked and skipped > added + 4:
        yield _cut(quoted, source, before, after, marked=True)
    else:
        yield from _swap(quoted, source, before.end, after.first, before.stop, after.at)


def _cut(quoted: Tokens, source: Tokens, before: Run, after: Run, *, marked: bool) -> Change:
    """Words left out between two stretches."""
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
    if all(word in _words("fillers") for word in words):
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
    if any(rest.startswith(f" {mark} ") for mark in _words("turns")):
        return True
    return last_begin < stop and turns_sense(source.words[last_begin:stop], whole=False)


def _narrows_denial(source: Tokens, at: int, stop: int) -> bool:
    """Whether a denial bears on the words left out: "I have never | knowingly | taken anything"."""
    words = source.words[at:stop]
    if stop - at > _NARROWING or not all(word in _words("narrowing") for word in words):
        return False
    return any(word in _words("denying") for word in source.words[max(0, at - _DENIED_BEFORE) : at])


def _is_aside(source: Tokens, at: int, stop: int) -> bool:
    """Whether words are a sentence of their own between commas or dashes: ", I won't pretend otherwise,"."""
    before, after = (
        source.text[source.ends[at - 1] : source.starts[at]],
        source.text[source.ends[stop - 1] : source.starts[stop]],
    )
    set_off = all(any(mark in gap for mark in ",;–—-()") for gap in (before, after))
    words = source.words[at:stop]
    opening = words[0] in _words("aside_openers") or words[:2] in (
        ("no", "one"),
        ("no", "question"),
        ("no", "doubt"),
    )
    return set_off and opening and len(words) >= 3 and (_words("turns") - {"not"}).isdisjoint(words)


def turns_sense(words: tuple[str, ...], *, whole: bool) -> bool:
    """Whether leaving these words out turns what is left; `whole` where they are full sentences.

    >>> turns_sense(("not",), whole=False), turns_sense(("very",), whole=False)
    (True, False)
    """
    text = " " + " ".join(words) + " "
    if any(text.startswith(f" {aside} ") for aside in _words("asides")):
        return False
    if whole:
        return any(text.startswith(f" {mark} ") for mark in _words("conceding") | _words("conditional"))
    if "not only" in text:
        text = text.replace("not only", " ").replace(" but also ", " ").replace(" but ", " ")
    edges = text if len(words) < _LONG_CUT else " " + " ".join((*words[:2], "|", *words[-3:])) + " "
    if any(
        f" {mark} " in edges for group in ("denying", "limiting", "conditional") for mark in _words(group)
    ):
        return True
    if any(text.startswith(f" {mark} ") for mark in _words("conceding")):
        return True
    return len(words) <= 4 and any(f" {mark} " in text for mark in _words("hedging"))


def _swap(quoted: Tokens, source: Tokens, first: int, end: int, at: int, stop: int) -> Iterator[Change]:
    """Words of the quotation in place of words of the source; either may be none."""
    new = [i for i in range(first, end) if i not in quoted.bracketed]
    if not new:
        return
    ours, theirs = quoted.words[first:end], source.words[at:stop]
    if _same_words(ours, theirs):
        yield Change("form", first, end, at, stop, 0.8)
    elif _only_left_out(ours, theirs):
        kind: ChangeKind = "elision-meaning" if turns_sense(theirs, whole=False) else "elision-unmarked"
        yield Change(kind, first, end, at, stop, 0.9)
    elif len(new) >= _REWORDED or (min(len(new), len(theirs)) >= 3 and same_sense(ours, theirs) >= _ALIKE):
        kind = "paraphrase" if same_sense(ours, theirs) >= _ALIKE else "alteration"
        yield Change(kind, first, end, at, stop, 0.8)
    elif all(word in _words("fillers") for word in ours):
        yield Change("form", first, end, at, stop, 0.6)
    else:
        yield Change("alteration", first, end, at, stop, _gravity(ours, theirs))


def _only_left_out(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether all words of the quotation stand in the source in their order: "a (truly) great (and overdue) day"."""
    rest = iter(theirs)
    return bool(ours) and len(ours) < len(theirs) and all(word in rest for word in ours)


def same_sense(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """The share of the content words on one side, the one that has fewer, that the other side has too.

    Words of one family and plain synonyms agree: "we pay twice as much for gas", "the price of gas has doubled".
    """
    here = {key for word in ours if (key := key_of(word))}
    there = {key for word in theirs if (key := key_of(word))}
    return len(here & there) / min(len(here), len(there)) if here and there else 0.0


def _same_words(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two stretches differ in hyphens, or in a slip of typing, only."""
    if "".join(ours) == "".join(theirs):
        return True
    return len(ours) == len(theirs) and all(
        a == b or _slip(a, b) or _shortened(a, b) or _shortened(b, a)
        for a, b in zip(ours, theirs, strict=True)
    )


def _shortened(short: str, word: str) -> bool:
    """Whether a word is shorthand for another: its first letter, and letters of it in their order.

    >>> _shortened("mtg", "meeting"), _shortened("no", "now")
    (True, False)
    """
    if not 2 <= len(short) <= 4 or len(word) < len(short) + 2 or short[0] != word[0] or short in stop_words():
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


def _slip(a: str, b: str) -> bool:
    """Whether one is the other mistyped: two letters changed places, or one stands double.

    >>> _slip("recieve", "receive"), _slip("harbor", "harbbor"), _slip("rebuild", "trust")
    (True, True, False)
    """
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        differing = [i for i in range(len(a)) if a[i] != b[i]]
        return (
            len(differing) == 2
            and differing[1] == differing[0] + 1
            and a[differing[0]] == b[differing[1]]
            and a[differing[1]] == b[differing[0]]
        )
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return any(
        longer[i] == longer[i - 1] and longer[:i] + longer[i + 1 :] == shorter for i in range(1, len(longer))
    )


def _gravity(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """How sure a swap of words changes the sense: small words and forms of one word hardly do."""
    turning = _words("denying") | _words("limiting") | _words("conditional") | _words("hedging")
    small = stop_words() - turning
    here = {stem(word) for word in ours if word not in small}
    there = {stem(word) for word in theirs if word not in small}
    return 0.6 if here == there else 0.95


@cache
def _words(group: str) -> frozenset[str]:
    table = cast("dict[str, list[str]]", load_toml("quoting")["turning"])
    return frozenset(table[group])


def group(name: str) -> frozenset[str]:
    """The words and phrases of one group of the table of turning words."""
    return _words(name)
