"""The forms in which a body's name may stand in a handle: words, acronyms, its office, its country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TypedDict, cast

from reconcile.lexicons import load_groups, load_toml
from reconcile.names.handle_forms import MOST_WORDS, Form, NameForms, assembled, spellings
from reconcile.names.handle_letters import country_forms
from reconcile.names.letters import plain
from reconcile.names.name_kind import is_body_word, small_words
from reconcile.patterns import lazy_re

#: Shorter names of offices are none without the words beside them.
_SHORTEST_OFFICE = 3
_GENITIVE = lazy_re("['’]s?$")


class _Office(TypedDict):
    field: str
    names: list[str]
    short: list[str]


@cache
def _offices() -> dict[str, tuple[int, tuple[str, ...]]]:
    """Letters of an office's name -> its rank, longest name first, and what its accounts call it."""
    rows = [
        (plain(name), tuple(office["short"]))
        for office in cast("list[_Office]", load_toml("bodies")["offices"])
        for name in (*office["names"], *office["short"])
    ]
    rows.sort(key=lambda row: -len(row[0]))
    table: dict[str, tuple[int, tuple[str, ...]]] = {}
    for rank, (letters, short) in enumerate(rows):
        if len(letters) >= _SHORTEST_OFFICE:
            table.setdefault(letters, (rank, short))
    return table


def body_forms(name: str) -> NameForms:
    """The words of a body's `name`, and what stands for them."""
    text = name.removeprefix("The ") if len(name) > 8 else name
    tokens = [token for token in re.split(r"[\s\-/.]+", text) if plain(token)][:MOST_WORDS]
    keys = [plain(_GENITIVE.sub("", token)) for token in tokens]
    spelled = [_word_forms(i, tokens[i], key) for i, key in enumerate(keys)]
    large = [i for i, key in enumerate(keys) if key not in small_words()]
    whole = [form for i in large for form in spelled[i]]
    lands = _lands(keys)
    forms: dict[tuple[str, int], Form] = {}
    for i, word_forms in enumerate(spelled):
        for form in (*word_forms, *_short_forms(i, tokens, keys)):
            forms.setdefault(form[:2], form)
    for form in (*_acronyms(tokens, keys), *_office_forms(tokens, keys), *_land_forms(tokens, lands)):
        held = forms.get(form[:2])
        if held is None or held[2] < form[2]:
            forms[form[:2]] = form
    own_mask = sum([1 << i for i in large if i not in lands and not is_body_word(keys[i])])
    initials = tuple([(keys[i][0], 1 << i, tokens[i], "word") for i in large])
    countries = frozenset(code for codes in lands.values() for code in codes)
    return assembled(name, forms.values(), whole, initials, body=True, own_mask=own_mask, countries=countries)


def _word_forms(i: int, token: str, key: str) -> list[Form]:
    """A word itself; one that many bodies share tells little."""
    shared = is_body_word(key) or key in small_words()
    each, most = (1.1, 5.5) if shared else (2.9, 16.0)
    return [
        (letters, 1 << i, min(each * len(letters), most), "word", token)
        for letters in spellings(_GENITIVE.sub("", token))
    ]


def _short_forms(i: int, tokens: Sequence[str], keys: Sequence[str]) -> Iterator[Form]:
    """What is written for a word, or for it and the next: Inst, NY."""
    short = load_groups("bodies", "words")
    for other in short.get(keys[i], ()):
        if not other.isdigit():
            yield (other, 1 << i, min(1.3 * len(other), 4.5), "abbreviation", tokens[i])
    if i + 1 < len(keys):
        for other in short.get(f"{keys[i]} {keys[i + 1]}", ()):
            yield (other, 3 << i, 5.0, "abbreviation", f"{tokens[i]} {tokens[i + 1]}")


def _lands(keys: Sequence[str]) -> dict[int, frozenset[str]]:
    """The words that name a country, with its ISO code."""
    lands = {i: codes for i, key in enumerate(keys) if len(key) > 1 and (codes := country_forms().get(key))}
    for i, (one, two) in enumerate(pairwise(keys)):
        if codes := country_forms().get(one + two):
            lands[i] = lands[i + 1] = codes
    return lands


def _land_forms(tokens: Sequence[str], lands: dict[int, frozenset[str]]) -> Iterator[Form]:
    """The country that the name names, in its other forms: ua, ukr, Ukrainian."""
    codes = frozenset(code for some in lands.values() for code in some)
    if not codes:
        return
    mask, words = sum(1 << i for i in lands), " ".join(tokens[i] for i in sorted(lands))
    for letters in _letters_of_land(codes):
        yield (letters, mask, min(1.0 + 1.2 * len(letters), 7.0), "country", words)


@lru_cache(maxsize=1024)
def _letters_of_land(codes: frozenset[str]) -> tuple[str, ...]:
    return tuple(letters for letters, some in country_forms().items() if some <= codes and len(letters) > 1)


def _acronyms(tokens: Sequence[str], keys: Sequence[str]) -> Iterator[Form]:
    """Acronyms of the name and of runs of its words, with and without small words; printed acronyms."""
    small = small_words()
    large = [i for i, key in enumerate(keys) if key not in small]
    for kept in (large,) if len(large) == len(keys) else (large, range(len(keys))):
        for start in range(len(kept)):
            for end in range(start + 2, min(len(kept), start + 8) + 1):
                run = kept[start:end]
                complete = len(run) == len(kept)
                if len(run) == 2 and not complete:
                    continue
                letters = "".join(keys[i][0] for i in run)
                gain = 2.9 * len(letters) + (2.0 if complete else -3.0)
                yield (letters, sum(1 << i for i in run), gain, "acronym", " ".join(tokens[i] for i in run))
    for i, (token, key) in enumerate(zip(tokens, keys, strict=True)):
        if 1 < len(key) < 7 and token.isupper():
            yield (key, 1 << i, 3.2 * len(key), "acronym", token)


def _office_forms(tokens: Sequence[str], keys: Sequence[str]) -> Iterator[Form]:
    """What the accounts of an office are called, where the name is that of one that most states have."""
    joined = "".join(keys)
    starts = {sum(map(len, keys[:i])): i for i in range(len(keys) + 1)}
    named = [
        (office, joined[at:end])
        for at in starts
        for end in starts
        if (office := _offices().get(joined[at:end])) and joined.find(joined[at:end]) == at
    ]
    if not named:
        return
    (_, short), letters = min(named)
    at = joined.find(letters)
    run = range(starts[at], starts[at + len(letters)])
    mask, words = sum(1 << i for i in run), " ".join(tokens[i] for i in run)
    for other in short:
        if len(other) > 1:
            yield (plain(other), mask, min(2.2 * len(other), 9.0), "office", words)
    yield (letters, mask, min(1.2 * len(letters), 9.0), "office", words)
