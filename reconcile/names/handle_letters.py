"""A handle as letters: plain ones, and where its writer set a break (camel case, _, digits)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reconcile.lexicons import load_rows, load_toml
from reconcile.names.letters import plain, plain_lines
from reconcile.patterns import lazy_re

#: What hosts and apps add to a handle that is a domain.
_DOMAIN_ENDS = (".bsky.social", ".bsky.app", ".substack.com", ".medium.com")
#: A domain of three labels or more, or of a well-known last label: the last label tells nothing.
_DOMAIN = lazy_re(r"(?:\.[^.]+){2}$|\.(?:com|org|net|eu|gov|edu|info|social|news|app)$")
#: Longer handles than any platform allows are cut: what follows cannot be a name.
_LONGEST = 64
#: No word of a handle is longer; longer names of countries ("Democratic Republic of ...") never stand in one.
_LONGEST_WORD = 15


class HandleLetters(NamedTuple):
    """The letters and digits of a handle."""

    #: ASCII, lower case.
    text: str
    #: For each letter, the handle's letters as printed.
    printed: tuple[str, ...]
    #: Positions before which the writer set a break; the start and the end are among them.
    breaks: frozenset[int]
    #: Whether there is a break inside: then a part that begins elsewhere is doubtful.
    marked: bool

    def original(self, start: int, end: int) -> str:
        """The handle's own letters from `start` to `end`."""
        return "".join(self.printed[start:end])

    def is_code(self, start: int, end: int) -> bool:
        """Whether the letters may be a code: in one case, or at the end of the handle (OfficePk)."""
        letters = self.original(start, end)
        return letters.isupper() or letters.islower() or end == len(self.text)


def handle_letters(handle: str) -> HandleLetters:
    """The letters of `handle`; an @ before it, a server or a well-known host after it are left out.

    >>> handle_letters("@MdB_Brandt2").text, sorted(handle_letters("RepLBrandt").breaks)
    ('mdbbrandt2', [0, 3, 4, 10])
    """
    local = handle.strip().removeprefix("@")[:_LONGEST].partition("@")[0]
    for end in _DOMAIN_ENDS:
        local = local.removesuffix(end)
    if _DOMAIN.search(local):
        local = local.rpartition(".")[0]
    text: list[str] = []
    printed: list[str] = []
    breaks = {0}
    before = ""
    for i, char in enumerate(local):
        letters = plain(char)
        if not letters or _breaks(before, char, local[i + 1 : i + 2]):
            breaks.add(len(text))
        if letters:
            text += letters
            printed += [char] + [""] * (len(letters) - 1)
        before = char
    breaks.add(len(text))
    inner = {b for b in breaks if 0 < b < len(text) and not (text[b].isdigit() or text[b - 1].isdigit())}
    return HandleLetters("".join(text), tuple(printed), frozenset(breaks), bool(inner))


def _breaks(before: str, char: str, after: str) -> bool:
    """Whether a part begins at `char`: a capital after or before a small letter, a digit beside a letter."""
    if before.isdigit() != char.isdigit():
        return True
    return char.isupper() and (before.islower() or (before.isupper() and after.islower()))


@cache
def handle_words() -> tuple[dict[str, str], int]:
    """Word -> what it tells (title, party, country, state, affix); and the longest word's length."""
    words: dict[str, str] = {}
    for role, some in load_toml("handle_words").items():
        if isinstance(some, list):
            words.update((word, role) for word in some if word not in words)
    for row in load_rows("regions"):
        for form in (row["code"], row["name"], *row["forms"].split()):
            if len(form) > 1:
                words.setdefault(plain(form), "state")
    for form in country_forms():
        words.setdefault(form, "country")
    return words, max(map(len, words))


@cache
def country_forms() -> dict[str, frozenset[str]]:
    """Letters -> the ISO codes of the countries that they can stand for: ua, ukr, ukraine, ukrainian, ksa."""
    forms: dict[str, set[str]] = {}
    for row in load_rows("countries"):
        for short in (row["alpha2"], row["alpha3"]):
            forms.setdefault(short.lower(), set()).add(row["alpha2"])
    named = [
        (name, row["alpha2"])
        for row in load_rows("countries")
        for name in row["names"].split("|")
        if len(name) <= _LONGEST_WORD and name[:1] < "\u0250"
    ]
    for form, (name, code) in zip(plain_lines("\n".join(name for name, _ in named)), named, strict=True):
        # Two short words together stand in too many names: "an do", India in Vietnamese, in "Fernando".
        if len(form) > (5 if " " in name else 3):
            forms.setdefault(form, set()).add(code)
    for row in load_rows("demonyms"):
        for form in row["forms"].split():
            forms.setdefault(form, set()).add(row["alpha2"])
    # Most forms stand for one country alone: its set is made once.
    sets: dict[frozenset[str], frozenset[str]] = {}
    return {form: sets.setdefault(some := frozenset(codes), some) for form, codes in forms.items()}
