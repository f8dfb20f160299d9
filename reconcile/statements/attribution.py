"""Who says a sentence: source, cue and content (the terms of PARC 3.0, Pareti 2016).

Cues are reporting verbs and "according to"; the source is the mention that stands as the cue's subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.model import Mode, Quotation, Span
from reconcile.patterns import lazy_regex
from reconcile.statements.cues import Cue
from reconcile.statements.subject import find_subject, is_free


class Attribution(NamedTuple):
    """What a sentence tells of its saying; every field may be None."""

    speaker: str | None = None
    cue: str | None = None
    mode: Mode | None = None
    channel: str | None = None


#: So far from the start of a sentence a label may end (characters).
LABEL = 60
#: What most sentences tell: nothing.
UNATTRIBUTED = Attribution()


def attribute(
    text: str,
    sentence: Span,
    cues: Sequence[Cue],
    quotations: Sequence[Quotation],
    mentions: Sequence[tuple[Span, str]],
    channel: str | None = None,
) -> Attribution:
    """Who says `sentence` of `text`, by which cue, in which mode, through which channel.

    `cues` and `quotations` are those inside the sentence; `mentions` its mentions of entities, pronouns
    resolved, in order: where each stands, and the entity's id; `channel` is the one that it names.
    """
    if not cues and not quotations:
        return Attribution(channel=channel) if channel else UNATTRIBUTED
    outside = [c for c in cues if not any(q.span.holds(c.span) for q in quotations)]
    for cue in outside:
        if not (cue.strong or quotations or _introduces(text, sentence, cue)):
            continue
        if _NOT_SAID.search(text, max(sentence.start, cue.span.start - 12), cue.span.start):
            continue
        free = [(s, e) for s, e in mentions if not any(q.span.holds(s) for q in quotations)]
        clause = max((q.span.end for q in quotations if q.span.end <= cue.span.start), default=sentence.start)
        speaker = find_subject(text, Span(clause, sentence.end), cue.span, cue.source_follows, free)
        through = channel or ("post" if cue.written and speaker else None)
        return Attribution(speaker, cue.text, mode_of(quotations), through)
    signed = _signature(text, sentence, quotations, mentions)
    if signed:
        return Attribution(signed, None, "direct", None)
    return Attribution(None, None, None, channel)


def labelled(text: str, sentence: Span, persons: Sequence[tuple[Span, str]]) -> str | None:
    """The person whose name stands as a label before what they say: "Captain Ida Moe: the engine failed." """
    colon = text.find(":", sentence.start, min(sentence.end, sentence.start + LABEL))
    if (
        colon < 0
        or text[colon + 1 : colon + 2] not in (" ", "\n")
        or not text[colon + 1 : sentence.end].strip()
    ):
        return None
    before = [(span, entity) for span, entity in persons if span.start < colon]
    return before[0][1] if len(before) == 1 and before[0][0].end == colon else None


def mode_of(quotations: Sequence[Quotation]) -> Mode:
    """Direct where a whole sentence is quoted, mixed where a part of one is, else indirect.

    A whole one begins with a capital and ends with a stop, comma, question or exclamation mark, inside the
    marks (English usage) or right after them (German, French, Spanish usage is caught by the capital alone).
    """
    if not quotations:
        return "indirect"
    first = quotations[0].text.lstrip("…. ")
    return "direct" if first[:1].isupper() and len(first.split()) >= 3 else "mixed"


def _introduces(text: str, sentence: Span, cue: Cue) -> bool:
    """Whether a weak cue brings content: "that" or a colon after it, or a comma before its clause."""
    after = text[cue.span.end : min(sentence.end, cue.span.end + 40)]
    return bool(_CONTENT_MARK.match(after))


def _signature(
    text: str, sentence: Span, quotations: Sequence[Quotation], mentions: Sequence[tuple[Span, str]]
) -> str | None:
    """The speaker whom no verb tells: `"..." - Commissioner X`, or `Mayor X (Y), of the board: "..."`."""
    if not quotations:
        return None
    first, last = quotations[0].span, quotations[-1].span
    if first.start <= sentence.start + 2:
        signed = _DASH.match(text, last.end, sentence.end)
        return next((e for s, e in mentions if s.start >= last.end), None) if signed else None
    if text[sentence.start : first.start].rstrip()[-1:] != ":":
        return None
    return next((e for s, e in mentions if s.end <= first.start and is_free(text, s)), None)


_CONTENT_MARK = lazy_regex(
    r"\s*+(?:,\s*+)?(?:(?:on|in|at)\s[^,.:]{1,30}\s)?(?:that\b|:|dass\b|que\b|dat\b|che\b)"
)
#: "is said to", "has yet to say", "did not reply": nothing was said by the subject.
_NOT_SAID = lazy_regex(r"(?:\b(?:to|not|never|is|are|was|were|be|been|being)|n['’]t)\s\Z")
_DASH = lazy_regex(r"\s*+[-–—―]{1,2}\s*+")
