"""How those who should know spell a name: its bearer's account, official ones, releases, the roster; best first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from reconcile.model import Entity, KnownName, Post, Source, Span
from reconcile.names.accounts import shown_words
from reconcile.names.cluster import key_of
from reconcile.names.handles import HandlePart, resolve_handle, spelling_from_handle
from reconcile.text import bare


@frozen
class Witness:
    """A word of a name as somebody prints it who should know."""

    word: str
    source: Source
    span: Span
    text: str
    #: "handle", "shown", "name", "roster".
    form: str


@lru_cache(maxsize=4096)
def printed_words(text: str) -> tuple[str, ...]:
    """The words of a printed name, at the hyphens too, without quotation marks."""
    return tuple([w.strip("\"“”‘’'.,") for w in text.replace("-", " ").split()])


def witnesses_of(
    entity: Entity, posts: Sequence[Post], roster: Sequence[KnownName], tails: Mapping[str, Span]
) -> Iterator[Witness]:
    """The words by which the evidence names an entity, the best witness first."""
    handles = {a.handle.casefold() for a in entity.accounts}
    shown: list[Witness] = []
    for post in posts:
        if post.handle and post.handle.casefold() in handles and post.author_name:
            span = tails.get(post.handle.casefold())
            for word in printed_words(shown_words(post.author_name)):
                if span is not None:
                    shown.append(Witness(word, "document", span, f"@{post.handle}", "shown"))
                else:
                    shown.append(Witness(word, post.id, Span(0, 0), post.author_name, "shown"))
    yield from shown
    for mention in entity.mentions:
        if mention.source != "document" and mention.kind == "name":
            for word in printed_words(mention.text):
                if not (word.isupper() and len(word) > 4):
                    yield Witness(word, mention.source, mention.span, mention.text, "name")
                else:
                    yield Witness(word.capitalize(), mention.source, mention.span, mention.text, "name")
    for known in roster:
        if entity.name in (known.name, *known.aliases) or bool(set(known.accounts) & set(entity.accounts)):
            for word in (w for name in (known.name, *known.aliases) for w in printed_words(name)):
                yield Witness(word, "roster", Span(0, 0), known.name, "roster")
    yield from _handle_witnesses(entity, tails)


def _handle_witnesses(entity: Entity, tails: Mapping[str, Span]) -> Iterator[Witness]:
    """The words of an account's handle that stand for words of the name, in the handle's letters."""
    for account in entity.accounts:
        key = account.handle.casefold()
        mention = next(
            (m for m in entity.mentions if m.kind == "handle" and m.text.lstrip("@").casefold() == key), None
        )
        span = tails.get(key)
        if mention is None and span is None:
            continue
        match = resolve_handle(account.handle, [entity.name])
        spelt = {bare(part.matched) for part in match.parts if bare(part.matched) == _letters(part)}
        right = spelling_from_handle(match, entity.name) if match.name else None
        words = [w for w in printed_words(right or "") if bare(w) not in key_of(entity.name)]
        for word in [*words, *(w for w in printed_words(entity.name) if bare(w) in spelt)]:
            if mention is not None:
                yield Witness(word, mention.source, mention.span, mention.text, "handle")
            elif span is not None:
                yield Witness(word, "document", span, f"@{account.handle}", "handle")


def _letters(part: HandlePart) -> str:
    return bare(part.text.strip("_-. "))
