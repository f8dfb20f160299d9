"""Reading the quantities of a text: figure, unit, what is counted, how exact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve

from reconcile.facts.quantities import counted, shares
from reconcile.facts.quantities.figures import Figure, digits_at, spelled_at
from reconcile.facts.quantities.outside import outside
from reconcile.facts.quantities.rates import basis_after, basis_before
from reconcile.facts.quantities.shades import shade_of
from reconcile.facts.quantities.units import Measured, measured
from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.model import Quantity, Span
from reconcile.patterns import lazy_re
from reconcile.words import Words, shared, words_of

#: A legend for bare signed figures: "(+2) ... changes in % points".
_LEGEND = lazy_re(r"\bin (?:%|percentage|percent|per cent)[ -]?(?:points?|pts)\b", re.I)
#: The words between the two ends of a range.
_UP_TO = frozenset(("and", "to", "or", "bis"))
_SIGNED = ("+", "-", "−", "–", "±")


@shared
def _beginnings() -> frozenset[str]:
    """The words that a figure in words may begin with."""
    lists = vocabulary()
    return frozenset(lists.cardinals) | set(lists.magnitudes) | set(lists.parts) | set(lists.factors)


def read_quantities(text: str) -> Iterator[Quantity]:
    """Every quantity of `text`, in order."""
    words = words_of(text)
    done, before = -1, None
    for i in sorted((*words.figures, *words.among(_beginnings()))):
        if i <= done:
            continue
        quantity, done = _at(words, i)
        if quantity is None:
            continue
        if before is not None and before.unit == "age":
            quantity = _age_too(text, before, quantity)
        signed = not quantity.unit and text[quantity.span.start - 1 : quantity.span.start] in _SIGNED
        if signed and _in_points(text):
            quantity = evolve(quantity, unit="points")
        yield quantity
        before = quantity


@lru_cache(maxsize=16)
def _in_points(text: str) -> bool:
    """Whether a legend in `text` says that its bare signed figures are points."""
    return _LEGEND.search(text) is not None


def _age_too(text: str, before: Quantity, quantity: Quantity) -> Quantity:
    """ "aged 34 and 36": the second is an age as well."""
    joint = text[before.span.end : quantity.span.start].strip()
    bare = not quantity.unit and not quantity.noun
    return evolve(quantity, unit="age") if bare and joint in (",", "and", "&") else quantity


def _at(words: Words, at: int) -> tuple[Quantity | None, int]:
    """The quantity that begins with word `at`, if any, and the number of the last word that it takes."""
    word = words.lower[at]
    share = shares.share_at(words, at)
    if share:
        return share
    lists = vocabulary()
    if word in lists.parts or word in lists.factors:
        return None, at
    figure = digits_at(words, at) if word[0].isdecimal() else spelled_at(words, at)
    if figure is None:
        return None, at
    reason = outside(words, at, figure)
    if reason:
        return reason.instead(words), max(at, reason.last)
    return _quantity(words, at, measured(words, _and_a_half(words, figure)))


def _and_a_half(words: Words, figure: Figure) -> Figure:
    """ "two and a half million": the half belongs to the figure."""
    if words.lower[figure.last + 1 : figure.last + 4] != ("and", "a", "half"):
        return figure
    last = figure.last + 3
    return figure._replace(end=words.ends[last], last=last, value=figure.value + 0.5, step=0.5)


def _quantity(words: Words, at: int, found: Measured) -> tuple[Quantity | None, int]:
    """`found` as a quantity, with its upper end where it is a range, and what it counts."""
    upper = _range_end(words, at, found)
    low, high, last, end, unit, step = found.value, found.value, found.last, found.end, found.unit, found.step
    if upper:
        low, high, last, end, unit = (
            _scaled(found, upper),
            upper.value,
            upper.last,
            upper.end,
            upper.unit or unit,
        )
        step = min(step, upper.step)
    first = words.at(found.start)
    ordinal = not unit and counted.is_ordinal(words, last)
    age = "" if unit or upper else counted.age(words, at, found)
    if not unit and not age and counted.is_duration(words, last):
        return None, last
    noun, noun_last = (
        ("", last)
        if age
        else counted.noun_of(
            words, at, found.start, last + ordinal, words.ends[last + 1] if ordinal else end, unit, low
        )
    )
    if not unit and not age and counted.is_name_or_pronoun(words, first, last, noun):
        return None, last
    shade = shade_of(words, first, found.start, last, end)
    quantity = Quantity(
        span=Span(found.start, words.ends[last + 1] if ordinal else end),
        text=words.text[found.start : words.ends[last + 1] if ordinal else end],
        low=low,
        high=high,
        unit=unit or age,
        noun=noun,
        approximate=shade == "about",
        bound="over" if shade == "over" else "under" if shade == "under" else "exact",
        step=step,
        basis=basis_after(words, noun_last, end if noun_last == last else words.ends[noun_last])
        or basis_before(words, first, end),
        ordinal=ordinal,
    )
    return quantity, last


def _range_end(words: Words, at: int, found: Measured) -> Measured | None:
    """The upper end of a range that begins with `found`: "10-12 people", "between 8 and 20 euros"."""
    nxt = found.last + 1
    if nxt >= len(words.lower):
        return None
    gap, word = words.text[found.end : words.starts[nxt]], words.lower[nxt]
    if gap == " " and word in _UP_TO and nxt + 1 < len(words.lower):
        before = words.lower[at - 1] if at else ""
        joined = before == "between" if word == "and" else not found.unit and before != "from"
        nxt += 1
    else:
        joined = gap != " " and word.isdecimal() and gap.strip(" \u00a0") in ("-", "–", "—", "‑")
    if not joined:
        return None
    figure = digits_at(words, nxt) if words.lower[nxt].isdecimal() else spelled_at(words, nxt)
    if figure is None:
        return None
    upper = measured(words, figure)
    if found.unit and upper.unit and upper.unit != found.unit:
        return None
    if not (_scaled(found, upper) < upper.value):
        return None
    if not upper.unit and not counted.noun_of(words, nxt, upper.start, upper.last, upper.end, "", 2)[0]:
        return None
    return upper


def _scaled(found: Measured, upper: Measured) -> float:
    """The lower end in the magnitude of the upper: "2 to 3 million" begins at two million."""
    scale = upper.value / upper.figure.value if upper.figure.value else 1.0
    return (
        found.value * scale
        if found.value == found.figure.value and found.value < upper.figure.value
        else found.value
    )
