"""What stands next to a figure: magnitude, currency or unit."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reconcile.facts.quantities.figures import Figure
from reconcile.facts.quantities.vocabulary import Unit, Vocabulary, vocabulary
from reconcile.patterns import lazy_re
from reconcile.words import Words, stop_words

_SPACE = " \u00a0\u2009\u202f"
#: What may stand between a currency's code and its figure.
_SIGNED = _SPACE + "-−–+."
#: Names of currencies that stand before a figure: "Rs 500".
_SHORT_NAMES = frozenset(("rs", "kr", "sfr", "rmb"))
_JOINT = lazy_re(r"[ \u00a0\u2009\u202f]?[-‐‑]?[ \u00a0\u2009\u202f]?")
_SIGN_BEFORE = lazy_re(r"((?:[A-Z]{1,2})?[€$£¥₹₽₺₩₪₴₦₱₫฿₸₾₼])[ \u00a0\u202f]?[-+−–]?$")
_SIGN_AFTER = lazy_re(r"[ \u00a0\u202f]?([€$£¥₹₽₺₩₪₴₦₱₫฿₸₾₼])")
#: Every sign of a currency or unit, beside a figure or one space from it.
_SIGNS = frozenset("€$£¥₹₽₺₩₪₴₦₱₫฿₸₾₼%‰°º℃℉")
_PLAIN_SIGN = {"%": "percent", "°": "degree", "º": "degree", "℃": "degC", "℉": "degF", "‰": "percent"}
_UNIT_SIGN = lazy_re(r"[ \u00a0\u2009\u202f]?(%|‰|°|º|℃|℉)")
_AFTER_PERCENT = lazy_re(r"[ \u00a0-]?(?:points?|pts|age points?)\b", re.I)
#: Money in millions or billions earlier in the line: "GBP -1.1m (2022: -4.3m)".
_EARLIER_MONEY = lazy_re(
    r"([A-Z]{3}|[€$£])[ \u00a0]?[-−]?\d[\d.,]*[ \u00a0]?(?:m|bn|mn|million|billion)\b[^\n]{0,40}$"
)


class Measured(NamedTuple):
    """A figure with its unit: `start` to `end` take in sign, magnitude and unit; `last` is its last word."""

    figure: Figure
    start: int
    end: int
    last: int
    value: float
    step: float
    unit: str = ""


def measured(words: Words, figure: Figure) -> Measured:
    """`figure` with the magnitude, the currency or the unit that stands next to it."""
    lists = vocabulary()
    before = _currency_before(words, figure, lists)
    unit, start = before or ("", figure.start)
    out = Measured(figure, start, figure.end, figure.last, figure.value, figure.step, unit)
    nxt = figure.last + 1
    following = words.lower[nxt] if nxt < len(words.lower) else ""
    if following not in _measuring() and _SIGNS.isdisjoint(words.text[figure.end : figure.end + 2]):
        return out  # most figures: what follows is what they count
    out = _with_magnitude(words, out, lists)
    if not out.unit:
        out = _with_sign_after(words, out)
    if not out.unit and (times := _times(words, out)):
        return times
    if not out.unit:
        out = _with_money_word(words, out, lists) or _with_unit_word(words, out, lists) or out
    return out


@cache
def _measuring() -> frozenset[str]:
    """Every word that may stand right after a figure as its magnitude, currency or unit, or begin one."""
    lists = vocabulary()
    return frozenset().union(
        lists.magnitudes, lists.joined, lists.codes, lists.money_words, lists.adjective_words,
        lists.units, lists.long_units, ("times", "x", "m"),
    )  # fmt: skip


def _times(words: Words, out: Measured) -> Measured | None:
    """ "eight times", "2x"."""
    nxt = out.last + 1
    if words.lower[nxt : nxt + 1] not in (("times",), ("x",)) or words.gap(nxt).strip(" \u00a0-"):
        return None
    if words.lower[nxt] == "x" and words.gap(nxt):
        return None
    return out._replace(unit="times", end=words.ends[nxt], last=nxt)


def _currency_before(words: Words, figure: Figure, lists: Vocabulary) -> tuple[str, int] | None:
    """The currency whose sign or code stands before the figure, and where it begins."""
    window = words.text[max(0, figure.start - 8) : figure.start]
    if not _SIGNS.isdisjoint(window[-3:]) and (match := _SIGN_BEFORE.search(window)):
        sign = match[1] if match[1] in lists.signs else match[1][-1]
        return lists.signs.get(sign, ""), figure.start - len(window) + match.start(1) + len(match[1]) - len(
            sign
        )
    first = words.at(figure.start)
    word = words.lower[first - 1] if first else ""
    if (word in lists.codes or word in _SHORT_NAMES) and not words.gap(first).strip(_SIGNED):
        start, code = words.starts[first - 1], words.text[words.starts[first - 1] : words.ends[first - 1]]
        if code.isupper() and word in lists.codes:
            return code, start
        if word in _SHORT_NAMES and (family := lists.money_words.get(word)):
            return lists.defaults[family] or word, start
    return None


def _with_magnitude(words: Words, out: Measured, lists: Vocabulary) -> Measured:
    """The figure times "million", "bn", and a joined "m" or "k" where it must be a magnitude."""
    nxt = out.last + 1
    word = words.lower[nxt] if nxt < len(words.lower) else ""
    if word not in lists.magnitudes and word not in lists.joined and word != "m":
        return out
    if not _JOINT.fullmatch(words.text, out.end, words.starts[nxt]):
        return out
    close = words.starts[nxt] - out.end
    size = lists.magnitudes.get(word)
    if size is None and word in lists.joined and not out.figure.spelled and close <= bool(out.unit):
        letter = words.text[words.starts[nxt] : words.ends[nxt]]
        counted = (
            nxt + 1 < len(words.lower) and words.gap(nxt + 1) == " " and words.lower[nxt + 1].endswith("s")
        )
        if (
            word == "k"
            or (word in "mb" and (out.unit or (letter == "M") or counted))
            or (word == "t" and out.unit)
        ):
            size = lists.joined[word]
    if (
        size is None
        and word == "m"
        and not close
        and (earlier := _EARLIER_MONEY.search(words.text, max(0, out.start - 80), out.start))
    ):
        code = earlier[1]
        size, out = 1e6, out._replace(unit=lists.signs.get(code[-1], code))
    if size is None:
        return out
    whole = out.figure.value * size
    step = (
        out.figure.step * size
        if out.figure.step < 1 or out.figure.value < 20
        else max(size, out.figure.step * size)
    )
    nxt_two = nxt + 1
    if (
        size < 1e5
        and nxt_two < len(words.lower)
        and words.lower[nxt_two] in ("million", "billion", "trillion")
    ):
        bigger = lists.magnitudes[words.lower[nxt_two]]
        whole, step, nxt = whole * bigger, step * bigger, nxt_two
    return out._replace(value=whole, step=step, end=words.ends[nxt], last=nxt)


def _with_sign_after(words: Words, out: Measured) -> Measured:
    """A figure followed by a sign: %, °, €."""
    if _SIGNS.isdisjoint(words.text[out.end : out.end + 2]):
        return out
    lists = vocabulary()
    match = _UNIT_SIGN.match(words.text, out.end)
    if match:
        unit, end = _PLAIN_SIGN[match[1]], match.end()
        last = out.last
        if unit == "percent" and (points := _AFTER_PERCENT.match(words.text, end)):
            unit, end = "points", points.end()
        elif unit == "degree" and words.text[end : end + 1].lower() in ("c", "f"):
            unit, end = {"c": "degC", "f": "degF"}[words.text[end].lower()], end + 1
        while last + 1 < len(words.starts) and words.starts[last + 1] < end:
            last += 1
        return out._replace(unit=unit, end=end, last=last)
    match = _SIGN_AFTER.match(words.text, out.end)
    if match:
        return out._replace(unit=lists.signs[match[1]], end=match.end())
    return out


def _joined(words: Words, out: Measured, nxt: int) -> bool:
    """Whether word `nxt` stands right after: a space or hyphen between, or the full stop of "Mrd."."""
    if nxt >= len(words.lower):
        return False
    shortened = out.last > out.figure.last and words.text.startswith(".", out.end)
    return _JOINT.fullmatch(words.text, out.end + shortened, words.starts[nxt]) is not None


def _with_money_word(words: Words, out: Measured, lists: Vocabulary) -> Measured | None:
    """A figure followed by a currency's code or name: "EUR", "euros", "Danish crowns"."""
    nxt = out.last + 1
    word = words.lower[nxt] if nxt < len(words.lower) else ""
    named = word in lists.codes or word in lists.money_words or word in lists.adjective_words
    if not named or not _joined(words, out, nxt):
        return None
    code = words.text[words.starts[nxt] : words.ends[nxt]]
    if code.isupper() and word in lists.codes:
        return out._replace(unit=code, end=words.ends[nxt], last=nxt)
    if word in lists.money_words:
        family = lists.money_words[word]
        unit = "lb" if family == "pound" and _weighed(words, nxt) else lists.defaults[family] or family
        return out._replace(unit=unit, end=words.ends[nxt], last=nxt)
    if word in lists.adjective_words:
        for length in (1, 2, 3):
            at = nxt + length
            if at < len(words.lower) and words.lower[at] in lists.money_words:
                family = lists.money_words[words.lower[at]]
                adjective = " ".join(words.lower[nxt:at])
                unit = lists.adjectives.get((adjective, family)) or lists.defaults[family] or family
                return out._replace(unit=unit, end=words.ends[at], last=at)
    return None


