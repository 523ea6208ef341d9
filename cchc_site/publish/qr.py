"""QR codes for paper: the way back from a printed page to its address."""

from __future__ import annotations

import zlib
from base64 import b64encode
from typing import Final

from cchc_site.publish.png import SIGNATURE, chunk
from cchc_site.publish.qr_code import QUIET, Matrix, qr_matrix, qr_size

_SCALE: Final = 4
"""Pixels a module: half a byte, and enough for printers that smooth what they enlarge."""
_NIBBLES = bytes.maketrans(b"\0\1", b"f0")
_MARGIN: Final = b"f" * QUIET


def qr_image(text: str) -> str:
    """A `data:` address of a picture, a quarter as long as the same drawn in SVG; nothing when `text` is too long."""
    try:
        matrix = qr_matrix(text)
    except ValueError:
        return ""
    side = (qr_size(matrix) * _SCALE).to_bytes(4, "big")
    header = chunk(b"IHDR", side + side + bytes((1, 0, 0, 0, 0)))
    # A small window is soon ready, and the picture fits into it.
    deflate = zlib.compressobj(1, wbits=12, memLevel=3)
    data = chunk(b"IDAT", deflate.compress(_rows(matrix)) + deflate.flush())
    return f"data:image/png;base64,{b64encode(SIGNATURE + header + data + chunk(b'IEND', b'')).decode()}"


def _rows(matrix: Matrix) -> bytes:
    """One bit a pixel, 1 is white; a row that repeats the one above is written as no change to it (filter “Up”)."""
    length = (qr_size(matrix) * _SCALE + 7) // 8
    again = (b"\2" + bytes(length)) * (_SCALE - 1)
    white = (b"\0" + b"\xff" * length + again) * QUIET
    left, right = b"00" + _MARGIN, _MARGIN + b"f" * (len(matrix) % 2)
    between = right + again.hex().encode() + left
    rows = left + between.join(matrix).translate(_NIBBLES) + right
    return white + bytes.fromhex(rows.decode()) + again + white
