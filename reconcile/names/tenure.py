"""Offices that the text says are over: "until last year chairman", "chairman until last spring"."""

from __future__ import annotations

from reconcile.model import Span
from reconcile.patterns import lazy_regex

#: How an office that is over is told by its end; a year alone may be to come, and tells nothing.
UNTIL = (
    r"(?:until|till|up to) (?:(?:early|late|the end of) )?"
    r"(?:last \p{L}++|this (?:spring|summer|autumn|winter)|recently|\p{L}++ last year)"
)
_BEFORE = lazy_regex(rf"\b{UNTIL},? (?:the |its |their |his |her |our )?\Z")
_BEHIND = lazy_regex(rf",? {UNTIL}\b")
_REACH = 48


def is_over(text: str, office: Span) -> bool:
    """Whether the text says beside an office that it ended.

    >>> text = "Jon Dahl, until last year chairman"
    >>> is_over(text, Span(26, 34)), is_over(text, Span(0, 3))
    (True, False)
    """
    before = text[max(0, office.start - _REACH) : office.start]
    return bool(_BEFORE.search(before) or _BEHIND.match(text, office.end))
