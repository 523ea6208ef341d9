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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from cchc_site.publish.search.payload import short_varint
from cchc_site.publish.search.postings import Entry


@dataclass(frozen=True)
class Limits:
    """Bytes of data between which a file ends; inside, the place is chosen by a hash of the key, so that a change in
    one file does not move the ends of all that follow."""

    smallest: int = 6_000
    largest: int = 10_000
    one_in: int = 64
    """How many keys there are to a place where a file may end."""

    def end_before(self, key: str, size: int, added: int) -> bool:
        """Whether a file of that size ends before a key that would add so much."""
        if size + added > self.largest:
            return True
        return size >= self.smallest and zlib.crc32(key.encode()) % self.one_in == 0


LIMITS: Final = Limits()
_KEY_COST: Final = 4
_NAME: Final = 6


@dataclass(frozen=True)
class Shard:
    """The keys of one file in order, and their payloads."""

    keys: list[str]
    payloads: list[bytes]

    def arguments(self) -> str:
        """What the file hands to the page."""
        data = b"".join([part for item in self.payloads for part in (short_varint(len(item)), item)])
        return json.dumps([front_coded(self.keys), base64.b64encode(data).decode("ascii")], ensure_ascii=False)

    def entries(self) -> Iterator[Entry]:
        """Its keys with their payloads."""
        return zip(self.keys, self.payloads, strict=True)


def weight(payload: bytes) -> int:
    """What a key with that payload adds to its file, roughly."""
    return len(payload) + _KEY_COST


def cut(entries: Iterable[Entry], limits: Limits) -> Iterator[Shard]:
    """The files of all keys."""
    keys: list[str] = []
    payloads: list[bytes] = []
    size = 0
    for key, item in entries:
        added = weight(item)
        if keys and limits.end_before(key, size, added):
            yield Shard(keys, payloads)
            keys, payloads, size = [], [], 0
        keys.append(key)
        payloads.append(item)
        size += added
    if keys:
        yield Shard(keys, payloads)


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


def front_coded(keys: list[str]) -> str:
    """Sorted keys as lines, each without what it shares with the one before; the first character counts that."""
    lines = []
    before = ""
    for key in keys:
        shared = _shared(before, key)
        lines.append(chr(48 + shared) + key[shared:])
        before = key
    return "\n".join(lines)


def beginnings(ends: Iterable[tuple[str, str]]) -> list[str]:
    """For every file, from its first and last key, a shortest text that sorts after the keys before and not after
    its own."""
    return [first[: _shared(last, first) + 1] for (_, last), (first, _) in pairwise([("", ""), *ends])]


def _shared(before: str, key: str) -> int:
    for place, (left, right) in enumerate(zip(before, key, strict=False)):
        if left != right:
            return place
    return min(len(before), len(key))
