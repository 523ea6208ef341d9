"""The registers of `content/_data/` that the editors' desk reads: documents, terms, contacts."""

from __future__ import annotations

from typing import Any

from cchc_site.column.contact import Contact
from cchc_site.column.document import OfficialDocument
from cchc_site.column.term import Term, TermKind
from cchc_site.content.article_fields import choices
from cchc_site.content.shape import Choice, Day, Field, Group, ListOf, Text, Word

_PHONE = Word("số điện thoại", r"\+?[0-9][0-9 .()-]{1,24}", "chữ số, dấu cách, dấu chấm, ví dụ 1900 1234")
_EMAIL = Word("hộp thư", r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", "hộp thư, ví dụ vanthu@tinh.gov.vn")
_ACCOUNT = Word("số tài khoản", r"[0-9][0-9 .-]{5,30}", "chữ số")


def _document(**values: Any) -> OfficialDocument:
    values["valid_from"], values["valid_to"] = values.pop("from"), values.pop("to")
    return OfficialDocument(**values)


DOCUMENT = Group(
    (
        Field("number", Text(most=60), "số, ký hiệu", "30/2020/NĐ-CP", required=True),
        Field("title", Text(most=400), "trích yếu", "Nghị định về công tác văn thư", default=""),
        Field("issued", Day(), "ngày ban hành", "2020-03-05"),
        Field("issuer", Text(most=200), "nơi ban hành", "Chính phủ", default=""),
        Field("from", Day(), "có hiệu lực từ ngày", "2020-03-05"),
        Field("to", Day(), "còn hiệu lực đến hết ngày", "2026-06-30"),
        Field("replaced_by", ListOf(Text(most=60), most=20), "văn bản thay thế", "[224/2026/NĐ-CP]", default=()),
    ),
    _document,
    "văn bản",
    with_place=True,
)

TERM = Group(
    (
        Field("written", ListOf(Text(most=120), least=1, most=40), "các cách viết cũ", '["mức độ 4"]', required=True),
        Field("use", Text(most=200), "nay viết là", "toàn trình", required=True),
        Field("kind", Choice(choices(TermKind), what="loại từ"), "loại từ", "thuat-ngu", required=True),
        Field("since", Day(), "không dùng cho hiện tại từ ngày", "2022-12-01", required=True),
        Field("note", Text(most=300), "vì sao", "…", default=""),
    ),
    Term,
    "từ cũ",
    with_place=True,
)

CONTACT = Group(
    (
        Field("name", Text(most=200), "bộ phận hoặc đầu mối", "Bộ phận Một cửa", required=True),
        Field("phones", ListOf(_PHONE, most=40), "điện thoại cơ quan, đường dây nóng", '["1900 1234"]', default=()),
        Field("emails", ListOf(_EMAIL, most=40), "hộp thư công vụ", "[vanthu@tinh.gov.vn]", default=()),
        Field("accounts", ListOf(_ACCOUNT, most=40), "tài khoản của cơ quan", '["1234 5678 90"]', default=()),
        Field("checked", Day(), "ngày kiểm tra gần nhất", "2026-11-02"),
    ),
    Contact,
    "đầu mối liên hệ",
    with_place=True,
)
