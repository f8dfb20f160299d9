"""Figures that are no quantities: dates, clock times, telephone numbers, ids, links, labels; and scores."""

from __future__ import annotations

import re

from attrs import frozen

from reconcile.facts.quantities.figures import Figure
from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.model import Quantity, Span
from reconcile.words import Words

_NUMERIC = re.compile(
    r"(?P<stamp>\d{1,4}(?P<d>[./\-–])\d{1,2}(?P=d)\d{2,4}(?!\d))"
    r"|(?P<clock>\d{1,2}[:.h]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?![\d%])(?=(?P<half>[ \u00a0]?(?:[ap]\.?m\b|uhr\b|hrs?\b|o'clock\b))?)(?!,\d))"
    r"|(?P<hour>\d{1,2}[ \u00a0]?(?:[ap]\.?m\.?(?![a-z])|uhr\b|o['’]clock|noon\b))"
    r"|(?P<score>\d{1,3}(?P<gap>[ \u00a0]?[-–:][ \u00a0]?)\d{1,3}(?![\d:.,]*\d|%))"
    r"|(?P<thread>\d{1,2}/\d{1,2}(?!\d))"
    r"|(?P<phone>0\d{2,}(?:[ \-/]\d{2,})*)",
    re.I,
)
_IN_LINK = re.compile(r"@|://|www\.|\.com/|\.org/")
_YEAR_BEFORE = frozenset(
    "in since by of from until till to and between before after during around early late mid spring summer autumn winter fall year years season the for through vs versus built founded opened established est born dated made painted".split()
)


@frozen
class Outside:
    """A figure that is no quantity, up to word `last`; a score is one of its own kind."""

    last: int
    score: tuple[int, int, int, int] | None = None

    def instead(self, words: Words) -> Quantity | None:
        """The quantity that stands in its place: the two sides of a score."""
        if self.score is None:
            return None
        start, end, one, other = self.score
        low, high = sorted((float(one), float(other)))
        return Quantity(Span(start, end), words.text[start:end], low, high, unit="score")


def outside(words: Words, at: int, figure: Figure) -> Outside | None:
    """Why the figure that begins with word `at` is no quantity, or None where it is one."""
    lower = words.lower
    before = lower[at - 1] if at else ""
    gap = words.gap(at)
    if figure.spelled:
        dated = _month_near(words, at, figure.last)
        return Outside(figure.last) if dated or _clock_words(words, at, figure.last) else None
    if _glued(words, at) or _in_link(words, figure) or _minute_of_play(words.text, figure.end):
        return Outside(figure.last)
    shaped = _shaped(words, at, figure)
    if shaped and shaped.score is None:
        return shaped
    if _month_near(words, at, figure.last):
        return Outside(figure.last)
    if shaped:
        return shaped
    if before in vocabulary().words["label"] and gap.strip(" .") == "" and not _unit_follows(words, figure):
        nxt = figure.last + 1
        ranged = nxt < len(lower) and lower[nxt].isdigit() and words.gap(nxt).strip() in ("-", "–", "/", "&")
        return Outside(nxt if ranged else figure.last)
    if _is_year(words, at, figure, before, gap):
        return Outside(figure.last)
    long_id = figure.end - figure.start >= 10 and words.text[figure.start : figure.end].isdigit()
    return Outside(figure.last) if long_id else None


def _minute_of_play(text: str, end: int) -> bool:
    """Whether the figure is a minute of a match: 44', 90+3'."""
    following = text[end : end + 2]
    return (following[:1] in ("'", "’", "′") and not following[1:].isalpha()) or (
        following[:1] == "+" and following[1:].isdigit()
    )


def _shaped(words: Words, at: int, figure: Figure) -> Outside | None:
    """A date, a clock time, a score, a thread's counter or a telephone number by its shape."""
    match = _NUMERIC.match(words.text, figure.start)
    if match is None:
        return _after_shape(words, figure)
    last = at
    while last + 1 < len(words.starts) and words.starts[last + 1] < match.end():
        last += 1
    kind = (
        match.lastgroup
        if match.lastgroup not in ("d", "gap", "half")
        else next(k for k in ("stamp", "clock", "hour", "score", "thread", "phone") if match[k])
    )
    if kind == "clock" and not _is_clock(words, match, at):
        if ":" in match["clock"]:
            return _score(words, match.start(), match.end("clock"), last)
        return None
    if kind == "score":
        return _score(words, match.start(), match.end(), last) if _is_score(words, match) else None
    if kind == "thread" and words.lower[last + 1 : last + 2] == ("of",):
        return None
    return Outside(last)


def _after_shape(words: Words, figure: Figure) -> Outside | None:
    """A figure that goes on from a telephone number or a date: "+49 30 1234567"."""
    before = words.text[max(0, figure.start - 1) : figure.start]
    if (
        before == "+"
        and figure.end - figure.start >= 2
        and re.match(r"[ \-/(]\d{2,}", words.text[figure.end : figure.end + 4])
    ):
        match = re.match(r"\d+(?:[ \-/()]+\d{1,})*", words.text[figure.start : figure.start + 30])
        end = figure.start + (match.end() if match else 0)
        last = words.at(end) - 1
        return Outside(max(last, figure.last))
    if re.search(
        r"(?:tel|phone|fax|hotline|☎️?|📞|call)[.:]? ?$",
        words.text[max(0, figure.start - 9) : figure.start],
        re.I,
    ):
        return Outside(figure.last)
    return None


