"""Words told by bytes are the words that the pattern finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cchc_site.vietnamese.bare_words import WORD, bare_words

_LETTERS = "aZ09_ \n\t\x1f.-–“×÷ÀỹđĐƠơẞßıİǆ\u00a0\u00ad\u0301\u1dff\u1e00\u1eff\u1f00\u200b\ud800한١²½ª𝟘"


def _is_told(text: str) -> bool:
    return bare_words(text).split() == [word.encode("utf-8", "surrogatepass") for word in WORD.findall(text)]


def test_every_character_is_part_of_a_word_or_none() -> None:
    assert all(_is_told(f"a{chr(code)}b") for code in range(0x3000))


@given(st.text(_LETTERS) | st.text())
def test_words_are_what_the_pattern_finds(text: str) -> None:
    assert _is_told(text)


def test_of_vietnamese_nothing_is_left_but_words() -> None:
    text = "Sở Nội vụ (SNV) đã trả 1.234 hồ sơ – đúng hẹn, “không” chờ…"
    assert " ".join(bare_words(text).decode().split()) == "Sở Nội vụ SNV đã trả 1 234 hồ sơ đúng hẹn không chờ"
