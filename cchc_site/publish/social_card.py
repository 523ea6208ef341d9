"""The picture that stands beside a link in Zalo or Facebook: a piece's title, drawn in Vietnamese type.

A pure function of the words and the area. The card is drawn as two masks, ink and the area's colour, each of which
becomes a ramp of one palette of sixteen: letters keep their soft edges and the file stays small. Everything but the
title is the same on all cards of an area and drawn once.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw, ImageFont, features
from zlib_ng import zlib_ng

from cchc_site.publish.banded_png import MARGIN, STRIP, Backdrop

WIDTH, HEIGHT = 1200, 630
"""Pixels; the size that Open Graph readers show without cropping."""
DRAWER = ";".join(
    [
        *(f"{name}={features.version(name)}" for name in ("pil", "freetype2")),
        f"zlib={zlib.ZLIB_RUNTIME_VERSION};zlib-ng={zlib_ng.ZLIBNG_RUNTIME_VERSION}",
    ]
)
"""The libraries whose versions decide the bytes."""
_KIT = Path(str(resources.files("cchc_site.publish") / "card_kit"))
_LEFT, _RIGHT = 84, 1116
_DRAWING = (WIDTH - 384 + 40, HEIGHT - 384 + 52)
"""Where the large drawing begins, from the left and from the top."""
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
_TINTS = (0.0, 0.03, 0.06, 0.09, 0.25, 0.4, 0.6, 0.8, 1.0)
"""How much of the area's colour the first entries of the palette have; the faint ones are for the large drawing."""
_SHADES = tuple(step / 7 for step in range(1, 8))
"""How much ink the other entries have."""
_FULL, _SOFT, _FAINT = 255, 190, 26
"""How strong a mask is: full ink, quieter words, a drawing in the background."""


_Measured = Sequence[tuple[str, float]]
"""Words with their widths in pixels."""


class SocialCard(Struct, frozen=True):
    """What a card says. `area` chooses colour and drawing; `label` names the area, or is a lead line."""

    title: str
    agency: str
    column: str
    label: str
    area: str = "steering"


