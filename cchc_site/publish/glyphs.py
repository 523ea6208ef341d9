"""Letters as outlines, so that a poster looks the same on every machine and printer, whatever fonts they have."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Any

Segment = tuple[str, tuple[tuple[float, float], ...]]
"""M, L, C or Z with its points, y upwards."""


@dataclass(frozen=True)
class Glyph:
    """One letter in units of the em: how far the next one stands, and its outline."""

    advance: float
    outline: tuple[Segment, ...]


@cache
def _font(weight: int) -> Any:
    from fontTools.ttLib import TTFont  # most builds draw no letter, and it takes long to load

    file = resources.files("cchc_site.publish").joinpath("card_kit", f"be-vietnam-pro-{weight}.ttf")
    return TTFont(BytesIO(file.read_bytes()), lazy=False)


@cache
def glyph(char: str, weight: int) -> Glyph:
    """The letter of the house's own type; one that the font lacks is a space."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    font = _font(weight)
    name = font.getBestCmap().get(ord(char)) or font.getBestCmap()[ord(" ")]
    glyphs, em = font.getGlyphSet(), font["head"].unitsPerEm
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return Glyph(glyphs[name].width / em, tuple(_segments(pen.value, em)))


def text_width(text: str, weight: int, size: float) -> float:
    """How wide a line is at that size."""
    return sum(glyph(char, weight).advance for char in text) * size


def wrapped(text: str, weight: int, size: float, most: float) -> list[str]:
    """The text in lines no wider than `most`, filled evenly; a word that is wider stands alone."""
    lines = _filled(text.split(), weight, size, most)
    if len(lines) < 2:
        return lines
    # The narrowest measure that needs no further line gives lines of like length.
    low, high = max(text_width(word, weight, size) for word in text.split()), most
    for _ in range(12):
        middle = (low + high) / 2
        if middle >= low and len(_filled(text.split(), weight, size, middle)) <= len(lines):
            high = middle
        else:
            low = middle
    return _filled(text.split(), weight, size, max(high, low) if high > most else high)


def _filled(words: list[str], weight: int, size: float, most: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, weight, size) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _segments(recorded: list[tuple[str, tuple[Any, ...]]], em: int) -> list[Segment]:
    """TrueType's quadratic curves as cubic ones, which both SVG and PDF draw."""
    found: list[Segment] = []
    at = (0.0, 0.0)
    for command, points in recorded:
        scaled = [(x / em, y / em) for x, y in (p for p in points if p is not None)]
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
