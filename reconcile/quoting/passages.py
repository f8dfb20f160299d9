"""Where quoted words stand in a source: the stretches that agree word for word, and what lies between them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reconcile.patterns import lazy_regex
from reconcile.quoting.tokens import Tokens, tokenize
from reconcile.words import stop_words

#: A stretch must have so many words to be found far from the others.
_SHORTEST_FAR = 3
#: A single agreeing word counts only so near to the stretch beside it (words).
_NEAR = 6
#: Beyond so many skipped words two stretches are two places.
FAR = 40
#: Occurrences of one stretch that are looked at.
_OCCURRENCES = 16

_END_OF_SENTENCE = lazy_regex(r"[.!?…][\"”»’')\]]*+\s|\n\s*\n|\n(?=\s*[\p{Lu}\"“•*-])")


class Run(NamedTuple):
    """Words `first` up to `end` of the quotation that stand in a row in the source from word `at` on."""

    first: int
    end: int
    at: int

    @property
    def length(self) -> int:
        """Number of words."""
        return self.end - self.first

    @property
    def stop(self) -> int:
        """The source's word after the stretch."""
        return self.at + self.end - self.first


class Passage(NamedTuple):
    """A quotation placed in a source: the stretches that agree, in the quotation's order."""

    quoted: Tokens
    source: Tokens
    runs: tuple[Run, ...]

    @property
    def agreeing(self) -> int:
        """How many of the quotation's words agree."""
        return sum(run.length for run in self.runs)

    @property
    def likeness(self) -> float:
        """The share of the quotation's words that agree."""
        return self.agreeing / len(self.quoted)

    @property
    def verbatim(self) -> bool:
        """Whether the whole quotation stands there in a row."""
        return len(self.runs) == 1 and self.runs[0].length == len(self.quoted)

    @property
    def telling(self) -> int:
        """How many agreeing words carry content."""
        words = self.quoted.words
        return sum(words[i] not in stop_words() for run in self.runs for i in range(run.first, run.end))


@lru_cache(maxsize=2048)
def place(quotation: str, source: str) -> Passage | None:
    """The best place of a quotation in a source, or None where fewer than two of its words stand in a row there.

    >>> passage = place("We will sail on Friday.", "Today: we will not sail on Friday.")
    >>> passage.likeness, [(run.first, run.end, run.at) for run in passage.runs]
    (1.0, [(0, 2, 1), (2, 5, 4)])
    """
    quoted, text = tokenize(quotation), tokenize(source)
    if not quoted.words or not text.words:
        return None
    at = text.find(quoted.words)
    if at >= 0:
        return Passage(quoted, text, (Run(0, len(quoted), at),))
    anchor = _longest(quoted, text)
    if anchor is None:
        return None
    runs = [*_leftward(quoted, text, anchor), anchor, *_rightward(quoted, text, anchor)]
    return Passage(quoted, text, tuple(runs))


def _longest(quoted: Tokens, text: Tokens) -> Run | None:
    """The longest stretch of the quotation that stands in the source, bracketed words left out."""
    best: Run | None = None
    first = 0
    while first < len(quoted):
        length = (best.length if best else 1) + 1
        found = -1
        while first + length <= len(quoted):
            at = text.find(quoted.words[first : first + length])
            if at < 0:
                break
            found, length = at, length + 1
        if found >= 0:
            best = Run(first, first + length - 1, found)
        first += 1
    if best is None:
        return None
    words = quoted.words[best.first : best.end]
    return best if best.length >= 3 or any(word not in stop_words() for word in words) else None


def _rightward(quoted: Tokens, text: Tokens, anchor: Run) -> list[Run]:
    """The stretches after the anchor, each the longest at its place, nearest to the one before."""
    runs: list[Run] = []
    last, first = anchor, anchor.end
    while first < len(quoted):
        run = _next_run(quoted, text, first, last.stop)
        if run is None:
            first += 1
            continue
        runs.append(run)
        last, first = run, run.end
    return runs


