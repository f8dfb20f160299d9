"""A figure in the manner of another: what the prose should say, with the evidence's value in the prose's own
style.
"""

from __future__ import annotations

import re
from functools import cache
from math import floor, log10

from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.model import Quantity
from reconcile.patterns import lazy_re

_NUMBER = lazy_re(r"\d[\d.,'’\u00a0\u202f ]*\d|\d")
_MAGNITUDES = (
    (1e12, "trillion", "tn"),
    (1e9, "billion", "bn"),
    (1e6, "million", "m"),
    (1e3, "thousand", "k"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SHARES = (
    (50.0, "half"),
    (100 / 3, "a third"),
    (200 / 3, "two thirds"),
    (25.0, "a quarter"),
    (75.0, "three quarters"),
    (20.0, "a fifth"),
    (40.0, "two fifths"),
    (60.0, "three fifths"),
    (80.0, "four fifths"),
    (10.0, "a tenth"),
    (90.0, "nine tenths"),
    (100 / 6, "a sixth"),
    (12.5, "an eighth"),
)


def reworded(claimed: Quantity, given: Quantity, *, unit: bool = False) -> str:
    """The claim's words with the evidence's figure, or with its unit where `unit` is true and the figure is
    right.
    """
    if unit:
        return _other_unit(claimed, given)
    if claimed.unit == "score":
        return given.text
    if claimed.unit == "percent" and not _NUMBER.search(claimed.text) and given.unit == "percent":
        share = _share_words(given) or f"{given.low:g} percent"
        return _cased(claimed.text, share)
    value, step = _in_unit_of(claimed, given)
    number = _NUMBER.search(claimed.text)
    if number is None:
        return _cased(claimed.text, _spelled_text(claimed, value, step))
    head, tail = claimed.text[: number.start()], claimed.text[number.end() :]
    scale, tail = _scaled_tail(claimed, value, tail)
    return head + _digits(number.group(), value / scale, step / scale) + tail


#: The words that make a figure a rate, or tell that it is a total.
_RATE_WORDS = lazy_re(
    r"[ ](?:an?|per|each|every) (?P<unit>[^\W\d_]+)|/(?P<short>[^\W\d_]+)"
    r"|[ ](?P<adverb>annually|yearly|monthly|weekly|daily|hourly)"
    r"|[ ](?:in total|in all|altogether|(?:over|across) [\w -]{0,20}?(?:years?|months?|weeks?|days?))"
)


def rated(text: str, end: int) -> tuple[int, str]:
    """Where the rate after a figure that ends at `end` ends itself, and its words; `end` and "" for none."""
    match = _RATE_WORDS.search(text, end, min(len(text), end + 60))
    return (match.end(), match.group()) if match else (end, "")


def rate_words(basis: str) -> str:
    """The words of a rate where the text has none that could be taken over: "in total", "a year"."""
    if basis == "total":
        return " in total"
    return f" {'an' if basis == 'hour' else 'a'} {basis}" if basis in _SPOKEN else ""


_SPOKEN = ("year", "month", "week", "day", "night", "hour", "minute", "second", "head", "household")


def another_rate(claimed: str, ours: str, theirs: str) -> str:
    """The claim's figure with the evidence's rate in the place of its own.

    >>> another_rate("11 million containers a month", " a month", " per year")
    '11 million containers a year'
    """
    head = claimed.removesuffix(ours)
    mine, other = _RATE_WORDS.fullmatch(ours), _RATE_WORDS.fullmatch(theirs)
    if mine and other and mine["unit"] and other["unit"]:
        article = ours.split()[0]
        if article in ("a", "an"):
            article = "an" if other["unit"].startswith(("hour", "a", "e", "i", "o")) else "a"
        return f"{head} {article} {other['unit']}"
    return head + theirs


def _in_unit_of(claimed: Quantity, given: Quantity) -> tuple[float, float]:
    """The evidence's value and coarseness in the claim's unit."""
    units = vocabulary().by_name
    own, other = units.get(given.unit), units.get(claimed.unit)
    scale = (
        own.size / other.size if own and other and other.size and own.dimension == other.dimension else 1.0
    )
    return given.low * scale, given.step * scale


def _share_words(given: Quantity) -> str:
    for percent, name in _SHARES:
        if abs(given.low - percent) <= max(0.5, given.step / 4 if given.step < 1 else 0.5):
            return name
    return ""


def _spelled_text(claimed: Quantity, value: float, step: float) -> str:
    """The claim's words with its number word put right: "twelve ships" keeps its manner, 1,350 goes to
    digits.
    """
    words = _number_words()
    parts = re.split(r"([ \u00a0]+)", claimed.text)
    kept = [i for i, p in enumerate(parts) if any(w in words for w in re.split(r"[-‐‑]", p.lower()))]
    if claimed.text.lower() in ("a dozen", "half a million"):
        kept = [0, len(parts) - 1]
    if not kept:
        return number_words(value)
    tail = "".join(parts[kept[-1] + 1 :])
    hyphen = re.search(
        r"[-‐‑](?!\w*(?:one|two|three|four|five|six|seven|eight|nine)\b)[a-z]+$", parts[kept[-1]].lower()
    )
    scale, tail = _scaled_tail(claimed, value, tail)
    return number_words(value / scale, step / scale) + (hyphen.group() if hyphen else "") + tail


@cache
def _number_words() -> frozenset[str]:
    return frozenset(vocabulary().cardinals) | {"hundred", "thousand"}


def _scaled_tail(claimed: Quantity, value: float, tail: str) -> tuple[float, str]:
    """The magnitude by which the number is divided, and what follows the number with that
    magnitude in words.
    """
    match = re.match(r"([ \u00a0-]?)([^\W\d_]+)", tail)
    size = vocabulary().magnitudes.get(match[2].lower()) if match else None
    if match and size is None and match[2].lower() in ("m", "k", "b") and claimed.high >= 1000:
        size = vocabulary().joined[match[2].lower()]
    if not match or not size:
        return 1.0, tail
    long = len(match[2]) > 3
    for scale, word, short in _MAGNITUDES:
        if value >= scale or scale == 1e3:
            if scale == size:
                return scale, tail
            return (
                (scale, match[1] + (word if long else short) + tail[match.end() :])
                if value >= 1e6
                else (1.0, tail[match.end() :])
            )
    return 1.0, tail


def _digits(sample: str, value: float, step: float) -> str:
    """`value` in digits, with the separators of `sample`."""
    places = (
        0
        if step >= 1 or (value == int(value) and "." not in sample and "," not in sample)
        else max(0, -floor(log10(step) + 1e-9))
    )
    if value != round(value, places):
        places = min(places + 2, 3)
    text = f"{value:,.{places}f}"
    if places and float(value) == int(value) and step >= 1:
        text = text.split(".")[0]
    continental = bool(re.search(r"\d\.\d{3}(?!\d)", sample) or re.search(r",\d{1,2}$", sample))
    if continental:
        return text.translate(str.maketrans(",.", ".,"))
    if value < 10000 and re.fullmatch(r"\d{4}", sample):
        text = text.replace(",", "")
    space = re.search(r"\d([ \u00a0\u202f'’])\d{3}", sample)
    return text.replace(",", space[1]) if space else text


def number_words(value: float, step: float = 1.0) -> str:
    """A whole number up to ninety-nine in words, any other in digits.

    >>> number_words(31), number_words(1350), number_words(2.5)
    ('thirty-one', '1,350', '2.5')
    """
    if value != int(value):
        return f"{value:,.{max(1, -floor(log10(step) + 1e-9)) if step < 1 else 1}f}"
    whole = int(value)
    if whole >= 100 or whole < 0:
        return f"{whole:,}"
    if whole < 20:
        return next(w for w, v in vocabulary().cardinals.items() if v == whole and w != "nil")
    return _TENS[whole // 10] + (f"-{number_words(whole % 10)}" if whole % 10 else "")


def _cased(sample: str, text: str) -> str:
    return text[:1].upper() + text[1:] if sample[:1].isupper() else text


def _other_unit(claimed: Quantity, given: Quantity) -> str:
    """The claim's figure with the evidence's unit, as a word, a code or a sign as the claim has it."""
    lists = vocabulary()
    text = claimed.text
    own, other = lists.by_name.get(claimed.unit), lists.by_name.get(given.unit)
    money = lists.codes.get(given.unit.lower())
    many = other.many if other else money.many if money else given.unit
    one = other.one if other else many
    if own and other:
        symbol = re.search(r"(?<![^\W\d_])[^\W\d_]{1,3}$|[%°].?$", text)
        if symbol and symbol.group().lower() not in (own.one, own.many):
            return text[: symbol.start()] + given.unit.replace("deg", "°")
        word = re.search(r"[^\W\d_][^\d]*$", text[_figure_end(text) :])
        if word is None:
            return f"{text} {many}"
        start = _figure_end(text) + word.start()
        singular = claimed.high == 1 or "-" in text[_figure_end(text) : start + 1]
        return text[:start] + (one if singular else many)
    sign = next((s for s, code in lists.signs.items() if code == given.unit), "")
    if re.match(r"[A-Z]{3}\b", text):
        return given.unit + text[3:]
    if re.search(r"\b[A-Z]{3}$", text):
        return text[:-3] + given.unit
    old = re.match(r"[^\d\s]+(?=\d)", text)
    if old:
        return (sign or f"{given.unit} ") + text[old.end() :]
    if re.search(r"[€$£¥]$", text):
        return text[:-1] + (sign or given.unit)
    return f"{text[: _figure_end(text)].rstrip()} {many}"


def _figure_end(text: str) -> int:
    """Where number and magnitude end in the words of a quantity."""
    lists = vocabulary()
    end = 0
    for match in re.finditer(r"[\d.,]+|[^\W\d_]+", text):
        word = match.group().lower()
        if (
            word[0].isdecimal()
            or word in lists.cardinals
            or word in lists.magnitudes
            or word in ("a", "half", "and", "m", "k")
        ):
            end = match.end()
    return end
