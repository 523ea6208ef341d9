"""Pictures and films as templates see them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ImageFile:
    """One width of a picture, in pixels."""

    address: str
    width: int


@dataclass(frozen=True)
class ImageSet:
    """The widths of a picture in one format, narrowest first."""

    media_type: str
    files: tuple[ImageFile, ...]


@dataclass(frozen=True)
class Picture:
    """An image of the site: its size in pixels, and the widths to choose from, the most modern format first."""

    address: str
    alt: str
    credit: str = ""
    width: int = 0
    height: int = 0
    sets: tuple[ImageSet, ...] = ()
    poster: str = ""
    """The file to show before a film plays."""


@dataclass(frozen=True)
class Film:
    """A video or sound file of the site; `length` is worded ("1 phút 35 giây")."""

    address: str
    media_type: str
    length: str
    seconds: int = 0
