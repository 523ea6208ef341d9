from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_site.vietnamese.document_numbers import Kind, find_all, match_at, normalise, parse

# Every number the five seed plans cite, then later laws and letters.
NUMBERS: list[tuple[str, Kind, str | None, tuple[str, ...], str | None]] = [
    ("01-NQ/TU", "party", "NQ", ("TU",), None),
    ("04/NQ-CP", "administrative", "NQ", ("CP",), None),
    ("05/KH-SLĐTBXH", "administrative", "KH", ("SLĐTBXH",), None),
    ("07/KH-SLĐTBXH", "administrative", "KH", ("SLĐTBXH",), None),
    ("09-Ctr/TU", "party", "Ctr", ("TU",), None),
    ("128/KH-SLĐTBXH", "administrative", "KH", ("SLĐTBXH",), None),
    ("129/2007/QĐ-TTg", "legal", "QĐ", ("TTg",), None),
    ("18-NQ/TW", "party", "NQ", ("TW",), None),
    ("19-NQ/TW", "party", "NQ", ("TW",), None),
    ("204/KH-UBND", "administrative", "KH", ("UBND",), None),
    ("219/KH-UBND", "administrative", "KH", ("UBND",), None),
    ("3202/UBND-NC", "letter", None, ("UBND",), "NC"),
    ("34/CTr-UBND", "administrative", "CTr", ("UBND",), None),
    ("3647/QĐ-UBND", "administrative", "QĐ", ("UBND",), None),
    ("37/KH-UBND", "administrative", "KH", ("UBND",), None),
    ("3809/QĐ-UBND", "administrative", "QĐ", ("UBND",), None),
    ("4567/QĐ-UBND", "administrative", "QĐ", ("UBND",), None),
    ("4599/QĐ-UBND", "administrative", "QĐ", ("UBND",), None),
    ("505/KH-SLĐTBXH", "administrative", "KH", ("SLĐTBXH",), None),
    ("5299/QĐ-UBND", "administrative", "QĐ", ("UBND",), None),
    ("60-NQ/TU", "party", "NQ", ("TU",), None),
    ("68/NQ-CP", "administrative", "NQ", ("CP",), None),
    ("76/NQ-CP", "administrative", "NQ", ("CP",), None),
    ("828/QĐ-UBND", "administrative", "QĐ", ("UBND",), None),
    ("888/QĐ-UBND", "administrative", "QĐ", ("UBND",), None),
    ("905/QĐ-BNV", "administrative", "QĐ", ("BNV",), None),
    ("30/2020/NĐ-CP", "legal", "NĐ", ("CP",), None),
    ("148/2025/QH15", "legal", None, ("QH15",), None),
    ("66.13/2026/NQ-CP", "legal", "NQ", ("CP",), None),
    ("22/2023/TT-BTTTT", "legal", "TT", ("BTTTT",), None),
    ("224/2026/NĐ-CP", "legal", "NĐ", ("CP",), None),
    ("282/QĐ-TTg", "administrative", "QĐ", ("TTg",), None),
    ("581/BNV-CCHC", "letter", None, ("BNV",), "CCHC"),
    ("2231/SNV-CCHC&PC", "letter", None, ("SNV",), "CCHC&PC"),
    ("15/2014/TTLT-BTP-BNV", "legal", "TTLT", ("BTP", "BNV"), None),
    ("12a/QĐ-UBND-NC", "administrative", "QĐ", ("UBND",), "NC"),
]

REJECTED = [
    ("/KH-SLĐTBXH", "thiếu số"),
    ("KH-UBND", "thiếu số"),
    ("H79 /KH-UBND", "dấu cách"),
    ("37 /KH-UBND", "dấu cách"),
    ("37/ KH-UBND", "dấu cách"),
    ("37 / KH-UBND", "dấu cách"),
    ("37/KH–UBND", "gạch nối"),
    ("37/KH—UBND", "gạch nối"),
    ("60–NQ/TU", "gạch nối"),
    ("H79/KH-UBND", "thiếu số"),
    ("", "để trống"),
    ("37", "ví dụ đúng"),
    ("37/kh-ubnd", "ví dụ đúng"),
    ("37/KH", "ví dụ đúng"),
    ("60-NQ/ABC", "ví dụ đúng"),
    ("37/KH-UBND-", "ví dụ đúng"),
    ("123456/KH-UBND", "ví dụ đúng"),
    ("15/12/2021", "ví dụ đúng"),
    ("٣٧/KH-UBND", "ví dụ đúng|thiếu số"),
]


