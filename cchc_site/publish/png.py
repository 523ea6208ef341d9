"""What every PNG file is made of (PNG specification, third edition)."""

from __future__ import annotations

import zlib
from typing import Final

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
"""How every file begins."""


def chunk(name: bytes, data: bytes) -> bytes:
    """A part of the file: its length, its name, what is in it, and a checksum."""
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
