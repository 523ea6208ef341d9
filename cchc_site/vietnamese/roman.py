"""Roman numerals, which documents use for quarters, parts and appendices."""

from __future__ import annotations

from typing import Final

LARGEST: Final = 3999

_SYMBOLS: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def to_roman(number: int) -> str:
    """Return ``number`` (1 to 3999) in capitals: 4 gives ``IV``. Raises ValueError outside."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"Số La Mã chỉ viết được từ 1 đến {LARGEST}, không viết được {number}.")
    written = ""
    for value, symbol in _SYMBOLS:
        count, number = divmod(number, value)
        written += symbol * count
    return written


def from_roman(text: str) -> int:
    """Return the number written in capital Roman numerals: ``IV`` gives 4.

    Raises ValueError for anything that is not the one standard spelling, such as ``IIII``.
    """
    rest, number = text, 0
    for value, symbol in _SYMBOLS:
        while rest.startswith(symbol):
            rest = rest.removeprefix(symbol)
            number += value
    if rest or not 1 <= number <= LARGEST or to_roman(number) != text:
        raise ValueError(f"“{text}” không phải là số La Mã.")
    return number
