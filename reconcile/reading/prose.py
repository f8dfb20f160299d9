"""The prose of a document alone, at the offsets where it stands."""

from __future__ import annotations

from reconcile.model import PROSE, Document, Segment


def prose_segments(document: Document) -> tuple[Segment, ...]:
    """The segments in the outlet's own words: headlines and prose."""
    return tuple(s for s in document.segments if s.kind in PROSE)


def prose_only(document: Document) -> str:
    """The document's text with everything but prose blanked to line ends: same length, same offsets."""
    return document.prose
