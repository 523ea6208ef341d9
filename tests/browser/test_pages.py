"""What visitors do on the shipped site in a real Chromium: choose, tab, print, go without scripts, play a film."""

from __future__ import annotations

from .conftest import Visit
from .pages import FILM, PAGES, PICTURED


def test_a_script_that_slips_in_is_stopped_by_the_policy(visit: Visit) -> None:
    page = visit.to("")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"window.caught = true\">')")
    page.wait_for_timeout(200)
    assert page.evaluate("window.caught") is None
    assert any("Content Security Policy" in text for text in visit.complaints)


def test_the_scheme_stays_chosen_on_the_next_page(visit: Visit) -> None:
    page = visit.to("")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    opener = page.locator(".tools-button")
    if opener.is_visible():
        opener.click()
    page.locator("[data-set-scheme=dark]").click()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page = visit.to(PICTURED)
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    assert page.locator("[data-set-scheme=dark]").get_attribute("aria-pressed") == "true"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_the_text_size_stays_chosen_on_the_next_page(visit: Visit) -> None:
    page = visit.to("")
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    before = page.evaluate(size)
    opener = page.locator(".tools-button")
    if opener.is_visible():
        opener.click()
    page.locator('[data-step="1"]').click()
    assert visit.to("").evaluate(size) > before


def test_the_first_tab_reaches_the_way_past_the_menu(visit: Visit) -> None:
    page = visit.to("")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box() is not None
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(phone: Visit) -> None:
    page = phone.to("")
    menu, button = page.locator("#danh-muc ul"), page.locator(".menu-button")
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('danh-muc').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert page.evaluate("document.activeElement.className").startswith("menu-button")


def test_where_the_focus_is_can_be_seen(visit: Visit) -> None:
    page = visit.to("")
    for _ in range(6):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement); return [s.outlineStyle, s.outlineWidth] })()"
        )
        assert style[0] != "none"
        assert style[1] != "0px"


def test_without_scripts_menu_and_pieces_can_be_reached(plain: Visit) -> None:
    page = plain.to("")
    assert page.locator(".menu-button").is_hidden()
    page.locator("#danh-muc a", has_text="Tin, bài").click()
    assert page.locator("h1").inner_text() == "Tin, bài"
    title = page.locator(".card h2 a").first.inner_text()
    page.locator(".card h2 a").first.click()
    assert page.locator("h1").inner_text() == title
    assert len(page.locator(".prose").inner_text()) > 300


def test_without_scripts_a_phone_shows_the_menu_too(plain: Visit) -> None:
    plain.page.set_viewport_size({"width": 320, "height": 640})
    assert plain.to("").locator("#danh-muc a").first.is_visible()


USELESS = """
() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !(e.form && e.form.getAttribute("action")))
  .map(e => e.outerHTML)
"""
"""Controls that are shown and belong to no form that leads somewhere."""


def test_without_scripts_nothing_offers_what_it_cannot_do(plain: Visit) -> None:
    """Every control that is shown works: links, forms that lead to a page, and folds of the browser's own."""
    for path in PAGES.values():
        assert plain.to(path).evaluate(USELESS) == [], path
    assert plain.complaints == []


def test_without_scripts_the_search_box_leads_to_the_listings(plain: Visit) -> None:
    page = plain.to("")
    page.locator("#o-tim").fill("hồ sơ")
    page.locator("form[role=search] button").click()
    page.wait_for_url("**/tim-kiem/?q=*")
    assert page.locator(".search-help a").count() > 10
    page.locator(".search-help a", has_text="Thủ tục hành chính").first.click()
    assert page.locator(".card h2 a").count() > 3


def test_an_unknown_address_gets_a_page_that_helps(visit: Visit) -> None:
    page = visit.to("404.html")
    assert "Không tìm thấy trang" in page.locator("h1").inner_text()
    assert page.locator("main a").count() > 0


def test_the_film_is_of_this_site_and_plays(visit: Visit) -> None:
    page = visit.to(FILM)
    outcome = page.evaluate(
        """new Promise(done => {
            const film = document.querySelector("video");
            for (const event of ["loadedmetadata", "error"]) film.addEventListener(event, () => done(event), true);
            film.preload = "auto";
            film.load();
        })"""
    )
    assert outcome == "loadedmetadata"
    assert visit.foreign == []


def test_paper_gets_the_text_without_the_menus(visit: Visit) -> None:
    page = visit.to(PICTURED)
    page.emulate_media(media="print")
    assert page.locator(".prose").is_visible()
    assert not page.locator("#danh-muc").is_visible()
    assert page.locator(".print-address").is_visible()
