"""The index cut into files of about the same size, so that a query fetches only what it needs.

A file is a classic script: `cchcSearch("k", name, [keys, data])`. Scripts load from a server and from a folder
(`file://`, where browsers refuse `fetch`) alike. `keys` is front-coded text, `data` base64 of, for every key, the
length of its payload and the payload.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import add
from typing import Final, NamedTuple

from msgspec import Struct

from cchc_site.publish.search.payload import Payload, read, short_varint

Entry = tuple[str, Payload]
"""A key and its payload."""


class Limits(Struct, frozen=True):
    """Bytes of data between which a file ends; inside, the place is chosen by a hash of the key, so that a change in
    one file does not move the ends of all that follow."""

    smallest: int = 6_000
    largest: int = 10_000
    one_in: int = 64
    """How many keys there are to a place where a file may end."""

    def may_end_before(self, key: str) -> bool:
        """Whether a file of a good size ends before that key."""
        return zlib.crc32(key.encode()) % self.one_in == 0


LIMITS: Final = Limits()
_KEY_COST: Final = 4
_NAME: Final = 6


class Shard(NamedTuple):
    """Keys in order and their payloads; `aside` holds what of these is for the next build."""

    keys: list[str]
    payloads: list[bytes]
    aside: dict[str, bytes]

    def add(self, key: str, payload: Payload) -> None:
        """The next key."""
        self.keys.append(key)
        self.payloads.append(payload[0])
        if payload[1]:
            self.aside[key] = payload[1]

    def entries(self) -> Iterator[Entry]:
        """The keys with their payloads."""
        for key, payload in zip(self.keys, self.payloads, strict=True):
            yield key, (payload, self.aside.get(key, b""))

    def rows(self) -> Rows:
        """The same as rows."""
        sizes = list(map(len, self.payloads))
        rows = list(map(add, map(short_varint, sizes), self.payloads))
        return Rows(self.keys, b"".join(rows), list(accumulate(map(len, rows))), sizes, self.aside)


def no_keys() -> Shard:
    """A shard to begin with."""
    return Shard([], [], {})


class Rows(NamedTuple):
    """Keys in order with their payloads as a file has them: one after another, each after its length."""

    keys: list[str]
    data: bytes
    ends: list[int]
    """Where in `data` each payload ends."""
    sizes: list[int]
    """How long each payload is."""
    aside: dict[str, bytes]

    @staticmethod
    def joined(parts: Sequence[Rows]) -> Rows:
        """The rows of several that follow one another."""
        starts = accumulate((len(part.data) for part in parts), initial=0)
        ends = [start + end for start, part in zip(starts, parts, strict=False) for end in part.ends]
        aside = {key: value for part in parts for key, value in part.aside.items()}
        keys = [key for part in parts for key in part.keys]
        sizes = [size for part in parts for size in part.sizes]
        return Rows(keys, b"".join(part.data for part in parts), ends, sizes, aside)

    def file(self, start: int, end: int) -> Made:
        """The file of some of the keys, at least one."""
        keys = self.keys[start:end]
        data = self.data[self.ends[start - 1] if start else 0 : self.ends[end - 1]]
        aside = {key: self.aside[key] for key in self.aside.keys() & set(keys)} if self.aside else {}
        # Base64 has nothing in it that JSON must escape.
        coded, encoded = json.dumps(front_coded(keys), ensure_ascii=False), base64.b64encode(data).decode("ascii")
        arguments = f'[{coded}, "{encoded}"]'
        return Made(keys[0], keys[-1], arguments, digest_of(arguments), aside)


class Made(NamedTuple):
    """A shard as the file that it becomes."""

    first: str
    last: str
    arguments: str
    """What the file hands to the page."""
    digest: bytes
    aside: dict[str, bytes]

    @staticmethod
    def of(shard: Shard) -> Made:
        """The file of a shard with at least one key."""
        return shard.rows().file(0, len(shard.keys))


def read_made(arguments: str, aside: dict[str, bytes]) -> Shard:
    """The shard of a file."""
    coded, encoded = json.loads(arguments)
    data = base64.b64decode(encoded)
    shard, at, key = Shard([], [], aside), 0, ""
    for line in coded.split("\n"):
        key = key[: ord(line[0]) - 48] + line[1:]
        length, at = read(data, at)
        shard.keys.append(key)
        shard.payloads.append(data[at : at + length])
        at += length
    return shard


def weight(payload: bytes) -> int:
    """What a key with that payload adds to its file, roughly."""
    return len(payload) + _KEY_COST


class Cutter:
    """Says where files end."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._size = 0

    def ends_before(self, key: str, payload: bytes) -> bool:
        """Whether a file ends before this key, the next one in order."""
        size = self._size
        with_it = size + len(payload) + _KEY_COST
        limits = self._limits
        if size and (with_it > limits.largest or (size >= limits.smallest and limits.may_end_before(key))):
            self._size = with_it - size
            return True
        self._size = with_it
        return False

    def restart(self) -> None:
        """The next key begins a file."""
        self._size = 0


