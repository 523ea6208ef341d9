from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import count
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_site.column import originality
from cchc_site.column.originality import (
    THRESHOLD,
    Copy,
    Sketch,
    changed_pairs,
    copies,
    shingles,
    similar_pairs,
    similarity,
    syllables,
)
from cchc_site.column.sketch_group import SketchGroup


def found_in(texts: Iterable[tuple[str, str]], threshold: float = THRESHOLD) -> dict[str, Copy]:
    known = dict(texts)
    pairs = similar_pairs(
        {key: Sketch.of(text, threshold) for key, text in known.items()}, known.__getitem__, threshold
    )
    return copies(known, pairs, known.__getitem__)


def brute_force(texts: list[tuple[str, str]], threshold: float) -> dict[str, Copy]:
    """Every text with every earlier one that is not itself a copy: the definition, without any index."""
    originals: list[tuple[str, str]] = []
    found: dict[str, Copy] = {}
    for key, text in texts:
        scored = [(similarity(shingles(text), shingles(other)), name, other) for name, other in originals]
        close = [item for item in scored if item[0] >= threshold]
        if not close:
            originals.append((key, text))
            continue
        score, name, other = max(close, key=lambda item: item[0])
        exact = syllables(other) == syllables(text)
        found[key] = Copy(key, name, 1.0 if exact else min(score, 0.9999))
    return found


@st.composite
def families(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Texts that are edits of a few bases, so that many pairs lie around the threshold."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    bases = [[f"b{number}w{i}" for i in range(draw(st.integers(1, 120)))] for number in range(draw(st.integers(1, 3)))]
    texts = []
    numbers = count()
    for _ in range(draw(st.integers(0, 10))):
        words = list(chance.choice(bases))
        for _ in range(chance.choice([0, 0, 1, 2, 3, 6])):
            position = chance.randrange(len(words) + 1)
            words[position : position + chance.randrange(2)] = [f"mới{chance.randrange(4)}"]
        texts.append((f"t{next(numbers)}", " ".join(words)))
    return texts


@given(families(), st.sampled_from([0.5, 0.75, THRESHOLD, 1.0]))
def test_the_index_finds_exactly_what_comparing_all_pairs_finds(texts: list[tuple[str, str]], threshold: float) -> None:
    expected = brute_force(texts, threshold)
    found = found_in(texts, threshold)
    assert {key: (copy.similarity, copy.exact) for key, copy in found.items()} == {
        key: (copy.similarity, copy.exact) for key, copy in expected.items()
    }


@given(families(), families(), st.sampled_from([0.5, THRESHOLD]), st.randoms())
def test_pairs_kept_up_to_date_are_the_pairs_found_anew(
    before: list[tuple[str, str]], after: list[tuple[str, str]], threshold: float, chance: random.Random
) -> None:
    old = dict(before)
    new = {
        key: text
        for key, text in {**old, **dict(chance.sample(after, len(after) // 2))}.items()
        if chance.random() < 0.9
    }
    sketches = {key: Sketch.of(text, threshold) for key, text in new.items()}
    known = similar_pairs({k: Sketch.of(text, threshold) for k, text in old.items()}, old.__getitem__, threshold)
    expected = similar_pairs(sketches, new.__getitem__, threshold)
    changed = {key: sketch for key, sketch in sketches.items() if old.get(key) != new[key]}
    size = chance.randint(1, 5)
    parts = [list(sketches.items())[start : start + size] for start in range(0, len(sketches), size)]
    groups = [SketchGroup.of(dict(part)) for part in parts]
    assert changed_pairs(known, changed, groups, new.__getitem__, threshold) == expected


@given(st.lists(st.text(alphabet="ab ", max_size=8), max_size=8))
def test_short_texts_are_compared_too(texts: list[str]) -> None:
    keyed = [(f"t{number}", text) for number, text in enumerate(texts)]
    assert found_in(keyed).keys() == brute_force(keyed, THRESHOLD).keys()


def test_the_first_of_two_alike_is_the_original() -> None:
    found = found_in(
        [("a", "Một hai ba bốn năm sáu"), ("b", "một, HAI ba - bốn năm sáu!"), ("c", "một hai ba bốn năm sáu")]
    )
    assert found == {"b": Copy("b", "a", 1.0), "c": Copy("c", "a", 1.0)}
    assert found["b"].exact


def test_a_copy_of_a_copy_is_compared_with_the_original_only() -> None:
    words = [f"w{number}" for number in range(200)]
    near = words[:-8] + [f"x{number}" for number in range(8)]
    far = [f"y{number}" for number in range(8)] + near[8:]
    assert similarity(shingles(" ".join(near)), shingles(" ".join(far))) >= THRESHOLD
    found = found_in([("a", " ".join(words)), ("b", " ".join(near)), ("c", " ".join(far))])
    assert set(found) == {"b"}


def test_equal_shingles_are_not_equal_texts() -> None:
    line = "một hai ba bốn năm "
    [copy] = found_in([("a", line * 3), ("b", line * 5)]).values()
    assert copy.similarity == 0.9999
    assert not copy.exact


@pytest.mark.parametrize(("changed", "found"), [(10, True), (11, False)])
def test_both_sides_of_the_threshold(changed: int, found: bool) -> None:
    # 190 shingles each, of which `changed` at the end differ: 180/200 = 0.90, 179/201 < 0.90
    words = [f"w{number}" for number in range(194)]
    other = words[:-changed] + [f"x{number}" for number in range(changed)]
    assert bool(found_in([("a", " ".join(words)), ("b", " ".join(other))])) is found


def test_empty_texts_are_not_copies_of_each_other() -> None:
    assert found_in([("a", ""), ("b", ""), ("c", " ... ")]) == {}


def test_the_closest_original_is_named() -> None:
    words = [f"w{number}" for number in range(400)]
    texts = [("xa", words[:-20] + [f"x{number}" for number in range(20)]), ("gần", words[30:]), ("sau", words)]
    found = found_in((key, " ".join(text)) for key, text in texts)
    assert [(copy.later, copy.earlier) for copy in found.values()] == [("sau", "gần")]


@given(families())
def test_numbers_counted_part_by_part_are_those_that_several_have(texts: list[tuple[str, str]]) -> None:
    sketches = {key: Sketch.of(text) for key, text in texts}
    with patch.object(originality, "_AT_ONCE", 7):
        parted = originality._repeated(sketches)
    numbers = [number for sketch in sketches.values() for number in sketch.kept]
    assert parted == originality._repeated(sketches) == {number for number in numbers if numbers.count(number) > 1}
