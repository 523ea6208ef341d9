"""An index that another process amends is the index that this one would amend, and leaves the same behind."""

from __future__ import annotations

import pickle
import random
from collections.abc import Callable
from typing import TypeVar

import pytest
from msgspec.structs import replace

from cchc_site.publish.output import Begin, not_before
from cchc_site.publish.search.documents import Findable, SearchDocument
from cchc_site.publish.search.meanwhile import Changes, search_meanwhile
from cchc_site.publish.search.site import search_outputs

from .test_amending import _column, _edit

Result = TypeVar("Result")


def elsewhere(work: Callable[[], Result]) -> Callable[[], Result]:
    result = pickle.dumps(work())
    return lambda: pickle.loads(result)


def _found(documents: dict[str, SearchDocument]) -> Findable:
    everything = tuple(documents.values())
    return Findable("\n".join(document.version for document in everything), lambda: everything)


@pytest.mark.parametrize("begin", [not_before, elsewhere])
@pytest.mark.parametrize("most", [3, 200])
def test_it_is_what_one_process_makes(begin: Begin, most: int) -> None:
    draw = random.Random(most)
    documents = {name: replace(document, digest="") for name, document in _column(40).items()}
    ours, theirs = dict[str, bytes](), dict[str, bytes]()
    for _ in range(6):
        outputs = search_meanwhile(_found(documents), ours, map, begin)()
        alone = search_outputs(_found(documents), theirs)
        assert [(file.path, file.key, file.make()) for file in outputs] == [
            (file.path, file.key, file.make()) for file in alone
        ]
        assert ours == theirs
        assert {file.path: file.make() for file in outputs} == {
            file.path: file.make() for file in search_outputs(_found(documents), {})
        }
        for _ in range(draw.randrange(most)):
            _edit(draw, documents)


def test_nothing_is_begun_where_nothing_can_be_amended() -> None:
    def begin(work: Callable[[], Result]) -> Callable[[], Result]:
        raise AssertionError("begun")

    memory: dict[str, bytes] = {}
    documents = _column(12)
    for found in (_found(documents), _found(documents), Findable("", lambda: tuple(documents.values()))):
        assert search_meanwhile(found, memory, map, begin)()


def test_work_that_is_lost_is_done_again() -> None:
    documents, memory = _column(12), dict[str, bytes]()
    search_outputs(_found(documents), memory)
    documents.popitem()
    outputs = search_meanwhile(_found(documents), memory, map, lambda work: lambda: None)()  # type: ignore[arg-type]
    assert [file.make() for file in outputs] == [file.make() for file in search_outputs(_found(documents), {})]


def test_changes_are_noted_and_not_made() -> None:
    kept = {"a": b"1", "b": b"2"}
    changes = Changes(kept)
    changes["c"] = b"3"
    changes["a"] = b"4"
    del changes["b"]
    with pytest.raises(KeyError):
        del changes["b"]
    assert dict(changes) == {"a": b"4", "c": b"3"}
    assert len(changes) == 2
    assert kept == {"a": b"1", "b": b"2"}
    assert changes.entries == {"a": b"4", "b": None, "c": b"3"}
