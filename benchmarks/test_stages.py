"""The time of each stage and of the whole, on flat text and HTML of 1, 4, 16 and 64 times the size.

pytest benchmarks/test_stages.py --benchmark-columns=min,median,rounds
"""

from __future__ import annotations

from datetime import date
from functools import cache, partial

import pytest

from benchmarks import made
from reconcile import reconcile
from reconcile.checks import run_checks
from reconcile.links import link_statements
from reconcile.model import Dossier
from reconcile.names.entities import resolve_entities
from reconcile.reading import read_document
from reconcile.reading.releases import number_releases
from reconcile.reports import formats, github, html, json, markdown, sarif, text
from reconcile.statements import read_claims, read_evidence

DAY = date(2024, 2, 20)
SIZES = [1, 4, 16, 64]
FORMS = {"flat": made.flat, "HTML": made.page}

each = pytest.mark.parametrize(("form", "size"), [(form, size) for form in FORMS for size in SIZES])


@pytest.fixture(autouse=True)
def only_small_in_the_short_form(request, short):
    if short and request.node.callspec.params.get("size", 1) > 4:
        pytest.skip("left out of the short form")


def article(form: str, size: int) -> bytes:
    """Two posts and ten pairs of sentences (1.6 KB of text), times the size."""
    return FORMS[form](2 * size, 10 * size).encode()


@cache
def dossier(form: str, size: int) -> Dossier:
    """The article with a release, after every stage but the checks."""
    document, posts = read_document(article(form, size), uri="article", media_type=None, published=DAY)
    releases = number_releases([made.release(3)])
    entities = resolve_entities(document, posts, releases, ())
    claims = read_claims(document, entities, posts, releases)
    evidence = read_evidence(document, entities, posts, releases)
    links = link_statements(claims, evidence, entities, posts)
    texts = {"document": document.text} | {p.id: p.text or "" for p in posts}
    texts |= {r.id: r.text for r in releases}
    return Dossier(document, posts, releases, entities, claims, evidence, links, (), texts)


@pytest.mark.benchmark(group="1 read")
@each
def test_read(benchmark, form, size):
    benchmark(partial(read_document, uri="article", media_type=None, published=DAY), article(form, size))


@pytest.mark.benchmark(group="2 entities")
@each
def test_entities(benchmark, form, size):
    made = dossier(form, size)
    benchmark(resolve_entities, made.document, made.posts, made.releases, ())


@pytest.mark.benchmark(group="3 statements of the prose")
@each
def test_claims(benchmark, form, size):
    made = dossier(form, size)
    benchmark(read_claims, made.document, made.entities, made.posts, made.releases)


@pytest.mark.benchmark(group="4 statements of the evidence")
@each
def test_evidence(benchmark, form, size):
    made = dossier(form, size)
    benchmark(read_evidence, made.document, made.entities, made.posts, made.releases)


@pytest.mark.benchmark(group="5 links")
@each
def test_links(benchmark, form, size):
    made = dossier(form, size)
    benchmark(link_statements, made.claims, made.evidence, made.entities, made.posts)


@pytest.mark.benchmark(group="6 checks")
@each
def test_checks(benchmark, form, size):
    benchmark(run_checks, dossier(form, size))


@pytest.mark.benchmark(group="7 reports")
@pytest.mark.parametrize("form", [github, html, json, markdown, sarif, text], ids=formats())
def test_reports(benchmark, flat, form):
    benchmark(form.render, reconcile(flat))


@pytest.mark.benchmark(group="8 the whole")
@each
def test_whole(benchmark, form, size):
    benchmark(partial(reconcile, published=DAY), article(form, size))
