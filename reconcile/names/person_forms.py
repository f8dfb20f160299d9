"""The forms in which a person's name may stand in a handle."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.lexicons import load_groups, load_words
from reconcile.names.handle_forms import MOST_WORDS, Form, NameForms, assembled, spellings
from reconcile.names.name_kind import is_given_name
from reconcile.names.nicknames import other_forms
from reconcile.names.parts import NameWord, parse_name


def person_forms(name: str) -> NameForms:
    """The words of a person's `name`, their short forms, initials and run-together starts."""
    words = [w for w in parse_name(name).words if w.plain][:MOST_WORDS]
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
    initials = _initials(words)
    return assembled(name, forms.values(), whole, initials, given_mask=given_mask, family_mask=family_mask)


def _initials(words: list[NameWord]) -> tuple[tuple[str, int, str, str], ...]:
    """The words' first letters, and those of the given name's short forms: B for Robert."""
    initials = [(w.plain[0], 1 << i, w.text, str(w.role)) for i, w in enumerate(words)]
    for i, word in enumerate(words):
        if word.role == "given":
            others = dict.fromkeys(other[0] for other in other_forms(word.plain))
            initials += [(letter, 1 << i, word.text, "short") for letter in others if letter != word.plain[0]]
    return tuple(initials)


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
                gain = min(1.6 * len(other), 7.0) if word.role == "family" else min(2.6 * len(other), 9.0)
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
    return min(2.8 * size, 9.5 if is_given_name(word.plain) else 12.0)
