from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_site.vietnamese.numbers import group_thousands, money, pad2, percent


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (-1234567, "-1.234.567"),
        (Decimal("1234567.89"), "1.234.567,89"),
        (Decimal("0.5"), "0,5"),
        (Decimal("-0"), "0"),
        (Decimal("1E+6"), "1.000.000"),
        (Decimal("2.50"), "2,50"),
    ],
)
def test_group_thousands(number: int | Decimal, written: str) -> None:
    assert group_thousands(number) == written


def test_places_round_halves_away_from_zero() -> None:
    assert group_thousands(Decimal("0.125"), 2) == "0,13"
    assert group_thousands(Decimal("-0.125"), 2) == "-0,13"
    assert group_thousands(Decimal("-0.001"), 1) == "0,0"
    assert group_thousands(1000, 1) == "1.000,0"


def test_percent_and_money() -> None:
    assert percent(Decimal("25.6")) == "25,6%"
    assert percent(Decimal("33.3333"), 1) == "33,3%"
    assert percent(100) == "100%"
    assert money(1_000_000) == "1.000.000 đồng"
    assert money(1_000_000, "table") == "1.000.000 đ"


def test_pad2() -> None:
    assert [pad2(count) for count in (0, 4, 10, 100)] == ["00", "04", "10", "100"]
    with pytest.raises(ValueError, match="âm"):
        pad2(-1)


def test_what_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        group_thousands(0.1)  # type: ignore[arg-type]
    for bad in ("NaN", "Infinity"):
        with pytest.raises(ValueError, match="chữ số"):
            group_thousands(Decimal(bad))
    with pytest.raises(ValueError, match="âm"):
        group_thousands(1, -1)


@given(st.integers(-(10**20), 10**20))
def test_grouping_keeps_the_number(number: int) -> None:
    written = group_thousands(number)
    assert int(written.replace(".", "")) == number
    assert all(len(group) == 3 for group in written.lstrip("-").split(".")[1:])
