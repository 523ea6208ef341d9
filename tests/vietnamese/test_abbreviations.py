from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_site.vietnamese import abbreviations, unknown_abbreviations
from cchc_site.vietnamese.abbreviations import (
    all_abbreviations,
    document_type,
    document_types,
    find_all,
    is_known,
    issuer,
    lookup,
    lookup_folded,
    spellings,
)
from cchc_site.vietnamese.text import nfc
from cchc_site.vietnamese.unknown_abbreviations import find_unknown, nearest_known

EVERY_ONE = """
    CCHC TTHC KSTTHC DVC DVCTT DVCQG HCC TTPVHCC BPMC CBCCVC CBCCVCNLĐ NLĐ CNTT CĐS CPĐT CQĐT CQNN QLNN HCNN VBQPPL
    VBHN ĐVSN ĐVSNCL NSNN KT-XH QPAN PBGDPL VTVL TĐKT CT PCT GĐ PGĐ VP CVP PCVP VT NC BCĐ PAPI DDCI EGI IPA TU HU ĐU
    CĐCS VNeID UBND HĐND UBMTTQVN MTTQ LĐTBXH LĐ-TB&XH SLĐTBXH SNV BNV TT&TT TTTT KH&CN KHCN VH-TT-TD VHTTDL PT-TH
    PTTH TTĐT TTXVN GD&ĐT GDNN NCC BTXH TEBĐG ATVSLĐ BHXH BHYT BHTN PCTN PCTNXH CSDL HTTT ATTT KH BC QĐ CV NQ NĐ TT
    CTr TM. KT. Q. TL. TUQ. b/c V/v STT SIPAS PCI DTI ISO TW ĐTN CCCD
"""


@pytest.mark.parametrize("short", [*EVERY_ONE.split(), "PAR INDEX", "ICT Index"])
def test_every_abbreviation_of_the_column_is_listed(short: str) -> None:
    assert lookup(short) is not None


def test_the_list_is_sound() -> None:
    listed = [short for entry in all_abbreviations() for short in entry.short]
    assert len(listed) == len(set(listed))
    for entry in all_abbreviations():
        assert entry.full
        assert all(nfc(word) == word.strip() for word in (*entry.short, *entry.full))
        assert entry.spoken is None or len(entry.full) == 1
        assert entry.same_as is None or lookup(entry.same_as) is not None
    assert set(spellings()) == set(listed)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("CCHC", "cải cách hành chính"),
        ("UBND", "Ủy ban nhân dân"),
        ("LĐTBXH", "Lao động - Thương binh và Xã hội"),
        ("LĐ-TB&XH", "Lao động - Thương binh và Xã hội"),
        ("PCTNXH", "phòng, chống tệ nạn xã hội"),
        ("QPAN", "quốc phòng, an ninh"),
        ("CT", "Chủ tịch"),
        ("PAR INDEX", "Chỉ số cải cách hành chính"),
        ("TUQ.", "thừa ủy quyền"),
    ],
)
def test_lookup(short: str, full: str) -> None:
    entry = lookup(short)
    assert entry is not None
    assert entry.full[0] == full


def test_lookup_is_exact_and_folded_is_not() -> None:
    assert lookup("cchc") is None
    assert [entry.full[0] for entry in lookup_folded("hdnd")] == ["Hội đồng nhân dân"]
    assert [entry.full[0] for entry in lookup_folded("Cđs")] == ["chuyển đổi số"]
    assert lookup_folded("khong co") == ()


def test_ipa_is_another_name_of_sipas() -> None:
    ipa, sipas = lookup("IPA"), lookup("SIPAS")
    assert ipa is not None
    assert sipas is not None
    assert (ipa.same_as, ipa.full) == ("SIPAS", sipas.full)
    assert ipa.note


def test_several_meanings_are_not_spoken() -> None:
    for short in ("CT", "TT"):
        entry = lookup(short)
        assert entry is not None
        assert entry.spoken is None


def test_codes_of_document_numbers() -> None:
    assert document_type("CT") == "chỉ thị"
    assert document_type("Ctr") == "chương trình"
    assert document_type("XX") is None
    assert issuer("CP") == "Chính phủ"
    assert issuer("UBND") == "Ủy ban nhân dân"
    assert issuer("XX") is None
    of_decree_30 = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB"
    assert set(of_decree_30.split()) <= set(document_types())
    assert is_known("TTr")
    assert is_known("TTg")
    assert not is_known("XX")


def test_find_all() -> None:
    text = "Sở LĐ-TB&XH, TT&TT; PAR INDEX của UBND; KH-UBND, CCHCX, ACCHC; KH&CN (b/c); V/v CCHC."
    found = find_all(text)
    assert [text[item.start : item.end] for item in found] == [
        "LĐ-TB&XH",
        "TT&TT",
        "PAR INDEX",
        "UBND",
        "KH&CN",
        "b/c",
        "V/v",
        "CCHC",
    ]


def test_signature_marks_only_before_capitals() -> None:
    assert [item.abbreviation.short[0] for item in find_all("KT. GIÁM ĐỐC\nTM.ỦY BAN")] == ["KT.", "TM."]
    assert find_all("ở Q. 1 và Q. Bình Thạnh") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đội ngũ CBCCVV của tỉnh", [("CBCCVV", "CBCCVC")]),
        ("chỉ số ICT", [("ICT", "ICT Index")]),
        ("KẾ HOẠCH của UBND về CCHC", []),
        ("TRIỂN KHAI XYZT TOÀN TỈNH", []),
        ("Đại hội XIII, quý IV, Phần II", []),
        ("Kế hoạch 37/KH-XYZT", []),
        ("Sở KH&CN, TT&TT, LĐ-TB&XH", []),
        ("YouTube và Zalo, A4, QH15", []),
        ("nộp đĩa CD", [("CD", "CSDL")]),
        ("Sở XD-QH", [("XD-QH", None)]),
    ],
)
def test_unknown_abbreviations_are_questions(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_unknown(text)
    assert [(item.text, item.nearest) for item in found] == expected
    assert all(text[item.start : item.end] == item.text for item in found)


@given(st.text(alphabet="aBđĐộỘ&-/ \n.1IV\u0130\u01c5\u2160\u1e9e\U0001d400\U00010400_", max_size=12))
def test_only_a_text_with_two_capitals_is_looked_through(text: str) -> None:
    assert find_unknown(text) == list(unknown_abbreviations._questions(text))


def test_nearest_known() -> None:
    assert nearest_known("UBNDD") == "UBND"
    assert nearest_known("WXYZ") is None


def test_the_data_file_is_read_once() -> None:
    assert abbreviations.all_abbreviations() is abbreviations.all_abbreviations()
