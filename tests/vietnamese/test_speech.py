from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import Decimal
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.sites import REPOSITORY

from cchc_site.vietnamese.document_numbers import parse
from cchc_site.vietnamese.speech import (
    date_words,
    decimal_words,
    document_number_words,
    integer_words,
    letter_names,
    money_words,
    month_words,
    open_pairs,
    parse_integer_words,
    percent_words,
    quarter_words,
    running,
    speak,
    time_words,
)

from .reading_cases import DECIMALS, DOCUMENTS, INTEGERS, RUNNING


def test_there_are_enough_cases() -> None:
    assert len(INTEGERS) + len(DECIMALS) + len(DOCUMENTS) + len(RUNNING) >= 120


@pytest.mark.parametrize(("number", "words"), INTEGERS)
def test_integers(number: int, words: str) -> None:
    assert integer_words(number) == words
    assert parse_integer_words(words) == number


@pytest.mark.parametrize(("number", "words"), DECIMALS)
def test_decimals(number: str, words: str) -> None:
    assert decimal_words(Decimal(number)) == words


@pytest.mark.parametrize(("number", "words"), DOCUMENTS)
def test_document_numbers(number: str, words: str) -> None:
    assert document_number_words(number) == words
    assert document_number_words(parse(number)) == words


@pytest.mark.parametrize(("text", "words"), RUNNING)
def test_running_text(text: str, words: str) -> None:
    # "x " keeps the sentence from starting here, unless the case itself is about starts.
    if text[:1].islower():
        assert speak(f"x {text}") == f"x {words[:1].lower()}{words[1:]}"
    else:
        assert speak(text) == words
    assert unicodedata.normalize("NFC", speak(unicodedata.normalize("NFD", text))) == speak(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Đạt 7/4 tin, bài; xếp 9/10.", ["7/4", "9/10"]),
        ("Họp sáng 14/3, từ 1/7 đến 3/7, ngày 5, 6/8; trực 24/7.", []),
        ("Đến 3/4 số xã, 31/4 là chuyện đùa, 76/NQ-CP, 5/3/2024.", []),
    ],
)
def test_s4_16_the_announcer_is_asked_only_about_pairs_that_nothing_tells(text: str, asked: list[str]) -> None:
    assert list(open_pairs(text)) == asked


def test_money() -> None:
    assert money_words(1_000_000) == "một triệu đồng"
    assert money_words(1_000_000, capitalised=True) == "Một triệu đồng"
    assert money_words(0) == "không đồng"
    assert integer_words(21, capitalised=True) == "Hai mươi mốt"
    assert integer_words(-1, capitalised=True) == "Âm một"


def test_percent() -> None:
    assert percent_words(Decimal("25.6")) == "hai mươi lăm phẩy sáu phần trăm"
    assert percent_words(100) == "một trăm phần trăm"


def test_moments() -> None:
    assert date_words(dt.date(2024, 2, 5)) == "ngày mùng năm tháng hai năm hai nghìn không trăm hai mươi tư"
    assert date_words(dt.date(1975, 4, 30)) == "ngày ba mươi tháng tư năm một nghìn chín trăm bảy mươi lăm"
    assert date_words(dt.date(2021, 10, 10)) == "ngày mùng mười tháng mười năm hai nghìn không trăm hai mươi mốt"
    assert month_words(2024, 4) == "tháng tư năm hai nghìn không trăm hai mươi tư"
    assert quarter_words(2022, 4) == "quý tư năm hai nghìn không trăm hai mươi hai"
    assert quarter_words(2022, 1) == "quý một năm hai nghìn không trăm hai mươi hai"
    assert time_words(dt.time(16, 0)) == "mười sáu giờ"
    assert time_words(dt.time(16, 0), full_hour=True) == "mười sáu giờ không phút"
    assert time_words(dt.datetime(2024, 1, 1, 21, 45, 30)) == "hai mươi mốt giờ bốn mươi lăm phút"
    for bad in (0, 13):
        with pytest.raises(ValueError, match="Tháng"):
            month_words(2024, bad)
    with pytest.raises(ValueError, match="Quý"):
        quarter_words(2024, 5)


def test_letters() -> None:
    assert letter_names("KH-UBND") == "ca hát gạch ngang u bê en-nờ dê"
    assert letter_names("Đ9*") == "đê chín"


