"""The index of the last build brought up to date by another process, while this one has other work."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, MutableMapping
from functools import partial
from typing import NamedTuple

from cchc_site.publish.output import Begin, Output
from cchc_site.publish.search.documents import Findable
from cchc_site.publish.search.files import NotAmendable
from cchc_site.publish.search.run import Run
from cchc_site.publish.search.site import outdated, search_outputs

Outputs = Callable[[], list[Output]]


class Amended(NamedTuple):
    """What another process made of the last index."""

    entries: dict[str, bytes | None]
    """What must be kept of it; nothing for what must be forgotten."""
    files: dict[str, bytes]
    """The files that are new, by path."""


def search_meanwhile(
    found: Findable,
    memory: MutableMapping[str, bytes],
    run: Run,
    begin: Begin,
    meanwhile: Callable[[], None] = lambda: None,
) -> Outputs:
    """Begin to make what `search_outputs` gives when somebody asks. Until then nobody may change the memory.

    Only an amendment is begun: many changes are shared between processes anyway. Whoever asks for one does `meanwhile`
    before he waits.
    """
    before = outdated(found, memory)
    if not before:
        return partial(search_outputs, found, memory, run)
    amended = begin(partial(_amended, found, memory, before))

    def outputs() -> list[Output]:
        meanwhile()
        done = amended()
        if done is None:
            return search_outputs(found, memory, run)
        for name, value in done.entries.items():
            if value is None:
                memory.pop(name, None)
            else:
                memory[name] = value
        files = search_outputs(found, memory, run)
        return [_ready(file, done.files[file.path]) if file.path in done.files else file for file in files]

    return outputs


def _amended(
    found: Findable, memory: MutableMapping[str, bytes], before: Collection[tuple[str, str]]
) -> Amended | None:
    """In any process: the last index amended, if it can be."""
    changes = Changes(memory)
    try:
        files = search_outputs(found, changes, None)
    except NotAmendable:
        return None
    return Amended(changes.entries, {file.path: file.make() for file in files if file[:2] not in before})


def _ready(file: Output, data: bytes) -> Output:
    return file._replace(make=lambda: data)


class Changes(MutableMapping[str, bytes]):
    """Some entries as they would be after changes, which are noted instead of made."""

    def __init__(self, kept: MutableMapping[str, bytes]) -> None:
        self._kept = kept
        self.entries: dict[str, bytes | None] = {}
        """What was set; nothing for what was taken away."""

    def __getitem__(self, name: str) -> bytes:
        if name not in self.entries:
            return self._kept[name]
        value = self.entries[name]
        if value is None:
            raise KeyError(name)
        return value

    def __setitem__(self, name: str, value: bytes) -> None:
        self.entries[name] = value

    def __delitem__(self, name: str) -> None:
        self[name]
        self.entries[name] = None

    def __iter__(self) -> Iterator[str]:
        yield from (name for name in self._kept if name not in self.entries)
        yield from (name for name, value in self.entries.items() if value is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
