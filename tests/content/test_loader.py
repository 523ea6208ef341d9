from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.files import COLUMN_YML, PLAN_YML, UNITS_YML, Folder, article_text, assert_helpful, where

from cchc_site.column.column import Asset
from cchc_site.column.problem import Severity, exit_code, sort_problems
from cchc_site.content.loader import read_content


def test_a_whole_folder(folder: Folder) -> None:
    folder.article("2024/03/mot")
    folder.article("2024/04/hai")
    folder.write("tin-bai/2024/03/so-do.png", b"png")
    folder.write("gioi-thieu.md", "---\ntitle: Giới thiệu\ndescription: Một câu\n---\nChữ\n")
    folder.write("_data/.giu-cho", "")
    reading = folder.read()
    assert reading.problems == ()
    assert [article.id for article in reading.column.articles] == ["2024/03/mot", "2024/04/hai"]
    assert dict(reading.column.assets) == {"tin-bai/2024/03/so-do.png": Asset("tin-bai/2024/03/so-do.png", 3)}
    [page] = reading.column.standing
    assert (page.file, page.address, page.title, page.description) == (
        "gioi-thieu.md",
        "gioi-thieu/",
        "Giới thiệu",
        "Một câu",
    )
    assert reading.column.identity.name == "Cải cách hành chính"


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("lien-he.md", "lien-he/"),
        ("huong-dan/index.md", "huong-dan/"),
        ("huong-dan/buoc-1.md", "huong-dan/buoc-1/"),
        ("index.md", ""),
        ("tuindex.md", "tuindex/"),
    ],
)
def test_addresses_of_standing_pages(folder: Folder, file: str, address: str) -> None:
    folder.write(file, "---\ntitle: Trang\n---\n")
    assert [page.address for page in folder.read().column.standing] == [address]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    reading = read_content(tmp_path / "content")
    assert_helpful(reading.problems)
    assert [problem.code for problem in reading.problems] == ["C01"]
    assert exit_code(reading.problems) == 2


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("x")
    assert [problem.code for problem in read_content(tmp_path / "content").problems] == ["C01"]


@pytest.mark.parametrize("name", ["column.yml", "units.yml"])
def test_a_data_file_that_is_missing(folder: Folder, name: str) -> None:
    (folder.root / "_data" / name).unlink()
    assert where(folder.read().problems) == [("C01", f"_data/{name}")]


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    reading = read_content(tmp_path / "content")
    assert where(reading.problems) == [("C01", "_data/column.yml"), ("C01", "_data/units.yml")]
    assert reading.column.articles == ()


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("unit.yml", "“units.yml”"),
        ("closed-month.yml", "“closed-months.yml”"),
        ("units.yaml", "“units.yml”"),
        ("plans/Kế hoạch.yml", ""),
        ("plans/them/ke-hoach.yml", ""),
        ("ghi-chu.txt", ""),
    ],
)
def test_an_unknown_data_file(folder: Folder, name: str, guess: str) -> None:
    folder.write(f"_data/{name}", "a: 1\n")
    [problem] = folder.read().problems
    assert where([problem]) == [("C02", f"_data/{name}")]
    assert guess in problem.message


@pytest.mark.parametrize(
    "name",
    [
        "tin-bai/2024/03/sơ đồ.png",
        "tin-bai/2024/03/so do.png",
        "tin-bai/2024/03/a;b.png",
        "tin-bai/ảnh đẹp/so-do.png",
        "tin-bai/2024/03/a\nb.png",
        "Giới thiệu.md",
        "gioi thieu/index.md",
        "LIENHE.MD",
        "lien-he.markdown",
        "tin-bai/2024/03/bai.MD",
        "tin-bai/2024/03/bai.markdown",
    ],
)
def test_a_bad_name(folder: Folder, name: str) -> None:
    folder.write(name, article_text())
    reading = folder.read()
    assert [problem.code for problem in reading.problems] == ["T06"]
    assert reading.column.articles == ()
    assert reading.column.standing == ()
    assert reading.column.assets == {}


def test_a_name_that_is_not_utf_8_can_still_be_printed(folder: Folder) -> None:
    file = os.fsencode(folder.root) + b"/tin-bai-\xff.png"
    Path(os.fsdecode(file)).write_bytes(b"x")
    [problem] = folder.read().problems
    assert problem.code == "T06"
    assert problem.place.path == "content/tin-bai-\ufffd.png"


@pytest.mark.parametrize("target", ["/etc/passwd", "_data", "khong-co", "../../.."])
def test_symbolic_links_are_refused_and_never_followed(folder: Folder, target: str) -> None:
    (folder.root / "tin-bai").mkdir()
    (folder.root / "tin-bai" / "lien-ket").symlink_to(target)
    reading = folder.read()
    assert where(reading.problems) == [("T05", "tin-bai/lien-ket")]
    assert reading.column.assets == {}


def test_a_data_file_that_is_a_symbolic_link_is_not_read(folder: Folder) -> None:
    (folder.root / "_data/units.yml").unlink()
    (folder.root / "_data/units.yml").symlink_to("column.yml")
    assert where(folder.read().problems) == [("C01", "_data/units.yml"), ("T05", "_data/units.yml")]


