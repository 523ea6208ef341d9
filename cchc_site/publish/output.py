"""A file of the site before it is made: where it goes, what it depends on, and how to make it.

A build asks for the bytes only when the key differs from the one that the file on disk was made from. So the key must
stand for everything that the bytes depend on; a test compares whole sites built warm and cold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import NamedTuple


class Output(NamedTuple):
    """One file. `path` is relative to the site's folder; equal keys mean equal bytes."""

    path: str
    key: str
    make: Callable[[], bytes]


class Unkeyed(NamedTuple):
    """A file whose key takes a while to tell."""

    path: str
    tell_key: Callable[[], str]
    make: Callable[[], bytes]


Work = Callable[[], list[str]]
Begin = Callable[[Work], Work]
"""Begins work, perhaps in another process; what it gives waits for the result."""


def keyed_meanwhile(files: Sequence[Unkeyed], begin: Begin) -> Iterator[Output]:
    """Let somebody tell the keys of many files from now on; the files wait for that when they are asked for."""
    keys = begin(partial(_keys, files))
    return (Output(file.path, key, file.make) for file, key in zip(files, _late(keys), strict=True))


def _keys(files: Iterable[Unkeyed]) -> list[str]:
    return [file.tell_key() for file in files]


def _late(keys: Work) -> Iterator[str]:
    yield from keys()


def made(path: str, data: bytes) -> Output:
    """A file whose bytes are cheaper to make than to name otherwise."""
    return Output(path, blake2b(data, digest_size=16).hexdigest(), lambda: data)
