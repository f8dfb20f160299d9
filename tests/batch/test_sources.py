"""The forms of input: what is no article is told where it stands, and every article comes out with its id."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from reconcile.batch import entry as entry_module
from reconcile.batch.rows import line_of, row_of, told_by
from reconcile.batch.sources import entries, find
from reconcile.errors import InputError

TEXT = "The ferry left Lisk on Monday."
PAGE = f"<html><body><p>{TEXT}</p></body></html>"


def read(given: object) -> list[dict]:
    """The rows of an input, without a pool."""
    return [row_of(entry) for _, entry in entries(find(str(given), "rows.jsonl"))]


def told(rows: list[dict]) -> list[tuple[str | None, str | None]]:
    return [(row["id"], row["error"]) for row in rows]


# -- input that cannot be used at all ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.jsonl", None, "there is no such file or folder"),
        ("one.html", PAGE, "is no file of many articles; give a folder"),
        ("a.csv", "", "line 1: the first row names no id"),
        ("a.csv", "title,text\n", "line 1: the first row names no id"),
        ("a.csv", "id,title\n1,x\n", "line 1: the first row names no column for the article"),
    ],
)
def test_refused(name, content, words, tmp_path):
    path = tmp_path / name
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=words):
        read(path)


def test_a_folder_without_articles_and_a_glob_without_match_are_refused(tmp_path):
    (tmp_path / "labels.toml").write_text("x = 1", "utf-8")
    with pytest.raises(InputError, match=r"holds no \.html"):
        read(tmp_path)
    with pytest.raises(InputError, match="matches no file"):
        read(tmp_path / "*.html")


def test_a_broken_parquet_is_refused(tmp_path):
    pytest.importorskip("pyarrow", reason="needs the extra [batch]")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 no, not at all")
    with pytest.raises(InputError, match="is no Parquet"):
        read(tmp_path / "a.parquet")


@pytest.mark.parametrize(("name", "extra"), [("a.parquet", "batch"), ("a.warc.gz", "warc")])
def test_a_missing_package_is_told_in_one_line(name, extra, tmp_path, monkeypatch):
    import sys

    (tmp_path / name).write_bytes(b"")
    for module in ("pyarrow", "fastwarc", "fastwarc.warc"):
        monkeypatch.setitem(sys.modules, module, None)
    for form in ("parquet", "warc"):
        monkeypatch.delitem(sys.modules, f"reconcile.batch.sources.{form}", raising=False)
    with pytest.raises(InputError, match=rf"not installed; pip install 'press-reconcile\[{extra}\]'"):
        read(tmp_path / name)


# -- articles that cannot be read are rows, and the next one is read -----------------------------------


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        (b'{"id": "x", "text": "cut', None, "is no JSON: "),
        (b"nonsense", None, "is no JSON: "),
        (b'["a"]', None, "is no JSON object"),
        (b'{"id": "x", "text": "\xff\xfe"}', None, "is no UTF-8 text"),
        (b"[" * 100_000, None, "nested too deep"),
        (b'{"text": "A line."}', None, "has no id"),
        (b'{"id": null, "text": "A line."}', None, "has no id"),
        (b'{"id": true, "text": "A line."}', None, "has no id"),
        (b'{"id": "x"}', "x", "the article is not there"),
        (b'{"id": "x", "text": ""}', "x", "the article is empty"),
        (b'{"id": "x", "text": "  "}', "x", "empty"),
        (b'{"id": "x", "text": ["a"]}', "x", "the field text is no text"),
        (b'{"id": "x", "text": "A line.", "published": "Monday"}', "x", "published: 'Monday' is no date"),
        (b'{"id": "x", "text": "A line.", "published": "0001-01-01"}', "x", "published"),
        (b'{"id": "x", "text": "A line.", "releases": {"a": 1}}', "x", "releases is no text"),
        (b'{"id": "x", "text": "A line.", "posts": [{"a": 1}]}', "x", "posts"),
    ],
)
def test_a_bad_line_is_a_row(line, name, words, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": 1, "text": "Fine."}\n\n' + line + b'\n{"id": 2, "text": "Fine."}')
    first, bad, last = read(path)
    assert told([first, last]) == [("1", None), ("2", None)]
    assert bad["id"] == name and bad["error"].startswith(f"{path}, line 3: ") and words in bad["error"]
    assert bad["posts"] == bad["links"] == [] and bad["document"] is None
    assert "internal error" not in bad["error"] and "\n" not in bad["error"]


def test_a_line_that_is_too_long_is_skipped(tmp_path, monkeypatch):
    monkeypatch.setattr("reconcile.batch.sources.jsonl.MAX_BYTES", 100)
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"id": n, "text": "x" * n}) + "\n" for n in (10, 500, 11)), "utf-8")
    rows = read(path)
    assert [row["id"] for row in rows] == ["10", None, "11"] and "line 2: is longer" in rows[1]["error"]


def test_files_that_are_no_articles_are_rows(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.html").write_bytes(b"")
    (tmp_path / "d.txt").write_text(TEXT, "utf-8")
    rows = read(tmp_path)
    assert [(name, bool(error)) for name, error in told(rows)] == [
        ("a.txt", True),
        ("b.txt", True),
        ("c.html", True),
        ("d.txt", False),
    ]
    # The place is told once.
    assert all(row["error"].count(f"{tmp_path}/") == 1 for row in rows[:3])


def test_a_file_that_goes_away_is_a_row(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    found = find(str(tmp_path), "rows.jsonl")
    (tmp_path / "a.txt").unlink()
    rows = [row_of(entry) for _, entry in entries(found)]
    assert [row["id"] for row in rows] == ["a.txt", "b.txt"] and "no such file" in rows[0]["error"]
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    assert [bool(row["error"]) for row in read(tmp_path)] == [True, False]
    assert [bool(row["error"]) for row in read(tmp_path / "*.txt")] == [True, False]


def test_rows_of_csv_that_are_broken(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(
        b'id,text\n1,"One, with ""words"" and\na line"\n2,too,many\n3,"broken"quote\n,no id\n4,\xff\xfe\n5,Five.\n'
    )
    rows = read(path)
    assert [row["id"] for row in rows] == ["1", "2", None, None, None, "5"]
    problems = [row["error"] for row in rows]
    assert "line 4: has 3 fields and the first row 2" in problems[1]
    assert "line 5: is no CSV" in problems[2] and "no id" in problems[3] and "no UTF-8" in problems[4]
    assert problems[0] is problems[5] is None


def test_a_quotation_mark_that_is_never_closed_swallows_no_article_silently(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,One.\n2,"Two\n3,Three.\n', "utf-8")
    rows = read(path)
    assert rows[0]["error"] is None and "is no CSV: unexpected end of data" in rows[-1]["error"]


def test_one_broken_file_of_several_is_a_row(tmp_path):
    pytest.importorskip("pyarrow", reason="needs the extra [batch]")
    (tmp_path / "a.parquet").write_bytes(b"no")
    (tmp_path / "b.jsonl").write_text('{"id": 1, "text": "Fine."}\n', "utf-8")
    rows = read(tmp_path / "*")
    assert "a.parquet: is no Parquet" in rows[0]["error"] and rows[1]["error"] is None


# -- every form gives its articles ---------------------------------------------------------------------


def test_a_folder_gives_what_is_in_it_in_order(tmp_path):
    for name in ("b.html", "a.txt", "sub/c.HTM", ".hidden/x.txt", "labels.toml", ".x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGE if "h" in path.suffix.lower() else TEXT, "utf-8")
    assert told(read(tmp_path)) == [("a.txt", None), ("b.html", None), ("sub/c.HTM", None)]
    assert [name for name, _ in told(read(tmp_path / "**" / "*.[hHt]*"))] == [
        str(tmp_path / name) for name in ("a.txt", "b.html", "labels.toml", "sub/c.HTM")
    ]


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX only")
def test_a_name_that_is_no_utf8(tmp_path):
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text(TEXT, "utf-8")
    assert told(read(tmp_path)) == [("caf\ufffd.txt", None)]


def test_json_lines_with_all_that_is_supplied(tmp_path):
    path = tmp_path / "a.ndjson"
    article = {
        "id": "n1",
        "text": "The port of Lisk opened its quay on 4 March. It cost 31 million euros.",
        "published": "2024-03-06T08:00:00+01:00",
        "url": "https://news.example/quay",
        "releases": ["Port of Lisk\n\nThe new quay of the port of Lisk cost 13 million euros."],
        "posts": [{"platform": "x", "handle": "portoflisk", "text": "Our new quay cost 13 million euros."}],
    }
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(article).encode() + b"\r\n")
    (row,) = read(path)
    assert row["error"] is None and row["document"]["published"] == "2024-03-06"
    assert row["document"]["uri"] == "https://news.example/quay"
    assert [post["origin"] for post in row["posts"]] == ["supplied"]
    assert "number.value" in {finding["kind"] for finding in row["discrepancies"]}
    assert {link["claim"] for link in row["links"]} == {claim["id"] for claim in row["claims"]}
    assert {"p1", "r1"} & {link["evidence"] for link in row["links"]}


@pytest.mark.parametrize(("end", "delimiter"), [("csv", ","), ("csv", ";"), ("tsv", "\t")])
def test_a_table(end, delimiter, tmp_path):
    path = tmp_path / f"a.{end}"
    rows = [["\ufeffURL", "html", "Published", "other"], ["https://a.example/1", PAGE, "2024-03-06", "x"]]
    path.write_text("\r\n".join(delimiter.join(row) for row in rows), "utf-8")
    (row,) = read(path)
    assert (row["id"], row["error"]) == ("https://a.example/1", None)
    assert (row["document"]["media_type"], row["document"]["published"]) == ("text/html", "2024-03-06")


def test_parquet(tmp_path):
    pa = pytest.importorskip("pyarrow", reason="needs the extra [batch]")
    from datetime import date

    import pyarrow.parquet as pq

    rows = [
        {"id": 1, "content": PAGE.encode(), "published": date(2024, 3, 6), "releases": [TEXT], "other": 1.5},
        {"id": 2, "content": None, "published": None, "releases": None, "other": None},
        {"id": None, "content": TEXT.encode(), "published": None, "releases": [], "other": None},
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    first, second, third = read(tmp_path / "a.parquet")
    assert first["error"] is None and first["document"]["published"] == "2024-03-06"
    assert second["id"] == "2" and "row 2: the article is empty" in second["error"]
    assert third["id"] is None and "row 3: has no id" in third["error"]


def record(
    name: str, body: bytes, *, kind: str = "text/html", status: str = "200 OK", more: str = ""
) -> bytes:
    """A WARC record of a response."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
        f"WARC-Target-URI: https://news.example/{name}\r\nWARC-Date: 2024-03-06T00:00:00Z\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archive(path: Path, records: list[bytes]) -> None:
    """A WARC file in the compression that its name tells, a member a record."""
    if path.suffix == ".gz":
        path.write_bytes(b"".join(map(gzip.compress, records)))
    elif path.suffix == ".zst":
        pa = pytest.importorskip("pyarrow", reason="it is what compresses zstd here")
        path.write_bytes(b"".join(bytes(pa.compress(one, "zstd", asbytes=True)) for one in records))
    else:
        path.write_bytes(b"".join(records))


