"""What speaks for or against a reading of a handle beside the letters that fit, in bits.

Another given name in the letters left over, a wrong initial, another country; a campaign's word, which goes
with the given name alone; words of the name that the handle leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconcile.names.handle_forms import NameForms
from reconcile.names.handle_letters import HandleLetters, country_forms
from reconcile.names.handle_stretches import Stretch
from reconcile.names.letters import plain
from reconcile.names.name_kind import is_given_name
from reconcile.names.spelling import is_known_name
from reconcile.names.syllables import is_syllable

#: Words of campaigns, which go by the given name alone: "andrea for", "vote lea", "lea4".
_CAMPAIGN = frozenset(
    {"for", "4", "vote", "elect", "reelect", "votefor", "team", "fur", "fuer", "pour", "para", "per", "voor"}
)
#: What may stand beside the initials of a whole name.
_BESIDE_INITIALS = frozenset({"initial", "title", "affix", "digits", "party", "state", "country"})


def missing(forms: NameForms, mask: int) -> float:
    """What the words of the name that the handle leaves out cost; `mask` are those that it has."""
    if not mask:
        return -20.0
    if forms.body:
        left = forms.all_mask & ~mask
        if not left:
            return 3.0
        if not forms.own_mask:
            return -2.0 * left.bit_count()
        return -2.5 * (forms.own_mask & left).bit_count() - 0.7 * (left & ~forms.own_mask).bit_count()
    cost = -3.5 if forms.family_mask and not mask & forms.family_mask else 0.0
    return cost - (0.5 if forms.given_mask and not mask & forms.given_mask else 0.0)


def doubts(letters: HandleLetters, row: Sequence[Stretch], mask: int, forms: NameForms) -> float:
    """What `row`, which reads the handle as the name with the words `mask`, has for or against it."""
    whole = 0.0
    if (
        len(forms.initials) > 1
        and not forms.all_mask & ~mask
        and all(s.role in _BESIDE_INITIALS for s in row)
    ):
        whole = 2.0
    gaps = [s for s in row if s.role == "unexplained"]
    if forms.body:
        return whole + _body(letters, row, gaps, mask, forms)
    whole += _seat(letters, row, gaps) + _runs_on(letters, row)
    if forms.korean and forms.given_mask & ~mask:
        whole += _other_syllables(letters, row, mask & forms.given_mask)
    if not mask & forms.family_mask:
        whole += _without_family(letters, row, gaps)
    else:
        whole += _with_family(letters, row, gaps, forms)
    return whole + (_another(letters, row, gaps, forms) if gaps and not mask & forms.given_mask else 0.0)


def _body(
    letters: HandleLetters, row: Sequence[Stretch], gaps: Sequence[Stretch], mask: int, forms: NameForms
) -> float:
    lost = 0.0
    for stretch in row:
        if stretch.role == "country" and not stretch.mask:
            codes = country_forms().get(letters.text[stretch.start : stretch.end], frozenset())
            lost -= 1.5 if not forms.countries else 8.0 if not codes & forms.countries else 0.0
        elif stretch.cut:
            lost -= 2.0
    for gap in gaps:
        if gap.end - gap.start > 2:
            lost -= 4.0 if forms.own_mask & ~mask else 1.0
            lost -= 4.0 if is_given_name(letters.text[gap.start : gap.end]) else 0.0
            # The word goes on: "marrowfat" is not the Port of Marrow.
            lost -= 3.0 if gap.start not in letters.breaks and not letters.marked else 0.0
    return lost


def _campaign(letters: HandleLetters, row: Sequence[Stretch]) -> int | None:
    """Where in the row a campaign's word stands."""
    words = (letters.text[s.start : s.end] if not s.mask else "" for s in row)
    return next((i for i, word in enumerate(words) if word in _CAMPAIGN), None)


def _seat(letters: HandleLetters, row: Sequence[Stretch], gaps: Sequence[Stretch]) -> float:
    """What follows a campaign's word is the seat, and no other name: "lea4northdale"."""
    at = _campaign(letters, row)
    return 6.0 if at is not None and any(gap.start == row[at].end for gap in gaps) else 0.0


