"""The register of documents: `_data/documents.yml`, and `_data/documents/*.yml`, `.csv` or `.xlsx` for large ones."""

from __future__ import annotations

from typing import Any

from cchc_site.column.document import OfficialDocument
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.shape import Text, WebAddress, Word
from cchc_site.content.sheet_rows import Headings
from cchc_site.content.time_shapes import Day

_FILE = Word("tên tệp", r"[A-Za-z0-9_./-]+", "chữ không dấu, số, gạch ngang, ví dụ van-ban/76-nq-cp.pdf")


def _document(**values: Any) -> OfficialDocument:
    values["valid_from"], values["valid_to"] = values.pop("from"), values.pop("to")
    return OfficialDocument(**values)


DOCUMENT = Group(
    (
        Field("number", Text(most=60), "số, ký hiệu", "30/2020/NĐ-CP", required=True),
        Field("title", Text(most=600), "trích yếu", "Nghị định về công tác văn thư", default=""),
        Field("type", Text(most=60), "loại văn bản, nếu số không nói rõ", "luật", default=""),
        Field("issued", Day(), "ngày ban hành", "2020-03-05"),
        Field("issuer", Text(most=200), "nơi ban hành", "Chính phủ", default=""),
        Field("from", Day(), "có hiệu lực từ ngày", "2020-03-05"),
        Field("to", Day(), "còn hiệu lực đến hết ngày", "2026-06-30"),
        Field("replaced_by", ListOf(Text(most=60), most=20), "văn bản thay thế", "[224/2026/NĐ-CP]", default=()),
        Field("url", WebAddress(), "trang của văn bản ở nguồn chính thức", "https://…", default=""),
        Field("file", _FILE, "tệp văn bản trong thư mục nội dung", "van-ban/30-2020-nd-cp.pdf", default=""),
    ),
    _document,
    "văn bản",
    with_place=True,
)

HEADINGS = Headings(
    fields={
        "number": ("Số, ký hiệu", "Số ký hiệu", "Số hiệu", "Số văn bản"),
        "title": ("Trích yếu", "Trích yếu nội dung", "Tên văn bản", "Nội dung"),
        "type": ("Loại văn bản", "Hình thức", "Hình thức văn bản"),
        "issued": ("Ngày ban hành", "Ngày văn bản", "Ngày ký"),
        "issuer": ("Cơ quan ban hành", "Nơi ban hành", "Cơ quan"),
        "from": ("Có hiệu lực từ", "Ngày có hiệu lực", "Ngày hiệu lực", "Hiệu lực từ"),
        "to": ("Hết hiệu lực", "Ngày hết hiệu lực", "Hiệu lực đến"),
        "replaced_by": ("Văn bản thay thế", "Thay thế bởi", "Bị thay thế bởi"),
        "url": ("Địa chỉ", "Đường dẫn", "Liên kết", "Link"),
        "file": ("Tệp", "Tệp đính kèm", "File"),
    },
    key="number",
    numbers={"number": "issued"},
    days=frozenset({"issued", "from", "to"}),
    lists=frozenset({"replaced_by"}),
    texts=frozenset({"number"}),
)