def draw(card: SocialCard) -> bytes:
    """The card as PNG."""
    frame = _frame(card.agency, card.column, card.label, card.area)
    letters = list(_placed(card.title))
    top = min((head for _, _, _, head, _, _ in letters), default=0) // STRIP * STRIP
    foot = -(-max((end for *_, end in letters), default=0) // STRIP) * STRIP
    band = frame.band(top, foot)
    paste = band.im.paste  # `Image.paste` asks five times as long what it is given
    for picture, is_alone, left, head, right, end in letters:
        box = (left + MARGIN, head - top, right + MARGIN, end - top)
        paste(picture.im if is_alone else ImageChops.lighter(band.crop(box), picture).im, box)
    return frame.png(band, top)


_Placed = tuple[Image.Image, bool, int, int, int, int]
"""A letter of the title as numbers of the palette, whether nothing stands behind it yet, and where it stands: left,
top, right, foot."""


def _placed(title: str) -> Iterator[_Placed]:
    """The letters of the title in their lines."""
    size, lines = _fitted(title, _RIGHT - _LEFT)
    step, letters = round(size * _LEADING), _letters(size)
    base = 348 - step * len(lines) // 2 + size
    taken = below = 0  # down to where the lines above have letters, and this one
    for line in lines:
        x, end = _LEFT, 0
        for char in line:
            letter = letters[char]
            if char != " ":
                left, top, right, foot = x + letter.left, base + letter.top, x + letter.right, base + letter.foot
                # The roof of “ĩ” stands over the letters beside it, accents may stand beside the tails of the line
                # above, and words in front of the large drawing.
                is_alone = left >= end and top >= taken and (foot <= _DRAWING[1] or right <= _DRAWING[0])
                yield letter.picture, is_alone, left, top, right, foot
                end = right if right > end else end
                below = foot if foot > below else below
            x += letter.advance
        base, taken = base + step, below


class _Letter(NamedTuple):
    """A letter as numbers of the palette, where its picture is as seen from its foot, and where the next one stands."""

    picture: Image.Image
    left: int
    top: int
    right: int
    foot: int
    advance: int


class _Letters(dict[str, _Letter]):
    """The letters of one size: the plain layout sets one beside the other, in whole pixels."""

    def __init__(self, size: int) -> None:
        self._font = _font(700, size)

    def __missing__(self, char: str) -> _Letter:
        left, top, right, bottom = map(int, self._font.getbbox(char, anchor="ls"))
        width, height = max(1, right - left), max(1, bottom - top)
        mask = Image.new("L", (width, height))
        ImageDraw.Draw(mask).text((-left, -top), char, _FULL, self._font, "ls")
        picture, advance = mask.point(_INKED).convert("P"), round(self._font.getlength(char))
        return self.setdefault(char, _Letter(picture, left, top, left + width, top + height, advance))


@cache
def _letters(size: int) -> _Letters:
    return _Letters(size)


@lru_cache(maxsize=16)
def _frame(agency: str, column: str, label: str, area: str) -> Backdrop:
    """The card without its title."""
    ink, colour = Image.new("L", (WIDTH, HEIGHT)), _background(area)
    pen, brush = ImageDraw.Draw(ink), ImageDraw.Draw(colour)
    pen.text((_LEFT, 96), _shortened(agency, _font(400, 29), _RIGHT - _LEFT), _SOFT, _font(400, 29), "ls")
    brush.text((_LEFT, 138), _shortened(column, _font(700, 31), _RIGHT - _LEFT), _FULL, _font(700, 31), "ls")
    brush.text((_LEFT + 76, 572), _shortened(label, _font(700, 31), 900), _FULL, _font(700, 31), "ls")
    picture = ImageChops.lighter(colour.point(_TINTED), ink.point(_INKED))
    return Backdrop(picture.convert("P"), _palette(_COLOURS.get(area, _COLOURS["steering"])))


@cache
def kit_mark() -> str:
    """A hash of the fonts and drawings."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(_KIT.iterdir()))).hexdigest()


@cache
def _font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    """The same layout on every machine: the plain one, which needs no library of the system."""
    return ImageFont.truetype(str(_KIT / f"be-vietnam-pro-{weight}.ttf"), size, layout_engine=ImageFont.Layout.BASIC)


def _background(area: str) -> Image.Image:
    """The colour mask before the words: an edge, a large faint drawing, and a small one beside the area's name."""
    mask = Image.new("L", (WIDTH, HEIGHT))
    with Image.open(_KIT / f"{area if area in _COLOURS else 'steering'}.png") as drawing:
        large = drawing.convert("L")
    faint = large.point([value * _FAINT // 255 for value in range(256)])
    mask.paste(faint, _DRAWING)
    mask.paste(large.resize((60, 60), Image.Resampling.LANCZOS), (_LEFT, 531))
    pen = ImageDraw.Draw(mask)
    pen.rectangle((0, 0, 27, HEIGHT), _FULL)
    return mask


def _fitted(title: str, width: int) -> tuple[int, Sequence[str]]:
    """The largest size at which the title fits, and its lines, of even length."""
    for size, most in _SIZES:
        font = _font(700, size)
        words = [(word, _length(font, word)) for word in title.split()]
        lines = _wrapped(words, font, width)
        if len(lines) <= most:
            return size, _balanced(words, font, width, len(lines))
    kept = lines[:most]
    return size, [*kept[:-1], _shortened(f"{kept[-1]} …", font, width)]


def _balanced(words: _Measured, font: ImageFont.FreeTypeFont, width: int, count: int) -> Sequence[str]:
    """The narrowest column with the same number of lines: no last line of one word."""
    low, high = width // 2, width
    while high - low > 8:
        middle = (low + high) // 2
        if len(_wrapped(words, font, middle)) <= count:
            high = middle
        else:
            low = middle
    return _wrapped(words, font, high)


def _wrapped(words: _Measured, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Lines no wider than `width`; a single word that is wider is shortened."""
    lines: list[str] = []
    room, space = 0.0, _length(font, " ")
    for word, needed in words:
        shown = word
        if needed > width:
            shown = _shortened(word, font, int(width))
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
    """Width in pixels: in the plain layout, and without a table of pairs in the font, that of its letters together."""
    return sum([_advance(font, char) for char in word])


@cache
def _advance(font: ImageFont.FreeTypeFont, char: str) -> float:
    """Width of a letter; to measure one takes as long as to measure a word, but there are few of them."""
    return font.getlength(char)


def _shortened(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _nearest(strengths: Sequence[float], value: int) -> int:
    return min(range(len(strengths)), key=lambda index: abs(strengths[index] - value / 255))


_TINTED = [_nearest(_TINTS, value) for value in range(256)]
_INKED = [len(_TINTS) - 1 + step if (step := _nearest((0.0, *_SHADES), value)) else 0 for value in range(256)]
"""The number in the palette for every strength of a mask. Ink stands behind the tints, so that the higher number wins
where they meet."""


def _palette(area: tuple[int, int, int]) -> bytes:
    tones = [*((area, part) for part in _TINTS), *((_INK, part) for part in _SHADES)]
    return bytes(
        round(paper + (tone - paper) * part) for full, part in tones for paper, tone in zip(_PAPER, full, strict=True)
    )
