"""Mistakes that new editors make, one an article: each is told on its line, plainly, with what to write instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.builders import prose
from support.files import Folder, article_text

from cchc_site.column.instant import parse_instant
from cchc_site.inspection import inspect

GOOD = article_text(prose("tin-nhan", 330))


def _line(name: str) -> int:
    return next(number for number, line in enumerate(GOOD.split("\n"), 1) if line.startswith(f"{name}:"))


def _with(name: str, value: str) -> str:
    """The good article with another value, or with that field added."""
    if f"\n{name}:" in GOOD:
        return re.sub(rf"^{name}:.*$", lambda _: f"{name}: {value}", GOOD, count=1, flags=re.M)
    return GOOD.replace("---\n", f"---\n{name}: {value}\n", 1)


TITLE, DATE, AREAS, KIND = (_line(name) for name in ("title", "date", "areas", "kind"))
MISTAKES: dict[str, tuple[str | bytes, int, str, str]] = {
    "colon in the title": (_with("title", "Nộp hồ sơ: ba bước: một"), TITLE, "dấu hai chấm", "ngoặc kép"),
    "quoted words first": (_with("title", '"Một cửa" ở xã'), TITLE, "sau dấu đóng còn chữ", "'\"Một cửa\" ở xã'"),
    "bracket first": (_with("title", "[Tin nhanh] Ba bước"), TITLE, "bắt đầu bằng “[”", "ngoặc kép"),
    "brace first": (_with("title", "{Tin nhanh"), TITLE, "ngoặc chưa đóng", "ngoặc kép"),
    "at first": (_with("title", "@ một cửa"), TITLE, "bắt đầu bằng “@”", "ngoặc kép"),
    "dash first": (_with("title", "- Ba bước"), TITLE, "bắt đầu bằng “-”", "ngoặc kép"),
    "star first": (_with("title", "*Quan trọng"), TITLE, "“*”", "ngoặc kép"),
    "exclamation first": (_with("title", "!Mới"), TITLE, "bắt đầu bằng “!”", "ngoặc kép"),
    "hash first": (_with("title", "# Ba bước"), TITLE, "để trống", "ngoặc kép"),
    "no space": (GOOD.replace("title: ", "title:"), TITLE, "thiếu một khoảng trắng", "“title: …”"),
    "wide colon": (GOOD.replace("title: ", "title："), TITLE, "Dấu hai chấm sau “title”", "“title: …”"),
    "indented": (GOOD.replace("kind: ", "  kind: "), KIND, "thụt vào", "sát lề trái"),
    "indented by a tab": (GOOD.replace("kind: ", "\tkind: "), KIND, "Tab", "hai dấu cách"),
    "long dash": (GOOD.replace("---\n", "—\n", 1), 1, "“—”", "ba dấu gạch nối"),
    "four dashes": (GOOD.replace("---\n", "----\n", 1), 1, "“----”", "ba dấu gạch nối"),
    "empty line first": ("\n\n" + GOOD, 1, "dòng trống", "ba ký tự đầu tiên"),
    "no first fence": (GOOD.replace("---\n", "", 1), 1, "không bắt đầu bằng dòng “---”", "bài mẫu"),
    "no second fence": ("---\n" + GOOD[4:].replace("---\n", ""), 1, "không có dòng “---”", "ngay trước nội dung"),
    "own name of a field": (_with("tác giả", "A"), 2, "Không có trường “tác giả”", "author"),
    "capital letter": (_with("Author", "A"), 2, "Có phải ý bạn là “author”", "author"),
    "area by its name": (_with("areas", "[thủ tục hành chính]"), AREAS, "“procedures”?", "procedures (Thủ tục"),
    "area without brackets": (_with("areas", "procedures"), AREAS, "danh sách", "[procedures]"),
    "kind with its mark": (_with("kind", "bài"), KIND, "“bai”?", "thong-bao"),
    "unit by its name": (_with("unit", "Văn phòng"), _line("unit"), "“van-phong”?", "không dấu"),
    "day first": (_with("date", "05/03/2024"), DATE, "“05/03/2024”", "2024-03-05"),
    "slashes": (_with("date", "2024/03/05"), DATE, "“2024/03/05”", "2024-03-05"),
    "date in words": (_with("date", "ngày 5 tháng 3 năm 2024"), DATE, "ngày 5 tháng 3", "2024-03-05"),
    "hour of one digit": (_with("date", "2024-03-05 9:30"), DATE, "Giờ", "2024-03-05T09:30"),
    "no such day": (_with("date", "2024-02-30"), DATE, "Không có ngày", "Kiểm tra lại"),
    "draft in Vietnamese": (_with("draft", "có"), 2, "“có”", "true, false"),
    "picture by its name only": (_with("image", "anh.png"), 2, "src, alt", "{src: so-do.png, alt: "),
    "picture with marks": (_with("image", "{src: Ảnh đẹp.png, alt: Ảnh một cửa}"), 2, "“anh-dep.png”?", "không dấu"),
    "one update without brackets": (_with("updates", "{date: 2024-03-06, note: a}"), 2, "danh sách", "[{…}]"),
    "source as a name": (_with("source", "Báo A"), 2, "name, url, date", "{name: "),
    "repost without source": (_with("origin", "repost"), 2, "chưa ghi nguồn", "source: {name:"),
    "site without https": (GOOD + "\n[Cổng tỉnh](www.anbinh.example.vn/a)\n", 0, "không dẫn tới", "https://www.anbinh"),
    "picture from the disk": (GOOD + "\n![Ảnh một cửa](C:\\anh.png)\n", 0, "C:\\anh.png", "đặt cạnh bài"),
    "Word file renamed": (b"PK\x03\x04\x14\x00\x06\x00", 0, "tệp Word", "cchc import"),
    "PDF renamed": (b"%PDF-1.7", 0, "tệp PDF", "đuôi tệp"),
    "saved as UTF-16": (GOOD.encode("utf-16"), 0, "UTF-16", "UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_line_and_its_cure(tmp_path: Path, name: str) -> None:
    text, line, words, cure = MISTAKES[name]
    folder = Folder(tmp_path)
    folder.write("tin-bai/2024/03/bai.md", text)
    problems = inspect(folder.root, parse_instant("2024-03-10")).problems
    told = [problem for problem in problems if words in problem.message and cure in problem.fix]
    assert told, [(str(problem.place), problem.message, problem.fix) for problem in problems]
    assert told[0].place.path == "content/tin-bai/2024/03/bai.md"
    assert not line or told[0].place.line == line


def test_the_article_without_a_mistake_is_told_nothing(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("tin-bai/2024/03/bai.md", GOOD)
    assert [p for p in inspect(folder.root, parse_instant("2024-03-10")).problems if "bai.md" in p.place.path] == []