def _is_clock(words: Words, match: re.Match[str], at: int) -> bool:
    """Whether "16:20", "4.20 p.m.", "8.10" is a time of day and no score or decimal."""
    shape = match["clock"]
    hour, minute = (int(p) for p in re.split(r"[:.h]", shape, flags=re.I)[:2])
    if shape.count(":") == 2:
        return True
    if hour > 24 or minute > 59:
        return False
    if match["half"] or ":" in shape or "h" in shape.lower():
        return True
    before = words.lower[at - 1] if at else ""
    return (
        before in ("at", "by", "until", "till", "around", "um", "kl")
        and len(shape.split(".")[-1]) == 2
        and not _unit_follows_at(words, match.end("clock"))
    )


def _is_score(words: Words, match: re.Match[str]) -> bool:
    """Whether "5-0" is a result: no noun or unit counts with it, and it does not rise like a range."""
    one, other = (int(p) for p in re.findall(r"\d+", match["score"]))
    if _unit_follows_at(words, match.end("score")) or words.text.startswith(
        ("€", "$", "£", "°", "-"), match.end("score")
    ):
        return False
    if match["gap"].strip(" \u00a0") == ":":
        return True
    if " " in match["gap"] or one > 150 or other > 150:
        return False
    following = words.at(match.end("score"))
    word = (
        words.text[words.starts[following] : words.ends[following]] if following < len(words.starts) else ""
    )
    adjacent = words.text[match.end("score") : words.starts[following]] == " " if word else False
    if one >= other:
        return not (adjacent and word.islower() and word.endswith("s") and word != "loss")
    previous = words.at(match.start("score")) - 1
    named = previous >= 0 and words.text[words.starts[previous]].isupper() and words.gap(previous + 1) == " "
    return (
        max(one, other) <= 20
        and (named or words.lower[previous] in ("lost", "won", "beat", "drew", "by"))
        and (
            not adjacent
            or not word.islower()
            or word
            in (
                "to",
                "in",
                "at",
                "on",
                "away",
                "victory",
                "win",
                "loss",
                "defeat",
                "down",
                "up",
                "after",
                "against",
            )
        )
    )


def _score(words: Words, start: int, end: int, last: int) -> Outside:
    one, other = (int(p) for p in re.findall(r"\d+", words.text[start:end])[:2])
    return Outside(last, (start, end, one, other))


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
    left = max(text.rfind(c, max(0, start - 60), start) for c in " \n\u00a0")
    rights = [r for r in (text.find(c, end, end + 60) for c in " \n\u00a0") if r >= 0]
    chunk = text[left + 1 : min(rights, default=end + 60)]
    return bool(_IN_LINK.search(chunk)) or chunk.startswith("#")


def _month_near(words: Words, at: int, last: int) -> bool:
    """Whether the figure is the day or the year of a date with the month in words."""
    months, lower = vocabulary().months, words.lower

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
        other = nxt + 1 if not lower[nxt].isdigit() else nxt
        if joined and other < len(lower) and lower[other].isdigit() and month(other + 1):
            return True
    if (
        words.gap(nxt).strip(" \u00a0") in ("-", "–")
        and nxt < len(lower)
        and lower[nxt].isdigit()
        and month(nxt + 1)
    ):
        return True
    if at and words.gap(at).strip(" .,\u00a0") == "" and "\n" not in words.gap(at):
        if month(at - 1) or (lower[at - 1] in ("de", "of", "del") and month(at - 2)):
            return True
        if lower[at - 1].isdigit() and month(at - 2) and words.gap(at).strip() == ",":
            return True
    ranged = at >= 2 and (
        lower[at - 1] in ("to", "and", "until", "or") and lower[at - 2].isdigit() and month(at - 3)
    )
    dashed = at >= 2 and words.gap(at).strip() in ("-", "–") and lower[at - 1].isdigit() and month(at - 2)
    return (ranged and not _unit_follows_at(words, words.ends[last])) or dashed


def _is_year(words: Words, at: int, figure: Figure, before: str, gap: str) -> bool:
    """Whether four digits are a year."""
    text = words.text[figure.start : figure.end]
    if (
        len(text) != 4
        or not text.isdigit()
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
        return not (counted and before not in _YEAR_BEFORE and figure.value < 1950)
    return before in _YEAR_BEFORE or (not counted and ":" not in gap)


def _unit_follows(words: Words, figure: Figure) -> bool:
    return _unit_follows_at(words, figure.end)


def _unit_follows_at(words: Words, end: int) -> bool:
    """Whether a unit, a magnitude or % stands right after."""
    if words.text[end : end + 2].lstrip(" \u00a0")[:1] in ("%", "€", "°"):
        return True
    lists, i = vocabulary(), words.at(end)
    if i >= len(words.lower) or words.text[end : words.starts[i]].strip(" \u00a0-‐‑"):
        return False
    word = words.lower[i]
    return (
        (word in lists.units and len(word) > 1)
        or word in lists.magnitudes
        or word in lists.money_words
        or word in lists.long_units
        or word in lists.words["time_unit"]
    )


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
            and (lower[last + 1].endswith("s") or _unit_follows_at(words, words.ends[last]))
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
