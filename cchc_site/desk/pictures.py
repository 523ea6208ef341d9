"""Pictures as the site may show them: redrawn from their pixels, so that no metadata is left in the file."""

from __future__ import annotations

import io
import warnings

from msgspec import Struct
from PIL import Image, ImageOps, UnidentifiedImageError

WIDEST = 1600
"""Pixels: twice the width of an article's column, for fine screens."""
MOST_PIXELS = 50_000_000
_JPEG_QUALITY = 85


class PictureUnreadable(Exception):
    """The bytes are no picture that can be shown; the message says why, in Vietnamese."""


class CleanPicture(Struct, frozen=True):
    """A picture without metadata; `suffix` is its kind of file, width and height are in pixels."""

    data: bytes
    suffix: str
    width: int
    height: int


def clean_picture(data: bytes) -> CleanPicture:
    """Redraw a picture: turned as it was meant to be seen, at most 1,600 pixels wide, without any metadata.

    Raises PictureUnreadable for what is no picture, is drawn with vectors (EMF, WMF), or has too many pixels.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")) as source:
                if source.width * source.height > MOST_PIXELS:
                    raise PictureUnreadable("ảnh quá lớn; thu nhỏ rồi chèn lại")
                return _redrawn(source)
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureUnreadable("không phải ảnh PNG, JPEG, GIF hay WEBP; mở ảnh, lưu thành PNG rồi chèn lại") from None
    except PictureUnreadable:
        raise
    except Exception:
        # Pillow's decoders raise many kinds of error for damaged files.
        raise PictureUnreadable("tệp ảnh bị hỏng; chèn lại ảnh gốc") from None


def _redrawn(source: Image.Image) -> CleanPicture:
    upright = ImageOps.exif_transpose(source) or source
    is_photo = source.format == "JPEG"
    mode = "RGB" if is_photo else ("RGBA" if _has_transparency(upright) else "RGB")
    picture = upright.convert(mode)
    if picture.width > WIDEST:
        height = max(1, round(picture.height * WIDEST / picture.width))
        picture = picture.resize((WIDEST, height), Image.Resampling.LANCZOS)
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = io.BytesIO()
    if is_photo:
        bare.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    else:
        bare.save(out, "PNG", optimize=True)
    return CleanPicture(out.getvalue(), ".jpg" if is_photo else ".png", bare.width, bare.height)


def _has_transparency(picture: Image.Image) -> bool:
    return "A" in picture.getbands() or "transparency" in picture.info


def without_metadata(data: bytes) -> bytes | None:
    """The same picture in the same kind of file, redrawn without metadata; `None` when it cannot be redrawn so."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as source:
            kind = source.format or ""
            upright = ImageOps.exif_transpose(source) or source
            if getattr(source, "n_frames", 1) > 1 or source.width * source.height > MOST_PIXELS:
                return None
            picture = upright.convert("RGB") if kind == "JPEG" else upright.copy()
            bare = Image.new(picture.mode, picture.size)
            if picture.mode == "P" and (palette := picture.getpalette()):
                bare.putpalette(palette)
            bare.paste(picture)
            transparency = picture.info.get("transparency")
    except Exception:
        # Pillow's decoders raise many kinds of error for damaged files.
        return None
    out = io.BytesIO()
    more: dict[str, object] = {"quality": 92} if kind in ("JPEG", "WEBP") else {}
    if transparency is not None and kind == "PNG":
        more["transparency"] = transparency
    bare.save(out, kind, **more)
    return out.getvalue()
