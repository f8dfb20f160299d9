"""Clock times: "16:20 CEST", "4.20 p.m.", "eight o'clock", "noon", with the zone that is printed."""

from __future__ import annotations

import re

from reconcile.facts.times.vocabulary import time_words
from reconcile.model import Span, Time
from reconcile.patterns import lazy_re
from reconcile.words import Words

_DIGITS = lazy_re(
    r"(?P<h>[01]?\d|2[0-4])"
    r"(?:(?P<mark>[:.h])(?P<m>[0-5]\d)(?!\d|[.,:]\d))?(?![,.:]?\d)"
    r"(?:[ \u00a0]?(?P<half>[ap]\.?[ ]?m\b\.?)"
    r"|[ \u00a0](?P<word>uhr|o'clock|o’clock|hrs|noon|heures|uur|midnight)\b)?",
    re.I,
)
_ZONE = lazy_re(
    r"[ \u00a0]?\(?(?P<zone>(?:[A-Z]{3,4}|Z|[ECMP]T)(?=\b)(?:[ ]?[+-]\d{1,2}(?::\d\d)?)?|local(?: time)?\b"
    r"|(?:Central|Eastern|Mountain|Pacific|Greenwich|British|Coordinated|Moscow|Japan|Universal"
    r"|Atlantic|Alaska|London|UK|Paris|Berlin|Brussels|New York)"
    r"(?: (?:European|Mean|Universal|Summer|Standard|Daylight|mean|universal|summer)){0,2} [Tt]ime\b)"
)
_PART = lazy_re(
    r"[ ](?:in the|at|this|every|each|on \w+) (?P<part>morning|afternoon|evening|night)\b"
    r"|[ ](?P<bare>tonight)\b"
)


def clock_at(words: Words, at: int) -> tuple[Time, int] | None:
    """The clock time that begins with word `at`, and the number of its last word; None where there
    is none.
    """
    word = words.lower[at]
    if word.isdecimal():
        return _in_digits(words, at)
    if word in ("noon", "midnight", "midday"):
        before = words.lower[at - 1] if at else ""
        if before in time_words().words["before_hour"] or before in ("past", "12", "to", "and"):
            return _made(words, at, at, 0 if word == "midnight" else 720, at)
        return None
    if word in ("half", "quarter") and words.lower[at + 1 : at + 2] in (("past",), ("to",)):
        hour = time_words().cardinals.get(words.lower[at + 2]) if at + 2 < len(words.lower) else None
        if hour and hour <= 12:
            extra = {"half": 30, "quarter": 15}[word]
            return _made(
                words, at, at + 2, hour * 60 + (extra if words.lower[at + 1] == "past" else -extra), at + 2
            )
        return None
    return _in_words(words, at)


def _in_digits(words: Words, at: int) -> tuple[Time, int] | None:
    if len(words.lower[at]) > 2:
        return None
    text, start = words.text, words.starts[at]
    match = _DIGITS.match(text, start)
    if match is None or (start and (text[start - 1].isalnum() or text[start - 1] in "-/+.,:#@€$£")):
        return None
    if not _is_clock(words, at, match):
        return None
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["half"] or "").lower()
    if half and hour > 12:
        half = ""
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if (match["word"] or "").lower() == "midnight":
        hour = 0
    last = at
    while last + 1 < len(words.starts) and words.starts[last + 1] < match.end():
        last += 1
    return _made(words, at, last, hour * 60 + minute, last, match.end(), part=not half and hour < 12)


def _is_clock(words: Words, at: int, match: re.Match[str]) -> bool:
    """Whether the figure can only be an hour: by its colon, by a.m. or p.m., or by "at 8.30"."""
    if match["half"] or match["word"]:
        return not (match["word"] and match["word"].lower() == "noon" and match["h"] != "12")
    if not match["m"]:
        return at > 0 and words.lower[at - 1] == "at" and bool(_PART.match(words.text, match.end()))
    before = words.lower[at - 1] if at else ""
    if match["mark"] == ":":
        return words.text[match.end() : match.end() + 1] not in (":", "'")
    following = words.text[match.end() : match.end() + 2]
    if _zone_after(words.text, match.end())[0]:
        return True
    return (
        before in time_words().words["before_hour"]
        and not re.match(r"[ ]?[%€$£]|[-‐]", following)
        and not _measured(words, match.end())
    )


