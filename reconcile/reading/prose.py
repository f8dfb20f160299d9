"""The prose of a document alone, at the offsets where it stands."""

from __future__ import annotations

from reconcile.model import Document, Segment

_PROSE = ("headline", "prose")


def prose_segments(document: Document) -> tuple[Segment, ...]:
    """The segments in the outlet's own words: headlines and prose."""
    return tuple(s for s in document.segments if s.kind in _PROSE)


def prose_only(document: Document) -> str:
    """The document's text with everything but prose blanked to line ends: same length, same offsets."""
    parts = []
    for segment in document.segments:
        if segment.kind in _PROSE:
            parts.append(segment.span.of(document.text))
        else:
            parts.append("\n" * (segment.span.end - segment.span.start))
    return "".join(parts)
