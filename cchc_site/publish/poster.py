"""Posters from slogans: one drawing, written as SVG and as PDF for A4 and A3 paper.

Everything is outlines, so nothing depends on fonts; the words also stand in the file's title for screen
readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape

from cchc_site.publish.drawn_pdf import drawn_pdf
from cchc_site.publish.glyphs import Segment, glyph, text_width, wrapped
from cchc_site.publish.qr_code import qr_matrix, qr_size

PAPERS = {"a4": 1.0, "a3": 2**0.5}
"""Paper by its width in A4 widths: a vector drawing grows without loss."""
WIDTH, HEIGHT = 595.276, 841.89
"""A4 in points."""
_MARGIN = 48.0
_CRIMSON, _INK, _PAPER, _SOFT = (0.639, 0.086, 0.173), (0.071, 0.125, 0.169), (1.0, 1.0, 1.0), (0.275, 0.329, 0.373)
Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Poster:
    """What is drawn: a small line above, the slogan, the agency, and where the QR code leads."""

    id: str
    eyebrow: str
    text: str
    agency: str
    page: str


@dataclass(frozen=True)
class Shape:
    """A filled outline in points, y upwards from the sheet's foot."""

    colour: Colour
    outline: tuple[Segment, ...]


@dataclass(frozen=True)
class Drawing:
    """A sheet of shapes, with the words that it shows."""

    title: str
    shapes: tuple[Shape, ...]

    @cached_property
    def operations(self) -> str:
        """The same for every size of paper: PDF's operators, in points of A4."""
        parts = []
        for shape in self.shapes:
            parts.append(" ".join([f"{part:.2f}" for part in shape.colour]) + " rg")
            for command, points in shape.outline:
                parts.append(" ".join([*[f"{px:.2f} {py:.2f}" for px, py in points], _OPERATORS[command]]))
            parts.append("f")
        return _short("\n".join(parts))


def draw_poster(poster: Poster, base_url: str) -> Drawing:
    """The sheet: a crimson field with the slogan as large as it fits, agency and QR code below."""
    return Drawing(f"{poster.text} - {poster.agency}", tuple(_shapes(poster, base_url)))


def _shapes(poster: Poster, base_url: str) -> Iterator[Shape]:
    foot = 190.0
    yield Shape(_CRIMSON, _box(0, foot, WIDTH, HEIGHT - foot))
    yield Shape(_PAPER, _box(_MARGIN, HEIGHT - 78, 56, 5))
    if poster.eyebrow:
        yield _line(poster.eyebrow, 400, 19, _MARGIN, HEIGHT - 112, _PAPER)
    room = HEIGHT - foot - 170
    size, lines = _fitted(poster.text, room)
    top = foot + 40 + (room + len(lines) * size * 1.32) / 2 - size
    for number, line in enumerate(lines):
        yield _line(line, 700, size, _MARGIN, top - number * size * 1.32, _PAPER)
    address = base_url + poster.page
    yield from _qr(address, WIDTH - _MARGIN - 122, 40, 122)
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
    outline: list[Segment] = []
    for char in text:
        letter = glyph(char, weight)
        for command, points in letter.outline:
            outline.append((command, tuple((x + px * size, y + py * size) for px, py in points)))
        x += letter.advance * size
    return Shape(colour, tuple(outline))


def _box(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    return (
        ("M", ((x, y),)),
        ("L", ((x + width, y),)),
        ("L", ((x + width, y + height),)),
        ("L", ((x, y + height),)),
        ("Z", ()),
    )


def _qr(address: str, x: float, y: float, side: float) -> Iterator[Shape]:
    matrix = qr_matrix(address)
    unit = side / qr_size(matrix)
    outline: list[Segment] = []
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            if dark:
                outline += _box(x + (column + 4) * unit, y + side - (row + 5) * unit, unit, unit)
    yield Shape(_INK, tuple(outline))


def _number(value: float) -> str:
    return _short(f"{value:.2f}")


def _short(numbers: str) -> str:
    """Numbers with two places behind the point, without the zeros that say nothing."""
    return _ZEROS.sub("", numbers)


_ZEROS = re.compile(r"\.00|(?<=\.[1-9])0")


def poster_svg(drawing: Drawing) -> bytes:
    """The sheet as SVG, with its words as title."""
    parts = []
    for shape in drawing.shapes:
        path = "".join(
            command + " ".join([f"{px:.2f} {HEIGHT - py:.2f}" for px, py in points])
            for command, points in shape.outline
        )
        colour = "".join(f"{round(part * 255):02x}" for part in shape.colour)
        parts.append(f'<path fill="#{colour}" d="{_short(path)}"/>')
    title = escape(drawing.title, quote=False)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(WIDTH)} {_number(HEIGHT)}" width="210mm" '
        f'height="297mm" role="img" aria-label="{escape(drawing.title)}"><title>{title}</title>'
        f'<path fill="#fff" d="M0 0h{_number(WIDTH)}v{_number(HEIGHT)}H0z"/>{"".join(parts)}</svg>\n'
    ).encode()


_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def poster_pdf(drawing: Drawing, paper: str) -> bytes:
    """The sheet as a PDF of one page."""
    scale = PAPERS[paper]
    box = f"[0 0 {_number(WIDTH * scale)} {_number(HEIGHT * scale)}]"
    return drawn_pdf(drawing.title, box, f"{scale:.5f} 0 0 {scale:.5f} 0 0 cm\n{drawing.operations}".encode())
