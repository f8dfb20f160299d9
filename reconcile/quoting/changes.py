"""The differences between a quotation and its source, each judged by what it does to the sense."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reconcile.quoting.change_kinds import Change
from reconcile.quoting.cuts import cut
from reconcile.quoting.passages import FAR, Passage, Run, crosses_sentence, sentence_round
from reconcile.quoting.swaps import swap
from reconcile.quoting.tokens import Tokens

#: Dots mark a cut even where a word beside them agrees by chance with one that was cut.
_MARKED = 2
#: A word or two between so many that differ agree by chance.
_LOOSE = 4


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
        yield from swap(quoted, source, 0, first.first, begin, first.at)
    for before, after in pairwise(runs):
        yield from _between(quoted, source, before, after)
    last = runs[-1]
    if last.end < len(quoted):
        rest = len(quoted) - last.end
        stop = min(sentence_round(source, last.stop - 1, last.stop)[1], last.stop + rest + 2)
        yield from swap(quoted, source, last.end, len(quoted), last.stop, stop)


def _between(quoted: Tokens, source: Tokens, before: Run, after: Run) -> Iterator[Change]:
    """What happened between two stretches."""
    skipped, added = after.at - before.stop, after.first - before.end
    marked = any(before.end - _MARKED <= i <= after.first + _MARKED for i in quoted.dots)
    if skipped < 0 or (skipped > FAR and not marked):
        yield Change("splice", before.first, after.end, before.at, before.stop, 0.9)
        return
    if added == 0:
        if skipped:
            yield cut(quoted, source, before, after, marked=marked)
        return
    if all(i in quoted.bracketed for i in range(before.end, after.first)):
        if skipped:
            yield Change("elision-marked", before.end, after.first, before.stop, after.at, 0.9)
        return
    crossed = crosses_sentence(source, before.stop - 1, after.at)
    if crossed and skipped >= 4 and skipped >= 3 * added and not marked:
        yield Change("splice", before.first, after.end, before.at, after.stop, 0.9)
    elif marked and skipped > added + 4:
        yield cut(quoted, source, before, after, marked=True)
    else:
        yield from swap(quoted, source, before.end, after.first, before.stop, after.at)
