"""Shares and factors in words: "a third of", "two in three", "half the seats", "doubled", "twice as many"."""

from __future__ import annotations

from reconcile.facts.quantities import counted
from reconcile.facts.quantities.rates import basis_after
from reconcile.facts.quantities.shades import shade_of
from reconcile.facts.quantities.vocabulary import Vocabulary, vocabulary
from reconcile.model import Quantity, Span
from reconcile.words import Words, stem, stop_words

#: A fraction in words is good to about this part of itself.
_LOOSE = 0.12


def share_at(words: Words, at: int) -> tuple[Quantity, int] | None:
    """The share or factor that begins with word `at`, and the number of its last word; None where there is
    none.
    """
    lists = vocabulary()
    word = words.lower[at]
    spelled = not word.isdecimal()
    if spelled and word in ("half", "halves"):
        return _half(words, at, lists)
    if spelled and word in lists.parts:
        return _parts(words, at, lists)
    if spelled and word in lists.factors:
        return _factor(words, at, lists)
    ahead = words.lower[at + 1 : at + 3]
    if ("in" in ahead or "out" in ahead) and (share := _so_many_in(words, at, lists)):
        return share
    return _parts_counted(words, at, lists) if spelled and word in lists.cardinals else None


def _share(
    words: Words, first: int, last: int, percent: float, noun: str = "", loose: float = _LOOSE
) -> tuple[Quantity, int]:
    start, end = words.starts[first], words.ends[last]
    shade = shade_of(words, first, start, last, end)
    bound = "over" if shade == "over" else "under" if shade == "under" else "exact"
    quantity = Quantity(
        Span(start, end),
        words.text[start:end],
        percent,
        percent,
        unit="percent",
        noun=noun,
        approximate=shade == "about",
        bound=bound,  # type: ignore[arg-type]  # one of the three by the line above
        step=percent * loose,
        basis=basis_after(words, last, end),
    )
    return quantity, last


def _half(words: Words, at: int, lists: Vocabulary) -> tuple[Quantity, int] | None:
    """ "half the seats", "by half", "almost half of them"; "half a million" as a number; no "first half"."""
    lower = words.lower
    before, after = lower[at - 1] if at else "", lower[at + 1] if at + 1 < len(lower) else ""
    third = lower[at + 2] if at + 2 < len(lower) else ""
    if after in ("a", "an") and (third in lists.magnitudes or third == "dozen"):
        return _half_a(words, at, lists.magnitudes.get(third, 12.0))
    if before in lists.words["no_half_after"] or after in (
        "past",
        "an",
        "a",
        "time",
        "year",
        "hour",
        "term",
        "mast",
        "open",
        "empty",
        "full",
        "way",
    ):
        return None
    if words.gap(at + 1).strip(" ") == "-":
        return None
    if after in lists.words["half_before"]:
        if after == "as":
            return None
        return _share(words, at, at, 50.0, counted.head_of_phrase(words, at + 1))
    noun_follows = after and words.gap(at + 1) == " " and words.text[words.starts[at + 1]].islower()
    if (
        before == "by"
        or not noun_follows
        or before in ("about", "almost", "nearly", "than", "over", "only", "just")
    ):
        return _share(words, at, at, 50.0)
    return None


def _half_a(words: Words, at: int, size: float) -> tuple[Quantity, int]:
    last = at + 2
    start, end = words.starts[at], words.ends[last]
    shade = shade_of(words, at, start, last, end)
    value = size / 2
    noun, noun_last = counted.noun_of(words, at, start, last, end, "", value)
    money = words.lower[noun_last] if noun_last > last else ""
    lists = vocabulary()
    unit = ""
    if money in lists.money_words:
        family = lists.money_words[money]
        unit, noun, end, last = lists.defaults[family] or family, "", words.ends[noun_last], noun_last
    found = Quantity(
        Span(start, end),
        words.text[start:end],
        value,
        value,
        unit=unit,
        noun=noun,
        step=value * 0.1,
        approximate=shade == "about",
        basis=basis_after(words, last, end),
    )
    return found, last


