"""What a result shows, in small files of neighbouring documents, and the facets of all documents in one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from cchc_site.publish.search.documents import SearchDocument
from cchc_site.publish.search.numbering import Numbered
from cchc_site.publish.search.shards import content_name, script

BLOCK: Final = 16
"""Numbers a file: small, because one page of results needs about as many files as it has results."""


@dataclass(frozen=True)
class RecordFile:
    """The records of one block of numbers."""

    block: int
    name: str
    content: bytes


def record(document: SearchDocument) -> list[Any]:
    """Address, title, summary, day, kind, unit, areas: the order `browser/records.js` reads."""
    return [
        document.address,
        document.title,
        document.summary,
        document.day,
        document.kind,
        document.unit,
        *document.areas,
    ]


def record_files(numbered: Numbered) -> Iterator[RecordFile]:
    """The files of all records, in order; a block without documents has none."""
    taken: set[str] = set()
    blocks: defaultdict[int, dict[int, list[Any]]] = defaultdict(dict)
    for number, document in numbered.documents.items():
        blocks[number // BLOCK][number % BLOCK] = record(document)
    for block in sorted(blocks):
        arguments = _json([blocks[block]])
        name = content_name(arguments, taken)
        yield RecordFile(block, name, script("r", name, arguments))


def facets(numbered: Numbered) -> str:
    """The facet values of every document as columns, JSON: tables of labels, then (number step, value) pairs."""
    documents = sorted(numbered.documents.items())
    columns: list[tuple[str, Callable[[SearchDocument], tuple[str, ...]]]] = [
        ("areas", lambda document: document.areas),
        ("unit", lambda document: (document.unit,) if document.unit else ()),
        ("year", lambda document: (document.day[:4],)),
        ("kind", lambda document: (document.kind,)),
    ]
    numbers = [number for number, _ in documents]
    steps = [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
    values: dict[str, Any] = {"steps": steps}
    for name, read in columns:
        values[name] = _column([read(document) for _, document in documents])
    return _json([values])


def _column(values: list[tuple[str, ...]]) -> list[Any]:
    """The distinct values in order, and which of them each document has."""
    distinct = sorted(set(values))
    places = {value: place for place, value in enumerate(distinct)}
    return [distinct, [places[value] for value in values]]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
