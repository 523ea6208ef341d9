"""Lists that are made all together are what they are one by one; files cut in parts are the files cut in one go."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import cycle, pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_site.publish.search.batches import Batch
from cchc_site.publish.search.columns import before, bit_map, put_varints, sums, varint_sizes
from cchc_site.publish.search.documents import SearchDocument
from cchc_site.publish.search.extraction import Extract
from cchc_site.publish.search.extracts import Extracts
from cchc_site.publish.search.gathering import gather
from cchc_site.publish.search.keys import Keys, Spelling
from cchc_site.publish.search.lexicon import Lexicon, Order, levels_of, pair_key
from cchc_site.publish.search.numbering import Numbered
from cchc_site.publish.search.payload import TITLE, Payload, packed, room_for, varint, varints
from cchc_site.publish.search.postings import single_postings
from cchc_site.publish.search.reading import Reading
from cchc_site.publish.search.scattering import CLASS, DOCUMENT, KEY, Part, parts_of
from cchc_site.publish.search.shards import Limits, Made, Rows, Shard, cut, cut_apart, joined, read_made
from cchc_site.publish.search.words import Words, frequencies_of

_WORDS = ("ban", "bán", "bàn", "của", "và", "thủ", "tục", "an", "bang", "hòa", "hoà", "𝟘")

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
_ALL = np.arange(len(KEYS.word))
NUMBERS = sorted({*KEYS.word.tolist(), *KEYS.pairs(np.repeat(_ALL, len(_ALL)), np.tile(_ALL, len(_ALL))).tolist()})


def _part(lists: dict[int, dict[int, tuple[int, int]]]) -> Part:
    rows = [(key, document, *found[document]) for key, found in lists.items() for document in found]
    return Part(
        0,
        np.array([key | place << CLASS for key, _, place, _ in rows], np.uint32),
        np.array([document for _, document, _, _ in rows], np.uint16),
        np.array([key << KEY | at << DOCUMENT | extra for key, at, place, extra in rows if place == TITLE], np.int64),
    )


def _entries(rows: Rows) -> list[tuple[str, Payload]]:
    return list(read_made(rows.file(0, len(rows.keys)).arguments, rows.aside).entries())


def _one_by_one(forms: dict[tuple[str, bytes], dict[int, tuple[int, int]]], room: int) -> dict[str, Payload]:
    joint: dict[str, Payload] = {}
    for (name, code), found in sorted(forms.items()):
        values = [document << 2 | place for document, (place, _) in sorted(found.items())]
        extras = [extra for _, (place, extra) in sorted(found.items()) if place == TITLE]
        row, aside = packed(values, extras, room)
        so_far = joint.get(name, (b"", b""))
        joint[name] = so_far[0] + code + row, so_far[1] + aside
    return joint


def _form(number: int) -> tuple[str, bytes]:
    form = SPELLING.sortable(0, np.array([number]))
    [name] = SPELLING.written(form >> 12)
    code = bytes(divmod(int(form[0]) & 4095, 64))
    return name, code if set(name) & set(" !") else code[:1]


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(NUMBERS), _documents, min_size=1, max_size=40))
def test_all_together_is_one_by_one(lists: dict[int, dict[int, tuple[int, int]]]) -> None:
    room = room_for(3101)
    found = gather(SPELLING, room, _part(lists))
    assert _entries(found) == list(_one_by_one({_form(number): found for number, found in lists.items()}, room).items())
    assert found.keys == sorted(found.keys)


_texts = st.lists(st.sampled_from(_WORDS), max_size=12)
_extracts = st.builds(Extract, _texts, _texts, _texts, st.lists(st.sampled_from(("ban", "#1.kh", "#37.khubnd"))))
_numbers = st.integers(0, 20) | st.integers(70_000, 70_020)


class _Known(Extracts):
    def __init__(self, extracts: dict[int, Extract]) -> None:
        self._extracts = extracts

    def new(self, document: SearchDocument) -> tuple[Extract, str]:
        return self._extracts[int(document.id)], ""


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(_numbers, _extracts, min_size=1, max_size=12), st.integers(1, 6), st.integers(1, 4))
def test_a_column_is_its_documents_one_by_one(extracts: dict[int, Extract], together: int, count: int) -> None:
    lexicon, order = Lexicon(), sorted(extracts)
    some = [order[at : at + together] for at in range(0, len(order), together)]
    documents = {number: SearchDocument(str(number), "", "", datetime.min.replace(tzinfo=UTC), "") for number in order}
    numbered = Numbered(documents, order[-1] + 1)
    processes = cycle(Reading(numbered, _Known(extracts)) for _ in range(2))
    batches = [next(processes)(part).numbered_by(lexicon) for part in some]
    words = {number: Words.of(extract, lexicon) for number, extract in extracts.items()}
    counts = [sum(word in it.distinct() for it in words.values()) for word in range(len(lexicon.bare))]
    assert counts == sum(batch.counts(len(lexicon.bare)) for batch in batches).tolist()  # type: ignore[union-attr]
    levels = levels_of(frequencies_of(dict(enumerate(counts)), lexicon), len(extracts))
    keys = Keys(Order(lexicon, levels), counts, count)
    room = room_for(order[-1] + 1)
    rows = [gather(Spelling(keys), room, part) for part in parts_of(keys, batches, order[-1] + 1)]
    forms: dict[tuple[str, bytes], dict[int, tuple[int, int]]] = {}
    for number in order:
        for key, code, place in single_postings(words[number], lexicon, levels):
            forms.setdefault((key, code), {})[number] = place
    assert [entry for part in rows for entry in _entries(part)] == list(_one_by_one(forms, room).items())


@settings(max_examples=60, deadline=None)
@given(st.sets(st.text("abc !", min_size=1, max_size=5), min_size=1), st.data())
def test_files_cut_in_parts_are_those_cut_in_one_go(keys: set[str], data: st.DataObject) -> None:
    whole = Shard(sorted(keys), [], {})
    whole.payloads.extend(data.draw(st.binary(min_size=1, max_size=40)) for _ in whole.keys)
    whole.aside.update(dict.fromkeys(whole.keys[::3], b"x"))
    limits = Limits(smallest=30, largest=90, one_in=3)
    bounds = sorted(data.draw(st.lists(st.integers(0, len(whole.keys)), max_size=4)))
    parts = [cut_apart(_slice(whole, start, end).rows(), limits) for start, end in pairwise([0, *bounds, len(keys)])]
    files = list(joined(parts, limits))
    assert files == [Made.of(shard) for shard in cut(whole.entries(), limits)]
    assert [entry for file in files for entry in read_made(file.arguments, file.aside).entries()] == [*whole.entries()]


def _slice(whole: Shard, start: int, end: int) -> Shard:
    keys = whole.keys[start:end]
    return Shard(keys, whole.payloads[start:end], {key: whole.aside[key] for key in keys if key in whole.aside})


def test_rows_that_follow_one_another_are_joined() -> None:
    one, two = Shard(["a", "b"], [b"1", b"22"], {"b": b"x"}), Shard(["c"], [b"3" * 200], {"c": b"y"})
    both = Shard(one.keys + two.keys, one.payloads + two.payloads, one.aside | two.aside)
    assert Rows.joined([one.rows(), two.rows()]) == both.rows()


def test_more_words_than_a_key_has_room_for_are_divided() -> None:
    extract = Extract(["a7", "a23999"], [], [f"a{place}" for place in range(24_000)], ["#1.kh"])
    lexicon = Lexicon()
    batch = Batch.of({3: extract}, lexicon)
    keys = Keys(Order(lexicon, {}))
    assert keys.parts > 1
    names = [name for part in parts_of(keys, [batch], 4) for name in gather(Spelling(keys), 4, part).keys]
    pairs = {pair_key(left, right, {}) for left, right in [*pairwise(extract.body), ("a7", "a23999")]}
    assert names == sorted({*extract.body, *pairs, "#1.kh", "^a7", "^a23999"})


def test_the_table_of_numbers_is_right() -> None:
    table = varints(20_000)
    assert list(table) == [varint(value) for value in range(len(table))]


@given(st.lists(st.integers(0, 127) | st.integers(0, 1 << 40)))
def test_numbers_written_together_are_those_written_one_by_one(numbers: list[int]) -> None:
    column = np.array(numbers, np.int64)
    sizes = varint_sizes(column)
    out = np.zeros(int(sizes.sum()), np.uint8)
    put_varints(out, before(sizes), column)
    assert out.tobytes() == b"".join(map(varint, numbers))


@given(st.lists(st.lists(st.integers(0, 9))))
def test_sums_of_lists(lists: list[list[int]]) -> None:
    flat = np.array([value for row in lists for value in row], np.int64)
    assert sums(flat, np.array(list(map(len, lists)), np.int64)).tolist() == list(map(sum, lists))


@given(st.sets(st.integers(0, 70)))
def test_a_bit_map_is_a_number(places: set[int]) -> None:
    number = sum(1 << place for place in places)
    assert bit_map(np.array(sorted(places), np.int64)) == number.to_bytes((number.bit_length() + 7) // 8, "little")
