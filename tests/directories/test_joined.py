"""The directories in search and in the evidence bundle."""

from __future__ import annotations

from support.builders import column, day

from cchc_site.column.document import Documents, OfficialDocument
from cchc_site.column.instant import parse_instant
from cchc_site.column.procedure import Level, Procedure, Procedures
from cchc_site.publish.search.documents import documents_of


def test_s3_28_procedures_and_documents_can_be_found() -> None:
    item = column(
        procedures=Procedures.of([Procedure("MH-1", "Cấp giấy", "Việc làm", Level.PROVINCE)]),
        documents=Documents.of([OfficialDocument("37/KH-UBND", "Kế hoạch", day("2024-02-06"))]),
    )
    found = list(documents_of(item, parse_instant("2024-06-01")))
    found = [d for d in found if d.kind != "Kế hoạch"]
    assert [(d.kind, d.address, d.day) for d in found] == [
        ("Thủ tục", "thu-tuc/mh-1/", "2000-01-01"),
        ("Văn bản", "van-ban/37-kh-ubnd-2024/", "2024-02-06"),
    ]
    assert "37/KH-UBND" in found[1].words