@pytest.mark.parametrize("end", ["warc", "warc.gz", "warc.zst"])
def test_an_archive(end, tmp_path):
    pytest.importorskip("fastwarc", reason="needs the extra [warc]")
    packed = gzip.compress(PAGE.encode())
    records = [
        record(
            "a", PAGE.replace("ferry", "bac à Lisk é").encode("latin-1"), kind="text/html; charset=ISO-8859-1"
        ),
        record("gone", b"<p>Not found</p>", status="404 Not Found"),
        record("image", b"\x89PNG", kind="image/png"),
        record("b", packed, more="Content-Encoding: gzip\r\n"),
        record("c", b"", kind="text/html"),
        record("d", TEXT.encode(), kind="text/plain"),
    ]
    archive(tmp_path / f"a.{end}", records)
    rows = read(tmp_path / f"a.{end}")
    assert [(row["id"], bool(row["error"])) for row in rows] == [
        ("urn:uuid:a", False),
        ("urn:uuid:b", False),
        ("urn:uuid:c", True),
        ("urn:uuid:d", False),
    ]
    assert rows[0]["document"]["uri"] == "https://news.example/a"
    assert rows[3]["document"]["media_type"] == "text/plain"


@pytest.mark.parametrize("end", ["warc", "warc.gz"])
def test_an_archive_that_breaks_off_says_so(end, tmp_path):
    pytest.importorskip("fastwarc", reason="needs the extra [warc]")
    path = tmp_path / f"a.{end}"
    # Of bytes that do not compress, so that the cut falls into the page.
    archive(path, [record("a", PAGE.encode()), record("b", PAGE.encode() + os.urandom(5000).hex().encode())])
    path.write_bytes(path.read_bytes()[:-2000])
    rows = read(path)
    assert rows[0]["error"] is None and len(rows) == 2
    assert "cut short" in rows[1]["error"] or "broken" in rows[1]["error"]


def test_what_is_no_archive_says_so(tmp_path):
    pytest.importorskip("fastwarc", reason="needs the extra [warc]")
    (tmp_path / "a.warc.gz").write_bytes(b"hello" * 100)
    (row,) = read(tmp_path / "a.warc.gz")
    assert "the archive is broken" in row["error"]


def test_an_id_of_any_length_is_told():
    for length in (1, 2000, 2020, 2048, 5000):
        name = "é" * length
        assert told_by(line_of({"id": name, "error": None, "posts": []})) == (name, True)
        assert told_by(line_of({"id": name, "error": "none"})) == (name, False)


def test_shares_rise_to_one(tmp_path, lines):
    for number in range(3):
        lines(*[TEXT] * 5, name=f"{number}.jsonl")
    shares = [share for share, _ in entries(find(str(tmp_path / "*.jsonl"), "rows.jsonl"))]
    assert shares == sorted(shares) and len(shares) == 15 and shares[-1] == pytest.approx(1)
    assert entry_module.MAX_BYTES > 2**20
