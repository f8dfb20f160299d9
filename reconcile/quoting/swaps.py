"""Words of a quotation in place of words of its source: a slip, shorthand, a paraphrase, another sense."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.grammar.keys import key_of
from reconcile.quoting.change_kinds import Change, ChangeKind
from reconcile.quoting.cuts import turns_sense
from reconcile.quoting.tokens import Tokens
from reconcile.quoting.turning_words import turning_words
from reconcile.words import stem, stop_words

#: A reworded stretch is a paraphrase from so many of the quotation's words on; below, single words are swapped.
_REWORDED = 5
#: From this share of common content words on, one stretch tells what the other does.
_ALIKE = 0.3


def swap(quoted: Tokens, source: Tokens, first: int, end: int, at: int, stop: int) -> Iterator[Change]:
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
    elif all(word in turning_words("fillers") for word in ours):
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
    turning = (
        turning_words("denying")
        | turning_words("limiting")
        | turning_words("conditional")
        | turning_words("hedging")
    )
    small = stop_words() - turning
    here = {stem(word) for word in ours if word not in small}
    there = {stem(word) for word in theirs if word not in small}
    return 0.6 if here == there else 0.95
