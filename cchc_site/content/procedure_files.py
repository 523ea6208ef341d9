"""The catalogue of procedures: `_data/procedures/*.yml`, `.csv` or `.xlsx`, one table of fields for all."""

from __future__ import annotations

from typing import Any

from cchc_site.column.procedure import Level, Online, Procedure
from cchc_site.content.article_fields import choices
from cchc_site.content.group import Field, Group
from cchc_site.content.shape import Choice, Flag, Text, WebAddress, Word
from cchc_site.content.sheet_rows import Headings
from cchc_site.content.time_shapes import Day

CODE = Word("mã thủ tục", r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*", "chữ không dấu, số, dấu chấm, gạch ngang")


def _procedure(**values: Any) -> Procedure:
    values["sector"] = values.pop("field")
    return Procedure(**values)


PROCEDURE = Group(
    (
        Field("code", CODE, "mã thủ tục", "1.004959", required=True),
        Field("name", Text(most=400), "tên thủ tục", "…", required=True),
        Field("field", Text(most=120), "lĩnh vực theo quyết định công bố", "Việc làm", required=True),
        Field("level", Choice(choices(Level), what="cấp"), "cấp giải quyết", "tinh", required=True),
        Field("unit", Word(), "đơn vị giải quyết, mã trong units.yml", "phong-lao-dong-viec-lam", default=""),
        Field("time_limit", Text(most=600), "thời hạn giải quyết", "10 ngày làm việc", default=""),
        Field("time_limit_online", Text(most=600), "thời hạn khi nộp trực tuyến", "07 ngày làm việc", default=""),
        Field("fee", Text(most=1000), "phí, lệ phí", "Không thu", default=""),
        Field("fee_online", Text(most=1000), "phí, lệ phí khi nộp trực tuyến", "Không thu", default=""),
        Field("online", Choice(choices(Online), what="mức độ"), "mức độ trực tuyến", "toan-trinh"),
        Field("online_only", Flag(), "chỉ nhận hồ sơ trực tuyến", "false", default=False),
        Field("post", Flag(), "nộp, nhận qua bưu chính công ích", "true", default=False),
        Field("decision", Text(most=60), "số quyết định công bố", "123/QĐ-UBND", default=""),
        Field("decided", Day(), "ngày quyết định công bố", "2026-05-20"),
        Field("url", WebAddress(), "trang của thủ tục tại nguồn quốc gia", "https://dichvucong.gov.vn/…", default=""),
        Field("checked", Day(), "ngày đối chiếu gần nhất với nguồn quốc gia", "2026-11-02"),
        Field("contact", Word(), "nơi hướng dẫn, mã trong contacts.yml", "mot-cua", default=""),
        Field("note", Text(most=500), "lưu ý ngắn cho người dân", "…", default=""),
    ),
    _procedure,
    "thủ tục",
    with_place=True,
)

_YES = {"co": "true", "x": "true", "dung": "true", "khong": "false", "chua": "false"}
_ONLINE = {
    word: mark
    for mark, words in {
        "toan-trinh": ("toan trinh", "dich vu cong truc tuyen toan trinh", "dvc toan trinh", "dvctt toan trinh",
                       "muc do 4"),
        "mot-phan": ("mot phan", "dich vu cong truc tuyen mot phan", "dvc mot phan", "dvctt mot phan", "muc do 3"),
        "truc-tiep": ("truc tiep", "chua cung cap", "khong", "con lai", "cung cap thong tin truc tuyen",
                      "dich vu cung cap thong tin truc tuyen"),
    }.items()
    for word in words
}  # fmt: skip
HEADINGS = Headings(
    fields={
        "code": ("Mã thủ tục", "Mã TTHC", "Mã số thủ tục", "Mã số TTHC", "Mã thủ tục hành chính", "Mã"),
        "name": ("Tên thủ tục", "Tên thủ tục hành chính", "Tên TTHC", "Thủ tục hành chính"),
        "field": ("Lĩnh vực",),
        "level": ("Cấp thực hiện", "Cấp giải quyết", "Cấp"),
        "unit": ("Đơn vị", "Đơn vị giải quyết", "Phòng", "Cơ quan giải quyết", "Cơ quan thực hiện"),
        "time_limit": ("Thời hạn giải quyết", "Thời gian giải quyết", "Thời hạn", "Thời hạn giải quyết theo quy định"),
        "time_limit_online": ("Thời hạn khi nộp trực tuyến", "Thời hạn trực tuyến"),
        "fee": ("Phí, lệ phí", "Phí lệ phí", "Lệ phí", "Phí"),
        "fee_online": ("Phí, lệ phí trực tuyến", "Lệ phí trực tuyến"),
        "online": ("Mức độ trực tuyến", "Dịch vụ công trực tuyến", "Mức độ", "DVCTT"),
        "online_only": ("Chỉ nhận trực tuyến",),
        "post": ("Bưu chính công ích", "BCCI", "Qua bưu chính"),
        "decision": ("Quyết định công bố", "Số quyết định", "QĐ công bố", "Căn cứ công bố"),
        "decided": ("Ngày quyết định", "Ngày công bố"),
        "url": ("Địa chỉ", "Đường dẫn", "Liên kết", "Link"),
        "checked": ("Ngày đối chiếu", "Ngày kiểm tra"),
        "contact": ("Đầu mối", "Nơi hướng dẫn"),
        "note": ("Ghi chú", "Lưu ý"),
    },
    words={
        "level": {
            "trung uong": "trung-uong", "bo": "trung-uong", "cap bo": "trung-uong",
            "tinh": "tinh", "cap tinh": "tinh", "xa": "xa", "cap xa": "xa",
            "don vi": "don-vi", "don vi khac": "don-vi", "co quan khac": "don-vi",
        },
        "online": _ONLINE,
        "online_only": _YES,
        "post": _YES,
    },
    key="code",
    section="field",
    days=frozenset({"decided", "checked"}),
    texts=frozenset({"code"}),
    amounts=frozenset({"fee", "fee_online"}),
    numbers={"decision": "decided"},
)  # fmt: skip
"""What offices call the columns. "Mức độ 4" and "mức độ 3" are the words before 2022."""
