"""Read a handle as a name: the cheapest way to account for every letter of it.

Stretches of the handle that a form of the name, a word of handles ("rep", "press", a party, a country) or digits
account for are laid end to end; what is left over costs. The sum, in bits, says how much more likely the letters
are if the account is that name's than if it is somebody else's.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from reconcile.names.handle_forms import Form, NameForms, is_body_word, is_given_name
from reconcile.names.handle_letters import HandleLetters, country_forms, handle_words
from reconcile.names.letters import plain
from reconcile.names.spelling import single_edit

#: A stretch shorter than this is believed only between breaks or other stretches.
_SHORT = 4
#: What may stand beside the initials of a whole name.
_BESIDE_INITIALS = frozenset({"initial", "title", "affix", "digits", "party", "state", "country"})
#: Words of campaigns, which go by the given name alone: "andrea for", "vote lea".
_CAMPAIGN = frozenset(
    {"for", "4", "vote", "elect", "reelect", "votefor", "team", "fur", "fuer", "pour", "para", "per", "voor"}
)
#: The shortest word in which a slip of one letter is believed.
_SLIP = 4
#: What a slip costs, in bits.
_SLIP_COST = 4.2


@frozen
class Stretch:
    """Letters of a handle, from `start` to `end`, and what accounts for them."""

    start: int
    end: int
    mask: int
    gain: float
    role: str
    matched: str
    #: Only the start of a word: Hick for Hickenlooper.
    cut: bool = False


@frozen
class Reading:
    """A handle read as a name."""

    bits: float
    stretches: tuple[Stretch, ...]
    mask: int


class HandleReader:
    """One handle, ready to be read as many names: what does not depend on the name is found once."""

    def __init__(self, letters: HandleLetters) -> None:
        self.letters = letters
        self.affixes = _affixes(letters)
        #: Where a part may begin: the breaks, and behind a word of handles that begins at one.
        self.joints = letters.breaks | {
            s.end for s in self.affixes if s.start in letters.breaks and s.end - s.start > 2
        }
        self._gaps: dict[tuple[int, int], float] = {}

    def read(self, forms: NameForms) -> Reading | None:
        """The best reading of the handle as the name, or None where nothing of the name is in it."""
        text = self.letters.text
        if not any(start in text for start in forms.starts):
            return self._slipped(forms, None) if any(end in text for end in forms.ends) else None
        stretches = _name_stretches(self.letters, self.affixes, forms)
        best = self._best(stretches, forms)
        if any(s.role == "unexplained" for s in best.stretches):
            better = self._slipped(forms, best)
            return better if better is not None and better.bits > best.bits else best
        return best

    def _best(self, stretches: Sequence[Stretch], forms: NameForms) -> Reading:
        """The best row of stretches from the first letter to the last."""
        size = len(self.letters.text)
        breaks = self.letters.breaks
        by_start: dict[int, list[Stretch]] = {}
        for stretch in (*self.affixes, *stretches):
            by_start.setdefault(stretch.start, []).append(stretch)
        stops = sorted({*by_start, size})
        # position -> (words used, whether the last letters were left over) -> (bits, stretch, where it came from)
        states: list[dict[tuple[int, bool], tuple[float, Chain | None]]] = [{} for _ in range(size + 1)]
        states[0][0, False] = (0.0, None)
        for at in range(size):
            if not states[at]:
                continue
            for (mask, loose), (bits, chain) in states[at].items():
                for stretch in by_start.get(at, ()):
                    if stretch.mask & mask:
                        continue
                    gain = stretch.gain
                    if at not in breaks and loose:
                        if stretch.end - at < _SHORT:
                            continue
                        gain -= 1.5
                    if chain is not None and chain.last.cut and at not in breaks and not stretch.mask:
                        if stretch.end - at < 3:
                            continue
                        gain -= 3.0
                    if forms.body and stretch.role in ("party", "title"):
                        gain -= 5.0 if stretch.role == "party" else 1.0
                    _keep(
                        states[stretch.end], (mask | stretch.mask, False), bits + gain, Chain(chain, stretch)
                    )
                if not loose and (
                    chain is None or at in self.joints or chain.last.end - chain.last.start >= _SHORT
                ):
                    for stop in stops:
                        if stop > at:
                            cost = self._gap(at, stop) - (
                                3.0 if chain is not None and chain.last.cut and at not in breaks else 0.0
                            )
                            gap = Stretch(at, stop, 0, cost, "unexplained", "")
                            _keep(states[stop], (mask, True), bits + gap.gain, Chain(chain, gap))
        found = [
            Reading(bits + _missing(forms, mask), _unwound(chain), mask)
            for (mask, _), (bits, chain) in states[size].items()
        ]
        best = max(found, key=lambda reading: reading.bits, default=Reading(-99.0, (), 0))
        if (
            len(forms.initials) > 1
            and all(s.role in _BESIDE_INITIALS for s in best.stretches)
            and not forms.all_mask & ~best.mask
        ):
            best = Reading(best.bits + 2.0, best.stretches, best.mask)
        return Reading(best.bits + self._conflicts(best, forms), best.stretches, best.mask)

    def _gap(self, start: int, end: int) -> float:
        """What letters that nothing accounts for cost."""
        key = (start, end)
        if key not in self._gaps:
            size = end - start
            cost = 2.5 if size == 1 else 4.0 if size == 2 else 5.0 + 0.6 * min(size - 3, 10)
            breaks = self.letters.breaks
            cost += ((start not in self.joints) + (end not in breaks)) * (2.5 if self.letters.marked else 2.0)
            self._gaps[key] = -cost
        return self._gaps[key]

    def _conflicts(self, reading: Reading, forms: NameForms) -> float:
        """What speaks against the name: another given name or another country in the letters left over."""
        lost = 0.0
        text = self.letters.text
        gaps = [s for s in reading.stretches if s.role == "unexplained"]
        for stretch in reading.stretches:
            if stretch.role == "country" and stretch.mask == 0 and forms.body:
                codes = country_forms().get(text[stretch.start : stretch.end], frozenset())
                lost -= 1.5 if not forms.countries else 8.0 if not codes & forms.countries else 0.0
            elif stretch.cut and forms.body:
                lost -= 2.0
        if forms.body:
            for gap in gaps:
                if gap.end - gap.start > 2:
                    lost -= 1.0 + (3.0 if forms.own_mask & ~reading.mask else 0.0)
                    lost -= 4.0 if is_given_name(text[gap.start : gap.end]) else 0.0
            return lost
        spelled = [s for s in reading.stretches if s.mask & forms.family_mask and s.role != "initial"]
        if not reading.mask & forms.family_mask:
            before = [s.role for s in reading.stretches]
            words = {text[s.start : s.end] for s in reading.stretches if s.role in ("affix", "digits")}
            if not words.isdisjoint(_CAMPAIGN):
                lost += 3.0
            elif before[:1] == ["title"]:
                lost -= 3.0
        if not spelled and any(s.end - s.start > 2 for s in gaps):
            lost -= 5.0
        if spelled and spelled[0].start in self.letters.breaks and is_given_name(plain(spelled[0].matched)):
            # A family name that is also a given name, and another word after it: John Martin, MartinKeller.
            lost -= (
                6.0 if any(gap.start >= spelled[0].end and gap.end - gap.start > 2 for gap in gaps) else 0.0
            )
        if reading.mask & forms.given_mask or not gaps:
            return lost
        family = next((s.start for s in reading.stretches if s.mask & forms.family_mask), 0)
        for gap in gaps:
            letters = text[gap.start : gap.end]
            if is_given_name(letters):
                lost -= 10.0
            elif len(letters) == 1 and gap.start in self.letters.breaks and gap.start < family:
                lost -= 9.0
            elif gap.end == family:
                lost -= 6.0
            else:
                lost -= 2.5
        return lost

    def _slipped(self, forms: NameForms, best: Reading | None) -> Reading | None:
        """The reading in which a word of the name is spelled with one slip, where the letters left over allow it."""
        text = self.letters.text
        gaps = _loose_ends(best) if best else [(0, len(text), 0)]
        extra: list[Stretch] = []
        words = [f for f in forms.words if len(f.letters) >= _SLIP and f.letters[0] in text]
        stretches = _name_stretches(self.letters, self.affixes, forms) if words else []
        for start, end, used in gaps if words else ():
            for cut_start, cut_end in self._cuts(start, end, stretches):
                piece = text[cut_start:cut_end]
                for form in words:
                    if (
                        form.letters[0] != piece[0]
                        or abs(len(piece) - len(form.letters)) > 1
                        or form.mask & used
                    ):
                        continue
                    if is_body_word(piece) or is_body_word(form.letters):
                        continue
                    if (edit := single_edit(form.letters, piece)) is not None and edit.position:
                        extra.append(
                            Stretch(
                                cut_start, cut_end, form.mask, form.gain - _SLIP_COST, form.role, form.matched
                            )
                        )
        if not extra:
            return None
        return self._best([*stretches, *extra], forms)

    def _cuts(self, start: int, end: int, stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
        """The pieces of the letters left over in which a word may stand: between breaks and what else was found."""
        edges = {start, end, *(b for b in self.letters.breaks if start < b < end)}
        longer = [s for s in (*self.affixes, *stretches) if s.end - s.start > 2 * (s.mask == 0)]
        edges |= {s.end for s in longer if s.start in edges and s.end < end}
        edges |= {s.start for s in longer if s.end in edges and s.start > start}
        marks = sorted(edges)
        return [(a, b) for i, a in enumerate(marks) for b in marks[i + 1 :] if b - a >= _SLIP - 1]


@frozen
class Chain:
    """A row of stretches, last first."""

    before: Chain | None
    last: Stretch


def _keep(
    states: dict[tuple[int, bool], tuple[float, Chain | None]],
    key: tuple[int, bool],
    bits: float,
    chain: Chain,
) -> None:
    held = states.get(key)
    if held is None or held[0] < bits:
        states[key] = (bits, chain)


def _unwound(chain: Chain | None) -> tuple[Stretch, ...]:
    row: list[Stretch] = []
    while chain is not None:
        row.append(chain.last)
        chain = chain.before
    return tuple(reversed(row))


def _loose_ends(reading: Reading) -> list[tuple[int, int, int]]:
    """Where a word may stand that is not spelled as in the name, and the words read elsewhere: the letters left
    over, alone and with the stretch before or behind them.
    """
    found: list[tuple[int, int, int]] = []
    row = reading.stretches
    for i, gap in enumerate(row):
        if gap.role != "unexplained":
            continue
        if gap.end - gap.start >= _SLIP - 1:
            found.append((gap.start, gap.end, reading.mask))
        for beside in row[max(0, i - 1) : i + 2]:
            if beside.mask:
                found.append(
                    (min(beside.start, gap.start), max(beside.end, gap.end), reading.mask & ~beside.mask)
                )
    return found


def _missing(forms: NameForms, mask: int) -> float:
    """What the words of the name that the handle leaves out cost."""
    if forms.body:
        if not mask:
            return -20.0
        left = forms.all_mask & ~mask
        if not left:
            return 3.0
        if not forms.own_mask:
            return -2.0 * left.bit_count()
        return -2.5 * (forms.own_mask & left).bit_count() - 0.7 * (left & ~forms.own_mask).bit_count()
    cost = 0.0
    if forms.family_mask and not mask & forms.family_mask:
        cost -= 3.5
    if forms.given_mask and not mask & forms.given_mask:
        cost -= 0.5
    return cost if mask else -20.0


def _affixes(letters: HandleLetters) -> tuple[Stretch, ...]:
    """The words of handles and the digits in it."""
    words, longest = handle_words()
    text, breaks = letters.text, letters.breaks
    found: list[Stretch] = []
    size = len(text)
    for start in range(size):
        if text[start].isdigit():
            if start and text[start - 1].isdigit():
                continue
            end = start
            while end < size and text[end].isdigit():
                end += 1
            found.append(Stretch(start, end, 0, -0.3, "digits", ""))
            continue
        for end in range(start + 1, min(size, start + longest) + 1):
            role = words.get(text[start:end])
            if role is None:
                continue
            sides = (start in breaks) + (end in breaks)
            length = end - start
            if length < _SHORT:
                code = length < 3 or role in ("country", "state", "party")
                if code and (sides < (2 if letters.marked else 1) or not letters.is_code(start, end)):
                    continue
                cost = (4.0 if role == "title" else 2.2, 2.5 if code and end not in breaks else 1.2, 0.3)[
                    sides
                ]
            else:
                cost = (1.5, 0.6, 0.3)[sides]
            found.append(Stretch(start, end, 0, -cost, role, ""))
    return tuple(found)


def _name_stretches(letters: HandleLetters, affixes: Sequence[Stretch], forms: NameForms) -> list[Stretch]:
    """Every place of the handle where a form of the name, the start of one, or an initial stands."""
    text, breaks = letters.text, letters.breaks
    found: list[Stretch] = []
    for form in forms.forms:
        at = text.find(form.letters)
        while at >= 0:
            end = at + len(form.letters)
            gain = form.gain
            if letters.marked:
                gain -= 2.0 * (at not in breaks) + 1.0 * (end not in breaks)
            found.append(Stretch(at, end, form.mask, gain, form.role, form.matched))
            at = text.find(form.letters, at + 1)
    full = {(s.start, s.mask) for s in found}
    for form in forms.words:
        found += _beginnings(letters, form, full)
    for at in _initial_places(letters, affixes, found):
        for letter, mask, matched, role in forms.initials:
            if text[at] == letter:
                gain = (2.6 if role != "family" else 2.0) - (0.0 if at in breaks else 0.6)
                found.append(
                    Stretch(at, at + 1, mask, gain if role != "particle" else 1.0, "initial", matched)
                )
    return found


def _initial_places(letters: HandleLetters, affixes: Sequence[Stretch], found: list[Stretch]) -> list[int]:
    """Where an initial may stand: up to three from a break or a word of handles on, or beside a word of the name."""
    size = len(letters.text)
    places = {b + i for b in letters.breaks for i in range(3)}
    places |= {s.end + i for s in affixes if s.start in letters.breaks for i in range(3)}
    if not letters.marked:
        places |= {s.end + i for s in found if s.end - s.start >= _SHORT for i in range(2)}
        places |= {s.start - i for s in found if s.end - s.start >= _SHORT for i in range(1, 3)}
    return sorted(at for at in places if 0 <= at < size)


def _beginnings(letters: HandleLetters, form: Form, full: set[tuple[int, int]]) -> list[Stretch]:
    """Where the start of a word stands in the handle: Hick for Hickenlooper."""
    text, breaks, word = letters.text, letters.breaks, form.letters
    found: list[Stretch] = []
    at = text.find(word[:2]) if len(word) > 3 else -1
    while at >= 0:
        if (at, form.mask) not in full:
            size = 2
            while size < len(word) and at + size < len(text) and text[at + size] == word[size]:
                size += 1
            ends = {at + size, *(b for b in breaks if at + 1 < b < at + size)}
            for end in ends:
                if letters.marked and end not in breaks:
                    continue
                length = end - at
                gain = (
                    min(2.2 * length - 1.5, form.gain - 2.0)
                    - (0.0 if end in breaks else 0.5)
                    - (0.0 if at in breaks else 1.0)
                )
                if form.role == "word" and (
                    length < (2 if at in breaks else 3) or is_body_word(text[at:end])
                ):
                    continue
                if length > 2 or (at in breaks and not letters.marked) or (at in breaks and end in breaks):
                    found.append(Stretch(at, end, form.mask, gain, form.role, form.matched, cut=True))
        at = text.find(word[:2], at + 1)
    return found
