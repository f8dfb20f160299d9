"""The columns of a row in Arrow: as in `rows.py`, and in a report's JSON."""

from __future__ import annotations

import pyarrow as pa

_TEXT, _TEXTS, _PLACE, _SCORE = pa.string(), pa.list_(pa.string()), pa.int64(), pa.float64()


def _struct(**columns: pa.DataType) -> pa.DataType:
    return pa.struct(list(columns.items()))


_EXCERPT = _struct(source=_TEXT, start=_PLACE, end=_PLACE, text=_TEXT, line=_PLACE, column=_PLACE)
_DOCUMENT = _struct(
    uri=_TEXT,
    media_type=_TEXT,
    language=_TEXT,
    published=_TEXT,
    published_from=_TEXT,
    sha256=_TEXT,
    notes=_TEXTS,
)
_POST = _struct(
    id=_TEXT,
    origin=_TEXT,
    platform=_TEXT,
    start=_PLACE,
    end=_PLACE,
    text=_TEXT,
    author_name=_TEXT,
    handle=_TEXT,
    posted=_TEXT,
    posted_at=_TEXT,
    posted_from=_TEXT,
    url=_TEXT,
    status_id=_TEXT,
    mentions=_TEXTS,
    hashtags=_TEXTS,
    links=_TEXTS,
    media=_TEXTS,
    parent=_TEXT,
    boundary=_TEXT,
    form=_TEXT,
)
_CLAIM = _struct(
    id=_TEXT, start=_PLACE, end=_PLACE, text=_TEXT, speaker=_TEXT, cue=_TEXT, mode=_TEXT, channel=_TEXT
)
_COMPARISON = _struct(feature=_TEXT, score=_SCORE, claimed=_TEXT, evidence=_TEXT, detail=_TEXT, clash=_TEXT)
_LINK = _struct(
    claim=_TEXT,
    evidence=_TEXT,
    start=_PLACE,
    end=_PLACE,
    relation=_TEXT,
    score=_SCORE,
    comparisons=pa.list_(_COMPARISON),
)
_DISCREPANCY = _struct(
    kind=_TEXT,
    level=_TEXT,
    message=_TEXT,
    claimed=_EXCERPT,
    evidence=_EXCERPT,
    suggestion=_TEXT,
    confidence=_SCORE,
)

ROWS = pa.schema(
    {
        "id": _TEXT,
        "error": _TEXT,
        "document": _DOCUMENT,
        "posts": pa.list_(_POST),
        "claims": pa.list_(_CLAIM),
        "links": pa.list_(_LINK),
        "discrepancies": pa.list_(_DISCREPANCY),
    }
)
