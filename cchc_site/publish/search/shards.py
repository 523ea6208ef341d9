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

from cchc_site.publish.search.payload import Payload, short_varint

Entry = tuple[str, Payload]
"""A key and its payload."""


@dataclass(frozen=True)
class Limits:
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


@dataclass(frozen=True)
class Shard:
    """The keys of one file in order, and their payloads; `aside` holds what of these is for the next build."""

    keys: list[str]
    payloads: list[bytes]
    aside: dict[str, bytes]

    def arguments(self) -> str:
        """What the file hands to the page."""
        data = b"".join([part for item in self.payloads for part in (short_varint(len(item)), item)])
        return json.dumps([front_coded(self.keys), base64.b64encode(data).decode("ascii")], ensure_ascii=False)

    def entries(self) -> Iterator[Entry]:
        """Its keys with their payloads."""
        for key, payload in zip(self.keys, self.payloads, strict=True):
            yield key, (payload, self.aside.get(key, b""))


def weight(payload: bytes) -> int:
    """What a key with that payload adds to its file, roughly."""
    return len(payload) + _KEY_COST


def cut(entries: Iterable[Entry], limits: Limits) -> Iterator[Shard]:
    """The files of all keys."""
    shard = Shard([], [], {})
    size, smallest, largest = 0, limits.smallest, limits.largest
    for key, (payload, aside) in entries:
        with_it = size + len(payload) + _KEY_COST
        if size and (with_it > largest or (size >= smallest and limits.may_end_before(key))):
            yield shard
            shard = Shard([], [], {})
            with_it -= size
        shard.keys.append(key)
        shard.payloads.append(payload)
        if aside:
            shard.aside[key] = aside
        size = with_it
    if size:
        yield shard


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
    before, shared = "", 0
    for key in keys:
        # Neighbours mostly share what the two before them shared.
        if before[:shared] != key[:shared]:
            shared = _shared(before, key)
        else:
            shared += _shared(before[shared:], key[shared:])
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
