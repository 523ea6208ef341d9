"""An index that was amended, again and again, is the index of the documents as they are now."""

from __future__ import annotations

import dataclasses
import pickle
import random
from collections.abc import Callable, Iterable, MutableMapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from support import corpus

from cchc_site.column.unit import Units
from cchc_site.publish.search import anew
from cchc_site.publish.search.documents import Findable, SearchDocument, findable
from cchc_site.publish.search.memory import Memory
from cchc_site.publish.search.scattering import Part
from cchc_site.publish.search.shards import Limits, Made
from cchc_site.publish.search.site import MANIFEST, index_outputs, search_outputs

from .test_extraction import document

_SMALL = Limits(smallest=60, largest=120, one_in=4)
_SYLLABLES = (
    *("của", "và", "cải", "cách", "hành", "chính", "thủ", "tục", "UBND", "37/KH-UBND", "ban", "bán", "bàn", "cua"),
    *(f"{onset}{rhyme}" for onset in "bcdhlmnst" for rhyme in ("a", "án", "ẹt", "ong", "ủ", "ươi")),
)
_DAYS = ("2026-06-30", "2026-07-01", "2026-07-02", "2026-07-31", "2026-08-15")


def _text(draw: random.Random, most: int) -> str:
    # Low places are likelier, so that syllables differ in how common they are.
    return " ".join(_SYLLABLES[int(len(_SYLLABLES) * draw.random() ** 2)] for _ in range(draw.randrange(most)))


def _document(draw: random.Random, name: str) -> SearchDocument:
    day, kind = draw.choice(_DAYS), draw.choice(("Tin", "Bài"))
    return document(name, day, title=_text(draw, 6), summary=_text(draw, 9), body=_text(draw, 40), kind=kind)


def _edit(draw: random.Random, documents: dict[str, SearchDocument]) -> None:
    """One change such as people make."""
    name = f"t{draw.randrange(40)}"
    if name not in documents:
        documents[name] = _document(draw, name)
    elif draw.random() < 0.3:
        del documents[name]
    elif draw.random() < 0.3:
        documents[name] = replace(documents[name], kind="Thông báo", unit="Phòng")
    elif draw.random() < 0.5:
        documents[name] = replace(documents[name], body=documents[name].text + " " + _text(draw, 4))
    else:
        documents[name] = _document(draw, name)


def _files(documents: Iterable[SearchDocument], memory: MutableMapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    outputs = index_outputs(tuple(documents), memory, limits=_SMALL)
    return {output.path: (output.key, output.make()) for output in outputs}


def _history(seed: int, steps: int, spoil: Callable[[random.Random, dict[str, bytes]], None]) -> None:
    """A column edited again and again: every time the files are those that a build without memory makes."""
    draw = random.Random(seed)
    documents = {name: _document(draw, name) for name in (f"t{at}" for at in range(draw.randrange(40)))}
    memory: dict[str, bytes] = {}
    for _ in range(steps):
        assert _files(documents.values(), memory) == _files(documents.values(), {})
        for _ in range(draw.randrange(1, 4)):
            _edit(draw, documents)
        spoil(draw, memory)


def _spoil(draw: random.Random, memory: dict[str, bytes]) -> None:
    """What disks, people and caches of other versions do."""
    name = draw.choice(sorted(memory))
    whole = memory.pop(name)
    if draw.random() < 0.7:
        place = draw.randrange(len(whole))
        memory[name] = draw.choice((b"", whole[:-1], whole[:place] + b"\xfe" + whole[place + 1 :]))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_edits_one_after_another_end_in_the_same_bytes(seed: int) -> None:
    _history(seed, 6, lambda draw, memory: None)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32))
def test_what_was_lost_or_spoilt_changes_nothing(seed: int) -> None:
    _history(seed, 3, _spoil)


def _unreadable() -> str:
    raise AssertionError("the text of a document that did not change was read")


