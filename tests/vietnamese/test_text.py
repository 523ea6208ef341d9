from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_site.vietnamese.text import (
    ToneStyle,
    canonical_tone,
    count_words,
    fold,
    loose,
    nfc,
    syllables,
)

# Vietnamese letters in every case and tone, with what else gets into a text.
VIETNAMESE = st.text(
    alphabet=st.one_of(
        st.sampled_from("aăâeêioôơuưyqhgkltđĐAOUYEQ -–’\u0300\u0301\u0303\u0309\u0323"),
        st.characters(min_codepoint=0x1EA0, max_codepoint=0x1EF9),
        st.characters(),
    )
)

TONES = [
    # open oa, oe, uy: the tone moves
    ("hoà", "hòa"),
    ("hoá", "hóa"),
    ("hoả", "hỏa"),
    ("hoã", "hõa"),
    ("hoạ", "họa"),
    ("loà xoà", "lòa xòa"),
    ("oà", "òa"),
    ("khoẻ", "khỏe"),
    ("xoè", "xòe"),
    ("thuý", "thúy"),
    ("thuỷ", "thủy"),
    ("thuỳ", "thùy"),
    ("Thuỵ", "Thụy"),
    ("luỹ", "lũy"),
    ("tuỳ", "tùy"),
    ("uỷ", "ủy"),
    ("Uỷ ban", "Ủy ban"),
    ("UỶ BAN", "ỦY BAN"),
    ("HOÀ", "HÒA"),
    ("Văn hoá, Thể thao", "Văn hóa, Thể thao"),
    ("(hoá)", "(hóa)"),
    ("hoá.", "hóa."),
    ("hoá-học", "hóa-học"),
]

ONE_SPELLING = [
    "quý",
    "quỳ",
    "Quý",
    "QUÝ",
    "quỹ",
    "quà",
    "quả",
    "quẻ",
    "hoàn",
    "toàn",
    "toán",
    "hoạt",
    "hoặc",
    "khoẻn",
    "ngoéo",
    "khoái",
    "xoáy",
    "khuỷu",
    "huỳnh",
    "quýt",
    "huých",
    "thuế",
    "thuở",
    "của",
    "mùa",
    "múa",
    "nghĩa",
    "tuổi",
    "hoa",
    "huy",
    "cái",
    "cáo",
    "kéo",
]


@pytest.mark.parametrize(("second", "first"), TONES)
def test_tone_goes_either_way(second: str, first: str) -> None:
    assert canonical_tone(second) == first
    assert canonical_tone(first) == first
    assert canonical_tone(first, "second") == second
    assert canonical_tone(second, "second") == second


@pytest.mark.parametrize("word", ONE_SPELLING)
@pytest.mark.parametrize("style", ["first", "second"])
def test_closed_rhymes_and_quy_have_one_spelling(word: str, style: ToneStyle) -> None:
    assert canonical_tone(word, style) == word


def test_tone_of_decomposed_text_and_result_composed() -> None:
    assert canonical_tone(unicodedata.normalize("NFD", "uỷ ban hoà bình")) == "ủy ban hòa bình"


def test_other_tone_style_is_refused() -> None:
    with pytest.raises(ValueError, match="first"):
        canonical_tone("hoà", "new")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đổi mới", "doi moi"),
        ("CẢI CÁCH HÀNH CHÍNH", "cai cach hanh chinh"),
        ("Ủy ban", "uy ban"),
        ("Uỷ ban", "uy ban"),
        ("đường ưỡn ẹo", "duong uon eo"),
        ("\u00d0ắk Lắk", "dak lak"),  # Eth typed for Đ
        ("kinh tế – xã hội", "kinh te - xa hoi"),
        ("kinh tế — xã hội", "kinh te - xa hoi"),
        ("một\u00a0cửa", "mot cua"),
        ("hành\u200b chính\u00ad", "hanh chinh"),
        ("76/NQ-CP", "76/nq-cp"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kỹ thuật", "kĩ thuật"),
        ("lý do", "lí do"),
        ("Mỹ thuật", "mĩ thuật"),
        ("bác sỹ", "bác sĩ"),
        ("tỷ lệ", "tỉ lệ"),
        ("hy vọng", "hi vọng"),
        ("quý báu", "quí báu"),
        ("Văn hoá", "văn hóa"),
    ],
)
def test_loose_makes_spellings_equal(one: str, other: str) -> None:
    assert loose(one) == loose(other)


@pytest.mark.parametrize(("one", "other"), [("thúy", "thúi"), ("tay", "tai"), ("đấy", "đái"), ("city", "citi")])
def test_loose_keeps_words_apart(one: str, other: str) -> None:
    assert loose(one) != loose(other)


def test_syllables() -> None:
    text = unicodedata.normalize("NFD", "Bộ phận “Một cửa”: 25,6%; 76/NQ-CP")
    assert syllables(text) == ["Bộ", "phận", "Một", "cửa", "25", "6", "76", "NQ", "CP"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("   \n", 0),
        ("Cải cách hành chính", 4),
        ("kinh tế - xã hội", 4),
        ("• 04 tin, bài", 3),
        ("76/NQ-CP", 1),
        ("25,6 %", 1),
        ("“Một cửa” – … !", 2),
        ("hành\u00a0chính công", 3),
    ],
)
def test_count_words(text: str, count: int) -> None:
    assert count_words(text) == count
    assert count_words(unicodedata.normalize("NFD", text)) == count


@given(VIETNAMESE)
def test_fold_is_idempotent_and_blind_to_byte_form(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert fold(unicodedata.normalize("NFD", text)) == once
    assert fold(nfc(text)) == once


@given(VIETNAMESE, st.sampled_from(["first", "second"]))
def test_tone_is_idempotent_and_only_moves_tones(text: str, style: ToneStyle) -> None:
    once = canonical_tone(text, style)
    assert canonical_tone(once, style) == once
    assert fold(once) == fold(text)
    assert unicodedata.is_normalized("NFC", once)
    assert len(unicodedata.normalize("NFD", once)) == len(unicodedata.normalize("NFD", text))


@given(VIETNAMESE)
def test_both_styles_lead_to_the_same_text(text: str) -> None:
    assert canonical_tone(canonical_tone(text, "second")) == canonical_tone(text)


@given(VIETNAMESE)
def test_loose_is_idempotent(text: str) -> None:
    assert loose(loose(text)) == loose(text)
