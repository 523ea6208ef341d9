"""Numbers in figures: dots between thousands, a comma before decimals.

The separators are those of the Accounting Law 88/2015/QH13 (letters and figures in accounting) and
of the Unicode CLDR locale ``vi``. Binary floats are not accepted, because 0.1 + 0.2 must not reach a report.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

MoneyStyle = Literal["text", "table"]
"""``text``: 1.000.000 đồng, in sentences; ``table``: 1.000.000 đ, in cells."""

_SWAP: Final = str.maketrans(",.", ".,")


def group_thousands(number: int | Decimal, places: int | None = None) -> str:
    """Return ``number`` in Vietnamese figures: ``Decimal("1234567.89")`` gives ``1.234.567,89``.

    ``places`` fixes the count of decimals, rounding halves away from zero; without it the decimals
    of ``number`` stay as they are. Raises ValueError for NaN and infinities and for negative
    ``places``, TypeError for a float.
    """
    if isinstance(number, float):
        raise TypeError("Số thập phân phải là Decimal, không phải float.")
    exact = Decimal(number)
    if not exact.is_finite():
        raise ValueError(f"Không viết được “{number}” bằng chữ số.")
    if places is not None:
        if places < 0:
            raise ValueError("Số chữ số thập phân không được âm.")
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if exact.is_zero():
        exact = abs(exact)  # "-0" is no number a reader knows
    return f"{exact:,f}".translate(_SWAP)


def percent(number: int | Decimal, places: int | None = None) -> str:
    """Return a percentage already counted in hundredths: ``Decimal("25.6")`` gives ``25,6%``.

    There is no space before the sign, as CLDR has it for Vietnamese. Raises as group_thousands.
    """
    return f"{group_thousands(number, places)}%"


def money(amount: int | Decimal, style: MoneyStyle = "text") -> str:
    """Return an amount in Vietnamese đồng: ``1.000.000 đồng``. Raises as group_thousands."""
    unit = "đ" if style == "table" else "đồng"
    return f"{group_thousands(amount)} {unit}"


def pad2(count: int) -> str:
    """Return a small count as plans write it, ``04`` for 4; two figures and more stay as they are.

    Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError(f"Số lượng không được âm: {count}.")
    return f"{count:02}"
