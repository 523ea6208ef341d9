"""The words of documents, kept from one build to the next by blocks of neighbouring numbers.

Only the texts of documents that are new or changed are read; a change rewrites one block.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Final

from zlib_ng import zlib_ng

from cchc_site.publish.search.documents import SearchDocument
from cchc_site.publish.search.extraction import Extract, Reader
from cchc_site.publish.search.memory import Memory

BLOCK: Final = 16
"""Numbers a block."""

Placed = dict[str, tuple[int, str]]
"""By the id of a document its number and its version."""
Block = dict[str, tuple[str, str]]
"""By the id of a document its version and its packed words."""


def pack(found: Extract) -> str:
    """An extract as one text; words have neither spaces nor line breaks in them."""
    return "\n".join(map(" ".join, found))


def unpack(text: str) -> Extract:
    """The extract again."""
    return Extract(*(part.split(" ") if part else [] for part in text.split("\n")))


class Extracts:
    """What the last build knew, by the id of a document."""

    def __init__(self, memory: Memory, placed: Placed, names: Mapping[int, str]) -> None:
        self._memory = memory
        self._placed = placed
        self._names = names
        self._reader = Reader()
        self._last: tuple[int, Block] = (-1, {})

    def old(self, name: str) -> Extract | None:
        """The words that a document had, if they are still there."""
        kept = self._kept(name)
        return unpack(kept[1]) if kept else None

    def new(self, document: SearchDocument) -> tuple[Extract, str]:
        """The words that it has now, and packed; read from its text only when that may have changed."""
        kept = self._kept(document.id)
        if kept and kept[0] == document.version:
            return unpack(kept[1]), kept[1]
        found = self._reader.extract(document)
        return found, pack(found)

    def _kept(self, name: str) -> tuple[str, str] | None:
        if name not in self._placed:
            return None
        block = self._placed[name][0] // BLOCK
        if self._last[0] != block:
            self._last = block, read_block(self._memory, self._names.get(block, ""))
        return self._last[1].get(name)


def read_block(memory: Memory, name: str) -> Block:
    """A block as it was written; empty when it is lost."""
    stored = memory.get(name) if name else None
    if stored is None:
        return {}
    block = json.loads(zlib.decompress(stored).decode("utf-8", "surrogatepass"))
    return {name: (version, words) for name, (version, words) in block.items()}


def packed_block(block: Block) -> bytes:
    """A block as it is kept."""
    # Twice as quick as zlib, and not so tight.
    return zlib_ng.compress(json.dumps(block, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def keep_block(memory: Memory, data: bytes) -> str:
    """Keep a packed block; its name for the next build."""
    name = f"e{hashlib.sha256(data).hexdigest()}"
    memory.put(name, data)
    return name
