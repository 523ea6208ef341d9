from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_site.vietnamese.roman import LARGEST, from_roman, to_roman


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (90, "XC"), (1945, "MCMXLV"), (3999, "MMMCMXCIX")],
)
def test_roman(number: int, written: str) -> None:
    assert to_roman(number) == written
    assert from_roman(written) == number


@pytest.mark.parametrize("text", ["", "IIII", "VV", "IC", "iv", "X I", "A", "IVI"])
def test_not_roman(text: str) -> None:
    with pytest.raises(ValueError, match="La Mã"):
        from_roman(text)


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_not_writable(number: int) -> None:
    with pytest.raises(ValueError, match="La Mã"):
        to_roman(number)


@given(st.integers(1, LARGEST))
def test_round_trip(number: int) -> None:
    assert from_roman(to_roman(number)) == number