def cut(entries: Iterable[Entry], limits: Limits) -> Iterator[Shard]:
    """The files of all keys."""
    cutter, shard = Cutter(limits), no_keys()
    for key, payload in entries:
        if cutter.ends_before(key, payload[0]):
            yield shard
            shard = no_keys()
        shard.add(key, payload)
    if shard.keys:
        yield shard


def cut_apart(rows: Rows, limits: Limits) -> list[Made]:
    """The same of keys that are all there."""
    so_far = [0, *accumulate(size + _KEY_COST for size in rows.sizes)]
    files, start, count = [], 0, len(rows.keys)
    while start < count:
        # Only where a file of a good size may end are the keys looked at.
        first = max(start + 1, bisect_left(so_far, so_far[start] + limits.smallest))
        last = max(start + 1, bisect_right(so_far, so_far[start] + limits.largest) - 1)
        end = next((at for at in range(first, min(last, count)) if limits.may_end_before(rows.keys[at])), last)
        files.append(rows.file(start, end))
        start = end
    return files


def joined(parts: Iterable[Sequence[Made]], limits: Limits) -> Iterator[Made]:
    """The files of parts that were cut apart one by one, as if they had been cut in one go.

    Where the last file of a part and the first of the next one meet, the keys are cut again, until a file ends where it
    did before.
    """
    cutter, shard = Cutter(limits), no_keys()
    for part in parts:
        is_same = False
        for place, file in enumerate(part):
            is_last = place == len(part) - 1
            if is_same and not is_last:
                yield file
                continue
            for at, (key, payload) in enumerate(read_made(file.arguments, file.aside).entries()):
                ends = cutter.ends_before(key, payload[0])
                if ends:
                    yield Made.of(shard)
                    shard = no_keys()
                if not at and not shard.keys and not is_last:
                    is_same = True
                    yield file
                    cutter.restart()
                    break
                shard.add(key, payload)
    if shard.keys:
        yield Made.of(shard)


def digest_of(arguments: str) -> bytes:
    """A name for what a file hands over, which nothing else will ever have."""
    return hashlib.sha256(arguments.encode()).digest()


def names_of(digests: Iterable[bytes]) -> list[str]:
    """Short names for files, from their content alone, safe on file systems that know no upper case."""
    names: list[str] = []
    taken: set[str] = set()
    for digest in digests:
        name, attempt = _short(digest), 0
        while name in taken:
            attempt += 1
            name = _short(hashlib.sha256(b"%d" % attempt + digest).digest())
        taken.add(name)
        names.append(name)
    return names


def _short(digest: bytes) -> str:
    return base64.b32encode(digest[:5]).decode("ascii")[:_NAME].lower()


def script(kind: str, name: str, arguments: str) -> bytes:
    """A file that hands `arguments`, a JSON list, to the page."""
    return f'cchcSearch("{kind}","{name}",{arguments})\n'.encode()


def front_coded(keys: Iterable[str]) -> str:
    """Sorted keys as lines, each without what it shares with the one before; the first character counts that."""
    lines = []
    before, shared = "", 0
    for key in keys:
        # Neighbours mostly share what the two before them shared.
        if before[:shared] != key[:shared]:
            shared = 0
        try:
            while before[shared] == key[shared]:
                shared += 1
        except IndexError:
            pass  # the key before ends there
        lines.append(chr(48 + shared) + key[shared:])
        before = key
    return "\n".join(lines)


def beginnings(ends: Iterable[tuple[str, str]]) -> list[str]:
    """For every file, from its first and last key, a shortest text that sorts after the keys before and not after
    its own."""
    return [first[: _shared(last, first) + 1] for (_, last), (first, _) in pairwise([("", ""), *ends])]


def _shared(before: str, key: str) -> int:
    least = min(len(before), len(key))
    if before[:least] == key[:least]:
        return least
    at = 0
    while before[at] == key[at]:
        at += 1
    return at
