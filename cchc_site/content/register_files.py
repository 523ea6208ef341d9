"""The register of words that time has overtaken: `_data/terms.yml`."""

from __future__ import annotations

from cchc_site.column.term import Term, TermKind
from cchc_site.content.article_fields import choices
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.shape import Choice, Text
from cchc_site.content.time_shapes import Day

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
