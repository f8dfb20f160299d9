"""Word lists: TOML or CSV tables beside this file, each naming its source; one loader.

A table is data. What a table means is told at its head; what it is used for, where it is loaded.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import cast

import rtoml

from reconcile.patterns import lazily

_HERE = Path(__file__).parent


@cache
def load_toml(name: str) -> dict[str, object]:
    """The table in `name`.toml.

    Read by rtoml, since tomllib, written in Python, takes nine times as long: a tenth of a whole short run.
    """
    return rtoml.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def load_words(name: str, key: str) -> frozenset[str]:
    """The list of strings under `key` in `name`.toml, as a set; "tense.possible" is `possible` in the table `tense`."""
    found: object = load_toml(name)
    for part in key.split("."):
        found = cast("dict[str, object]", found)[part]
    return frozenset(cast("list[str]", found))


def lazy_words_re(name: str, pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""`pattern`, compiled when it is first used; `\L<key>` in it is any word or phrase under `key` in `name`.toml.

    The list is named as the package regex names its own; of two phrases that begin alike the longer one is tried first.
    """

    def any_of(match: re.Match[str]) -> str:
        words = sorted(load_words(name, match[1]), key=lambda word: (-len(word), word))
        return f"(?:{'|'.join(map(re.escape, words))})"

    return lazily(lambda: re.compile(re.sub(r"\\L<([\w.]+)>", any_of, pattern), flags))


@cache
def load_groups(name: str, key: str) -> dict[str, tuple[str, ...]]:
    """The table under `key` in `name`.toml: canonical form -> other forms."""
    table = cast("dict[str, list[str]]", load_toml(name)[key])
    return {canonical: tuple(forms) for canonical, forms in table.items()}


@cache
def load_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `name`.csv (comma, header line); lines that begin with # are remarks."""
    with (_HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        # A third of the time that csv.DictReader takes, which asks of every row how long it is.
        rows = csv.reader(line for line in file if not line.startswith("#"))
        header = next(rows)
        return tuple(dict(zip(header, row, strict=True)) for row in rows if row)


@cache
def load_unparted(name: str) -> dict[str, str]:
    """First column -> the rest of the row as it stands in `name`.csv, whose fields hold no comma.

    For a long table of which few rows are asked for: it is read in a sixth of the time that its fields take.
    """
    text = (_HERE / f"{name}.csv").read_text(encoding="utf-8")
    return dict([line.split(",", 1) for line in text.split("\n") if line and line[0] != "#"])


class WordList:
    """The words of a long, sorted list. Few are asked for: those of an initial become a set when one of them is."""

    def __init__(self, lines: str) -> None:
        self._lines = f"\n{lines.strip()}\n"
        self._begun: dict[str, frozenset[str]] = {}

    def __contains__(self, word: str) -> bool:
        """Whether `word` is in the list.

        >>> names = WordList("ada\\nida\\nilse")
        >>> "ida" in names, "il" in names, "" in names
        (True, False, False)
        """
        initial = word[:1]
        begun = self._begun.get(initial)
        if begun is None:
            begun = self._begun[initial] = self._beginning(initial) if initial else frozenset()
        return word in begun

    def _beginning(self, initial: str) -> frozenset[str]:
        first, last = self._lines.find(f"\n{initial}"), self._lines.rfind(f"\n{initial}")
        return frozenset(self._lines[first : self._lines.index("\n", last + 1)].split())


@cache
def load_lines(name: str) -> WordList:
    """The words of `name`.txt, one a line, sorted; the lines at its head that begin with # are remarks."""
    text = "\n" + (_HERE / f"{name}.txt").read_text(encoding="utf-8")
    return WordList(text[text.index("\n", text.rfind("\n#") + 1) :])
