"""Pictures for tests, drawn on the spot."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image


def picture(kind: str = "PNG", width: int = 1, height: int = 1, mode: str = "RGB", **options: Any) -> bytes:
    """A picture with a gradient in it, so that it is neither empty nor trivially small."""
    image = Image.radial_gradient("L").resize((width, height)).convert(mode)
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
