"""Read a handle as a name: the cheapest way to account for every letter of it.

Stretches of the handle that a form of the name, a word of handles ("rep", "press", a party, a country) or
digits account for are laid end to end; what is left over costs. The sum, in bits, says how much more likely
the letters are if the account is that name's than if it is somebody else's.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from typing import NamedTuple

from reconcile.names.handle_doubts import doubts, missing
from reconcile.names.handle_forms import NameForms
from reconcile.names.handle_letters import HandleLetters
from reconcile.names.handle_slips import slips
from reconcile.names.handle_stretches import SHORT, Stretch, affixes_of, name_stretches

#: Rows kept at one letter of a handle: more are ways to read the same letters that differ by an initial.
_MOST_ROWS = 40


class Reading(NamedTuple):
    """A handle read as a name."""

    bits: float
    stretches: tuple[Stretch, ...]
    #: The words of the name that are in the handle.
    mask: int


class Chain(NamedTuple):
    """A row of stretches, last first. (A tuple is made fastest.)"""

    before: Chain | None
    last: Stretch


#: (words used, whether the last letters were left over) -> (bits, row)
_Rows = dict[tuple[int, bool], tuple[float, Chain | None]]


class HandleReader:
    """One handle, ready to be read as many names: what does not depend on the name is found once."""

    def __init__(self, letters: HandleLetters) -> None:
        self.letters = letters
        self._affixes = affixes_of(letters)
        #: Where a part may begin: the breaks, and behind a word of handles that begins at one.
        self._joints = letters.breaks | {
            s.end for s in self._affixes if s.start in letters.breaks and s.end - s.start > 2
        }
        #: All runs of two and three letters, by which names are sifted.
        self._runs = {letters.text[i : i + n] for n in (2, 3) for i in range(len(letters.text) - n + 1)}
        self._gaps: dict[tuple[int, int], Stretch] = {}

    def may_hold(self, forms: NameForms) -> bool:
        """Whether anything of the name is in the handle: most names are passed over here."""
        return not (self._runs.isdisjoint(forms.starts) and self._runs.isdisjoint(forms.ends))

    def read(self, forms: NameForms) -> Reading | None:
        """The best reading of the handle as the name, or None where nothing of the name is in it."""
        best = None
        started = not self._runs.isdisjoint(forms.starts)
        if not started and not self.may_hold(forms):
            return None
        found = name_stretches(self.letters, self._affixes, forms)
        if started:
            best = self._best(found, forms)
            if all(s.role != "unexplained" for s in best.stretches):
                return best
        row, mask = (best.stretches, best.mask) if best else ((), 0)
        slipped = slips(self.letters, [*self._affixes, *found], row, mask, forms)
        if not slipped:
            return best
        better = self._best([*found, *slipped], forms)
        return better if best is None or better.bits > best.bits else best

    def _best(self, stretches: Sequence[Stretch], forms: NameForms) -> Reading:
        """The best row of stretches from the first letter to the last."""
        size = len(self.letters.text)
        by_start: dict[int, list[Stretch]] = {}
        for stretch in (*self._affixes, *stretches):
            by_start.setdefault(stretch.start, []).append(stretch)
        stops = sorted({*by_start, size})
        rows: list[_Rows] = [{} for _ in range(size + 1)]
        rows[0][0, False] = (0.0, None)
        for at in range(size):
            here = rows[at].items()
            if len(here) > _MOST_ROWS:
                here = dict(nlargest(_MOST_ROWS, here, key=lambda row: row[1][0])).items()
            for (mask, loose), (bits, chain) in here:
                for stretch in by_start.get(at, ()):
                    if stretch.mask & mask:
                        continue
                    cost = self._joint(chain, stretch, loose, forms)
                    if cost is not None:
                        row = (mask | stretch.mask, False)
                        _keep(rows[stretch.end], row, bits + stretch.gain - cost, Chain(chain, stretch))
                if not loose and (chain is None or at in self._joints or _size(chain.last) >= SHORT):
                    cut = (
                        3.0 if chain is not None and chain.last.cut and at not in self.letters.breaks else 0.0
                    )
                    for stop in stops:
                        if stop > at:
                            gap = self._gap(at, stop)
                            _keep(rows[stop], (mask, True), bits + gap.gain - cut, Chain(chain, gap))
        found = (
            (bits + missing(forms, mask), mask, chain) for (mask, _), (bits, chain) in rows[size].items()
        )
        bits, mask, chain = max(found, key=lambda row: row[0], default=(-99.0, 0, None))
        best = _unwound(chain)
        return Reading(bits + doubts(self.letters, best, mask, forms), best, mask)

    def _joint(self, chain: Chain | None, stretch: Stretch, loose: bool, forms: NameForms) -> float | None:
        """What it costs that `stretch` follows the row, or None; `loose`: letters before it are left over."""
        cost = 0.0
        if stretch.start not in self.letters.breaks and chain is not None:
            if loose:
                if _size(stretch) < SHORT:
                    return None
                cost += 1.5
            if stretch.cut and _size(stretch) < 3 and not chain.last.cut:
                return None
            if chain.last.cut and not stretch.mask:
                if _size(stretch) < 3:
                    return None
                cost += 3.0
        if forms.body and stretch.role in ("party", "title"):
            cost += 5.0 if stretch.role == "party" else 1.0
        return cost

    def _gap(self, start: int, end: int) -> Stretch:
        """Letters that nothing accounts for, with their cost."""
        key = (start, end)
        if key not in self._gaps:
            size = end - start
            cost = 2.5 if size == 1 else 4.0 if size == 2 else 5.0 + 0.6 * min(size - 3, 10)
            astray = (start not in self._joints) + (end not in self.letters.breaks)
            cost += astray * (2.5 if self.letters.marked else 2.0)
            self._gaps[key] = Stretch(start, end, 0, -cost, "unexplained", "")
        return self._gaps[key]


def _size(stretch: Stretch) -> int:
    return stretch.end - stretch.start


def _keep(rows: _Rows, key: tuple[int, bool], bits: float, chain: Chain) -> None:
    held = rows.get(key)
    if held is None or held[0] < bits:
        rows[key] = (bits, chain)


def _unwound(chain: Chain | None) -> tuple[Stretch, ...]:
    row: list[Stretch] = []
    while chain is not None:
        row.append(chain.last)
        chain = chain.before
    return tuple(reversed(row))
