"""What pictures and films tell besides what they show: where, when, with what and by whom they were taken."""

from __future__ import annotations

import io

from PIL import Image

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff")
FILMS = (".mp4", ".m4a")
PLACE = "nơi chụp (GPS)"
_PLAIN_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
"""The parts of a PNG that hold the picture and nothing else."""


def picture_metadata(data: bytes) -> tuple[str, ...]:
    """What a picture tells besides the picture: where and when it was taken, with what, by whom."""
    if _is_bare_png(data):
        return ()
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP", "TIFF")) as picture:
            exif = picture.getexif()
            told = [PLACE] if exif.get_ifd(0x8825) else []
            if any(tag in exif for tag in _TELLING) or exif.get_ifd(0x8769).keys() & _TELLING_INSIDE:
                told.append("máy chụp, giờ chụp hoặc người chụp (EXIF)")
            if any(str(key).lower() in _TEXTS for key in picture.info) or b"<x:xmpmeta" in data[:200_000]:
                told.append("ghi chú của phần mềm (XMP, chú thích)")
            return tuple(told)
    except Exception:
        # Pillow raises many kinds of error for what is no picture; then there is no metadata either.
        return ()


def film_place(data: bytes) -> bool:
    """Whether a film of a telephone says where it was taken (ISO 14496-12; Apple's and Android's fields for it)."""
    place = 0
    while place + 8 <= len(data):
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        if size == 1:
            size = int.from_bytes(data[place + 8 : place + 16], "big")
        if kind == b"moov":
            box = data[place : place + size] if size >= 8 else data[place:]
            return any(mark in box for mark in (b"\xa9xyz", b"loci\0", b"location.ISO6709"))
        if size < 8:
            return False
        place += size
    return False


def _is_bare_png(data: bytes) -> bool:
    """Whether there is nothing in a PNG but the picture, told from the names of its parts."""
    if data[:8] != b"\x89PNG\r\n\x1a\n" or b"<x:xmpmeta" in data[:200_000]:
        return False
    at = 8
    while data[at + 4 : at + 8] in _PLAIN_CHUNKS:
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return at == len(data)


_TELLING = {0x010E, 0x010F, 0x0110, 0x0132, 0x013B, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0xA430, 0x927C}
"""Description, maker, model, time, artist, copyright, the author and comment fields of Windows, owner, maker's note."""
_TELLING_INSIDE = {0x9003, 0x9004, 0x927C, 0x9286, 0xA430, 0xA431, 0xA433, 0xA434, 0xA435}
_TEXTS = {
    "comment",
    "author",
    "description",
    "xml:com.adobe.xmp",
    "creation time",
    "source",
    "xmp",
    "photoshop",
    "artist",
    "copyright",
}
