"""The indices by which reform is measured: what each is, and the published figures of a place by year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from cchc_site.column.written import Written


class Index(Struct, frozen=True):
    """One index: what it is called and what it measures."""

    id: str
    short: str
    name: str
    measures: str


INDICES: tuple[Index, ...] = (
    Index("par-index", "PAR INDEX", "Chỉ số cải cách hành chính", "Kết quả thực hiện cải cách hành chính hằng năm."),
    Index(
        "sipas",
        "SIPAS",
        "Chỉ số hài lòng về sự phục vụ hành chính",
        "Người dân, tổ chức hài lòng đến đâu với sự phục vụ của cơ quan hành chính.",
    ),
    Index(
        "papi",
        "PAPI",
        "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh",
        "Trải nghiệm của người dân về quản trị, dịch vụ công.",
    ),
    Index("pci", "PCI", "Chỉ số năng lực cạnh tranh cấp tỉnh", "Doanh nghiệp đánh giá môi trường kinh doanh."),
    Index(
        "ddci",
        "DDCI",
        "Chỉ số năng lực cạnh tranh cấp sở, ban, ngành và địa phương",
        "Doanh nghiệp đánh giá từng sở, ngành, địa phương trong tỉnh.",
    ),
    Index("dti", "DTI", "Chỉ số chuyển đổi số", "Mức độ chuyển đổi số: chính quyền số, kinh tế số, xã hội số."),
    Index(
        "egi", "EGI", "Xếp hạng mức độ ứng dụng công nghệ thông tin", "Mức độ ứng dụng công nghệ thông tin của cơ quan."
    ),
    Index(
        "ict-index",
        "ICT Index",
        "Chỉ số sẵn sàng phát triển và ứng dụng công nghệ thông tin",
        "Hạ tầng, nhân lực và ứng dụng công nghệ thông tin.",
    ),
)
"""In the order in which plans name them."""

INDEX_BY_ID: dict[str, Index] = {index.id: index for index in INDICES}
INDEX_ALIASES = {"ipa": "sipas", "par": "par-index", "ict": "ict-index"}
"""Other words that plans use. "IPA" stands for the satisfaction index in one province's plan of 2022; the usual name is
SIPAS, and the page says so."""
ALIAS_NOTES = {"ipa": "Có văn bản ghi “IPA” cho chỉ số này; tên quen dùng là SIPAS."}


class IndexScore(Written, frozen=True):
    """One place's published result in one year. Values are in the index's own points, `out_of` is their maximum."""

    index: Index
    year: int
    subject: str
    """The place or agency that was measured."""
    source_name: str
    source_url: str
    value: Decimal | None = None
    out_of: Decimal | None = None
    rank: int | None = None
    of: int | None = None
    """Among how many it was ranked."""
    region: Decimal | None = None
    """The mean of the region, when published."""
    country: Decimal | None = None
    """The mean of the country, or of all that were ranked."""
    published: date | None = None
    note: str = ""
    written: str = ""
    """The word by which the data file named the index, when that was an alias."""


def by_index(scores: Iterable[IndexScore]) -> dict[Index, tuple[IndexScore, ...]]:
    """The scores of each index that has any, in the order of INDICES, each by year and subject."""
    found: dict[Index, list[IndexScore]] = {}
    for score in scores:
        found.setdefault(score.index, []).append(score)
    return {
        index: tuple(sorted(found[index], key=lambda score: (score.year, score.subject)))
        for index in INDICES
        if index in found
    }
