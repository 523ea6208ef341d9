"""Decimals, percentages and money in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cchc_site.vietnamese.speech.integers import digit_words, integer_words

# "tám mươi chín" for ,89 is easy to follow; three decimals and more are read figure by figure.
_DECIMALS_READ_AS_NUMBER: Final = 2


def decimal_words(number: int | Decimal, *, capitalised: bool = False) -> str:
    """Return ``number`` in words, ``phẩy`` for the comma: 25.6 → ``hai mươi lăm phẩy sáu``.

    Up to two decimals that do not start with zero are read as a number, others figure by figure;
    trailing zeros are read, as they were written. Raises TypeError for a float, ValueError for NaN,
    infinities and numbers beyond integer_words.
    """
    if isinstance(number, float):
        raise TypeError("Số thập phân phải là Decimal, không phải float.")
    exact = Decimal(number)
    if not exact.is_finite():
        raise ValueError(f"Không đọc được “{number}” thành lời.")
    whole, _, decimals = f"{abs(exact):f}".partition(".")
    words = integer_words(int(whole))
    if decimals:
        words += f" phẩy {_decimals_words(decimals)}"
    if exact < 0:
        words = f"âm {words}"
    return words[0].upper() + words[1:] if capitalised else words


def percent_words(number: int | Decimal) -> str:
    """Return a percentage in words: 25.6 → ``hai mươi lăm phẩy sáu phần trăm``."""
    return f"{decimal_words(number)} phần trăm"


def money_words(amount: int | Decimal, *, capitalised: bool = False) -> str:
    """Return an amount of đồng in words: 1000000 → ``một triệu đồng``.

    ``capitalised`` is for the amount in words that documents ask for: ``Một triệu đồng``.
    """
    return f"{decimal_words(amount, capitalised=capitalised)} đồng"


def _decimals_words(decimals: str) -> str:
    if decimals.startswith("0") or len(decimals) > _DECIMALS_READ_AS_NUMBER:
        return digit_words(decimals)
    return integer_words(int(decimals))
