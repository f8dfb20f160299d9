"""Where two spellings differ, letter by letter: said for a person, and weighed as a slip of the pen."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from reconcile.lexicons import load_lines
from reconcile.names.letters import plain
from reconcile.names.sounds import sound_keys
from reconcile.text import bare

EditKind: TypeAlias = Literal["transposed", "doubled", "dropped", "swapped"]

_VOWELS = frozenset("aeiouy")
#: Letters that are written for each other because they sound or look alike.
_ALIKE = tuple(
    frozenset(group)
    for group in (
        "ck",
        "kq",
        "cs",
        "sz",
        "cz",
        "iy",
        "ij",
        "jy",
        "vw",
        "fv",
        "dt",
        "bp",
        "gk",
        "gj",
        "mn",
        "uv",
        "ae",
        "ei",
        "ou",
        "ao",
        "eo",
        "ai",
        "uo",
        "il",
    )
)
#: Rows of the common Latin keyboards (QWERTY, QWERTZ, AZERTY differ by few keys).
_ROWS = ("qwertzuiop", "qwertyuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "yxcvbnm", "zxcvbnm", "wxcvbn")
_NEAR = frozenset(row[i : i + 2] for row in _ROWS for i in range(len(row) - 1))
#: The key above or below, on QWERTY.
_STACKED = frozenset(
    pair
    for pairs in (
        "qa wa ws es ed rd rf tf tg yg yh uh uj ij ik ok ol pl az sz sx dx dc fc fv gv gb hb hn jn jm km",
    )
    for pair in pairs.split()
)


#: How likely an edit of each kind is a slip, and by how much less where both words are names that people bear.
_CHANCE: dict[EditKind, float] = {"transposed": 0.93, "doubled": 0.9, "dropped": 0.85, "swapped": 0.75}
_TWO_NAMES: dict[EditKind, float] = {"transposed": 0.25, "doubled": 0.2, "dropped": 0.5, "swapped": 0.6}


class Edit(NamedTuple):
    """The one edit by which two words differ: what stands in the first, what in the second, and where."""

    kind: EditKind
    first: str
    second: str
    position: int


def single_edit(a: str, b: str) -> Edit | None:
    """The edit between `a` and `b` where there is just one (a swap of neighbours counts as one), else None.

    >>> single_edit("cleas", "claes")
    Edit(kind='transposed', first='ea', second='ae', position=2)
    >>> single_edit("michel", "michiels") is None
    True
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return None
    start = 0
    for x, y in zip(a, b):  # noqa: B905 (the longer word's last letter is looked at below)
        if x != y:
            break
        start += 1
    if len(a) == len(b):
        if a[start + 1 :] == b[start + 1 :]:
            return Edit("swapped", a[start], b[start], start)
        x, y = a[start : start + 2], b[start : start + 2]
        return Edit("transposed", x, y, start) if x == y[::-1] and a[start + 2 :] == b[start + 2 :] else None
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if longer[start + 1 :] != shorter[start:]:
        return None
    letter = longer[start]
    doubled = longer[start - 1 : start] == letter or longer[start + 1 : start + 2] == letter
    x, y = (letter, "") if longer is a else ("", letter)
    return Edit("doubled" if doubled else "dropped", x, y, start)


def letter_difference(a: str, b: str) -> str:
    """In words, by which letters `a` differs from `b`; "" where they do not. Case never counts.

    >>> letter_difference("Cleas", "Claes")
    'transposed letters: ea / ae'
    >>> letter_difference("Brandt", "Brand"), letter_difference("Novak", "Nowak")
    ('added letter: t', 'v / w')
    """
    x, y = a.casefold(), b.casefold()
    if x == y:
        return ""
    edit = single_edit(x, y)
    return _pieces(x, y) if edit is None else in_words(edit)


def in_words(edit: Edit) -> str:
    """An edit as `letter_difference` tells it.

    >>> in_words(Edit("transposed", "ea", "ae", 2))
    'transposed letters: ea / ae'
    """
    if edit.kind == "transposed":
        return f"transposed letters: {edit.first} / {edit.second}"
    if edit.kind == "doubled":
        return f"doubled letter: {edit.first}" if edit.first else f"single for double letter: {edit.second}"
    if edit.kind == "dropped":
        letter = edit.first or edit.second
        what = "space" if letter == " " else "hyphen" if letter == "-" else f"letter: {letter}"
        return f"{'added' if edit.first else 'dropped'} {what}"
    if bare(edit.first) == bare(edit.second):
        return f"accent: {edit.first} / {edit.second}"
    return f"{edit.first} / {edit.second}"


