"""The report for a person at a terminal: findings with the words of both sides, the posts, the notes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from attrs import evolve

from reconcile.model import Discrepancy, Excerpt, Report
from reconcile.reports.located import Positions
from reconcile.reports.wording import (
    context,
    links_by_source,
    nothing_to_check,
    post_name,
    printable,
    remarks,
    summary,
    sureness,
    texts,
)

#: SGR codes (ECMA-48, 8.3.117) by what they mark.
_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36", "words": "1", "quiet": "2", "good": "32"}
_RELATION_COLOURS = {"supports": "good", "partly": "warning", "contradicts": "error"}
_INDENT = "      "


def render(report: Report, *, colour: bool = False) -> str:
    """The report as lines for a terminal. No character of the texts reaches it that a terminal would obey."""
    return "".join(f"{line}\n" for line in _Page(report, colour).lines())


class _Page:
    """One report being written: the texts and positions that every part of it needs."""

    def __init__(self, report: Report, colour: bool) -> None:
        self._report = _with_something_to_check(report)
        self._colour = colour
        self._texts: Mapping[str, str] = texts(report)
        self._positions = Positions(report)
        self._links = links_by_source(report)
        self._uri = printable(report.document.uri or "article")

    def lines(self) -> Iterator[str]:
        """All lines, without their ends."""
        nothing = [self._remark(remark) for remark in remarks(self._report) if nothing_to_check(self._report)]
        yield from (*nothing, "") if nothing else ()
        serious = [finding for finding in self._report.discrepancies if finding.level != "note"]
        for finding in serious:
            yield from self._finding(finding)
            yield ""
        yield from self._evidence()
        yield from self._notes()
        yield f"{self._uri}: {summary(self._report)}"

    def _finding(self, finding: Discrepancy) -> Iterator[str]:
        yield self._headline(finding)
        yield from self._excerpt("", finding.claimed)
        if finding.evidence:
            label = finding.evidence.source
            yield from self._excerpt("vs" if label == "document" else label, finding.evidence)
        if finding.suggestion:
            yield f"{_INDENT}write: {self._paint('words', printable(finding.suggestion))}"

    def _headline(self, finding: Discrepancy) -> str:
        level = self._paint(finding.level, finding.level)
        kind = self._paint("quiet", f"[{finding.kind}, {sureness(finding.confidence)}]")
        return f"{self._place(finding.claimed)}: {level}: {printable(finding.message)} {kind}"

    def _place(self, excerpt: Excerpt) -> str:
        """`file:line:column` (in HTML the element's), or the source's name where the words are in no line of the file."""
        position = self._positions.of(excerpt)
        if position is None:
            return f"{self._uri}: {excerpt.source}" if excerpt.source != "document" else self._uri
        return f"{self._uri}:{position.line}:{position.column}"

    def _excerpt(self, label: str, excerpt: Excerpt) -> Iterator[str]:
        """The words in their line, and carets under them."""
        shown = context(self._texts.get(excerpt.source, ""), excerpt)
        yield f"{label:>4}  {shown.before}{self._paint('words', shown.words)}{shown.after}".rstrip()
        yield f"{_INDENT}{' ' * _columns(shown.before)}{'^' * max(1, _columns(shown.words))}"

    def _evidence(self) -> Iterator[str]:
        """Each post and release, with the claims that it bears on."""
        for post in self._report.posts:
            body = printable(post.text or "")
            yield f"{post.id:>4}  {self._paint('words', printable(post_name(post)))}: {_short(body)}"
            yield from self._bearing(post.id)
        for release in self._report.releases:
            title = self._paint("words", printable(release.issuer or "release"))
            yield f"{release.id:>4}  {title}: {_short(printable(release.headline or release.text))}"
            yield from self._bearing(release.id)
        if self._report.posts or self._report.releases:
            yield ""

    def _bearing(self, source: str) -> Iterator[str]:
        """The claims on which a post or release bears, and how."""
        for link, claim in self._links[source]:
            position = self._positions.at(claim.span.start)
            place = f"line {position.line}: " if position else ""
            relation = self._paint(_RELATION_COLOURS[link.relation], f"{link.relation:<11}")
            yield f"{_INDENT}{relation} {place}{_short(printable(claim.text))}"
        if not self._links[source]:
            yield self._paint("quiet", f"{_INDENT}bears on no sentence of the prose")

    def _notes(self) -> Iterator[str]:
        notes = [finding for finding in self._report.discrepancies if finding.level == "note"]
        for finding in notes:
            yield f"{self._headline(finding)} {_short(printable(finding.claimed.text))}"
        told = [] if nothing_to_check(self._report) else list(remarks(self._report))
        yield from map(self._remark, told)
        if notes or told:
            yield ""

    def _remark(self, remark: str) -> str:
        return f"{self._uri}: {self._paint('note', 'note')}: {printable(remark)}"

    def _paint(self, meaning: str, text: str) -> str:
        return f"\x1b[{_COLOURS[meaning]}m{text}\x1b[0m" if self._colour else text


def _with_something_to_check(report: Report) -> Report:
    """The report without the notes that nothing bears a claim out, where nothing at hand could."""
    if not nothing_to_check(report):
        return report
    kept = tuple(d for d in report.discrepancies if d.kind != "cover.claim-unsourced")
    return evolve(report, discrepancies=kept)


def _short(text: str, width: int = 84) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _columns(text: str) -> int:
    """How many columns `text` takes at a terminal (UAX #11: wide and fullwidth characters take two)."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
