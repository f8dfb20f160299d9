"""The article as HTML with its lines numbered and the words of findings marked, each mark a link to its finding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import islice

from attrs import frozen

from reconcile.model import Discrepancy, Report, Span
from reconcile.reports.located import Positions
from reconcile.reports.wording import spaced


@frozen
class Mark:
    """Words of the article that findings are about; `numbers` are those of the findings, from 1."""

    span: Span
    level: str
    numbers: tuple[int, ...]

    @property
    def name(self) -> str:
        """What a link to the mark calls it."""
        return f"words-{self.numbers[0]}"


def marks_of(report: Report, findings: Sequence[Discrepancy]) -> tuple[Mark, ...]:
    """The marks of the errors and warnings among `findings`, in the order of the text.

    Findings on words that overlap share a mark, which has the level of the first of them.
    """
    positions = Positions(report)
    spans = [
        (span, number, finding.level)
        for number, finding in enumerate(findings, 1)
        if finding.level != "note" and (span := positions.span(finding.claimed)) and span.end > span.start
    ]
    marks: list[Mark] = []
    for span, number, level in sorted(spans, key=lambda each: (each[0].start, each[1])):
        last = marks[-1] if marks else None
        if last is not None and span.start < last.span.end:
            covered = Span(last.span.start, max(last.span.end, span.end))
            shown = level if number < last.numbers[0] else last.level
            marks[-1] = Mark(covered, shown, tuple(sorted((*last.numbers, number))))
        else:
            marks.append(Mark(span, level, (number,)))
    return tuple(marks)


def marked_article(report: Report, marks: Sequence[Mark]) -> Iterator[str]:
    """The segments of the article, each a `pre` of its lines."""
    text, positions = report.document.text, Positions(report)
    numbered = report.document.media_type == "text/plain"
    ends = [mark.span.end for mark in marks]
    for segment in report.document.segments:
        words = segment.span.of(text)
        start = segment.span.start + len(words) - len(words.lstrip("\n"))
        lines: list[str] = []
        for line in words.strip("\n").split("\n"):
            place = positions.at(start) if numbered and line.strip() else None
            number = f'<span class="line">{place.line}</span>' if place else ""
            there = islice(marks, bisect_right(ends, start), None)
            lines.append(number + "".join(_line(text, Span(start, start + len(line)), there)))
            start += len(line) + 1
        if any(lines):
            joined = "\n".join(lines)
            yield f'<pre class="{segment.kind}" dir="auto">{joined}</pre>\n'


def _line(text: str, line: Span, marks: Iterable[Mark]) -> Iterator[str]:
    """The words of a line, those under a mark as a link; a mark's first words bear its name."""
    at = line.start
    for mark in marks:
        start, end = max(at, mark.span.start), min(line.end, mark.span.end)
        if start >= end:
            break
        name = f' id="{mark.name}"' if start == mark.span.start else ""
        yield _words(text[at:start])
        yield f'<mark class="{mark.level}"{name}><a href="#finding-{mark.numbers[0]}">{_words(text[start:end])}</a></mark>'
        at = end
    yield _words(text[at : line.end])


def _words(text: str) -> str:
    return escape(spaced(text)) if text else ""
