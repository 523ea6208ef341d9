"""The public contacts: `_data/contacts.yml`."""

from __future__ import annotations

from cchc_site.column.contact import Contact, ContactKind
from cchc_site.content.article_fields import choices
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.shape import Choice, Text, WebAddress, Word
from cchc_site.content.time_shapes import Day

_PHONE = Word("số điện thoại", r"\+?[0-9][0-9 .()-]{1,24}", "chữ số, dấu cách, dấu chấm, ví dụ 1900 1234")
_EMAIL = Word("hộp thư", r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", "hộp thư, ví dụ vanthu@tinh.gov.vn")
_ACCOUNT = Word("số tài khoản", r"[0-9][0-9 .-]{5,30}", "chữ số")

CONTACT = Group(
    (
        Field("name", Text(most=200), "bộ phận hoặc đầu mối", "Bộ phận Một cửa", required=True),
        Field(
            "kind",
            Choice(choices(ContactKind), what="loại đầu mối"),
            "để làm gì",
            "mot-cua",
            default=ContactKind.OFFICE,
        ),
        Field("id", Word(), "mã, để thủ tục nhắc tới", "mot-cua", default=""),
        Field("phones", ListOf(_PHONE, most=40), "điện thoại cơ quan, đường dây nóng", '["1900 1234"]', default=()),
        Field("emails", ListOf(_EMAIL, most=40), "hộp thư công vụ", "[vanthu@tinh.gov.vn]", default=()),
        Field("accounts", ListOf(_ACCOUNT, most=40), "tài khoản của cơ quan", '["1234 5678 90"]', default=()),
        Field("checked", Day(), "ngày kiểm tra gần nhất", "2026-11-02"),
        Field("unit", Word(), "thuộc đơn vị, mã trong units.yml", "van-phong", default=""),
        Field("address", Text(most=300), "địa chỉ", "…", default=""),
        Field("hours", Text(most=200), "giờ làm việc", "7 giờ 30 đến 17 giờ, ngày làm việc", default=""),
        Field("officer", Text(most=120), "cán bộ đầu mối", "…", default=""),
        Field("position", Text(most=120), "chức vụ của cán bộ đầu mối", "Chuyên viên", default=""),
        Field("url", WebAddress(), "trang chính thức tiếp nhận", "https://…", default=""),
    ),
    Contact,
    "đầu mối liên hệ",
    with_place=True,
)
