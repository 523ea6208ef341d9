"""A file of the site before it is made: where it goes, what it depends on, and how to make it.

A build asks for the bytes only when the key differs from the one that the file on disk was made from. So the key must
stand for everything that the bytes depend on; a test compares whole sites built warm and cold.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple


class Output(NamedTuple):
    """One file. `path` is relative to the site's folder; equal keys mean equal bytes."""

    path: str
    key: str
    make: Callable[[], bytes]


def made(path: str, data: bytes) -> Output:
    """A file whose bytes are cheaper to make than to name otherwise."""
    return Output(path, blake2b(data, digest_size=16).hexdigest(), lambda: data)
