"""Dates as embeds print them."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.shown_dates import match_shown_date, parse_shown_date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May",
        "it may be so",
        "in 2023 and 2024",
        "at 10:52 PM",
        "on Monday",
        "June 2023",
        "call 555 0142",
        "version 3.11.7.2",
        "32 June 2023",
        "2023-13-45",
        "31.02.2023",
        "the score was 12-3",
        "a 5-4-1 formation and 1/2 cup",
    ],
)
def test_no_date(text: str) -> None:
    assert parse_shown_date(text) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # the next sentence, stuck to the date or not, is none of it
        ("June 12, 2023Minister of State", "June 12, 2023"),
        ("June 12, 2023 12 people came", "June 12, 2023"),
        ("June 12, 202312 people came", "June 12, 2023"),
        ("June 12, 2023 May Day is over", "June 12, 2023"),
        ("June 12, 2023 At 10:30 the train left", "June 12, 2023"),
        ("June 12, 2023 On Tuesday she left", "June 12, 2023"),
        ("12 juin 2023 La ministre", "12 juin 2023"),
        ("12 de junio de 2023 de la ministra", "12 de junio de 2023"),
        ("16 мая 2018 г.Президент", "16 мая 2018 г."),
        ("2023年6月12日に", "2023年6月12日"),
        ("June 12\n2023 was a good year", "June 12"),
    ],
)
def test_it_ends_where_the_date_ends(text: str, read: str) -> None:
    shown = match_shown_date(text)
    assert shown is not None
    assert shown.span.of(text) == read


JUNE = date(2023, 6, 12)


@pytest.mark.parametrize(
    "text",
    [
        "June 12, 2023",
        "Jun 12 2023",
        "12 June 2023",
        "12th of June, 2023",
        "12. Juni 2023",
        "12.Juni 2023",
        "12 juin 2023",
        "12 de junio de 2023",
        "12 de junho de 2023",
        "12 giugno 2023",
        "12 juni 2023",
        "12. juni 2023",
        "12 d’juny del 2023",
        "12 Haziran 2023",
        "12 czerwca 2023",
        "12. června 2023",
        "12 июня 2023 г.",
        "12 червня 2023 р.",
        "12 юни 2023 г.",
        "12. lipnja 2023.",
        "2023. június 12.",
        "2023 m. birželio 12 d.",
        "2023. gada 12. jūnijs",
        "2023(e)ko ekainaren 12(a)",
        "12. kesäkuuta 2023",
        "12 Ιουνίου 2023",
        "12 ביוני 2023",
        "12 يونيو 2023",
        "يونيو ١٢, ٢٠٢٣",
        "12 ژوئن 2023",
        "12 जून 2023",
        "12 มิถุนายน 2566",
        "12 tháng 6, 2023",
        "2023年6月12日",
        "2023년 6월 12일",
        "2023-06-12",
        "12.06.2023",
        "12. 6. 2023",
        "2023/6/12",
        "Monday, 12 June 2023",
        "lun, 12 jun 2023",
        "Posted on June 12, 2023 by the press desk",
    ],
)
def test_the_same_day_in_many_languages(text: str) -> None:
    shown = parse_shown_date(text)
    assert shown is not None
    assert shown.date == JUNE
    assert shown.moment is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1:25 PM ∙ Jun 12, 2023", datetime(2023, 6, 12, 13, 25)),
        ("05:38 PM - 12 Jun 2023", datetime(2023, 6, 12, 17, 38)),
        ("12:05 AM · June 12, 2023", datetime(2023, 6, 12, 0, 5)),
        ("June 12, 2023, 10:52 p.m.", datetime(2023, 6, 12, 22, 52)),
        ("Jun 12, 2023 at 8pm", datetime(2023, 6, 12, 20, 0)),
        ("12. Juni 2023 um 18.05 Uhr", datetime(2023, 6, 12, 18, 5)),
        ("12 juin 2023 à 10h30", datetime(2023, 6, 12, 10, 30)),
        ("12.06.2023, 23:48", datetime(2023, 6, 12, 23, 48)),
        ("2023年6月12日 下午10:52", datetime(2023, 6, 12, 22, 52)),
        ("2023-06-12T10:20:30Z", datetime(2023, 6, 12, 10, 20, 30, tzinfo=UTC)),
        ("Mon Jun 12 10:20:30 +0000 2023", datetime(2023, 6, 12, 10, 20, 30, tzinfo=UTC)),
        (
            "Mär 12, 2018 um 12:30 PDT",
            datetime(2018, 3, 12, 12, 30, tzinfo=timezone(timedelta(hours=-7))),
        ),
    ],
)
def test_moments(text: str, moment: datetime) -> None:
    shown = parse_shown_date(text)
    assert shown is not None
    assert shown.moment == moment
    assert shown.date == moment.date()


def test_day_and_month_in_doubt_are_both_kept() -> None:
    shown = parse_shown_date("03/04/2025")
    assert shown is not None
    assert shown.date is None
    assert shown.candidates == (date(2025, 3, 4), date(2025, 4, 3))


def test_figures_that_fit_one_order_are_sure() -> None:
    assert (shown := parse_shown_date("23/05/2024")) is not None
    assert shown.date == date(2024, 5, 23)


def test_a_month_name_of_two_languages_is_decided_by_the_language() -> None:
    assert (shown := parse_shown_date("12 listopada 2023")) is not None
    assert (shown.date, len(shown.candidates)) == (None, 2)
    assert (polish := parse_shown_date("12 listopada 2023", "pl")) is not None
    assert polish.date == date(2023, 11, 12)


def test_without_a_year() -> None:
    shown = parse_shown_date("Jun 12")
    assert shown is not None
    assert (shown.date, shown.month, shown.day) == (None, 6, 12)
    assert shown.in_year(2023) == JUNE


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_every_iso_day(day: date) -> None:
    assert (shown := parse_shown_date(f"on {day.isoformat()}.")) is not None
    assert shown.date == day


@given(st.text(max_size=60))
def test_any_text_gives_a_span_inside_it_or_nothing(text: str) -> None:
    shown = parse_shown_date(text)
    assert shown is None or 0 <= shown.span.start < shown.span.end <= len(text)


@pytest.mark.parametrize(
    "text", ["1 " * 500_000, "a." * 500_000, "12/" * 300_000, "may " * 300_000, "٣" * 10_000]
)
def test_hostile_text_costs_little(text: str) -> None:
    start = time.perf_counter()
    parse_shown_date(text)
    assert time.perf_counter() - start < 0.5
