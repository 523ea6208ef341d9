"""A Word file becomes a piece that passes every check once its missing fields are filled."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from doors.commands import cchc
from PIL import Image
from support.files import Folder

from cchc_site.desk.draft import Draft
from cchc_site.desk.pictures import PictureUnreadable, clean_picture, without_metadata
from cchc_site.desk.word_fonts import WordFileUnreadable, modernise
from cchc_site.desk.word_import import blank, import_word
from cchc_site.publish.metadata import picture_metadata

from .word_files import full_document, photo, to_tcvn3, with_font

DAY = date(2024, 3, 5)


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_everything_an_editor_put_into_word_is_in_the_piece() -> None:
    made = import_word(full_document(), blank(DAY))
    body = made.draft.body
    assert made.draft.title == "Năm giấy tờ cần mang khi đăng ký khai sinh"
    assert made.draft.summary == "Bài này liệt kê năm giấy tờ cần mang theo để không phải đi lại lần thứ hai."
    assert made.draft.kind == "bai"
    assert re.findall(r"^#+ .*", body, re.M) == ["## Trước khi đi", "### Giấy tờ"]
    assert "- Tờ khai\n- Giấy chứng sinh" in body
    assert "1. Lấy số\n2. Nộp hồ sơ" in body
    assert (
        "| Giấy tờ | Bản gốc | Bản chụp |\n|---|---|---|\n| Tờ khai | có |  |\n| Chứng sinh \\| sao | có | có |" in body
    )
    assert "Chú thích ở đây.[^1]\n\n[^1]: Theo lời giải thích của bộ phận một cửa." in body
    assert "{ width=640 height=360 }" in body
    assert "{ width=1600 height=800 }" in body


def test_text_typed_in_old_fonts_is_unicode() -> None:
    made = import_word(full_document(), blank(DAY))
    for words in (
        "ủy ban nhân dân xã niêm yết công khai mọi thủ tục tại trụ sở. ĐƯỢC CẤP NGAY TRONG NGÀY",
        "Đường dây nóng tiếp nhận phản ánh, kiến nghị của công dân về thủ tục ở **mọi**",
        "người dân có thể nộp hồ sơ trực tuyến hoặc trực tiếp, kết quả như nhau.",
    ):
        assert words in made.draft.body
    assert any("TCVN3" in note and "VNI" in note for note in made.notes)


def test_pictures_lose_what_they_tell() -> None:
    made = import_word(full_document(), blank(DAY))
    assert [name.rpartition("-")[2] for name in made.pictures] == ["1.jpg", "2.png"]
    assert all(picture_metadata(data) == () for data in made.pictures.values())
    assert picture_metadata(photo()) != ()


def test_the_piece_passes_every_check_once_it_is_filled_in(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    word = tmp_path / "Bài gửi.docx"
    word.write_bytes(full_document())
    done = cchc("import", str(word), "--date", "2024-03-05", content=folder.root)
    assert done.exit_code == 0, done.output
    file = folder.root / "tin-bai/2024/03/nam-giay-to-can-mang-khi-dang-ky-khai-sinh.md"
    assert cchc("check", content=folder.root, as_of="2024-03-10").exit_code == 2
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"^# (areas|unit|author): (.*?)   # .*", r"\1: \2", text, flags=re.M).replace(
        "e-government", "steering"
    )
    text = re.sub(r"^draft: .*\n", "", text, flags=re.M)
    text = text.replace("![]", "![Người dân lấy số thứ tự ở quầy một cửa]", 1).replace(
        "![]", "![Mẫu tờ khai để trống]", 1
    )
    file.write_text(text, encoding="utf-8")
    done = cchc("check", "--format", "json", content=folder.root, as_of="2024-03-10")
    found = [line for line in done.output.splitlines() if '"path"' in line and "khai-sinh" in line]
    assert done.exit_code == 1, done.output  # the months before have no pieces in this small folder
    assert found == [], done.output


def test_merged_cells_leave_empty_ones() -> None:
    document = Document()
    document.add_paragraph("Tên bài thử")
    table = document.add_table(rows=2, cols=3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"ô {number}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "chung"
    body = import_word(_saved(document), blank(DAY)).draft.body
    assert "| chung |  | ô 2 |\n|---|---|---|\n| ô 3 | ô 4 | ô 5 |" in body


def test_a_paragraph_that_looks_like_markdown_stays_a_paragraph() -> None:
    document = Document()
    document.add_paragraph("Tên bài thử")
    for words in (
        "# không phải tiêu đề",
        "- không phải mục",
        "1. không phải mục",
        "> không trích",
        "*sao* _gạch_ [x](y) <b> `m`",
    ):
        document.add_paragraph(words)
    body = import_word(_saved(document), blank(DAY)).draft.body
    from cchc_site.publish.markdown_html import MarkdownRenderer

    html = MarkdownRenderer(["tables"], {}).html(body)
    assert not set(re.findall(r"<(h\d|li|blockquote|em|a|code|b)\b", html))
    assert "*sao* _gạch_ [x](y) &lt;b&gt; `m`" in html


def test_a_title_in_capitals_and_bold_is_taken_from_the_text() -> None:
    document = Document()
    run = document.add_paragraph().add_run("NĂM VIỆC CẦN NHỚ KHI ĐI NỘP HỒ SƠ")
    run.bold = True
    document.add_paragraph("Câu đầu của bài nói ngay điều người đọc cần biết.")
    made = import_word(_saved(document), blank(DAY))
    assert made.draft.title == "Năm việc cần nhớ khi đi nộp hồ sơ"
    assert made.draft.body.startswith("Câu đầu")


def test_a_style_s_font_counts_as_the_run_s_own() -> None:
    document = Document()
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph(to_tcvn3("hồ sơ đủ thì trả ngay"))
    assert "hồ sơ đủ thì trả ngay" in import_word(_saved(document), Draft("Tên", DAY, kind="", body="")).draft.body


def test_soft_hyphens_of_word_are_the_letter_they_were() -> None:
    document = Document()
    document.add_paragraph("Tên bài")
    run = document.add_paragraph().add_run(to_tcvn3("tr") + "SOFT" + to_tcvn3("a nay"))
    with_font(run, ".VnTime")
    data = _saved(document)
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"SOFT", b"</w:t><w:softHyphen/><w:t>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    assert "trưa nay" in import_word(out.getvalue(), blank(DAY)).draft.body


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "không phải là tệp Word"),
        (b"PK\x03\x04rac", "không phải là tệp Word"),
        (b"\xd0\xcf\x11\xe0rest", "đời cũ"),
        (b"{\\rtf1 x}", "RTF"),
        (photo(), "không phải là tệp Word"),
    ],
)
def test_what_is_no_word_file_is_said_plainly(data: bytes, words: str) -> None:
    with pytest.raises(WordFileUnreadable, match=words):
        modernise(data)


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name.replace("__", "/") + ".xml", content)
    return out.getvalue()


def test_a_file_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    with pytest.raises(WordFileUnreadable, match="quá lớn"):
        modernise(_zip(word__document=b"a" * 61_000_000))


def test_entities_are_never_expanded() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    with pytest.raises(WordFileUnreadable, match="DOCTYPE"):
        modernise(_zip(word__document=bomb))


def test_broken_text_is_said_plainly() -> None:
    with pytest.raises(WordFileUnreadable, match="bị hỏng"):
        modernise(_zip(word__document=b"<a><b></a>"))


def test_pictures_are_turned_as_they_were_meant_and_made_smaller() -> None:
    picture = Image.new("RGB", (3000, 1000))
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    made = clean_picture(out.getvalue())
    assert (made.width, made.height, made.suffix) == (1000, 3000, ".jpg")
    wide = io.BytesIO()
    Image.new("RGB", (3200, 1000)).save(wide, "PNG")
    assert clean_picture(wide.getvalue()).width == 1600


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nrac", b"<svg/>", photo()[:200]])
def test_what_is_no_picture_is_dropped_with_a_word(data: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        clean_picture(data)
    assert without_metadata(data) is None


def test_metadata_goes_and_the_picture_stays() -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        clean = without_metadata(photo(kind=kind))
        assert clean is not None
        assert picture_metadata(clean) == ()
        with Image.open(io.BytesIO(clean)) as picture:
            assert (picture.format, picture.size) == (kind, (640, 360))
