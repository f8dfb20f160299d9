"""Whose verb a reporting verb is: the mention that stands as its subject, before it or inverted after it.

Surface rules of English word order, which French, German and Spanish news prose shares beside a quotation.
Where the subject is a noun that names nobody known ("residents said"), there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from reconcile.model import Span
from reconcile.patterns import lazy_regex

#: How far before its verb a subject may stand, apposition included (characters).
_REACH = 160

_PREPOSITION = lazy_regex(
    r"\b(?:of|for|in|at|from|with|to|by|on|near|outside|inside|against|about|over|between|von|der|des|für|de|du)"
    r"\s(?:the\s)?\Z"
)
_POSSESSIVE = lazy_regex(r"['’]s?\s\p{L}")
_OWNING = frozenset(("his", "her", "their", "its"))
#: A noun phrase with its own determiner, or a bare "several", right before the verb.
_OTHER_SUBJECT = lazy_regex(
    r"\b(?:the|an?|its|their|his|her|our|this|that|some|several|many|most|others?|both|one|two|all|nobody|residents)\b"
    r"[^,;]{0,50}\Z",
    regex.IGNORECASE,
)
_AND = lazy_regex(r"\b(?:and|but|und|et|y|e|en)(?:\s\p{L}++ly)?\s*\Z")
_CLAUSE = lazy_regex(r"\b(?:that|when|after|before|while|because)\b|[:;]")


def find_subject(
    text: str, clause: Span, verb: Span, follows: bool, mentions: Sequence[tuple[Span, str]]
) -> str | None:
    """The entity whose saying `verb` is, or None.

    `clause` is where the subject may stand: after the quotation before the verb, up to the sentence's end.
    `follows` is for "according to X". `mentions` are those outside quotations, in order.
    """
    after = [(s, e) for s, e in mentions if s.start >= verb.end and not _POSSESSIVE.match(text, s.end)]
    if after and (follows or (is_free(text, after[0][0]) and _inverted(text, verb, after[0][0]))):
        return after[0][1]
    if follows:
        return None
    near = [
        (s, e)
        for s, e in mentions
        if clause.start <= s.start
        and s.end <= verb.start
        and verb.start - s.end <= _REACH
        and is_free(text, s)
    ]
    if not near:
        return None
    between = text[near[-1][0].end : verb.start]
    if _AND.search(between):
        return near[0][1]
    closing = between.rsplit(",", 1)[-1]
    return None if closing.strip() and _OTHER_SUBJECT.search(closing.rstrip()) else near[-1][1]


def is_free(text: str, span: Span) -> bool:
    """Whether a mention can be a subject: no possessive, not behind a preposition."""
    if span.of(text).lower() in _OWNING or _POSSESSIVE.match(text, span.end):
        return False
    return not _PREPOSITION.search(text, max(0, span.start - 14), span.start)


def _inverted(text: str, verb: Span, source: Span) -> bool:
    """Whether the source follows its verb: `"...", said the mayor, Carla Kessler.`"""
    between = text[verb.end : source.start]
    before = text[max(0, verb.start - 3) : verb.start].rstrip()
    return len(between.split()) <= 6 and before[-1:] in tuple(",\"”“»'’?!") and not _CLAUSE.search(between)
