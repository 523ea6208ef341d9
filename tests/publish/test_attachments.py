"""What attached PDF, Word and Excel files say is read like a page, and what they carry unseen is told."""

from __future__ import annotations

import struct
import time
from pathlib import Path

import pytest
from desk.word_files import photo
from doors.commands import cchc
from hypothesis import given, settings
from hypothesis import strategies as st
from support.attachments import excel, pdf, pdf_bomb, with_parts, word
from support.files import Folder
from support.sites import mkdocs, write_config

from cchc_site.desk.office_files import without_people
from cchc_site.publish.firewall import scan
from cchc_site.vietnamese.private_data import Allowed

NUMBER = "0912 345 678"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMMENT = f"<w:comments {W}><w:comment><w:p><w:r><w:t>Hỏi lại {NUMBER}</w:t></w:r></w:p></w:comment></w:comments>"
DELETED = (
    f"<w:document {W}><w:body><w:p><w:del><w:r><w:delText>Gọi 0912</w:delText></w:r><w:r>"
    "<w:delText> 345 678</w:delText></w:r></w:del></w:p></w:body></w:document>"
)


def _found(path: str, data: bytes, allowed: Allowed | None = None) -> set[str]:
    return {f"{leak.code} {leak.shown}" for leak in scan(path, data, allowed or Allowed())}


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("a.docx", word(f"Gọi {NUMBER}"), {"L01 091…78"}),
        ("a.DOCX", word("Ông A, CCCD số 001099012345"), {"L02 001…45"}),
        ("a.docx", word("Sạch", author="Trần Thị B"), {"L06 tên người soạn"}),
        ("a.docx", with_parts(word("Sạch"), {"word/comments.xml": COMMENT}), {"L01 091…78", "L06 nhận xét (comment)"}),
        (
            "a.docx",
            with_parts(word(), {"word/document.xml": DELETED}),
            {"L01 091…78", "L06 thay đổi chưa chấp nhận (track changes)"},
        ),
        (
            "a.docx",
            word("Sạch", picture=photo(kind="JPEG")),
            {
                "L06 nơi chụp (GPS) của ảnh bên trong",
                "L06 máy chụp, giờ chụp hoặc người chụp (EXIF) của ảnh bên trong",
            },
        ),
        ("a.xlsx", excel([["Họ tên", "Ghi chú"], ["A", f"gọi {NUMBER}"]]), {"L01 091…78"}),
        ("a.xlsx", excel([["Họ tên", "Điện thoại"], ["A", 912345678]]), {"L01 091…78"}),
        ("a.xlsx", excel([["Họ tên", "Số CCCD"], ["A", 1099012345]]), {"L02 001…45"}),
        ("a.xlsx", excel([["Năm", "Kinh phí"], [2026, 912345678]]), set()),
        ("a.xlsx", excel([["Năm"]], hidden=True), {"L06 trang tính ẩn"}),
        ("a.pdf", pdf(f"Goi {NUMBER}"), {"L01 091…78"}),
        ("a.pdf", pdf(link="tel:+84912345678"), {"L01 091…78"}),
        ("a.pdf", pdf(author="B"), {"L06 tên người soạn"}),
        ("a.pdf", pdf(note=f"hoi {NUMBER}"), {"L01 091…78", "L06 ghi chú (annotation)"}),
        ("a.pdf", pdf("Sach"), set()),
        ("a.docx", word("Sạch", "Đường dây nóng 1900 1234"), set()),
        ("a.csv", f"tên;số\nA;{NUMBER}".encode("utf-16"), {"L01 091…78"}),
    ],
)  # fmt: skip
def test_a_file_is_read_like_a_page(path: str, data: bytes, expected: set[str]) -> None:
    assert _found(path, data) == expected


def test_the_office_s_own_numbers_pass() -> None:
    assert _found("a.docx", word(f"Gọi {NUMBER}"), Allowed.of([NUMBER])) == set()


def _film(*boxes: bytes) -> bytes:
    def box(kind: bytes, inside: bytes) -> bytes:
        return struct.pack(">I4s", len(inside) + 8, kind) + inside

    return box(b"ftyp", b"isom") + box(b"mdat", b"\xa9xyz" * 3) + box(b"moov", b"".join(boxes))


def test_a_film_that_says_where_it_was_taken_is_told() -> None:
    assert _found("a.mp4", _film(b"\x00\x00\x00\x1e\xa9xyz\x00\x12\x15\xc7+16.0544+108.2022/")) == {
        "L05 nơi chụp (GPS)"
    }
    assert _found("a.mp4", _film()) == set()
    for broken in (b"", b"\x00" * 40, b"\xff" * 40, _film()[:30]):
        assert _found("a.mp4", broken) == set()


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.docx", b""),
        ("a.docx", b"PK\x03\x04"),
        ("a.xlsx", with_parts(word(), {"xl/workbook.xml": "<a"})),
        ("a.docx", with_parts(word(), {"word/document.xml": "a" * 100_000_001})),
        ("a.pdf", b"%PDF-1.7"),
        ("a.pdf", pdf(password="x")),
        ("a.pdf", pdf_bomb()),
    ],
    ids=["empty", "cut", "broken", "bomb", "pdf cut", "pdf locked", "pdf bomb"],
)
def test_what_cannot_be_read_is_not_vouched_for(path: str, data: bytes) -> None:
    began = time.perf_counter()
    assert [leak.code for leak in scan(path, data)] == ["L07"]
    assert time.perf_counter() - began < 10


GOOD = [word("Gọi"), excel([["A", 1]]), pdf("a")]


@settings(max_examples=60)
@given(st.sampled_from(GOOD), st.integers(0, 3000), st.binary(max_size=8), st.sampled_from([".docx", ".xlsx", ".pdf"]))
def test_no_bytes_raise(good: bytes, place: int, noise: bytes, kind: str) -> None:
    scan(f"a{kind}", good[:place] + noise + good[place + len(noise) :])
    without_people(good[:place] + noise)


def test_names_are_taken_out_and_the_rest_stays() -> None:
    signed = word(f"Gọi {NUMBER}", author="Trần Thị B")
    clean = without_people(signed)
    assert clean is not None
    assert _found("a.docx", clean) == {"L01 091…78"}
    assert without_people(clean) is None
    book = without_people(excel([["A", 1]], author="C"))
    assert book is not None
    assert _found("a.xlsx", book) == set()


def test_a_leaking_attachment_stops_the_build_and_is_named(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.article("2024/03/bai", "Xem [danh sách](danh-sach.docx).")
    file = folder.write("tin-bai/2024/03/danh-sach.docx", word(f"Gọi {NUMBER}", author="Trần Thị B"))
    write_config(tmp_path)
    done = mkdocs("build", cwd=tmp_path, CCHC_AS_OF="2024-03-10")
    assert done.returncode == 2
    assert "content/tin-bai/2024/03/danh-sach.docx: L01" in done.stdout
    assert "content/tin-bai/2024/03/danh-sach.docx: L06" in done.stdout
    assert NUMBER not in done.stdout
    assert not (tmp_path / "site").exists()
    assert "bỏ tên người soạn" in cchc("check", "--fix", content=folder.root, as_of="2024-03-10").output
    assert _found("a.docx", file.read_bytes()) == {"L01 091…78"}
