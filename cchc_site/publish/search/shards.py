"""The index cut into files of about the same size, so that a query fetches only what it needs.

A file is a classic script: `cchcSearch("k", name, [keys, data])`. Scripts load from a server and from a folder
(`file://`, where browsers refuse `fetch`) alike. `keys` is front-coded text, `data` base64 of, for every key, its
length and its forms: accent codes (one byte a syllable), how many postings, the postings.
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

from cchc_site.publish.search.postings import SUMMARY, TITLE, Form, Postings

SMALLEST: Final = 6_000
LARGEST: Final = 10_000
"""Bytes of data between which a file ends; inside, the place is chosen by a hash of the key, so that a change in
one file does not move the ends of all that follow."""

_ONE_IN: Final = 64
_KEY_COST: Final = 3
_NAME: Final = 6


def varint(value: int) -> bytes:
    """A number in seven bits a byte, the lowest first."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


_VARINTS: Final = [varint(value) for value in range(1 << 16)]


_ALONE: Final = [b"\x02" + value for value in _VARINTS]


def _varint(value: int) -> bytes:
    return _VARINTS[value] if value < len(_VARINTS) else varint(value)


@dataclass(frozen=True)
class Shard:
    """One file of the index: `first` is a shortest text that sorts after the keys before and not after its own."""

    first: str
    name: str
    content: bytes


def content_name(content: str, taken: set[str]) -> str:
    """A short name made from the content alone, safe on file systems that know no upper case."""
    for attempt in range(1000):
        digest = hashlib.sha256(f"{attempt or ''}{content}".encode()).digest()
        name = base64.b32encode(digest).decode("ascii")[:_NAME].lower()
        if name not in taken:
            taken.add(name)
            return name
    raise ValueError("too many files for names of this length")


def cut(entries: Iterable[tuple[str, list[Form]]], end: int) -> Iterator[Shard]:
    """The files of an index whose documents have numbers below `end`."""
    taken: set[str] = set()
    last = ""
    for keys, payloads in _groups((key, payload(forms, end)) for key, forms in entries):
        data = b"".join(_varint(len(item)) + item for item in payloads)
        arguments = json.dumps([front_coded(keys), base64.b64encode(data).decode("ascii")], ensure_ascii=False)
        name = content_name(arguments, taken)
        yield Shard(_separator(last, keys[0]), name, script("k", name, arguments))
        last = keys[-1]


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


def payload(forms: list[Form], end: int) -> bytes:
    """All forms of a key."""
    if len(forms) == 1:
        code, items = forms[0]
        return code + _postings(items, end)
    return b"".join([code + _postings(items, end) for code, items in forms])


def _groups(entries: Iterable[tuple[str, bytes]]) -> Iterator[tuple[list[str], list[bytes]]]:
    keys: list[str] = []
    payloads: list[bytes] = []
    size = 0
    for key, item in entries:
        added = len(item) + 1 + _KEY_COST
        if keys and _ends_before(key, size, added):
            yield keys, payloads
            keys, payloads, size = [], [], 0
        keys.append(key)
        payloads.append(item)
        size += added
    if keys:
        yield keys, payloads


def _ends_before(key: str, size: int, added: int) -> bool:
    if size + added > LARGEST:
        return True
    return size >= SMALLEST and zlib.crc32(key.encode()) % _ONE_IN == 0


def _postings(items: Postings, end: int) -> bytes:
    """`count * 2 + dense`, then the postings; a dense list has its plain ones as a bit map at the end."""
    if len(items) == 1:
        value = items[0] >> 8
        if value < len(_VARINTS) and value & 3 != TITLE:
            return _ALONE[value]
        return b"\x02" + _sparse(items)
    if len(items) * 10 > end:
        return _dense(items)
    return _varint(len(items) * 2) + _sparse(items)


def _sparse(items: Postings) -> bytes:
    """Each as (distance to the document before) * 4 + class; in a title, one byte more."""
    values = [item >> 8 for item in items]
    steps = [value - (before & -4) for before, value in pairwise([0, *values])]
    if max(steps, default=0) < len(_VARINTS):
        parts = [_VARINTS[step] for step in steps]
    else:
        parts = [varint(step) for step in steps]
    if TITLE in {value & 3 for value in values}:
        parts = [
            part + bytes((item & 255,)) if item >> 8 & 3 == TITLE else part
            for part, item in zip(parts, items, strict=True)
        ]
    return b"".join(parts)


def _dense(items: Postings) -> bytes:
    strong = [item for item in items if item >> 8 & 3 >= SUMMARY]
    bits = bytearray((items[-1] >> 13) + 1)
    for item in items:
        document = item >> 10
        bits[document >> 3] |= 1 << (document & 7)
    return _varint(len(strong) * 2 + 1) + _sparse(strong) + _varint(len(bits)) + bytes(bits)


def _shared(before: str, key: str) -> int:
    for place, (left, right) in enumerate(zip(before, key, strict=False)):
        if left != right:
            return place
    return min(len(before), len(key))


def _separator(last: str, first: str) -> str:
    return first[: _shared(last, first) + 1]
