"""What a citizen finds on the built pages: whom to call, how to report a mistake, the sheet for the notice board."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from support.sites import Built

from cchc_site.publish.qr_code import qr_matrix, qr_path

from .conftest import BASE_URL


def _pages(site: Path) -> dict[str, str]:
    """Every page that people read, by its address; the error page and pages that only lead on are left out."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in text and "bien-tap" not in file.parts:
            found[file.relative_to(site).as_posix().removesuffix("index.html")] = text
    return found


def test_s4_06_s4_35_a_request_for_correction_names_the_page_it_is_about(shipped: Built) -> None:
    pages = _pages(shipped.site)
    assert len(pages) > 100
    for where, text in pages.items():
        letters = re.findall(r'class="report-error" href="mailto:([^"?]+)\?([^"]+)"', text)
        assert letters, where
        for mailbox, query in letters:
            fields = parse_qs(unescape(query), strict_parsing=True)
            assert mailbox.endswith(".example")
            assert f"Trang: {BASE_URL}{where}\n" in fields["body"][0]
            assert fields["subject"][0].startswith("Đề nghị sửa thông tin: ")


def test_s1_16_the_hotline_stands_at_the_foot_of_every_page(shipped: Built) -> None:
    for where, text in _pages(shipped.site).items():
        foot = text[text.index("<footer") :]
        assert 'href="tel:' in foot, where
        assert "Đường dây nóng" in foot, where


def test_s3_28_s4_39_the_notice_board_sheet_leads_back_to_its_page(shipped: Built) -> None:
    pages = {
        where: text for where, text in _pages(shipped.site).items() if re.fullmatch(r"thu-tuc/minh-hoa-\d+/", where)
    }
    assert len(pages) >= 5
    for where, text in pages.items():
        sheet = text[text.index("sheet-foot") :]
        assert qr_path(qr_matrix(BASE_URL + where)) in sheet
        assert "Phản ánh" in text
        links = re.findall(r'class="go" href="([^"]+)"', text)
        assert {urlsplit(unescape(link)).hostname for link in links} == {"dichvucong.gov.vn"}
