"""The paragraph styles of an administrative document: one row an element of Decree 30/2020/NĐ-CP, appendix I.

Sizes are in half-points (26 = 13 pt), distances in twentieths of a point (720 = 1.27 cm). The office may change them in
its own copy of the template; the names are what the generator holds on to.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from msgspec import Struct

FONT = "Times New Roman"


class Style(Struct, frozen=True):
    """One paragraph style; `row` says which element of the decree it is for."""

    id: str
    name: str
    size: int
    align: str = "left"
    bold: bool = False
    italic: bool = False
    caps: bool = False
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    keep_next: bool = False
    level: int | None = None
    row: str = ""

    @property
    def xml(self) -> str:
        """The style as WordprocessingML."""
        paragraph = "<w:keepNext/>" if self.keep_next else ""
        paragraph += (
            f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}" w:lineRule="auto"/>'
        )
        paragraph += f'<w:ind w:firstLine="{self.first_line}"/><w:jc w:val="{self.align}"/>'
        paragraph += f'<w:outlineLvl w:val="{self.level}"/>' if self.level is not None else ""
        run = "<w:b/><w:bCs/>" if self.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
        run += "<w:i/><w:iCs/>" if self.italic else '<w:i w:val="0"/><w:iCs w:val="0"/>'
        run += "<w:caps/>" if self.caps else ""
        run += f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>'
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.id}"><w:name w:val="{escape(self.name)}"/>'
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
        )


NATION = Style("QuocHieu", "CCHC Quốc hiệu", 24, "center", bold=True, caps=True, row="5")
MOTTO = Style("TieuNgu", "CCHC Tiêu ngữ", 26, "center", bold=True, row="6")
SUPERIOR = Style("CoQuanChuQuan", "CCHC Cơ quan chủ quản", 24, "center", caps=True, row="7")
AGENCY = Style("CoQuan", "CCHC Cơ quan ban hành", 24, "center", bold=True, caps=True, row="8")
RULE = Style("KeNgang", "CCHC Kẻ ngang", 4, "center", before=50)
NUMBER = Style("SoKyHieu", "CCHC Số, ký hiệu", 26, "center", before=120, row="9")
PLACE_DATE = Style("DiaDanh", "CCHC Địa danh, thời gian", 26, "center", italic=True, before=120, row="10")
TYPE_NAME = Style("TenLoai", "CCHC Tên loại văn bản", 28, "center", bold=True, caps=True, before=360, row="11")
SUBJECT = Style("TrichYeu", "CCHC Trích yếu", 28, "center", bold=True, row="12")
LETTER_SUBJECT = Style("TrichYeuCongVan", "CCHC Trích yếu công văn", 24, "center", before=120, row="13")
BASIS = Style("CanCu", "CCHC Căn cứ", 28, "both", italic=True, first_line=720, after=120, line=264, row="14")
BODY = Style("NoiDung", "CCHC Nội dung", 28, "both", first_line=720, after=120, line=264, row="15")
PART = Style(
    "Phan", "CCHC Phần", 28, "both", bold=True, first_line=720, before=120, after=120, line=264, keep_next=True, level=0
)
SECTION = Style("Muc", "CCHC Mục", 28, "both", bold=True, first_line=720, after=120, line=264, keep_next=True, level=1)
TO_FILL = Style("BoSung", "CCHC Phần cơ quan bổ sung", 28, "both", italic=True, first_line=720, after=120, line=264)
AUTHORITY = Style("QuyenHan", "CCHC Quyền hạn ký", 28, "center", bold=True, caps=True, row="21")
POSITION = Style("ChucVu", "CCHC Chức vụ người ký", 28, "center", bold=True, caps=True, row="22")
SIGNER = Style("HoTen", "CCHC Họ tên người ký", 28, "center", bold=True, row="23")
ADDRESSEE = Style("KinhGui", "CCHC Kính gửi", 28, "center", before=120, row="25")
RECIPIENTS = Style("NoiNhan", "CCHC Nơi nhận", 24, bold=True, italic=True, row="26")
RECIPIENT = Style("NoiNhanDong", "CCHC Nơi nhận: dòng", 22, row="27")
APPENDIX = Style("PhuLuc", "CCHC Phụ lục", 28, "center", bold=True, row="29")
APPENDIX_TITLE = Style("PhuLucTen", "CCHC Tên phụ lục", 28, "center", bold=True, caps=True, row="29")
APPENDIX_NOTE = Style("PhuLucKem", "CCHC Kèm theo", 28, "center", italic=True, after=120, row="29")
PAGE_NUMBER = Style("SoTrang", "CCHC Số trang", 26, "center", row="4")
CAPTION = Style("TenBang", "CCHC Tên bảng", 26, "center", bold=True, before=120, after=60, keep_next=True, row="34")
CELL_HEAD = Style("BangDau", "CCHC Bảng: đầu cột", 24, "center", bold=True, before=40, after=40, row="34")
CELL_NUMBER_ROW = Style("BangSoCot", "CCHC Bảng: số cột", 20, "center", italic=True, row="34")
CELL_LEFT = Style("BangTrai", "CCHC Bảng: chữ", 24, "left", before=40, after=40, row="34")
CELL_RIGHT = Style("BangPhai", "CCHC Bảng: số", 24, "right", before=40, after=40, row="34")
CELL_CENTER = Style("BangGiua", "CCHC Bảng: giữa", 24, "center", before=40, after=40, row="34")
AFTER_TABLE = Style("SauBang", "CCHC Sau bảng", 12, after=60)

STYLES: tuple[Style, ...] = tuple(value for value in globals().copy().values() if isinstance(value, Style))
TABLE = "CCHC Bảng kẻ"
"""The table style with borders; letterhead and signature stand in tables without any."""

_TABLE_XML = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    f'<w:style w:type="table" w:customStyle="1" w:styleId="BangKe"><w:name w:val="{TABLE}"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)


def styles_xml() -> str:
    """The whole style sheet: Times New Roman, black, 14 pt, Vietnamese."""
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles {namespace}><w:docDefaults><w:rPrDefault>'
        f'<w:rPr>{fonts}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        + "".join(style.xml for style in STYLES)
        + _TABLE_XML
        + "</w:styles>"
    )
