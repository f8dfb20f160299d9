"""Figures that are no quantities: dates, clock times, telephone numbers, ids, links, labels; and scores."""

from __future__ import annotations

from reconcile.facts.quantities.figures import Figure
from reconcile.facts.quantities.shapes import Outside, minute_of_play, shaped, unit_follows
from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.patterns import lazy_re
from reconcile.words import Words

_IN_LINK = lazy_re(r"@|://|www\.|\.com/|\.org/")
_BLANK = frozenset(("", " ", "\n", "\u00a0"))
_RUN = lazy_re(r"[^ \n\u00a0]*")
#: How far a link may reach before a figure in it (characters).
_LINK = 500


def outside(words: Words, at: int, figure: Figure) -> Outside | None:
    """Why the figure that begins with word `at` is no quantity, or None where it is one."""
    lower = words.lower
    before = lower[at - 1] if at else ""
    gap = words.gap(at)
    if figure.spelled:
        dated = _month_near(words, at, figure.last)
        return Outside(figure.last) if dated or _clock_words(words, at, figure.last) else None
    if not _between_blanks(words.text, figure) and (
        _glued(words, at) or _in_link(words, figure) or minute_of_play(words.text, figure.end)
    ):
        return Outside(figure.last)
    shape = shaped(words, at, figure)
    if shape and shape.score is None:
        return shape
    if _month_near(words, at, figure.last):
        return Outside(figure.last)
    if shape:
        return shape
    if before in vocabulary().words["label"] and gap.strip(" .") == "" and not _unit_follows(words, figure):
        nxt = figure.last + 1
        ranged = (
            nxt < len(lower) and lower[nxt].isdecimal() and words.gap(nxt).strip() in ("-", "–", "/", "&")
        )
        return Outside(nxt if ranged else figure.last)
    if _is_year(words, at, figure, before, gap):
        return Outside(figure.last)
    long_id = figure.end - figure.start >= 10 and words.text[figure.start : figure.end].isdecimal()
    return Outside(figure.last) if long_id else None


def _between_blanks(text: str, figure: Figure) -> bool:
    """Whether the figure touches nothing, as most do: it is part of no name and no link."""
    start, end = figure.start, figure.end
    return text[start - 1 : start] in _BLANK and text[end : end + 1] in _BLANK


def _glued(words: Words, at: int) -> bool:
    """Whether the digits are part of a name: A12, S1, H1, #7, G20, x86."""
    start = words.starts[at]
    before = words.text[start - 1 : start]
    if before in ("#", "_", "@", "/", "№"):
        return True
    if not before.isalpha() or not at:
        return before in "-‐‑" and before != "" and start >= 2 and words.text[start - 2].isalpha()
    code = words.text[words.starts[at - 1] : words.ends[at - 1]]
    return not (code.isupper() and code.lower() in vocabulary().codes)


def _in_link(words: Words, figure: Figure) -> bool:
    """Whether the figure stands in a link, a handle or an address."""
    text, start, end = words.text, figure.start, figure.end
    left = start
    if text[start - 1 : start] not in _BLANK:
        first = max(0, start - _LINK)
        left = max(text.rfind(blank, first, start) for blank in " \n\u00a0")
        left = max(left + 1, first)
    run = _RUN.match(text, end, end + 60)
    chunk = text[left : run.end() if run else end]
    return bool(_IN_LINK.search(chunk)) or chunk.startswith("#")


