"""The day on which a page says that it was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from turbohtml import Document as Tree

from reconcile.lexicons import load_toml, load_words
from reconcile.patterns import lazy_regex
from reconcile.shown_dates import PRESS_YEARS, parse_shown_date

_NESTED = ("@graph", "mainEntity", "mainEntityOfPage")
_MAX_GRAPH = 400
_ARTICLE = lazy_regex(r"Article|Posting|Report")
_DAY = lazy_regex(r"(\d{4})-?(\d\d)-?(\d\d)")


def published_in_page(tree: Tree) -> tuple[date, str] | None:
    """The day, and what said so: "json-ld", "meta" or "time"; None where the metadata tell none."""
    for source, days in (("json-ld", _json_ld(tree)), ("meta", _meta(tree)), ("time", _time(tree))):
        if (day := next(days, None)) is not None:
            return day, source
    return None


def _json_ld(tree: Tree) -> Iterator[date]:
    """`datePublished` of the page's articles, then of whatever else has one."""
    nodes: list[object] = list(tree.json_ld())
    later: list[date] = []
    for _ in range(_MAX_GRAPH):
        if not nodes:
            break
        node = nodes.pop(0)
        if isinstance(node, list):
            nodes[:0] = node
        elif isinstance(node, dict):
            nodes += [node[key] for key in _NESTED if isinstance(node.get(key), (list, dict))]
            day = _day(node.get("datePublished"))
            kinds = str(node.get("@type"))
            if day and _ARTICLE.search(kinds):
                yield day
            elif day:
                later.append(day)
    yield from later


def _meta(tree: Tree) -> Iterator[date]:
    """The days in the page's meta elements, the more exact names first."""
    names = load_words("html", "published_meta")
    found: dict[str, date] = {}
    for meta in tree.find_all("meta"):
        name = (meta.attr("property") or meta.attr("name") or meta.attr("itemprop") or "").casefold()
        if name in names and name not in found and (day := _day(meta.attr("content"))):
            found[name] = day
    if found:
        order = cast("list[str]", load_toml("html")["published_meta"])
        yield from (found[name] for name in order if name in found)


def _time(tree: Tree) -> Iterator[date]:
    """The first time elements that are marked as the publication's, or stand in a headline's company."""
    chosen = tree.select(
        "[itemprop~=datePublished], time[pubdate], time.published, time.entry-date, header time, article time"
    )
    for element in chosen[:3]:
        if day := _day(element.attr("datetime") or element.attr("content") or element.text):
            yield day


def _day(value: object) -> date | None:
    """The day of an ISO date or a printed one."""
    if not isinstance(value, str):
        return None
    match = _DAY.match(value.strip())
    if match:
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
        return day if day.year in PRESS_YEARS else None
    shown = parse_shown_date(value[:100])
    return shown.date if shown else None
