"""What a figure is a rate of, or that it is a sum over time: "a year", "per head", "in total"."""

from __future__ import annotations

import re
from functools import cache

from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.patterns import lazy_re
from reconcile.words import Words

#: What a sum is reckoned over: "over the life of the contract", "through 2027", "by the end of 2026".
_OVER_TIME = lazy_re(
    r"\b(?:over|across|during) (?:the |its |a |an )?(?:[\w-]+ ){0,3}?"
    r"(?:life|lifetime|term|duration|period|years?|months?)\b"
    r"|\b(?:through|until|to|by)(?: the end of)? (?:20|19)\d\d\b",
    re.I,
)
#: No rate reaches over one of these.
_STOPS = lazy_re(r"[,;:.!?()\n\"“”]")
_SLASH = lazy_re(r"[ \u00a0]?/[ \u00a0]?(?=\w)")


def basis_after(words: Words, last: int, end: int) -> str:
    """What a figure that ends with word `last` is a rate of: "a year", "per head", "/month", "annually"."""
    lists = vocabulary()
    lower = words.lower
    if _SLASH.match(words.text, end) and last + 1 < len(lower):
        return lists.bases.get(lower[last + 1], "")
    if _words_behind().isdisjoint(lower[last + 1 : last + 5]):
        return ""
    for i in range(last + 1, min(last + 5, len(lower))):
        gap = words.gap(i)
        if gap != " " and _STOPS.search(gap):
            break
        word, following = lower[i], lower[i + 1] if i + 1 < len(lower) else ""
        if (
            word in lists.words["rate"]
            and following in lists.bases
            and words.lower[i - 1] not in lists.words["no_rate"]
        ):
            return lists.bases[following]
        if word in lists.basis_words:
            return lists.basis_words[word]
        if (word, following) in (("in", "total"), ("in", "all"), ("all", "told")) or word == "altogether":
            return "total"
        if word in ("over", "across") and _span_of_time(words, i + 1):
            return "total"
    return ""


def basis_before(words: Words, first: int, end: int) -> str:
    """What the words before a figure make it: "cumulative savings of", "total cost over ten years:", "annual
    costs of".
    """
    lists = vocabulary()
    if _words_before().isdisjoint(words.lower[max(0, first - 10) : first]):
        return ""
    of = first and words.lower[first - 1] in ("of", "by", "at")
    for i in range(first - 1, max(-1, first - 11), -1):
        gap = words.gap(i + 1)
        if gap != " " and _STOPS.search(gap.replace(":", "", 1)):
            break
        word = words.lower[i]
        if word in lists.words["total_before"] and first - i <= 5:
            return "total"
        if word in lists.words["sum_before"] and _OVER_TIME.search(words.text, words.starts[i], end + 60):
            return "total"
        if of and word in lists.basis_words and first - i <= 4:
            return lists.basis_words[word]
    return ""


@cache
def _words_behind() -> frozenset[str]:
    """The words without one of which there is no basis behind a figure: most have none near."""
    lists = vocabulary()
    plain = ("in", "all", "altogether", "over", "across")
    return frozenset().union(lists.basis_words, plain, lists.words["rate"])


@cache
def _words_before() -> frozenset[str]:
    """The words without one of which there is no basis before a figure."""
    lists = vocabulary()
    return frozenset().union(lists.basis_words, lists.words["total_before"], lists.words["sum_before"])


def _span_of_time(words: Words, at: int) -> bool:
    """Whether "two years", "the next ten years" stands at word `at`."""
    lists = vocabulary()
    ahead = words.lower[at : at + 4]
    units = lists.words["time_unit"]
    return any(
        w in units and i and (ahead[i - 1].isdecimal() or ahead[i - 1] in lists.cardinals)
        for i, w in enumerate(ahead)
    )