def _column(count: int) -> dict[str, SearchDocument]:
    draw = random.Random(7)
    return {name: replace(_document(draw, name), digest=f"{name} 1") for name in (f"t{at}" for at in range(count))}


def test_only_texts_that_changed_are_read() -> None:
    documents, memory = _column(30), dict[str, bytes]()
    _files(documents.values(), memory)
    later = {name: replace(item, body=_unreadable) for name, item in documents.items()}
    assert _files(later.values(), memory) == _files(documents.values(), {})
    later["t3"] = documents["t3"] = replace(documents["t3"], body="một câu khác", digest="t3 2")
    assert _files(later.values(), memory) == _files(documents.values(), {})


class _Watched(dict[str, bytes]):
    """Counts what is written."""

    written = 0

    def __setitem__(self, name: str, value: bytes) -> None:
        self.written += 1
        super().__setitem__(name, value)


def test_what_did_not_change_is_not_written_again() -> None:
    documents, memory = _column(120), _Watched()
    _files(documents.values(), memory)
    whole, memory.written = memory.written, 0
    _files(documents.values(), memory)
    assert memory.written == 0
    documents["t3"] = replace(documents["t3"], body=documents["t3"].text + " mới", digest="t3 2")
    _files(documents.values(), memory)
    assert memory.written < whole / 5
    _files([], memory)
    assert len(memory) < 10


def test_the_index_does_not_depend_on_who_gathers_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(work: Callable[[Sequence[Part]], list[Made]], parts: Iterable[Sequence[Part]]) -> list[list[Made]]:
        return [pickle.loads(pickle.dumps(work(pickle.loads(pickle.dumps(part))))) for part in parts]

    documents = tuple(_column(40).values())
    whole = {output.path: output.make() for output in index_outputs(documents, {})}
    monkeypatch.setattr(anew, "_WORDS", 30)
    assert {output.path: output.make() for output in index_outputs(documents, {}, elsewhere)} == whole


def test_an_id_that_was_given_twice_loses_no_document() -> None:
    documents, memory = list(_column(12).values()), dict[str, bytes]()
    for change in (
        lambda: documents.append(replace(documents[3], body="hai", digest="x")),
        lambda: documents.pop(3),
    ):
        change()
        memory_free, kept = (
            {output.path: output.make() for output in index_outputs(documents, entries, limits=_SMALL)}
            for entries in ({}, memory)
        )
        assert memory_free == kept
    documents.append(documents[3])
    assert b'"total":13' in next(o.make() for o in index_outputs(documents, {}) if o.path == MANIFEST)


def test_memory_runs_nothing() -> None:
    memory: dict[str, bytes] = {}
    Memory(memory).put("last", print)
    assert Memory(memory).get("last") is None


def test_pieces_are_not_looked_at_while_their_files_are_the_same() -> None:
    column = corpus.column(20, 5)
    pieces = [dataclasses.replace(article, digest=f"{place:032x}") for place, article in enumerate(column.articles)]
    found, memory = findable(column, pieces), dict[str, bytes]()
    files = {output.path: output.make() for output in search_outputs(found, memory)}

    def looked_at() -> Sequence[SearchDocument]:
        raise AssertionError("nothing changed")

    same = search_outputs(Findable(findable(column, list(pieces)).mark, looked_at), memory)
    assert {output.path: output.make() for output in same if "/r/" not in output.path and "/f/" not in output.path}
    assert {output.path: output.key for output in same}.keys() == files.keys()
    renamed = replace(column, units=Units.of(replace(unit, short_name="P. Khác") for unit in column.units.all))
    marks = {findable(renamed, pieces).mark, findable(column, pieces[1:]).mark, found.mark}
    assert len(marks) == 3
    assert findable(column, [dataclasses.replace(pieces[0], digest=""), *pieces[1:]]).mark == ""
    after = {output.path: output.make() for output in search_outputs(findable(renamed, pieces), memory)}
    assert after == {output.path: output.make() for output in search_outputs(findable(renamed, pieces), {})} != files
