"""The files of keys of the last build, opened where something changes, and cut anew there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from cchc_site.publish.search.index import File, keep_file, kept_shard
from cchc_site.publish.search.memory import Memory
from cchc_site.publish.search.payload import NOTHING, Change, Payload, changed
from cchc_site.publish.search.shards import Entry, Limits, Made, cut, weight


class NotAmendable(Exception):
    """The index must be built anew."""


class Files:
    """Payloads by key. Only what `change`, `put` and `take` touch is read and, by `cut`, written."""

    def __init__(self, files: Sequence[File], memory: Memory) -> None:
        self._files = files
        self._memory = memory
        self._firsts = [file.first for file in files]
        self._opened: dict[int, dict[str, Payload]] = {}
        self._begins: dict[int, tuple[str, int]] = {}
        """How an opened file began: where the file before it ends depends on that."""
        self._touched: set[int] = set()
        self._reading = (0, False)

    def payload(self, key: str) -> Payload:
        """What stands under a key."""
        return self._open(self._place(key)).get(key, NOTHING)

    def take(self, key: str) -> Payload:
        """Remove a key. Raises NotAmendable when it is not there."""
        payload = self.payload(key)
        if payload == NOTHING:
            raise NotAmendable(f"no key {key}")
        self.put(key, NOTHING)
        return payload

    def put(self, key: str, payload: Payload) -> None:
        """Set what stands under a key."""
        place = self._place(key)
        entries = self._open(place)
        self._touched.add(place)
        if payload != NOTHING:
            entries[key] = payload
        else:
            entries.pop(key, None)

    def change(self, key: str, changes: Mapping[tuple[bytes, int], Change], room: int) -> None:
        """Change some postings of a key."""
        width = 2 if " " in key or "!" in key else 1
        self.put(key, changed(self.payload(key), width, changes, room))

    def cut(self, limits: Limits) -> list[File]:
        """All files as they are now, exactly as if all keys had been cut from the beginning."""
        anew = self._anew()
        files: list[File] = []
        at = 0
        while at < len(self._files):
            if at not in anew:
                files.append(self._files[at])
                at += 1
                continue
            for shard in cut(self._entries_from(at), limits):
                files.append(keep_file(self._memory, Made.of(shard)))
                at, is_first = self._reading
                if is_first:
                    break  # a file ends where it did before
            else:
                at = len(self._files)
        return files

    def _anew(self) -> set[int]:
        """The files that may end elsewhere: the touched ones, and those before one that begins otherwise now."""
        anew = set(self._touched)
        for place in self._touched:
            key, (payload, _) = min(self._opened[place].items(), default=("", NOTHING))
            if place and (key, weight(payload)) != self._begins[place]:
                anew.add(place - 1)
        return anew

    def _entries_from(self, start: int) -> Iterator[Entry]:
        for place in range(start, len(self._files)):
            entries = self._opened[place] if place in self._opened else self._open(place)
            is_first = True
            for entry in sorted(entries.items()):
                self._reading = place, is_first
                yield entry
                is_first = False
        self._reading = len(self._files), False

    def _place(self, key: str) -> int:
        return max(0, bisect_right(self._firsts, key) - 1)

    def _open(self, place: int) -> dict[str, Payload]:
        if place not in self._opened:
            shard = kept_shard(self._memory, self._files[place])
            if shard is None:
                raise NotAmendable("a file was lost")
            self._opened[place] = dict(shard.entries())
            self._begins[place] = shard.keys[0], weight(shard.payloads[0])
        return self._opened[place]
