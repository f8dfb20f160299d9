"""The forms in which a name may stand in a handle, each with what finding it there tells, in bits.

A bit halves the chance that the letters stand there for another reason: a rare long family name tells much, a
common noun ("Times", "Institute") or an initial little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import TypedDict, cast

from attrs import frozen

from reconcile.lexicons import load_groups, load_lines, load_toml, load_words
from reconcile.names.handle_letters import country_forms
from reconcile.names.letters import is_latin, plain
from reconcile.names.nicknames import other_forms
from reconcile.names.parts import NameWord, parse_name, particles
from reconcile.names.spelling import is_known_name

#: Letters that are written with a second letter where marks are not to be had: Gröhe, groehe.
_EXPANDED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ñ": "ny", "ő": "oe", "ű": "ue"}
)
_CONTRACTED = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))


@frozen
class Form:
    """Letters that may stand in a handle for words of the name."""

    letters: str
    #: Bits of the name's words that it stands for.
    mask: int
    gain: float
    role: str
    #: The words of the name that it stands for, as printed.
    matched: str


@frozen
class NameForms:
    """All that is looked for in a handle for one name."""

    name: str
    body: bool
    forms: tuple[Form, ...]
    #: For prefixes and slips: the words themselves, as forms of the whole word.
    words: tuple[Form, ...]
    #: First letters of the words, in order, and their masks.
    initials: tuple[tuple[str, int, str, str], ...]
    #: Letters that must occur in a handle for the name to be looked at: starts of forms, pairs of initials.
    starts: tuple[str, ...]
    #: Ends of long words, for a name of which every word is spelled with a slip.
    ends: tuple[str, ...]
    given_mask: int
    family_mask: int
    #: Mask of the words without which a body is not named.
    own_mask: int
    #: Mask of all words that a body's handle would spell: the small ones left out.
    all_mask: int
    countries: frozenset[str]


@lru_cache(maxsize=8192)
def name_forms(name: str) -> NameForms:
    """The forms of `name`, a person's or a body's."""
    return _body_forms(name) if is_body(name) else _person_forms(name)


@cache
def _given_names() -> frozenset[str]:
    return load_lines("given_names")


@lru_cache(maxsize=8192)
def is_given_name(word: str) -> bool:
    """Whether `word` (plain letters) is in the list of given names, or a short form of one."""
    return len(word) > 2 and (word in _given_names() or bool(other_forms(word)))


@cache
def _body_words() -> frozenset[str]:
    return load_words("bodies", "common")


def is_body_word(word: str) -> bool:
    """Whether `word` (plain letters) is a word that many bodies share: news, institute, free."""
    return word in _body_words()


@cache
def _small_words() -> frozenset[str]:
    return load_words("bodies", "small")


#: How Slavic names in -ский end in Latin letters.
_SKY = re.compile("sk(?:y|yy|iy|yi|ii|ij|i)$")
_SKY_ENDINGS = ("y", "yy", "iy", "yi", "ii", "ij", "i")

#: Small words that stand in bodies' names and not in people's.
_BODY_ONLY = frozenset(
    {"of", "for", "and", "the", "fur", "und", "et", "on", "to", "in", "at", "pour", "para", "per", "voor"}
)


@lru_cache(maxsize=8192)
def is_body(name: str) -> bool:
    """Whether `name` reads like a body's: a noun of bodies, an article, "&", a domain, digits, one word in capitals.

    >>> is_body("Ministry of Foreign Affairs"), is_body("Lea Brandt"), is_body("MFA Lunda")
    (True, False, True)
    """
    if name[:4] == "The " or any(c.isdigit() or c in "&+" for c in name) or ".com" in name or ".org" in name:
        return True
    words = [word for word in name.replace("-", " ").replace("/", " ").split() if plain(word)]
    keys = [plain(word) for word in words]
    if len(keys) < 2:
        return True
    if any(w.islower() and k in _BODY_ONLY for w, k in zip(words, keys, strict=True)):
        return True
    person = "," in name or is_given_name(keys[0]) or is_given_name(plain(parse_name(name).words[0].text))
    if any(key in _body_words() and key not in particles() for key in keys):
        return (
            not person
            or not any(is_known_name(key) for key in keys[1:])
            or (keys[-1] in _body_words() and not is_known_name(keys[-1]))
        )
    if person:
        return False
    shouted = [
        1 < len(w) < 5 and w.isupper() and not is_known_name(k) for w, k in zip(words, keys, strict=True)
    ]
    return (any(shouted) and not all(w.isupper() for w in words)) or (
        len(keys) > 2 and not any(map(is_known_name, keys))
    )


def spellings(word: str) -> Iterator[str]:
    """The letters of a printed word; with umlauts written out or contracted; with the endings of -sky."""
    letters = plain(word)
    yield letters
    stem = _SKY.sub("sk", letters)
    if stem != letters:
        yield from (stem + ending for ending in _SKY_ENDINGS if stem + ending != letters)
    if not word.isascii():
        expanded = plain(word.casefold().translate(_EXPANDED))
        if expanded != letters:
            yield expanded
    else:
        for two, one in _CONTRACTED:
            if two in letters[1:]:
                yield letters.replace(two, one)


# -- persons ---------------------------------------------------------------------------------------------


def _person_forms(name: str) -> NameForms:
    words = [w for w in parse_name(name).words if w.plain]
    forms: dict[str, Form] = {}
    whole: list[Form] = []
    given_mask = family_mask = 0
    for i, word in enumerate(words):
        mask = 1 << i
        if word.role in ("given", "nick", "middle", "title"):
            given_mask |= mask
        elif word.role == "family":
            family_mask |= mask
        if len(word.plain) > 1:
            for letters in spellings(word.text):
                form = Form(letters, mask, _person_gain(word, len(letters)), word.role, word.text)
                forms.setdefault(letters, form)
                if word.role != "particle":
                    whole.append(form)
        if word.role in ("given", "middle"):
            for other in other_forms(word.plain):
                if len(other) > 1:
                    gain = min(2.6 * len(other), 9.5) - 1.5
                    forms.setdefault(other, Form(other, mask, gain, word.role, word.text))
    for form in _joined(words):
        forms.setdefault(form.letters, form)
    initials = tuple((w.plain[0], 1 << i, w.text, w.role) for i, w in enumerate(words))
    return _assembled(name, False, forms, whole, initials, given_mask, family_mask, 0, frozenset())


def _joined(words: list[NameWord]) -> Iterator[Form]:
    """Starts of given and family name run together (MiRo), and Korean syllables in their other spellings."""
    given = next(((i, w) for i, w in enumerate(words) if w.role == "given" and len(w.plain) > 2), None)
    family = next(((i, w) for i, w in enumerate(words) if w.role == "family" and len(w.plain) > 2), None)
    if given and family:
        mask, text = 1 << given[0] | 1 << family[0], f"{given[1].text} {family[1].text}"
        yield Form(given[1].plain[:2] + family[1].plain[:2], mask, 6.0, "initial", text)
        yield Form(family[1].plain[:2] + given[1].plain[:2], mask, 5.0, "initial", text)
    if len(words) == 3 and {w.plain for w in words if w.role in ("family", "given")} & load_words(
        "name_parts", "korean"
    ):
        for i, word in enumerate(words):
            for other in _korean_spellings(word.plain):
                gain = 3.0 if word.role == "family" else min(2.6 * len(other), 9.0)
                yield Form(other, 1 << i, gain, word.role, word.text)


def _korean_spellings(syllable: str) -> list[str]:
    """The other spellings of a Korean syllable: hyun, hyeon; soo, su."""
    pairs = load_groups("name_parts", "korean_spellings")
    return [syllable.replace(one, two) for one, others in pairs.items() if one in syllable for two in others]


def _person_gain(word: NameWord, size: int) -> float:
    if word.role == "family":
        return min(3.2 * size, 10.0 if is_given_name(word.plain) else 17.0)
    if word.role == "particle":
        return 1.5
    return min(2.8 * size, 8.5 if is_given_name(word.plain) else 12.0)


_GENITIVE = re.compile("['’]s?$")


# -- bodies ----------------------------------------------------------------------------------------------


class _Office(TypedDict):
    field: str
    names: list[str]
    short: list[str]


@cache
def _offices() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(letters of an office's name, its field, what its accounts call it), longest name first."""
    rows = [
        (plain(name), office["field"], tuple(office["short"]))
        for office in cast("list[_Office]", load_toml("bodies")["offices"])
        for name in (*office["names"], *office["short"])
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _body_forms(name: str) -> NameForms:
    text = name.removeprefix("The ") if len(name) > 8 else name
    tokens = [
        token for token in text.replace("-", " ").replace("/", " ").replace(".", " ").split() if plain(token)
    ]
    keys = [plain(_GENITIVE.sub("", token)) for token in tokens]
    small, common = _small_words(), _body_words()
    forms: dict[str, Form] = {}
    whole: list[Form] = []
    own_mask = 0
    abbreviations = load_groups("bodies", "words")
    for i, (token, key) in enumerate(zip(tokens, keys, strict=True)):
        mask = 1 << i
        shared = key in common or key in small
        if not shared:
            own_mask |= mask
        for letters in spellings(token):
            gain = min(1.1 * len(letters), 5.5) if shared else min(2.9 * len(letters), 16.0)
            form = Form(letters, mask, gain, "word", token)
            forms.setdefault(letters, form)
            if key not in small:
                whole.append(form)
        for other in abbreviations.get(key, ()):
            if not other.isdigit():
                forms.setdefault(other, Form(other, mask, min(1.0 * len(other), 3.5), "abbreviation", token))
        if i + 1 < len(keys):
            for other in abbreviations.get(f"{key} {keys[i + 1]}", ()):
                forms.setdefault(
                    other, Form(other, mask | 2 * mask, 5.0, "abbreviation", f"{token} {tokens[i + 1]}")
                )
    for form in (*_acronyms(tokens, keys), *_office_forms(tokens, keys)):
        held = forms.get(form.letters)
        if held is None or held.gain < form.gain:
            forms[form.letters] = form
    lands = {i: codes for i, key in enumerate(keys) if len(key) > 1 and (codes := country_forms().get(key))}
    for i, (one, two) in enumerate(pairwise(keys)):
        if codes := country_forms().get(one + two):
            lands[i] = lands[i + 1] = codes
    countries = frozenset(code for codes in lands.values() for code in codes)
    if countries:
        where = sorted(lands)
        mask = sum(1 << i for i in where)
        for letters, codes in _country_spellings(countries):
            forms.setdefault(
                letters,
                Form(
                    letters,
                    mask,
                    min(1.0 + 1.2 * len(letters), 7.0),
                    "country",
                    " ".join(tokens[i] for i in where),
                ),
            )
        own_mask &= ~mask
    initials = tuple(
        (key[0], 1 << i, token, "word")
        for i, (token, key) in enumerate(zip(tokens, keys, strict=True))
        if key not in small
    )
    return _assembled(name, True, forms, whole, initials, 0, 0, own_mask, countries)


def _country_spellings(countries: frozenset[str]) -> list[tuple[str, frozenset[str]]]:
    return [
        (letters, codes)
        for letters, codes in country_forms().items()
        if codes <= countries and len(letters) > 1
    ]


def _acronyms(tokens: list[str], keys: list[str]) -> Iterator[Form]:
    """Acronyms of the whole name and of runs of its words, with and without the small words; acronyms printed as such."""
    small = _small_words()
    for keep_small in (False, True):
        kept = [i for i, key in enumerate(keys) if keep_small or key not in small]
        for start in range(len(kept)):
            for end in range(start + 2, min(len(kept), start + 8) + 1):
                run = kept[start:end]
                complete = len(run) == len(kept)
                if len(run) == 2 and not complete:
                    continue
                letters = "".join(keys[i][0] for i in run)
                gain = 2.9 * len(letters) + (2.0 if complete else -3.0)
                yield Form(
                    letters, sum(1 << i for i in run), gain, "acronym", " ".join(tokens[i] for i in run)
                )
    for i, (token, key) in enumerate(zip(tokens, keys, strict=True)):
        if 1 < len(key) < 7 and token.isupper():
            yield Form(key, 1 << i, 3.2 * len(key), "acronym", token)


def _office_forms(tokens: list[str], keys: list[str]) -> Iterator[Form]:
    """What the accounts of such an office are called, where the name is that of an office most states have."""
    joined = "".join(keys)
    starts = {sum(map(len, keys[:i])): i for i in range(len(keys) + 1)}
    for letters, _, short in _offices():
        at = joined.find(letters)
        if at < 0 or at not in starts or at + len(letters) not in starts or len(letters) < 3:
            continue
        run = range(starts[at], starts[at + len(letters)])
        mask, words = sum(1 << i for i in run), " ".join(tokens[i] for i in run)
        for other in short:
            if len(other) > 1:
                yield Form(plain(other), mask, min(2.2 * len(other), 9.0), "office", words)
        yield Form(letters, mask, min(1.2 * len(letters), 9.0), "office", words)
        return


def _assembled(
    name: str,
    body: bool,
    forms: dict[str, Form],
    whole: list[Form],
    initials: tuple[tuple[str, int, str, str], ...],
    given_mask: int,
    family_mask: int,
    own_mask: int,
    countries: frozenset[str],
) -> NameForms:
    starts = {form.letters[:3] for form in forms.values() if len(form.letters) > 2}
    first = [letter for letter, *_ in initials]
    all_mask = sum(mask for _, mask, *_ in initials)
    starts |= {a + b for i, a in enumerate(first) for b in first[i + 1 :]} if not body else set()
    starts |= {
        form.letters for form in forms.values() if len(form.letters) == 2 and form.role != "abbreviation"
    }
    ends = tuple({form.letters[-3:] for form in whole if len(form.letters) > 4})
    return NameForms(
        name,
        body,
        tuple(forms.values()),
        tuple(whole),
        initials,
        tuple(starts),
        ends,
        given_mask,
        family_mask,
        own_mask,
        all_mask,
        countries,
    )
