"""Pictures beside the articles: read whole, and looked at only as far as it takes to know that they can be shown."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image

from cchc_site.content.reporter import Reporter

ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp")
MAX_PIXELS = 60_000_000
"""A picture of 60 megapixels unpacks to 240 MB of memory; no page shows more than two megapixels."""


def reader(root: Path) -> Callable[[str], bytes]:
    """Gives the bytes of a file by its path relative to the content folder."""
    return partial(_bytes_of, root)


def _bytes_of(root: Path, path: str) -> bytes:
    return (root / path).read_bytes()


def is_picture(path: str) -> bool:
    """Whether a file is a picture by its name."""
    return path.lower().endswith(ENDINGS)


def is_showable(file: Path, report: Reporter) -> bool:
    """Whether the picture can be read; otherwise the problem is reported."""
    try:
        data = file.read_bytes()
        with Image.open(io.BytesIO(data), formats=["JPEG", "PNG", "WEBP", "GIF"]) as image:
            pixels = image.width * image.height
            image.verify()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        report.error(
            "B31", None, "Không mở được ảnh này: tệp hỏng hoặc không phải ảnh.", "Lưu lại ảnh ở dạng JPG hoặc PNG."
        )
        return False
    if pixels > MAX_PIXELS:
        report.error(
            "B31",
            None,
            f"Ảnh quá lớn: {pixels // 1_000_000} triệu điểm ảnh, tối đa {MAX_PIXELS // 1_000_000}.",
            "Thu nhỏ ảnh, chiều rộng 2000 điểm ảnh là đủ.",
        )
        return False
    return True