def _pieces(x: str, y: str) -> str:
    """Every place where `x` and `y` differ, as "ou / u, w / v"."""
    from rapidfuzz.distance import Levenshtein

    pieces = []
    for op in Levenshtein.opcodes(x, y):
        if op.tag != "equal":
            was, becomes = x[op.src_start : op.src_end], y[op.dest_start : op.dest_end]
            pieces.append(
                f"{was} / {becomes}" if was and becomes else f"added: {was}" if was else f"dropped: {becomes}"
            )
    return ", ".join(pieces)


def is_known_name(word: str) -> bool:
    """Whether `word` (plain letters) is a name in the lists of given and family names."""
    return word in load_lines("given_names") or word in load_lines("family_names")


def sounds_same(a: str, b: str) -> bool:
    """Whether two words (as printed) are spellings of one sound in some spelling system: Kuneva, Kouneva."""
    return not sound_keys(a).isdisjoint(sound_keys(b))


def slip_likelihood(a: str, b: str, edit: Edit) -> float:
    """How likely `a` and `b` (plain letters, one edit apart) are one name, slipped; 0 to 1.

    Two words that are both names that people bear are most likely two names (Martens, Mertens); short words
    leave little to tell them by; slips seldom touch the first letter (Pollock and Zamora, 1984) and often
    swap neighbours, double a letter or hit the next key.
    """
    shorter = min(len(a), len(b))
    known = is_known_name(a) + is_known_name(b)
    chance = _CHANCE[edit.kind]
    if edit.kind == "swapped":
        pair = edit.first + edit.second
        near = pair in _NEAR or pair[::-1] in _NEAR or pair in _STACKED or pair[::-1] in _STACKED
        chance += 0.08 if near else 0.03 if frozenset(pair) in _ALIKE else 0.0
    if known == 2:
        chance -= _TWO_NAMES[edit.kind]
    elif known == 1:
        chance += 0.03 if not _VOWELS.isdisjoint(a) and not _VOWELS.isdisjoint(b) else 0.2
    if edit.position == 0:
        chance -= 0.35
    if shorter <= 3:
        chance -= 0.35
    elif shorter == 4:
        chance -= 0.15
    elif shorter >= 8:
        chance += 0.05
    return round(min(0.97, max(0.05, chance)), 2)


def match_case(letters: str, pattern: str) -> str:
    """`letters` in the case of `pattern`: capitals, a capital first, or as it is.

    >>> match_case("claes", "Cleas"), match_case("CLAES", "cleas")
    ('Claes', 'claes')
    """
    if pattern.isupper() and len(pattern) > 1:
        return letters.upper()
    return "".join(
        c.upper() if i < len(pattern) and pattern[i].isupper() else c.lower() for i, c in enumerate(letters)
    )


def respell(printed: str, letters: str) -> str | None:
    """`printed` with its letters corrected to `letters` (plain), its case and accents kept where they can be.

    None where a letter of `printed` stands for several (ß), so that the two cannot be laid side by side.

    >>> respell("Cléas", "cleass"), respell("Cleas", "claes"), respell("O'Dwyr", "odwyer")
    ('Cléass', 'Claes', "O'Dwyer")
    """
    from rapidfuzz.distance import Levenshtein

    shape: list[str] = []
    for char in printed:
        if plain(char):
            shape.append(char)
        elif shape:
            shape[-1] += char
    was = [plain(c) for c in shape]
    if any(len(c) != 1 for c in was):
        return None
    kept: list[str] = []
    for op in Levenshtein.opcodes("".join(was), letters):
        old, new = shape[op.src_start : op.src_end], letters[op.dest_start : op.dest_end]
        kept += (
            old
            if op.tag == "equal"
            else [*match_case(new, "".join(old) or "".join(shape[-1:])), *(c[1:] for c in old)]
        )
    return "".join(kept)
