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
from .standards import FOCUSABLE, LARGEST, LEAD, Weight, violations

ARTICLE = "tin-bai/2026/11/ho-so-di-duong-buu-chinh/"
PICTURED = "tin-bai/2026/07/ba-buoc-nop-ho-so-truc-tuyen/"
CORRECTED = "tin-bai/2026/07/truoc-ngay-10-3-la-het-ngay-may/"
PAGES = {
    "home": "",
    "article": PICTURED,
    "corrected": CORRECTED,
    "film": "tin-bai/2026/10/doc-giay-hen-tra-ket-qua/",
    "area": "linh-vuc/cai-cach-thu-tuc-hanh-chinh/",
    "archive": "thang/",
    "fulfilment": "tinh-hinh-thuc-hien/",
    "report": "bao-cao/2026-10/",
    "plans": "ke-hoach/",
    "plan": "ke-hoach/ke-hoach-2026/",
    "contests": "cuoc-thi/",
    "contest": "cuoc-thi/chuyen-nho-2026/",
    "handbook": "huong-dan/",
    "feeds": "rss/",
    "corrections": "dinh-chinh/",
    "open data": "du-lieu-mo/",
    "accessibility": "tro-nang/",
    "procedures": "thu-tuc/",
    "procedure": "thu-tuc/minh-hoa-01/",
    "documents": "van-ban/",
    "document": "van-ban/76-nq-cp-2021/",
    "contacts": "dau-moi/",
    "index": "chi-so/par-index/",
    "contributions": "dong-gop/2026/",
    "activities": "hoat-dong/",
    "posters": "ap-phich/",
    "press": "bao-chi/",
    "search": "tim-kiem/",
    "results": "tim-kiem/?q=ho so truc tuyen",
    "not found": "404.html",
}
PHONE, TABLET, DESK = 320, 768, 1280
THOROUGH = {PAGES[name] for name in ("home", "article", "area", "archive", "report", "plan", "search", "results")}
"""Looked at in every width and scheme; the other pages, made of the same parts, in the two that differ most."""
LOOKS = [(width, scheme) for width in (PHONE, TABLET, DESK) for scheme in ("light", "dark")]
FEW_LOOKS = [(PHONE, "light"), (DESK, "dark")]
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


def _open(visit: Visit, path: str) -> None:
    """Open a page and, where it answers a question, wait for the answer."""
    visit.page.goto(visit.home + path, wait_until="networkidle")
    if path == PAGES["results"]:
        visit.page.wait_for_selector("#ket-qua:not([aria-busy=true]) a[href]")


@every_page
def test_axe_finds_nothing_in_either_scheme_at_any_width(visit: Visit, path: str) -> None:
    _open(visit, path)
    found = {}
    for width, scheme in LOOKS if path in THOROUGH else FEW_LOOKS:
        visit.page.set_viewport_size({"width": width, "height": 800})
        visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        if broken := violations(visit.page):
            found[f"{width} {scheme}"] = broken
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == {}


@pytest.mark.parametrize(
    ("path", "width"), [(path, PHONE) for path in PAGES.values()] + [(path, DESK) for path in sorted(THOROUGH)]
)
def test_the_keyboard_reaches_everything_the_way_past_the_menu_first(visit: Visit, path: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    _open(visit, path)
    names = visit.page.evaluate(FOCUSABLE)
    reached: list[int] = []
    for _ in range(len(names) + 40):
        visit.page.keyboard.press("Tab")
        stop = visit.page.evaluate("document.activeElement.dataset.stop")
        if stop is not None and int(stop) not in reached:
            reached.append(int(stop))
        if len(reached) == len(names):
            break
    assert [name for number, name in enumerate(names) if number not in reached] == []
    assert names[reached[0]] == "Bỏ qua, đến nội dung chính"


def test_a_first_visit_is_light(phone: Visit) -> None:
    weight = Weight()
    weight.watch(phone.page)
    phone.to(ARTICLE)
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
@pytest.mark.parametrize("width", [320, 360, 412, 768, 960, 1280, 1600])
def test_the_picture_that_readers_wait_for_fits_its_box(browser: Browser, home: str, width: int, scale: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, device_scale_factor=scale) as context:
        page = context.new_page()
        page.goto(home + PICTURED, wait_until="networkidle")
        found = page.evaluate(LARGEST) or page.evaluate(LEAD)
        with urlopen(found["src"]) as answer:
            pixels = Image.open(io.BytesIO(answer.read())).width
        own = page.locator(".picture img").evaluate("image => Number(image.getAttribute('width'))")
        wanted = found["width"] * scale
        enough = min((step for step in (*WIDTHS, own) if wanted <= step <= own), default=own)
        assert found["width"] <= found["around"] + 1
        assert found["lazy"] != "lazy"
        assert pixels <= enough, (pixels, wanted)


def test_pictures_below_the_fold_wait_and_nothing_jumps(visit: Visit) -> None:
    for path in ("", "tin-bai/", "linh-vuc/cai-cach-thu-tuc-hanh-chinh/", PICTURED):
        visit.page.add_init_script(
            "window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { window.shift += e.value }))"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        page = visit.to(path)
        page.mouse.wheel(0, 20_000)
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift") < 0.02, path
        for image in page.locator("main img").all():
            assert image.get_attribute("width")
            assert image.get_attribute("height")


def test_the_policy_is_never_broken_while_reading_choosing_and_printing(visit: Visit) -> None:
    visit.page.add_init_script(
        "window.broken = [];document.addEventListener('securitypolicyviolation', e => window.broken.push(e.blockedURI))"
    )
    for path in PAGES.values():
        _open(visit, path)
        page = visit.page
        for button in page.locator("[data-set-scheme], [data-step]").all():
            button.click()
        page.evaluate("window.print = () => { window.printed = true }")
        for button in page.locator("[data-print]").all():
            button.click()
            assert page.evaluate("window.printed")
        page.pdf()
        assert page.evaluate("window.broken") == [], path
        assert [text for text in visit.complaints if "Content Security Policy" in text] == []
    assert visit.foreign == []


def test_paper_gets_the_address_and_its_code(visit: Visit) -> None:
    page = visit.to(PICTURED)
    assert not page.locator(".qr").is_visible()
    page.emulate_media(media="print")
    box = page.locator(".qr svg").bounding_box()
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
