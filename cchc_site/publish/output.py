"""A file of the site before it is made: where it goes, what it depends on, and how to make it.

A build asks for the bytes only when the key differs from the one that the file on disk was made from. So the key must
stand for everything that the bytes depend on; a test compares whole sites built warm and cold.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple, Protocol, TypeVar


class Output(NamedTuple):
    """One file. `path` is relative to the site's folder; equal keys mean equal bytes."""

    path: str
    key: str
    make: Callable[[], bytes]


Result = TypeVar("Result")


class Begin(Protocol):
    """Begins work, perhaps in another process; what it gives waits for the result."""

    def __call__(self, work: Callable[[], Result], /) -> Callable[[], Result]:
        """Begin that work."""


def not_before(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begins nothing: the work is done when somebody asks for its result."""
    return work


def made(path: str, data: bytes) -> Output:
    """A file whose bytes are cheaper to make than to name otherwise."""
    return Output(path, blake2b(data, digest_size=16).hexdigest(), lambda: data)