def _parts(words: Words, at: int, lists: Vocabulary) -> tuple[Quantity, int] | None:
    """ "a third of", "two fifths"; the numerator stands before."""
    if at == 0 or words.gap(at).strip(" \u00a0-‐‑"):
        return None
    before = words.lower[at - 1]
    top = 1.0 if before in ("a", "an", "one") else lists.cardinals.get(before, 0.0)
    return _fraction(words, at - 1, at, top, lists) if top else None


def _parts_counted(words: Words, at: int, lists: Vocabulary) -> tuple[Quantity, int] | None:
    """The same, met at its numerator: "three quarters"."""
    nxt = at + 1
    if nxt >= len(words.lower) or words.gap(nxt).strip(" -‐‑"):
        return None
    if words.lower[nxt] not in lists.parts or words.lower[nxt] == "half":
        return None
    if words.lower[at] != "one" and not words.lower[nxt].endswith("s"):
        return None
    return _fraction(words, at, nxt, lists.cardinals[words.lower[at]], lists)


def _fraction(
    words: Words, first: int, last: int, top: float, lists: Vocabulary
) -> tuple[Quantity, int] | None:
    after = words.lower[last + 1] if last + 1 < len(words.lower) else ""
    if after == "of" and not {"point", "points"}.isdisjoint(words.lower[last + 2 : last + 5]):
        return None  # "a tenth of a point" is no share of anything counted
    gap = words.gap(last + 1)
    plural = words.lower[last].endswith("s")
    if gap == " " and after and not plural and after not in lists.words["after_share"]:
        return None
    if gap.strip(" ")[:1] in ("-", "'", "’") and gap[:1] != " ":
        return None
    if (
        words.lower[first] in ("a", "an")
        and gap == " "
        and after in ("and", "or", "time", "is", "was", "has")
        and lists.parts[words.lower[last]] > 10
    ):
        return None
    share = 100.0 * top / lists.parts[words.lower[last]]
    if not 0 < share <= 100:
        return None
    noun = counted.head_of_phrase(words, last + 2) if after == "of" else ""
    return _share(words, first, last, share, noun)


def _so_many_in(words: Words, at: int, lists: Vocabulary) -> tuple[Quantity, int] | None:
    """ "two in three", "nine out of ten", "one bed in three"."""
    lower = words.lower
    top = _small(lower[at], lists)
    if top is None:
        return None
    i = at + 1
    noun = ""
    if i < len(lower) and lower[i] not in ("in", "out") and words.gap(i) == " ":
        noun, i = lower[i], i + 1
    if lower[i : i + 2] == ("out", "of"):
        i += 2
    elif i < len(lower) and lower[i] == "in" and not (noun and top > 1):
        i += 1
    else:
        return None
    bottom = _small(lower[i], lists) if i < len(lower) else None
    if bottom is None or not 1 <= top < bottom or (words.lower[at].isdecimal() and bottom > 100):
        return None
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if (
        following in lists.words["time_unit"]
        or following in lists.magnitudes
        or (words.gap(i + 1)[:1] in (".", ",", ":") and lower[i + 1 : i + 2] and lower[i + 1].isdecimal())
    ):
        return None
    if not noun:
        noun = following if following and words.gap(i + 1) == " " else ""
    head = stem(noun) if noun and noun not in stop_words() else ""
    return _share(words, at, i, 100.0 * top / bottom, head, loose=0.06)


def _small(word: str, lists: Vocabulary) -> float | None:
    if word.isdecimal():
        return float(word) if len(word) <= 4 else None
    value = lists.cardinals.get(word)
    return value if value is not None and value <= 100 and word != "dozen" else None


def _factor(words: Words, at: int, lists: Vocabulary) -> tuple[Quantity, int] | None:
    """ "doubled", "twice as many", "twice a week"."""
    word = words.lower[at]
    after = words.lower[at + 1] if at + 1 < len(words.lower) else ""
    if word in ("double", "triple", "treble", "quadruple") and after not in (
        "the",
        "its",
        "their",
        "to",
        "in",
        "within",
        "as",
        "by",
    ):
        return None
    start, end = words.starts[at], words.ends[at]
    shade = shade_of(words, at, start, at, end)
    factor = lists.factors[word]
    found = Quantity(
        Span(start, end),
        words.text[start:end],
        factor,
        factor,
        unit="times",
        step=factor * _LOOSE,
        approximate=shade == "about",
        basis=basis_after(words, at, end) if word in ("twice", "thrice") else "",
    )
    return found, at