def _measured(words: Words, end: int) -> bool:
    """Whether a word joined by a space follows that makes the figure a measure: "at 4.50 euros"."""
    i = words.at(end)
    if i >= len(words.lower) or words.text[end : words.starts[i]] != " ":
        return False
    following = words.lower[i]
    return following.endswith(("s", "cent", "m", "ion")) and following not in (
        "his",
        "as",
        "gmt",
        "this",
        "utc",
    )


def _in_words(words: Words, at: int) -> tuple[Time, int] | None:
    """ "eight o'clock", "at seven", "by ten": hours in words."""
    hour = time_words().cardinals.get(words.lower[at])
    if hour is None or not 1 <= hour <= 12:
        return None
    nxt = words.lower[at + 1] if at + 1 < len(words.lower) else ""
    gap = words.gap(at + 1)
    if nxt in ("o'clock", "a", "p", "am", "pm") and gap == " ":
        if nxt == "o'clock":
            return _made(words, at, at + 1, hour * 60, at + 1)
        if nxt in ("am", "pm") or words.lower[at + 2 : at + 3] == ("m",):
            last = at + 1 if nxt in ("am", "pm") else at + 2
            return _made(words, at, last, (hour % 12 + (12 if nxt[0] == "p" else 0)) * 60, last, part=False)
    before = words.lower[at - 1] if at else ""
    closed = (
        (gap.strip(" ") != "" and not gap.startswith(("-", "‐")))
        or not nxt
        or nxt in ("in", "on", "and", "the", "this", "when", "but")
    )
    if (
        before in ("at", "by", "until", "till")
        and closed
        and not (at > 1 and words.lower[at - 2] in ("aged", "age", "died", "old", "won", "lost"))
    ):
        return _made(words, at, at, hour * 60, at)
    return None


def _made(
    words: Words, first: int, last: int, minutes: int, done: int, end: int | None = None, *, part: bool = True
) -> tuple[Time, int]:
    """The clock time with what follows it: the part of the day, the zone."""
    text = words.text
    close = end if end is not None else words.ends[last]
    start = words.starts[first]
    if part and minutes < 12 * 60:
        match = _PART.match(text, close)
        if match:
            which = match["part"] or "night"
            if which in ("afternoon", "evening") or (which == "night" and minutes >= 5 * 60):
                minutes += 12 * 60
    zone, zone_end = _zone_after(text, close)
    if zone:
        close = zone_end
        while done + 1 < len(words.starts) and words.starts[done + 1] < close:
            done += 1
    span = Span(start, close)
    return Time(span, span.of(text), "clock", minutes=minutes % 1440, zone=zone), done


def _zone_after(text: str, end: int) -> tuple[str, int]:
    """The zone printed after a clock time, and where it ends."""
    match = _ZONE.match(text, end)
    if match is None:
        return "", end
    zone = match["zone"]
    known = zone.lower()
    if known.startswith("local"):
        return "local", match.end("zone")
    return (zone, match.end("zone")) if offset(zone) is not None else ("", end)


def offsets(zone: str) -> tuple[int, ...]:
    """The minutes east of UTC that a zone can be: winter's and summer's where its name does not tell which.

    >>> offsets("CET"), offsets("Eastern time"), offsets("local")
    ((60,), (-300, -240), ())
    """
    east = offset(zone)
    if east is None:
        return ()
    return (east, east + 60) if zone.lower() in time_words().all_year else (east,)


def offset(zone: str) -> int | None:
    """Minutes east of UTC of a zone as printed; None where it is not known.

    >>> offset("CEST"), offset("UTC+3"), offset("local")
    (120, 180, None)
    """
    known = zone.lower()
    table = time_words().zones
    if known in table:
        return table[known]
    match = re.fullmatch(r"(?:utc|gmt)[ ]?([+-])(\d{1,2})(?::(\d\d))?", known)
    if match:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return minutes if match[1] == "+" else -minutes
    return {"est": -300, "edt": -240, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "cdt": -300}.get(
        known
    )
