"""The template .docx: page, margins, page number and styles of Decree 30/2020/NĐ-CP, with one sample line a style.

The office may change its own copy in any word processor (`cchc template`); the generator takes the page and the styles
from it and writes the text. The copy in `templates/` is what this module makes, and a test keeps the two together.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from cchc_site.report.docx_styles import PAGE_NUMBER, STYLES, styles_xml
from cchc_site.report.fixed_zip import fixed_zip

FILE = "bao-cao.docx"
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
TOP, BOTTOM, LEFT, RIGHT = 1134, 1134, 1701, 1134
"""20, 20, 30 and 20 mm, in twentieths of a point."""
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def make_template() -> bytes:
    """The template's bytes, the same every time and on every machine: its files are not compressed."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", f"{_REL}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_REL}/styles", "styles.xml"),
            ("rId2", f"{_REL}/settings", "settings.xml"),
            ("rId3", f"{_REL}/header", "header1.xml"),
            ("rId4", f"{_REL}/header", "header2.xml"),
        ),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": f'{_HEAD}<w:settings {_W}><w:defaultTabStop w:val="720"/>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>',
        "word/header1.xml": _header(_page_field()),
        "word/header2.xml": _header(""),
        "docProps/core.xml": _core(),
    }
    return fixed_zip(((name, text.encode()) for name, text in parts.items()), compress=False)


def section_xml(header: str = "rId3", first_header: str = "rId4") -> str:
    """A4 upright, the decree's margins, page numbers in the top margin but not on the first page."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:headerReference w:type="first" r:id="{first_header}"/>'
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" w:header="567" w:footer="567" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _document() -> str:
    samples = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr><w:r><w:t>{escape(style.name)}</w:t></w:r></w:p>'
        for style in STYLES
    )
    return f"{_HEAD}<w:document {_W} {_R}><w:body>{samples}{section_xml()}</w:body></w:document>"


def _page_field() -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _header(inner: str) -> str:
    return f'{_HEAD}<w:hdr {_W} {_R}><w:p><w:pPr><w:pStyle w:val="{PAGE_NUMBER.id}"/></w:pPr>{inner}</w:p></w:hdr>'


def _relations(*rows: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in rows)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _content_types() -> str:
    rows = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/header1.xml": f"{_WORD}.header+xml",
        "/word/header2.xml": f"{_WORD}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    inner = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in rows.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )


def _core() -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Mẫu báo cáo</dc:title>'
        '<dcterms:created xsi:type="dcterms:W3CDTF">2020-03-05T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2020-03-05T00:00:00Z</dcterms:modified></cp:coreProperties>'
    )
