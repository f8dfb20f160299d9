"""What a time belongs to: the deed or the saying of it, a dateline, the beginning or the end of a thing."""

from __future__ import annotations

import re

from reconcile.facts.times import agreement
from reconcile.facts.times.agreement import DAYS, boundary
from reconcile.lexicons import lazy_words_re, load_words
from reconcile.model import Statement, Time
from reconcile.patterns import lazy_re
from reconcile.words import stem, stems_of

_GIVEN_UP = lazy_words_re("times", r"\b\L<given_up>(?: on| at| in| from)? $", re.I)
#: "Scheduled for 12 May, has been postponed".
_MEANT = lazy_words_re("times", r"\b\L<meant>(?: to \w+)?(?: for| on| from| in| at)? $", re.I)
_PUT_OFF = lazy_words_re("times", r"[^.!?]{0,80}\b\L<put_off>\b", re.I)
#: No longer than so many characters are these words before a time.
_SHORTLY = 30
_MEASURE = lazy_words_re("times", r"\b\L<measured_by>(?: (?:in|on|the|that of))* $", re.I)
AGAIN = lazy_re(
    r"\b(?:(?<!\bopen )(?<!\bopened )(?<!\brunning )(?<!\bavailable )(?<!\bfree )(?<!\bback )again|once more"
    r"|re(?:open|start|launch|sume|convene)\w*|another|(?:the )?(?:last|previous) time|previously|back then"
    r"|at the time)\b",
    re.I,
)
#: "By more than twelve minutes", "two more hours": how much one length differs from another.
_BY = lazy_words_re("times", r"\bby(?: \L<so_much>)? $", re.I)
_DIFFERENCE = lazy_words_re("times", r"\b\L<difference>\b", re.I)
_AHEAD = lazy_words_re("times", r"\s\L<ahead>\b")
_HEADED = lazy_re(r"[-‐‑][^\W\d_]+ ([^\W\d_]+)$")
_ENDED = lazy_words_re("times", r"\b\L<ended>\b", re.I)
_DATELINE = lazy_re(r"\s*[^\W\d_a-z][^\W\d_a-z .'’-]+,? ?\(?[\w., ]{3,24}?\)? ?(?:\([^)]{1,20}\) ?)?[-–—] ")


def in_dateline(statement: Statement, time: Time) -> bool:
    """Whether a date opens the sentence as a dateline does: "PORT LISK, June 12 - The minister"."""
    match = _DATELINE.match(statement.text)
    return match is not None and time.span.end - statement.span.start <= match.end()


def other_days(claim: Statement, evidence: Statement) -> bool:
    """Whether both sentences name days or months, and no two of them can be the same."""
    ours, theirs = ([f for f in s.facts if isinstance(f, Time) and f.kind in DAYS] for s in (claim, evidence))
    verdicts = [agreement.days_verdict(a, b) for a in ours for b in theirs]
    return bool(verdicts) and all(v == "differ" for v in verdicts)


def given_up(statement: Statement, time: Time) -> bool:
    """Whether the time is told as no longer true: "instead of 19:00", "not on Monday"."""
    at = time.span.start - statement.span.start
    if _GIVEN_UP.search(statement.text, max(0, at - _SHORTLY), at):
        return True
    put_off = _PUT_OFF.match(statement.text, at)
    return put_off is not None and _MEANT.search(statement.text, 0, at) is not None


def in_comparison(statement: Statement, time: Time) -> bool:
    """Whether the time is what another is measured by: "more than in 2023", "compared with May"."""
    return _MEASURE.search(statement.text[: time.span.start - statement.span.start]) is not None


def one_end(claim: Statement, time: Time, evidence: Statement, given: Time) -> bool:
    """Whether both are the beginning, the end, or the day itself of what they date."""
    return boundary(claim, time) == boundary(evidence, given)


_REPORTED = lazy_words_re("times", r"\bas (?:\w+ )?\L<reported>(?: on| in| at)? $")


#: Between a verb of saying and its day stands none of these.
_PARTED = lazy_words_re("times", r"[,;:.!?\"“”]|\b\L<opening_clauses>\b")
_WHO = lazy_re(r"\bwho\b[^,;:.!?]*$")


def dates_a_report(claim: Statement, time: Time) -> bool:
    """Whether a time is that of an earlier report: "seven people, not eleven as reported on Wednesday"."""
    return _REPORTED.search(claim.text, 0, time.span.start - claim.span.start) is not None


def dates_the_saying(claim: Statement, time: Time) -> bool:
    """Whether the time belongs to the saying verb: "the ministry said on Monday that", "it wrote
    on Tuesday".
    """
    after = claim.text[time.span.end - claim.span.start :]
    if re.match(r"(?: (?:morning|afternoon|evening|night))? that\b", after):
        return True
    if not claim.cue:
        return False
    at = time.span.start - claim.span.start
    end = time.span.end - claim.span.start
    for match in re.finditer(rf"\b{re.escape(claim.cue)}\b", claim.text):
        between = claim.text[match.end() : at] if match.end() <= at else claim.text[end : match.start()]
        if len(between) > 60 or _PARTED.search(between):
            continue
        if match.end() <= at or len(stems_of(between)) <= 1:
            return True
    return False


def role_of(statement: Statement, time: Time) -> str:
    """What a length is: the gap to another event, a limit, a rate, or how long a thing goes on."""
    before = agreement.words_before(statement, time, 2)
    after = re.match(r"\s*([^\W\d_]+)", statement.text[time.span.end - statement.span.start :])
    following = after[1].lower() if after else ""
    if before and before[-1] == "after" and following in load_words("times", "after_so_long"):
        return "whole"
    if following in load_words("times", "gaps") or (before and before[-1] == "after"):
        return "gap"
    if before and before[-1] in load_words("times", "limits"):
        return "limit"
    if before and before[-1] == "last" and before[0] in load_words("times", "before_last"):
        return "limit"
    return "whole"


def ends_after(statement: Statement, time: Time) -> bool:
    """Whether a length is what a thing took until its end: "the strike ended on Monday after four days"."""
    return agreement.words_before(statement, time, 1) == ("after",) and bool(_ENDED.search(statement.text))


def of_person(statement: Statement, time: Time) -> bool:
    """Whether a time stands in a clause that tells of somebody: "Lenz, who has worked there for 21 years"."""
    head = statement.text[: time.span.start - statement.span.start]
    return _WHO.search(head) is not None


def headed(time: Time) -> str:
    """The stem of the thing that a length is joined to: "strike" of "five-day strike"; "" for none."""
    match = _HEADED.search(time.text)
    return stem(match[1].lower()) if match and time.kind == "duration" else ""


def is_length(statement: Statement, time: Time) -> bool:
    """Whether a duration says how long something is, and is no "a day" of a rate or an order."""
    if time.kind != "duration" or re.match(r"(?:an?|each|every|per)\b", time.text.lower()):
        return False
    at, end = time.span.start - statement.span.start, time.span.end - statement.span.start
    following = _AHEAD.match(statement.text[end:])
    return not (following or _DIFFERENCE.search(time.text) or _BY.search(statement.text, 0, at))
