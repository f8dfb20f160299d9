"""Which language a stretch of text is in, by its function words or its script."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from reconcile.lexicons import load_groups, load_toml

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*+")
#: Words that are looked at: enough for an article, bounded for a long one.
_MOST_WORDS = 1500
#: Function words that must be found, and their share of all words.
_LEAST, _SHARE = 2, 0.1


def language_of(text: str, least: int = _LEAST) -> str | None:
    """The BCP 47 primary tag of the language of `text`, or None where too few words tell.

    >>> language_of("The minister said that she stays."), language_of("Sie sagte, dass die Brücke bleibt.")
    ('en', 'de')
    >>> language_of("Breaking #Orla") is None
    True
    """
    script = _by_script(text)
    if script:
        return script
    words = [m.group().lower() for m, _ in zip(_WORD.finditer(text), range(_MOST_WORDS), strict=False)]
    table = _languages()
    votes = Counter(language for word in words if word in table for language in table[word])
    if not votes:
        return None
    (best, count), *rest = votes.most_common(2)
    if count < max(least, _SHARE * len(words)) or (rest and rest[0][1] == count):
        return None
    return best


def _by_script(text: str) -> str | None:
    """The language that most letters' script names, where it is no alphabet that many languages share."""
    if text.isascii():
        return None
    pattern, names = _scripts()
    found = Counter(m.lastgroup for m in pattern.finditer(text[:4000]))
    if not found:
        return None
    best, count = found.most_common(1)[0]
    letters = sum(1 for _ in _WORD.finditer(text[:4000]))
    return names[best] if best in names and 2 * count > letters else None


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in load_groups("function_words", "words").items():
        for word in words:
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _scripts() -> tuple[regex.Pattern[str], dict[str | None, str]]:
    table: dict[str, str] = load_toml("function_words")["scripts"]  # type: ignore[assignment]
    parts = "|".join(rf"(?P<{script}>\p{{{script}}}+)" for script in table.values())
    return regex.compile(rf"{parts}|(?P<Han>\p{{Han}}+)"), {
        **{script: language for language, script in table.items()},
        "Han": "zh",
    }
