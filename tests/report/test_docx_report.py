"""The Word report measured against Decree 30/2020/NĐ-CP, appendix I; the numbers in the names are rows of the domain's
table of measurements."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any
from unicodedata import is_normalized

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from support.papers import AGENCY, HEAD, papers

from cchc_site.report import docx_styles as styles
from cchc_site.report.docx_report import report_docx, shipped_template
from cchc_site.report.docx_template import TEXT_WIDTH, make_template
from cchc_site.report.text_width import twips


@cache
def data() -> bytes:
    return report_docx(*papers())


@cache
def document() -> Any:
    return Document(io.BytesIO(data()))


def paragraphs(item: Any = None) -> Iterator[Paragraph]:
    """Every paragraph, those of tables too, in the order of the text."""
    body = document().element.body if item is None else item
    for element in body.iter(qn("w:p")):
        yield Paragraph(element, document()._body)


def find(text: str) -> Paragraph:
    return next(p for p in paragraphs() if p.text.replace("\n", " ").startswith(text))


def of(style: styles.Style) -> list[Paragraph]:
    return [p for p in paragraphs() if p.style is not None and p.style.name == style.name]


def half_points(paragraph: Paragraph) -> int:
    """The size of its letters, in half-points, as its style has it; nothing is set on single runs."""
    assert all(run.font.size is None and run.font.name is None for run in paragraph.runs)
    assert paragraph.style is not None
    size = paragraph.style.element.find(f"{qn('w:rPr')}/{qn('w:sz')}")
    return int(size.get(qn("w:val")))


def is_bold(paragraph: Paragraph) -> bool:
    return bool(_font(paragraph).bold)


def is_italic(paragraph: Paragraph) -> bool:
    return bool(_font(paragraph).italic)


def _font(paragraph: Paragraph) -> Any:
    style: Any = paragraph.style
    return style.font


def alignment(paragraph: Paragraph) -> str:
    style: Any = paragraph.style
    return str(style.element.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")))


def indents(paragraph: Paragraph) -> tuple[int, int]:
    """Left and right indent in twips."""
    shape = paragraph.paragraph_format
    return round((shape.left_indent or 0) / 635), round((shape.right_indent or 0) / 635)


def test_row_01_paper() -> None:
    for section in document().sections:
        size = section._sectPr.find(qn("w:pgSz"))
        assert (size.get(qn("w:w")), size.get(qn("w:h"))) == ("11906", "16838")
        assert size.get(qn("w:orient")) in (None, "portrait")


def test_row_02_margins() -> None:
    for section in document().sections:
        margin = {
            side: int(section._sectPr.find(qn("w:pgMar")).get(qn(f"w:{side}")))
            for side in ("top", "bottom", "left", "right")
        }
        assert 1134 <= margin["top"] <= 1417
        assert 1134 <= margin["bottom"] <= 1417
        assert 1701 <= margin["left"] <= 1984
        assert 850 <= margin["right"] <= 1134


def test_row_03_font_and_unicode() -> None:
    fonts = document().styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "cs")} == {"Times New Roman"}
    colour = document().styles.element.find(f"{qn('w:docDefaults')}//{qn('w:color')}")
    assert colour.get(qn("w:val")) == "000000"
    every = zipfile.ZipFile(io.BytesIO(data()))
    for name in ("word/document.xml", "word/styles.xml"):
        xml = every.read(name).decode()
        assert is_normalized("NFC", xml)
        assert set(re.findall(r'w:(?:ascii|hAnsi|cs)="([^"]+)"', xml)) <= {"Times New Roman"}
        assert set(re.findall(r'<w:color w:val="([^"]+)"', xml)) <= {"000000", "auto"}


def test_row_04_page_number() -> None:
    section = document().sections[0]
    assert section.different_first_page_header_footer
    header = section.header.paragraphs[0]
    assert "PAGE" in header._p.xml
    assert section.first_page_header.paragraphs[0].text == ""
    assert 26 <= half_points(header) <= 28
    assert alignment(header) == "center"
    assert not is_italic(header)


def test_row_05_national_name() -> None:
    line = find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert 24 <= half_points(line) <= 26
    assert is_bold(line)
    assert not is_italic(line)
    assert line.text == line.text.upper()


def test_row_06_motto_and_its_rule() -> None:
    line = find("Độc lập - Tự do - Hạnh phúc")
    assert 26 <= half_points(line) <= 28
    assert is_bold(line)
    assert alignment(line) == "center"
    left, right = indents(rule_after(line))
    assert 5571 - left - right == pytest.approx(twips(line.text, half_points(line) / 2), rel=0.01)


def rule_after(line: Paragraph) -> Paragraph:
    following: Any = line._p.getnext()
    rule = Paragraph(following, line._parent)
    border = following.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:top')}")
    assert border.get(qn("w:val")) == "single"
    return rule


def test_row_07_superior_agency() -> None:
    line = find("ỦY BAN NHÂN DÂN TỈNH AN BÌNH")
    assert 24 <= half_points(line) <= 26
    assert not is_bold(line)
    assert line.text == "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH", "broken before the place, not wherever the line is full"


def test_row_08_agency_and_its_rule() -> None:
    line = find(AGENCY.upper())
    assert 24 <= half_points(line) <= 26
    assert is_bold(line)
    assert alignment(line) == "center"
    left, right = indents(rule_after(line))
    text = min(twips(line.text, half_points(line) / 2), 3500)
    assert text / 3 <= 3500 - left - right <= text / 2


def test_row_09_number_is_left_blank() -> None:
    line = find("Số:")
    assert re.fullmatch(r"Số: +/BC-SNV", line.text)
    assert half_points(line) == 26
    assert alignment(line) == "center"
    assert not is_bold(line)


def test_row_10_place_and_blank_date() -> None:
    line = find("An Bình,")
    assert re.fullmatch(r"An Bình, ngày +tháng +năm 2024", line.text)
    assert 26 <= half_points(line) <= 28
    assert is_italic(line)
    assert alignment(line) == "center"
    letterhead = document().tables[0]
    assert letterhead.rows[1].cells[1].paragraphs[0].text == line.text
    assert letterhead.rows[1].cells[0].paragraphs[0].text.startswith("Số:"), "number and date stand in one row"


def test_row_11_type_of_document() -> None:
    line = find("BÁO CÁO")
    assert 26 <= half_points(line) <= 28
    assert is_bold(line)
    assert alignment(line) == "center"


def test_row_12_subject_and_its_rule() -> None:
    line = find("Kết quả thông tin, tuyên truyền cải cách hành chính quý I năm 2024")
    assert line._p.getprevious() is find("BÁO CÁO")._p
    assert 26 <= half_points(line) <= 28
    assert is_bold(line)
    left, right = indents(rule_after(line))
    text = min(twips(line.text, half_points(line) / 2), TEXT_WIDTH)
    assert text / 3 <= TEXT_WIDTH - left - right <= text / 2


def test_row_13_the_template_has_the_subject_of_a_letter() -> None:
    style = Document(io.BytesIO(shipped_template())).styles[styles.LETTER_SUBJECT.name]
    size = style.element.find(f"{qn('w:rPr')}/{qn('w:sz')}")
    assert 24 <= int(size.get(qn("w:val"))) <= 26
    assert style.element.find(f"{qn('w:pPr')}/{qn('w:spacing')}").get(qn("w:before")) == "120"


def test_row_14_bases() -> None:
    lines = of(styles.BASIS)
    assert [line.text for line in lines] == [
        "Căn cứ Kế hoạch số 37/KH-UBND ngày 06/02/2024 của Ủy ban nhân dân tỉnh;",
        "Thực hiện Kế hoạch tuyên truyền.",
    ]
    assert all(is_italic(line) and 26 <= half_points(line) <= 28 for line in lines)


def test_row_15_body() -> None:
    style = document().styles[styles.BODY.name].element
    assert style.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) == "both"
    assert style.find(f"{qn('w:pPr')}/{qn('w:ind')}").get(qn("w:firstLine")) in ("567", "720")
    spacing = style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert int(spacing.get(qn("w:before"))) + int(spacing.get(qn("w:after"))) >= 120
    assert 240 <= int(spacing.get(qn("w:line"))) <= 360
    assert spacing.get(qn("w:lineRule")) == "auto"
    assert all(26 <= half_points(line) <= 28 and not is_italic(line) for line in of(styles.BODY))


def test_rows_20_22_signature() -> None:
    assert [line.text for line in of(styles.AUTHORITY)] == ["KT. GIÁM ĐỐC"]
    assert [line.text for line in of(styles.POSITION)] == ["PHÓ GIÁM ĐỐC"]
    for line in (*of(styles.AUTHORITY), *of(styles.POSITION)):
        assert 26 <= half_points(line) <= 28
        assert is_bold(line)
        assert alignment(line) == "center"


def test_row_20_points_take_vietnamese_letters() -> None:
    """No point of this report is lettered; where the text names letters they are the plan's own."""
    assert not any(re.match(r"[a-zđ]\) ", line.text) for line in of(styles.BODY))


