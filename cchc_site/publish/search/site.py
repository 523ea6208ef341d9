"""The search files of a site: a function from documents to paths and bytes, and what it remembers of the last time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, MutableMapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cached_property, partial
from typing import Final

from cchc_site.column import address
from cchc_site.column.column import Column
from cchc_site.publish.collector import without_collector
from cchc_site.publish.output import Output
from cchc_site.publish.search.amending import amend
from cchc_site.publish.search.documents import Findable, SearchDocument, documents_of, with_ids_apart
from cchc_site.publish.search.extracts import Extracts
from cchc_site.publish.search.files import NotAmendable
from cchc_site.publish.search.index import File, Index, kept_arguments, kept_index
from cchc_site.publish.search.manifest import manifest
from cchc_site.publish.search.memory import Memory
from cchc_site.publish.search.numbering import Numbered, number
from cchc_site.publish.search.records import block_arguments, blocks_of, facets
from cchc_site.publish.search.run import Run
from cchc_site.publish.search.script import browser_script
from cchc_site.publish.search.shards import LIMITS, Limits, digest_of, names_of, script

FOLDER: Final = f"{address.SEARCH}tep/"
MANIFEST: Final = f"{FOLDER}muc-luc.js"
SCRIPT: Final = f"{FOLDER}tim-kiem.js"
_LAST: Final = "last"
_MANIFEST: Final = "manifest"
_RECORDS: Final = "records"


def search_files(column: Column, as_of: datetime) -> dict[str, bytes]:
    """Everything search needs beside its page, by path relative to the site's root."""
    return index_files(documents_of(column, as_of)) | {SCRIPT: browser_script()}


def index_files(documents: Iterable[SearchDocument]) -> dict[str, bytes]:
    """The index of any documents."""
    return {output.path: output.make() for output in index_outputs(tuple(documents), {})}


def search_outputs(found: Findable, memory: MutableMapping[str, bytes], run: Run | None = map) -> list[Output]:
    """The same file by file, made only when somebody asks; `memory` is what the last call left.

    `memory` may be empty, lost in part, spoilt or foreign. `run` is `map` or does its work in several processes;
    without it the index of the last call is amended, or NotAmendable is raised.
    """
    program = Output(SCRIPT, hashlib.sha256(browser_script()).hexdigest(), browser_script)
    outputs = _Search(found, Memory(memory, f"{LIMITS}"), run, LIMITS).outputs()
    return [*outputs, program]


def outdated(found: Findable, memory: MutableMapping[str, bytes]) -> set[tuple[str, str]]:
    """Paths and keys of what the last call gave for other documents; none where that would have to be looked for."""
    last = Memory(memory, f"{LIMITS}").get(_LAST) if found.mark else None
    return {(path, key) for path, key, _ in last[1]} if last is not None and last[0] != found.mark else set()


def index_outputs(
    documents: Sequence[SearchDocument],
    memory: MutableMapping[str, bytes],
    run: Run = map,
    limits: Limits = LIMITS,
) -> list[Output]:
    """`search_outputs` without the program; `limits` are the sizes of files."""
    return _Search(Findable("", lambda: documents), Memory(memory, f"{limits}"), run, limits).outputs()


_Row = tuple[str, str, int]
"""A file: its path, the hash of what it hands over, and of a record file its block."""


class _Search:
    """The files for some documents. What was not changed is neither read nor made until somebody asks for it."""

    def __init__(self, found: Findable, memory: Memory, run: Run | None, limits: Limits) -> None:
        self._found = found
        self._memory = memory
        self._run = run
        self._limits = limits

    def outputs(self) -> list[Output]:
        state = self._found.mark or self._versions()
        last = self._memory.get(_LAST)
        if last is None or last[0] != state:
            with without_collector():
                last = state, self._rows()
            self._memory.put(_LAST, last)
        return [Output(path, key, partial(self._content, path, key, block)) for path, key, block in last[1]]

    @cached_property
    def _documents(self) -> Sequence[SearchDocument]:
        return with_ids_apart(self._found.documents())

    def _versions(self) -> str:
        return hashlib.sha256("\n".join(document.version for document in self._documents).encode()).hexdigest()

    @cached_property
    def _numbered(self) -> Numbered:
        return number(self._documents)

    @cached_property
    def _blocks(self) -> dict[int, dict[int, SearchDocument]]:
        return blocks_of(self._numbered)

    def _rows(self) -> list[_Row]:
        index = self._index()
        index.keep(self._memory)
        blocks = self._record_digests()
        shards, records = names_of(file.digest for file in index.files), names_of(blocks.values())
        facet_file = digest_of(facets(self._numbered))
        [facet_name] = names_of([facet_file])
        content = manifest(index, shards, dict(zip(blocks, records, strict=True)), facet_name)
        self._memory.put(_MANIFEST, content)
        self._memory.keep_only({_LAST, _MANIFEST, _RECORDS} | index.names())
        rows = [(_path("k", name), file.digest.hex(), 0) for name, file in zip(shards, index.files, strict=True)]
        rows += [(_path("r", name), blocks[block].hex(), block) for name, block in zip(records, blocks, strict=True)]
        rows += [(_path("f", facet_name), facet_file.hex(), 0)]
        return [*rows, (MANIFEST, _digest(content), 0)]

    def _index(self) -> Index:
        before = kept_index(self._memory)
        known = Extracts(self._memory, before.placed if before else {}, before.blocks if before else {})
        if before:
            with suppress(NotAmendable):
                return amend(before, self._numbered, known, self._memory, self._limits)
        if self._run is None:
            raise NotAmendable("nobody to build it anew")
        # Only here: what it is made with takes longer to load than most amendments take.
        from cchc_site.publish.search.anew import build

        return build(self._numbered, known, self._memory, self._run, self._limits)

    def _record_digests(self) -> dict[int, bytes]:
        """What the record file of every block hands over, by its hash; only of changed blocks it is made."""
        before = self._memory.get(_RECORDS) or {}
        now = {}
        for at, block in self._blocks.items():
            state = "\n".join(f"{place} {document.version}" for place, document in block.items()).encode()
            mark = hashlib.sha256(state).digest()
            old = before.get(at)
            now[at] = old if old and old[0] == mark else (mark, digest_of(block_arguments(block)))
        self._memory.put(_RECORDS, now)
        return {at: digest for at, (_, digest) in now.items()}

    def _content(self, path: str, key: str, block: int) -> bytes:
        if path == MANIFEST:
            kept = self._memory.get(_MANIFEST)
            # A build that was given up may have left another one.
            return kept if kept is not None and _digest(kept) == key else self._lost(path)
        kind, name = path[len(FOLDER) : -len(".js")].split("/")
        if kind == "f":
            return script(kind, name, facets(self._numbered))
        if kind == "r":
            return script(kind, name, block_arguments(self._blocks[block]))
        arguments = kept_arguments(self._memory, File("", "", bytes.fromhex(key)))
        return script(kind, name, arguments) if arguments else self._lost(path)

    def _lost(self, path: str) -> bytes:
        return self._again[path].make()

    @cached_property
    def _again(self) -> dict[str, Output]:
        """Everything made without what was remembered, because a part of it turned out to be lost."""
        fresh = _Search(self._found, Memory({}), self._run or map, self._limits)
        return {output.path: output for output in fresh.outputs()}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _path(kind: str, name: str) -> str:
    return f"{FOLDER}{kind}/{name}.js"
