"""Old encodings: every letter there and back, names of fonts, and knowing when to leave a text alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_site.vietnamese.legacy import _TCVN3, _VNI, LegacyFont, convert, detect, legacy_font
from cchc_site.vietnamese.syllable import is_syllable

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SMALL = sorted({unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES} | {"đ"})
BEYOND_ASCII = [letter for letter in SMALL if not letter.isascii()]
NATION = "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc"


def test_both_tables_reach_every_vietnamese_letter() -> None:
    assert set(BEYOND_ASCII) <= {chr(code) for code in _TCVN3.values()}
    assert {*BEYOND_ASCII, *(letter.upper() for letter in BEYOND_ASCII)} <= set(_VNI.values())


def test_no_two_places_mean_the_same_letter() -> None:
    assert len(set(_TCVN3.values())) == len(_TCVN3)


@pytest.mark.parametrize(
    ("encoding", "stored"),
    [
        ("tcvn3", "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc"),
        ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc"),
    ],
)
def test_the_nations_name_as_offices_stored_it(encoding: str, stored: str) -> None:
    assert convert(stored, encoding) == NATION  # type: ignore[arg-type]
    assert detect(stored) == encoding


def test_capitals_come_from_the_capital_fonts_and_the_private_area() -> None:
    assert convert("ñy ban nh©n d©n", "tcvn3", capitals=True) == "ỦY BAN NHÂN DÂN"
    assert convert("UÛY BAN NHAÂN DAÂN", "vni") == "ỦY BAN NHÂN DÂN"
    assert convert("ViÖt".replace("Ö", chr(0xF000 + ord("Ö"))), "tcvn3") == "Việt"


@pytest.mark.parametrize(
    ("name", "font"),
    [
        (".VnTime", LegacyFont("tcvn3", False)),
        (".VnTimeH", LegacyFont("tcvn3", True)),
        (".vnArial", LegacyFont("tcvn3", False)),
        ("VNI-Times", LegacyFont("vni", False)),
        ("VNI Helve", LegacyFont("vni", False)),
        ("Times New Roman", None),
        ("Vn", None),
        ("", None),
    ],
)
def test_fonts_say_their_encoding(name: str, font: LegacyFont | None) -> None:
    assert legacy_font(name) == font


@pytest.mark.parametrize(
    "text",
    [
        NATION,
        "Nghị định số 30/2020/NĐ-CP, điểm đ khoản 2",
        "Señor López está en Málaga con el niño pequeño también",
        "Déjà vu à l'été, café très fort, hôtel élégant",
        "Straße, Grüße, Äpfel, Öl, Übung schön",
        "Plain English text only.",
        "",
        "ViÖt",
    ],
)
def test_what_reads_well_is_left_alone(text: str) -> None:
    assert detect(text) is None


@given(st.lists(st.sampled_from([word for word in NATION.split() if word != "-"]), min_size=6))
def test_any_vietnamese_words_come_back_from_vni(words: list[str]) -> None:
    back = {letter: pair for pair, letter in reversed(_VNI.items())}
    text = " ".join(words)
    assert convert("".join(back.get(letter, letter) for letter in text), "vni") == text


@pytest.mark.parametrize(
    "word", ["nghiêng", "khuỷu", "quyền", "gì", "giếng", "ươu", "Thương", "THƯỜNG", "yếu", "quốc", "oăm"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["ViÖt", "Céng1", "ngh", "các̀", "cac", "strength", "hoac", "thuongg"])
def test_not_syllables(word: str) -> None:
    assert not is_syllable(word)
