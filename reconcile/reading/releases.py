"""Press releases: the text, who issued it and when, its headline, and the stretch that makes claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import regex
from attrs import evolve, frozen

from reconcile.errors import InputError
from reconcile.lexicons import load_words
from reconcile.model import Release, Span
from reconcile.reading.file_bytes import read_bytes
from reconcile.shown_dates import parse_shown_date

_LINE = regex.compile(r"[^\n]+")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}/&.'’-]+")
_STOP = regex.compile(r"[.!?…][\"”’'»)\]]*\s*\Z")
_ADDRESS = regex.compile(
    r"@[\w-]+\.|https?://|www\.|\+?\d[\d ()/-]{6,}|\b(?:tel|phone|fon|fax|e-?mail)\b", regex.IGNORECASE
)
#: A label, then perhaps a number, a place, a date: "AD HOC RELEASE / Zlatna, 25 September 2024, 19:15".
_AFTER_LABEL = regex.compile(
    r"\s*(?:no\.?\s?[\d/]+|nr\.?\s?[\d/]+|[\d/]+)?\s*[:/|,–—-]?\s*", regex.IGNORECASE
)
_COMPANY = regex.compile(
    r"(?<![\p{L}\p{N}])(?P<name>(?:\p{Lu}[\p{L}\p{N}&'’-]*+\s){1,4}(?:\L<forms>))(?![\p{L}\p{N}/])",
    forms=load_words("releases", "printed_forms"),
)
_ABBREVIATED = regex.compile(
    r"(?:The\s)?(?P<name>\p{Lu}[\p{L}'’]*+(?:\s(?:\p{Lu}[\p{L}'’]*+|of|and|for|the|&)){1,7}) \(\p{Lu}{2,8}\)"
)
#: A headline is no longer; a letterhead has no more words; the top of a release is no more lines.
_LONGEST_HEADLINE, _LETTERHEAD_WORDS, _TOP = 200, 9, 8


@frozen
class _Line:
    """A line that holds words: where they stand, and the words."""

    span: Span
    words: str

    @property
    def bare(self) -> str:
        """Case folded, without marks around it."""
        return self.words.casefold().strip(" \t:.*_#=-–—|")


def read_release(path: str | Path) -> Release:
    """The release in the file at `path`, text or HTML, with the path as its `uri` and no id yet.

    Raises InputError where there is no such file, it is a directory, or it holds no text.
    """
    place = str(path)
    return _read(read_bytes(place), place, uri=place)


def number_releases(releases: Iterable[str | bytes | Release]) -> tuple[Release, ...]:
    """The releases with ids r1, r2 ..., each read as far as it is not yet.

    Raises InputError where one of them holds no text.
    """
    read = (
        _complete(each, f"release {n}") if isinstance(each, Release) else _read(each, f"release {n}")
        for n, each in enumerate(releases, 1)
    )
    return tuple(evolve(release, id=f"r{n}") for n, release in enumerate(read, 1))


def _read(source: str | bytes, place: str, uri: str | None = None) -> Release:
    from reconcile.reading import is_html
    from reconcile.reading.decode import decode

    text = decode(source, place, "a press release as HTML or plain text").text
    if is_html(text):
        from reconcile.reading import read_document

        document, _ = read_document(text, uri=uri, media_type="text/html")
        kept = [s for s in document.segments if s.kind != "furniture"]
        text = "".join(segment.span.of(document.text) for segment in kept).strip("\n")
    return _complete(Release("", text, uri=uri), place)


def _complete(release: Release, place: str) -> Release:
    """The release with what its text tells, where it is not told yet."""
    text = release.text
    lines = [
        _Line(Span(m.start(), m.end()), m.group().strip()) for m in _LINE.finditer(text) if m.group().strip()
    ]
    if not lines:
        raise InputError(place, "the press release holds no text")
    end = _end_of_message(lines)
    headline = _headline(lines[: max(1, end)])
    return evolve(
        release,
        issuer=release.issuer or _issuer(lines, end),
        issued=release.issued or _issued(lines),
        headline=release.headline or (headline[1] if headline else None),
        body=release.body or _body(text, lines, headline[0] if headline else None, end),
    )


# -- the parts ------------------------------------------------------------------------------------------


def _end_of_message(lines: Sequence[_Line]) -> int:
    """The number of the first line that no longer belongs to the message."""
    for i, line in enumerate(lines[1:], 1):
        bare = line.bare
        if bare in load_words("releases", "ends") or line.words in ("###", "***", "-30-", "# # #", "* * *"):
            return i
        if bare in load_words("releases", "notes") or _is_about(line) or _is_contact(line):
            return i
    return len(lines)


def _is_about(line: _Line) -> bool:
    """ "About Lunda Ports", alone or before a colon; not "About 40 people came." """
    lead = next((w for w in _leads("about") if line.bare.startswith(w)), None)
    if lead is None:
        return False
    rest = line.words[len(lead) :].lstrip(" '’")
    head, colon, _ = rest.partition(":")
    named = bool(head[:1].isupper()) or not head[:1].isalpha()
    alone = not colon and not _STOP.search(rest) and len(rest.split()) <= 8
    return (
        bool(head)
        and not head[:1].isdigit()
        and named
        and (alone or (bool(colon) and len(head.split()) <= 8))
    )


def _is_contact(line: _Line) -> bool:
    """ "Press contact: ..." or "Contact" alone; an address or number must follow a longer line."""
    lead = next((w for w in _leads("closing") if line.bare.startswith(w)), None)
    if lead is None:
        return False
    rest = line.words[len(lead) :].strip()
    return (
        not rest.strip(":") or rest.startswith(":") or (_ADDRESS.search(rest) is not None and len(rest) < 200)
    )


def _headline(lines: Sequence[_Line]) -> tuple[int, str] | None:
    """The number and the words of the headline: a line that is no sentence; a label before it is cut off."""
    for i, line in enumerate(lines[:_TOP]):
        words = _without_label(line.words)
        if not words or _is_date(words) or len(words.split()) < 2:
            continue
        if _STOP.search(words) or words.endswith(":") or len(words) > _LONGEST_HEADLINE:
            return None
        if i == 0 and words == line.words and _is_letterhead(line) and len(lines) > 2:
            continue
        if i + 1 < len(lines):
            return i, words
    return None


def _issued(lines: Sequence[_Line]) -> date | None:
    """The day in the lines above the message, or at the head of its first paragraph."""
    for line in lines[:_TOP]:
        paragraph = _STOP.search(line.words) is not None or len(line.words) > _LONGEST_HEADLINE
        shown = parse_shown_date(line.words[:120] if paragraph else line.words)
        if shown is not None and shown.date is not None:
            after = line.words[shown.span.end :].lstrip()
            if not paragraph or (shown.span.start <= 40 and after[:1] in "-–—:(/|"):
                return shown.date
        if paragraph:
            return None
    return None


def _issuer(lines: Sequence[_Line], end: int) -> str | None:
    """The body that issued the release: a source line, "About X", a letterhead; None where none tells."""
    for line in (*lines[:_TOP], *lines[max(_TOP, len(lines) - 12) :]):
        lead, colon, rest = line.words.partition(":")
        if (
            colon
            and lead.strip().casefold() in load_words("releases", "issued_by")
            and 2 < len(rest.strip()) <= 100
        ):
            return rest.strip(" .")
    for line in lines[end:]:
        if _is_about(line):
            lead = next(w for w in _leads("about") if line.bare.startswith(w))
            name = line.words[len(lead) :].partition(":")[0].strip(" '’.:*_")
            return name.removeprefix("the ").removeprefix("The ") or None
    letterhead = next((line.words.strip(" :") for line in lines[:2] if _is_letterhead(line)), None)
    return letterhead or _named_first(lines[:end])


def _named_first(lines: Sequence[_Line]) -> str | None:
    """The one company that the message names with its legal form, or the body that its first sentence begins
    with and abbreviates: "The Lunda Dockers' Union (LDU) calls ..."."""
    names = {found["name"] for line in lines[:_TOP] for found in _COMPANY.finditer(line.words)}
    if len(names) == 1:
        return names.pop()
    sentence = next((line for line in lines[:_TOP] if _STOP.search(line.words)), None)
    body = _ABBREVIATED.match(sentence.words) if sentence else None
    return body["name"] if body else None


def _is_letterhead(line: _Line) -> bool:
    """Whether a line is the name of a body and no more."""
    words = _WORD.findall(line.words)
    if (
        not 1 < len(words) <= _LETTERHEAD_WORDS
        or _STOP.search(line.words)
        or any(c.isdigit() for c in line.words)
    ):
        return False
    if line.bare in load_words("releases", "labels") or _without_label(line.words) != line.words:
        return False
    lower = [word.casefold().strip(".") for word in words]
    named = lower[-1] in load_words("releases", "legal_forms") or any(
        w in load_words("releases", "body_words") for w in lower
    )
    small = load_words("releases", "small_words")
    if not named or any(word in load_words("releases", "headline_words") for word in lower):
        return False
    return all(word[0].isupper() or word in small or not word[0].isalpha() for word in words)


def _body(text: str, lines: Sequence[_Line], headline: int | None, end: int) -> Span:
    """From the headline, or the first line that is neither label nor date, to the end of the message."""
    first = (
        headline
        if headline is not None
        else next(
            (i for i, line in enumerate(lines) if _without_label(line.words) and not _is_date(line.words)), 0
        )
    )
    first = min(first, len(lines) - 1)
    last = max(first, end - 1)
    lead = (
        lines[first].span.start
        + len(text[lines[first].span.start :])
        - len(text[lines[first].span.start :].lstrip())
    )
    return Span(lead, lines[last].span.start + len(lines[last].span.of(text).rstrip()))


def _without_label(words: str) -> str:
    """What follows a label such as "PRESS RELEASE": a headline, a date, or nothing."""
    lower = words.casefold()
    label = next((w for w in _leads("labels") if lower.startswith(w)), None)
    if label is None:
        return words
    rest = words[len(label) :]
    gap = _AFTER_LABEL.match(rest)
    after = rest[gap.end() :] if gap else rest
    marked = not after or bool(gap and gap.group().strip()) or _is_date(after)
    return (after if not _is_date(after) else "") if marked else words


def _is_date(words: str) -> bool:
    """Whether a line is a date, with a place, a weekday, an hour beside it at most."""
    shown = parse_shown_date(words) if len(words) <= 80 else None
    if shown is None:
        return False
    rest = _WORD.findall(words[: shown.span.start] + " " + words[shown.span.end :])
    return len(rest) <= 3


@cache
def _leads(key: str) -> tuple[str, ...]:
    """Longest first, so that "press release" is not taken for "press"; each ends at a word's end."""
    return tuple(sorted(load_words("releases", key), key=len, reverse=True))
