"""PNG pictures that are the same but for a band of rows: what they share is compressed once.

A deflate stream may be cut where its bytes end and nothing behind refers to what is before (RFC 1951, “full flush”), so
the rows above and below the band are put around it as they are. Four bits a pixel (PNG specification, third edition).
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import Any, Final

from msgspec import Struct
from PIL import Image
from zlib_ng import zlib_ng

from cchc_site.publish.png import SIGNATURE, chunk

STRIP: Final = 30
"""Rows that are compressed together; a band begins and ends between two strips."""
MARGIN: Final = 2
"""Pixels left of each row of a band, of number 0: together the byte that says “not filtered”."""
_BASE: Final = 65521
"""The modulus of Adler-32 (RFC 1950)."""


class _Piece(Struct, frozen=True):
    """Some rows: as a deflate stream, and what a checksum needs of them."""

    stream: bytes
    adler: int
    size: int


class Backdrop:
    """A picture that bands are put into. Its pixels are numbers of the palette, below sixteen."""

    def __init__(self, picture: Image.Image, palette: bytes) -> None:
        """`palette` has three bytes a colour; the picture's height is a multiple of `STRIP`."""
        self._picture = picture
        deflate = zlib.compressobj(6, wbits=-zlib.MAX_WBITS)
        self._pieces = [_piece(self.band(top, top + STRIP), deflate) for top in range(0, picture.height, STRIP)]
        header = picture.width.to_bytes(4, "big") + picture.height.to_bytes(4, "big") + bytes((4, 3, 0, 0, 0))
        self._head = SIGNATURE + chunk(b"IHDR", header) + chunk(b"PLTE", palette)

    def band(self, top: int, foot: int) -> Image.Image:
        """Some rows to draw on, with `MARGIN` more pixels on their left."""
        return self._picture.crop((-MARGIN, top, self._picture.width, foot))

    def png(self, band: Image.Image, top: int) -> bytes:
        """The picture with another band of rows, of whole strips, from row `top` on."""
        first, count = top // STRIP, band.height // STRIP
        pieces = [*self._pieces[:first], _piece(band, _runs()), *self._pieces[first + count :]]
        adler = 1
        for piece in pieces:
            adler = _joined(adler, piece)
        # The last block, an empty one, ends the stream.
        data = b"".join((b"\x78\x01", *(piece.stream for piece in pieces), b"\x03\x00", adler.to_bytes(4, "big")))
        return self._head + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@cache
def _runs() -> Any:
    """Deflate that looks for runs of one byte only: quicker than looking for all that came before, and hardly larger.

    One for all bands, since it takes long to get ready; after a full flush it is as new. zlib-ng is quicker than zlib,
    and with this strategy no processor has a search of its own that would give other bytes.
    """
    return zlib_ng.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zlib.Z_RLE)


def _piece(rows: Image.Image, deflate: Any) -> _Piece:
    data = rows.tobytes("raw", "P;4")
    return _Piece(deflate.compress(data) + deflate.flush(zlib.Z_FULL_FLUSH), zlib_ng.adler32(data), len(data))


def _joined(adler: int, piece: _Piece) -> int:
    """The Adler-32 of what has the first one, followed by the piece."""
    low, high = adler & 0xFFFF, adler >> 16
    next_low, next_high = piece.adler & 0xFFFF, piece.adler >> 16
    return ((high + next_high + piece.size * (low - 1)) % _BASE) << 16 | (low + next_low - 1) % _BASE
