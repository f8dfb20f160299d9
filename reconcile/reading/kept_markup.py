"""Markup and JSON of posts that a page keeps as text: in attributes, templates, scripts that are no code.

So pages hold embeds back until a reader agrees to load them: as HTML, escaped once more, or in base 64.
"""

from __future__ import annotations

import html
import json
import re
from base64 import b64decode
from binascii import Error as BadBase64
from collections.abc import Iterator

from turbohtml import Element

from reconcile.markup import MAX_MARKUP
from reconcile.patterns import lazy_re
from reconcile.reading.post_links import NOT_SHOWN, may_hold_link

#: Elements whose contents are text to a browser, or are not shown.
KEEPERS = frozenset({"script", "template", "textarea"})
#: Attributes in which newsletters keep a post as JSON.
JSON_ATTRIBUTES = ("data-attrs", "data-props", "data-json")
_MAX_VALUE = 100_000
_MIN_MARKUP = 30
_MARKUP = lazy_re(
    r"\s*(?:<|&lt;)(?:blockquote|iframe|div|figure|script|amp-|p|section|article)\b", re.IGNORECASE
)
#: "<blo..." and the like in base 64 begin with P.
_BASE64 = lazy_re(r"\s*P[A-Za-z0-9+/\s]{38,}={0,2}\s*")

#: How markup stands in a string of a script.
_SCRIPT_ESCAPES = (
    ("\\/", "/"),
    ('\\"', '"'),
    ("\\n", "\n"),
    ("\\u003c", "<"),
    ("\\u003C", "<"),
    ("\\u003e", ">"),
    ("\\u003E", ">"),
    ("\\u0022", '"'),
)


def may_keep(name: str, value: str) -> bool:
    """A quick test whether an attribute may hold a post's markup or JSON."""
    if name in JSON_ATTRIBUTES:
        return True
    return value.lstrip()[:1] in ("<", "&", "P") and bool(_MARKUP.match(value) or _BASE64.fullmatch(value))


def markup_in(element: Element) -> Iterator[str]:
    """HTML that `element` keeps as text and that may hold a post."""
    if element.tag in KEEPERS:
        yield from _unpacked(element.inner_html if element.tag == "template" else element.text)
    for name, value in element.attrs.items():
        if not isinstance(value, str) or name in NOT_SHOWN or not _MIN_MARKUP < len(value) <= _MAX_VALUE:
            continue
        if may_keep(name, value) and not value.lstrip().startswith("{"):
            yield from _unpacked(value)


def json_in(element: Element) -> dict[str, object] | None:
    """The fields that `element` keeps as JSON in an attribute, or None."""
    for name in JSON_ATTRIBUTES:
        value = element.attr(name)
        if value and value.lstrip().startswith("{") and len(value) <= _MAX_VALUE:
            try:
                fields = json.loads(value)
            except (ValueError, RecursionError):
                continue
            if isinstance(fields, dict):
                return fields
    return None


def _unpacked(text: str) -> Iterator[str]:
    """The HTML in `text`, if it is HTML with a link to a platform in it."""
    if len(text) > MAX_MARKUP:
        return
    if _BASE64.fullmatch(text):
        try:
            text = b64decode(text, validate=False).decode("utf-8", "replace")
        except (BadBase64, ValueError):
            return
    if "\\/" in text or "\\u003" in text:
        for escaped, char in _SCRIPT_ESCAPES:
            text = text.replace(escaped, char)
    if "&lt;" in text and "<" not in text:
        text = html.unescape(text)
    if _MARKUP.search(text) and may_hold_link(text):
        yield text
