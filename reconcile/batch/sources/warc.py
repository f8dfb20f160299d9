"""WARC (ISO 28500), plain, gzip or zstd: the pages of a crawl.

A page is a response of status 200 whose type is HTML or plain text. Its id is the record's; its `uri` the target's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from reconcile.batch.entry import MAX_BYTES, Article, Entry, Step, as_given, broken_entry

_PAGES = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}
_BOMS = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")


def entries(path: str) -> Iterator[Step]:
    """The pages in the archive at `path`; where the archive breaks off, an entry that says so is the last."""
    size = max(1, Path(path).stat().st_size)
    count = 0
    try:
        kinds = WarcRecordType.response
        for record in ArchiveIterator(path, record_types=kinds, parse_http=False, fsspec_args=False):
            entry = _entry(record, path)
            if entry:
                count += 1
                yield min(1.0, record.stream_pos / size), entry
    except (OSError, ValueError, EOFError) as error:
        where = f"{path}, after page {count}"
        yield 1.0, broken_entry(where, f"the archive is broken and not read on: {error}")


def _entry(record: WarcRecord, path: str) -> Entry | None:
    """The page of a record; None where it is none."""
    name = (record.record_id or f"record at {record.stream_pos}").strip("<>")
    place, told = f"{path}, {name}", record.content_length
    if told > MAX_BYTES:
        return broken_entry(place, f"is larger than {MAX_BYTES // 2**20} MB", name)
    try:
        record.freeze()
        if record.content_length < told:
            return broken_entry(place, "is cut short: the archive ends in it", name)
        record.parse_http(auto_decode="all")
        media_type = _PAGES.get((record.http_content_type or "").lower())
        if media_type is None or record.http_headers.status_code != 200:
            return None
        # One more than is read: what swells when it is unpacked does not stay unseen.
        body = record.reader.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        return broken_entry(place, f"cannot be unpacked: {error}", name)
    if len(body) > MAX_BYTES:
        return broken_entry(place, f"is larger than {MAX_BYTES // 2**20} MB", name)
    uri = record.headers.get("WARC-Target-URI")
    read = partial(article, name, body, media_type, uri, record.http_charset)
    return Entry(place, read, partial(as_given, name), len(body))


def article(name: str, body: bytes, media_type: str, uri: str | None, charset: str | None) -> Article:
    """The page of a record. The server's word on the charset goes before the page's own, as in a browser."""
    source: str | bytes = body
    if charset and not body.startswith(_BOMS):
        try:
            source = body.decode(charset)
        except (LookupError, UnicodeError):
            source = body
    return Article(id=name, source=source, media_type=media_type, uri=uri)
