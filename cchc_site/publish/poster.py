"""Posters from slogans: one drawing, written as SVG and as PDF for A4 and A3 paper.

Everything is outlines, so nothing depends on fonts; the words also stand in the file's title for screen
readers.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cached_property, lru_cache
from html import escape

from msgspec import Struct

from cchc_site.publish.drawn_pdf import drawn_pdf
from cchc_site.publish.glyphs import EM, glyph, text_width, wrapped
from cchc_site.publish.outline import Outline, Segment, short
from cchc_site.publish.qr_code import QUIET, qr_matrix, qr_size

PAPERS = {"a4": 1.0, "a3": 2**0.5}
"""Paper by its width in A4 widths: a vector drawing grows without loss."""
WIDTH, HEIGHT = 595.276, 841.89
"""A4 in points."""
_MARGIN = 48.0
_CRIMSON, _INK, _PAPER, _SOFT = (0.639, 0.086, 0.173), (0.071, 0.125, 0.169), (1.0, 1.0, 1.0), (0.275, 0.329, 0.373)
Colour = tuple[float, float, float]


class Poster(Struct, frozen=True):
    """What is drawn: a small line above, the slogan, the agency, and where the QR code leads."""

    id: str
    eyebrow: str
    text: str
    agency: str
    page: str


class Shape(Struct, frozen=True):
    """Outlines of one colour beside each other. `x` and `y` are where the first has its origin, in points and upwards
    from the sheet's foot; `scale` is how many points a unit of theirs is, and each says how many units the next one
    stands to the right."""

    colour: Colour
    x: float
    y: float
    scale: float
    parts: tuple[tuple[Outline, float], ...]


class Drawing(Struct, frozen=True, dict=True):
    """A sheet of shapes, with the words that it shows."""

    title: str
    shapes: tuple[Shape, ...]

    @cached_property
    def packed(self) -> bytes:
        """PDF's operators, in points of A4, compressed: the same for every size of paper."""
        return zlib.compress("\n".join([part for shape in self.shapes for part in _operations(shape)]).encode())


@lru_cache(maxsize=1)
def draw_poster(poster: Poster, base_url: str) -> Drawing:
    """The sheet: a crimson field with the slogan as large as it fits, agency and QR code below.

    It is drawn once for its three files, which are made one after the other.
    """
    return Drawing(f"{poster.text} - {poster.agency}", tuple(_shapes(poster, base_url)))


def _shapes(poster: Poster, base_url: str) -> Iterator[Shape]:
    foot = 190.0
    yield Shape(_CRIMSON, 0, foot, 1, ((Outline(_box(0, 0, WIDTH, HEIGHT - foot)), 0),))
    yield Shape(_PAPER, _MARGIN, HEIGHT - 78, 1, ((Outline(_box(0, 0, 56, 5)), 0),))
    if poster.eyebrow:
        yield _line(poster.eyebrow, 400, 19, _MARGIN, HEIGHT - 112, _PAPER)
    room = HEIGHT - foot - 170
    size, lines = _fitted(poster.text, room)
    top = foot + 40 + (room + len(lines) * size * 1.32) / 2 - size
    for number, line in enumerate(lines):
        yield _line(line, 700, size, _MARGIN, top - number * size * 1.32, _PAPER)
    address = base_url + poster.page
    yield _qr(address, WIDTH - _MARGIN - 122, 40, 122)
    for number, line in enumerate(wrapped(poster.agency, 700, 17, WIDTH - 2 * _MARGIN - 150)):
        yield _line(line, 700, 17, _MARGIN, 138 - number * 24, _INK)
    shown = address.removeprefix("https://").removesuffix("/")
    small = min(13.0, 13 * (WIDTH - 2 * _MARGIN - 150) / max(1.0, text_width(shown, 400, 13)))
    yield _line("Quét mã để xem trên trang của cơ quan", 400, 13, _MARGIN, 66, _SOFT)
    yield _line(shown, 400, small, _MARGIN, 44, _SOFT)


def _fitted(text: str, room: float) -> tuple[float, list[str]]:
    """The largest size at which the lines fill the field and no word sticks out."""
    most = WIDTH - 2 * _MARGIN
    for size in range(78, 20, -2):
        lines = wrapped(text, 700, size, most)
        if len(lines) * size * 1.32 <= room and all(text_width(line, 700, size) <= most for line in lines):
            return size, lines
    return 20, wrapped(text, 700, 20, most)


def _line(text: str, weight: int, size: float, x: float, y: float, colour: Colour) -> Shape:
    letters = (glyph(char, weight) for char in text)
    return Shape(colour, x, y, size / EM, tuple((letter.outline, letter.advance) for letter in letters))


def _box(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    return (
        ("M", ((x, y),)),
        ("L", ((x + width, y),)),
        ("L", ((x + width, y + height),)),
        ("L", ((x, y + height),)),
        ("Z", ()),
    )


def _qr(address: str, x: float, y: float, side: float) -> Shape:
    matrix = qr_matrix(address)
    size = qr_size(matrix)
    outline: list[Segment] = []
    for row, modules in enumerate(matrix):
        for dark in _DARK.finditer(modules):
            outline += _box(dark.start() + QUIET, size - QUIET - 1 - row, len(dark[0]), 1)
    return Shape(_INK, x, y, side / size, ((Outline(tuple(outline)), 0),))


_DARK = re.compile(b"\1+")
"""Dark modules of a row that touch each other."""


def poster_svg(drawing: Drawing) -> bytes:
    """The sheet as SVG, with its words as title."""
    title = escape(drawing.title, quote=False)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {short(WIDTH)} {short(HEIGHT)}" width="210mm" '
        f'height="297mm" role="img" aria-label="{escape(drawing.title)}"><title>{title}</title>'
        f'<path fill="#fff" d="M0 0h{short(WIDTH)}v{short(HEIGHT)}H0z"/>'
        f"{''.join(map(_group, drawing.shapes))}</svg>\n"
    ).encode()


def _group(shape: Shape) -> str:
    colour = "".join(f"{round(part * 255):02x}" for part in shape.colour)
    scale = short(shape.scale, 5)
    place = f"matrix({scale} 0 0 -{scale} {short(shape.x)} {short(HEIGHT - shape.y)})"
    paths, along = [], 0.0
    for outline, advance in shape.parts:
        if outline.segments:
            paths.append(f'<path transform="translate({short(along)})" d="{outline.svg}"/>')
        along += advance
    return f'<g fill="#{colour}" transform="{place}">{"".join(paths)}</g>'


def poster_pdf(drawing: Drawing, paper: str) -> bytes:
    """The sheet as a PDF of one page."""
    scale = PAPERS[paper]
    return drawn_pdf(drawing.title, short(WIDTH * scale), short(HEIGHT * scale), f"{scale:.5f}", drawing.packed)


def _operations(shape: Shape) -> Iterator[str]:
    """Each outline is painted before the coordinates move on: nothing may stand between a path and its painting."""
    scale = short(shape.scale, 5)
    yield "q"
    yield " ".join([short(part, 3) for part in shape.colour]) + " rg"
    yield f"{scale} 0 0 {scale} {short(shape.x)} {short(shape.y)} cm"
    for outline, advance in shape.parts:
        if outline.segments:
            yield f"{outline.pdf} f"
        yield f"1 0 0 1 {short(advance)} 0 cm"
    yield "Q"
