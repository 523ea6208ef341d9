from __future__ import annotations

import base64
import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from support import corpus

from cchc_site.column.column import Column
from cchc_site.publish.search import script
from cchc_site.publish.search.documents import SearchDocument, documents_of
from cchc_site.publish.search.payload import (
    BODY,
    NOTHING,
    OFTEN,
    SUMMARY,
    TITLE,
    Payload,
    changed,
    packed,
    postings_in,
    read,
    room_for,
    varint,
)
from cchc_site.publish.search.shards import LIMITS, front_coded
from cchc_site.publish.search.site import MANIFEST, SCRIPT, index_files, search_files

from .node import HERE, needs_node, run_node
from .test_extraction import document

Postings = dict[int, tuple[int, int]]


def _values(content: bytes) -> list[object]:
    text = content.decode()
    match = re.fullmatch(r'cchcSearch\("([a-z])","([a-z0-9]*)",(.*)\)\n', text, re.DOTALL)
    assert match
    values: list[object] = json.loads(match[3])
    return values


def _keys(documents: list[SearchDocument]) -> dict[str, dict[bytes, dict[int, tuple[int, int]]]]:
    """All keys of all files: by accents and document the class and the further byte."""
    found = {}
    for path, content in sorted(index_files(documents).items()):
        if "/k/" in path:
            keys, data = map(str, _values(content))
            shared, packed, at = "", base64.b64decode(data), 0
            for line in keys.split("\n"):
                shared = shared[: ord(line[0]) - 48] + line[1:]
                length, at = read(packed, at)
                found[shared] = postings_in(packed[at : at + length], 2 if set(shared) & set(" !") else 1)
                at += length
    return found


def test_a_pair_stands_with_its_rarer_syllable_and_its_accents() -> None:
    documents = [document(f"t{index}", body="của dân") for index in range(8)]
    documents.append(document("x", title="Của quý", body="của quý, quy định"))
    keys = _keys(documents)
    # "định" and "quý" are equally rare: the pair stands with the one that comes first in the alphabet.
    assert {"qui!cua", "dinh!qui", "qui", "^qui", "cua dan"} <= set(keys)
    assert keys["qui"] == {bytes([0]): {8: (BODY, 0)}, bytes([2]): {8: (TITLE, 1 << 4 | 1)}}
    assert keys["qui!cua"] == {bytes([3, 2]): {8: (TITLE, 1)}}


def test_the_strongest_place_counts() -> None:
    keys = _keys([document("x", title="một hai", summary="một ba", body="một ba bốn bốn bốn bốn năm năm")])
    place = {key: at[0][0] for key, forms in keys.items() for at in forms.values()}
    assert (place["mot"], place["ba"], place["bon"], place["nam"]) == (TITLE, SUMMARY, OFTEN, BODY)
    assert (place["ba!mot"], place["bon bon"], place["bon nam"]) == (SUMMARY, OFTEN, BODY)


def test_one_syllable_with_two_accents_is_a_pair_in_the_order_of_the_text() -> None:
    for body, code in (("ban bán", bytes([0, 2])), ("bán ban", bytes([2, 0]))):
        assert _keys([document("x", title="", body=body)])["ban ban"] == {code: {0: (BODY, 0)}}


@given(st.lists(st.integers(0, 10**9)))
def test_varint(numbers: list[int]) -> None:
    packed = b"".join(map(varint, numbers))
    found, value, shift = [], 0, 0
    for byte in packed:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(value)
            value = shift = 0
    assert found == numbers


def test_front_coding() -> None:
    assert front_coded(["cai", "cai cach", "cong"]) == "0cai\n3 cach\n1ong"


def test_dense_lists_become_bit_maps() -> None:
    values = [at << 2 | BODY for at in range(64)]
    assert packed(values, [], 64) == (b"\x01\x08" + b"\xff" * 8, b"\x00")
    assert len(packed(values[:3], [], 64)[0]) == 1 + 3


