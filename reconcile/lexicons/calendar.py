"""The words of printed dates, with what each can mean: calendar.csv (from CLDR) and date_joins.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, cast

from reconcile.lexicons import load_rows, load_toml, load_words


class DateWord(NamedTuple):
    """One meaning of a word in a date."""

    #: "month", "weekday", "half" (of the day), "zone", "join", "clock", "ordinal", "year".
    kind: str
    #: Month 1-12, weekday Monday 0, half am 0 and pm 1, a zone's minutes east of UTC; else 0.
    value: int
    #: The languages that use the word so; for a join, whether it stands before a "date" or a "time".
    use: str


@cache
def date_words() -> Mapping[str, tuple[DateWord, ...]]:
    """Every word of a date - case folded, without full stops - with its meanings."""
    found: dict[str, list[DateWord]] = {}
    for name, offset in cast("dict[str, int]", load_toml("date_joins")["zones"]).items():
        found.setdefault(name, []).append(DateWord("zone", offset, ""))
    for row in load_rows("calendar"):
        word, kind = row["word"], "join" if row["kind"] == "glue" else row["kind"]
        if (
            kind != "half" or len(word) > 2 or not word.isascii()
        ):  # "am" and "pm" are read as figures' endings
            found.setdefault(word, []).append(DateWord(kind, int(row["value"]), row["languages"]))
    for kind in ("date", "time"):
        for word in load_words("date_joins", kind):
            found.setdefault(word, []).append(DateWord("join", 0, kind))
    for kind in ("clock", "ordinal", "year"):
        for word in load_words("date_joins", kind):
            found.setdefault(word, []).append(DateWord(kind, 0, ""))
    return MappingProxyType({word: tuple(meanings) for word, meanings in found.items()})