def test_row_23_name_is_left_blank_under_four_empty_lines() -> None:
    lines = of(styles.SIGNER)
    assert [line.text for line in lines] == [""] * 5
    assert all(26 <= half_points(line) <= 28 and is_bold(line) for line in lines)


def test_row_24_no_seal_and_no_picture() -> None:
    names = zipfile.ZipFile(io.BytesIO(data())).namelist()
    assert not [name for name in names if "media" in name]


def test_row_25_addressees() -> None:
    lines = of(styles.ADDRESSEE)
    assert [line.text for line in lines] == ["Kính gửi:", "- Ủy ban nhân dân tỉnh An Bình;", "- Sở Tư pháp."]
    assert all(26 <= half_points(line) <= 28 and not is_bold(line) for line in lines)


def test_row_26_recipients_heading() -> None:
    (line,) = of(styles.RECIPIENTS)
    assert line.text == "Nơi nhận:"
    assert half_points(line) == 24
    assert is_bold(line)
    assert is_italic(line)
    assert alignment(line) == "left"


def test_row_27_recipients() -> None:
    lines = of(styles.RECIPIENT)
    assert [line.text for line in lines] == ["- Như trên;", "- Lãnh đạo Sở;", "- Lưu: VT, VP."]
    assert all(half_points(line) == 22 and not is_bold(line) and not is_italic(line) for line in lines)


