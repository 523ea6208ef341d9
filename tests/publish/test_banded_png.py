"""Pictures that share what is above and below a band."""

from __future__ import annotations

import io
import zlib
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cchc_site.publish import banded_png
from cchc_site.publish.banded_png import MARGIN, STRIP, Backdrop

WIDTH, STRIPS = 20, 4
PALETTE = bytes(range(48))
_PIXELS = st.integers(0, 2**32).map(lambda seed: Random(seed).randbytes(WIDTH * STRIP * STRIPS))


def _picture(pixels: bytes) -> Image.Image:
    return Image.frombytes("P", (WIDTH, len(pixels) // WIDTH), bytes(pixel % 16 for pixel in pixels))


def _rows(png: bytes) -> bytes:
    """The rows of a picture with one IDAT; zlib looks at the checksum."""
    start = png.index(b"IDAT")
    return zlib.decompress(png[start + 4 : start + 4 + int.from_bytes(png[start - 4 : start], "big")])


@settings(max_examples=60)
@given(_PIXELS, _PIXELS, st.tuples(*[st.integers(0, STRIPS)] * 2).map(sorted))
def test_a_band_stands_in_its_place(pixels: bytes, others: bytes, edges: list[int]) -> None:
    backdrop, other = Backdrop(_picture(pixels), PALETTE), _picture(others)
    top, foot = (edge * STRIP for edge in edges)
    band = backdrop.band(top, foot)
    band.paste(other.crop((0, top, WIDTH, foot)), (MARGIN, 0))
    png = backdrop.png(band, top)
    expected = _picture(pixels)
    expected.paste(other.crop((0, top, WIDTH, foot)), (0, top))
    shown = Image.open(io.BytesIO(png))
    assert shown.mode == "P"
    assert shown.tobytes() == expected.tobytes()
    assert bytes(shown.getpalette() or ()) == PALETTE
    assert len(_rows(png)) == expected.height * (1 + WIDTH // 2)


@settings(max_examples=30)
@given(_PIXELS, _PIXELS)
def test_what_was_made_before_leaves_no_trace(pixels: bytes, others: bytes) -> None:
    backdrop, other = (Backdrop(_picture(made), PALETTE) for made in (pixels, others))
    whole = STRIP * STRIPS
    banded_png._runs.cache_clear()
    alone = backdrop.png(backdrop.band(0, whole), 0)
    other.png(other.band(0, whole), 0)
    assert backdrop.png(backdrop.band(0, whole), 0) == alone


def test_a_large_band_is_whole() -> None:
    picture = Image.frombytes("P", (1200, 240), bytes(pixel % 16 for pixel in Random(1).randbytes(1200 * 240)))
    backdrop = Backdrop(Image.new("P", picture.size), PALETTE)
    band = backdrop.band(0, 240)
    band.paste(picture, (MARGIN, 0))
    assert Image.open(io.BytesIO(backdrop.png(band, 0))).tobytes() == picture.tobytes()


def test_rows_are_not_filtered() -> None:
    backdrop = Backdrop(_picture(bytes([15]) * WIDTH * STRIP * STRIPS), PALETTE)
    assert set(_rows(backdrop.png(backdrop.band(0, STRIP), 0))[:: 1 + WIDTH // 2]) == {0}
