"""The README tells the truth: its article gives its report, its calls run, its paths exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from reconcile.cli import main
from reconcile.reports import formats

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TABLE = README[README.index("## I want to add") : README.index("## Command line")]
PATHS = sorted(set(re.findall(r"`([\w./-]+/[\w./-]*)`", TABLE)) | set(re.findall(r"\]\(([^)#:]+)\)", README)))


def block(language: str) -> str:
    """The first fenced block of that language."""
    return re.search(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)[1]


def test_the_article_gives_the_report(tmp_path, monkeypatch, capfd):
    command = re.search(r"`reconcile (check article\.txt[^`]*)`", README)[1]
    (tmp_path / "article.txt").write_text(block("text"), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(command)) == 1
    assert capfd.readouterr().out == block("console"), (
        "put what the command prints into the README, if it is right"
    )


def test_the_call_from_python_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    exec(block("python"), {})
    assert "number.unit" in capsys.readouterr().out


@pytest.mark.parametrize("path", PATHS)
def test_every_path_exists(path):
    assert (ROOT / path).exists()


def test_the_table_names_enough_paths():
    assert len(PATHS) > 12


def test_every_format_is_told():
    assert all(f"| `{name}` |" in README for name in formats())
    assert "|".join(["text", "json", "html", "sarif", "github", "markdown"]) in README


@pytest.mark.parametrize("name", ["run", "tests"])
def test_each_command_is_one_line_that_a_script_can_take(name):
    found = re.search(rf"<!-- command: {name} -->\n```sh\n(.*?)\n```\n", README, re.S)
    assert found and "\n" not in found[1] and found[1].startswith("python3 -m venv .venv && ")
