"""Whose account a handle is, of the names at hand: every letter of it is explained, or nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log2
from typing import NamedTuple

from reconcile.names.body_forms import body_forms
from reconcile.names.handle_forms import NameForms, spellings
from reconcile.names.handle_letters import handle_letters
from reconcile.names.handle_reading import HandleReader, Reading
from reconcile.names.letters import plain
from reconcile.names.name_kind import is_body
from reconcile.names.person_forms import person_forms
from reconcile.names.spelling import Edit, respell, single_edit

#: Roles of parts that spell a word of the name out.
_SPELLED = frozenset({"given", "middle", "family", "nick", "title", "word"})
#: Handles on X have at most 15 letters: one as long as that may be cut.
_CROWDED = 15
#: A name is given where it is likelier than all the others and nobody together.
_ENOUGH = 0.5
#: The chance that the holder is none of the names, before anything is read.
_NOBODY = 0.5


class HandlePart(NamedTuple):
    """Letters of a handle, what they are, and the word of the name (or of its kind) that they stand for."""

    text: str
    #: "given", "middle", "family", "particle", "initial", "word", "acronym", "abbreviation", "office",
    #: "title",
    #: "party", "country", "state", "affix", "digits", "unexplained".
    role: str
    matched: str


class HandleMatch(NamedTuple):
    """Whose account a handle is."""

    #: One of the names given, or None: no name fits, or two fit alike.
    name: str | None
    #: 0 to 1: how sure the best name is, whether it was given or not.
    score: float
    #: The letters of the handle in order, explained by that name; by no name where nothing fits.
    parts: tuple[HandlePart, ...]


@lru_cache(maxsize=8192)
def name_forms(name: str) -> NameForms:
    """The forms in which `name`, a person's or a body's, may stand in a handle."""
    return body_forms(name) if is_body(name) else person_forms(name)


def resolve_handle(handle: str, names: Sequence[str], *, display_name: str | None = None) -> HandleMatch:
    """Whose of `names` the account `handle` is, if anybody's; `display_name` is what it calls itself.

    >>> resolve_handle("allessiaclaes", ["Nicole de Moor", "Allessia Cleas"]).name
    'Allessia Cleas'
    >>> resolve_handle("RepSmith", ["Ann Smith", "Joe Smith"]).name is None
    True
    """
    reader = _reader(handle)
    shown = display_name.replace(" ", "_") if display_name else ""
    found: list[tuple[float, str, Reading | None]] = []
    for name in dict.fromkeys(names):
        forms = name_forms(name)
        reading = _read(handle, name) if reader.may_hold(forms) else None
        bits = reading.bits if reading else -8.0
        if shown:
            said = _read(shown, name) if _reader(shown).may_hold(forms) else None
            bits = max(bits, -4.0) + (max(said.bits, -8.0) if said else -8.0)
        if bits > -8.0:
            found.append((bits, name, reading))
    if not found:
        return HandleMatch(None, 0.0, _parts(reader, None))
    found.sort(key=lambda row: -row[0])
    each = (1 - _NOBODY) / max(1, len(names)) / _NOBODY
    weights = [2 ** min(60.0, bits + log2(each)) for bits, _, _ in found]
    score = weights[0] / (1.0 + sum(weights))
    _, name, best = found[0]
    return HandleMatch(name if score > _ENOUGH else None, round(score, 3), _parts(reader, best))


@lru_cache(maxsize=256)
def _reader(handle: str) -> HandleReader:
    """A handle ready to be read as many names."""
    return HandleReader(handle_letters(handle))


@lru_cache(maxsize=512)
def _read(handle: str, name: str) -> Reading | None:
    """A handle read as a name that it may hold; kept, as who holds it and how its name is spelt are asked one
    after the other.
    """
    return _reader(handle).read(name_forms(name))


def _parts(reader: HandleReader, reading: Reading | None) -> tuple[HandlePart, ...]:
    letters = reader.letters
    if reading is None:
        return (
            (HandlePart(letters.original(0, len(letters.text)), "unexplained", ""),) if letters.text else ()
        )
    return tuple(HandlePart(letters.original(s.start, s.end), s.role, s.matched) for s in reading.stretches)


def spelling_from_handle(match: HandleMatch, name: str) -> str | None:
    """`name` with its letters corrected to those of the handle matched with it, or None where they agree.

    Only words that the handle spells out count, and only one slip a word: accents that handles cannot carry,
    umlauts written out, short forms, initials and a handle cut at the platform's limit are no correction.

    >>> match = resolve_handle("allessiaclaes", ["Allessia Cleas"])
    >>> spelling_from_handle(match, "Allessia Cleas")
    'Allessia Claes'
    """
    corrected = name
    length = sum(len(plain(part.text)) for part in match.parts)
    for i, part in enumerate(match.parts):
        letters = plain(part.text)
        if part.role not in _SPELLED or part.matched not in corrected or letters in spellings(part.matched):
            continue
        edit = single_edit(plain(part.matched), letters)
        if edit is None:
            continue
        if edit.kind in ("dropped", "doubled") and edit.first and _cut_short(match.parts, i, edit, length):
            continue
        word = respell(part.matched, letters)
        if word is not None:
            corrected = corrected.replace(part.matched, word, 1)
    return corrected if corrected != name else None


def _cut_short(parts: Sequence[HandlePart], i: int, edit: Edit, length: int) -> bool:
    """Whether a letter may be missing in the handle for want of room, or shared with the part beside it."""
    letters = plain(parts[i].text)
    if length >= _CROWDED and i == len(parts) - 1:
        return True
    if edit.position >= len(letters):
        return i + 1 < len(parts) and plain(parts[i + 1].text)[:1] == edit.first
    return edit.position == 0 and i > 0 and plain(parts[i - 1].text)[-1:] == edit.first