def test_a_pipe_is_not_read(folder: Folder) -> None:
    os.mkfifo(folder.root / "ong.md")
    assert where(folder.read().problems) == [("T08", "ong.md")]


def test_a_directory_that_cannot_be_opened(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.article()
    real = os.scandir

    def scandir(path: str | Path) -> object:
        if str(path).rstrip("/").endswith("tin-bai"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert where(folder.read().problems) == [("T08", "tin-bai/")]


def test_hidden_files_are_passed_over(folder: Folder) -> None:
    folder.write("tin-bai/.DS_Store", b"\0")
    folder.write(".git/config", b"\xff")
    assert folder.read().problems == ()


def test_all_problems_come_together_in_the_order_of_files_and_lines(folder: Folder) -> None:
    folder.article("2024/03/b", kind="baii", titel="x", areas="[x, y]")
    folder.article("2024/03/a", date="31/02/2024")
    folder.write("tin-bai/2024/03/c.md", b"\xff\xfe")
    folder.write("_data/units.yml", "- {id: A}\n")
    problems = folder.read().problems
    assert where(problems) == [
        ("F02", "_data/units.yml:1:3"),
        ("F02", "_data/units.yml:1:3"),
        ("F03", "_data/units.yml:1:8"),
        ("F04", "tin-bai/2024/03/a.md:3:7"),
        ("F05", "tin-bai/2024/03/b.md:4:9"),
        ("F05", "tin-bai/2024/03/b.md:4:12"),
        ("F05", "tin-bai/2024/03/b.md:5:7"),
        ("F01", "tin-bai/2024/03/b.md:9:1"),
        ("T01", "tin-bai/2024/03/c.md"),
    ]
    assert problems == sort_problems(reversed(problems))


def test_one_bad_article_does_not_hide_the_good_ones(folder: Folder) -> None:
    folder.article("2024/03/tot")
    folder.write("tin-bai/2024/03/xau.md", "chữ")
    reading = folder.read()
    assert [article.id for article in reading.column.articles] == ["2024/03/tot"]
    assert [problem.code for problem in reading.problems] == ["Y06"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (article_text().encode("utf-16"), "T01"),
        (b"\0" * 20_000_000, "T02"),
        (article_text().replace("ước", "u\u031bo\u031b\u0301c").encode(), "T03"),
        (article_text(tags="\n\t- a").encode(), "Y02"),
        (article_text(tags="&a [x, x]", topics="[*a, *a]").encode(), "Y03"),
    ],
    ids=["utf-16", "20-mb", "NFD", "tab", "anchors"],
)
def test_bad_content_ends_with_2_and_its_file(folder: Folder, content: bytes, code: str) -> None:
    folder.write("tin-bai/2024/03/bai.md", content)
    problems = folder.read().problems
    assert [problem.code for problem in problems] == [code]
    assert {problem.place.path for problem in problems} == {"content/tin-bai/2024/03/bai.md"}
    assert exit_code(problems) == 2


GOOD = {
    "tin-bai/2024/03/bai.md": article_text("Chữ"),
    "_data/units.yml": UNITS_YML,
    "_data/column.yml": COLUMN_YML,
    "_data/plans/ke-hoach.yml": PLAN_YML,
    "_data/closed-months.yml": "- {month: 2024-01, required: 4, counted: 0, state: chua-dat, pieces: [], "
    "closed_on: 2024-02-01}\n",
    "gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nChữ\n",
}
PIECES = st.sampled_from(
    ["---\n", "\n", ": ", "- ", "[", "]", "{", "}", '"', "'", "&a ", "*a", "!x ", "\t", "²", "cap:", "shifted:²",
     "9999-12", "2024-03-05", "31/02/2024", "```\n", "<!--", "\u2028", "e\u0301", "\0", "#", "|\n", ">", "?", "%", "@",
     "\ufeff"]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, text: str) -> bytes:
    """A good file with a stretch of it replaced by what often breaks files, or any bytes at all."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.binary(max_size=120))
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.integers(0, 12)))
    return (text[:start] + "".join(draw(st.lists(PIECES, max_size=4))) + text[end:]).encode()


@pytest.mark.parametrize("path", GOOD)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_no_bytes_make_reading_raise(path: str, data: st.DataObject) -> None:
    content = data.draw(damaged(GOOD[path]))
    with tempfile.TemporaryDirectory() as root:
        folder = Folder(Path(root))
        folder.write(path, content)
        problems = folder.read().problems
    assert {problem.place.path for problem in problems} <= {f"content/{path}"}
    assert all(problem.severity is Severity.ERROR for problem in problems)


@pytest.mark.parametrize(
    "body",
    ["[" * 900_000, "<!--" * 225_000, "![" * 450_000, "{:" * 450_000, "[^" * 450_000, "# " * 450_000, "`" * 900_000],
    ids=lambda body: body[:2],
)
def test_a_body_of_a_million_marks_is_read_in_seconds(folder: Folder, body: str) -> None:
    folder.article(body=body)
    reading = folder.read()
    assert not reading.column.articles
    assert {(problem.code, problem.place.path) for problem in reading.problems} == {
        ("M01", "content/tin-bai/2024/03/bai.md")
    }
