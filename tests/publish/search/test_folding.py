from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_site.publish.search.folding import accent, bare, folded, tokens

from .build_vectors import FILE, vectors
from .node import HERE, needs_node, run_node


def _is_old(char: str) -> bool:
    """Known to every Unicode version in use: new letters are no letters to an older Python or browser."""
    return unicodedata.category(char) not in ("Cn", "Co", "Cs") and ord(char) < 0x1_0000


vietnamese = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyẢỄộữýỶ \u0301\u0300\u0309\u0303\u0323-/,.0123456789")
)
anything = st.text(st.characters(codec="utf-8").filter(_is_old))


def test_vectors_are_what_python_does() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == vectors()


@pytest.mark.parametrize("pair", ["hòa hoà", "thủy thuỷ", "kỹ kĩ", "quý quí", "Đ đ", "MỸ mĩ"])
def test_spellings_of_one_word(pair: str) -> None:
    one, other = pair.split()
    assert bare(one) == bare(other)
    assert accent(one) == accent(other)


@given(vietnamese)
def test_byte_forms_do_not_matter(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert [*map(bare, tokens(composed))] == [*map(bare, tokens(decomposed))]
    assert [*map(accent, tokens(composed))] == [*map(accent, tokens(decomposed))]


@given(anything)
def test_bare_words_are_lower_case_without_spaces(text: str) -> None:
    for token in tokens(text):
        word = bare(token)
        assert word == word.lower()
        assert not set(word) & set(" !#^")
        assert accent(token) < 36


@settings(max_examples=300)
@given(vietnamese | anything)
def test_the_quick_way_folds_alike(text: str) -> None:
    for form in ("NFC", "NFD"):
        for token in tokens(unicodedata.normalize(form, text)):
            word = token.lower()
            assert folded(word) == (bare(word), accent(word))
            assert folded(word)[0] == "" or folded(word) == (bare(token), accent(token))


def test_the_quick_way_folds_every_character_alike() -> None:
    for place in range(0x3000):
        for word in (chr(place).lower(), f"m{chr(place)}y".lower(), f"{chr(place)}\u0301a".lower()):
            assert folded(word) == (bare(word), accent(word)), word


@needs_node
@settings(max_examples=15)
@given(st.lists(vietnamese | anything, min_size=20, max_size=60))
def test_the_browser_folds_alike(texts: list[str]) -> None:
    answers = json.loads(run_node(str(HERE / "fold_lines.mjs"), given=texts))
    for text, answer in zip(texts, answers, strict=True):
        assert answer["tokens"] == tokens(text)
        assert answer["bare"] == [*map(bare, tokens(text))]
        assert answer["accent"] == [*map(accent, tokens(text))]