def test_row_29_appendix_heading() -> None:
    (head,), (name,), (note,) = of(styles.APPENDIX), of(styles.APPENDIX_TITLE), of(styles.APPENDIX_NOTE)
    assert (head.text, half_points(head), is_bold(head), alignment(head)) == ("Phụ lục", 28, True, "center")
    assert name.text == "DANH MỤC TIN, BÀI ĐƯỢC TÍNH TRONG KỲ"
    assert 26 <= half_points(name) <= 28
    assert is_bold(name)
    assert note.text.startswith("(Kèm theo Báo cáo số")
    assert 26 <= half_points(note) <= 28
    assert is_italic(note)
    assert alignment(note) == "center"


def test_row_32_end_of_text() -> None:
    body = [line.text for line in of(styles.BODY)]
    assert re.search(r"\S\./\.$", body[-1])
    assert not any(line.strip() == "./." for line in body)
    assert sum("./." in line for line in body) == 1


def test_row_33_letterhead_and_signature_are_borderless_tables() -> None:
    tables = document().tables
    letterhead = tables[0]
    signature = next(table for table in tables if "Nơi nhận:" in table.rows[0].cells[0].text)
    for table, widths in ((letterhead, [3500, 5571]), (signature, [4400, 4671])):
        assert [round(cell.width / 635) for cell in table.rows[0].cells if cell.width] == widths
        assert sum(widths) == TEXT_WIDTH
        assert table.style is None or table.style.name != styles.TABLE
        assert "w:tblBorders" not in table._tbl.xml


