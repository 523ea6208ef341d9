"""`python -m tests.browser.pictograms`: the theme's area drawings as masks for the social cards.

The cards are drawn by Pillow, which reads no SVG; so the drawings of `parts/pictograms.html` are rendered once by
Chromium and kept as package data. Run it again when a drawing changes; a test compares the two.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCE = REPOSITORY / "theme_overrides" / "parts" / "pictograms.html"
TARGET = REPOSITORY / "cchc_site" / "publish" / "card_kit"
SIZE = 384
_DRAWING = re.compile(r'^  "([a-z-]+)": \'(.*)\',$', re.MULTILINE)
_PAGE = (
    '<body style="margin:0;background:#000"><svg viewBox="0 0 24 24" width="{size}" height="{size}" fill="none" '
    'stroke="#fff" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">{drawing}</svg>'
)


def drawings() -> dict[str, str]:
    """The SVG of each area, as the theme writes it."""
    return dict(_DRAWING.findall(SOURCE.read_text(encoding="utf-8")))


def main() -> None:
    """Render every drawing: white on black is the mask."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": SIZE, "height": SIZE})
        for name, drawing in drawings().items():
            page.set_content(_PAGE.format(size=SIZE, drawing=drawing))
            mask = Image.open(io.BytesIO(page.screenshot())).convert("L")
            mask.save(TARGET / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
