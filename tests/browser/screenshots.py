"""`python -m tests.browser.screenshots`: the pictures of README.md, taken from the shipped site as of 2026-11-21."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

from PIL import Image  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402
from support.sites import build_shipped, served  # noqa: E402

from .chromium import chromium  # noqa: E402

FOLDER = REPOSITORY / ".github" / "images"
MOST_BYTES = 80_000
"""Of one picture: they are in every clone."""
ARTICLE = "tin-bai/2026/07/ba-buoc-nop-ho-so-truc-tuyen/"
AREA = "linh-vuc/cai-cach-thu-tuc-hanh-chinh/"
SHOTS = {
    "home-1280.png": ("", 1280, 1000),
    "home-360.png": ("", 360, 1000),
    "bai-viet-360.png": (ARTICLE, 360, 1000),
    "bai-viet-1280.png": (ARTICLE, 1280, 1000),
    "linh-vuc-360.png": (AREA, 360, 1000),
    "linh-vuc-1280.png": (AREA, 1280, 1000),
    "tinh-hinh-360.png": ("tinh-hinh-thuc-hien/", 360, 1000),
    "tinh-hinh-1280.png": ("tinh-hinh-thuc-hien/", 1280, 1000),
    "bao-cao-360.png": ("bao-cao/2026-10/", 360, 1000),
    "bao-cao-1280.png": ("bao-cao/2026-10/", 1280, 1000),
    "dinh-chinh-360.png": ("dinh-chinh/", 360, 1000),
    "dinh-chinh-1280.png": ("dinh-chinh/", 1280, 1000),
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
    """The picture with as many colours as fit into the limit."""
    full = Image.open(io.BytesIO(png)).convert("RGB")
    for colours in (128, 96, 64, 48, 32):
        out = io.BytesIO()
        full.quantize(colours).save(out, "PNG", optimize=True)
        if out.tell() <= MOST_BYTES:
            return out.getvalue()
    sys.exit(f"A picture takes more than {MOST_BYTES} bytes with 32 colours.")


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
    for name, data in pictures.items():
        (FOLDER / name).write_bytes(data)
        print(f"{(FOLDER / name).relative_to(REPOSITORY)}: {len(data)} bytes")


if __name__ == "__main__":
    main()
