"""The index as one build leaves it to the next: everything but the postings themselves, and where those are kept."""

from __future__ import annotations

from typing import Final, NamedTuple

from msgspec import Struct

from cchc_site.publish.search.extracts import Placed
from cchc_site.publish.search.lexicon import levels_of
from cchc_site.publish.search.memory import Memory
from cchc_site.publish.search.payload import room_for
from cchc_site.publish.search.shards import Made, Shard, read_made

_NAME: Final = "index"


class File(NamedTuple):
    """One file of keys: its first and last key, and the hash of what it hands over."""

    first: str
    last: str
    digest: bytes

    @property
    def entry(self) -> str:
        """Under which name its keys are kept."""
        return f"k{self.digest.hex()}"


class Index(Struct):
    """What the files of keys were made from."""

    placed: Placed
    end: int
    """The first number that no document has."""
    frequencies: dict[str, int]
    """How many documents have each bare syllable."""
    blocks: dict[int, str]
    """Under which names the words of the documents are kept."""
    files: list[File]

    @property
    def levels(self) -> dict[str, int]:
        """How common the common syllables are."""
        return levels_of(self.frequencies, len(self.placed))

    @property
    def room(self) -> int:
        """What a long list is measured by."""
        return room_for(self.end)

    def names(self) -> set[str]:
        """Everything of it that is kept under names of its own."""
        return {_NAME, *self.blocks.values(), *(file.entry for file in self.files)}

    def keep(self, memory: Memory) -> None:
        """Leave it to the next build; the files and blocks are already there."""
        files = [tuple(file) for file in self.files]
        memory.put(_NAME, (self.placed, self.end, self.frequencies, self.blocks, files))


def kept_index(memory: Memory) -> Index | None:
    """The index of the last build, if it is there."""
    stored = memory.get(_NAME)
    if stored is None:
        return None
    placed, end, frequencies, blocks, files = stored
    return Index(placed, end, frequencies, blocks, [File(*file) for file in files])


def keep_file(memory: Memory, made: Made) -> File:
    """Keep a file as it will be handed to the page."""
    file = File(made.first, made.last, made.digest)
    memory.put(file.entry, (made.arguments, made.aside))
    return file


def kept_shard(memory: Memory, file: File) -> Shard | None:
    """The keys and payloads of a file, if they are still there."""
    stored = memory.get(file.entry)
    return read_made(*stored) if stored else None


def kept_arguments(memory: Memory, file: File) -> str | None:
    """What a file hands to the page, if it is still there."""
    stored = memory.get(file.entry)
    return stored[0] if stored else None
