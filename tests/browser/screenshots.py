"""`python -m tests.browser.screenshots`: the pictures of README.md, taken from the shipped site as of 2026-11-21."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

from playwright.sync_api import Browser  # noqa: E402
from support.sites import build_shipped, served  # noqa: E402

from .chromium import chromium  # noqa: E402

FOLDER = REPOSITORY / ".github" / "images"
MOST_BYTES = 600_000
ARTICLE = "tin-bai/2026/07/ba-buoc-nop-ho-so-truc-tuyen/"
SHOTS = {
    "home-1280.png": ("", 1280, 1000),
    "home-360.png": ("", 360, 1000),
    "bai-viet-360.png": (ARTICLE, 360, 1000),
}
"""File: (page, width, height)."""


def shoot(browser: Browser, address: str, width: int, height: int) -> bytes:
    """One page as a PNG."""
    size = {"width": width, "height": height}
    with browser.new_context(viewport=size, locale="vi-VN", reduced_motion="reduce") as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        return smaller(page.screenshot())


def smaller(png: bytes) -> bytes:
    """The picture with 128 colours, when Pillow is there to choose them; otherwise as it is."""
    try:
        from PIL import Image
    except ImportError:
        return png
    few, out = Image.open(io.BytesIO(png)).convert("RGB").quantize(128), io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return min(png, out.getvalue(), key=len)


def main() -> None:
    """Build, serve, shoot, write."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        done = build_shipped(site)
        if done.returncode:
            sys.exit(done.stdout)
        with served(site) as home, chromium() as browser:
            pictures = {name: shoot(browser, home + path, *size) for name, (path, *size) in SHOTS.items()}
    total = sum(map(len, pictures.values()))
    if total > MOST_BYTES:
        sys.exit(f"The pictures take {total} bytes together, more than {MOST_BYTES}.")
    for name, data in pictures.items():
        (FOLDER / name).write_bytes(data)
        print(f"{(FOLDER / name).relative_to(REPOSITORY)}: {len(data)} bytes")


if __name__ == "__main__":
    main()
