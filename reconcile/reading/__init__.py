"""From bytes to a document: what is prose, what is a post, what is neither."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import regex

from reconcile.errors import InputError
from reconcile.patterns import lazy_regex

if TYPE_CHECKING:
    from reconcile.model import Document, Post

_HTML = lazy_regex(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|script|link|div|article|main|section|header|nav|h[1-6]|p|table"
    r"|blockquote|figure|ul|ol|li|span|a|b|i|em|strong|br|hr|img|iframe|center|font|form|aside|footer|amp-[a-z]+)\b",
    regex.IGNORECASE,
)
#: Elements that a text in which HTML is only mentioned does not have in this number.
_TAG = lazy_regex(
    r"</(?:p|div|a|h[1-6]|li|blockquote|article|body|html)>|<(?:p|br|div|article|body)[\s>/]",
    regex.IGNORECASE,
)
_MANY_TAGS = 5


def read_document(
    source: str | bytes,
    *,
    uri: str | None = None,
    media_type: str | None = None,
    published: date | None = None,
) -> tuple[Document, tuple[Post, ...]]:
    """The document in `source`, and the posts reproduced in it, in order, with ids p1, p2 ...

    `media_type` "text/html" or "text/plain" (parameters are ignored) decides what `source` is; without it the
    content does. `published` overrules the date that the document gives itself.

    Raises InputError where `source` is empty or no text, or where `media_type` is another.
    """
    from reconcile.reading.decode import decode

    place = uri or "the article"
    kind = (media_type or "").partition(";")[0].strip().lower()
    if kind not in ("", "text/html", "application/xhtml+xml", "text/plain"):
        raise InputError(place, f"media type {kind!r} is not read", "give text/html or text/plain")
    as_bytes = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    decoded = decode(source, place)
    digest = sha256(as_bytes).hexdigest()
    if kind in ("text/html", "application/xhtml+xml") or (not kind and is_html(decoded.text)):
        from reconcile.reading.page import read_page

        return read_page(decoded.text, uri=uri, published=published, sha256=digest, notes=decoded.notes)
    from attrs import evolve

    from reconcile.reading.flat import read_flat

    document, posts = read_flat(decoded.text, uri=uri, published=published, sha256=digest)
    if decoded.notes:
        document = evolve(document, notes=(*decoded.notes, *document.notes))
    return document, posts


def is_html(text: str) -> bool:
    """Whether `text` is HTML rather than plain text.

    >>> is_html("<!doctype html><p>One"), is_html("Prices < 5 and > 3 rose.")
    (True, False)
    """
    if "<" not in text:
        return False
    return bool(_HTML.match(text, 0, 100_000)) or len(_TAG.findall(text, 0, 20_000)) >= _MANY_TAGS
