"""Words by themselves: the key under which the forms of a word meet, and its base form.

The key of a word is "" where it carries no content (function words, light verbs, neutral reporting verbs).
Keys of numbers begin with "#", of weekdays, months and the like with "~".
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from typing import cast

from reconcile.lexicons import load_toml, load_words
from reconcile.text import bare
from reconcile.words import all_bases, stem

_SYMBOLS = {"%": "percent", "€": "euro", "$": "dollar", "£": "pound"}


@lru_cache(maxsize=32768)
def key_of(word: str) -> str:
    """The key of a lower-case word, "" where it carries no content.

    >>> key_of("decision"), key_of("decided"), key_of("the"), key_of("three"), key_of("wednesday")
    ('decid', 'decid', '', '#3', '~wednesday')
    """
    if word[0] in "@#":
        return bare(word.lstrip("@#"))
    if word[0].isdigit():
        return "#" + word.replace(",", "")
    if word in _empty_words():
        return ""
    if not word[0].isalpha():
        return _SYMBOLS.get(word, "")
    if (number := _numbers().get(word)) is not None:
        return number
    if (time := _times().get(word)) is not None:
        return time
    if word.endswith(("n't", "'ll", "'d", "'ve", "'re", "'m")):
        return ""
    word = affirmed_by(word)
    if not word.isascii():
        word = bare(word)
    key = stem(_spellings().get(word, word))
    return _families().get(key, key)


def affirmed_by(word: str) -> str:
    """The word that one in "un" denies; any other word is itself.

    >>> affirmed_by("unsuitable"), affirmed_by("university"), affirmed_by("unpaid")
    ('suitable', 'university', 'paid')
    """
    if word[:2] != "un" or len(word) < 6 or word in _plain_un():
        return word
    return word[2:].lstrip("-")


@lru_cache(maxsize=32768)
def base_of(word: str) -> str:
    """The base form of a word without content: "went" is "go", "takes" is "take"."""
    if (base := _light_forms().get(word)) is not None:
        return base
    return _bases().get(word, word)


def is_light(word: str) -> bool:
    """Whether a lower-case word is a form of a verb that carries little content: "take", "held"."""
    return word in _light_forms()


def form_of(word: str) -> str:
    """The form under which a table of phrases keeps a word: its key, or its base form where that is empty."""
    word = word.lower()
    return key_of(word) or base_of(word)


@cache
def _empty_words() -> frozenset[str]:
    words = set(cast("str", load_toml("words")["stop"]).split()) | load_words("grammar", "empty")
    return frozenset(words.union(_light_forms()))


@cache
def _light_forms() -> dict[str, str]:
    """Form -> base, of the verbs that carry no content of their own."""
    return {
        form: verb
        for verb in load_words("grammar", "light")
        for form in (verb, *_forms().get(verb, ()), *_regular(verb))
    }


def _regular(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb."""
    root = verb[:-1] if verb.endswith("e") else verb
    return (verb + "s", root + "es", root + "ed", root + "ing")


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    table = cast("dict[str, str]", load_toml("words")["irregular"])
    return {base: tuple(forms.split()) for base, forms in table.items()}


@cache
def _bases() -> dict[str, str]:
    """Irregular form -> base."""
    degrees = load_words("grammar", "degrees")
    return {form: base for base, forms in _forms().items() if base not in degrees for form in forms}


@cache
def _spellings() -> dict[str, str]:
    """British spelling -> American, for words that no stem brings together."""
    table = cast("dict[str, str]", load_toml("words")["spelling"])
    spellings = {form: base for base, forms in table.items() for form in forms.split()}
    return spellings | cast("dict[str, str]", load_toml("grammar")["third_person"])


@cache
def _numbers() -> dict[str, str]:
    words = cast("dict[str, int]", load_toml("grammar")["numbers"])
    return {word: f"#{value}" for word, value in words.items()}


@cache
def _times() -> dict[str, str]:
    table = cast("dict[str, list[str]]", load_toml("grammar")["times"])
    return {form: "~" + time for time, forms in table.items() for form in (time, *forms)}


@cache
def _families() -> dict[str, str]:
    """Stem of a derived or synonymous word -> stem of the word under which its family is kept."""
    families: dict[str, str] = {}
    for section in ("families", "synonyms", "negated"):
        table = cast("dict[str, str]", load_toml("grammar")[section])
        for head, members in table.items():
            key = stem(_spellings().get(head, head))
            key = families.get(key, key)
            for member in members.split():
                families[stem(_spellings().get(member, member))] = key
    return families


@cache
def _plain_un() -> frozenset[str]:
    return frozenset(cast("dict[str, list[str]]", load_toml("grammar")["plain_un"])["words"])


@cache
def past_forms() -> frozenset[str]:
    """Irregular past tenses and participles, where they differ from the base form."""
    forms = {form for forms in _forms().values() for form in forms}
    return frozenset(forms - load_words("grammar", "not_past"))


@lru_cache(maxsize=8192)
def is_past(word: str) -> bool:
    """Whether a lower-case word has the form of a past tense or participle.

    >>> is_past("signed"), is_past("took"), is_past("need"), is_past("sign")
    (True, True, False, False)
    """
    return word in past_forms() or (
        word.endswith("ed") and len(word) > 4 and word not in load_words("grammar", "not_past")
    )


def may_have(keys: Collection[str], words: frozenset[str]) -> list[str]:
    """Those of the lower-case `words` that may have one of `keys`, told by their first letters.

    Most words open otherwise than all words of a few keys do, and need not be brought back to their stems.
    """
    openings = {word[:2] for key in keys for word in (key, *_members().get(key, ()))} | {"un"}
    openings |= {opening.replace("i", "y") for opening in openings}  # "dying" has the key of "die"
    found = [word for word in words if word[:2] in openings or not word.isascii() or not word.isalpha()]
    found += words & _irregulars()
    return found


@cache
def _irregulars() -> frozenset[str]:
    """Words whose keys no rule makes of their letters."""
    return frozenset((*_bases(), *all_bases(), *_spellings(), *_numbers(), *_times()))


@cache
def _members() -> dict[str, list[str]]:
    """Key of a family -> the stems that it stands for."""
    members: dict[str, list[str]] = {}
    for member, key in _families().items():
        members.setdefault(key, []).append(member)
    return members
