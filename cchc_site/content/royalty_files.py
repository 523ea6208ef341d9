"""The private file of royalties. It never lies in the content folder nor in the built site."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from cchc_site.column.article import Kind
from cchc_site.column.royalty import Range, Rate, Royalties
from cchc_site.content.data_files import read_group
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.outreach_files import Figure
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import Choice, Invalid, Number, Text, Word
from cchc_site.content.text_file import read_text
from cchc_site.content.time_shapes import Day, MonthOfYear

_ID = Word("mã bài", r"[a-z0-9]+(?:[-/][a-z0-9]+)*", "mã bài, ví dụ 2026/07/ba-buoc")


def _rate(**values: Any) -> Rate:
    values["first"] = values.pop("from")
    return Rate(**values)


_RATE = Group(
    (
        Field("from", Day(), "áp dụng từ ngày", "2026-07-01", required=True),
        Field("base_salary", Number(1, 999_999_999), "mức lương cơ sở, đồng", "2530000", required=True),
        Field("share", Figure(), "một hệ số bằng bao nhiêu phần lương", "0,1", default=Decimal("0.1")),
        Field("factor", Figure(), "phần được áp dụng cho trang của sở", "0,2", default=Decimal(1)),
        Field("basis", Text(most=300), "căn cứ", "…", default=""),
    ),
    _rate,
    "mức chi",
)
_PIECES = {kind.value: kind.value for kind in Kind if kind.is_piece}
_RANGE = Group(
    (
        Field("kind", Choice(_PIECES, what="thể loại"), "thể loại", "tin", required=True),
        Field("least", Figure(), "hệ số thấp nhất", "0,5", required=True),
        Field("most", Figure(), "hệ số cao nhất", "2", required=True),
    ),
    what="khung hệ số",
)
_COEFFICIENT = Group(
    (
        Field("id", _ID, "mã bài", "2026/07/ba-buoc", required=True),
        Field("coefficient", Figure(), "hệ số", "1,5", required=True),
    ),
    what="hệ số của một bài",
)
_PAID = Group(
    (
        Field("month", MonthOfYear(), "tháng của bảng đã trả", "2026-07", required=True),
        Field("pieces", ListOf(_ID, most=10_000), "mã các bài đã trả", "[…]", required=True),
    ),
    what="bảng đã trả",
)
ROYALTIES = Group(
    (
        Field("rates", ListOf(_RATE, least=1), "mức chi theo thời gian", "", required=True),
        Field("ranges", ListOf(_RANGE), "khung hệ số theo thể loại", "", default=()),
        Field("coefficients", ListOf(_COEFFICIENT, most=100_000), "hệ số từng bài", "", default=()),
        Field("paid", ListOf(_PAID, most=10_000), "các bảng đã trả", "", default=()),
    ),
    what="tệp nhuận bút",
)


def read_royalties(file: Path, report: Reporter) -> Royalties | None:
    """The file's rules; `None` after reporting what is wrong."""
    text = read_text(file, report)
    values = read_group(text, ROYALTIES, report) if text is not None else None
    if values is None or isinstance(values, Invalid):
        return None
    return Royalties(
        rates=values["rates"],
        ranges={row["kind"]: Range(row["least"], row["most"]) for row in values["ranges"]},
        coefficients={row["id"]: row["coefficient"] for row in values["coefficients"]},
        paid={key: row["month"] for row in values["paid"] for key in row["pieces"]},
    )


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path lies in a folder, wherever links lead."""
    return path.resolve().is_relative_to(folder.resolve())
