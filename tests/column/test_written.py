"""What somebody wrote is known by its words, wherever they stand."""

from __future__ import annotations

from msgspec.structs import replace

from cchc_site.column.problem import Place
from cchc_site.column.slogan import Slogan

HERE, THERE = Place("content/_data/slogans.yml", 1, 3), Place("content/_data/slogans.yml", 9, 3)


def test_the_same_words_elsewhere_are_the_same_value() -> None:
    slogan = Slogan("s1", "Làm ngay, làm đúng", place=HERE)
    moved = replace(slogan, place=THERE)
    assert moved == slogan
    assert hash(moved) == hash(slogan)
    assert moved.place != slogan.place


def test_other_words_at_the_same_place_are_another_value() -> None:
    slogan = Slogan("s1", "Làm ngay, làm đúng", place=HERE)
    assert slogan != replace(slogan, text="Làm đúng, làm ngay")
    assert slogan != slogan.text
