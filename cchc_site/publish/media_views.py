"""Pictures and films as templates see them."""

from __future__ import annotations

from msgspec import Struct


class ImageFile(Struct, frozen=True):
    """One width of a picture, in pixels."""

    address: str
    width: int


class ImageSet(Struct, frozen=True):
    """The widths of a picture in one format, narrowest first."""

    media_type: str
    files: tuple[ImageFile, ...]


class Picture(Struct, frozen=True):
    """An image of the site: its size in pixels, and the widths to choose from, the most modern format first."""

    address: str
    alt: str
    credit: str = ""
    width: int = 0
    height: int = 0
    sets: tuple[ImageSet, ...] = ()
    poster: str = ""
    """The file to show before a film plays."""


class Film(Struct, frozen=True):
    """A video or sound file of the site; `length` is worded ("1 phút 35 giây")."""

    address: str
    media_type: str
    length: str
    seconds: int = 0
