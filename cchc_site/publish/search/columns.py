"""Many short lists as one long column: where each begins, what it adds up to, its numbers in few bytes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]


def before(sizes: Numbers) -> Numbers:
    """For each the sum of all in front of it."""
    found: Numbers = np.cumsum(sizes) - sizes
    return found


def sums(values: NDArray[np.integer] | Flags, lengths: Numbers) -> Numbers:
    """The sums of so many values each."""
    ends = np.cumsum(lengths)
    so_far: Numbers = np.concatenate([np.zeros(1, np.int64), np.cumsum(values)])
    found: Numbers = so_far[ends] - so_far[ends - lengths]
    return found


def varint_sizes(numbers: Numbers) -> Numbers:
    """How many bytes `payload.varint` makes of each."""
    sizes = np.ones(len(numbers), np.int64)
    while (more := numbers > 127).any():
        sizes += more
        numbers = numbers >> 7
    return sizes


def put_varints(out: Bytes, places: Numbers, numbers: Numbers) -> None:
    """Write every number at its place as `payload.varint` does."""
    while len(numbers):
        more = numbers > 127
        out[places] = numbers & 127 | more << 7
        places, numbers = places[more] + 1, numbers[more] >> 7


def bit_map(places: Numbers) -> bytes:
    """A bit at every place, the lowest bit of the first byte first, no longer than it must be."""
    flags = np.zeros(int(places.max(initial=-1)) + 1, np.bool_)
    flags[places] = True
    return np.packbits(flags, bitorder="little").tobytes()