def test_what_cannot_be_read() -> None:
    for number in (10**18, -(10**18)):
        with pytest.raises(ValueError, match="quá lớn"):
            integer_words(number)
    with pytest.raises(TypeError, match="float"):
        decimal_words(0.1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="thành lời"):
        decimal_words(Decimal("NaN"))
    with pytest.raises(ValueError, match="số, ký hiệu"):
        document_number_words("/KH-UBND")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Hai mươi bốn", 24),
        ("hai nghìn không trăm hai mươi tư", 2024),
        ("một ngàn không trăm lẻ năm", 1005),
        ("  ba   tỉ  ", 3 * 10**9),
        ("hai mươi nhăm", 25),
    ],
)
def test_variants_are_understood(words: str, number: int) -> None:
    assert parse_integer_words(words) == number


@pytest.mark.parametrize(
    "words",
    [
        "",
        "âm",
        "trăm",
        "mươi",
        "hai ba",
        "mười mười",
        "hai mươi không",
        "một nghìn một nghìn",
        "một con",
        "linh năm",
        "nghìn triệu",
        "một triệu tỷ một triệu tỷ",
        "không một",
        "một tỷ tỷ",
    ],
)
def test_nonsense_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="không phải là cách đọc"):
        parse_integer_words(words)


@given(st.integers(0, 10**15 - 1))
def test_integers_round_trip(number: int) -> None:
    assert parse_integer_words(integer_words(number)) == number


@given(st.integers(1, 15).flatmap(lambda digits: st.integers(10 ** (digits - 1), 10**digits - 1)))
def test_integers_of_every_length_round_trip(number: int) -> None:
    assert parse_integer_words(integer_words(number)) == number
    assert parse_integer_words(integer_words(-number, capitalised=True)) == -number


def test_every_small_integer_round_trips() -> None:
    readings = [integer_words(number) for number in range(20_000)]
    assert len(set(readings)) == len(readings)
    assert [parse_integer_words(words) for words in readings] == list(range(20_000))


@given(st.text(alphabet="0123456789.,/-–: %đhgIVXĐCHUBNDKQquýngàythứ()\n"))
def test_speak_takes_any_text(text: str) -> None:
    assert unicodedata.is_normalized("NFC", speak(text))


@given(st.integers(0, 10**15 - 1))
def test_speak_reads_grouped_numbers_as_numbers(number: int) -> None:
    figures = f"{number:,}".replace(",", ".")
    assert speak(f"có {figures} hồ sơ") == f"Có {integer_words(number)} hồ sơ".replace("Có", "có")


WORDS = (
    "ngày tháng từ thứ quý phần chương đại hội khóa loạı kỳ ſáng cải cách hành chính (CCHC) IV XIII 5 14/3 15/3/2026 "
    "Ngày Tháng Từ Quý Đại Phần Đảng Khóa Mục Tp. Th.S Xi Ủy Ctr Par Index KI \u0130t \u01c5a NGÀY "
    "b/c a@b.vn cchc.vn https://x.vn www.x.vn 76/NQ-CP 20% -3 TP. HCM KẾ HOẠCH ISO 9001:2015 16h30 đến _ của"
)
GAPS = st.sampled_from(
    [" ", " ", " ", "\n", ", ", "; ", ". ", ": ", "? ", ".", "", "-", "/", ":", "_", "(", ")", "\u0301", "\xa0"]
)


@given(
    st.lists(st.tuples(st.sampled_from(WORDS.split()), GAPS), max_size=9).map(
        lambda parts: "".join(map("".join, parts))
    )
)
def test_words_that_are_passed_over_are_those_that_no_rule_reads(text: str) -> None:
    with patch.object(running, "_starts", lambda: re.compile(r"(?<!\w)[\w(−-]")):
        expected = speak(text)
    assert speak(text) == expected


def test_no_rule_reads_a_word_of_the_shipped_column_that_is_passed_over() -> None:
    files = sorted((REPOSITORY / "content").rglob("*.md"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    spoken = [speak(text) for text in texts]
    with patch.object(running, "_starts", lambda: re.compile(r"(?<!\w)[\w(−-]")):
        assert spoken == [speak(text) for text in texts]
