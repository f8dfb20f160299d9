"""Whether two given names are forms of one: Robert and Bob, Norbert and Norby, Kateryna and Katia."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from reconcile.lexicons import load_rows
from reconcile.names.letters import plain_lines

#: Endings that pet forms take in English, German, Dutch and the Romance languages.
_PET_ENDINGS = ("ie", "ey", "y", "i", "ee", "o", "")
#: What makes another person's name of one: Paul, Paula; Edwin, Edwina; Roman, Romana.
_FEMININE = ("a", "e", "ia", "ie", "ine", "ina", "ette", "etta", "elle", "ella", "le", "la", "ne", "na", "yn")


@cache
def _tables() -> tuple[dict[str, frozenset[str]], dict[str, tuple[str, ...]]]:
    """Form -> the full names that it stands for (itself, where it is one); full name -> its forms."""
    full: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, list[str]] = defaultdict(list)
    for row in load_rows("nicknames"):
        # All words of a row at once: one by one, the table takes twice as long.
        name, *others = plain_lines(f"{row['name']} {row['forms']}".replace(" ", "\n"))
        full[name].add(name)
        forms[name] += others
        for form in others:
            full[form].add(name)
    return (
        {form: frozenset(names) for form, names in full.items()},
        {name: tuple(dict.fromkeys(some)) for name, some in forms.items()},
    )


@lru_cache(maxsize=8192)
def other_forms(given: str) -> tuple[str, ...]:
    """The forms in the table by which the bearer of `given` (plain letters) may go, `given` itself left out.

    >>> "bob" in other_forms("robert"), "william" in other_forms("bill")
    (True, True)
    """
    full, forms = _tables()
    found = dict.fromkeys(forms.get(given, ()))
    for name in sorted(full.get(given, ())):
        found[name] = None
        if name != given:
            found.update(dict.fromkeys(forms[name]))
    found.pop(given, None)
    return tuple(found)


def is_pet_form(short: str, long: str) -> bool:
    """Whether `short` is made of `long` by cutting it, with or without a pet ending.

    >>> is_pet_form("norby", "norbert"), is_pet_form("mandy", "amanda"), is_pet_form("paul", "paula")
    (True, False, False)
    """
    if len(short) < 3 or len(long) < len(short) or short == long or (short[0] != long[0] and len(short) < 4):
        return False
    # Nearly all pairs go by here: the stems are looked at only where two letters speak for them.
    if short[:2] == long[:2] and (made := _by_stem(short, long)) is not None:
        return made
    return len(short) >= 4 and long.endswith(short) and len(long) - len(short) <= len(short) + 2


def _by_stem(short: str, long: str) -> bool | None:
    """Whether `short` is a start of `long`, with or without a pet ending; None where it is not."""
    for ending in _PET_ENDINGS:
        stem = short.removesuffix(ending) if ending else short
        if ending and stem == short:
            continue
        if stem.endswith("ck") and not long.startswith(stem):
            # Vickie of Victoria, Nicky of Nikolas.
            stem = stem[:-2] + long[len(stem) - 2 : len(stem) - 1]
            if stem[-1:] not in ("c", "k"):
                continue
        elif (len(stem) > 3 or (len(stem) == 3 and ending in ("ie", "y"))) and stem[-1] == stem[-2]:
            stem = stem[:-1] if len(stem) > 3 or not long.startswith(stem) else stem
        if len(stem) >= (2 if ending in ("ie", "y") else 3) and long.startswith(stem) and long != stem:
            rest = long[len(stem) :]
            return (
                rest not in _FEMININE if ending in ("", "o") else len(rest) > 1 or rest != short[len(stem) :]
            )
    return None


def is_longer_pet_form(long: str, short: str) -> bool:
    """Whether `long` is `short` with a pet ending, a letter doubled before it or its last vowel dropped.

    >>> is_longer_pet_form("johnny", "john"), is_longer_pet_form("jeannie", "jeanne")
    (True, True)
    >>> is_longer_pet_form("leonie", "leon")
    False
    """
    for ending in ("ie", "y", "ey"):
        stem = long.removesuffix(ending)
        if stem != long and len(stem) > 2:
            return stem == short + short[-1] or (short[-1] in "aeo" and stem == short[:-1])
    return False


def same_given(a: str, b: str) -> float:
    """How sure two given names (plain letters) are forms of one: 0 for unrelated.

    >>> same_given("robert", "bob"), same_given("bob", "rob"), same_given("lea", "leo")
    (0.9, 0.8, 0.0)
    """
    full, _ = _tables()
    # A name is among its own full names: two can share one only where both are in the table.
    if (names_a := full.get(a)) and (names_b := full.get(b)):
        if a in names_b or b in names_a:
            return 0.9
        if not names_a.isdisjoint(names_b):
            return 0.8
    # Nearly all pairs go by here: pet forms are made of the start of a name, or are its end of four letters or more.
    if a[:2] != b[:2] and a[-4:] != b[-4:]:
        return 0.0
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return 0.75 if is_pet_form(short, long) or is_longer_pet_form(long, short) else 0.0
