"""The time of each stage: pytest benchmarks --benchmark-enable --benchmark-only"""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.checks import run_checks
from reconcile.links import link_statements
from reconcile.model import Dossier
from reconcile.names.entities import resolve_entities
from reconcile.pipeline import reconcile
from reconcile.reading import read_document
from reconcile.reading.releases import number_releases, read_release
from reconcile.reports import formats, github, html, json, markdown, sarif, text
from reconcile.statements import read_claims, read_evidence

RELEASE = Path(__file__).parents[1] / "fixtures" / "bridge-toll" / "release.txt"


def read(source: bytes):
    return read_document(source, uri="article", media_type=None, published=None)


@pytest.fixture(scope="session")
def dossier(flat) -> Dossier:
    """The flat article with a release, after every stage but the checks."""
    document, posts = read(flat)
    releases = number_releases([read_release(RELEASE)])
    entities = resolve_entities(document, posts, releases, ())
    claims = read_claims(document, entities, posts, releases)
    evidence = read_evidence(document, entities, posts, releases)
    links = link_statements(claims, evidence, entities, posts)
    texts = {
        "document": document.text,
        **{p.id: p.text or "" for p in posts},
        **{r.id: r.text for r in releases},
    }
    return Dossier(document, posts, releases, entities, claims, evidence, links, (), texts)


@pytest.mark.benchmark(group="1 read")
def test_read_flat(benchmark, flat):
    benchmark(read, flat)


@pytest.mark.benchmark(group="1 read")
def test_read_page(benchmark, page):
    benchmark(read, page)


@pytest.mark.benchmark(group="1 read")
def test_read_real_pages(benchmark, pages):
    benchmark(lambda: [read(page) for page in pages])


@pytest.mark.benchmark(group="2 entities")
def test_entities(benchmark, dossier):
    benchmark(resolve_entities, dossier.document, dossier.posts, dossier.releases, ())


@pytest.mark.benchmark(group="3 statements")
def test_claims(benchmark, dossier):
    benchmark(read_claims, dossier.document, dossier.entities, dossier.posts, dossier.releases)


@pytest.mark.benchmark(group="3 statements")
def test_evidence(benchmark, dossier):
    benchmark(read_evidence, dossier.document, dossier.entities, dossier.posts, dossier.releases)


@pytest.mark.benchmark(group="4 links")
def test_links(benchmark, dossier):
    benchmark(link_statements, dossier.claims, dossier.evidence, dossier.entities, dossier.posts)


@pytest.mark.benchmark(group="5 checks")
def test_checks(benchmark, dossier):
    benchmark(run_checks, dossier)


@pytest.mark.benchmark(group="6 reports")
@pytest.mark.parametrize("form", [github, html, json, markdown, sarif, text], ids=formats())
def test_reports(benchmark, flat, form):
    benchmark(form.render, reconcile(flat))
