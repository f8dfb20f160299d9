"""The forms in which a person's name may stand in a handle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reconcile.lexicons import load_groups, load_words
from reconcile.names.handle_forms import MOST_WORDS, Form, NameForms, assembled, spellings
from reconcile.names.name_kind import is_given_name
from reconcile.names.name_words import NameWord
from reconcile.names.nicknames import other_forms
from reconcile.names.parts import parse_name
from reconcile.names.syllables import is_syllable, two_syllables

#: Roles of the words before the family name.
_GIVEN = frozenset({"given", "nick", "middle", "title"})


def person_forms(name: str) -> NameForms:
    """The words of a person's `name`, their short forms, initials and joined starts."""
    words = [w for w in parse_name(name).words if w.plain][:MOST_WORDS]
    korean = _is_korean(words)
    if korean and len(words) == 2:
        words = [part for word in words for part in _parted(word)]
    forms: dict[str, Form] = {}
    whole: list[Form] = []
    for i, word in enumerate(words):
        if len(word.plain) > 1:
            for letters in spellings(word.text):
                form: Form = (letters, 1 << i, _person_gain(word, len(letters)), word.role, word.text)
                forms.setdefault(letters, form)
                if word.role != "particle":
                    whole.append(form)
    # Behind the printed words: a nickname that is printed is more than a short form that may be used.
    for form in _shortened(words):
        forms.setdefault(form[0], form)
    for form in _joined(words, korean=korean):
        forms.setdefault(form[0], form)
    initials = _initials(words)
    return assembled(
        name,
        forms.values(),
        whole,
        initials,
        given_mask=sum(1 << i for i, w in enumerate(words) if w.role in _GIVEN),
        family_mask=sum(1 << i for i, w in enumerate(words) if w.role == "family"),
        korean=korean,
    )


def _shortened(words: list[NameWord]) -> Iterator[Form]:
    """Short forms of the given names (Bob), and Spanish family names as they are shortened (Fdez)."""
    short = load_groups("name_parts", "spanish_short")
    for i, word in enumerate(words):
        for other in short.get(word.plain, ()):
            yield (other, 1 << i, _person_gain(word, len(other)), word.role, word.text)
        if word.role in ("given", "middle"):
            for other in other_forms(word.plain):
                if len(other) > 1:
                    gain = min(2.6 * len(other), 9.5) - 1.5
                    yield (other, 1 << i, gain, word.role, word.text)


def _is_korean(words: list[NameWord]) -> bool:
    """Whether a family name of Korea stands at either end of the name, and syllables beside it."""
    if not 2 <= len(words) <= 3:
        return False
    korean = load_words("name_parts", "korean")
    given = words[1:] if words[0].plain in korean else words[:-1] if words[-1].plain in korean else []
    if len(words) == 2:
        letters = given[0].plain if given else ""
        return not is_given_name(letters) and (is_syllable(letters) or two_syllables(letters) is not None)
    return bool(given) and all(is_syllable(word.plain) for word in given)


def _parted(word: NameWord) -> list[NameWord]:
    """A Korean given name that is written as one word, by its two syllables: they have an initial each."""
    two = two_syllables(word.plain) if word.role != "family" else None
    if two is None or len(word.text) != len(word.plain):
        return [word]
    at = len(two[0])
    return [NameWord(word.text[:at], two[0], word.role), NameWord(word.text[at:], two[1], "middle")]


def _initials(words: list[NameWord]) -> tuple[tuple[str, int, str, str], ...]:
    """The words' first letters, and those of the given name's short forms: B for Robert."""
    initials = [(w.plain[0], 1 << i, w.text, str(w.role)) for i, w in enumerate(words)]
    for i, word in enumerate(words):
        if word.role == "given":
            initials += [(letter, 1 << i, word.text, "short") for letter in _other_initials(word.plain)]
    return tuple(initials)


@lru_cache(maxsize=1024)
def _other_initials(given: str) -> tuple[str, ...]:
    """The first letters of a given name's other forms that are not its own."""
    letters = dict.fromkeys([other[0] for other in other_forms(given)])
    letters.pop(given[0], None)
    return tuple(letters)


def _joined(words: list[NameWord], *, korean: bool) -> Iterator[Form]:
    """Starts of given and family name run together (MiRo), and Korean syllables in their other spellings."""
    given = next(((i, w) for i, w in enumerate(words) if w.role == "given" and len(w.plain) > 2), None)
    family = next(((i, w) for i, w in enumerate(words) if w.role == "family" and len(w.plain) > 2), None)
    if given and family:
        mask, text = 1 << given[0] | 1 << family[0], f"{given[1].text} {family[1].text}"
        yield (given[1].plain[:2] + family[1].plain[:2], mask, 6.0, "initial", text)
        yield (family[1].plain[:2] + given[1].plain[:2], mask, 5.0, "initial", text)
    if korean and len(words) == 3:
        for i, word in enumerate(words):
            for other in _korean_spellings(word.plain):
                gain = min(1.6 * len(other), 7.0) if word.role == "family" else min(2.6 * len(other), 9.0)
                yield (other, 1 << i, gain, word.role, word.text)


def _korean_spellings(syllable: str) -> list[str]:
    """The other spellings of a Korean syllable: hyun, hyeon; soo, su."""
    pairs = load_groups("name_parts", "korean_spellings")
    return [syllable.replace(one, two) for one, others in pairs.items() if one in syllable for two in others]


def _person_gain(word: NameWord, size: int) -> float:
    if word.role == "family":
        return min(3.2 * size, 10.0 if is_given_name(word.plain) else 17.0)
    if word.role == "particle":
        return 1.5
    return min(2.8 * size, 9.5 if is_given_name(word.plain) else 12.0)
