"""The report as Markdown (CommonMark 0.31), for a comment, a ticket or the summary of a job."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.model import Discrepancy, Report
from reconcile.patterns import lazy_re
from reconcile.reports.located import Positions
from reconcile.reports.wording import (
    links_by_source,
    post_name,
    printable,
    remarks,
    source_name,
    summary,
    sureness,
)

_SPECIAL = lazy_re(r"([\\`*_\[\]#|~>])")


def render(report: Report) -> str:
    """The report as a heading, a list of findings, a list of posts and releases, and notes."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    positions = Positions(report)
    yield f"# {_plain(report.document.uri or 'Article')}"
    yield ""
    yield _plain(summary(report)[0].upper() + summary(report)[1:]) + "."
    serious = [finding for finding in report.discrepancies if finding.level != "note"]
    if serious:
        yield "\n## Findings\n"
        for finding in serious:
            yield from _finding(report, finding, positions)
    if report.posts or report.releases:
        yield "\n## Evidence\n"
        yield from _evidence(report)
    notes = [finding for finding in report.discrepancies if finding.level == "note"]
    told = list(remarks(report))
    if notes or told:
        yield "\n## Notes\n"
        for finding in notes:
            yield f"- {_plain(finding.message)} ({_plain(finding.kind)}): {_code(finding.claimed.text)}"
        yield from (f"- {_plain(remark)}" for remark in told)


def _finding(report: Report, finding: Discrepancy, positions: Positions) -> Iterator[str]:
    position = positions.of(finding.claimed)
    place = f"line {position.line}, " if position else ""
    how = _plain(f"({place}{finding.kind}, {sureness(finding.confidence)})")
    yield f"- **{finding.level}**: {_plain(finding.message)} {how}"
    yield f"  - prose: {_code(finding.claimed.text)}"
    if finding.evidence:
        source = _plain(source_name(report, finding.evidence.source))
        yield f"  - {source}: {_code(finding.evidence.text)}"
    if finding.suggestion:
        yield f"  - write: {_code(finding.suggestion)}"


def _evidence(report: Report) -> Iterator[str]:
    links = links_by_source(report)
    listed = [(post.id, post_name(post)) for post in report.posts]
    listed += [(release.id, release.issuer or "release") for release in report.releases]
    for source, name in listed:
        yield f"- {_plain(f'{source}, {name}')}"
        for link, claim in links[source]:
            yield f"  - {link.relation} {_code(claim.text)}"


def _plain(text: str) -> str:
    """`text` with nothing that Markdown or HTML would read, and no @name that would call somebody."""
    escaped = _SPECIAL.sub(r"\\\1", printable(text).replace("&", "&amp;")).replace("<", "&lt;")
    return escaped.replace("@", "@<!-- -->")


def _code(text: str) -> str:
    """`text` as a code span, its fence longer than any run of backticks in it (CommonMark, 6.1)."""
    line = printable(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"
