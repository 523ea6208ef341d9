from __future__ import annotations

from dataclasses import replace

import pytest
from support.builders import UNIT, areas, column, day, fulfilment, good, piece

from cchc_site.column.article import Article, Kind
from cchc_site.column.column import Column
from cchc_site.column.month import Month
from cchc_site.column.monthly_report import Gap, MonthlyReport, monthly_report
from cchc_site.column.unit import Unit, UnitKind

OTHER = Unit("phong-cchc", "Phòng Cải cách hành chính", "Phòng CCHC", UnitKind.DIVISION, day("2024-03-20"))
FORMER = Unit("phong-cu", "Phòng cũ", "Phòng cũ", UnitKind.DIVISION, None, day("2024-03-10"))
GONE = Unit("phong-xa", "Phòng xưa", "Phòng xưa", UnitKind.DIVISION, None, day("2024-02-29"))


def march(item: Column, as_of: str = "2024-04-01") -> MonthlyReport:
    whole = fulfilment(item, as_of)
    return monthly_report(item, whole, whole.month(Month(2024, 3)))


def on_days(*numbers: int) -> list[Article]:
    return [piece(f"2024-03-{number:02d}", f"bai-{index}") for index, number in enumerate(numbers)]


@pytest.mark.parametrize(
    ("days", "as_of", "gap"),
    [
        ([], "2024-04-01", Gap(31, "01/03/2024", "31/03/2024")),
        ([], "2024-03-10", Gap(10, "01/03/2024", "10/03/2024")),
        ([5, 20], "2024-04-01", Gap(14, "06/03/2024", "19/03/2024")),
        ([20], "2024-04-01", Gap(19, "01/03/2024", "19/03/2024")),
        ([1], "2024-04-01", Gap(30, "02/03/2024", "31/03/2024")),
        ([10, 21], "2024-04-01", Gap(10, "11/03/2024", "20/03/2024")),
        ([1, 1, 2], "2024-03-02", None),
        ([1], "2024-03-01", None),
        ([], "2024-02-28", None),
    ],
    ids=[
        "no-piece",
        "no-piece-yet",
        "between",
        "before-the-first",
        "after-the-last",
        "first-of-equals",
        "none",
        "today",
        "future",
    ],
)
def test_gap(days: list[int], as_of: str, gap: Gap | None) -> None:
    assert march(column(on_days(*days)), as_of).gap == gap


def test_pieces_that_do_not_count_do_not_close_a_gap() -> None:
    assert march(column([*on_days(20), piece("2024-03-10", "nhap", draft=True)])).gap == Gap(
        19, "01/03/2024", "19/03/2024"
    )


def test_idle_units_are_those_of_the_month_without_a_counted_piece() -> None:
    item = column([piece("2024-03-05")], units=[UNIT, OTHER, FORMER, GONE])
    report = march(item)
    assert report.idle_units == (OTHER, FORMER)
    assert report.by_unit == ((UNIT, 1),)


def test_a_unit_with_only_uncounted_pieces_is_idle() -> None:
    item = column([piece("2024-03-25", unit=OTHER.id, words=20)], units=[UNIT, OTHER])
    assert march(item).idle_units == (UNIT, OTHER)


def test_the_sum_over_areas_may_exceed_the_total() -> None:
    item = column([piece("2024-03-05", areas=areas("procedures", "e-government")), piece("2024-03-06")])
    report = march(item)
    assert len(report.counted) == 2
    assert sum(count for _, count in report.by_area) == 3
    assert {area.id: count for area, count in report.by_area if count} == {"procedures": 2, "e-government": 1}


def test_every_area_has_its_line_in_the_order_of_the_resolution() -> None:
    assert [area.order for area, _ in march(column()).by_area] == [1, 2, 3, 4, 5, 6, 0]


def test_authors_and_kinds_are_ranked_by_count_then_by_name() -> None:
    pieces = [
        replace(article, author=author, kind=kind)
        for article, author, kind in zip(
            good("2024-03", 4),
            ["Bình", "An", "Chi", "Chi"],
            [Kind.NEWS, Kind.ARTICLE, Kind.ARTICLE, Kind.ARTICLE],
            strict=True,
        )
    ]
    report = march(column(pieces))
    assert report.by_author == (("Chi", 2), ("An", 1), ("Bình", 1))
    assert report.by_kind == (("Bài", 3), ("Tin", 1))


def test_what_is_not_counted_comes_with_its_sentence() -> None:
    report = march(column([piece("2024-03-05", words=59, kind=Kind.NEWS)]))
    assert [tally.sentence for tally in report.not_counted] == ["dưới ngưỡng số chữ (59 chữ, dưới ngưỡng 60 chữ)"]