def _month_near(words: Words, at: int, last: int) -> bool:
    """Whether the figure is the day or the year of a date with the month in words."""
    months, lower = vocabulary().months, words.lower
    if months.isdisjoint(lower[max(0, at - 3) : last + 4]):
        return False  # nothing below looks farther

    def month(i: int) -> bool:
        return (
            0 <= i < len(lower)
            and lower[i] in months
            and (lower[i] != "may" or words.text[words.starts[i]].isupper())
        )

    nxt = last + 1
    if nxt < len(lower) and words.gap(nxt).strip(" .-\u00a0()") in ("", "º", "th"):
        skip = nxt + 1 if lower[nxt] in ("st", "nd", "rd", "th", "of", "de", "er", "do") else nxt
        skip = skip + 1 if skip < len(lower) and lower[skip] in ("of", "de", "do") else skip
        if month(skip):
            return True
        joined = lower[nxt] in ("to", "and", "bis", "au", "al", "until") or words.gap(nxt).strip() in (
            "-",
            "–",
        )
        other = nxt + 1 if not lower[nxt].isdecimal() else nxt
        if joined and other < len(lower) and lower[other].isdecimal() and month(other + 1):
            return True
    if (
        words.gap(nxt).strip(" \u00a0") in ("-", "–")
        and nxt < len(lower)
        and lower[nxt].isdecimal()
        and month(nxt + 1)
    ):
        return True
    if at and words.gap(at).strip(" .,\u00a0") == "" and "\n" not in words.gap(at):
        if month(at - 1) or (lower[at - 1] in ("de", "of", "del") and month(at - 2)):
            return True
        if lower[at - 1].isdecimal() and month(at - 2) and words.gap(at).strip() == ",":
            return True
    ranged = at >= 2 and (
        lower[at - 1] in ("to", "and", "until", "or") and lower[at - 2].isdecimal() and month(at - 3)
    )
    dashed = at >= 2 and words.gap(at).strip() in ("-", "–") and lower[at - 1].isdecimal() and month(at - 2)
    return (ranged and not unit_follows(words, words.ends[last])) or dashed


def _is_year(words: Words, at: int, figure: Figure, before: str, gap: str) -> bool:
    """Whether four digits are a year."""
    if figure.end - figure.start != 4:
        return False
    if (
        not words.text[figure.start : figure.end].isdecimal()
        or not 1000 <= figure.value <= 2199
        or _unit_follows(words, figure)
    ):
        return False
    if words.text[max(0, figure.start - 1) : figure.start] in tuple("€$£"):
        return False
    nxt = figure.last + 1
    counted = (
        nxt < len(words.lower)
        and words.gap(nxt) == " "
        and words.lower[nxt].endswith("s")
        and words.text[words.starts[nxt]].islower()
    )
    if 1900 <= figure.value <= 2099:
        return not (counted and before not in vocabulary().words["year_before"] and figure.value < 1950)
    return before in vocabulary().words["year_before"] or (not counted and ":" not in gap)


def _unit_follows(words: Words, figure: Figure) -> bool:
    return unit_follows(words, figure.end)


def _clock_words(words: Words, at: int, last: int) -> bool:
    """Whether a number in words is an hour: "eight o'clock", "at seven", "by ten", "half past two"."""
    lower = words.lower
    nxt = lower[last + 1] if last + 1 < len(lower) else ""
    if nxt in ("o'clock", "o", "a.m", "p.m", "am", "pm"):
        return nxt != "o" or lower[last + 2 : last + 3] == ("clock",)
    before = lower[at - 1] if at else ""
    if before in ("past", "at") or (
        before in ("by", "until", "till", "around", "after", "before", "from", "to")
        and _month_free_end(words, last)
    ):
        noun_after = (
            last + 1 < len(lower)
            and words.gap(last + 1) == " "
            and (lower[last + 1].endswith("s") or unit_follows(words, words.ends[last]))
        )
        hyphen = last + 1 < len(lower) and words.gap(last + 1) in ("-", "‐", "‑")
        return not noun_after and not hyphen and before != "to"
    return False


def _month_free_end(words: Words, last: int) -> bool:
    """Whether the phrase ends with the number: punctuation, the text's end, or a function word follows."""
    nxt = last + 1
    return (
        nxt >= len(words.lower)
        or words.gap(nxt).strip() != ""
        or words.lower[nxt]
        in ("in", "on", "the", "and", "at", "or", "when", "his", "her", "he", "she", "it", "they")
    )
