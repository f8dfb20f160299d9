"""Which language a stretch of text is in, by its function words or its script."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

import regex

from reconcile.lexicons import load_groups, load_toml
from reconcile.patterns import lazy_re, lazy_regex

_WORD = lazy_re(r"[^\W\d_]+")
#: A letter of none of the alphabets that European languages share: from Greek on, signs and emoji left out.
_OTHER_LETTER = lazy_regex(
    "[\u0370-\u03ff\u0530-\u1cff\u1f00-\u1fff\u2d00-\u2d2f\u3005-\u3007\u3040-\u9fff\ua000-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc"
    "\uff66-\uffdc\U00020000-\U0003ffff]"
)
#: What is looked at: enough for an article, bounded for a long one.
_MOST_CHARS, _MOST_WORDS = 1500, 200
#: Function words that must be found, and their share of all words.
_LEAST, _SHARE = 2, 0.1


@lru_cache(maxsize=256)
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
    words = _WORD.findall(text[:_MOST_CHARS].lower())[:_MOST_WORDS]
    table = _languages()
    votes = Counter([language for word in words if word in table for language in table[word]])
    if not votes:
        return None
    (best, count), *rest = votes.most_common(2)
    if count < max(least, _SHARE * len(words)) or (rest and rest[0][1] == count):
        return None
    return best


def _by_script(text: str) -> str | None:
    """The language that most letters' script names, where it is no alphabet that many languages share."""
    return None if text.isascii() else _scripts()[1].get(script_of(text))


def script_of(text: str) -> str:
    """The script of most words of `text`, where it is one that the table names; "" for all others."""
    if text.isascii() or _OTHER_LETTER.search(text, 0, 4000) is None:
        return ""
    found = Counter(m.lastgroup or "" for m in _scripts()[0].finditer(text[:4000]))
    script, count = found.most_common(1)[0] if found else ("", 0)
    words = sum(1 for _ in _WORD.finditer(text[:4000]))
    return script if 2 * count > words else ""


@cache
def function_words() -> frozenset[str]:
    """The function words of all languages."""
    return frozenset(_languages())


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in load_groups("function_words", "words").items():
        for word in words:
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _scripts() -> tuple[regex.Pattern[str], dict[str, str]]:
    table: dict[str, str] = load_toml("function_words")["scripts"]  # type: ignore[assignment]
    names = {script: language for language, script in table.items()} | {"Katakana": "ja", "Han": "zh"}
    return regex.compile("|".join(rf"(?P<{script}>\p{{{script}}}+)" for script in names)), names
