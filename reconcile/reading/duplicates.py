"""One post shown in two ways is one: a frame and the blockquote it replaced, a stub and its fallback."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from reconcile.model import SegmentKind
from reconcile.reading.blocks import Block, Found

Part = tuple[SegmentKind, Block]


def once(parts: Iterable[Part]) -> list[Part]:
    """`parts` with each post once; one that is printed in full twice, with prose between, stays twice."""
    kept: list[Part] = []
    places: dict[tuple[str, str, str], int] = {}
    for part in parts:
        found = part[1].found
        key = _key(found) if found is not None else None
        at = places.get(key) if key is not None else None
        if found is None or key is None or at is None:
            if key is not None:
                places[key] = len(kept)
            kept.append(part)
            continue
        first = kept[at][1]
        if _is_same(first.found, found, kept[at + 1 :]):
            best = found if first.found is None or first.found.printed.text is None else first.found
            kept[at] = ("post", evolve(first, found=_joined(best, first.found or found, found)))
        else:
            places[key] = len(kept)
            kept.append(part)
    return kept


def _key(found: Found) -> tuple[str, str, str] | None:
    """What tells one post from another; a number on Telegram only counts within its channel."""
    if found.status_id is None:
        return None
    return found.platform, found.status_id, (found.link_handle or "") if found.platform == "telegram" else ""


def _is_same(first: Found | None, second: Found, between: Iterable[Part]) -> bool:
    """Whether two finds of one post are one showing of it."""
    if first is None or first.printed.text is None or second.printed.text is None:
        return True
    return not any(kind in ("prose", "headline") for kind, _ in between)


def _joined(best: Found, first: Found, second: Found) -> Found:
    """The fuller find, with what only the other knows of the link."""
    handle = first.link_handle or second.link_handle
    return evolve(best, url=best.url or first.url or second.url, link_handle=best.link_handle or handle)
