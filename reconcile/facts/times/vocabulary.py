"""The word lists that times are read with: `calendar.csv`, `date_joins.toml`, `times.toml`,
`numerals.toml`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from reconcile.lexicons import load_toml, load_words
from reconcile.lexicons.calendar import date_words

#: Languages whose months and weekdays are read in running text: those in which posts on European news are
#: written.
_LANGUAGES = frozenset(("en", "de", "fr", "es", "it", "nl", "pt", "da", "sv", "nb", "pl"))
#: Full names of months of three letters; other words so short are abbreviations, and words of other
#: languages.
_SHORT_NAMES = frozenset(("mai", "mei", "maj"))
#: Words that English uses in another sense: read only with a figure beside them, or capitalised after a
#: preposition.


class TimeWords(NamedTuple):
    """The tables, keyed by lower-case word."""

    months: dict[str, int]
    weekdays: dict[str, int]
    zones: dict[str, int]
    #: Those of them that keep their name in summer.
    all_year: frozenset[str]
    #: Phrase (joined by a hyphen) -> first and last day from the day of the text; and all first words.
    days: dict[str, tuple[int, int]]
    day_starts: frozenset[str]
    steps: dict[str, int]
    lengths: dict[str, float]
    cardinals: dict[str, int]
    to_come: frozenset[str]
    done: frozenset[str]
    beginning: frozenset[str]
    closing: frozenset[str]
    loose: frozenset[str]
    #: Other lists by name.
    words: dict[str, frozenset[str]]
    #: Every word at which a time may begin.
    triggers: frozenset[str]


@cache
def time_words() -> TimeWords:
    """The tables, loaded once."""
    table = load_toml("times")
    tense = cast("dict[str, str]", table["tense"])
    end = cast("dict[str, str]", table["end"])
    zones = dict(cast("dict[str, int]", load_toml("date_joins")["zones"]))
    zones |= {k.replace("-", " "): v for k, v in cast("dict[str, int]", table["zone"]).items()}
    all_year = {k.replace("-", " "): v for k, v in cast("dict[str, int]", table["zone_all_year"]).items()}
    zones |= all_year
    days = {k: (v[0], v[1]) for k, v in cast("dict[str, list[int]]", table["day"]).items()}
    numerals = load_toml("numerals")
    cardinals: dict[str, float] = {}
    for key in ("cardinal", "foreign"):
        cardinals |= cast("dict[str, float]", numerals[key])
    months, weekdays = _calendar("month"), _calendar("weekday")
    steps = cast("dict[str, int]", table["step"])
    day_starts = frozenset(phrase.split("-")[0] for phrase in days)
    lengths = {k: float(v) for k, v in cast("dict[str, float]", table["length"]).items()}
    clocks = ("noon", "midnight", "o'clock", "half", "quarter")
    return TimeWords(
        months=months,
        weekdays=weekdays,
        zones=zones,
        all_year=frozenset(all_year),
        days=days,
        day_starts=day_starts,
        steps=steps,
        lengths=lengths,
        cardinals={w: int(v) for w, v in cardinals.items()},
        to_come=frozenset(tense["to_come"].split()),
        done=frozenset(tense["done"].split()),
        beginning=frozenset(end["beginning"].split()),
        closing=frozenset(end["closing"].split()),
        words={k: frozenset(v.split()) for k, v in cast("dict[str, str]", table["words"]).items()},
        loose=frozenset(cast("dict[str, str]", table["loose"])["words"].split()),
        triggers=frozenset(months) | set(weekdays) | day_starts | set(steps) | set(lengths) | set(clocks),
    )


def _calendar(kind: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for word, meanings in date_words().items():
        for meaning in meanings:
            if meaning.kind == kind and _LANGUAGES & set(meaning.use.split()):
                english = "en" in meaning.use.split()
                full = len(word) > 3 or word in _SHORT_NAMES
                if len(word) > 2 and (english or (word not in found and full)):
                    found[word] = meaning.value
    return found


def two_senses(word: str) -> bool:
    """Whether a month's or weekday's name is an ordinary English word as well."""
    return word in load_words("times", "two_senses")
