from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_site.vietnamese.slug import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đổi mới", "doi-moi"),
        ("Nộp hồ sơ trực tuyến: ba bước cần nhớ", "nop-ho-so-truc-tuyen-ba-buoc-can-nho"),
        ("Sở Lao động - Thương binh và Xã hội", "so-lao-dong-thuong-binh-va-xa-hoi"),
        ("Kế hoạch số 37/KH-UBND", "ke-hoach-so-37-kh-ubnd"),
        ("  — “Một cửa” — ", "mot-cua"),
        ("TT&TT", "tt-tt"),
        ("Krông Nô, Đắk R'lấp", "krong-no-dak-r-lap"),
        ("日本", ""),
        ("", ""),
        ("...", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected
    assert slug(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (100, "cai-cach-hanh-chinh"),
        (19, "cai-cach-hanh-chinh"),
        (18, "cai-cach-hanh"),
        (14, "cai-cach-hanh"),
        (13, "cai-cach-hanh"),
        (12, "cai-cach"),
        (3, "cai"),
        (2, "ca"),
        (1, "c"),
    ],
)
def test_slug_is_cut_after_a_syllable(limit: int, expected: str) -> None:
    assert slug("Cải cách hành chính", limit) == expected


def test_slug_refuses_a_limit_below_one() -> None:
    with pytest.raises(ValueError, match="1 ký tự"):
        slug("Tin", 0)


@given(st.text(), st.none() | st.integers(1, 60))
def test_slug_shape(text: str, limit: int | None) -> None:
    made = slug(text, limit)
    assert made == "" or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert limit is None or len(made) <= limit
    assert slug(made, limit) == made
