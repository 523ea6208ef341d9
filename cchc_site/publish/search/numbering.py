"""Numbers for documents in postings: small, in order of time, and stable when something is added or taken away.

Every month has a block of numbers, a power of two with room in it, so a change in one month does not renumber
the others unless the block overflows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from cchc_site.publish.search.documents import SearchDocument, in_order

_SMALLEST: Final = 8


class Numbered(Struct, frozen=True):
    """The documents by number, and the first number nobody has."""

    documents: dict[int, SearchDocument]
    end: int


def number(documents: Iterable[SearchDocument]) -> Numbered:
    """Give every document its number; a newer one always has a higher number."""
    months: defaultdict[str, list[SearchDocument]] = defaultdict(list)
    for document in in_order(documents):
        months[document.day[:7]].append(document)
    numbered: dict[int, SearchDocument] = {}
    start = 0
    for month in sorted(months):
        numbered.update(enumerate(months[month], start))
        start += _block(len(months[month]))
    return Numbered(numbered, start)


def _block(count: int) -> int:
    return max(_SMALLEST, 1 << (count - 1).bit_length())
