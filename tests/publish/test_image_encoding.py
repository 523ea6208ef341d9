"""Pictures as they are published: nothing but pixels in them, no larger than they need to be, always the same bytes."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from support.images import picture

from cchc_site.publish.image_encoding import GIF, JPEG, PNG, WEBP, WIDTHS, encode


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def _with_place(**more: Any) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "Nha rieng"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 15.0)})
    return picture("JPEG", 1600, 1000, exif=exif.tobytes(), **more)


def test_a_photograph_loses_its_place_and_keeps_its_upright() -> None:
    source = _with_place(comment=b"may anh cua An")
    assert _opened(source).getexif().get_ifd(0x8825)
    for item in encode(source):
        image = _opened(item.data)
        assert dict(image.getexif()) == {}
        assert not {"exif", "comment", "icc_profile", "xmp"} & set(image.info)
        assert b"GPS" not in item.data
        assert b"Exif" not in item.data
        assert image.height > image.width


def test_a_drawing_loses_its_texts() -> None:
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Author", "Nguyen Van A")
    for item in encode(picture("PNG", 900, 600, pnginfo=words)):
        assert b"Nguyen Van A" not in item.data


@pytest.mark.parametrize(("kind", "media_type"), [("JPEG", JPEG), ("PNG", PNG), ("WEBP", WEBP)])
def test_every_width_and_none_beyond_the_pictures_own(kind: str, media_type: str) -> None:
    widths = [item.width for item in encode(picture(kind, 800, 400)) if item.media_type == media_type]
    assert widths == [240, 400, 800]
    wide = [item.width for item in encode(picture(kind, 3000, 1000)) if item.media_type == media_type]
    assert wide == list(WIDTHS)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_modern_format_comes_only_when_it_is_smaller(kind: str) -> None:
    for size in ((1, 1), (1200, 800)):
        encoded = encode(picture(kind, *size))
        own = sum(len(item.data) for item in encoded if item.media_type != WEBP)
        modern = sum(len(item.data) for item in encoded if item.media_type == WEBP)
        assert modern < own


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P", "1", "LA"])
def test_every_mode_can_be_published(mode: str) -> None:
    encoded = encode(picture("PNG", 500, 300, mode))
    assert {_opened(item.data).size for item in encoded} == {(240, 144), (400, 240), (500, 300)}


def test_what_shows_through_still_does() -> None:
    image = Image.new("RGBA", (500, 300), (200, 0, 0, 255))
    image.paste((0, 0, 0, 0), (0, 0, 250, 300))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    for item in encode(buffer.getvalue()):
        clear, solid = (_opened(item.data).convert("RGBA").getpixel((x, 5)) for x in (2, item.width - 3))
        assert isinstance(clear, tuple)
        assert isinstance(solid, tuple)
        assert clear[3] <= 2
        assert solid[3] >= 250


def test_colours_of_print_become_colours_of_screens() -> None:
    assert {_opened(item.data).mode for item in encode(picture("JPEG", 500, 300, "CMYK"))} <= {"RGB"}


def test_an_animation_keeps_its_frames() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green", "blue")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:], comment=b"An")
    [item] = encode(buffer.getvalue())
    assert (item.media_type, getattr(_opened(item.data), "n_frames", 1)) == (GIF, 3)
    assert b"An" not in item.data


def test_a_still_gif_stays_one_at_its_own_address() -> None:
    encoded = encode(picture("GIF", 500, 300, "P"))
    assert [item.width for item in encoded if item.media_type == GIF] == [500]


@settings(max_examples=60)
@given(
    st.binary(max_size=200) | st.sampled_from([b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff\xe0", b"RIFF....WEBP"])
)
def test_what_is_no_picture_gives_nothing(data: bytes) -> None:
    assert encode(data) == ()


def test_a_picture_cut_short_is_published_as_far_as_it_goes() -> None:
    data = picture("JPEG", 900, 600)
    assert encode(data[: len(data) // 2])


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = picture("JPEG", 900, 600)
    assert encode(data) == encode(data)
