"""The command line: what goes wrong is one line and exit status 2; what goes right comes in each format."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.reports import formats
from reconcile.rules import all_rules

FIXTURES = Path(__file__).parents[1] / "fixtures"
ARTICLE = FIXTURES / "brussels-visit" / "article.txt"
PAGE = FIXTURES / "ferry-refit" / "article.html"
#: What a complaint asks for, by the argument.
WANTED = {
    "article": "give an article",
    "--release": "give a press release",
    "--posts": "give JSON Lines",
    "--roster": "give a roster",
}


def complains(result: tuple[int, str, str], *words: str) -> bool:
    """Whether the command failed with one line that holds `words`, and no traceback."""
    status, out, err = result
    assert (status, out) == (2, "")
    assert err.count("\n") == 1 and err.startswith("reconcile")
    assert "Traceback" not in err and "internal error" not in err
    for word in words:
        assert word in err, err
    return True


# -- what must be refused, in one line -------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ["COMMAND"]),
        (["check"], ["ARTICLE"]),
        (["chekc", "a.txt"], ["chekc", "check"]),
        (["bach", "in", "-o", "out"], ["bach"]),
        (["check", "a.txt", "--format", "pdf"], ["pdf", "markdown"]),
        (["check", "a.txt", "--published", "12 June"], ["12 June", "2024-06-03"]),
        (["check", ARTICLE, "--published", "0999-01-01"], ["0999-01-01"]),
        (["check", "a.txt", "--select", "nmae.spelling"], ["nmae.spelling", "name.spelling"]),
        (["check", "a.txt", "--ignore", "qoute"], ["qoute", "quote"]),
        (["explain", "time.weekdays"], ["time.weekday'"]),
        (["posts"], ["ARTICLE"]),
        (["check", "a.txt", "--releases", "r.txt"], ["no option --releases", "did you mean --release?"]),
        (["check", "a.txt", "--zebra"], ["no option --zebra"]),
        (["check", "a.txt", "r.txt"], ["r.txt", "a release follows --release"]),
        (["check", ARTICLE, "--release", "-"], ["--release -: only ARTICLE may be -"]),
        (["check", ARTICLE, "--posts", "-"], ["--posts -: only ARTICLE may be -"]),
        (["check", ARTICLE, "--roster", "-"], ["--roster -: only ARTICLE may be -"]),
    ],
)
def test_a_wrong_argument(run, arguments, words):
    assert complains(run(*arguments), *words)


@pytest.mark.parametrize("arguments", [["explain", "unconfirmed"], ["check", "a.txt", "--zebra"]])
def test_nothing_far_fetched_is_proposed(run, arguments):
    result = run(*arguments)
    assert complains(result) and "did you mean" not in result[2]


@pytest.mark.parametrize("option", ["article", "--posts", "--release", "--roster"])
def test_a_file_that_is_not_there(run, option, tmp_path):
    missing = tmp_path / "nowhere.txt"
    arguments = [missing] if option == "article" else [ARTICLE, option, missing]
    assert complains(run("check", *arguments), "nowhere.txt: there is no such file")


@pytest.mark.parametrize("option", ["article", "--posts", "--release", "--roster"])
def test_a_directory(run, option, tmp_path):
    arguments = [tmp_path] if option == "article" else [ARTICLE, option, tmp_path]
    assert complains(run("check", *arguments), f"{tmp_path}: is a directory; give a file")


@pytest.mark.parametrize("content", [b"", b"  \n\n \t\n", b"\xef\xbb\xbf"], ids=["empty", "blank", "mark"])
@pytest.mark.parametrize("option", WANTED)
def test_a_file_with_nothing_in_it(run, option, content, tmp_path):
    path = tmp_path / "nothing.txt"
    path.write_bytes(content)
    arguments = [path] if option == "article" else [ARTICLE, option, path]
    assert complains(run("check", *arguments), "nothing.txt", WANTED[option])


BINARIES = {
    "png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "zeros": bytes(5000),
    "zip": b"PK\x03\x04" + bytes(range(256)) * 40,
}


@pytest.mark.parametrize("option", WANTED)
@pytest.mark.parametrize("content", BINARIES.values(), ids=BINARIES)
def test_a_file_that_is_no_text(run, content, option, tmp_path):
    path = tmp_path / "picture.bin"
    path.write_bytes(content)
    arguments = [path] if option == "article" else [ARTICLE, option, path]
    assert complains(run("check", *arguments), "picture.bin: th", WANTED[option])


def test_a_broken_line_of_posts_is_named_by_its_number(run, tmp_path):
    path = tmp_path / "posts.jsonl"
    path.write_text('{"platform": "x", "handle": "a", "text": "One."}\n{"platform": "x", "han\n', "utf-8")
    assert complains(run("check", ARTICLE, "--posts", path), "posts.jsonl, line 2")


def test_a_report_that_cannot_be_written(run, tmp_path):
    report = tmp_path / "no" / "report.txt"
    assert complains(run("check", ARTICLE, "-o", report), f"the folder {report.parent} does not exist")
    assert complains(run("check", ARTICLE, "-o", tmp_path), f"{tmp_path}: is a directory; give a file")


@pytest.mark.parametrize(
    ("option", "what"),
    [
        ("article", "is the article"),
        ("--posts", "is a file of posts"),
        ("--release", "is a press release"),
        ("--roster", "is the roster"),
    ],
)
def test_a_report_overwrites_no_file_that_was_given(run, option, what, tmp_path):
    path = tmp_path / "own.txt"
    path.write_bytes(ARTICLE.read_bytes())
    given = [path] if option == "article" else [ARTICLE, option, path]
    same = tmp_path / "." / ".." / tmp_path.name / "own.txt"
    assert complains(run("check", *given, "-o", same), f"{what}; write the report elsewhere")
    assert path.read_bytes() == ARTICLE.read_bytes()


POST = '{"platform": "x", "handle": "a", "text": "One."}'


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ('{"platform": "pigeon", "handle": "a", "text": "One."}', ["'pigeon'", "bluesky, facebook"]),
        ('{"handle": "a", "text": "One."}', ["no 'platform'"]),
        ('{"plattform": "x", "handle": "a", "text": "One."}', ["write 'platform' for 'plattform'"]),
        ('{"platform": "x", "txet": "One."}', ["write 'text' for 'txet'"]),
        ('{"platform": "x", "text": "One.", "posted": "3rd of Brumaire"}', ["write it as 2024-06-03"]),
    ],
)
def test_a_post_that_does_not_fit_is_named_by_its_line(run, record, words, tmp_path):
    path = tmp_path / "posts.jsonl"
    path.write_text(f"{POST}\n{record}\n", "utf-8")
    assert complains(run("check", ARTICLE, "--posts", path), "posts.jsonl, line 2: ", *words)


@pytest.mark.parametrize("name", ["twitter", "X", "Truth Social", "TRUTHSOCIAL", "bsky"])
def test_a_platform_goes_by_each_of_its_names(run, name, tmp_path):
    path = tmp_path / "posts.jsonl"
    path.write_text(POST.replace('"x"', f'"{name}"') + "\n", "utf-8")
    assert run("check", ARTICLE, "--posts", path, "--fail-on", "never")[0] == 0


def test_a_fault_of_our_own_is_one_line_too(run, monkeypatch):
    monkeypatch.setattr("reconcile.pipeline.reconcile", lambda *a, **k: 1 / 0)
    status, out, err = run("check", ARTICLE)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1 and "internal error" in err and "ZeroDivisionError" in err


def test_an_interrupt_is_one_line(run, monkeypatch):
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reconcile.pipeline.reconcile", interrupt)
    assert complains(run("check", ARTICLE), "interrupted")


def test_complaints_hold_no_escape_codes(run, tmp_path):
    status, _, err = run("check", tmp_path / "a\x1b[31m\u202eb.txt")
    assert status == 2 and "\x1b" not in err and "\u202e" not in err


def test_help_loads_nothing_heavy():
    code = (
        "import sys\nfrom reconcile.cli import main\n"
        "try: main(['check', '--help'])\nexcept SystemExit: pass\n"
        "heavy = ('attrs', 'regex', 'bs4', 'turbohtml', 'rapidfuzz', 'tomllib')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_has_seen_enough_gets_no_complaint():
    command = [sys.executable, "-m", "reconcile", "explain"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


# -- what is told rather than refused --------------------------------------------------------------


def test_an_article_without_evidence_says_so(run, tmp_path):
    path = tmp_path / "plain.txt"
    path.write_text("The lock was opened on Monday. Nobody came.\n", "utf-8")
    status, out, _ = run("check", path)
    assert status == 0 and out.startswith(f"{path}: note: Nothing to hold the article against")


def test_an_article_of_posts_without_words_says_so_first_and_lists_no_claim(run, tmp_path):
    path = tmp_path / "page.html"
    link = '<blockquote class="twitter-tweet"><a href="https://x.com/lisk/status/1797555555555555555"></a></blockquote>'
    prose = "<p>Ida Morvik wrote on X that the old lock in Lisk will be closed for two years.</p>"
    path.write_text(f"<!doctype html><article><h1>Lock shut</h1>{prose * 3}{link}</article>", "utf-8")
    status, out, _ = run("check", path)
    assert status == 0 and out.startswith(f"{path}: note: Nothing to hold the article against")
    assert "--posts" in out and "cover.claim-unsourced" not in out and "nothing found" in out
    assert "cover.claim-unsourced" in run("check", path, "--format", "json")[1]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [("The lock was opened on Monday.", True), ("The lock was opened yesterday.", True),
     ("The lock was opened.", False), ("The lock was opened on 3 June 2024.", False)],
)  # fmt: skip
def test_a_missing_date_is_told_only_where_a_day_hangs_on_it(run, sentence, told, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(f"{sentence} Nobody came.\n", "utf-8")
    assert ("give --published YYYY-MM-DD" in run("check", path)[1]) == told
    assert "--published" not in run("check", path, "--published", "2024-06-05")[1]


def test_findings_that_were_not_selected_are_counted(run):
    out = run("check", ARTICLE, "--select", "scope")[1]
    assert "nothing of the selected kinds found (3 others left out); " in out
    out = run("check", ARTICLE, "--ignore", "scope")[1]
    assert "left out" not in out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_an_article_in_another_encoding(run, encoding, tmp_path):
    path = tmp_path / "article.txt"
    text = "Die Schleuse in Lübeck öffnet am Montag für „alle“. Müller spricht – sagt er – zuerst.\n"
    path.write_bytes(text.encode(encoding))
    status, out, _ = run("check", path, "--format", "json")
    assert status == 0 and "Müller" in json.loads(out)["document"]["text"]


def test_bytes_that_are_no_letters_are_replaced_and_told(run, tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes("The lock in Lübeck was opened on Monday. ".encode() * 5 + b"\xff\xfe\x81 and \xc3.\n")
    status, out, _ = run("check", path, "--format", "json")
    json.loads(out)["document"]["text"].encode()
    assert status == 0


def test_a_page_of_50_megabytes_is_cut_and_says_so(run, tmp_path):
    path = tmp_path / "big.html"
    head = (
        b"<!doctype html><title>Big</title><article><h1>Lock opened</h1><p>The lock was opened on Monday.</p>"
    )
    path.write_bytes(head + b"<script>" + b"let lock = 1;\n" * 3_700_000 + b"</script></article>")
    status, out, _ = run("check", path, "--published", "2024-06-04")
    assert status == 0 and "note: the file has 51," in out


# -- what must work --------------------------------------------------------------------------------


@pytest.mark.parametrize("form", formats())
def test_every_format_gives_the_same_bytes_each_time(run, form):
    first, second = run("check", ARTICLE, "--format", form), run("check", ARTICLE, "--format", form)
    assert first == second
    assert first[0] == 1 and "name.spelling" in first[1] and first[2] == ""


def test_a_report_goes_to_a_file(run, tmp_path):
    path = tmp_path / "report.json"
    status, out, err = run("check", ARTICLE, "--format", "json", "-o", path)
    assert (status, out) == (1, "")
    assert err.startswith(f"{ARTICLE}: ")
    assert err.count("\n") == 1 and "claims held against 2 posts" in err
    assert json.loads(path.read_bytes())["document"]["uri"] == str(ARTICLE)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--fail-on", "error"], 0),
        (["--fail-on", "never"], 0),
        (["--ignore", "name.spelling"], 0),
        (["--ignore", "name"], 0),
        (["--select", "number", "--select", "time.date"], 0),
        (["--select", "name"], 1),
    ],
)
def test_what_fails_can_be_chosen(run, options, status):
    assert run("check", ARTICLE, *options)[0] == status


def test_standard_input(run, monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(ARTICLE.read_bytes()))
    monkeypatch.setattr(sys, "stdin", stdin)
    status, out, _ = run("check", "-", "--format", "json")
    assert status == 1 and len(json.loads(out)["posts"]) == 2


def test_the_date_of_the_article_can_be_given(run):
    out = run("check", ARTICLE, "--published", "2023-06-13", "--format", "json")[1]
    assert json.loads(out)["document"]["published"] == "2023-06-13"


def test_releases_and_posts_can_be_given_several_times(run, tmp_path):
    other = tmp_path / "other.jsonl"
    other.write_text(
        '{"platform": "x", "handle": "lisk", "posted": "2024-11-19", "text": "No talks today."}\n', "utf-8"
    )
    folder = FIXTURES / "port-offer"
    release = FIXTURES / "river-gauge" / "release.txt"
    options = [
        "--posts",
        folder / "posts.jsonl",
        "--posts",
        other,
        "--release",
        release,
        "--release",
        release,
    ]
    data = json.loads(run("check", folder / "article.txt", *options, "--format", "json")[1])
    assert [post["id"] for post in data["posts"]] == ["p1", "p2", "p3"]
    assert [release["id"] for release in data["releases"]] == ["r1", "r2"]


def test_posts_are_lines_of_json_with_their_document(run):
    status, out, _ = run("posts", ARTICLE, PAGE)
    posts = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [post["document"] for post in posts] == [str(ARTICLE)] * 2 + [str(PAGE)] * 2
    assert [post["platform"] for post in posts] == ["x", "x", "x", "bluesky"]
    assert [post["id"] for post in posts] == ["p1", "p2", "p1", "p2"]


def test_one_file_that_cannot_be_read_spoils_no_other(run, tmp_path):
    status, out, err = run("posts", tmp_path / "gone.txt", ARTICLE, tmp_path)
    assert status == 2 and len(out.splitlines()) == 2
    assert len(err.splitlines()) == 2 and "gone.txt" in err


def test_explaining_a_kind_a_family_and_all(run):
    assert run("explain", "quote.truncation")[1].startswith("quote.truncation (error)\n")
    assert run("explain", "cover")[1].count("Example.") == 3
    lines = run("explain")[1].splitlines()
    assert [line.split()[1] for line in lines] == list(all_rules())
