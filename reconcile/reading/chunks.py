"""Flat text in chunks: paragraphs where blank lines part them; otherwise lines, joined where they go on.

Flattened pages print every link, mention and tag on its own line: a sentence can be spread over five of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.model import Span
from reconcile.patterns import lazy_regex
from reconcile.reading.language import function_words
from reconcile.reading.layout import is_furniture
from reconcile.reading.tokens import hashtag_spans, link_spans, media_spans, mention_spans

#: No chunk is looked for further back than this.
_MOST_LINES, _MOST_CHARS = 60, 5000
#: A line that breaks off is as long; a link inside a sentence is no longer.
_BROKEN = 60

_LINE = lazy_regex(r"[^\n]*\S[^\n]*")
_GAP = lazy_regex(r"\n[^\S\n]*+(?:\n[^\S\n]*+)*+")
#: How a sentence ends, and what may stand behind it.
_STOPS, _CLOSERS = tuple(".!?…。！？"), "\"”“’'»)]*"
_GOES_ON = lazy_regex(r"[\p{Ll}.,;:!?)\]’”»…]")
_NO_WORDS = lazy_regex(r"[\s.,;:!?…|/()&+–—-]*")
_LINK_END = lazy_regex(r"(?:https?://|pic\.(?:twitter|x)\.com/)\S+\s*\Z")
_LAST_WORD = lazy_regex(r"(?<![\p{L}\p{M}])(\p{Ll}[\p{Ll}\p{M}]{0,12}+)\Z")


class Chunk(NamedTuple):
    """A paragraph, or lines that belong together."""

    span: Span
    words: str

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return _stopped(self.words)

    @property
    def announces(self) -> bool:
        """Whether it ends with a colon."""
        return _ends_with_colon(self.words)

    @property
    def link_alone(self) -> bool:
        """Whether it is links, tags and mentions alone, and ends with a link."""
        return "/" in self.words and _LINK_END.search(self.words) is not None and no_words(self.words)


class Layout(NamedTuple):
    """How an article's paragraphs are set."""

    #: Blank lines part them; otherwise line ends alone do.
    blank_lines: bool = True
    #: How long they are: three in four are shorter.
    paragraph: int = 200


