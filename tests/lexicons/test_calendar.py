"""The table of calendar words is what its script writes, and names every month in every language."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from pathlib import Path

import pytest

from reconcile.lexicons import load_rows
from reconcile.lexicons.calendar import date_words


def test_the_table_is_what_its_script_writes() -> None:
    pytest.importorskip("babel", reason="Babel carries CLDR; it is needed only to write the table anew")
    path = Path(__file__).with_name("calendar_words.py")
    spec = importlib.util.spec_from_file_location("calendar_words", path)
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    now, written = script.table(), script.TABLE.read_text("utf-8")
    if now.splitlines()[0] != written.splitlines()[0]:
        pytest.skip("another version of CLDR: run tests/lexicons/calendar_words.py")
    assert now == written


def test_every_month_has_a_name_in_every_language_that_names_months() -> None:
    months: defaultdict[str, set[int]] = defaultdict(set)
    for row in load_rows("calendar"):
        if row["kind"] == "month":
            for language in row["languages"].split():
                months[language].add(int(row["value"]))
    figures = {"ja", "zh", "ko", "vi"}  # "6月", "tháng 6"
    assert all(found == set(range(1, 13)) for language, found in months.items() if language not in figures)
    assert len(months) >= 60


@pytest.mark.parametrize(
    ("word", "month"),
    [("мая", 5), ("июня", 6), ("září", 9), ("września", 9), ("ביוני", 6), ("mär", 3), ("sept", 9)],
)
def test_inflected_and_abbreviated_names(word: str, month: int) -> None:
    assert [w.value for w in date_words()[word] if w.kind == "month"] == [month]
