"""What may account for letters of a handle: words of handles, digits, and the forms of a name in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.names.handle_forms import Form, NameForms
from reconcile.names.handle_letters import HandleLetters, handle_words
from reconcile.names.name_kind import is_body_word

#: A stretch shorter than this is believed only between breaks or other stretches.
SHORT = 4
#: What an initial tells, by the role of its word ("short": of a short form, B for Robert); others tell 2.6.
_INITIALS = {"family": 2.0, "particle": 1.0, "short": 1.2}


class Stretch(NamedTuple):
    """Letters of a handle, from `start` to `end`, and what accounts for them. (A tuple is made fastest.)"""

    start: int
    end: int
    mask: int
    gain: float
    role: str
    matched: str
    #: Only the start of a word: Hick for Hickenlooper.
    cut: bool = False


def affixes_of(letters: HandleLetters) -> tuple[Stretch, ...]:
    """The words of handles and the digits in it."""
    words, longest = handle_words()
    text = letters.text
    #: Behind a title at the start a code may stand as at a break: "repncbrandt".
    breaks = set(letters.breaks)
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
            if length < SHORT:
                code = length < 3 or role in ("country", "state", "party")
                if code and (sides < (2 if letters.marked else 1) or not letters.is_code(start, end)):
                    continue
                cost = (4.0 if role == "title" else 2.2, 2.5 if code and end not in breaks else 1.2, 0.3)[
                    sides
                ]
            else:
                cost = (1.5, 0.6, 0.3)[sides]
            found.append(Stretch(start, end, 0, -cost, role, ""))
            if role == "title" and start == 0 and length > 2 and not letters.marked:
                breaks.add(end)
    return tuple(found)


def name_stretches(letters: HandleLetters, affixes: Sequence[Stretch], forms: NameForms) -> list[Stretch]:
    """Every place of the handle where a form of the name, the start of one, or an initial stands."""
    text, breaks = letters.text, letters.breaks
    found: list[Stretch] = []
    for form, mask, whole_gain, role, matched in forms.forms:
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            gain = whole_gain
            if letters.marked:
                gain -= 2.0 * (at not in breaks) + 1.0 * (end not in breaks)
            found.append(Stretch(at, end, mask, gain, role, matched))
            at = text.find(form, at + 1)
    full: dict[tuple[int, int], int] = {}
    for s in found:
        full[s.start, s.mask] = max(s.end, full.get((s.start, s.mask), 0))
    for word in forms.words:
        found += _beginnings(letters, word, full)
    for at in _initial_places(letters, affixes, found):
        for letter, mask, matched, role in forms.initials:
            if text[at] == letter:
                gain = _INITIALS.get(role, 2.6) - (0.0 if at in breaks or role == "particle" else 0.6)
                found.append(Stretch(at, at + 1, mask, gain, "initial", matched))
    return found


def _initial_places(letters: HandleLetters, affixes: Sequence[Stretch], found: list[Stretch]) -> list[int]:
    """Where an initial may stand: up to three behind a break or a word of handles, or beside the name."""
    size = len(letters.text)
    places = {b + i for b in letters.breaks for i in range(3)}
    places |= {s.end + i for s in affixes if s.start in letters.breaks for i in range(3)}
    if not letters.marked:
        places |= {s.end + i for s in found if s.end - s.start >= SHORT for i in range(2)}
        places |= {s.start - i for s in found if s.end - s.start >= SHORT for i in range(1, 3)}
    return sorted(at for at in places if 0 <= at < size)


def _beginnings(letters: HandleLetters, form: Form, full: dict[tuple[int, int], int]) -> list[Stretch]:
    """Where the start of a word stands in the handle: Hick for Hickenlooper."""
    text, breaks = letters.text, letters.breaks
    word, mask, whole_gain, role, matched = form
    found: list[Stretch] = []
    at = text.find(word[:2]) if len(word) > 3 else -1
    while at >= 0:
        longest = full.get((at, mask), 0)
        if longest < at + len(word):
            size = 2
            while size < len(word) and at + size < len(text) and text[at + size] == word[size]:
                size += 1
            ends = {at + size, *(b for b in breaks if at + 1 < b < at + size)}
            for end in ends:
                if end <= longest or (letters.marked and end not in breaks):
                    continue
                length = end - at
                gain = (
                    min(2.2 * length - 1.5, whole_gain - 2.0)
                    - (0.0 if end in breaks else 0.5)
                    - (0.0 if at in breaks else 1.0)
                )
                if role == "word" and (length < (2 if at in breaks else 3) or is_body_word(text[at:end])):
                    continue
                if (
                    length > 2
                    or (at in breaks and (not letters.marked or end in breaks))
                    or (end in breaks and not letters.marked)
                ):
                    found.append(Stretch(at, end, mask, gain, role, matched, cut=True))
        at = text.find(word[:2], at + 1)
    return found
