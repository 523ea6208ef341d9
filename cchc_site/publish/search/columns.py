"""Many short lists as one long column: where each begins, what each adds up to, its numbers in as few bytes as they need."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]


def before(sizes: Numbers) -> Numbers:
    """For each the sum of all in front of it."""
    return np.cumsum(sizes) - sizes


def sums(values: NDArray[np.integer] | Flags, lengths: Numbers) -> Numbers:
    """The sums of so many values each."""
    ends = np.cumsum(lengths)
    so_far = np.concatenate([[0], np.cumsum(values)])
    return so_far[ends] - so_far[ends - lengths]


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
