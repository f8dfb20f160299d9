"""What the formats for people say in the same words: counts, sources, how sure, words in their context."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from reconcile.model import Excerpt, Fact, Link, Post, Report, Statement, Time
from reconcile.platforms import platform_name

#: Format characters that letters and emoji need: joiners, the soft hyphen.
_WANTED_FORMAT = frozenset("\u200c\u200d\u00ad")
#: Tag characters, of which the flags of England, Scotland and Wales are made.
_TAGS = range(0xE0020, 0xE0080)


def printable(text: str) -> str:
    r"""`text` on one line, with what a terminal or a bidirectional layout would obey written out.

    >>> printable("a\x1b[31m\n\u202eb")
    'a\\x1b[31m \\u202eb'
    """
    line = " ".join(text.split())
    return line if line.isascii() and line.isprintable() else "".join(map(_shown, line))


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Cs", "Zl", "Zp"):
        return char.encode("unicode_escape").decode()
    if category == "Cf" and char not in _WANTED_FORMAT and ord(char) not in _TAGS:
        return char.encode("unicode_escape").decode()
    return char


def sureness(confidence: float) -> str:
    """How sure a finding is, in a word and as a figure.

    >>> sureness(0.97)
    'sure, 0.97'
    """
    word = "sure" if confidence >= 0.9 else "likely" if confidence >= 0.7 else "perhaps"
    return f"{word}, {confidence:.2f}"


def summary(report: Report) -> str:
    """The findings of a report, counted: "1 error, 2 warnings", those left out, and what was read."""
    found = Counter(finding.level for finding in report.discrepancies)
    counts = [_count(found[level], level) for level in ("error", "warning", "note") if found[level]]
    evidence = [_count(len(report.posts), "post"), _count(len(report.releases), "release")]
    held = f"{_count(len(report.claims), 'claim')} held against {' and '.join(evidence)}"
    nothing = "nothing of the selected kinds found" if report.left_out else "nothing found"
    others = f" ({_count(report.left_out, 'other')} left out)" if report.left_out else ""
    return f"{', '.join(counts) or nothing}{others}; {held}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def post_name(post: Post) -> str:
    """A post as a person would call it: "@town_lisk on X, 2024-06-03"."""
    author = f"@{post.handle}" if post.handle else post.author_name or "unknown account"
    return f"{author} on {platform_name(post.platform)}" + (f", {post.posted}" if post.posted else "")


def source_name(report: Report, source: str) -> str:
    """A source as a person would call it: "p1, @town_lisk on X, 2024-06-03", or "article"."""
    for post in report.posts:
        if post.id == source:
            return f"{source}, {post_name(post)}"
    for release in report.releases:
        if release.id == source:
            return f"{source}, release of {release.issuer}" if release.issuer else f"{source}, release"
    return "article"


def remarks(report: Report) -> Iterator[str]:
    """What the reader should know about the reading: what was cut, and what was missing."""
    yield from report.document.notes
    for release in report.releases:
        yield from (f"{release.uri or release.id}: {note}." for note in release.notes)
    if not report.posts and not report.releases:
        yield "Nothing to hold the article against: it reproduces no post, and no post or release was given."
    elif nothing_to_check(report):
        told = (
            "has no post with words" if len(report.posts) > 1 else "has one post, of which no words are known"
        )
        yield f"Nothing to hold the article against: it {told}; supply its posts with --posts."
    undecided = next((fact.text for claim in report.claims for fact in claim.facts if _waits(fact)), None)
    if report.document.published is None and undecided is not None:
        yield (
            f"The article's date is not known, so “{undecided}” stays undecided: give --published YYYY-MM-DD."
        )


def nothing_to_check(report: Report) -> bool:
    """Whether nothing at hand has words that the article could be held against."""
    return not report.releases and not any((post.text or "").strip() for post in report.posts)


def _waits(fact: Fact) -> bool:
    """Whether a fact is a day that only the article's date would tell: "on Monday", "yesterday"."""
    return isinstance(fact, Time) and fact.kind in ("weekday", "relative") and fact.start is None


def texts(report: Report) -> dict[str, str]:
    """Every text by its source's name."""
    evidence = {post.id: post.text or "" for post in report.posts}
    return {"document": report.document.text} | evidence | {r.id: r.text for r in report.releases}


def links_by_source(report: Report) -> dict[str, list[tuple[Link, Statement]]]:
    """For each post and release the links to it with their claims, in the order of the prose."""
    claims = {claim.id: claim for claim in report.claims}
    found: dict[str, list[tuple[Link, Statement]]] = {post.id: [] for post in report.posts}
    found |= {release.id: [] for release in report.releases}
    for link in sorted(report.links, key=lambda link: claims[link.claim].span.start):
        found[link.evidence].append((link, claims[link.claim]))
    return found


@frozen
class Context:
    """Words with what stands before and after them, on one line and printable."""

    before: str
    words: str
    after: str


def context(text: str, excerpt: Excerpt, width: int = 92) -> Context:
    """The words of `excerpt` in the line of `text` that holds them, cut to about `width` characters.

    >>> from reconcile.model import Span
    >>> context("First.\\nA long day ended.", Excerpt("r1", Span(9, 17), "long day"))
    Context(before='A ', words='long day', after=' ended.')
    """
    start, end = excerpt.span.start, excerpt.span.end
    words = printable(_cut_middle(excerpt.text, width))
    room = max(0, width - len(words))
    before = text[max(0, start - 2 * width) : start].rpartition("\n")[2]
    after = text[end : end + 2 * width].partition("\n")[0]
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    if left < len(before):
        before = "…" + before[len(before) - left :].partition(" ")[2]
    if right < len(after):
        after = after[:right].rpartition(" ")[0] + "…"
    return Context(spaced(before), words, spaced(after))


def _cut_middle(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    half = width // 2 - 2
    return f"{text[:half]} … {text[-half:]}"


def spaced(text: str) -> str:
    """`text` made printable, its outer space kept as one.

    >>> spaced("  a\tday ")
    ' a day '
    """
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return f"{left}{printable(text)}{right}"
