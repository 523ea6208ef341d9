"""Letters as outlines, so that a poster looks the same on every machine and printer, whatever fonts they have."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Any

from msgspec import Struct

from cchc_site.publish.outline import Outline, Segment

EM = 1000
"""The units of a letter's outline: as many as its size is high."""


class Glyph(Struct, frozen=True):
    """One letter: how far the next one stands, and its outline."""

    advance: float
    outline: Outline


class _Font(Struct, frozen=True):
    """What is needed of a file of type."""

    names: Mapping[int, str]
    glyphs: Any
    em: int


@cache
def _font(weight: int) -> _Font:
    from fontTools.ttLib import TTFont  # most builds draw no letter, and it takes long to load

    file = resources.files("cchc_site.publish").joinpath("card_kit", f"be-vietnam-pro-{weight}.ttf")
    font = TTFont(BytesIO(file.read_bytes()), lazy=True)
    # Any names will do. Those that the library would think of come from a list that takes long to load.
    font.setGlyphOrder([f"{number}" for number in range(font["maxp"].numGlyphs)])
    return _Font(font.getBestCmap(), font.getGlyphSet(), font["head"].unitsPerEm)


@cache
def glyph(char: str, weight: int) -> Glyph:
    """The letter of the house's own type; one that the font lacks is a space."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    font = _font(weight)
    drawn = font.glyphs[font.names.get(ord(char)) or font.names[ord(" ")]]
    pen = DecomposingRecordingPen(font.glyphs)
    drawn.draw(pen)
    return Glyph(drawn.width * EM / font.em, Outline(tuple(_segments(pen.value, font.em / EM))))


def text_width(text: str, weight: int, size: float) -> float:
    """How wide a line is at that size."""
    return sum(glyph(char, weight).advance for char in text) * size / EM


def wrapped(text: str, weight: int, size: float, most: float) -> list[str]:
    """The text in lines no wider than `most`, filled evenly; a word that is wider stands alone."""
    words = [(word, text_width(word, weight, size)) for word in text.split()]
    space = text_width(" ", weight, size)
    lines = _filled(words, space, most)
    if len(lines) < 2:
        return lines
    # The narrowest measure that needs no further line gives lines of like length.
    low, high = max(width for _, width in words), most
    for _ in range(12):
        middle = (low + high) / 2
        if middle >= low and len(_filled(words, space, middle)) <= len(lines):
            high = middle
        else:
            low = middle
    return _filled(words, space, max(high, low) if high > most else high)


def _filled(words: list[tuple[str, float]], space: float, most: float) -> list[str]:
    lines: list[str] = []
    room = 0.0
    for word, width in words:
        if lines and room + space + width <= most:
            lines[-1] += f" {word}"
            room += space + width
        else:
            lines.append(word)
            room = width
    return lines


def _segments(recorded: list[tuple[str, tuple[Any, ...]]], unit: float) -> list[Segment]:
    """TrueType's quadratic curves as cubic ones, which both SVG and PDF draw."""
    found: list[Segment] = []
    at = (0.0, 0.0)
    for command, points in recorded:
        scaled = [(x / unit, y / unit) for x, y in (p for p in points if p is not None)]
        if command in ("moveTo", "lineTo"):
            found.append(("M" if command == "moveTo" else "L", (scaled[0],)))
            at = scaled[0]
        elif command == "qCurveTo":
            for control, end in _pairs(scaled):
                found.append(("C", (_between(at, control), _between(end, control), end)))
                at = end
        elif command == "curveTo":
            found.append(("C", tuple(scaled)))
            at = scaled[-1]
        else:
            found.append(("Z", ()))
    return found


def _pairs(points: list[tuple[float, float]]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """TrueType leaves out the points that lie midway between two controls."""
    pairs = []
    for index, control in enumerate(points[:-1]):
        following = points[index + 1]
        last = index == len(points) - 2
        end = following if last else ((control[0] + following[0]) / 2, (control[1] + following[1]) / 2)
        pairs.append((control, end))
    return pairs


def _between(point: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    return point[0] + 2 / 3 * (control[0] - point[0]), point[1] + 2 / 3 * (control[1] - point[1])
