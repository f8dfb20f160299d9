"""The words of a claim that only tell who said it: "the port said on Monday", "according to X"."""

from __future__ import annotations

from reconcile.model import Quotation, Span, Statement
from reconcile.patterns import lazy_regex


def attribution_of(statement: Statement) -> list[Span]:
    """The stretches of a statement that only tell who said it, where and when.

    The clause of the cue: "..., the port said on Monday"; "X said in a release that ..."; "according to X".
    """
    if not statement.cue:
        return []
    text, base = statement.text, statement.span.start
    quoted = [(f.span.start - base, f.span.end - base) for f in statement.facts if isinstance(f, Quotation)]
    at = text.find(statement.cue)
    if at < 0:
        return []
    end = at + len(statement.cue)
    if statement.cue.lower().startswith(("according", "in the words", "laut", "selon", "según", "secondo")):
        stop = _BREAK.search(text, end)
        return [Span(base + at, base + (stop.start() if stop else len(text)))]
    before = [m.end() for m in _BREAK.finditer(text, 0, at)] + [e for _, e in quoted if e <= at]
    start = max(before, default=0)
    content = _CONTENT.search(text, end, min(len(text), end + 80))
    after = [s for s, _ in quoted if s >= end]
    if content is not None:
        return [Span(base + start, base + content.end())]
    if after and after[0] - end < 60:
        return [Span(base + start, base + after[0])]
    if start > 0 and len(text[start:].split()) <= 16:
        return [Span(base + start, base + len(text))]
    return [Span(base + at, base + end)]


def credited_part(statement: Statement) -> Span | None:
    """The stretch of a statement that its source is said to have told, or None where that cannot be told."""
    said = attribution_of(statement)
    if not said:
        return None
    cut = said[0].end - statement.span.start
    if _OPENS_CONTENT.search(statement.text[:cut]):
        return Span(said[0].end, statement.span.end)
    return None if _LETTER.search(statement.text, cut) else Span(statement.span.start, said[0].start)


_BREAK = lazy_regex(r"[,;:]\s|\s[-–—]\s|[\"“”»]\s?")
_OPENS_CONTENT = lazy_regex(r"(?:\b(?:that|dass|que|che)|:)\Z")
_LETTER = lazy_regex(r"\w")
_CONTENT = lazy_regex(r"\b(?:that|dass|que|che)\b|:")