def layout_of(text: str) -> Layout:
    """How the paragraphs of `text` are set: what parts them, and how long they are."""
    gaps = _GAP.findall(text)
    blank_lines = not gaps or 4 * sum(gap.count("\n") > 1 for gap in gaps) >= len(gaps)
    lengths: list[int] = []
    before = "."
    for line in text.split("\n"):
        if not (words := line.strip()):
            continue
        if lengths and not _stopped(before) and (_GOES_ON.match(words) or _hangs(before)):
            lengths[-1] += len(words)
        else:
            lengths.append(len(words))
        before = words[-40:]
    longer = sorted(length for length in lengths if length >= _BROKEN)
    typical = longer[3 * len(longer) // 4] if longer else 200
    return Layout(blank_lines, min(max(typical, 120), 400))


def chunks_before(text: str, floor: int, end: int, layout: Layout) -> list[Chunk]:
    """The last chunks between `floor` and `end`, in order."""
    start = max(floor, end - _MOST_CHARS)
    if start > floor:
        start = text.find("\n", start, end) + 1 or start
    lines = [Span(_after_blanks(text, m.start()), m.end()) for m in _LINE.finditer(text, start, end)]
    lines = lines[-_MOST_LINES:]
    walls = [i for i, line in enumerate(lines) if _is_wall(line.of(text))]
    return _chunked(text, lines[walls[-1] + 1 :] if walls else lines, layout)


def _is_wall(line: str) -> bool:
    """Whether a line of the page's frame ("View this post on Instagram") stands between prose and a post."""
    return " " in line.strip() and any(c.isalpha() for c in line) and is_furniture(line)


def chunks_between(text: str, start: int, end: int, layout: Layout) -> list[Chunk]:
    """All chunks between `start` and `end`, in order."""
    lines = [Span(_after_blanks(text, m.start()), m.end()) for m in _LINE.finditer(text, start, end)]
    return _chunked(text, lines, layout)


def _chunked(text: str, lines: Sequence[Span], layout: Layout) -> list[Chunk]:
    words = [line.of(text).rstrip() for line in lines]
    alone = [] if layout.blank_lines else [no_words(each) for each in words]
    spans: list[Span] = []
    for i, line in enumerate(lines):
        if layout.blank_lines:
            joined = bool(spans) and text.count("\n", spans[-1].end, line.start) < 2
        else:
            joined = bool(spans) and _joined(words, alone, i)
        first = spans.pop().start if joined else line.start
        spans.append(Span(first, line.end))
    return [Chunk(span, span.of(text).rstrip()) for span in spans]


def _joined(words: Sequence[str], alone: Sequence[bool], i: int) -> bool:
    """Whether line `i` goes on with the line before it; `alone` marks lines of mentions, tags, links only."""
    before, here = words[i - 1], words[i]
    stopped = _stopped(before) or _ends_with_colon(before)
    if not stopped and not alone[i - 1] and (_hangs(before) or _is_link_text(words, i)):
        return True
    if alone[i]:
        return alone[i - 1] or not stopped or not _leads(words, alone, i)
    if _GOES_ON.match(here) and (not stopped or not here[0].isalpha()):
        return True
    return alone[i - 1] and not _LINK_END.search(before)


def _leads(words: Sequence[str], alone: Sequence[bool], i: int) -> bool:
    """Whether the mentions and tags of line `i` stand before words, as at the head of a reply."""
    while i < len(words) and alone[i]:
        if _LINK_END.search(words[i]):
            return False
        i += 1
    return i < len(words)


def _stopped(words: str) -> bool:
    """Whether `words` end as a sentence does."""
    return words.rstrip().rstrip(_CLOSERS).endswith(_STOPS)


def _ends_with_colon(words: str) -> bool:
    return words.rstrip().endswith((":", "："))


def _hangs(line: str) -> bool:
    """Whether a line ends with a comma or a function word, so that it cannot be complete."""
    if (end := line[-1:]).isascii() and not end.islower():  # most lines end with a sign
        return end == ","
    last = _LAST_WORD.search(line, max(0, len(line) - 14))  # no longer word is looked for
    return last is not None and last[1] in function_words()


def _is_link_text(words: Sequence[str], i: int) -> bool:
    """Whether line `i` is a link's text inside a sentence: short, between a line that breaks off and one that
    goes on."""
    after = words[i + 1] if i + 1 < len(words) else ""
    return len(words[i - 1]) >= _BROKEN >= len(words[i]) and _GOES_ON.match(after) is not None


def no_words(line: str) -> bool:
    """Whether a line holds nothing but mentions, tags, links, a media stub.

    >>> no_words("@mfa_lunda #Orla"), no_words("with @mfa_lunda")
    (True, False)
    """
    first = line.split(None, 1)[0] if line else ""
    if first.isalpha():  # the quick answer for nearly every line
        return False
    spans = [*mention_spans(line), *hashtag_spans(line), *link_spans(line), *media_spans(line)]
    for span in sorted(spans, key=lambda s: -s.start):
        line = line[: span.start] + line[span.end :]
    return bool(spans) and _NO_WORDS.fullmatch(line) is not None


def without_last_links(words: str) -> str:
    """`words` without the links at the end: they may stand for a quoted post or a picture."""
    return _without_last_link(_without_last_link(words)) if "/" in words else words


def _without_last_link(words: str) -> str:
    """`words` without the link at the end; no link holds a blank, so that only the last word is searched."""
    link = _LINK_END.search(words, words.rstrip().rfind(" ") + 1)
    return words[: link.start()] if link else words


def _after_blanks(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
