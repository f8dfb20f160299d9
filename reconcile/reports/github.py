"""The report as GitHub workflow commands: each finding becomes an annotation on the line that it is about.

The form and its escapes are those of GitHub's documentation, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from reconcile.model import Discrepancy, Report
from reconcile.reports.located import Positions
from reconcile.reports.wording import printable, remarks, summary, sureness

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """A workflow command a finding, and one for what the reader should know about the reading."""
    positions = Positions(report)
    uri = printable(report.document.uri or "article")
    lines = [_annotation(finding, positions, uri) for finding in report.discrepancies]
    lines += [
        _command("notice", {"file": uri, "title": "reconcile"}, printable(remark))
        for remark in remarks(report)
    ]
    return "\n".join([*lines, printable(f"reconcile: {summary(report)}")]) + "\n"


def _annotation(finding: Discrepancy, positions: Positions, uri: str) -> str:
    properties = {"file": uri}
    position = positions.of(finding.claimed)
    if position:
        properties |= {"line": str(position.line), "col": str(position.column)}
    properties["title"] = f"{finding.kind} ({sureness(finding.confidence)})"
    told = [finding.message, f"Prose: {finding.claimed.text}"]
    if finding.evidence:
        told.append(f"Evidence ({finding.evidence.source}): {finding.evidence.text}")
    if finding.suggestion:
        told.append(f"Write: {finding.suggestion}")
    return _command(_COMMANDS[finding.level], properties, "\n".join(map(printable, told)))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {listed}::{message.translate(_MESSAGE)}"
