"""Posts printed as cards: author on top, body, date below, each in an element of its own, in any markup.

Read by what the elements are called (`Tweet-text`, `p-name`, `data-testid`), as microformats and the
platforms' own rendered widgets name them, and where they are called nothing, by what the lines look like.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

import regex

from reconcile.lexicons import load_toml, load_words
from reconcile.markup import attribute
from reconcile.markup.rendering import Rendering, render
from reconcile.patterns import lazy_regex
from reconcile.shown_dates import match_shown_date

if TYPE_CHECKING:
    from bs4 import Tag

_NAMES_OF_PARTS = ("class", "itemprop", "data-testid", "data-type")
_HANDLE_LINE = lazy_regex(
    r"(?P<name>[^\n]{0,100}?)\s*[(（]?@(?P<handle>\w[\w.-]{0,60}(?:@[\w.-]+\.\w+)?)[)）]?(?P<rest>[^\n]{0,60})"
)
#: Counters and buttons: "12", "1.2K Likes", "5.377 Kommentare".
_COUNTER = lazy_regex(r"(?:[\d.,\s]++[KkMm]?+\s*+[\p{L} ]{0,25}+[·|]?+\s*+){1,4}+")


class Card(NamedTuple):
    """A card's parts; `body` is "" where it shows none."""

    body: str
    name: str | None = None
    handle: str | None = None
    shown_date: str | None = None
    #: The moment in the markup, as printed there (ISO 8601 or the platform's own form).
    moment: str | None = None
    quoted: Card | None = None


def read_card(tag: Tag) -> Card:
    """The parts of the card that `tag` is."""
    quoted = _first_called(tag, _pattern("quoted"))
    inner = read_card(quoted) if quoted is not None else None
    rendering = render(tag, [quoted] if quoted is not None else [])
    lines = [line for line in rendering.text.split("\n") if line.strip()]
    name, handle, used = _author(lines)
    called = [render(part).text.replace("\n", " ").strip() for part in _called(tag, _pattern("name"), quoted)]
    name = min((text for text in called if text and text[0] != "@"), key=len, default=name)
    date, moment = _date(rendering, lines, used)
    bodies = [
        render(part, [quoted] if quoted else []).text
        for part in _innermost(_called(tag, _pattern("body"), quoted))
    ]
    body = max(bodies, key=len, default="") or _body(rendering, lines, used, {name or ""})
    if body and body == name:
        body = ""
    return Card(body.strip(), name or None, handle, date, moment, inner if inner and inner.body else None)


@cache
def _pattern(part: str) -> regex.Pattern[str]:
    """What elements with that part of a card are called, in any spelling of hyphens and capitals."""
    table = cast("dict[str, list[str]]", load_toml("html")["card"])
    names = "|".join(regex.sub(r"[-_]+", "[-_]*", name) for name in table[part])
    return regex.compile(rf"(?<![a-zA-Z])(?:{names})(?![a-z])", regex.IGNORECASE)


def _called(tag: Tag, pattern: regex.Pattern[str], outside: Tag | None) -> list[Tag]:
    """Elements in `tag` but not in `outside` that are called what `pattern` says."""
    inside = {id(t) for t in outside.find_all(True)} | {id(outside)} if outside is not None else set()
    return [t for t in tag.find_all(True) if id(t) not in inside and _is_called(t, pattern)]


def _innermost(tags: list[Tag]) -> list[Tag]:
    """Those of `tags` that hold no other of them."""
    known = {id(tag) for tag in tags}
    return [tag for tag in tags if not any(id(inner) in known for inner in tag.find_all(True))]


def _first_called(tag: Tag, pattern: regex.Pattern[str]) -> Tag | None:
    """The first element below `tag` that is called what `pattern` says."""
    return next(
        (t for t in tag.find_all(True) if t.name not in ("body", "html") and _is_called(t, pattern)), None
    )


def _is_called(tag: Tag, pattern: regex.Pattern[str]) -> bool:
    return any(_says(pattern, attribute(tag, name)) for name in _NAMES_OF_PARTS if tag.has_attr(name))


@lru_cache(maxsize=4096)
def _says(pattern: regex.Pattern[str], names: str) -> bool:
    """Whether what an element is called says it; the cards of a page are called alike."""
    return pattern.search(names) is not None


def _author(lines: list[str]) -> tuple[str | None, str | None, set[int]]:
    """Name, handle, and which lines hold them: "Name @handle", or the handle on a line below the name."""
    for i, line in enumerate(lines[:4]):
        match = _HANDLE_LINE.fullmatch(line)
        if match is None or not _is_author_line(match["rest"].strip(" ·•|")):
            continue
        if match["name"].strip(" ·•|—–-"):
            return match["name"].strip(" ·•|"), match["handle"], {i}
        above = lines[i - 1].strip() if i else ""
        return (above, match["handle"], {i - 1, i}) if 0 < len(above) <= 100 else (None, match["handle"], {i})
    return None, None, set()


def _is_author_line(rest: str) -> bool:
    """Whether what follows a handle is nothing, a date, or a button: no sentence that mentions it."""
    return (
        not rest or match_shown_date(rest) is not None or rest.casefold() in load_words("furniture", "lines")
    )


def _date(rendering: Rendering, lines: list[str], used: set[int]) -> tuple[str | None, str | None]:
    """The printed date and the moment in the markup; the line of the date joins `used`."""
    times = [mark for mark in rendering.times if mark.span.start < mark.span.end]
    if times:
        shown = times[-1].span.of(rendering.text).strip()
        used.update(i for i, line in enumerate(lines) if shown in line and len(line) <= len(shown) + 30)
        return shown or None, times[-1].value or None
    moments = [mark.value for mark in rendering.times if mark.value]
    for i in reversed(range(len(lines))):
        if len(lines[i]) > 60 and i not in used:
            continue
        shown_date = match_shown_date(lines[i]) or match_shown_date(lines[i].rpartition("·")[2])
        if shown_date is not None:
            used.add(i)
            return lines[i].strip(), moments[-1] if moments else None
    return None, moments[-1] if moments else None


def _body(rendering: Rendering, lines: list[str], used: set[int], names: set[str]) -> str:
    """The lines that are neither author, date, counter nor a link's own label."""
    labels = {mark.span.of(rendering.text).strip() for mark in rendering.links}
    kept = [
        line
        for i, line in enumerate(lines)
        if i not in used and line not in names and line not in labels and not _COUNTER.fullmatch(line)
    ]
    while kept and kept[-1].casefold() in load_words("furniture", "lines"):
        kept.pop()
    return "\n".join(kept)
