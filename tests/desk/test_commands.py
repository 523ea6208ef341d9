"""`cchc new`, `rename`, `schema`: what they write, and what they say when they cannot."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from doors.commands import cchc
from hypothesis import given
from hypothesis import strategies as st
from support.files import Folder, article_text
from support.sites import REPOSITORY

from cchc_site.content.article_fields import ARTICLE_FIELDS
from cchc_site.content.loader import read_content
from cchc_site.content.reporter import Reporter
from cchc_site.content.yaml_tree import Mapping, Scalar, parse_yaml
from cchc_site.desk.draft import scalar, suggested_slug, summary_advice
from cchc_site.desk.schema import schemas

NEW = ("--area", "procedures", "--unit", "van-phong", "--author", "Ban biên tập", "--date", "2024-03-05")


@pytest.fixture
def desk(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_new_piece_is_a_draft_that_only_needs_its_words(desk: Folder) -> None:
    done = cchc("new", "Nộp hồ sơ: ba bước", *NEW, "--summary", "Một câu.", content=desk.root)
    assert done.exit_code == 0, done.output
    assert "/tin-bai/2024/03/nop-ho-so-ba-buoc/" in done.output
    assert "nên từ 15 đến 40 chữ" in done.output
    article = desk.read().column.articles[0]
    assert (article.title, article.unit, article.draft) == ("Nộp hồ sơ: ba bước", "van-phong", True)


def test_a_new_piece_says_what_it_still_needs(desk: Folder) -> None:
    cchc("new", "Ba bước", *NEW, content=desk.root)
    assert [(p.code, p.message) for p in read_content(desk.root).problems if p.code == "F02"] == [
        ("F02", "Thiếu trường “summary” (một, hai câu tóm tắt) trong phần thông tin của bài.")
    ]


def test_what_is_missing_is_asked(desk: Folder) -> None:
    from click.testing import CliRunner

    from cchc_site.cli import main

    answers = "van-phong\nprocedures, steering\n\n"
    done = CliRunner().invoke(main, ["new", "Bài", "--content", str(desk.root), "--date", "2024-03-05"], input=answers)
    assert done.exit_code == 0, done.output
    text = (desk.root / "tin-bai/2024/03/bai.md").read_text(encoding="utf-8")
    assert "areas: [procedures, steering]\n" in text
    assert "author: Ban biên tập\n" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["new", "Bài", "--unit", "khong-co"], "Không có đơn vị mã “khong-co”"),
        (["new", "Bài", "--unit", "van-phong", "--area", "x"], "Không có lĩnh vực “x”"),
        (["new", "Bài", "--date", "05/03/2024"], "không phải là ngày"),
        (["new", "Bài", *NEW, "--slug", "Bài Mới"], "không làm tên được"),
        (["new", "Bài"], "Ghi luôn trên dòng lệnh bằng --unit"),
        (["import", "khong-co.docx"], "Không mở được khong-co.docx"),
        (["import", "khong-co.docx", "--area", "x"], "Không có lĩnh vực “x”"),
        (["rename", "khong-co", "ten"], "Không có bài nào là “khong-co”"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(desk: Folder, arguments: list[str], words: str) -> None:
    done = cchc(*arguments, content=desk.root)
    assert done.exit_code == 2
    assert words in done.output
    assert not (desk.root / "tin-bai").exists()


def test_nothing_is_overwritten(desk: Folder) -> None:
    desk.article("2024/03/bai")
    before = (desk.root / "tin-bai/2024/03/bai.md").read_bytes()
    assert cchc("new", "Bài", *NEW, content=desk.root).exit_code == 2
    assert (desk.root / "tin-bai/2024/03/bai.md").read_bytes() == before


def test_a_missing_folder_is_said_plainly(tmp_path: Path) -> None:
    assert "Không thấy thư mục nội dung" in cchc("new", "Bài", *NEW, content=tmp_path / "x").output


def test_renaming_keeps_every_old_way_to_the_piece(desk: Folder) -> None:
    desk.write("tin-bai/2024/03/so-do.png", b"x")
    desk.article(
        "2024/03/cu", "Xem [kia](khac.md) và ![Sơ đồ ba bước](so-do.png).", image="{src: so-do.png, alt: Sơ đồ nộp}"
    )
    desk.article("2024/03/khac", "Xem [bài cũ](cu.md#muc-mot) và [nó][n].\n\n[n]: cu.md\n")
    desk.article("2024/02/truoc", "Xem [bài](../03/cu.md).", date="2024-02-05")
    done = cchc("rename", "tin-bai/2024/03/cu.md", "2024/04/moi", content=desk.root)
    assert done.exit_code == 0, done.output
    column = desk.read().column
    moved = next(article for article in column.articles if article.file == "tin-bai/2024/04/moi.md")
    assert (moved.id, moved.aliases) == ("2024/03/cu", ("tin-bai/2024/03/cu/",))
    assert moved.image is not None
    assert moved.image.src == "tin-bai/2024/03/so-do.png"
    assert "[kia](../03/khac.md)" in moved.body
    assert [problem for problem in desk.problems() if problem.code in ("B14", "B15")] == []
    texts = {article.file: article.body for article in column.articles}
    assert "[bài cũ](../04/moi.md#muc-mot)" in texts["tin-bai/2024/03/khac.md"]
    assert "[n]: ../04/moi.md" in texts["tin-bai/2024/03/khac.md"]
    assert "[bài](../04/moi.md)" in texts["tin-bai/2024/02/truoc.md"]


def test_renaming_twice_keeps_both_old_addresses(desk: Folder) -> None:
    desk.article("2024/03/mot", slug="ten-rieng")
    cchc("rename", "mot", "hai", content=desk.root)
    cchc("rename", "ten-rieng", "hai", content=desk.root)
    assert cchc("rename", "hai", "ba", content=desk.root).exit_code == 0
    article = desk.read().column.articles[0]
    assert article.address == "tin-bai/2024/03/ba/"
    assert article.id == "2024/03/mot"
    assert set(article.aliases) == {"tin-bai/2024/03/ten-rieng/", "tin-bai/2024/03/hai/"}
    assert cchc("rename", "ba", "hai", content=desk.root).exit_code == 0
    assert set(desk.read().column.articles[0].aliases) == {"tin-bai/2024/03/ten-rieng/", "tin-bai/2024/03/ba/"}


def test_a_name_that_is_taken_is_refused(desk: Folder) -> None:
    desk.article("2024/03/mot")
    desk.article("2024/03/hai", aliases="[tin-bai/2024/03/cu]")
    assert "Đã có tệp" in cchc("rename", "mot", "hai", content=desk.root).output
    assert "đã dùng cho" in cchc("rename", "mot", "cu", content=desk.root).output
    assert "không làm tên được" in cchc("rename", "mot", "../../x", content=desk.root).output


@given(st.text(max_size=80).filter(str.strip))
def test_any_title_is_written_so_that_it_is_read_back(title: str) -> None:
    written = scalar(title)
    report = Reporter("x")
    tree = parse_yaml(f"title: {written}\n", report)
    if not report.problems:
        assert isinstance(tree, Mapping)
        value = tree.get("title")
        assert isinstance(value, Scalar)
        assert value.text.split() == title.split()


def test_suggestions() -> None:
    assert suggested_slug("Nộp hồ sơ trực tuyến, ba bước cần nhớ trước khi bấm nút gửi đi cho cơ quan") == (
        "nop-ho-so-truc-tuyen-ba-buoc-can-nho-truoc-khi-bam-nut-gui"
    )
    assert suggested_slug("???") == "bai-moi"
    assert summary_advice("chữ " * 20) == ""


def test_the_committed_schemas_are_those_of_the_tables() -> None:
    for name, text in schemas().items():
        assert (REPOSITORY / ".vscode" / name).read_text(encoding="utf-8") == text, "run `cchc schema`"
    assert (
        cchc("schema", "--check", "--output", str(REPOSITORY / ".vscode"), content=REPOSITORY / "content").exit_code
        == 0
    )


def test_the_schema_knows_every_field() -> None:
    schema = json.loads(schemas()["bai.schema.json"])
    assert list(schema["properties"]) == [row.name for row in ARTICLE_FIELDS.fields]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["areas"]["items"]["enum"][0] == "institutions"


def test_stale_schemas_are_noticed(tmp_path: Path) -> None:
    assert cchc("schema", "--check", "--output", str(tmp_path)).exit_code == 2
    assert (
        cchc(
            "schema", "--output", str(tmp_path), "--cms", str(tmp_path / "config.yml"), content=REPOSITORY / "content"
        ).exit_code
        == 0
    )
    assert cchc("schema", "--check", "--output", str(tmp_path)).exit_code == 0
    config = yaml.safe_load((tmp_path / "config.yml").read_text(encoding="utf-8"))
    fields = [field["name"] for field in config["collections"][0]["fields"]]
    assert {"title", "date", "areas", "unit", "body"} <= set(fields)


def test_the_snippets_make_valid_front_matter() -> None:
    text = (REPOSITORY / ".vscode/cchc.code-snippets").read_text(encoding="utf-8")
    snippets = json.loads(text)
    body = "\n".join(snippets["Tin, bài mới"]["body"])
    names = re.findall(r"^([a-z_]+):", body, re.M)
    assert set(names) <= {row.name for row in ARTICLE_FIELDS.fields}
    assert {row.name for row in ARTICLE_FIELDS.fields if row.required} <= set(names)
    assert article_text()