@pytest.mark.parametrize(("text", "kind", "type_code", "issuers", "drafter"), NUMBERS)
def test_parse(text: str, kind: Kind, type_code: str | None, issuers: tuple[str, ...], drafter: str | None) -> None:
    document = parse(f" {text} ")
    assert document.text == text
    assert document.kind == kind
    assert document.type_code == type_code
    assert document.issuers == issuers
    assert document.drafter == drafter
    assert normalise(normalise(text)) == normalise(text)


def test_number_and_year() -> None:
    assert (parse("66.13/2026/NQ-CP").number, parse("66.13/2026/NQ-CP").year) == ("66.13", 2026)
    assert (parse("12a/QĐ-UBND").number, parse("12a/QĐ-UBND").year) == ("12a", None)
    assert parse("60-NQ/TU").symbol == "NQ/TU"


@pytest.mark.parametrize(("text", "reason"), REJECTED)
def test_rejected(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(text)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("09-Ctr/TU", "09-CTr/TU"),
        ("9-CTr/TU", "09-CTr/TU"),
        ("7/KH-UBND", "07/KH-UBND"),
        ("9/2019/NĐ-CP", "09/2019/NĐ-CP"),
        ("66.13/2026/NQ-CP", "66.13/2026/NQ-CP"),
        ("2231/SNV-CCHC&PC", "2231/SNV-CCHC&PC"),
    ],
)
def test_normalise(text: str, normal: str) -> None:
    assert normalise(text) == normal


def test_find_all_with_positions() -> None:
    text = (
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021, Nghị định 30/2020/NĐ-CP; Công văn 2231/SNV-CCHC&PC "
        "(Kế hoạch số:37/KH-UBND), số 60-NQ/TU. Không tính: /KH-UBND, H79 /KH-UBND, A37/KH-UBND, "
        "37/KH-UBND-, 51/2010/QH12."
    )
    found = find_all(text)
    assert [item.document.text for item in found] == [
        "76/NQ-CP",
        "30/2020/NĐ-CP",
        "2231/SNV-CCHC&PC",
        "37/KH-UBND",
        "60-NQ/TU",
        "37/KH-UBND",
        "51/2010/QH12",
    ]
    assert all(text[item.start : item.end] == item.document.text for item in found)


@pytest.mark.parametrize("number", [row[0] for row in NUMBERS])
def test_find_all_finds_what_parse_takes(number: str) -> None:
    (found,) = find_all(f"Theo văn bản số {number}, đề nghị thực hiện.")
    assert found.document == parse(number)


@given(st.text(alphabet="0123456789./-&ABCĐKHUNQTWctrg –"))
def test_only_value_error_and_no_overlap(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert normalise(normalise(text)) == normalise(text)
    ends = 0
    for item in find_all(text):
        assert item.start >= ends
        ends = item.end


_PIECES = [
    "37",
    "/",
    "-",
    ".",
    "&",
    " ",
    "2021",
    "KH",
    "UBND",
    "NQ",
    "TW",
    "CTHĐ",
    "QH15",
    "12a",
    "<b>",
    "x",
    "1234.567",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_find_all_is_what_looking_at_every_digit_finds(text: str) -> None:
    expected, position = [], 0
    for candidate in re.finditer(r"(?<![\w&./-])[0-9]", text):
        item = match_at(text, candidate.start()) if candidate.start() >= position else None
        if item is not None:
            expected.append(item)
            position = item.end
    assert find_all(text) == expected
