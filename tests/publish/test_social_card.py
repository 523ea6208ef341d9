"""The pictures beside shared links."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from cchc_site.column.area import AREAS
from cchc_site.publish import social_card
from cchc_site.publish.social_card import HEIGHT, WIDTH, SocialCard, draw

TITLE = "Nộp hồ sơ trực tuyến: mỗi bước, một chỗ dễ sai"


def _card(title: str = TITLE, area: str = "procedures", **more: str) -> SocialCard:
    words = {"agency": "Sở Nội vụ tỉnh An Bình", "column": "Cải cách hành chính", "label": "Thủ tục hành chính", **more}
    return SocialCard(title=title, area=area, **words)


def _image(card: SocialCard) -> Image.Image:
    return Image.open(io.BytesIO(draw(card)))


@pytest.mark.parametrize("area", [area.id for area in AREAS])
def test_a_card_of_each_area_has_the_size_that_networks_ask_for(area: str) -> None:
    data = draw(_card(area=area))
    assert Image.open(io.BytesIO(data)).size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(data) < 60_000


def test_areas_differ_and_so_do_titles() -> None:
    assert len({draw(_card(area=area.id)) for area in AREAS}) == len(AREAS)
    assert draw(_card()) != draw(_card("Nộp hồ sơ trực tuyến: mỗi bước, một chỗ dễ sai."))


@settings(max_examples=40)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_words_can_be_drawn(title: str, agency: str) -> None:
    assert _image(_card(title, agency=agency)).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize("title", ["Ộ" * 200, "Quyết định " * 40, "W" * 300, "", "Một"])
def test_the_title_stays_inside(title: str) -> None:
    full, bare = (_image(_card(words)).convert("RGB") for words in (title, ""))
    box = ImageChops.difference(full, bare).getbbox()
    if box:
        left, top, right, bottom = box
        assert left >= 60
        assert right <= 1140
        assert top >= 145
        assert bottom <= 545


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "ĩ Ĩ fi já " * 9,
        "ggg ỘẬẪ " * 8,
        "e\u0302\u0301 a\u0323 ☎ 10:30 “AV”",
        "Ộg" * 60,
        "n \u0302 n gỹ " * 9,
    ],
)
def test_a_title_looks_as_when_its_words_are_drawn_as_a_whole(title: str) -> None:
    card = _card(title)
    size, lines = social_card._fitted(title, 1116 - 84)
    font, step = social_card._font(700, size), round(size * 1.32)
    ink = Image.new("L", (WIDTH, HEIGHT))
    for number, line in enumerate(lines):
        x, foot = 84.0, 348 - step * len(lines) // 2 + step * number + size
        for word in line.split():
            drawn = Image.new("L", ink.size)
            ImageDraw.Draw(drawn).text((round(x), foot), word, 255, font, "ls")
            ink = ImageChops.lighter(ink, drawn)
            x += font.getlength(word) + font.getlength(" ")
    bare = _image(_card("")).convert("P")
    expected = ImageChops.lighter(bare, ink.point(social_card._INKED).convert("P"))
    assert _image(card).tobytes() == expected.tobytes()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n")), st.sampled_from([76, 66, 56, 48]))
def test_a_word_is_as_wide_as_the_font_says(word: str, size: int) -> None:
    font = social_card._font(700, size)
    assert social_card._length(font, word) == font.getlength(word)


def test_the_same_words_give_the_same_bytes_quickly() -> None:
    first = draw(_card())
    began = time.process_time()
    assert all(draw(_card()) == first for _ in range(10))
    assert (time.process_time() - began) / 10 < 0.05
