"""Links that editors write become the site's own."""

from __future__ import annotations

import pytest
from support.builders import at, column, piece
from support.html_pages import Html

from cchc_site.column.article import Withdrawal
from cchc_site.column.column import Asset, Column, StandingPage
from cchc_site.column.links import LinkMap
from cchc_site.publish.link_rewriting import rewrite_links
from cchc_site.publish.markdown_html import sanitise

FROM = "tin-bai/2024/03/bai.md"
AS_OF = at("2024-04-01")


def _column() -> Column:
    return column(
        [
            piece("2024-03-05", "2024/03/bai"),
            piece("2024-02-05", "2024/02/truoc", aliases=("tin-bai/2024/02/ten-cu/",)),
            piece("2024-05-05", "2024/05/hen"),
            piece("2024-03-06", "2024/03/nhap", draft=True),
            piece("2024-03-07", "2024/03/thu-hoi", withdrawn=Withdrawal(at("2024-03-08"), "Sai")),
        ],
        assets={"tin-bai/2024/03/so-do.png": Asset("tin-bai/2024/03/so-do.png", 9), "mau.pdf": Asset("mau.pdf", 9)},
        standing=(StandingPage("gioi-thieu.md", "gioi-thieu/", "Giới thiệu"),),
    )


def _rewritten(html: str, prefix: str = "../../../../", here: str = "") -> str:
    return rewrite_links(sanitise(html), FROM, LinkMap(_column()), prefix, AS_OF, here)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("../02/truoc.md", "tin-bai/2024/02/truoc/"),
        ("../02/truoc.md#muc-hai", "tin-bai/2024/02/truoc/#muc-hai"),
        ("../../2024/02/truoc.md", "tin-bai/2024/02/truoc/"),
        ("/tin-bai/2024/02/truoc/", "tin-bai/2024/02/truoc/"),
        ("/tin-bai/2024/02/ten-cu/", "tin-bai/2024/02/truoc/"),
        ("thu-hoi.md", "tin-bai/2024/03/thu-hoi/"),
        ("../../../gioi-thieu.md", "gioi-thieu/"),
        ("/linh-vuc/cai-cach-the-che/", "linh-vuc/cai-cach-the-che/"),
        ("/rss.xml", "rss.xml"),
        ("../../../mau.pdf", "mau.pdf"),
        ("so-do.png", "tin-bai/2024/03/so-do.png"),
    ],
)
@pytest.mark.parametrize("prefix", ["../../../../", "https://cchc.example/"])
def test_a_link_leads_to_the_address_of_what_it_names(written: str, address: str, prefix: str) -> None:
    assert Html(_rewritten(f'<a href="{written}">chữ</a>', prefix)).values("href") == [prefix + address]


@pytest.mark.parametrize(
    "written",
    [
        "../05/hen.md",
        "nhap.md",
        "/tin-bai/2024/05/hen/",
        "khong-co.md",
        "../../../../etc/passwd",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example\\x",
        "/%2F/evil.example/",
        "?x=1",
        "bai.md%00",
        "javascript:alert(1)",
        "file:///etc/passwd",
    ],
)
def test_a_link_that_readers_cannot_follow_keeps_only_its_words(written: str) -> None:
    html = Html(_rewritten(f'<p>Xem <a href="{written}">bài này</a>.</p>'))
    assert html.values("href") == []
    assert html.prose == "Xem bài này."


@pytest.mark.parametrize("written", ["https://example.org/a?b=1&amp;c=2", "mailto:a@example.org", "tel:+84123"])
def test_a_foreign_link_stays_and_tells_the_other_site_nothing(written: str) -> None:
    assert _rewritten(f'<a href="{written}">x</a>') == f'<a href="{written}" rel="noopener">x</a>'


def test_a_link_within_the_page_stays_on_a_page_and_is_whole_in_a_feed() -> None:
    link = '<a href="#muc-hai">x</a>'
    assert _rewritten(link) == link
    here = "https://cchc.example/tin-bai/2024/03/bai/"
    assert _rewritten(link, "https://cchc.example/", here) == f'<a href="{here}#muc-hai">x</a>'


def test_a_picture_of_the_site_stands_at_its_address() -> None:
    html = _rewritten('<img src="so-do.png" alt="Bước 1 > bước 2" title="a">')
    assert Html(html).all("img") == [
        {
            "src": "../../../../tin-bai/2024/03/so-do.png",
            "alt": "Bước 1 > bước 2",
            "title": "a",
            "loading": "lazy",
        }
    ]


@pytest.mark.parametrize(
    "src", ["https://evil.example/x.png", "//evil.example/x.png", "khong-co.png", "bai.md", "data:image/png;base64,AA"]
)
def test_any_other_picture_is_left_out(src: str) -> None:
    assert Html(_rewritten(f'a<img alt="1 > 0" src="{src}">b')).values("src") == []


@pytest.mark.parametrize("attribute", ["id", "title", "class", "lang"])
def test_no_attribute_hides_a_link_from_rewriting(attribute: str) -> None:
    html = f"""<a {attribute}='x > " href="../05/hen.md"' href="../02/truoc.md">x</a>"""
    assert Html(_rewritten(html)).values("href") == ["../../../../tin-bai/2024/02/truoc/"]


def test_an_attribute_that_looks_like_an_address_is_left_alone() -> None:
    html = _rewritten('<p title=\'<a href="../02/truoc.md">\'>x</p><img src="so-do.png" alt=\'src="x.png"\'>')
    assert Html(html).all("p")[0]["title"] == '<a href="../02/truoc.md">'
    assert Html(html).all("img")[0]["alt"] == 'src="x.png"'