def _next_run(quoted: Tokens, text: Tokens, first: int, expected: int) -> Run | None:
    """The longest stretch from word `first` of the quotation on; of equal ones the nearest to `expected`."""
    length, at = 0, -1
    while first + length < len(quoted):
        found = _nearest(quoted.words[first : first + length + 1], text, expected)
        if found < 0 or (length >= 1 and not _close(found, expected) and _close(at, expected)):
            break
        at, length = found, length + 1
    if length == 0:
        return None
    near = expected <= at <= expected + _NEAR + FAR // 4
    telling = length == 2 and any(word not in stop_words() for word in quoted.words[first : first + 2])
    ahead = telling and expected <= at <= expected + FAR and first + 2 == len(quoted)
    if length < _SHORTEST_FAR and not ahead and not (near and (length > 1 or at - expected <= _NEAR)):
        return None
    if length == 1 and quoted.words[first] in stop_words() and at != expected and len(quoted) > first + 1:
        return None
    return Run(first, first + length, at)


def _close(at: int, expected: int) -> bool:
    return -2 <= at - expected <= FAR


def _nearest(words: tuple[str, ...], text: Tokens, expected: int) -> int:
    """Where `words` stand in the source nearest to word `expected`, at it or after it before others, or -1."""
    after = text.find(words, expected) if expected < len(text) else -1
    if after >= 0 and after - expected <= FAR:
        return after
    best, at = after, -1
    for _ in range(_OCCURRENCES):
        at = text.find(words, at + 1)
        if at < 0 or at >= expected:
            break
        best = at
    return best


def _leftward(quoted: Tokens, text: Tokens, anchor: Run) -> list[Run]:
    """The stretches before the anchor, each the longest that ends there, in the quotation's order."""
    runs: list[Run] = []
    last, end = anchor, anchor.first
    while end > 0:
        run = _previous_run(quoted, text, end, last.at)
        if run is None:
            end -= 1
            continue
        runs.insert(0, run)
        last, end = run, run.first
    return runs


def _previous_run(quoted: Tokens, text: Tokens, end: int, expected: int) -> Run | None:
    """The longest stretch that ends before word `end` of the quotation, nearest to before word `expected`."""
    length, at = 0, -1
    while length < end:
        found = _nearest_before(quoted.words[end - length - 1 : end], text, expected)
        if found < 0 or (length >= 1 and expected - found > FAR >= expected - at > 0):
            break
        at, length = found, length + 1
    if length == 0:
        return None
    gap = expected - (at + length)
    near = 0 <= gap <= _NEAR + FAR // 4
    if length < _SHORTEST_FAR and not (near and (length > 1 or gap <= _NEAR)):
        return None
    if length == 1 and quoted.words[end - 1] in stop_words() and gap and end > 1:
        return None
    return Run(end - length, end, at)


def _nearest_before(words: tuple[str, ...], text: Tokens, expected: int) -> int:
    """Where `words` stand wholly before word `expected`, as near to it as may be; else anywhere; or -1."""
    begin = max(0, expected - FAR - len(words))
    best, at = -1, begin - 1
    for _ in range(_OCCURRENCES):
        at = text.find(words, at + 1) if at + 1 < len(text) else -1
        if at < 0 or at + len(words) > expected:
            break
        best = at
    return best if best >= 0 else text.find(words)


def crosses_sentence(source: Tokens, before: int, after: int) -> bool:
    """Whether a sentence or paragraph ends between word `before` and word `after` of the source."""
    if not 0 <= before < after < len(source):
        return False
    return _END_OF_SENTENCE.search(source.text, source.ends[before], source.starts[after] + 1) is not None


def sentence_round(source: Tokens, first: int, end: int, reach: int = 60) -> tuple[int, int]:
    """The first word, and the word after the last, of the sentence or sentences that `first` to `end` stand in."""
    begin = first
    while begin > 0 and first - begin < reach and not crosses_sentence(source, begin - 1, begin):
        begin -= 1
    stop = end
    while stop < len(source) and stop - end < reach and not crosses_sentence(source, stop - 1, stop):
        stop += 1
    return begin, stop
