"""The shipped site, built and served once, and a browser to look at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page
from support.sites import build_shipped, served

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the shipped site's front page."""
    site = tmp_path_factory.mktemp("browser") / "site"
    done = build_shipped(site)
    assert done.returncode == 0, done.stdout
    with served(site) as address:
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

    def to(self, path: str) -> Page:
        """Open a page of the site and wait until it is quiet."""
        self.page.goto(self.home + path, wait_until="networkidle")
        return self.page


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    """A visitor at a desk."""
    with browser.new_context(viewport=WIDE, locale="vi-VN") as context:  # type: ignore[arg-type]
        yield Visit(context.new_page(), home)


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Visit]:
    """A visitor with a phone."""
    with browser.new_context(viewport=PHONE, locale="vi-VN", has_touch=True) as context:  # type: ignore[arg-type]
        yield Visit(context.new_page(), home)


@pytest.fixture
def plain(browser: Browser, home: str) -> Iterator[Visit]:
    """A visitor whose browser runs no scripts."""
    with browser.new_context(viewport=WIDE, java_script_enabled=False) as context:  # type: ignore[arg-type]
        yield Visit(context.new_page(), home)
