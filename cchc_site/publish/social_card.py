"""The picture that stands beside a link in Zalo or Facebook: a piece's title, drawn in Vietnamese type.

A pure function of the words and the area. The card is drawn as two masks, ink and the area's colour, each of which
becomes a ramp of one palette: letters keep their soft edges and the file stays small.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont, features

WIDTH, HEIGHT = 1200, 630
"""Pixels; the size that Open Graph readers show without cropping."""
DRAWER = ";".join(f"{name}={features.version(name)}" for name in ("pil", "freetype2", "zlib"))
"""The libraries whose versions decide the bytes."""
_KIT = Path(str(resources.files("cchc_site.publish") / "card_kit"))
_LEFT, _RIGHT = 84, 1116
_PAPER, _INK = (255, 255, 255), (18, 32, 43)
_COLOURS = {
    "institutions": (31, 78, 140),
    "procedures": (11, 85, 99),
    "apparatus": (107, 58, 134),
    "civil-service": (138, 75, 8),
    "public-finance": (43, 97, 48),
    "e-government": (15, 90, 134),
    "steering": (163, 22, 44),
}
"""The areas' colours on paper, as in `column.css`."""
_SIZES = ((76, 3), (66, 4), (56, 4), (48, 5))
"""Sizes of the title in pixels, and how many lines of each fit."""
_LEADING = 1.32
"""Room for two accents on a capital: “Ộ” must not touch the line above."""
_STEPS = 48
"""Shades of each ramp: two ramps stay below the 256 colours of a palette."""
_FULL, _SOFT, _FAINT = 255, 190, 26
"""How strong a mask is: full ink, quieter words, a drawing in the background."""


@dataclass(frozen=True)
class SocialCard:
    """What a card says. `area` chooses colour and drawing; `label` names the area, or is a lead line."""

    title: str
    agency: str
    column: str
    label: str
    area: str = "steering"


def draw(card: SocialCard) -> bytes:
    """The card as PNG."""
    ink, colour = Image.new("L", (WIDTH, HEIGHT)), _background(card.area).copy()
    pen, brush = ImageDraw.Draw(ink), ImageDraw.Draw(colour)
    pen.text((_LEFT, 96), _shortened(card.agency, _font(400, 29), _RIGHT - _LEFT), _SOFT, _font(400, 29), "ls")
    brush.text((_LEFT, 138), _shortened(card.column, _font(700, 31), _RIGHT - _LEFT), _FULL, _font(700, 31), "ls")
    size, lines = _fitted(card.title, _RIGHT - _LEFT)
    step = round(size * _LEADING)
    top = 348 - step * len(lines) // 2
    for number, line in enumerate(lines):
        pen.text((_LEFT, top + step * number + size), line, _FULL, _font(700, size), "ls")
    brush.text((_LEFT + 76, 572), _shortened(card.label, _font(700, 31), 900), _FULL, _font(700, 31), "ls")
    return _coloured(ink, colour, _COLOURS.get(card.area, _COLOURS["steering"]))


@cache
def kit_mark() -> str:
    """A hash of the fonts and drawings."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(_KIT.iterdir()))).hexdigest()


@cache
def _font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    """The same layout on every machine: the plain one, which needs no library of the system."""
    return ImageFont.truetype(str(_KIT / f"be-vietnam-pro-{weight}.ttf"), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _background(area: str) -> Image.Image:
    """The colour mask before the words: an edge, a large faint drawing, and a small one beside the area's name."""
    mask = Image.new("L", (WIDTH, HEIGHT))
    with Image.open(_KIT / f"{area if area in _COLOURS else 'steering'}.png") as drawing:
        large = drawing.convert("L")
    faint = large.point([value * _FAINT // 255 for value in range(256)])
    mask.paste(faint, (WIDTH - 384 + 40, HEIGHT - 384 + 52))
    mask.paste(large.resize((60, 60), Image.Resampling.LANCZOS), (_LEFT, 531))
    pen = ImageDraw.Draw(mask)
    pen.rectangle((0, 0, 27, HEIGHT), _FULL)
    return mask


def _fitted(title: str, width: int) -> tuple[int, Sequence[str]]:
    """The largest size at which the title fits, and its lines, of even length."""
    for size, most in _SIZES:
        lines = _wrapped(title, _font(700, size), width)
        if len(lines) <= most:
            return size, _balanced(title, _font(700, size), width, len(lines))
    kept = lines[:most]
    return size, [*kept[:-1], _shortened(f"{kept[-1]} …", _font(700, size), width)]


def _balanced(title: str, font: ImageFont.FreeTypeFont, width: int, count: int) -> Sequence[str]:
    """The narrowest column with the same number of lines: no last line of one word."""
    low, high = width // 2, width
    while high - low > 8:
        middle = (low + high) // 2
        if len(_wrapped(title, font, middle)) <= count:
            high = middle
        else:
            low = middle
    return _wrapped(title, font, high)


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Lines no wider than `width`; a single word that is wider is shortened."""
    lines: list[str] = []
    room, space = 0.0, _length(font, " ")
    for word in text.split():
        shown = word if _length(font, word) <= width else _shortened(word, font, int(width))
        needed = _length(font, shown)
        if lines and room + space + needed <= width:
            lines[-1] += f" {shown}"
            room += space + needed
        else:
            lines.append(shown)
            room = needed
    return lines


@cache
def _length(font: ImageFont.FreeTypeFont, word: str) -> float:
    """Width in pixels; syllables come again and again, so they are measured once."""
    return font.getlength(word)


def _shortened(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _coloured(ink: Image.Image, colour: Image.Image, area: tuple[int, int, int]) -> bytes:
    """Both masks as one palette picture: no shade, then the shades of the area's colour, then those of the ink."""
    steps = _STEPS - 1
    tinted = colour.point([value * steps // 255 for value in range(256)])
    inked = ink.point([0 if value * steps < 255 else steps + value * steps // 255 for value in range(256)])
    picture = ImageChops.lighter(tinted, inked)
    picture.putpalette(
        [channel for index in range(2 * _STEPS) for channel in _shade(index, area)] + [0] * (768 - 6 * _STEPS)
    )
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=6, bits=7)
    return buffer.getvalue()


def _shade(index: int, area: tuple[int, int, int]) -> tuple[int, int, int]:
    steps = _STEPS - 1
    full, part = (area, index) if index <= steps else (_INK, index - steps)
    return tuple(paper + (tone - paper) * part // steps for paper, tone in zip(_PAPER, full, strict=True))  # type: ignore[return-value]
