"""The report as SARIF 2.1.0 (OASIS), for review and archive tools. Numbers in brackets are its sections."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from urllib.parse import quote

from reconcile import __version__
from reconcile.model import Discrepancy, Excerpt, Report
from reconcile.reports.located import Positions
from reconcile.reports.wording import printable, remarks, source_name
from reconcile.rules import all_rules, rank

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Record = dict[str, object]


def render(report: Report) -> str:
    """One run with the kinds that were found as rules, and every finding as a result."""
    used = sorted({finding.kind for finding in report.discrepancies}, key=rank)
    uri, positions = _uri(report), Positions(report)
    run = {
        "tool": {"driver": {"name": "reconcile", "version": __version__, "rules": _rules(used)}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {
                "location": {"uri": uri},
                "mimeType": report.document.media_type,
                "hashes": {"sha-256": report.document.sha256},
            }
        ],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(report)}],
        "results": [_result(report, finding, used, positions, uri) for finding in report.discrepancies],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False) + "\n"


def _uri(report: Report) -> str:
    """The article's path as a URI reference (3.4.3)."""
    path = report.document.uri
    return "stdin" if path in (None, "-") else quote(str(path), safe="/:?=&%#+,;@")


def _rules(used: Sequence[str]) -> list[Record]:
    """The kinds that were found as reporting descriptors (3.49)."""
    return [
        {
            "id": rule.kind,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.help},
            "help": {"text": f"{rule.help} Example. {rule.example}"},
            "defaultConfiguration": {"level": rule.level},
        }
        for rule in map(all_rules().__getitem__, used)
    ]


def _notifications(report: Report) -> list[Record]:
    return [{"level": "note", "message": {"text": printable(remark)}} for remark in remarks(report)]


def _result(
    report: Report, finding: Discrepancy, used: Sequence[str], positions: Positions, uri: str
) -> Record:
    """One finding (3.27); the words of the evidence stand as a related location."""
    told = finding.message + (f" Write: {finding.suggestion}" if finding.suggestion else "")
    result: Record = {
        "ruleId": finding.kind,
        "ruleIndex": used.index(finding.kind),
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
        region: Record = {"startLine": position.line, "startColumn": position.column}
        end = positions.end_of(excerpt)
        region |= {"endLine": end.line, "endColumn": end.column} if end else {}
        place["region"] = {**region, "snippet": {"text": excerpt.text}}
    return {"physicalLocation": place}


def _fingerprint(finding: Discrepancy) -> str:
    """The same for the same finding in a later version of the article, wherever it stands (3.27.17)."""
    words = [finding.kind, finding.claimed.text, finding.evidence.text if finding.evidence else ""]
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:32]
