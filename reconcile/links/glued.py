"""Words that are glued into one, as in a hashtag in small letters: "#museumnight"."""

from __future__ import annotations

from collections.abc import Container

#: A glued hashtag is no longer, its words no longer and no shorter than this.
_LONGEST_TAG, _LONGEST_PART, _SHORTEST_PART = 40, 20, 3


def split_known(word: str, known: Container[str]) -> tuple[str, ...]:
    """`word` cut into words of `known`, the fewest that explain all of it, or () where none do.

    For hashtags and handles in small letters; `known` is what the other side of a comparison says.

    >>> split_known("museumnight", {"museum", "night", "muse"})
    ('museum', 'night')
    """
    if not may_be_cut(word):
        return ()
    best: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(_SHORTEST_PART, len(word) + 1):
        for start in range(max(0, end - _LONGEST_PART), end - _SHORTEST_PART + 1):
            before = best[start]
            if before is not None and end - start < len(word) and word[start:end] in known:
                now = best[end]
                if now is None or len(before) + 1 < len(now):
                    best[end] = (*before, word[start:end])
    found = best[len(word)]
    return found or ()


def may_be_cut(word: str) -> bool:
    """Whether a word is as long as a glued hashtag, and all letters."""
    return 2 * _SHORTEST_PART <= len(word) <= _LONGEST_TAG and word.isalpha()
