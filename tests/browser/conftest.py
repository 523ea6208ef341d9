"""The shipped site, served once, and visitors that look at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from support.sites import Built, served

WIDE: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
_BROKEN_POLICY = (
    "window.broken = []; document.addEventListener('securitypolicyviolation', e => window.broken.push(e.blockedURI))"
)


@pytest.fixture(scope="session")
def home(shipped: Built) -> Iterator[str]:
    """The address of the shipped site's front page."""
    assert shipped.done.returncode == 0, shipped.done.stdout
    with served(shipped.site) as address:
        yield address


@dataclass
class Visit:
    """A page of a fresh visitor, and what went wrong on it."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self._said(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("response", lambda answer: self._answered(answer.status, answer.url))

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def _asked(self, url: str) -> None:
        if not url.startswith((self.home, "data:")):
            self.foreign.append(url)

    def _answered(self, status: int, url: str) -> None:
        if status >= 400:
            self.complaints.append(f"{status} {url}")

    def to(self, path: str, *, quiet: bool = False) -> Page:
        """Open a page of the site and wait until it is loaded; `quiet` waits half a second more for late requests."""
        self.page.goto(self.home + path, wait_until="networkidle" if quiet else "load")
        return self.page

    def watch_policy(self) -> None:
        """From the next page on, `window.broken` lists what the Content-Security-Policy stopped."""
        self.page.add_init_script(_BROKEN_POLICY)


@contextmanager
def visiting(
    browser: Browser, home: str, size: ViewportSize, *, touch: bool = False, scripts: bool = True
) -> Iterator[Visit]:
    """A fresh visitor with a screen of that size."""
    with browser.new_context(viewport=size, locale="vi-VN", has_touch=touch, java_script_enabled=scripts) as context:
        yield Visit(context.new_page(), home)


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    """A visitor at a desk."""
    with visiting(browser, home, WIDE) as visitor:
        yield visitor


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Visit]:
    """A visitor with a phone."""
    with visiting(browser, home, PHONE, touch=True) as visitor:
        yield visitor


@pytest.fixture
def plain(browser: Browser, home: str) -> Iterator[Visit]:
    """A visitor whose browser runs no scripts."""
    with visiting(browser, home, WIDE, scripts=False) as visitor:
        yield visitor
