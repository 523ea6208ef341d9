"""Two finished sites, looked at page by page: the shipped one and one with one of everything."""

from __future__ import annotations

from urllib.parse import urljoin

import feedparser
import pytest
from support.site_links import Site
from support.sites import Built

REDIRECTS = ("bao-cao/index.html", "dong-gop/index.html", "tin-bai/2024/03/ten-cu/index.html", "bai-cu/10/index.html")


def test_they_are_built(shipped: Built, busy: Built) -> None:
    assert shipped.done.returncode == 0, shipped.done.stdout
    assert busy.done.returncode == 1, busy.done.stdout
    assert "WARNING" not in shipped.done.stdout


def test_every_link_leads_to_a_file_and_every_fragment_to_an_id(any_site: Site) -> None:
    assert len(any_site.pages) > 30
    assert not list(any_site.broken_on_pages())


def test_every_link_in_every_feed_is_whole_and_leads_to_a_file(any_site: Site) -> None:
    assert len(any_site.feeds) >= 10
    assert not list(any_site.broken_in_feeds())


def test_every_feed_parses_without_complaint(any_site: Site) -> None:
    for path in any_site.feeds:
        feed = feedparser.parse((any_site.folder / path).read_bytes())
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert feed.feed.language == "vi"


def test_pages_announce_the_feeds_of_what_they_show(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        announced = [a["href"] for a in page.all("link") if a.get("type") == "application/rss+xml"]
        own = path.removesuffix("index.html") + "rss.xml"
        assert own not in any_site.feeds or any_site.base_url + own in announced, path
        assert all(any_site.failure(url) == "" for url in announced), path
        assert announced or path in ("404.html", *REDIRECTS) or path.startswith(_WITHOUT_FEEDS), path


_WITHOUT_FEEDS = ("bao-cao/", "don-vi/index", "huong-dan/bang", "linh-vuc/index", "nam/", "thang/index", "tinh-hinh-")


def test_every_page_has_one_h1_its_language_a_title_and_unique_ids(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        ids = page.values("id")
        assert len(page.all("h1")) == 1, path
        assert page.all("html") == [{"lang": "vi"}], path
        assert len(page.all("title")) == 1, path
        assert [i for i in ids if ids.count(i) > 1] == [], path


def test_labels_and_controls_name_elements_of_their_page(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        named = " ".join(page.values("aria-labelledby", "aria-controls", "aria-describedby")).split()
        assert set(named) <= set(page.values("id")), path


def test_no_page_carries_inline_code(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        assert page.active() == [], path


def test_no_page_loads_anything_foreign(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        loaded = [urljoin(any_site.address_of(path), address) for address in page.loads()]
        assert [url for url in loaded if not any_site.is_own(url)] == [], path


def test_every_page_forbids_foreign_content(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        if path not in REDIRECTS:
            (policy,) = [a["content"] for a in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy


def test_every_picture_says_what_it_shows(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        assert all("alt" in image for image in page.all("img")), path


def test_every_generated_page_stands_in_the_sitemap_or_asks_not_to(any_site: Site) -> None:
    text = (any_site.folder / "sitemap.xml").read_text(encoding="utf-8")
    for path, page in any_site.pages.items():
        hidden = any(a.get("name") == "robots" and "noindex" in a["content"] for a in page.all("meta"))
        assert (f"<loc>{any_site.address_of(path)}</loc>" in text) != hidden, path


def test_the_demonstration_line_stands_on_every_page(shipped: Built) -> None:
    for path, page in Site(shipped.site, "https://x.example/").pages.items():
        assert "Trang minh họa" in page.prose or path in REDIRECTS, path


def test_what_editors_write_is_shown_as_words(busy: Built) -> None:
    site = Site(busy.site, "https://x.example/")
    page = site.pages["tin-bai/2024/03/day-du/index.html"]
    for words in (
        'A & <b>B</b> ]]> "ngoặc" {{ 7 * 7 }}',
        '<script>alert(1)</script> & "x"',
        "<i>Ban</i>",
        "<b>Sửa</b>",
    ):
        assert words in page.prose
    assert "Giới thiệu <b>" in site.pages["gioi-thieu/index.html"].prose
    assert [path for path, page in site.pages.items() if page.all("b") or page.all("i")] == []


@pytest.mark.parametrize("path", ["tin-bai/2024/03/nhap", "tin-bai/2024/05/hen", "tin-bai/2024/04/thong-bao-hen"])
def test_what_citizens_may_not_see_has_no_page(busy: Built, path: str) -> None:
    assert not (busy.site / path).exists()


def test_an_old_address_leads_on_without_scripts(busy: Built) -> None:
    page = Site(busy.site, "https://x.example/").pages["bai-cu/10/index.html"]
    assert {"http-equiv": "refresh", "content": "0; url=../../tin-bai/2024/03/day-du/"} in page.all("meta")


def test_a_film_is_played_from_this_site_and_explained(busy: Built) -> None:
    page = Site(busy.site, "https://x.example/").pages["tin-bai/2024/03/phim/index.html"]
    assert page.values("src").count("../../../../tin-bai/2024/03/phim.mp4") == 1
    assert "Video dài 1 phút 35 giây" in page.prose


def test_a_piece_of_a_former_unit_says_what_the_unit_is_now(busy: Built) -> None:
    page = Site(busy.site, "https://x.example/").pages["tin-bai/2024/02/cu/index.html"]
    assert "Văn phòng Sở cũ – nay là Văn phòng Sở." in page.prose


def test_the_built_site_holds_nothing_but_itself(busy: Built) -> None:
    names = {entry.name for entry in busy.site.iterdir()}
    assert "_data" not in names
    assert not list(busy.site.rglob("*.md"))
    assert not list(busy.site.rglob("*.yml"))
