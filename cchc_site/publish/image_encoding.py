"""Pictures made fit for the web: several widths, nothing but pixels in them (no EXIF, no place, no colour profile).

A pure function of the file's bytes, of this module and of the libraries named in `ENCODER`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from msgspec import Struct
from PIL import Image, ImageCms, ImageFile, ImageOps, features

WIDTHS = (240, 400, 760, 1000, 1440)
"""In pixels: thumbnails; the column of text on a phone, on a fine phone or a desk, on the finest phones; and the widest
that is ever published."""
MAX_PIXELS = 60_000_000
ENCODER = ";".join(
    f"{name}={features.version(name)}" for name in ("pil", "jpg", "libjpeg_turbo", "webp", "zlib", "littlecms2")
)
"""The libraries whose versions decide the bytes."""
JPEG, PNG, WEBP, GIF = "image/jpeg", "image/png", "image/webp", "image/gif"
_FORMATS = {"JPEG": JPEG, "MPO": JPEG, "PNG": PNG, "WEBP": WEBP, "GIF": GIF}

# A picture cut short in the editor's upload is shown as far as it goes; the reader of the content has warned of it.
ImageFile.LOAD_TRUNCATED_IMAGES = True
Image.MAX_IMAGE_PIXELS = MAX_PIXELS


class Encoded(Struct, frozen=True):
    """One published file of a picture; sizes in pixels."""

    width: int
    height: int
    media_type: str
    data: bytes


def encode(data: bytes) -> tuple[Encoded, ...]:
    """Every file of one picture, in its own format by width and then, where that is smaller on the whole, in WebP.

    Empty when the bytes are no picture that can be shown.
    """
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG", "PNG", "WEBP", "GIF"]) as image:
            own = _FORMATS[image.format or ""]
            if getattr(image, "n_frames", 1) > 1 and own in (GIF, WEBP):
                return (_moving(image, own),)
            clean = _clean(image)
    except (OSError, ValueError, SyntaxError, KeyError, Image.DecompressionBombError):
        return ()
    kept = PNG if own == GIF else own
    resized = list(_resized(clean))
    originals = [_written(image, kept) for image in resized]
    if own == GIF:
        originals[-1] = Encoded(originals[-1].width, originals[-1].height, GIF, _saved(resized[-1], "GIF"))
    if kept == WEBP:
        return tuple(originals)
    modern = [_written(image, WEBP, drawn=kept == PNG) for image in resized]
    smaller = sum(len(item.data) for item in modern) < sum(len(item.data) for item in originals)
    return (*originals, *modern) if smaller else tuple(originals)


def _clean(image: Image.Image) -> Image.Image:
    """Upright, in sRGB, with 8 bits a channel, and without anything that is not a pixel."""
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    has_alpha = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    if upright.mode == "CMYK" or (upright.mode in ("RGB", "RGBA") and profile):
        upright = _in_srgb(upright, profile)
    plain = upright.convert("RGBA" if has_alpha else "L" if upright.mode in ("1", "L", "I;16", "I") else "RGB")
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    return clean


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile:
        return image.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        found = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB") if image.mode == "CMYK" else image
    return found or image


def _resized(image: Image.Image) -> Iterator[Image.Image]:
    """The picture in every width below its own, and in its own (or the widest) as the last."""
    widest = min(image.width, WIDTHS[-1])
    for width in (*(width for width in WIDTHS if width < widest * 0.9), widest):
        if width == image.width:
            yield image
        else:
            height = max(1, round(image.height * width / image.width))
            yield image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _written(image: Image.Image, media_type: str, drawn: bool = False) -> Encoded:
    """One file. `drawn` says that the picture comes from a PNG: drawings may be smaller without loss than with it."""
    if media_type == JPEG:
        data = _saved(image.convert("RGB"), "JPEG", quality=80, optimize=True, progressive=True, subsampling="4:2:0")
    elif media_type == PNG:
        data = _smallest_png(image)
    else:
        data = _saved(image, "WEBP", quality=80, method=4)
        if drawn:
            data = min(data, _saved(image, "WEBP", lossless=True, quality=60, method=4), key=len)
    return Encoded(image.width, image.height, media_type, data)


def _smallest_png(image: Image.Image) -> bytes:
    """Drawings keep their colours in a palette; a photograph saved as PNG needs dithering to bear one."""
    if image.mode == "L":
        return _saved(image, "PNG", optimize=True)
    few = image.getcolors(4096) is not None
    method = Image.Quantize.FASTOCTREE if image.mode == "RGBA" else Image.Quantize.MEDIANCUT
    dither = Image.Dither.NONE if few or image.mode == "RGBA" else Image.Dither.FLOYDSTEINBERG
    return _saved(image.quantize(256, method=method, dither=dither), "PNG", optimize=True)


def _moving(image: Image.Image, media_type: str) -> Encoded:
    """An animation keeps its frames and loses its comments."""
    buffer = io.BytesIO()
    loop = image.info.get("loop", 0)
    extra = {"optimize": False, "comment": b""} if media_type == GIF else {"quality": 75, "method": 4, "exif": b""}
    image.save(buffer, "GIF" if media_type == GIF else "WEBP", save_all=True, loop=loop, **extra)
    return Encoded(image.width, image.height, media_type, buffer.getvalue())


def _saved(image: Image.Image, format_name: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format_name, **options)
    return buffer.getvalue()
