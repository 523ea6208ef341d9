"""The published site against what it promises: WCAG 2.2 AA, small first visits, pictures in their size, one policy."""

from __future__ import annotations

import io
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from PIL import Image
from playwright.sync_api import Browser

from cchc_site.publish.image_encoding import WIDTHS

from .conftest import Visit
from .pages import AREA, ARTICLE, PICTURED
from .standards import LARGEST, LEAD, Weight


def test_a_first_visit_is_light(phone: Visit) -> None:
    weight = Weight()
    weight.watch(phone.page)
    phone.to(ARTICLE, quiet=True)
    assert weight.without_fonts <= 45_000, weight.files
    assert weight.total <= 110_000, weight.files


def test_a_first_visit_with_a_picture_stays_below_the_limit(browser: Browser, home: str) -> None:
    for scale in (1, 2.625):
        with browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=scale) as context:
            weight = Weight()
            page = context.new_page()
            weight.watch(page)
            page.goto(home + PICTURED, wait_until="networkidle")
            assert weight.total <= 110_000, weight.files


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_the_picture_that_readers_wait_for_fits_its_box(browser: Browser, home: str, scale: int) -> None:
    # Widths grow, so that no larger file is in the cache for a browser to prefer.
    with browser.new_context(device_scale_factor=scale) as context:
        page = context.new_page()
        for width in (320, 360, 412, 768, 960, 1280, 1600):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(home + PICTURED)
            found = page.evaluate(LARGEST) or page.evaluate(LEAD)
            with urlopen(found["src"]) as answer:
                pixels = Image.open(io.BytesIO(answer.read())).width
            own = page.locator(".picture img").evaluate("image => Number(image.getAttribute('width'))")
            wanted = found["width"] * scale
            enough = min((step for step in (*WIDTHS, own) if wanted <= step <= own), default=own)
            assert found["width"] <= found["around"] + 1
            assert found["lazy"] != "lazy"
            assert pixels <= enough, (width, pixels, wanted)


def test_pictures_below_the_fold_wait_and_nothing_jumps(visit: Visit) -> None:
    visit.page.add_init_script(
        "window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { window.shift += e.value }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for path in ("", "tin-bai/", AREA, PICTURED):
        page = visit.to(path)
        page.mouse.wheel(0, 20_000)
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift") < 0.02, path
        for image in page.locator("main img").all():
            assert image.get_attribute("width")
            assert image.get_attribute("height")


def test_paper_gets_the_address_and_its_code(visit: Visit) -> None:
    page = visit.to(PICTURED)
    assert not page.locator(".qr").is_visible()
    page.emulate_media(media="print")
    box = page.locator(".qr").bounding_box()
    assert box is not None
    assert box["width"] > 80
    assert page.locator(".print-address").inner_text().endswith(PICTURED)
    for hidden in (".top", ".foot", ".crumbs", ".related", ".neighbours", ".actions"):
        assert not page.locator(hidden).first.is_visible(), hidden


def test_feeds_corrections_and_data_can_be_found_without_scripts(plain: Visit) -> None:
    page = plain.to("")
    for name in ("Nhận tin qua RSS", "Đính chính", "Dữ liệu mở", "Trợ năng"):
        page = plain.to("")
        page.locator(".foot a", has_text=name).first.click()
        assert page.locator("h1").inner_text() == name
        assert page.locator("main a").count() > 0


def test_what_a_page_says_of_itself_can_be_fetched(visit: Visit) -> None:
    page = visit.to(PICTURED)
    own = urlsplit(page.locator("link[rel=canonical]").get_attribute("href") or "")
    root = own._replace(path="/").geturl()
    for selector, attribute in (("meta[property='og:image']", "content"), ("link[rel=alternate]", "href")):
        for element in page.locator(selector).all():
            address = element.get_attribute(attribute) or ""
            assert address.startswith(root)
            assert page.request.get(visit.home + address.removeprefix(root)).ok, address
