"""Loudspeakers, social networks, posters."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from support.builders import column, piece
from support.files import Folder

from cchc_site.cli import main
from cchc_site.column.article import Image
from cchc_site.column.broadcast import parse_week, piece_script, week_script
from cchc_site.column.problem import Problem
from cchc_site.publish.glyphs import text_width, wrapped
from cchc_site.publish.poster import HEIGHT, WIDTH, Poster, Shape, draw_poster, poster_pdf, poster_svg
from cchc_site.report.contribution_tables import contributions_csv, contributions_xlsx
from cchc_site.report.radio_docx import script_docx
from cchc_site.report.radio_script import script_ssml, script_text
from cchc_site.report.social_pack import hashtags, pack_text, social_pack

TEXT = "Theo Nghị quyết 76/NQ-CP, 25,6% hồ sơ nộp trực tuyến.\n\nBa bước\n\nUBND trả lời trước 16h00 ngày 05/02/2024."
ARTICLE = piece("2024-02-06", "2024/02/bai", text=TEXT, title="Quý IV/2023: 1.000.000 đồng & <hồ sơ>")
COLUMN = column([ARTICLE])


def test_s2_32_s4_16_a_week_s_script_is_all_words() -> None:
    text = script_text(week_script(COLUMN, [ARTICLE], parse_week("2024-W06")))
    spoken = text.partition("\n\n")[2]
    assert not re.search(r"[0-9]", re.sub(r"---.*---", "", spoken))
    for words in (
        "Nghị quyết số bảy mươi sáu của Chính phủ",
        "hai mươi lăm phẩy sáu phần trăm",
        "mười sáu giờ",
        "một triệu đồng",
        "Ba bước.",
        "tuần thứ sáu",
    ):
        assert words in text


def test_the_minutes_are_estimated_from_what_is_read() -> None:
    long = piece("2024-02-06", "2024/02/dai", text=" ".join(["chữ"] * 1700))
    script = piece_script(column([long]), long)
    assert 600 <= script.seconds <= 640
    assert script.length.startswith("khoảng 10 phút")


def test_a_week_without_pieces_says_so_and_a_bad_week_is_refused() -> None:
    assert "không có tin, bài mới" in script_text(week_script(COLUMN, [ARTICLE], parse_week("2024-W20")))
    for bad in ("2024-W60", "2024-06", "2024-W6"):
        with pytest.raises(ValueError, match=r"2024|week"):
            parse_week(bad)


def test_what_only_the_announcer_can_tell_is_listed() -> None:
    article = piece("2024-02-06", text="Đạt 7/4 tin, bài của XYZQ.")
    assert piece_script(column([article]), article).pieces[0].doubts == ("7/4", "XYZQ")


def test_ssml_is_well_formed_vietnamese() -> None:
    root = ET.fromstring(script_ssml(piece_script(COLUMN, ARTICLE)))
    assert root.tag == "{http://www.w3.org/2001/10/synthesis}speak"
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "vi-VN"
    assert "<hồ sơ>" in "".join(root.itertext())


def test_the_word_file_opens_and_is_the_same_every_time() -> None:
    script = piece_script(COLUMN, ARTICLE)
    data = script_docx(script)
    assert data == script_docx(script)
    document = docx.Document(io.BytesIO(data))
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert any("hai mươi lăm phẩy sáu phần trăm" in p.text for p in document.paragraphs)


def test_s1_23_s3_29_social_texts_fit_their_networks() -> None:
    article = piece(
        "2024-02-06", summary="Một câu rất dài. " * 400, image=Image("tin-bai/a.png", "x"), tags=("Một cửa", "một cửa")
    )
    for item in social_pack(column([article]), article, "https://x.example/"):
        assert item.length <= item.network.most
        assert "https://x.example/tin-bai/" in item.text
        assert item.text.startswith(article.title)
        assert item.card == "https://x.example/tin-bai/a.png"
    assert hashtags(column([article]), article) == ("#CaiCachHanhChinh", "#ThuTucHanhChinh", "#MotCua")
    assert [item.network.id for item in social_pack(column([article]), article, "")] == ["zalo", "facebook"]


def test_s1_23_the_office_writes_its_own_limits_with_their_source(folder: Folder) -> None:
    article = piece("2024-02-06", summary="Một câu rất dài. " * 40)
    assert "Zalo: giới hạn chưa xác nhận, theo: " in pack_text(column([article]), [article], "https://x.example/")
    row = "{id: zalo, name: Zalo, most: 400, shown: 150, source: Đăng thử, confirmed: 2024-01-05}"
    folder.write(
        "_data/networks.yml", f"- {row}\n- {row.replace(', confirmed: 2024-01-05', '').replace('zalo', 'x')}\n"
    )
    reading = folder.read()
    assert reading.problems == ()
    mine = column([article], networks=reading.column.networks)
    first, other = social_pack(mine, article, "https://x.example/")
    assert 300 < first.length <= 400
    assert len(first.first_seen) == 150
    text = pack_text(mine, [article], "https://x.example/")
    assert "Zalo: giới hạn đã xác nhận ngày 05/01/2024, theo: Đăng thử." in text
    assert other.network.confirmed is None
    assert [problem.code for problem in _network(folder, row.replace("source: Đăng thử, ", ""))] == ["F02"]


def _network(folder: Folder, row: str) -> tuple[Problem, ...]:
    folder.write("_data/networks.yml", f"- {row}\n")
    return folder.read().problems


POSTER = Poster("p", "Chủ đề", 'Nộp "trực tuyến" <nhanh> & đúng hẹn, nghiêm túc', "Sở Nội vụ", "thu-tuc/")


def test_s3_35_a_poster_as_svg_and_pdf() -> None:
    drawing = draw_poster(POSTER, "https://x.example/")
    root = ET.fromstring(poster_svg(drawing))
    assert root[0].text == f"{POSTER.text} - {POSTER.agency}"
    for paper, width in (("a4", "595.28"), ("a3", "841.85")):
        pdf = poster_pdf(drawing, paper)
        assert pdf == poster_pdf(drawing, paper)
        assert pdf.startswith(b"%PDF-1.7")
        assert f"/MediaBox [0 0 {width}".encode() in pdf
        start = int(re.findall(rb"startxref\n(\d+)", pdf)[0])
        assert pdf[start : start + 4] == b"xref"
        assert b"/Contents [4 0 R 5 0 R]" in pdf
    assert zlib.decompress(drawing.packed).endswith(b"Q")


@pytest.mark.parametrize("words", [1, 5, 12, 30])
def test_nothing_sticks_out_of_a_poster(words: int) -> None:
    drawing = draw_poster(Poster("p", "", " ".join(["nghiêng"] * words), "Sở", ""), "https://x.example/")
    points = [place for shape in drawing.shapes for place in _places(shape)]
    assert len(points) > words
    assert all(-1 <= x <= WIDTH + 1 and -1 <= y <= HEIGHT + 1 for x, y in points)


def _places(shape: Shape) -> Iterator[tuple[float, float]]:
    """Where the points of a shape are on the sheet."""
    along = 0.0
    for outline, advance in shape.parts:
        for x, y in (point for _, points in outline.segments for point in points):
            yield shape.x + (along + x) * shape.scale, shape.y + y * shape.scale
        along += advance


def test_lines_are_filled_evenly() -> None:
    lines = wrapped("một hai ba bốn năm sáu bảy tám", 700, 20, 200)
    widths = [text_width(line, 700, 20) for line in lines]
    assert len(lines) > 1
    assert max(widths) <= 200
    assert " ".join(lines) == "một hai ba bốn năm sáu bảy tám"


def _run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    return result.exit_code, result.output


def test_commands_of_the_channels(folder: Folder, tmp_path: Path) -> None:
    folder.article()
    usual = ("--content", folder.root, "--as-of", "2024-04-01")
    assert "một tin, bài" in _run("radio", "2024-W10", *usual)[1]
    assert "Ba bước cần nhớ" in _run("radio", "2024/03/bai", *usual)[1]
    assert _run("radio", "2024/03/khong-co", *usual)[0] == 2
    assert _run("radio", "2024-W99", *usual)[0] == 2
    assert _run("radio", "2024-W10", *usual, "--format", "docx")[0] == 2
    assert _run("radio", "2024-W10", *usual, "--format", "docx", "--output", tmp_path / "a.docx")[0] == 0
    assert "Zalo" in _run("social", "2024/03/bai", *usual, "--site-url", "https://x.example")[1]
    assert "Văn phòng Sở" in _run("contributions", "2024", *usual, "--merged")[1]
    assert _run("contributions", "2024", *usual, "--format", "xlsx", "--output", tmp_path / "a.xlsx")[0] == 0


def test_contribution_files_run_no_formula() -> None:
    from cchc_site.column.contribution import author_contributions

    rows = author_contributions(COLUMN, [piece("2024-01-05", author="=1+1")], 2024)
    assert "'=1+1" in contributions_csv([("Tác giả", rows)]).decode("utf-8-sig")
    sheet = load_workbook(io.BytesIO(contributions_xlsx([("Tác giả", rows)]))).active
    assert sheet is not None
    assert sheet.cell(2, 1).value == "'=1+1"
