"""One little column with something to report, and its golden files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.builders import UNIT, areas, at, closed, column, day, fulfilment, piece, quota, waiver

from cchc_site.column.article import Form, Kind, Origin, Source, Video
from cchc_site.column.column import Column
from cchc_site.column.month import Month
from cchc_site.column.monthly_minimum import Fulfilment
from cchc_site.column.monthly_report import MonthlyReport, monthly_report
from cchc_site.column.unit import Unit, UnitKind

GOLDEN = Path(__file__).parent / "golden"
AS_OF = "2024-04-10T08:00"
IDLE = Unit("phong-cchc", "Phòng Cải cách hành chính", "Phòng CCHC", UnitKind.DIVISION, day("2024-01-01"))


def little_column() -> Column:
    """A month met at a reduced requirement, a short one that is explained, and an open one."""
    february = [piece("2024-02-05", "2024/02/mot"), piece("2024-02-28T16:45", "2024/02/hai", author="Phòng CCHC")]
    march = [
        piece("2024-03-04", "2024/03/ba", title="Một | hai [ba]", areas=areas("procedures", "e-government")),
        piece("2024-03-11", "2024/03/bon", kind=Kind.NEWS, words=80, origin=Origin.REPOST, source=_SOURCE),
        piece("2024-03-12", "2024/03/nam", form=Form.VIDEO, video=Video("tin-bai/2024/03/nam.mp4", 95)),
        piece("2024-03-13", "2024/03/thong-bao", kind=Kind.NOTICE),
        piece("2024-03-14", "2024/03/ngan", kind=Kind.NEWS, words=45),
        piece("2024-03-15", "2024/03/nhap", draft=True),
    ]
    april = [piece("2024-04-02", "2024/04/sau"), piece("2024-04-20", "2024/04/hen")]
    return column(
        [*february, *march, *april],
        [quota("2024-02-01", "2024-04-30")],
        units=(UNIT, IDLE),
        waivers=[waiver("2024-02", 2, "2024-01-30", document="15/QĐ-SNV")],
        record=[
            closed("2024-02", ("2024/02/mot", "2024/02/hai"), "mien-giam", "2024-03-01", required=2),
            closed(
                "2024-03",
                ("2024/03/ba", "2024/03/bon", "2024/03/nam"),
                "da-giai-trinh",
                "2024-04-01",
                explanation="Một bài phải chờ thẩm định.",
            ),
        ],
    )


_SOURCE = Source("Báo A", "https://example.org/a", date(2024, 3, 10))


def judged() -> Fulfilment:
    """The little column at its instant."""
    return fulfilment(little_column(), at(AS_OF).isoformat())


def report(month: str) -> MonthlyReport:
    """One month of it."""
    return monthly_report(little_column(), judged(), judged().month(Month.parse(month)))