def _without_family(letters: HandleLetters, row: Sequence[Stretch], gaps: Sequence[Stretch]) -> float:
    """The given name alone goes with campaigns, hardly with a title, and not with another word beside it."""
    campaign = _campaign(letters, row)
    if campaign is not None:
        other = any(gap.end - gap.start > 2 and gap.end <= row[campaign].start for gap in gaps)
        called = any(s.mask and s.role != "middle" for s in row)
        return (4.0 if called else -4.0) - (5.0 if other else 0.0)
    lost = 0.0
    if row[0].role == "title":
        printed = any(s.mask and plain(s.matched) == letters.text[s.start : s.end] for s in row)
        lost -= 1.5 if printed else 3.5
    return lost - (5.0 if any(gap.end - gap.start > 2 for gap in gaps) else 0.0)


def _with_family(
    letters: HandleLetters, row: Sequence[Stretch], gaps: Sequence[Stretch], forms: NameForms
) -> float:
    """A family name of which only the initial is there, or that is a given name before another word."""
    spelled = next((s for s in row if s.mask & forms.family_mask and not _is_slight(s)), None)
    if spelled is None:
        return -5.0 if any(gap.end - gap.start > 2 for gap in gaps) else 0.0
    if (
        spelled.start in letters.breaks
        and is_given_name(plain(spelled.matched))
        and _campaign(letters, row) is None
    ):
        # "MartinKeller" is not John Martin's.
        return -6.0 if any(gap.start >= spelled.end and gap.end - gap.start > 2 for gap in gaps) else 0.0
    return 0.0


def _is_slight(stretch: Stretch) -> bool:
    """An initial, or two letters that begin a word: they are in any handle."""
    return stretch.role == "initial" or (stretch.cut and stretch.end - stretch.start < 3)


def _runs_on(letters: HandleLetters, row: Sequence[Stretch]) -> float:
    """A word of the name that goes on, or begins before it: "JensGrossmann" is not Jens Gross."""
    lost = 0.0
    for one, other in pairwise(row):
        named, gap = (one, other) if one.mask else (other, one)
        if gap.role != "unexplained" or not named.mask or other.start in letters.breaks:
            continue
        if named.role == "initial" or named.end - named.start < 3:
            continue
        word = letters.text[one.start : other.end]
        if named is one and named.role != "family" and letters.marked and is_given_name(word):
            # "Mario" is a name itself, not Mari for Maria and a letter more.
            lost -= max(named.gain, 0.0) + 5.0
        elif gap.end - gap.start > 1 and (is_known_name(word) or (letters.marked and named is one)):
            lost -= max(named.gain, 0.0) + 3.0
    return lost


def _other_syllables(letters: HandleLetters, row: Sequence[Stretch], given: int) -> float:
    """Beside a Korean family name what reads as a syllable is one of another given name: "min", "ki"."""
    beside = (s for s in row if not s.mask and 1 < s.end - s.start < 6)
    other = sum(is_syllable(letters.text[s.start : s.end]) for s in beside)
    return -(18.0 if given else 6.0) * other


def _part(letters: HandleLetters, row: Sequence[Stretch], gap: Stretch) -> tuple[int, int]:
    """The letters left over, with the words of handles beside them that no break sets off: "And" + "y"."""
    start, end = gap.start, gap.end
    for stretch in reversed(row):
        if not stretch.mask and stretch.end == start and start not in letters.breaks:
            start = stretch.start
    for stretch in row:
        if not stretch.mask and stretch.start == end and end not in letters.breaks:
            end = stretch.end
    return start, end


def _another(
    letters: HandleLetters, row: Sequence[Stretch], gaps: Sequence[Stretch], forms: NameForms
) -> float:
    """Letters left over where the given name is not in the handle: they may be another person's."""
    family = next((s.start for s in row if s.mask & forms.family_mask), 0)
    given = [word for word, mask, *_ in forms.words if mask & forms.given_mask]
    starts = {word[:n] for word in given for n in (2, 3)}
    lost = 0.0
    for gap in gaps:
        start, end = _part(letters, row, gap)
        word = letters.text[start:end]
        if word[:3] in starts:
            lost -= 2.0
        elif is_given_name(word):
            lost -= 10.0
        elif len(word) == 1 and gap.start in letters.breaks and gap.start < family:
            lost -= 12.0
        elif word[:2] in starts:
            lost -= 4.0 if gap.end == family else 2.0
        else:
            lost -= 6.0 if gap.end == family else 2.5
    return lost
