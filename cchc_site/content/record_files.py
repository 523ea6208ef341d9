"""The office's own records: what was handed in, and what stands around its documents."""

from __future__ import annotations

from typing import Any

from cchc_site.column.letterhead import Letterhead
from cchc_site.column.submission import Submission
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.shape import Text, WebAddress, Word
from cchc_site.content.time_shapes import Day, Instant

_ITEM = Word(
    "mã việc",
    r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[0-9]{4}(?:-(?:Q[1-4]|H[12]|[0-9]{2}))?)?",
    "mã trong kế hoạch, kèm kỳ nếu có, ví dụ bao-cao/2024-Q1",
)


def _submission(**values: Any) -> Submission:
    moment = values.pop("date")
    return Submission(at=moment.at, date_only=moment.date_only, **values)


SUBMISSION = Group(
    (
        Field("plan", Word(), "mã kế hoạch", "ke-hoach-2026", required=True),
        Field("item", _ITEM, "mã việc trong kế hoạch, kèm kỳ nếu có", "bao-cao/2026-Q3", required=True),
        Field("date", Instant(), "ngày (và giờ) gửi hoặc hoàn thành", "2026-09-08", required=True),
        Field("unit", Word(), "đơn vị gửi, khi báo cáo có nhiều đơn vị", "phong-cchc", default=""),
        Field("number", Text(most=60), "số, ký hiệu văn bản, hoặc “chưa cấp số”", "45/BC-SNV", default=""),
        Field("note", Text(most=200), "tên sản phẩm", "Báo cáo quý III", default=""),
        Field("url", WebAddress(), "địa chỉ để kiểm chứng", "https://…", default=""),
        Field("explanation", Text(most=500), "lý do không làm được (khi đó mục này là giải trình)", "…", default=""),
    ),
    _submission,
    "mục ghi nhận",
    with_place=True,
)

_LINES = ListOf(Text(most=200), most=40)

LETTERHEAD = Group(
    (
        Field("from", Day(), "có hiệu lực từ ngày", "2025-03-01"),
        Field("to", Day(), "đến hết ngày", "2025-02-28"),
        Field("superior", Text(most=200), "cơ quan chủ quản", "Ủy ban nhân dân tỉnh An Bình", default=""),
        Field("symbol", Text(most=40), "ký hiệu của báo cáo", "BC-SNV", default=""),
        Field("authority", Text(most=80), "quyền hạn ký", "KT. GIÁM ĐỐC", default=""),
        Field("position", Text(most=80), "chức vụ người ký", "PHÓ GIÁM ĐỐC", default=""),
        Field("addressees", _LINES, "kính gửi", "[Ủy ban nhân dân tỉnh]", default=()),
        Field("recipients", _LINES, "nơi nhận", "[Như trên]", default=()),
        Field("archive", Text(most=80), "sau “Lưu: VT,”", "VP", default=""),
    ),
    lambda **values: Letterhead(first=values.pop("from"), last=values.pop("to"), **values),
    "phần đầu và cuối văn bản",
    with_place=True,
)
