"""Reading the places of a text: known names, flags, quarters of the compass, and names after "in", "at" or "near"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import compress
from operator import not_

from reconcile.facts.places.gazetteer import Gazetteer, Known, gazetteer, key
from reconcile.lexicons import load_rows, load_words
from reconcile.model import Place, Span
from reconcile.patterns import lazy_re
from reconcile.text import bare
from reconcile.words import Words, shared, stop_words, words_of

#: The letters of flags: two of them are a country's flag.
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_FLAG = lazy_re("[\U0001f1e6-\U0001f1ff]{2}")
_JOINTS = frozenset((" ", "-", "\u00a0", "'", "’", "‑"))
#: "in the north-east"; "the north coast" and "the South" of a country's name are no quarters of the compass.
_COMPASS = lazy_re(
    r"\b[Ii]n the ((?:[Nn]orth|[Ss]outh)(?:[ ‐‑-]?(?:[Ee]ast|[Ww]est))?|[Ee]ast|[Ww]est)\b"
    r"(?= of\b| and\b|[.,;:!?)\n]|\s*$|\s+[–—-]\s)"
)


def read_places(text: str) -> Iterator[Place]:
    """Every place of `text`: names in order, then quarters of the compass and flags."""
    words = words_of(text)
    known = gazetteer()
    done = -1
    for i in _beginnings(words):
        if i <= done:
            continue
        most = known.longest.get(_plain(words.lower[i]), 0)
        found = _known(words, i, known, most) if most else None
        if found is None and i and words.lower[i - 1] in _leading():
            found = _unknown(words, i)
        if found:
            done = found[1]
            yield found[0]
    for match in () if load_words("places", "quarters").isdisjoint(words.lower) else _COMPASS.finditer(text):
        yield Place(Span(*match.span(1)), match[1], _quarter(match[1]))
    # Most texts have no letter of a flag, which is told at once: a pattern for any of them reads the whole text.
    for flag in _FLAG.finditer(text) if any(letter in text for letter in _FLAG_LETTERS) else ():
        code = "".join(chr(ord(c) - 0x1F1E6 + ord("A")) for c in flag.group())
        if code in known.countries:
            yield Place(Span(flag.start(), flag.end()), flag.group(), known.countries[code])


def _beginnings(words: Words) -> list[int]:
    """The words with a capital that may begin a place: every fifth word has one, and most of them begin none."""
    text, starts, count = words.text, words.starts, len(words.starts)
    behind = [i + 1 for i in words.among(_leading()) if i + 1 < count]
    # Forms that no list has as they stand: "paris's", "köln".
    others = [i for i in words.clipped if words.lower[i][-2:] == "'s"]
    if not "".join(words.lower).isascii():
        others += compress(range(count), map(not_, map(str.isascii, words.lower)))
    return sorted({i for i in (*words.among(_first_words()), *behind, *others) if text[starts[i]].isupper()})


@shared
def _first_words() -> frozenset[str]:
    """The first words of the names in the tables."""
    return frozenset(gazetteer().longest)


def _plain(word: str) -> str:
    """The form under which a word in small letters is looked up: "paris" for "paris's", "koln" for "köln"."""
    return word if word.isascii() and word[-2:] != "'s" else bare(word.removesuffix("'s"))


def _known(words: Words, at: int, known: Gazetteer, most: int) -> tuple[Place, int] | None:
    """A place of the tables that begins with word `at`: the longest name that fits, of at most `most` words."""
    if words.lower[at] in _calendar():
        return None  # "Mon to Fri"
    last, furthest = at, min(at + min(most, 6), len(words.lower)) - 1
    while last < furthest and _joined(words, last + 1):
        last += 1
    while last >= at:
        if last == at:
            name = _plain(words.lower[at])
        else:
            text = words.text[words.starts[at] : words.ends[last]]
            name = key(text.removesuffix("'s").removesuffix("’s"))
        found = known.places.get(name)
        if found and _stands_alone(words, at, last, found):
            return _made(words, at, last, found, known)
        last -= 1
    return None


def _joined(words: Words, at: int) -> bool:
    """Whether word `at` goes on a name that the word before it begins."""
    gap = words.gap(at)
    return gap in _JOINTS or (gap == ". " and words.lower[at - 1] in load_words("places", "shortened"))


def _made(words: Words, at: int, last: int, found: Known, known: Gazetteer) -> tuple[Place, int]:
    """The place, and its last word; "the Belgian capital" is Brussels."""
    end = words.ends[last]
    end -= 2 if words.lower[last].endswith("'s") else 0
    if (
        found.rank == "adjective"
        and words.lower[last + 1 : last + 2] == ("capital",)
        and found.name in known.capitals
    ):
        span = Span(words.starts[at], words.ends[last + 1])
        return Place(span, span.of(words.text), known.capitals[found.name], (found.name,)), last + 1
    span = Span(words.starts[at], end)
    return Place(span, span.of(words.text), found.name, (found.country,) if found.country else ()), last


def _stands_alone(words: Words, at: int, last: int, found: Known) -> bool:
    """Whether a name that persons and firms carry too is a place here: after a preposition, or alone and
    large.
    """
    if found.rank in ("country", "adjective"):
        return True
    before = words.lower[at - 1] if at and words.gap(at) in (" ", "\n", "\u00a0") else ""
    if before in load_words("places", "at") or before in load_words("places", "to"):
        return True
    named_before = (
        at > 0
        and words.gap(at) == " "
        and words.text[words.starts[at - 1]].isupper()
        and before not in stop_words()
    )
    nxt = last + 1
    named_after = (
        nxt < len(words.starts) and words.gap(nxt) == " " and words.text[words.starts[nxt]].isupper()
    )
    return not named_before and not named_after and found.rank in ("capital", "city")


def _shouted(words: Words, at: int) -> bool:
    """Whether word `at` and the one before it stand in capitals, where every noun looks like a name: "IN FORCE"."""
    before = words.text[words.starts[at - 1] : words.ends[at - 1]]
    return before.isupper() and words.text[words.starts[at] : words.ends[at]].isupper()


def _unknown(words: Words, at: int) -> tuple[Place, int] | None:
    """A capitalised name after "in", "at", "near": a place that no table has."""
    before = words.lower[at - 1]
    if words.gap(at) not in (" ", "\u00a0") or _shouted(words, at):
        return None
    article = (
        before == "the"
        and at > 1
        and words.lower[at - 2] in load_words("places", "at")
        and words.gap(at - 1) == " "
    )
    if before not in load_words("places", "at") and not article and not _of_settlement(words, at):
        return None
    last = at
    while last + 1 < len(words.lower) and _joined(words, last + 1) and last - at < 5:
        nxt = last + 1
        if words.text[words.starts[nxt]].isupper():
            last = nxt
        elif (
            words.lower[nxt] in load_words("places", "inside")
            and nxt + 1 < len(words.lower)
            and words.gap(nxt + 1) == " "
            and words.text[words.starts[nxt + 1]].isupper()
            and words.lower[nxt] not in ("on", "an")
        ):
            last = nxt + 1
        else:
            break
    if (
        words.lower[at] in _calendar()
        or words.lower[at] in load_words("places", "no_place")
        or words.lower[at] in stop_words()
        or (at == last and words.lower[at] in load_words("places", "site_sorts"))
    ):
        return None
    if _quarter(words.text[words.starts[at] : words.ends[last]]) in load_words("places", "quarters"):
        return None
    if (
        last + 1 < len(words.lower)
        and words.lower[last + 1] in load_words("places", "buildings")
        and words.gap(last + 1) == " "
    ):
        return None  # "in De Linde school" names a school
    following = words.text[words.ends[last] : words.ends[last] + 1]
    text = words.text[words.starts[at] : words.ends[last]]
    if (text.isupper() and len(text) <= 2) or following in ("@", "_"):
        return None
    if text.endswith(("'s", "’s")):
        text = text[:-2]
    span = Span(words.starts[at], words.starts[at] + len(text))
    return Place(span, text, text), last


def _of_settlement(words: Words, at: int) -> bool:
    """Whether "in the municipality of" stands before a name."""
    if at < 4 or words.lower[at - 1] != "of" or words.lower[at - 3] != "the":
        return False
    return words.lower[at - 2] in load_words("places", "settlements") and words.lower[at - 4] in load_words(
        "places", "at"
    )


def _quarter(text: str) -> str:
    return re.sub(r"[\s‐‑-]+", "", text.lower())


def is_quarter(place: Place) -> bool:
    """Whether a place is a quarter of the compass."""
    return place.name in load_words("places", "quarters")


def beside(one: Place, other: Place) -> bool:
    """Whether one quarter of the compass may be the other told less exactly: the north, and the north-east."""
    return (
        one.name.startswith(other.name)
        or other.name.startswith(one.name)
        or one.name.endswith(other.name)
        or other.name.endswith(one.name)
    )


@shared
def _leading() -> frozenset[str]:
    """The words that may stand before a place that no table has."""
    return load_words("places", "at") | {"the", "of"}


@cache
def _calendar() -> frozenset[str]:
    """Months and weekdays: "in March" is no place."""
    return frozenset(r["word"] for r in load_rows("calendar") if r["kind"] in ("month", "weekday"))
