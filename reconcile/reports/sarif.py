"""The report as SARIF 2.1.0 (OASIS), for review and archive tools. Numbers in brackets are its sections."""

from __future__ import annotations

import hashlib
import json
from urllib.parse import quote

from reconcile import __version__
from reconcile.model import Discrepancy, Excerpt, Report
from reconcile.reports.located import Positions
from reconcile.reports.wording import printable, remarks, source_name
from reconcile.rules import all_rules, rank

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Record = dict[str, object]


def render(report: Report) -> str:
    """One run with every kind as a rule, and every finding as a result."""
    uri, positions = _uri(report), Positions(report)
    run = {
        "tool": {"driver": {"name": "reconcile", "version": __version__, "rules": _rules()}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {
                "location": {"uri": uri},
                "mimeType": report.document.media_type,
                "hashes": {"sha-256": report.document.sha256},
            }
        ],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(report)}],
        "results": [_result(report, finding, positions, uri) for finding in report.discrepancies],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False) + "\n"


def _uri(report: Report) -> str:
    """The article's path as a URI reference (3.4.3)."""
    path = report.document.uri
    return "stdin" if path in (None, "-") else quote(str(path), safe="/:?=&%#+,;@")


def _rules() -> list[Record]:
    """The table of kinds as reporting descriptors (3.49)."""
    return [
        {
            "id": rule.kind,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.help},
            "help": {"text": f"{rule.help} Example. {rule.example}"},
            "defaultConfiguration": {"level": rule.level},
        }
        for rule in all_rules().values()
    ]


def _notifications(report: Report) -> list[Record]:
    return [{"level": "note", "message": {"text": printable(remark)}} for remark in remarks(report)]


def _result(report: Report, finding: Discrepancy, positions: Positions, uri: str) -> Record:
    """One finding (3.27); the words of the evidence stand as a related location."""
    told = finding.message + (f" Write: {finding.suggestion}" if finding.suggestion else "")
    result: Record = {
        "ruleId": finding.kind,
        "ruleIndex": rank(finding.kind),
        "level": finding.level,
        "message": {"text": printable(told)},
        "locations": [_location(finding.claimed, positions, uri)],
        "partialFingerprints": {"reconcile/v1": _fingerprint(finding)},
        "properties": {"confidence": finding.confidence, "suggestion": finding.suggestion},
    }
    if finding.evidence:
        words = f"{source_name(report, finding.evidence.source)}: {finding.evidence.text}"
        place = _location(finding.evidence, positions, uri) if positions.of(finding.evidence) else {}
        result["relatedLocations"] = [{"id": 1, "message": {"text": printable(words)}, **place}]
    return result


def _location(excerpt: Excerpt, positions: Positions, uri: str) -> Record:
    """Where the words stand in the article's file (3.28); without a region where that is not known."""
    place: Record = {"artifactLocation": {"uri": uri, "index": 0}}
    position = positions.of(excerpt)
    if position:
        region = {"startLine": position.line, "startColumn": position.column}
        place["region"] = {**region, "snippet": {"text": excerpt.text}}
    return {"physicalLocation": place}


def _fingerprint(finding: Discrepancy) -> str:
    """The same for the same finding in a later version of the article, wherever it stands (3.27.17)."""
    words = [finding.kind, finding.claimed.text, finding.evidence.text if finding.evidence else ""]
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:32]
