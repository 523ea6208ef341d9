"""Mending changes what is mechanical, shows it, and touches neither code nor addresses."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from doors.commands import cchc
from hypothesis import given
from hypothesis import strategies as st
from support.files import Folder, article_text

from cchc_site.desk.mending import House, mend
from cchc_site.publish.metadata import picture_metadata
from cchc_site.vietnamese.text import fold
from desk.word_files import photo

HOUSE = House.of("first", ())
FRONT = "---\ntitle: Bài\n---\n"


def _mended(body: str, house: House = HOUSE) -> str:
    return mend(FRONT + body + "\n", house).removeprefix(FRONT).removesuffix("\n")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        (unicodedata.normalize("NFD", "Thủ tục"), "Thủ tục"),
        ("hoà giải, Uỷ ban, khoẻ", "hòa giải, Ủy ban, khỏe"),
        ("Lao động – Thương binh và Xã hội", "Lao động - Thương binh và Xã hội"),
        ("kinh tế–xã hội", "kinh tế - xã hội"),
        ("37/KH–UBND", "37/KH-UBND"),
        ("30/2020/NĐ – CP", "30/2020/NĐ-CP"),
        ("60–NQ/TU", "60-NQ/TU"),
        ("thủ\u200btục\u00ad", "thủtục"),
        ("сải cách", "cải cách"),
        ("Ðề nghị", "Đề nghị"),
        ("𝐂ải", "Cải"),
        ("a\u202eb\u202c", "ab"),
        ("cuối dòng \n\nđoạn", "cuối dòng\n\nđoạn"),
        ("cuối dòng\t\nđoạn", "cuối dòng\nđoạn"),
        ("a\r\nb", "a\nb"),
    ],
)
def test_mends(written: str, right: str) -> None:
    assert _mended(written) == right


@pytest.mark.parametrize(
    "kept",
    [
        "`hoà` và `37/KH–UBND`",
        "```\nhoà  \n```",
        "    hoà trong mã thụt dòng",
        "[chữ](https://vi.example/hoà) <https://vi.example/hoà>",
        "![sơ đồ](hoà.png)",
        "[x]: https://vi.example/hoà",
        "viết “hoà” hay “hòa”",
        "từ 2021 – 2025, ông A – Giám đốc – nói",
        "ngắt dòng  \nở đây",
        "Москва",
        "12/2024 – 01/2025",
        "quý, khuỷu, hoàn",
    ],
)
def test_leaves_alone(kept: str) -> None:
    assert _mended(kept) == kept


def test_text_inside_lists_and_notes_is_mended_too() -> None:
    assert (
        _mended("- mục\n\n    hoà giải\n\n!!! note\n    hoà giải") == "- mục\n\n    hòa giải\n\n!!! note\n    hòa giải"
    )


def test_front_matter_is_mended_but_its_names_and_addresses_are_not() -> None:
    text = "---\ntitle: Hoà giải\nsource: {name: Báo Hoà, url: 'https://vi.example/hoà'}\n---\nchữ\n"
    assert (
        mend(text, HOUSE) == "---\ntitle: Hòa giải\nsource: {name: Báo Hòa, url: 'https://vi.example/hoà'}\n---\nchữ\n"
    )


def test_the_other_house_style() -> None:
    assert _mended("hòa, Ủy ban", House.of("second", ())) == "hoà, Uỷ ban"


@given(st.text(max_size=200))
def test_mending_twice_changes_nothing_more(text: str) -> None:
    once = mend(text, HOUSE)
    assert mend(once, HOUSE) == once


@given(st.text(alphabet="aàoòạ ủykhoaễ–-./37KHUBNĐ\n`[]()*_", max_size=120))
def test_mending_never_changes_what_a_text_says(text: str) -> None:
    def said(words: str) -> str:
        return "".join(letter for letter in fold(words) if letter.isalnum())

    assert said(mend(text, HOUSE)) == said(text)


def test_the_command_shows_what_it_changed(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    file = folder.write(
        "tin-bai/2024/03/bai.md", article_text(unicodedata.normalize("NFD", "Quy trình hoà giải") + " \n")
    )
    folder.write("tin-bai/2024/03/anh.jpg", photo())
    before = file.read_bytes()
    assert cchc("check", content=folder.root, as_of="2024-03-10").exit_code == 2
    shown = cchc("check", "--fix", "--dry-run", content=folder.root, as_of="2024-03-10")
    assert "+Quy trình hòa giải" in shown.output
    assert "Sẽ sửa 2 tệp" in shown.output
    assert file.read_bytes() == before
    done = cchc("check", "--fix", content=folder.root, as_of="2024-03-10")
    assert done.exit_code == 1, done.output
    assert "Quy trình hòa giải\n" in file.read_text(encoding="utf-8")
    assert picture_metadata((folder.root / "tin-bai/2024/03/anh.jpg").read_bytes()) == ()
    assert "Không có gì máy sửa được" in cchc("check", "--fix", content=folder.root, as_of="2024-03-10").output


def test_what_cannot_be_read_is_left_to_the_check(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    file = folder.write("tin-bai/2024/03/bai.md", b"\xff\xfe\x00h\x00o")
    outside = tmp_path / "ngoai.md"
    outside.write_text("hoà", encoding="utf-8")
    (folder.root / "tin-bai/2024/03/lien-ket.md").symlink_to(outside)
    cchc("check", "--fix", content=folder.root, as_of="2024-03-10")
    assert file.read_bytes() == b"\xff\xfe\x00h\x00o"
    assert outside.read_text(encoding="utf-8") == "hoà"
