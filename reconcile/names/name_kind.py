"""Whether a printed name is a person's or a body's, by its words alone."""

from __future__ import annotations

from functools import cache, lru_cache

from reconcile.lexicons import load_lines, load_words
from reconcile.names.letters import plain
from reconcile.names.name_words import particles
from reconcile.names.nicknames import other_forms
from reconcile.names.parts import parse_name
from reconcile.names.spelling import is_known_name
from reconcile.names.syllables import is_syllable
from reconcile.patterns import lazy_re

#: Small words that stand in bodies' names and not in people's.
_BODY_ONLY = frozenset(
    {"of", "for", "and", "the", "fur", "und", "et", "on", "to", "in", "at", "pour", "para", "per", "voor"}
)


_SIGNS = lazy_re(r"[\d&+]|\.com|\.org")


@lru_cache(maxsize=8192)
def is_given_name(word: str) -> bool:
    """Whether `word` (plain letters) is in the list of given names, or a short form of one."""
    return len(word) > 2 and (word in load_lines("given_names") or bool(other_forms(word)))


@cache
def _body_words() -> frozenset[str]:
    return load_words("bodies", "common")


def is_body_word(word: str) -> bool:
    """Whether `word` (plain letters) is a word that many bodies share: news, institute, free."""
    return word in _body_words()


@cache
def small_words() -> frozenset[str]:
    """Words that acronyms leave out at will: the, of, für."""
    return load_words("bodies", "small")


def _is_korean(keys: list[str]) -> bool:
    """Whether the words are a Korean family name and one or two syllables: KANG Ghil Boo."""
    return (
        len(keys) == 3 and keys[0] in load_words("name_parts", "korean") and all(map(is_syllable, keys[1:]))
    )


@lru_cache(maxsize=8192)
def is_body(name: str) -> bool:
    """Whether `name` reads like a body's: a noun of bodies, an article, "&", a domain, digits, an acronym.

    >>> is_body("Ministry of Foreign Affairs"), is_body("Lea Brandt"), is_body("MFA Lunda")
    (True, False, True)
    """
    if name[:4] == "The " or _SIGNS.search(name):
        return True
    words = [word for word in name.replace("-", " ").replace("/", " ").split() if plain(word)]
    keys = [plain(word) for word in words]
    if len(keys) < 2:
        return True
    if any(w.islower() and k in _BODY_ONLY for w, k in zip(words, keys, strict=True)):
        return True
    if _is_korean(keys):
        return False
    # An initial between two words: "Winslow J. Crabbe".
    middle = any(len(k) == 1 and w[-1] == "." for w, k in zip(words[1:-1], keys[1:-1], strict=True))
    person = (
        "," in name or middle or is_given_name(keys[0]) or is_given_name(plain(parse_name(name).texts[0]))
    )
    if any(key in _body_words() and key not in particles() for key in keys):
        return (
            not person
            or sum(key in _body_words() for key in keys) > 1
            or not any(is_known_name(key) for key in keys[1:])
            or (keys[-1] in _body_words() and not is_known_name(keys[-1]))
        )
    if person:
        return False
    shouted = [
        1 < len(w) < 5 and w.isupper() and not is_known_name(k) for w, k in zip(words, keys, strict=True)
    ]
    return (any(shouted) and not any(is_known_name(key) for key in keys if len(key) > 4)) or (
        len(keys) > 2 and not any(map(is_known_name, keys))
    )
