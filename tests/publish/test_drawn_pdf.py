"""The firewall reads posters itself exactly as the library would, and nothing else."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_site.publish import attachments
from cchc_site.publish.attachments import read_attachment
from cchc_site.publish.drawn_pdf import drawn_pdf, title_of_drawn
from cchc_site.publish.firewall import scan
from cchc_site.publish.glyphs import glyph
from cchc_site.publish.poster import Poster, draw_poster, poster_pdf

DRAWING = b"q\n1 0 0 rg\n0.5 0 0 0.5 10 10 cm\n0 0 m 5 0 l 5 5 6 6 0 5 c h f\nQ"
TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40)


def _written(title: str = "Khẩu hiệu", drawing: bytes = DRAWING) -> bytes:
    return drawn_pdf(title, "595.28", "841.89", "1.00000", zlib.compress(drawing))


@given(TITLES)
@settings(max_examples=40)
def test_a_poster_says_what_the_library_reads_in_it(title: str) -> None:
    data = _written(title)
    assert title_of_drawn(data) == title
    assert read_attachment("a.pdf", data) == attachments._pdf(data)


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_real_posters_are_known(paper: str) -> None:
    poster = Poster("p", "Chủ đề", "Kỷ cương, trách nhiệm", "Sở Nội vụ", "")
    data = poster_pdf(draw_poster(poster, "https://x.example/"), paper)
    assert title_of_drawn(data) == "Kỷ cương, trách nhiệm - Sở Nội vụ"
    assert read_attachment("a.pdf", data) == attachments._pdf(data)


@given(st.integers(0, len(_written()) - 1), st.integers(0, 255))
@settings(max_examples=100, deadline=None)
def test_what_differs_in_one_byte_is_read_or_says_the_same(place: int, byte: int) -> None:
    changed = _written()[:place] + bytes([byte]) + _written()[place + 1 :]
    if title_of_drawn(changed) is not None:  # another title or another size
        assert read_attachment("a.pdf", changed) == attachments._pdf(changed)


def test_a_number_in_a_poster_s_title_is_found() -> None:
    assert [leak.code for leak in scan("a.pdf", _written("Gọi 0912 345 678"))] == ["L01"]


@pytest.mark.parametrize(
    "data",
    [
        _written() + b"\n",
        b" " + _written(),
        _written().replace(b"/Lang (vi)", b"/Lang (en)"),
        _written().replace(b"/Resources << >>", b"/Annots [6 0 R] "),
        _written().replace(b"0000000015", b"0000000016"),
        _written(drawing=b"BT /F 1 Tf (0912 345 678) Tj ET"),
        _written(drawing=DRAWING + b"% 0912 345 678"),
        _written(drawing=DRAWING + b" /a Do"),
        _written(drawing=b"0 0 m\n" * 200_000),
        drawn_pdf("x", "1", "1", "1", zlib.compress(DRAWING)[:-3]),
        drawn_pdf("x", "1", "1", "1", zlib.compress(DRAWING) + b"0912 345 678"),
        drawn_pdf("x", "1", "1", "1", b"no drawing"),
        b"%PDF-1.7 /MediaBox [0 0 1 1]",
        b"",
    ],
)
def test_every_other_file_is_left_to_the_library(data: bytes) -> None:
    assert title_of_drawn(data) is None


def test_a_letter_is_the_type_s_own() -> None:
    assert glyph("Ệ", 700).outline.segments != glyph("Ê", 700).outline.segments
    assert glyph("m", 700).advance > glyph("i", 700).advance > glyph("i", 400).advance
    assert glyph("\U0001f600", 400) == glyph(" ", 400)
    assert glyph(" ", 400).outline.segments == ()
