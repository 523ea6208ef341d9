"""The length of a film, read from the file itself.

MP4, MOV and M4V files are made of boxes (ISO/IEC 14496-12): four bytes of size, four of type, then the content. The
movie header `mvhd` inside `moov` gives a time scale and a duration in that scale; nothing else is looked at.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

SUFFIXES = (".mp4", ".m4v", ".mov")
_MOST_BOXES = 10_000
_UNKNOWN = {0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF}


def video_seconds(file: Path) -> int | None:
    """Whole seconds, halves up, as a player shows them; None when the file does not say. Raises OSError."""
    with file.open("rb") as stream:
        stream.seek(0, 2)
        end = stream.tell()
        movie = _find(stream, b"moov", 0, end)
        header = _find(stream, b"mvhd", *movie) if movie else None
        length = _duration(stream, *header) if header else None
    return None if length is None else int(length + Fraction(1, 2))


def _find(stream: BinaryIO, wanted: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Where the content of the first box of that type begins and ends; None when the boxes make no sense."""
    for _ in range(_MOST_BOXES):
        if end - start < 8:
            return None
        stream.seek(start)
        head = stream.read(16)
        size, inner = int.from_bytes(head[:4], "big"), 8
        if size == 1:
            size, inner = int.from_bytes(head[8:16], "big"), 16
        elif size == 0:
            size = end - start
        if size < inner or start + size > end:
            return None
        if head[4:8] == wanted:
            return start + inner, start + size
        start += size
    return None


def _duration(stream: BinaryIO, start: int, end: int) -> Fraction | None:
    stream.seek(start)
    data = stream.read(min(end - start, 32))
    # Version 1 has times of eight bytes, version 0 of four; both stand after four bytes of version and flags.
    width = 8 if data[:1] == b"\x01" else 4
    scale = data[4 + 2 * width : 8 + 2 * width]
    duration = data[8 + 2 * width : 8 + 3 * width]
    if len(scale) < 4 or len(duration) < width:
        return None
    ticks, rate = int.from_bytes(duration, "big"), int.from_bytes(scale, "big")
    return None if rate == 0 or ticks == 0 or ticks in _UNKNOWN else Fraction(ticks, rate)
