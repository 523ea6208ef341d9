from __future__ import annotations

import base64
import io
import re

import pytest
import segno
from PIL import Image, ImageOps

from cchc_site.publish.qr import qr_image
from cchc_site.publish.qr_code import QUIET, qr_matrix, qr_path, qr_size


@pytest.mark.parametrize("length", [14, 26, 42, 62, 84, 106, 122, 152, 180, 213])
def test_every_version_is_what_an_independent_encoder_makes(length: int) -> None:
    text = ("https://cchc.anbinh.example/" + "a" * 213)[:length]
    other = segno.make_qr(text, error="m", mask=2, mode="byte", boost_error=False, encoding="utf-8")
    assert qr_matrix(text) == tuple(bytes(row) for row in other.matrix)


def test_a_shorter_text_is_padded_as_the_standard_says() -> None:
    assert len(qr_matrix("https://x.vn/")) == 21
    assert len(qr_matrix("https://x.vn/ab/cd")) == 25


def test_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="214 byte"):
        qr_matrix("a" * 214)


@pytest.mark.parametrize("length", [14, 52, 213])
def test_the_strokes_cover_the_dark_modules_and_no_other(length: int) -> None:
    matrix = qr_matrix(("https://cchc.anbinh.example/" + "a" * 213)[:length])
    path = qr_path(matrix)
    begin, *steps = re.findall(r"M\d+ \d+\.5|h\d+|m-?\d+ \d+", path)
    assert (begin, "".join([begin, *steps])) == (f"M{QUIET} {QUIET}.5", path)
    x, y, dark = QUIET, QUIET, []
    for step in steps:
        right, down = ([int(n) for n in step[1:].split()] + [0])[:2]
        dark += [(x + i, y) for i in range(right)] if step[0] == "h" else []
        x, y = x + right, y + down
    expected = [(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module]
    assert dark == expected
    assert qr_size(matrix) == len(matrix) + 8


@pytest.mark.parametrize("length", [14, 26, 52, 152, 213])
def test_the_picture_has_the_same_modules_in_a_quiet_zone(length: int) -> None:
    text = ("https://cchc.anbinh.example/" + "a" * 213)[:length]
    matrix = qr_matrix(text)
    side = len(matrix)
    modules = Image.frombytes("L", (side, side), b"".join(matrix)).point(lambda dark: 0 if dark else 255)
    expected = ImageOps.expand(modules, QUIET, 255)
    kind, _, data = qr_image(text).partition(",")
    assert kind == "data:image/png;base64"
    with Image.open(io.BytesIO(base64.b64decode(data))) as picture:
        size = expected.size[0] * 4
        assert picture.convert("L").tobytes() == expected.resize((size, size), Image.Resampling.NEAREST).tobytes()


def test_a_text_too_long_for_a_code_has_no_picture() -> None:
    assert qr_image("a" * 214) == ""
