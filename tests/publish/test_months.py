"""Months in words: what the fulfilment page and the reports say."""

from __future__ import annotations

from typing import Any

from support.builders import amendment, areas, closed, column, fulfilment, good, ids, judged, piece, quota, waiver

from cchc_site.column.column import Column
from cchc_site.publish.month_views import FulfilmentView, MonthView, ReportView
from cchc_site.publish.months import as_of_label, fulfilment_page, month_view, report_pages

from .made import cards


def _month(item: Column, as_of: str, month: str = "2024-03") -> MonthView:
    return month_view(judged(item, as_of, month))


def _page(item: Column, as_of: str) -> FulfilmentView:
    view = fulfilment_page(item, fulfilment(item, as_of)).view
    assert isinstance(view, FulfilmentView)
    return view


def _three(**fields: Any) -> Column:
    return column(good("2024-03", 3), [quota("2024-03-01", "2024-04-30")], **fields)


def test_an_open_month_says_how_many_are_missing_and_until_when() -> None:
    view = _month(_three(), "2024-03-20")
    assert (view.state, view.count, view.required, view.missing, view.deadline) == ("dang-mo", 3, 4, 1, "31/03/2024")


def test_a_closed_short_month_has_no_deadline_any_more() -> None:
    view = _month(_three(), "2024-04-01")
    assert (view.state, view.missing, view.deadline, view.notes) == ("chua-dat", 1, "", ())


def test_an_explained_month_prints_its_explanation() -> None:
    keys = ids(good("2024-03", 3))
    item = _three(record=[closed("2024-03", keys, "da-giai-trinh", "2024-04-02", explanation="Chuyển trụ sở.")])
    view = _month(item, "2024-04-03")
    assert (view.state, view.missing, view.notes) == ("da-giai-trinh", 1, ("Giải trình: Chuyển trụ sở.",))


def test_a_waiver_is_printed_whole() -> None:
    item = _three(waivers=[waiver("2024-03", 3, "2024-02-20", document="15/QĐ-SNV")])
    view = _month(item, "2024-04-01")
    assert view.state == "mien-giam"
    assert view.notes == (
        "Giảm chỉ tiêu từ 4 còn 3: Nghỉ Tết. Giám đốc Sở quyết định ngày 20/02/2024, số văn bản: 15/QĐ-SNV.",
    )
    late = _three(waivers=[waiver("2024-03", 3, "2024-04-02")])
    assert "(hồi tố)" in _month(late, "2024-04-03").notes[0]


def test_amendments_late_and_lost_pieces_are_printed() -> None:
    pieces = good("2024-03", 3)
    entry = closed("2024-03", ("2024/03/da-mat", *ids(pieces[:2])), "da-giai-trinh", "2024-04-02", explanation="Lý do")
    notes = _month(_three(record=[entry]), "2024-04-03").notes
    assert "Bổ sung muộn 1 tin, bài sau ngày chốt 02/04/2024." in notes
    assert "1 tin, bài đã chốt nay không còn được tính." in notes
    amended = closed(
        "2024-03", ids(pieces[:2]), "da-giai-trinh", "2024-04-02",
        explanation="Lý do", amendments=(amendment("2024-04-05", ids(pieces), "Tìm thấy bài."),),
    )  # fmt: skip
    view = _month(_three(record=[amended]), "2024-04-06")
    assert view.count == 3
    assert "Điều chỉnh ngày 05/04/2024: 2 khi chốt, 3 sau điều chỉnh. Tìm thấy bài." in view.notes


def test_a_month_outside_every_plan_does_not_apply() -> None:
    assert not _month(_three(), "2024-06-01", "2024-06").applies


def test_the_page_lists_every_month_newest_first_and_sums_up() -> None:
    items = [*good("2024-03", 3), piece("2024-04-02", areas=areas("procedures", "steering"))]
    view = _page(column(items, [quota("2024-03-01", "2024-05-31")]), "2024-04-10")
    assert [month.short_label for month in view.months] == ["05/2024", "04/2024", "03/2024"]
    assert (view.month_totals, view.total) == ((3, 1, 0), 4)
    rows = {row.address: (row.counts, row.total) for row in view.area_rows}
    assert rows["linh-vuc/cai-cach-thu-tuc-hanh-chinh/"] == ((3, 1, 0), 4)
    assert rows["linh-vuc/chi-dao-dieu-hanh/"] == ((0, 1, 0), 1)
    assert len(rows) == 7


def test_bars_fit_their_chart() -> None:
    view = _page(column(good("2024-03", 6), [quota("2024-03-01", "2024-04-30")]), "2024-04-10")
    assert [(bar.label, bar.height, bar.line) for bar in view.bars] == [("03/24", 100.0, 66.67), ("04/24", 0.0, 66.67)]


def test_an_empty_column_has_a_page_too() -> None:
    view = _page(column([], []), "2024-04-10")
    assert (view.months, view.bars, view.total) == ((), (), 0)


def test_the_instant_is_printed_in_vietnamese_time() -> None:
    assert as_of_label(fulfilment(_three(), "2024-03-31T17:30:00Z")) == "00:30 ngày 01/04/2024"


def test_every_month_from_the_plans_start_has_its_report_with_neighbours() -> None:
    item = column(good("2024-03", 3), [quota("2024-02-01", "2024-04-30")])
    pages = list(report_pages(cards(item), fulfilment(item, "2024-03-20")))
    assert [page.frame.address for page in pages] == [f"bao-cao/2024-{month}/" for month in ("02", "03", "04")]
    views = [page.view for page in pages if isinstance(page.view, ReportView)]
    assert [v.older.address if v.older else None for v in views] == [None, "bao-cao/2024-02/", "bao-cao/2024-03/"]
    assert [v.newer.address if v.newer else None for v in views] == ["bao-cao/2024-03/", "bao-cao/2024-04/", None]
