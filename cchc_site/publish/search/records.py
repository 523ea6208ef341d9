"""What a result shows, in small files of neighbouring documents, and the facets of all documents in one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from cchc_site.publish.search.documents import SearchDocument
from cchc_site.publish.search.numbering import Numbered

BLOCK: Final = 16
"""Numbers a file: small, because one page of results needs about as many files as it has results."""


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


def blocks_of(numbered: Numbered) -> dict[int, dict[int, SearchDocument]]:
    """The documents of every block by their number; a block without documents is left out."""
    blocks: dict[int, dict[int, SearchDocument]] = {}
    for number, document in numbered.documents.items():
        blocks.setdefault(number // BLOCK, {})[number] = document
    return blocks


def block_arguments(block: dict[int, SearchDocument]) -> str:
    """What the file of a block hands to the page: records by their place in it."""
    return _json([{number % BLOCK: record(document) for number, document in block.items()}])


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
