"""The sitemap and robots.txt."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from cchc_site.publish.sitemap import robots, sitemap

from .made import SITE

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_every_page_worth_finding_stands_in_it_once_with_its_true_day() -> None:
    pages = ["b/", "", "a/"]
    root = ElementTree.fromstring(sitemap(pages, SITE, {"a/": date(2024, 3, 5)}))
    found = [(url.findtext(f"{NS}loc"), url.findtext(f"{NS}lastmod")) for url in root]
    assert sorted(found) == [(SITE, None), (f"{SITE}a/", "2024-03-05"), (f"{SITE}b/", None)]


def test_the_order_of_the_pages_does_not_matter() -> None:
    pages = ["b/", "", "a/"]
    assert sitemap(pages, SITE, {}) == sitemap(pages[::-1], SITE, {})


def test_an_address_cannot_break_the_xml() -> None:
    assert ElementTree.fromstring(sitemap(["a&b<c/"], SITE, {})).findtext(f".//{NS}loc") == f"{SITE}a&b<c/"


def test_robots_lead_to_the_sitemap() -> None:
    assert f"Sitemap: {SITE}sitemap.xml" in robots(SITE).decode().splitlines()
