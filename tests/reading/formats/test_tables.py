"""Tables as lines."""

from __future__ import annotations

import pytest

from reconcile.reading.formats.tables import lines_of


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([], []),
        ([["", ""], ["", ""]], []),
        # these lay out a page; their cells are no figures
        ([["Lisk Ports", "2 May 2024"]], ["Lisk Ports: 2 May 2024"]),
        ([["Ada Moss\nPress office", "Jon Abara\nInvestors"]], ["Ada Moss", "Press office", "Jon Abara", "Investors"]),
        ([["Contact", "Ada Moss"], ["Mail", "ada@lisk.example"]], ["Contact: Ada Moss", "Mail: ada@lisk.example"]),
        ([["One cell."]], ["One cell."]),
    ],
)  # fmt: skip
def test_no_table_of_figures(rows: list[list[str]], lines: list[str]) -> None:
    assert lines_of(rows) == lines


def test_a_figure_stands_between_its_row_and_its_column() -> None:
    rows = [["", "2023", "2022"], ["Passengers", "312,000", "298,000"], ["Ships", "412", "–"]]
    assert lines_of(rows) == ["Passengers: 312,000 (2023); Passengers: 298,000 (2022)", "Ships: 412 (2023)"]


def test_a_unit_is_that_of_its_row_or_column_and_of_no_other() -> None:
    rows = [["EUR million", "2023", "Change in %"], ["Revenue", "41.2", "3.5"], ["Employees", "230", "2.1"]]
    assert lines_of(rows) == [
        "Revenue: 41.2 million EUR (2023); Revenue: 3.5 % (Change)",
        "Employees: 230 (2023); Employees: 2.1 % (Change)",
    ]
    rows = [["", "2023"], ["Net result (USD m)", "(4.1)"], ["Length in km", "12"]]
    assert lines_of(rows) == ["Net result: -4.1 million USD (2023)", "Length in km: 12 (2023)"]


def test_what_only_looks_like_a_unit_is_none() -> None:
    rows = [["", "2023"], ["Visitors (USA)", "230"], ["Exports to USA", "41"], ["Rank in the UN", "3"]]
    assert lines_of(rows) == [
        "Visitors (USA): 230 (2023)",
        "Exports to USA: 41 (2023)",
        "Rank in the UN: 3 (2023)",
    ]
    rows = [["", "2023"], ["Fahrgäste (Mio.)", "41,2"], ["Umsatz (Mio. Euro)", "61,3"]]
    assert lines_of(rows) == ["Fahrgäste: 41,2 million (2023)", "Umsatz: 61,3 million Euro (2023)"]


def test_no_head_and_two_rows_of_heads() -> None:
    assert lines_of([["Ships", "412"], ["Staff", "230"]]) == ["Ships: 412", "Staff: 230"]
    rows = [["", "First half", ""], ["", "2023", "2022"], ["Ships", "412", "398"], ["Staff", "230", "212"]]
    assert lines_of(rows) == [
        "Ships: 412 (First half 2023); Ships: 398 (First half 2022)",
        "Staff: 230 (First half 2023); Staff: 212 (First half 2022)",
    ]


def test_no_word_is_lost() -> None:
    rows = [
        ["District", "Trees", "Condition"],
        ["Norrby", "412", "young"],
        ["In all", "", ""],
        ["Salem", "61", "old"],
    ]
    lines = lines_of(rows)
    assert lines == [
        "District",
        "Norrby: 412 (Trees), young (Condition)",
        "In all",
        "Salem: 61 (Trees), old (Condition)",
    ]