def test_row_34_tables() -> None:
    table = next(t for t in document().tables if t.rows[0].cells[0].text == "Tháng")
    assert table.style is not None
    assert table.style.name == styles.TABLE
    names = [[style_of(cell) for cell in row.cells] for row in table.rows]
    assert set(names[0]) == {styles.CELL_HEAD.name}
    assert [cell.text for cell in table.rows[1].cells] == ["(1)", "(2)", "(3)", "(4)", "(5)"]
    assert names[2] == [styles.CELL_LEFT.name, *[styles.CELL_RIGHT.name] * 3, styles.CELL_LEFT.name]
    pieces = document().tables[-1]
    assert style_of(pieces.rows[2].cells[0]) == styles.CELL_CENTER.name, "ordinal number"
    assert style_of(pieces.rows[2].cells[2]) == styles.CELL_CENTER.name, "date"
    assert "w:tblHeader" in pieces.rows[0]._tr.xml
    for style in (styles.CELL_HEAD, styles.CELL_RIGHT, styles.CELL_CENTER):
        assert style.align == {"BangDau": "center", "BangPhai": "right", "BangGiua": "center"}[style.id]
    assert styles.CELL_HEAD.bold


def style_of(cell: Any) -> str:
    return str(cell.paragraphs[0].style.name)


def test_the_agency_is_the_one_of_the_day() -> None:
    report, content = papers("2024-02-20")
    before = Document(io.BytesIO(report_docx(report, content)))
    text = before.tables[0].rows[0].cells[0].text
    assert "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\nTỈNH AN BÌNH" in text
    assert before.tables[0].rows[1].cells[1].text.startswith("Bình An, ngày")
    assert AGENCY.upper() in document().tables[0].rows[0].cells[0].text


def test_five_parts_and_the_offices_own_are_marked() -> None:
    parts = [line.text[: line.text.index(".")] for line in of(styles.PART)]
    assert parts == ["I", "II", "III", "IV", "V"]
    marked = of(styles.TO_FILL)
    assert len(marked) == 8
    assert all(line.text.startswith("[Cơ quan bổ sung: ") and line.text.endswith("]") for line in marked)


def test_figures_stop_at_their_day() -> None:
    text = "\n".join(p.text for p in paragraphs())
    assert "từ ngày 15/12/2023 đến ngày 14/03/2024; số liệu tính đến hết ngày 14/03/2024" in text
    report, content = papers("2024-03-09")
    early = "\n".join(p.text for p in Document(io.BytesIO(report_docx(report, content))).paragraphs)
    assert "số liệu tính đến hết ngày 08/03/2024" in early
    assert "Hạn gửi báo cáo (trước ngày 10/03/2024) đến trước khi có đủ số liệu của kỳ (14/03/2024)." in early
    assert "không ước tính phần còn lại" in early
    assert len(report.pieces) == 8


def test_two_runs_are_the_same_bytes() -> None:
    assert report_docx(*papers()) == data()
    archive = zipfile.ZipFile(io.BytesIO(data()))
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_files_own_data_come_from_the_report() -> None:
    core = document().core_properties
    assert core.author == AGENCY
    assert core.created is not None
    assert core.created.isoformat() == "2024-04-01T17:00:00+00:00"
    assert core.created == core.modified
    assert core.last_modified_by == ""


def test_the_shipped_template_is_what_the_code_makes() -> None:
    assert shipped_template() == make_template()


def test_the_offices_own_template_gives_the_page_and_the_styles() -> None:
    own = Document(io.BytesIO(shipped_template()))
    own.styles[styles.BODY.name].font.size = 165100
    buffer = io.BytesIO()
    own.save(buffer)
    made = Document(io.BytesIO(report_docx(*papers(), buffer.getvalue())))
    assert made.styles[styles.BODY.name].font.size == 165100


def test_a_template_without_its_styles_is_refused_in_words() -> None:
    buffer = io.BytesIO()
    Document().save(buffer)
    with pytest.raises(ValueError, match="Tệp mẫu thiếu kiểu"):
        report_docx(*papers(), buffer.getvalue())


def test_links_lead_to_the_pieces() -> None:
    targets = {r.target_ref for r in document().part.rels.values() if r.is_external}
    assert "https://cchc.example/tin-bai/2024/01/bai-1/" in targets
    assert len(targets) == 9


def test_signatory_data_is_used_as_written() -> None:
    assert HEAD.authority in [line.text for line in of(styles.AUTHORITY)]
