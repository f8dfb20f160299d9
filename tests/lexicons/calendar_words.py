"""Writes `reconcile/lexicons/calendar.csv` from Unicode CLDR, as Babel carries it.

    python tests/lexicons/calendar_words.py

Month and weekday names come in every width and case that CLDR has (wide, abbreviated; alone, inside a
date) and as they stand in a formatted date: the word that is found in the dates of one month alone is that
month's word, the words that are found in the dates of all months are what glues a date together ("de", "г.").
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path

TABLE = Path(__file__).parents[2] / "reconcile" / "lexicons" / "calendar.csv"

#: The languages that X, Facebook and Instagram print dates in, and the official ones of European states.
LANGUAGES = (  # noqa: SIM905 - seventy quoted words would be a column of noise
    "af ar ar_LB ar_MA az be bg bn bs ca cs cy da de de_AT el en en_AU en_CA en_GB es es_MX et "
    "eu fa fi fil fr fr_CA ga gl gu he hi hr hu hy id is it ja ka kk kn ko lt lv mk ml mr ms mt "
    "nb nl nn pa pl pt pt_PT ro ru sk sl sq sr sr_Latn sv sw ta te th tr uk ur uz vi zh zh_Hant"
).split()

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e30-\u0e4e'’ʼ.])*(?<![.'’])")


def fold(word: str) -> str:
    """As the table keeps a word: case folded, no full stop, no invisible marks, straight apostrophe."""
    word = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "", word).casefold().replace("’", "'")
    return word.replace(".", "").strip()


def rows() -> list[tuple[str, str, int, str]]:
    """(word, kind, value, languages), sorted; the table's header tells the kinds."""
    found: defaultdict[tuple[str, str, int], set[str]] = defaultdict(set)
    for locale in LANGUAGES:
        language = locale.split("_")[0]
        for kind, value, word in [*_named(locale), *_as_printed(locale)]:
            word = fold(word)
            if word and not any(c.isdigit() for c in word) and " " not in word:
                found[word, kind, value].add(language)
    months_and_days = {word for word, kind, _ in found if kind in ("month", "weekday")}
    kept = {key: langs for key, langs in found.items() if key[1] != "glue" or key[0] not in months_and_days}
    return sorted((w, k, v, " ".join(sorted(langs))) for (w, k, v), langs in kept.items())


def _named(locale: str) -> list[tuple[str, int, str]]:
    from babel import Locale, localedata

    localedata._cache.clear()  # Babel 2.18 lets the aliases of one locale leak into the next
    data = Locale.parse(locale)
    out = []
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            out += [("month", n, name) for n, name in data.months[context][width].items()]
            out += [("weekday", n, name) for n, name in data.days[context][width].items()]
            for n, half in enumerate(("am", "pm")):
                name = data.day_periods.get(context, {}).get(width, {}).get(half)
                out += [("half", n, name)] if name else []
    return out


def _as_printed(locale: str) -> list[tuple[str, int, str]]:
    from babel import Locale
    from babel.dates import format_date

    out: list[tuple[str, int, str]] = []
    for form in ("long", "medium"):
        words = {
            m: set(_WORD.findall(format_date(datetime(2023, m, 12), form, locale=locale)))
            for m in range(1, 13)
        }
        count = Counter(word for found in words.values() for word in found)
        out += [("month", m, word) for m, found in words.items() for word in found if count[word] == 1]
        out += [("glue", 0, word) for word, n in count.items() if n == 12]
    for form in ("long", "medium", "short"):
        pattern = Locale.parse(locale).datetime_formats[form]
        out += [
            ("glue", 0, word) for quoted in re.findall("'([^']+)'", pattern) for word in _WORD.findall(quoted)
        ]
    for skeleton in ("yMMMEd", "yMMMd", "Hm", "hm"):
        pattern = str(Locale.parse(locale).datetime_skeletons.get(skeleton, ""))
        out += [
            ("glue", 0, word) for quoted in re.findall("'([^']+)'", pattern) for word in _WORD.findall(quoted)
        ]
    return out


def table() -> str:
    """The text of the table, header included."""
    from babel.core import get_cldr_version

    out = io.StringIO()
    out.write(
        f"# Words of dates and clock times, from Unicode CLDR {get_cldr_version()} (as carried by Babel).\n"
        "# Written by tests/lexicons/calendar_words.py. Words are case folded, without full stops.\n"
        "# kind: month (1-12), weekday (Monday 0), half (of the day: am 0, pm 1), glue (between the parts).\n"
    )
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["word", "kind", "value", "languages"])
    writer.writerows(rows())
    return out.getvalue()


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
