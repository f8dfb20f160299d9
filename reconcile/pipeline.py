"""The whole job, from the bytes of an article to a report: a column of calls, one a stage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reconcile.checks import run_checks
from reconcile.errors import InputError
from reconcile.links import link_statements
from reconcile.model import Dossier, KnownName, Post, Release, Report
from reconcile.names.entities import resolve_entities
from reconcile.reading import read_document
from reconcile.reading.joined import join_posts
from reconcile.reading.releases import number_releases
from reconcile.shown_dates import PRESS_YEARS
from reconcile.statements import read_claims, read_evidence


def reconcile(
    source: str | bytes,
    *,
    uri: str | None = None,
    media_type: str | None = None,
    published: date | None = None,
    posts: Iterable[Post] = (),
    releases: Iterable[str | bytes | Release] = (),
    roster: Sequence[KnownName] | None = None,
) -> Report:
    """Hold an article against the posts in it, the posts and the releases supplied beside it.

    `source` is the article, HTML or plain text, told apart by content unless `media_type` ("text/html" or
    "text/plain") says; bytes are decoded as a browser would. `published` is the day that "on Monday" is
    reckoned from; without it the document's own date is used, and without that what needs it stays undecided.

    Raises InputError where the input cannot be read (it is empty, or no text) or `published` is the day of
    no article.
    """
    if not isinstance(source, str | bytes):
        raise InputError(
            "source", f"cannot be a {type(source).__name__}", "give text or bytes: path.read_bytes()"
        )
    if published is not None and not isinstance(published, date):
        raise InputError("published", f"cannot be {published!r}", "give a datetime.date")
    if published is not None and published.year not in PRESS_YEARS:
        raise InputError("published", f"{published} cannot be the day of an article")
    document, reproduced = read_document(source, uri=uri, media_type=media_type, published=published)
    every_post = join_posts(reproduced, posts)
    every_release = number_releases(releases)
    known = tuple(roster or ())
    entities = resolve_entities(document, every_post, every_release, known)
    claims = read_claims(document, entities, every_post, every_release)
    evidence = read_evidence(document, entities, every_post, every_release)
    links = link_statements(claims, evidence, entities, every_post)
    dossier = Dossier(
        document=document,
        posts=every_post,
        releases=every_release,
        entities=entities,
        claims=claims,
        evidence=evidence,
        links=links,
        roster=known,
        texts=_texts(document.text, every_post, every_release),
    )
    findings = run_checks(dossier)
    return Report(document, every_post, every_release, entities, claims, links, findings, evidence=evidence)


def _texts(article: str, posts: Sequence[Post], releases: Sequence[Release]) -> dict[str, str]:
    """Every text by its source's name."""
    return {"document": article} | {p.id: p.text or "" for p in posts} | {r.id: r.text for r in releases}
