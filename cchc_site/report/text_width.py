"""How wide a line in bold Times is, for the rules that Decree 30/2020/NĐ-CP measures by the text above them.

The widths are those of Times-Bold in Adobe's core font metrics, in thousandths of the font size; Times New Roman has
the same. A letter with diacritics is as wide as the letter without.
"""

from __future__ import annotations

import unicodedata

_GROUPS = {
    250: " ,.",
    278: "il/",
    333: "Ijft-()",
    389: "Is",
    444: "cerz",
    500: "agoxvyJ0123456789",
    556: "bdhknpquS",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYw",
    778: "GHKOQ",
    833: "m",
    944: "M",
    1000: "W",
}
_WIDTHS = {char: width for width, chars in _GROUPS.items() for char in chars}
_USUAL = 556


def twips(text: str, points: float) -> int:
    """The width of one line of text at that size, in twentieths of a point."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    letters = (char for char in plain if unicodedata.category(char) != "Mn")
    return round(sum(_WIDTHS.get(char, _USUAL) for char in letters) * points * 20 / 1000)