def _weighed(words: Words, at: int) -> bool:
    """Whether the pounds at word `at` are a weight: "40 pounds of cocaine", "weighs 40 pounds", "a 40-pound
    fish".
    """
    after = words.lower[at + 1 : at + 3]
    if len(after) == 2 and after[0] == "of" and words.gap(at + 1) == " ":
        return after[1] not in vocabulary().words["bought"] and after[1] not in stop_words()
    return any(w.startswith("weigh") for w in words.lower[max(0, at - 6) : at])


def _with_unit_word(words: Words, out: Measured, lists: Vocabulary) -> Measured | None:
    """A figure followed by a unit of measure."""
    nxt = out.last + 1
    word = words.lower[nxt] if nxt < len(words.lower) else ""
    if not (word in lists.units or word in lists.long_units) or not _joined(words, out, nxt):
        return None
    start = words.starts[nxt]
    ahead = words.text[start : start + 28].lower().replace("-", " ")
    for form, unit in lists.long_units.get(word, ()):
        if ahead.startswith(form.replace("-", " ")) and not ahead[len(form) : len(form) + 1].isalpha():
            return _ended(words, out, unit, start + len(form))
    found = lists.units.get(word)
    if found is None or (len(word) == 1 and (out.figure.spelled or not _lone_letter(words, nxt))):
        return None
    end = words.ends[nxt]
    for tail in ("²", "³", "2", "3", "/h", "/s", "/hr"):
        form = word + tail
        if (
            form in lists.units
            and words.text.startswith(tail, end)
            and not words.text[end + len(tail) : end + len(tail) + 1].isalnum()
        ):
            return _ended(words, out, lists.units[form], end + len(tail))
    return _ended(words, out, found, end)


def _lone_letter(words: Words, at: int) -> bool:
    """Whether a one-letter unit is what it seems: small, and not an initial or the start of a name."""
    letter = words.text[words.starts[at] : words.ends[at]]
    after = words.text[words.ends[at] : words.ends[at] + 1]
    return (letter.islower() or letter in "WVK") and after not in ("'", "’", "&")


def _ended(words: Words, out: Measured, unit: Unit, end: int) -> Measured:
    last = out.last
    while last + 1 < len(words.starts) and words.starts[last + 1] < end:
        last += 1
    return out._replace(unit=unit.name, end=end, last=last)
