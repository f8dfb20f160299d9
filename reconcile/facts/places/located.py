"""The thing that a place is the place of: "the server, which stood in Lisk", "one of our servers in Orme"."""

from __future__ import annotations

import re

from reconcile.lexicons import lazy_words_re
from reconcile.model import Span, Statement
from reconcile.words import past_forms, stem, stop_words

#: A noun, then what leads on to the place; `state` where it says outright that the thing is there.
_LEAD = lazy_words_re(
    "places",
    r"(?P<thing>[^\W\d_]+),?\s+"
    r"(?P<state>(?:(?:which|that|who)\s+)?(?:\L<being>\s+){0,2}\L<standing>\s+)?"
    r"\L<where>\s+(?:the\s+)?$",
    re.I,
)
_DETERMINED = lazy_words_re("places", r"\b\L<before_things>\s+(?:[^\W\d_][\w'’-]*\s+){0,2}$", re.I)
_VERB = lazy_words_re("places", r"([^\W\d_]+)\s+(?:\L<where>|to|into|from)\s+(?:the\s+)?$", re.I)
#: How far back the noun of a place is looked for.
_BACK = 90


def located(statement: Statement, span: Span) -> tuple[str, bool]:
    """The stem of the thing that is at the place at `span`, "" for none, and whether a verb says so."""
    end = span.start - statement.span.start
    head = statement.text[max(0, end - _BACK) : end]
    match = _LEAD.search(head)
    if match is None:
        return "", False
    word = match["thing"].lower()
    verb = word in past_forms() or word.endswith(("ed", "ing")) or word in stop_words()
    if verb or not _DETERMINED.search(head[: match.start("thing")]):
        return "", False
    return stem(word), match["state"] is not None


def leads_on(statement: Statement, span: Span) -> str:
    """The stem of the verb right before a place and its preposition: "born in", "moves to"; "" for none."""
    end = span.start - statement.span.start
    match = _VERB.search(statement.text[max(0, end - _BACK) : end])
    word = match[1].lower() if match else ""
    verb = word in past_forms() or (word.endswith(("ed", "es")) and len(word) > 4)
    return stem(word) if verb and word not in stop_words() else ""
