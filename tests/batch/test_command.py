"""`reconcile batch` as a person runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["fixtures"], "--output"),
        (
            ["no-such-folder", "-o", "rows.jsonl"],
            "no-such-folder: there is no such file or folder; give a folder",
        ),
        (["articles.jsonl", "-o", "rows.txt"], "rows.txt: its name tells no form; let it end in .jsonl"),
        (["articles.jsonl", "-o", "-"], "its name tells no form"),
        (["articles.jsonl", "-o", "articles.jsonl"], "articles.jsonl: is the input"),
        (["articles.jsonl", "-o", "none/rows.jsonl"], "none/rows.jsonl: cannot be written: No such file"),
        (["articles.jsonl", "-o", "rows.jsonl", "--workers", "0"], "'0' is no number of processes"),
        (["articles.jsonl", "-o", "rows.jsonl", "--deadline", "nan"], "'nan' is no number of seconds"),
        (["articles.jsonl", "-o", "rows.jsonl", "--dedline", "2"], "did you mean --deadline?"),
    ],
)
def test_refused_in_one_line(arguments, words, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("articles.jsonl").write_text('{"id": 1, "text": "Fine."}\n', "utf-8")
    status, out, err = run("batch", *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1) and words in err
    assert sorted(path.name for path in Path().iterdir()) == ["articles.jsonl"]


def test_the_rows_and_one_line_of_summary(run, rows, tmp_path):
    given, out = tmp_path / "articles.jsonl", tmp_path / "rows.jsonl"
    article = (FIXTURES / "brussels-visit" / "article.txt").read_text("utf-8")
    fields = [{"id": "a", "text": article}, {"id": "b", "text": ""}, {"id": "a", "text": "Again."}]
    given.write_text("".join(json.dumps(each) + "\n" for each in fields), "utf-8")
    status, told, err = run("batch", given, "-o", out, "--workers", 1)
    assert (status, told) == (0, "")
    assert err.startswith(f"{out}: 3 articles, 2 errors, ") and err.endswith(" s\n")
    first, second, third = rows(out)
    assert list(first) == ["id", "error", "document", "posts", "claims", "links", "discrepancies"]
    assert first["error"] is None and first["posts"] and first["links"]
    assert (
        second["error"] == f"{given}, line 2: the article is empty; give it in a field html, text or content"
    )
    assert "line 3: the id 'a' has occurred before" in third["error"] and third["posts"] == []
    checked, _, _ = run(
        "check", FIXTURES / "brussels-visit" / "article.txt", "--format", "json", "-o", tmp_path / "r"
    )
    report = json.loads((tmp_path / "r").read_text("utf-8"))
    assert checked == 1
    for part in ("posts", "links", "discrepancies"):
        assert first[part] == report[part]


def test_the_same_rows_in_parquet(run, rows, tmp_path):
    pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra [batch]")
    for name in ("rows.jsonl", "rows.parquet"):
        assert run("batch", FIXTURES, "-o", tmp_path / name)[0] == 0
    assert pq.read_table(tmp_path / "rows.parquet").to_pylist() == rows(tmp_path / "rows.jsonl")


def test_no_articles_make_an_empty_output(run, tmp_path):
    (tmp_path / "a.jsonl").write_text("\n", "utf-8")
    status, _, err = run("batch", tmp_path / "a.jsonl", "-o", tmp_path / "rows.jsonl")
    assert status == 0 and "0 articles, 0 errors" in err and (tmp_path / "rows.jsonl").read_bytes() == b""


@pytest.mark.skipif(os.name != "posix", reason="terminals are made by pty")
def test_a_bar_on_a_terminal_only(lines, tmp_path):
    import pty

    given = lines(*["The ferry left Lisk on Monday."] * 30)
    command = [sys.executable, "-m", "reconcile", "batch", given, "-o", str(tmp_path / "rows.jsonl")]
    quiet = subprocess.run(command, capture_output=True, text=True, check=True)
    assert quiet.stdout == "" and quiet.stderr.count("\n") == 1 and "%" not in quiet.stderr
    parent, child = pty.openpty()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=child, env={**os.environ, "COLUMNS": "100"}
    ) as process:
        os.close(child)
        shown = b""
        try:
            while part := os.read(parent, 4096):
                shown += part
        except OSError:
            pass
        finally:
            os.close(parent)
    assert process.returncode == 0
    told = shown.decode()
    assert "100%|" in told and "30 articles [" in told and "articles/s" in told
    assert "30 articles, 0 errors" in told.splitlines()[-1]


def test_help_loads_no_batch():
    code = (
        "import sys\nfrom reconcile.cli import main\n"
        "try: main(['batch', '--help'])\nexcept SystemExit: pass\n"
        "heavy = ('attrs', 'multiprocessing', 'tqdm', 'pyarrow', 'fastwarc', 'reconcile.batch', 'csv')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_an_ordinary_run_loads_no_extra(lines, tmp_path):
    code = (
        "import sys\nfrom reconcile.cli import main\n"
        "main(sys.argv[1:])\n"
        "print([name for name in ('pyarrow', 'fastwarc', 'tqdm', 'distributed') if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, "batch", lines("Fine."), "-o", str(tmp_path / "rows.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_glob_does_not_read_its_own_output(run, rows, lines, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines("The ferry left Lisk on Monday.")
    for _ in range(2):
        assert run("batch", "*", "-o", "rows.jsonl")[0] == 0
        assert [row["id"] for row in rows("rows.jsonl")] == ["a0"]


HARBOUR = """Harbour Minister Ilse Vandorn opened the Tarn lock on Tuesday. It cost 14 million euros.

The Tarn lock is open! It cost 41 million euros. Thank you, minister @IlseVandoorn.
— Port of Tarn (@portoftarn) March 5, 2024
"""


@pytest.fixture
def harbour(tmp_path):
    """An input of one article with a misspelt name and a wrong sum."""
    given = tmp_path / "articles.jsonl"
    given.write_text(json.dumps({"id": "a", "text": HARBOUR}) + "\n", "utf-8")
    return given


def kinds_in(out: Path) -> list[str]:
    row = json.loads(out.read_text("utf-8"))
    return [d["kind"] for d in row["discrepancies"] if d["level"] != "note"]


def test_settings_hold_for_many_articles_as_for_one(run, harbour):
    out = harbour.with_name("rows.jsonl")
    assert run("batch", harbour, "-o", out)[0] == 0
    assert kinds_in(out) == ["name.spelling", "number.value"]
    harbour.with_name("reconcile.toml").write_text('ignore = ["name"]', "utf-8")
    assert run("batch", harbour, "-o", out)[0] == 0
    assert kinds_in(out) == ["number.value"]
    assert run("batch", harbour, "-o", out, "--select", "role", "--no-config")[0] == 0
    assert kinds_in(out) == []


def test_a_roster_holds_for_many_articles(run, harbour):
    roster = harbour.with_name("roster.csv")
    roster.write_text("name,handles\nIlse Vandorn,IlseVandoorn\n", "utf-8")
    out = harbour.with_name("rows.jsonl")
    assert run("batch", harbour, "-o", out, "--roster", roster)[0] == 0
    assert kinds_in(out) == ["number.value"]
