"""Lists that are made all together are what they are one by one; files cut in parts are the files cut in one go."""

from __future__ import annotations

from array import array
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_site.publish.search import gathering
from cchc_site.publish.search.extraction import Extract
from cchc_site.publish.search.gathering import gather
from cchc_site.publish.search.keys import Keys, Spelling
from cchc_site.publish.search.lexicon import Lexicon, Order, pair_key
from cchc_site.publish.search.payload import TITLE, Payload, packed, room_for, varint, varints
from cchc_site.publish.search.postings import CLASS, Part, single_postings
from cchc_site.publish.search.shards import Limits, Made, Shard, cut, cut_apart, joined, read_made
from cchc_site.publish.search.words import Words

_WORDS = ("ban", "bán", "bàn", "của", "và", "thủ", "tục", "an", "bang")

_postings = st.tuples(st.integers(0, 3), st.integers(0, 255))
_documents = st.dictionaries(st.integers(0, 90) | st.integers(3000, 3100), _postings, min_size=1, max_size=60)


def _keys() -> Keys:
    lexicon = Lexicon()
    for word in _WORDS:
        lexicon[word]
    lexicon.mark("#37.khubnd")
    return Keys(Order(lexicon, {"cua": 0, "va": 1, "ban": 5}))


KEYS = _keys()
SPELLING = Spelling(KEYS)
NUMBERS = sorted({*KEYS.word, *(KEYS.pairs((a, b))[0] for a in range(len(_WORDS)) for b in range(len(_WORDS)))})


def _part(lists: dict[int, dict[int, tuple[int, int]]]) -> Part:
    documents = sorted({document for found in lists.values() for document in found})
    rows = [[(key, *found[document]) for key, found in lists.items() if document in found] for document in documents]
    titles = [(key, extra) for row in rows for key, place, extra in row if place == TITLE]
    return Part(
        0,
        documents,
        array("I", [key | place << CLASS for row in rows for key, place, _ in row]),
        list(accumulate(map(len, rows))),
        array("I", [key for key, _ in titles]),
        array("B", [extra for _, extra in titles]),
    )


def _one_by_one(lists: dict[int, dict[int, tuple[int, int]]], room: int) -> dict[str, Payload]:
    forms = []
    for key, found in lists.items():
        values = [document << 2 | place for document, (place, _) in sorted(found.items())]
        extras = [extra for _, (place, extra) in sorted(found.items()) if place == TITLE]
        [name], [form] = SPELLING.written(n >> 12 for n in SPELLING.sortable(0, [key])), SPELLING.sortable(0, [key])
        code = bytes(divmod(form & 4095, 64))
        row, aside = packed(values, extras, room)
        forms.append((name, code if set(name) & set(" !") else code[:1], row, aside))
    joint: dict[str, Payload] = {}
    for name, code, row, aside in sorted(forms):
        before = joint.get(name, (b"", b""))
        joint[name] = before[0] + code + row, before[1] + aside
    return joint


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(NUMBERS), _documents, max_size=40), st.booleans())
def test_all_together_is_one_by_one(lists: dict[int, dict[int, tuple[int, int]]], without_table: bool) -> None:
    room = room_for(3101)
    with pytest.MonkeyPatch.context() as patch:
        if without_table:
            patch.setattr(gathering, "_TABLE", 1)
        found = gather(SPELLING, room, _part(lists))
    assert list(found.entries()) == list(_one_by_one(lists, room).items())
    assert found.keys == sorted(found.keys)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.text("abc !", min_size=1, max_size=5), min_size=1), st.data())
def test_files_cut_in_parts_are_those_cut_in_one_go(keys: set[str], data: st.DataObject) -> None:
    whole = Shard(sorted(keys), [], {})
    whole.payloads.extend(data.draw(st.binary(min_size=1, max_size=40)) for _ in whole.keys)
    whole.aside.update(dict.fromkeys(whole.keys[::3], b"x"))
    limits = Limits(smallest=30, largest=90, one_in=3)
    bounds = sorted(data.draw(st.lists(st.integers(0, len(whole.keys)), max_size=4)))
    parts = [cut_apart(whole.slice(start, end), limits) for start, end in pairwise([0, *bounds, len(whole.keys)])]
    files = list(joined(parts, limits))
    assert files == [Made.of(shard) for shard in cut(whole.entries(), limits)]
    assert [entry for file in files for entry in read_made(file.arguments, file.aside).entries()] == [*whole.entries()]


def test_more_words_than_a_key_has_room_for_are_divided() -> None:
    extract = Extract(["a7", "a23999"], [], [f"a{place}" for place in range(24_000)], ["#1.kh"])
    lexicon = Lexicon()
    words = Words.of(extract, lexicon)
    keys = Keys(Order(lexicon, {}))
    assert keys.parts > 1
    found = {key: place for key, _, place, _ in single_postings(words, keys, Spelling(keys))}
    pairs = {pair_key(left, right, {}) for left, right in [*pairwise(extract.body), ("a7", "a23999")]}
    assert found.keys() == {*extract.body, *pairs, "#1.kh", "^a7", "^a23999"}
    assert found[pair_key("a7", "a23999", {})] == found["a7"] == TITLE


def test_the_table_of_numbers_is_right() -> None:
    table = varints(20_000)
    assert list(table) == [varint(value) for value in range(len(table))]
