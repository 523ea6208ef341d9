"""What pages are held to, measured in the browser: accessibility, weight, the picture that readers wait for."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response

VENDOR = Path(__file__).parent / "vendor"
AXE_OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""axe's own set with its best practices, and the one rule of WCAG 2.2 that it leaves off."""
_TEXT = ("text/", "application/json", "application/javascript", "image/svg")


@cache
def axe_source() -> str:
    """axe-core, from its npm package; it never goes onto the site."""
    return (VENDOR / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Every rule that the page breaks, with the first elements that break it."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(axe_source())
    run = "options => axe.run(document, options).then(result => result.violations)"
    found: list[dict[str, Any]] = page.evaluate(run, AXE_OPTIONS)
    return [f"{rule['id']}: {[node['target'] for node in rule['nodes'][:3]]} ({len(rule['nodes'])})" for rule in found]


@dataclass
class Weight:
    """What a first visit fetches, in bytes as a compressing host sends them."""

    files: dict[str, int] = field(default_factory=dict)

    def watch(self, page: Page) -> None:
        """Count every answer of a page."""
        page.on("response", self._came)

    def _came(self, answer: Response) -> None:
        if answer.ok and not answer.url.startswith("data:"):
            body = answer.body()
            kind = answer.headers.get("content-type", "")
            self.files[urlsplit(answer.url).path] = len(gzip.compress(body, 6)) if kind.startswith(_TEXT) else len(body)

    @property
    def total(self) -> int:
        """Everything."""
        return sum(self.files.values())

    @property
    def without_fonts(self) -> int:
        """Everything that a visitor who has the fonts fetches."""
        return sum(size for path, size in self.files.items() if not path.endswith(".woff2"))


LARGEST = """
() => new Promise(done => {
  new PerformanceObserver(list => {
    const element = list.getEntries().at(-1).element;
    const image = element && element.tagName === "IMG" ? element : null;
    if (!image) return done(null);
    const box = image.getBoundingClientRect(), around = image.closest("figure, .thumb, p").getBoundingClientRect();
    done({src: image.currentSrc, width: box.width, around: around.width, lazy: image.loading});
  }).observe({type: "largest-contentful-paint", buffered: true});
})
"""
"""The last candidate for the largest paint, when it is a picture."""

LEAD = """
() => {
  const image = document.querySelector(".picture img"), box = image.getBoundingClientRect();
  const around = image.closest("figure").getBoundingClientRect();
  return {src: image.currentSrc, width: box.width, around: around.width, lazy: image.loading};
}
"""
"""The same of an article's own picture, where words are the larger paint."""

FOCUSABLE = """
() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [controls], [tabindex='0']")]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled)
  .map((e, i) => {
    e.dataset.stop = i;
    return (e.textContent || e.getAttribute("aria-label") || "").trim().slice(0, 40);
  })
"""
