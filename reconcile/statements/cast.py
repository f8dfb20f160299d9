"""The entities of a document as its sentences meet them: by source, by account, by the name of an issuer."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Entity, EntityKind, Post, Release, Source, Span
from reconcile.reading.reposts import reposted_from


class Cast:
    """Who may take part: sorted once for all texts, however many posts there are."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self.kinds: dict[str, EntityKind] = {e.id: e.kind for e in entities}
        self._mentions: dict[Source, list[tuple[Span, str]]] = {}
        self._owners: dict[str, str] = {}
        for entity in entities:
            for mention in entity.mentions:
                self._mentions.setdefault(mention.source, []).append((mention.span, entity.id))
                if mention.kind == "handle":
                    self._owners.setdefault(mention.text.lstrip("@").casefold(), entity.id)
            for account in entity.accounts:
                self._owners.setdefault(account.handle.casefold(), entity.id)
        for here in self._mentions.values():
            here.sort(key=lambda pair: (pair[0].start, pair[0].end))

    def mentions(self, source: Source) -> Sequence[tuple[Span, str]]:
        """Where entities are mentioned in a source, and their ids, in order."""
        return self._mentions.get(source, ())

    def author(self, post: Post) -> str | None:
        """The entity whose words a post is: its account's owner, or whom the account passes on ("RT @adamoss: ...")."""
        handle = reposted_from(post.text or "") or post.handle or ""
        return self._owners.get(handle.casefold())

    def issuer(self, release: Release) -> str | None:
        """The entity that issued a release, by any of its printed names."""
        issuer = (release.issuer or "").casefold()
        return next((e.id for e in self._entities if issuer and _named(e, issuer)), None)


def _named(entity: Entity, folded: str) -> bool:
    names = [entity.name, *(m.text for m in entity.mentions if m.kind == "name")]
    return any(n.casefold() == folded for n in names)