@given(st.dictionaries(st.integers(0, 70), st.tuples(st.integers(0, 3), st.integers(0, 255))), st.data())
def test_a_changed_payload_is_the_payload_of_the_changed_list(old: Postings, data: st.DataObject) -> None:
    new = data.draw(st.dictionaries(st.integers(0, 70), st.tuples(st.integers(0, 3), st.integers(0, 255))))
    changes = {(b"\x07", document): new.get(document) for document in old.keys() | new.keys()}
    assert changed(_payload(old), 1, changes, 128) == _payload(new)


def _payload(postings: Postings) -> Payload:
    values = [document << 2 | place for document, (place, _) in sorted(postings.items())]
    extras = [extra for _, (place, extra) in sorted(postings.items()) if place == TITLE]
    row, aside = packed(values, extras, 128) if values else NOTHING
    return (b"\x07" + row if row else b""), aside


def test_what_is_long_changes_seldom() -> None:
    assert [room_for(end) for end in (0, 1, 2, 3, 16, 17)] == [1, 1, 2, 4, 16, 32]


@pytest.fixture(scope="module")
def column() -> Column:
    return corpus.column(400, 5)


def test_files_are_deterministic_and_small(column: Column) -> None:
    column = replace(column, articles=column.articles[:120])
    files = search_files(column, corpus.AS_OF)
    assert files == search_files(column, corpus.AS_OF)
    assert {MANIFEST, SCRIPT} <= files.keys()
    for path, content in files.items():
        if "/k/" in path:
            keys, data = _values(content)
            assert len(base64.b64decode(str(data))) <= LIMITS.largest
            assert str(keys)


def test_only_public_pieces_are_there(column: Column) -> None:
    early = documents_of(column, column.articles[9].published)
    assert len(early) == 10


def test_one_new_piece_changes_few_files(column: Column) -> None:
    documents = documents_of(column, corpus.AS_OF)
    before = index_files(documents)
    edited = [*documents[1:], document("khác", documents[0].day, title=documents[0].title, body="Một câu thôi.")]
    changed = {path for path in index_files(edited) if path not in before}
    assert len(changed) < len(before)
    # A word changed in one body: its pairs, its syllable, nothing else.
    old = documents[50]
    small = replace(old, body=old.text.replace(" và ", " với ", 1))
    after = index_files([*documents[:50], small, *documents[51:]])
    assert len([path for path in after if after[path] != before.get(path)]) <= 8


def test_hostile_text_stays_text() -> None:
    nasty = '</script><script>alert(1)</script>"\u2028\\'
    files = index_files([document("x", title=nasty, summary=nasty, body=nasty, words=(nasty,), unit=nasty)])
    for path, content in files.items():
        assert _values(content), path


@pytest.mark.parametrize("count", [0, 1])
def test_tiny_columns(count: int) -> None:
    assert MANIFEST in index_files([document(f"t{index}", body="nội dung") for index in range(count)])


def test_the_script_is_classic_and_writes_no_html() -> None:
    text = script.browser_script().decode()
    assert not re.search(r"^(?:import|export)\b", text, re.MULTILINE)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function", text)


def test_joining_the_modules_loses_no_code() -> None:
    source = (
        'import { a } from "./b.js";\n/** doc */\nexport const x = 1;\n'
        "  /** @type {Y} */ (x).go();\n  // note\n  /** z */\n  y();\n"
    )
    assert script.plain(source) == "const x = 1;\n/** @type {Y} */ (x).go();\ny();\n"


@needs_node
def test_the_modules_can_share_one_scope(tmp_path: Path) -> None:
    (tmp_path / "script.cjs").write_bytes(script.browser_script())
    run_node("--check", str(tmp_path / "script.cjs"))


def test_the_script_is_small() -> None:
    assert len(gzip.compress(script.browser_script(), 6)) <= 15_000


@needs_node
def test_the_browser_half_under_node() -> None:
    run_node("--test", str(HERE))
