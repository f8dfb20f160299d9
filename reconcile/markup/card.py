"""Posts printed as cards: author on top, body, date below, each in an element of its own, in any markup.

Read by what the elements are called (`Tweet-text`, `p-name`, `data-testid`), as microformats and the
platforms' own rendered widgets name them, and where they are called nothing, by what the lines look like.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias, cast

import regex
from attrs import frozen

from reconcile.lexicons import load_toml, load_words
from reconcile.markup.rendering import Rendering, render
from reconcile.shown_dates import match_shown_date

if TYPE_CHECKING:
    from turbohtml import Element

_NAMES_OF_PARTS = ("class", "itemprop", "data-testid", "data-type")
_NAMED = ", ".join(f"[{name}]:not(svg, svg *)" for name in _NAMES_OF_PARTS)
_HANDLE_LINE = regex.compile(
    r"(?P<name>[^\n]{0,100}?)\s*[(（]?@(?P<handle>\w[\w.-]{0,60}(?:@[\w.-]+\.\w+)?)[)）]?(?P<rest>[^\n]{0,60})"
)
#: Counters and buttons: "12", "1.2K Likes", "5.377 Kommentare".
_COUNTER = regex.compile(r"(?:[\d.,\s]++[KkMm]?+\s*+[\p{L} ]{0,25}+[·|]?+\s*+){1,4}+")


#: An element, and the parts of a card that it is called.
_Called: TypeAlias = "tuple[Element, frozenset[str]]"


@frozen
class Card:
    """A card's parts; `body` is "" where it shows none."""

    body: str
    name: str | None = None
    handle: str | None = None
    shown_date: str | None = None
    #: The moment in the markup, as printed there (ISO 8601 or the platform's own form).
    moment: str | None = None
    quoted: Card | None = None


def read_card(element: Element) -> Card:
    """The parts of the card that `element` is."""
    return _card(element, _called(element, [element, *_inside(element)]))


def _card(element: Element, called: Sequence[_Called]) -> Card:
    """The card that `element` is; `called` are the elements that are called what a part of a card is."""
    quoted = next((part for part, parts in called if "quoted" in parts), None)
    inner = None
    if quoted is not None:
        within = set(_inside(quoted))
        inner = _card(quoted, [(part, parts) for part, parts in called if part in within])
        called = [(part, parts) for part, parts in called if part not in within and part != quoted]
    rendering = render(element, [quoted] if quoted is not None else [])
    lines = [line for line in rendering.text.split("\n") if line.strip()]
    name, handle, used = _author(lines)
    names = [render(part).text.replace("\n", " ").strip() for part, parts in called if "name" in parts]
    name = min((text for text in names if text and text[0] != "@"), key=len, default=name)
    date, moment = _date(rendering, lines, used)
    bodies = _innermost([part for part, parts in called if "body" in parts])
    texts = [render(part, [quoted] if quoted is not None else []).text for part in bodies]
    body = max(texts, key=len, default="") or _body(rendering, lines, used, {name or ""})
    if body and body == name:
        body = ""
    return Card(body.strip(), name or None, handle, date, moment, inner if inner and inner.body else None)


def _inside(element: Element) -> list[Element]:
    """The elements in `element` that may be called something; drawings are no parts of a card."""
    return element.select(_NAMED)


def _called(element: Element, candidates: Iterable[Element]) -> list[_Called]:
    """Those of `candidates` that are called what parts of a card are, with those parts; empty ones are none."""
    called = []
    for candidate in candidates:
        parts: frozenset[str] = frozenset()
        for name in _NAMES_OF_PARTS:
            if names := candidate.attr(name):
                parts |= _parts_in(names)
        if parts and (candidate is element or not _is_empty(candidate)):
            called.append((candidate, parts))
    return called


def _is_empty(element: Element) -> bool:
    """Whether `element` is a box of nothing but boxes."""
    text = element.text
    return (not text or text.isspace()) and element.select_one(":not(div, span, svg, svg *)") is None


def _innermost(elements: Sequence[Element]) -> list[Element]:
    """Those of `elements` that hold no other of them."""
    known = set(elements)
    holding = {above for element in elements for above in element.ancestors if above in known}
    return [element for element in elements if element not in holding]


@cache
def _patterns() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The parts of a card with what elements with them are called, in any spelling of hyphens and capitals."""
    table = cast("dict[str, list[str]]", load_toml("html")["card"])
    return tuple((part, _pattern(table[part])) for part in ("quoted", "name", "body"))


def _pattern(names: Iterable[str]) -> regex.Pattern[str]:
    joined = "|".join(regex.sub(r"[-_]+", "[-_]*", name) for name in names)
    return regex.compile(rf"(?<![a-zA-Z])(?:{joined})(?![a-z])", regex.IGNORECASE)


@lru_cache(maxsize=4096)
def _parts_in(names: str) -> frozenset[str]:
    """The parts of a card that what an element is called says it is; the cards of a page are called alike."""
    return frozenset(part for part, pattern in _patterns() if pattern.search(names))


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
