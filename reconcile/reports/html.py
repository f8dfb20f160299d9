"""The report as one HTML page that needs nothing else: no script, no picture, no address to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from reconcile.model import Discrepancy, Excerpt, Report
from reconcile.reports.located import Positions
from reconcile.reports.marked import Mark, marked_article, marks_of
from reconcile.reports.wording import (
    context,
    links_by_source,
    post_name,
    printable,
    remarks,
    source_name,
    summary,
    sureness,
    texts,
)

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto;
  padding: 0 1rem; color: #1c1c1c }
h1 { font-size: 1.3rem } h2 { font-size: 1.1rem; margin-top: 2rem }
.finding { border-left: 4px solid; padding: .1rem .9rem; margin: 1rem 0 }
.error { border-color: #b3261e } .warning { border-color: #a86500 } .note { border-color: #4a6572 }
.kind { color: #555; font-size: .85rem } mark { background: #ffe9a8 }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 2px solid #ddd }
pre { white-space: pre-wrap; font: inherit; padding-left: 2.6rem }
.post { background: #eef4fa } .metadata, .furniture { color: #777 }
.line { float: left; width: 2.2rem; margin-left: -2.6rem; text-align: right; color: #777;
  font-size: .8rem; user-select: none }
a { color: inherit } :target { outline: 2px solid #a86500 }
mark.error { background: #ffd3cf } mark.warning { background: #ffe9a8 }
@media (prefers-color-scheme: dark) {
  :root { color-scheme: dark } body { background: #161616; color: #e4e4e4 } .kind { color: #a8a8a8 }
  mark, mark.warning { background: #5c4600; color: inherit }
  mark.error { background: #6b1f1a } .post { background: #1d2833 } blockquote { border-color: #444 }
  .metadata, .furniture, .line { color: #999 }
}
"""
_LEVELS = ("error", "warning", "note")
_HEAD = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy"'
    " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="viewport" content="width=device-width">\n'
)


def render(report: Report) -> str:
    """The page: a summary, the findings with both sides, the evidence with its claims, the article."""
    findings = sorted(report.discrepancies, key=lambda d: _LEVELS.index(d.level))
    marks = marks_of(report, findings)
    title = _text(report.document.uri or "Article")
    body = [f"<h1>{title}</h1>\n<p>{_text(summary(report))}</p>\n"]
    body += [f'<p class="note finding">{_text(remark)}</p>\n' for remark in remarks(report)]
    if findings:
        body += ["<h2>Findings</h2>\n", *_findings(report, findings, marks)]
    if report.posts or report.releases:
        body += ["<h2>Evidence</h2>\n", *_evidence(report)]
    body += ["<h2>Article</h2>\n", *marked_article(report, marks)]
    head = f"{_HEAD}<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
    return f"{head}<body>\n{''.join(body)}</body>\n</html>\n"


def _findings(report: Report, findings: Sequence[Discrepancy], marks: Sequence[Mark]) -> Iterator[str]:
    positions, by_source = Positions(report), texts(report)
    names = {number: mark.name for mark in marks for number in mark.numbers}
    for number, finding in enumerate(findings, 1):
        position = positions.of(finding.claimed)
        place = f"line {position.line}" if position else "in the article"
        if number in names:
            place = f'<a href="#{names[number]}">{place}</a>'
        yield f'<div class="finding {finding.level}" id="finding-{number}">\n'
        yield f"<p><b>{finding.level}</b> {_text(finding.message)} "
        how = _text(f"{finding.kind}, {sureness(finding.confidence)}")
        yield f'<span class="kind">{place}, {how}</span></p>\n'
        yield from _sides(report, finding, by_source)
        yield "</div>\n"


def _sides(report: Report, finding: Discrepancy, by_source: dict[str, str]) -> Iterator[str]:
    yield _excerpt(report, finding.claimed, by_source)
    if finding.evidence:
        yield _excerpt(report, finding.evidence, by_source)
    if finding.suggestion:
        yield f"<p>Write: <b>{_text(finding.suggestion)}</b></p>\n"


def _excerpt(report: Report, excerpt: Excerpt, by_source: dict[str, str]) -> str:
    shown = context(by_source.get(excerpt.source, ""), excerpt, width=240)
    words = f"{escape(shown.before)}<mark>{escape(shown.words)}</mark>{escape(shown.after)}"
    source = _text(source_name(report, excerpt.source))
    return f'<blockquote dir="auto">{words}<br><span class="kind">{source}</span></blockquote>\n'


def _evidence(report: Report) -> Iterator[str]:
    links = links_by_source(report)
    listed = [(post.id, post_name(post), post.text or "") for post in report.posts]
    listed += [(r.id, r.issuer or "release", r.headline or r.text[:200]) for r in report.releases]
    for source, name, words in listed:
        yield f'<div dir="auto"><p><b>{_text(f"{source}, {name}")}</b>: {_text(words)}</p>\n<ul>\n'
        for link, claim in links[source]:
            yield f"<li><b>{link.relation}</b> {_text(claim.text)}</li>\n"
        yield "</ul></div>\n"


def _text(text: str) -> str:
    """`text` as HTML text: escaped, with control and bidirectional characters written out."""
    return escape(printable(text))
