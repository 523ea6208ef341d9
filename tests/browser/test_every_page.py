"""Every kind of page in a real Chromium: each is opened once, and all that it promises is looked at there.

WCAG 2.2 AA in three widths and two schemes, no sideways scroll, the keyboard, silence, and a policy that is not broken.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from .conftest import WIDE, Visit, visiting
from .pages import PAGES, THOROUGH
from .standards import FOCUSABLE, violations

PHONE, TABLET, DESK = 320, 768, 1280
LOOKS = [(width, scheme) for width in (PHONE, TABLET, DESK) for scheme in ("light", "dark")]
FEW_LOOKS = [(PHONE, "light"), (DESK, "dark")]
ANSWER = "#ket-qua:not([aria-busy=true]) a[href]"


@pytest.fixture(scope="module", params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    """The kind of page; pytest runs all tests of one kind together, so that each is opened once."""
    return str(request.param)


@pytest.fixture(scope="module")
def opened(browser: Browser, home: str, name: str) -> Iterator[Visit]:
    """That page, freshly opened on a small phone's width; where it answers a question, answered."""
    with visiting(browser, home, {"width": PHONE, "height": 740}) as visit:
        visit.watch_policy()
        visit.to(PAGES[name])
        if name == "results":
            visit.page.wait_for_selector(ANSWER)
        yield visit


def _reached(visit: Visit) -> tuple[list[str], list[int]]:
    """What can have the focus, and which of it the Tab key came to, in its order."""
    names: list[str] = visit.page.evaluate(FOCUSABLE)
    reached: list[int] = []
    for _ in range(len(names) + 40):
        visit.page.keyboard.press("Tab")
        stop = visit.page.evaluate("document.activeElement.dataset.stop")
        if stop is not None and int(stop) not in reached:
            reached.append(int(stop))
        if len(reached) == len(names):
            break
    return names, reached


def test_the_keyboard_reaches_everything_the_way_past_the_menu_first(opened: Visit, name: str) -> None:
    for width in (PHONE, DESK) if name in THOROUGH else (PHONE,):
        if width != PHONE:
            opened.page.set_viewport_size(WIDE)
            opened.page.reload()
            if name == "results":
                opened.page.wait_for_selector(ANSWER)
        names, reached = _reached(opened)
        assert [stop for number, stop in enumerate(names) if number not in reached] == []
        assert names[reached[0]] == "Bỏ qua, đến nội dung chính"


def test_axe_finds_nothing_and_nothing_scrolls_sideways(opened: Visit, name: str) -> None:
    page, found = opened.page, {}
    for width, scheme in LOOKS if name in THOROUGH else FEW_LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        if broken := violations(page):
            found[f"{width} {scheme}"] = broken
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == {}
    assert page.locator("main h1").count() == 1


def test_choosing_and_printing_break_no_policy_and_ask_nobody_else(opened: Visit) -> None:
    page = opened.page
    for button in page.locator("[data-set-scheme], [data-step]").all():
        button.click()
    page.evaluate("window.print = () => { window.printed = true }")
    for button in page.locator("[data-print]").all():
        button.click()
        assert page.evaluate("window.printed")
    page.pdf()
    assert page.evaluate("window.broken") == []
    assert opened.complaints == []
    assert opened.foreign == []
