"""QR codes for paper: the way back from a printed page to its address (ISO/IEC 18004, by segno)."""

from __future__ import annotations

import io
from typing import Any

import segno

MASK = 3
"""A fixed data mask: every reader can read any of the eight, and trying them all takes four times as long."""


def qr_svg(text: str) -> str:
    """An `svg` element without size or identity of its own, one unit a module, with the four-module quiet zone."""
    buffer = io.BytesIO()
    code = segno.make(text, error="m", micro=False, mask=MASK)
    bare: dict[str, Any] = {"xmldecl": False, "svgns": False, "nl": False, "svgclass": None, "lineclass": None}
    code.save(buffer, kind="svg", border=4, omitsize=True, **bare)
    return buffer.getvalue().decode()
