"""What an element is called, and so what it is for: share bars, related stories, comments, bylines, leads."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from reconcile.lexicons import load_groups, load_words
from reconcile.patterns import lazy_re
from reconcile.platforms import leaves

#: "furniture" is never read, "unless post" only where a post is in it, "consent" for the posts in it alone.
Use = Literal["", "furniture", "unless post", "consent", "metadata", "about", "standfirst"]

#: The tables of `html.toml`, the one that decides first.
_TABLES: tuple[tuple[Use, str], ...] = (
    ("consent", "consent"),
    ("about", "about_writer"),
    ("furniture", "furniture"),
    ("unless post", "furniture_unless_post"),
    ("metadata", "metadata"),
    ("standfirst", "standfirst"),
)
#: Longer class attributes are cut: style sheets generate them, nobody reads them.
_MAX_NAMES = 400
#: The words in a name: "td-post-sharing", "relatedLinks", "entry_meta2".
_WORD = lazy_re(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LOWER = lazy_re(r"[a-z]+")


class Traits(NamedTuple):
    """What the classes and the id of an element say of it."""

    use: Use
    #: The platform whose embed it is by its class, or None.
    platform: str | None
    hidden: bool
    #: Whether the names speak of an embed or of a platform.
    box: bool = False


#: What names that are nothing special say; this object alone, so that a look tells it.
PLAIN = Traits("", None, False)


@lru_cache(maxsize=16_384)
def traits_of(names: str) -> Traits:
    """The traits of an element with these classes and id.

    >>> [traits_of(names).use for names in ("td-post-sharing", "article__relatedLinks", "entry-content")]
    ['unless post', 'furniture', '']
    """
    tokens = names[:_MAX_NAMES].split()
    told = [_told_by(token) for token in tokens]
    if not any(known for _, known in told):
        return PLAIN
    words = [word for words, _ in told for word in words]
    classes = _known_classes().intersection(tokens)
    platform = next((_embed_classes()[token] for token in tokens if token in _embed_classes()), None)
    hidden = bool(classes) and not load_words("html", "hidden").isdisjoint(classes)
    use, box = _use(words), not _box_words().isdisjoint(words)
    # Many names have a word that could begin something, as in "entry-content": that says nothing yet.
    return Traits(use, platform, hidden, box) if use or platform or hidden or box else PLAIN


@lru_cache(maxsize=16_384)
def _told_by(token: str) -> tuple[tuple[str, ...], bool]:
    """The words in one class or id, and whether any of them, or it as a whole, says something.

    Lists of classes differ from element to element; the classes in them are the same few.
    """
    words = _LOWER.findall(token) if token.islower() else [word.lower() for word in _WORD.findall(token)]
    return tuple(words), token in _known_classes() or not _known_words().isdisjoint(words)


@cache
def _known_words() -> frozenset[str]:
    """Words without which a name says nothing."""
    return _beginnings() | _box_words()


@cache
def _known_classes() -> frozenset[str]:
    """Classes that say something as they are."""
    return load_words("html", "hidden") | frozenset(_embed_classes())


@cache
def _box_words() -> frozenset[str]:
    """Words in the names of boxes around embeds: "embed", and what markup calls the platforms."""
    names = load_groups("html", "platform_names")
    return load_words("html", "embed_boxes") | {
        word for words in names.values() for word in words if len(word) > 2
    }


def _use(words: list[str]) -> Use:
    """What the words in an element's names say that it is for: of the terms in them, what the first table says."""
    first, ranks = len(_TABLES), _ranks()
    for i, word in enumerate(words):
        if word in _beginnings():
            # Terms have three words at most; hyphens are left out: "entry-meta" is "entry" and "meta" joined.
            two = word + words[i + 1] if i + 1 < len(words) else word
            three = two + words[i + 2] if i + 2 < len(words) else two
            first = min(first, ranks.get(word, first), ranks.get(two, first), ranks.get(three, first))
    return _TABLES[first][0] if first < len(_TABLES) else ""


@cache
def _ranks() -> dict[str, int]:
    """Term, hyphens left out -> the number of the first table that has it."""
    ranks: dict[str, int] = {}
    for rank, (_, table) in enumerate(_TABLES):
        for term in load_words("html", table):
            ranks.setdefault("".join(_WORD.findall(term)).lower(), rank)
    return ranks


@cache
def _beginnings() -> frozenset[str]:
    """The first word of every term, and the terms that are written as one, for a quick test."""
    firsts = {_WORD.findall(term)[0].lower() for _, table in _TABLES for term in load_words("html", table)}
    return frozenset(firsts | _ranks().keys())


@cache
def _embed_classes() -> dict[str, str]:
    """Class -> the platform whose embeds bear it."""
    return {
        name: platform for platform, leaf in leaves().items() for name in getattr(leaf, "EMBED_CLASSES", ())
    }


@cache
def embed_tags() -> dict[str, str]:
    """Tag -> the platform whose embeds are such elements."""
    return {name: platform for platform, leaf in leaves().items() for name in getattr(leaf, "EMBED_TAGS", ())}
