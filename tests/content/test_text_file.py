from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.files import assert_helpful

from cchc_site.content.reporter import Reporter
from cchc_site.content.text_file import MAX_BYTES, decode, read_text


def decoded(data: bytes) -> tuple[str | None, list[tuple[str, str]]]:
    report = Reporter("bai.md")
    text = decode(data, report)
    assert_helpful(report.problems)
    assert (text is None) == bool(report.problems)
    return text, [(problem.code, str(problem.place)) for problem in report.problems]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Đổi mới\n".encode(), "Đổi mới\n"),
        (b"", ""),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa\r\n\r\nb", "a\n\nb"),
        ("thẻ\tvà 🇻🇳\n".encode(), "thẻ\tvà 🇻🇳\n"),
    ],
    ids=["plain", "empty", "BOM", "CRLF-and-CR", "BOM-and-CRLF", "tab-and-emoji"],
)
def test_good_bytes(data: bytes, text: str) -> None:
    assert decoded(data) == (text, [])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("Đổi mới".encode("utf-16"), ("T01", "bai.md")),
        ("Đổi mới".encode("utf-16-le"), ("T01", "bai.md:1:3")),
        (b"\xfe\xff\0a", ("T01", "bai.md")),
        ("a".encode("utf-16-le"), ("T04", "bai.md:1:2")),
        ("caf\xe9".encode("latin-1"), ("T01", "bai.md:1:4")),
        ("dòng\nổn\nĐổi ".encode() + b"\xff", ("T01", "bai.md:3:5")),
        (b"\xef\xbb\xbf" + "dòng\nổn ".encode() + b"\xff", ("T01", "bai.md:2:4")),
        (b"a\r\nb\rc\xff", ("T01", "bai.md:3:2")),
        (b"a\nb\x07", ("T04", "bai.md:2:2")),
        (b"a\0b", ("T04", "bai.md:1:2")),
        ("một\u2028hai".encode(), ("T04", "bai.md:1:4")),
        ("một\x85hai".encode(), ("T04", "bai.md:1:4")),
        ("a\ufeffb".encode(), ("T04", "bai.md:1:2")),
        (unicodedata.normalize("NFD", "một\nhai đổi mới").encode(), ("T03", "bai.md:1:1")),
        (("một\nhai " + unicodedata.normalize("NFD", "đổi") + " mới").encode(), ("T03", "bai.md:2:5")),
        (b"a \xed\xa0\x80", ("T01", "bai.md:1:3")),
    ],
    ids=[
        "utf-16",
        "utf-16-without-BOM",
        "utf-16-big",
        "utf-16-of-plain-letters",
        "latin-1",
        "third-line",
        "after-a-BOM",
        "after-CRLF-and-CR",
        "bell",
        "nul",
        "line-separator",
        "next-line",
        "BOM-inside",
        "NFD-everywhere",
        "NFD-in-one-word",
        "surrogate",
    ],
)
def test_bad_bytes_have_their_place(data: bytes, problem: tuple[str, str]) -> None:
    assert decoded(data) == (None, [problem])


def test_a_control_and_nfd_are_reported_together() -> None:
    assert decoded("a\x07 e\u0302".encode())[1] == [("T04", "bai.md:1:2"), ("T03", "bai.md:1:4")]


@given(st.binary(max_size=200) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_clean_text_or_a_problem(data: bytes) -> None:
    text, problems = decoded(data)
    if text is not None:
        assert "\r" not in text
        assert unicodedata.is_normalized("NFC", text)
    else:
        assert problems


def test_a_file_of_20_mb_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "bai.md"
    with file.open("wb") as out:
        out.truncate(20_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    report = Reporter("bai.md")
    assert read_text(file, report) is None
    assert_helpful(report.problems)
    assert [problem.code for problem in report.problems] == ["T02"]
    assert "20,0 MB" in report.problems[0].message


@pytest.mark.parametrize(("size", "read"), [(MAX_BYTES, True), (MAX_BYTES + 1, False)])
def test_both_sides_of_the_largest_size(tmp_path: Path, size: int, read: bool) -> None:
    file = tmp_path / "bai.md"
    file.write_bytes(b"a" * size)
    assert (read_text(file, Reporter("bai.md")) is not None) is read


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    report = Reporter("bai.md")
    assert read_text(tmp_path / "khong-co.md", report) is None
    assert_helpful(report.problems)
    assert [problem.code for problem in report.problems] == ["T08"]
