"""Indices, the activity log, the bank of slogans, the lengths of networks: `_data/indices.yml`, `activities.yml` …"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from msgspec import Struct

from cchc_site.column.activity import Activity, ActivityForm
from cchc_site.column.index_score import ALIAS_NOTES, INDEX_ALIASES, INDEX_BY_ID, IndexScore
from cchc_site.column.network import Network
from cchc_site.column.slogan import Slogan
from cchc_site.content import yaml_tree
from cchc_site.content.article_fields import choices
from cchc_site.content.group import Field, Group
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import INVALID, Choice, Number, Text, WebAddress, Word
from cchc_site.content.time_shapes import Day


class Figure(Struct, frozen=True):
    """A figure with decimals, written with a comma or a point."""

    label: str = "số, ví dụ 87,25"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The exact decimal."""
        text = node.text.strip() if isinstance(node, yaml_tree.Scalar) else ""
        if not re.fullmatch(r"[0-9]{1,7}(?:[.,][0-9]{1,4})?", text):
            report.error("F03", node, f"“{text}” không phải là số.", "Viết như 87,25 hoặc 87.25, không có đơn vị.")
            return INVALID
        return Decimal(text.replace(",", "."))


class _IndexWord:
    """An index, or one of the other words that plans use for it."""

    label = " | ".join(INDEX_BY_ID)

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """(index, the alias as written or nothing)."""
        written = node.text.strip().lower() if isinstance(node, yaml_tree.Scalar) else ""
        if written in INDEX_ALIASES:
            return INDEX_BY_ID[INDEX_ALIASES[written]], written
        index = Choice(INDEX_BY_ID, what="chỉ số").read(node, report)
        return index if index is INVALID else (index, "")


def _score(**values: Any) -> IndexScore:
    values["index"], written = values["index"]
    values["written"] = written if written in ALIAS_NOTES else ""
    return IndexScore(**values)


INDEX_SCORE = Group(
    (
        Field("index", _IndexWord(), "chỉ số", "sipas", required=True),
        Field("year", Number(1990, 2999), "năm được đánh giá", "2025", required=True),
        Field("subject", Text(most=200), "nơi được đánh giá", "Tỉnh An Bình", required=True),
        Field("value", Figure(), "điểm hoặc tỷ lệ", "87,25"),
        Field("out_of", Figure(), "thang điểm", "100"),
        Field("rank", Number(1, 10_000), "xếp hạng", "12"),
        Field("of", Number(1, 10_000), "trong bao nhiêu nơi", "34"),
        Field("region", Figure(), "trung bình của vùng", "86,10"),
        Field("country", Figure(), "trung bình cả nước", "85,40"),
        Field("source_name", Text(most=300), "nguồn công bố", "…", required=True),
        Field("source_url", WebAddress(), "địa chỉ nguồn", "https://…", required=True),
        Field("published", Day(), "ngày công bố", "2026-05-15"),
        Field("note", Text(most=500), "ghi chú", "…", default=""),
    ),
    _score,
    "kết quả chỉ số",
    with_place=True,
)

ACTIVITY = Group(
    (
        Field("date", Day(), "ngày", "2026-09-10", required=True),
        Field("form", Choice(choices(ActivityForm), what="hình thức"), "hình thức", "hoi-nghi", required=True),
        Field("title", Text(most=300), "tên hoạt động", "…", required=True),
        Field("unit", Word(), "đơn vị thực hiện, mã trong units.yml", "van-phong", required=True),
        Field("people", Number(0, 10_000_000), "số người dự", "45"),
        Field("times", Number(1, 100_000), "số lần, số lượng", "3", default=1),
        Field("url", WebAddress(), "địa chỉ kiểm chứng", "https://…", default=""),
        Field("evidence", Text(most=300), "tài liệu kiểm chứng để ở đâu", "Biên bản ngày 10/9/2026", default=""),
        Field(
            "piece", Word("mã bài", r"[a-z0-9]+(?:[-/][a-z0-9]+)*", "ví dụ 2026/07/ba-buoc"), "mã bài", "", default=""
        ),
        Field("note", Text(most=500), "ghi chú", "…", default=""),
    ),
    Activity,
    "hoạt động",
    with_place=True,
)


def _slogan(**values: Any) -> Slogan:
    values["valid_from"], values["valid_to"] = values.pop("from"), values.pop("to")
    return Slogan(**values)


SLOGAN = Group(
    (
        Field("id", Word(), "mã", "nop-truc-tuyen", required=True),
        Field("text", Text(most=160), "khẩu hiệu", "…", required=True),
        Field("from", Day(), "dùng từ ngày", "2026-07-01"),
        Field("to", Day(), "đến hết ngày", "2026-12-31"),
        Field(
            "page",
            Word("địa chỉ", r"[a-z0-9-]+(?:/[a-z0-9-]+)*/", "địa chỉ trang, ví dụ thu-tuc/"),
            "trang mà mã QR dẫn tới",
            "thu-tuc/",
            default="",
        ),
    ),
    _slogan,
    "khẩu hiệu",
    with_place=True,
)

NETWORK = Group(
    (
        Field("id", Word(), "mã", "zalo", required=True),
        Field("name", Text(most=60), "tên mạng xã hội", "Zalo", required=True),
        Field("most", Number(140, 1_000_000), "số ký tự nhiều nhất của một lời đăng", "2000", required=True),
        Field("shown", Number(40, 1_000_000), "số ký tự hiện ngay, trước chữ “Xem thêm”", "300", required=True),
        Field("source", Text(most=300), "hai con số ấy lấy ở đâu", "Trang trợ giúp của Zalo OA", required=True),
        Field("confirmed", Day(), "ngày cơ quan đăng thử hoặc đọc tận nguồn; bỏ trống là chưa xác nhận", "2026-11-02"),
    ),
    Network,
    "mạng xã hội",
    with_place=True,
)
