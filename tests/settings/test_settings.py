"""Settings: what a newsroom lets stand is let stand, nothing else is, and a slip in the file is told."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from reconcile import reconcile
from reconcile.cli import main
from reconcile.errors import InputError
from reconcile.settings import Settings
from reconcile.settings.reading import find_settings, read_settings

TODAY = date(2024, 6, 1)
ARTICLE = """Harbour Minister Ilse Vandorn opened the Tarn lock on Tuesday. It cost 14 million euros.

The Tarn lock is open! It cost 41 million euros. Thank you, minister @IlseVandoorn.
— Port of Tarn (@portoftarn) March 5, 2024
"""


@pytest.fixture(scope="module")
def report():
    """An article with a misspelt name and a wrong sum."""
    made = reconcile(ARTICLE, published=date(2024, 3, 6), uri="news/harbour.txt")
    assert kinds(made) == ["name.spelling", "number.value"]
    return made


@pytest.fixture
def settings(tmp_path):
    """Reads settings from the words of a file."""

    def read(text: str) -> Settings:
        path = tmp_path / "reconcile.toml"
        path.write_text(text, "utf-8")
        return read_settings(path)

    return read


def kinds(report) -> list[str]:
    return [d.kind for d in report.discrepancies if d.level != "note"]


# -- what must not be taken out --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        'ignore = ["handle"]',
        'ignore = [{kind = "name", words = "Vandorp", reason = "checked"}]',
        'ignore = [{kind = "name", article = "other/*.txt", reason = "checked"}]',
        'ignore = [{kind = "name", reason = "checked", until = 2024-05-31}]',
        'spellings = {Vandeurne = "Vandorn"}',
    ],
)
def test_what_is_let_stand_is_no_more_than_was_said(report, settings, text):
    applied = settings(text).apply(report, TODAY)
    assert kinds(applied) == ["name.spelling", "number.value"]
    assert applied.left_out == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ignore = [", "is no TOML"),
        ("ignor = []", "did you mean 'ignore'?"),
        ('ignore = ["nmae"]', "did you mean 'name'?"),
        ('ignore = "name"', "ignore cannot be 'name'"),
        ('ignore = [{reason = "x"}]', "names no kind"),
        ('ignore = [{kind = "name"}]', "gives no reason"),
        ('ignore = [{kind = "name", reason = "x", until = "soon"}]', "until cannot be 'soon'"),
        ('ignore = [{kind = "name", reason = "x", until = 2024-05-31T10:00:00}]', "until cannot be"),
        ('ignore = [{kind = "name", reason = "x", word = "x"}]', "did you mean 'words'?"),
        ('levels = {name = "fatal"}', "levels.name cannot be 'fatal'"),
        ('levels = ["name"]', "write a table"),
        ("spellings = {Kyiv = 3}", "spellings.Kyiv cannot be 3"),
        ('spellings = {Kyiv = "Kiev", Kyjiw = "Kiev"}', "“Kiev” is given to both Kyiv and Kyjiw"),
        ('fail-on = "always"', "fail-on cannot be 'always'"),
        ("select = [1]", "select cannot be [1]"),
    ],
)
def test_a_slip_in_the_file_is_told_in_one_line(settings, text, words):
    with pytest.raises(InputError) as told:
        settings(text)
    assert words in str(told.value)
    assert "\n" not in str(told.value)
    assert "reconcile.toml" in str(told.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="No such file"):
        read_settings(tmp_path / "reconcile.toml")


def test_a_project_file_named_without_the_table(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text("[project]\nname = 'news'\n", "utf-8")
    with pytest.raises(InputError, match=r"has no table \[tool.reconcile\]"):
        read_settings(path)


# -- what is taken out, or told otherwise ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('ignore = ["name"]', ["number.value"]),
        ('ignore = [{kind = "name.spelling", words = "vandorn", reason = "checked"}]', ["number.value"]),
        ('ignore = [{kind = ["name", "number"], article = "*.txt", reason = "checked"}]', []),
        ('ignore = [{kind = "name", article = "news/harbour.txt", reason = "checked"}]', ["number.value"]),
        ('ignore = [{kind = "name", reason = "checked", until = 2024-06-01}]', ["number.value"]),
        ('select = ["number"]', ["number.value"]),
        ('levels = {name = "off"}', ["number.value"]),
        ('levels = {name = "off", "name.spelling" = "error"}', ["name.spelling", "number.value"]),
        ('spellings = {Vandoorn = ["Vandorn"]}', ["number.value"]),
    ],
)
def test_what_is_let_stand(report, settings, text, left):
    applied = settings(text).apply(report, TODAY)
    assert kinds(applied) == left
    assert len(applied.discrepancies) + applied.left_out == len(report.discrepancies)


def test_a_level_is_the_newsrooms(report, settings):
    applied = settings('levels = {"number.value" = "warning", name = "error"}').apply(report, TODAY)
    levels = {d.kind: d.level for d in applied.discrepancies}
    assert (levels["number.value"], levels["name.spelling"]) == ("warning", "error")


def test_a_suggestion_is_spelled_as_the_house_does(report, settings):
    applied = settings('spellings = {"Van Doorn" = "Vandoorn"}').apply(report, TODAY)
    assert [d.suggestion for d in applied.discrepancies if d.kind == "name.spelling"] == ["Ilse Van Doorn"]


def test_what_has_expired_is_named(settings):
    read = settings('ignore = [{kind = "name.spelling", reason = "x", until = 2024-05-31}, "handle"]')
    assert [str(each) for each in read.expired(TODAY)] == ["name.spelling until 2024-05-31"]


def test_nothing_is_counted_twice(report, settings):
    once = settings('ignore = ["name"]').apply(evolve(report, left_out=2), TODAY)
    assert once.left_out == 3


# -- where they are found --------------------------------------------------------------------------


def test_the_nearest_file_above_holds(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "reconcile.toml").write_text('ignore = ["name"]', "utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    assert find_settings(inner).path == str(tmp_path / "reconcile.toml")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.reconcile]\nselect = ['name']\n", "utf-8")
    assert find_settings(inner).path == str(tmp_path / "a" / "pyproject.toml")
    (tmp_path / "a" / "reconcile.toml").write_text("", "utf-8")
    assert find_settings(inner).path == str(tmp_path / "a" / "reconcile.toml")


@pytest.fixture
def folder(tmp_path):
    """An article with a settings file that lets the name stand until a day that is past."""
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "reconcile.toml").write_text(
        'fail-on = "error"\nignore = ["number", {kind = "name", reason = "asked", until = 2024-05-31}]',
        "utf-8",
    )
    return tmp_path


def test_the_command_takes_them(folder, capfd, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 2024-06-01
    status = main(["check", str(folder / "article.txt"), "--published", "2024-03-06"])
    out, err = capfd.readouterr()
    assert status == 0  # the name is a warning
    assert "name.spelling" in out and "number.value" not in out
    assert "no longer ignored: name" in err and "until 2024-05-31" in err


def test_before_the_day_it_stands(folder, capfd, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717113600")  # 2024-05-31
    main(["check", str(folder / "article.txt"), "--published", "2024-03-06"])
    out, err = capfd.readouterr()
    assert "name.spelling" not in out and err == ""


def test_the_command_line_goes_over_them(folder, capfd):
    arguments = ["check", str(folder / "article.txt"), "--published", "2024-03-06"]
    assert main([*arguments, "--no-config"]) == 1
    assert "number.value" in capfd.readouterr().out
    assert main([*arguments, "--fail-on", "warning"]) == 1
    own = folder / "own.toml"
    own.write_text('ignore = ["name", "number"]', "utf-8")
    assert main([*arguments, "--config", str(own)]) == 0
    own.write_text('select = ["names"]', "utf-8")
    capfd.readouterr()
    assert main([*arguments, "--config", str(own)]) == 2
    assert capfd.readouterr().err == (
        f"reconcile: {own}: there is no kind 'names'; did you mean 'name'? `reconcile explain` lists all\n"
    )
