"""QR codes (ISO/IEC 18004), byte mode, correction level M, versions 1 to 10: enough for every address of a site.

Written for speed: a catalogue of five thousand procedures has five thousand sheets with a code each, and a general
library takes thirty milliseconds for one. The mask is always the same, which readers are told inside the code.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import compress
from operator import itemgetter, sub

_BLOCKS: tuple[tuple[int, tuple[int, ...]], ...] = (
    (10, (16,)),
    (16, (28,)),
    (26, (44,)),
    (18, (32, 32)),
    (24, (43, 43)),
    (16, (27, 27, 27, 27)),
    (18, (31, 31, 31, 31)),
    (22, (38, 38, 39, 39)),
    (22, (36, 36, 36, 37, 37)),
    (26, (43, 43, 43, 43, 44)),
)
"""For each version: correction bytes of a block, and the data bytes of every block (the standard, table 9)."""
_ALIGNMENT: tuple[tuple[int, ...], ...] = (
    (), (6, 18), (6, 22), (6, 26), (6, 30), (6, 34), (6, 22, 38), (6, 24, 42), (6, 26, 46), (6, 28, 50),
)  # fmt: skip
_MASK = 2
"""Condition: column mod 3 = 0."""
_VALUES = bytes.maketrans(b"01", b"\x00\x01")
QUIET = 4
"""White modules around the code that readers need."""

_LARGEST = 57
"""Modules of one side of version 10."""

Matrix = tuple[bytes, ...]
"""Rows of modules, 1 is dark."""


def qr_matrix(text: str) -> Matrix:
    """The modules of the code that holds `text`. ValueError when it is longer than 213 bytes."""
    data = text.encode()
    version = next((v for v in range(1, 11) if len(data) <= _capacity(v)), None)
    if version is None:
        raise ValueError(f"Địa chỉ dài {len(data)} byte, mã QR ở đây chứa được tối đa {_capacity(10)}.")
    codewords = _interleaved(_padded(data, version), version)
    size, flips, count, take = _template(version)
    bits = int.from_bytes(codewords, "big") << count - 8 * len(codewords) ^ flips
    modules = bytes(take(f"01{bits:0{count}b}".encode())).translate(_VALUES)
    return tuple(modules[start : start + size] for start in range(0, size * size, size))


def qr_path(matrix: Matrix) -> str:
    """The runs of dark modules as strokes, the data of an SVG path to be drawn with `stroke`; one unit a module, quiet
    zone included in the coordinates. Half as long as their outlines would be.
    """
    size = len(matrix)
    places, steps = _strides(size)
    # As many light modules after each row as it is long: a step of more than a row then leads to another one.
    modules = int.from_bytes(bytes(size).join([*matrix, b"\0"]), "big")
    edges = list(compress(places, (modules ^ modules >> 8).to_bytes(len(places), "big")))
    lengths = list(map(sub, edges[1:], edges))
    path = [""] * len(lengths)
    path[::2] = itemgetter(*lengths[::2])(_RUNS)
    path[1::2] = itemgetter(*lengths[1::2])(steps)
    return f"M{QUIET} {QUIET}.5{''.join(path)}"  # the corner of every code is dark


_RUNS = tuple(f"h{length}" for length in range(_LARGEST + 1))


@cache
def _strides(size: int) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The places of all modules, light ones after each row among them; and the steps over light ones by their number.

    No more than one row in succession is without a dark module: every other module of the timing column is dark.
    """
    stride = 2 * size
    rows = [(length + size) // stride for length in range(3 * stride)]
    steps = tuple(f"m{length - stride * down} {down}" for length, down in enumerate(rows))
    return tuple(range(stride * size + 1)), steps


def qr_size(matrix: Matrix) -> int:
    """Modules of one side, quiet zone included."""
    return len(matrix) + 2 * QUIET


def _capacity(version: int) -> int:
    """Bytes of text: mode and length take 12 bits, from version 10 on 20."""
    return sum(_BLOCKS[version - 1][1]) - (2 if version < 10 else 3)


def _padded(data: bytes, version: int) -> bytes:
    length = 1 if version < 10 else 2
    total = sum(_BLOCKS[version - 1][1])
    # Mode (0100), length and text, then 0000: the mode's four bits make room for those of the end.
    head = 0b0100 << 8 * length | len(data)
    whole = (head << 8 * len(data) | int.from_bytes(data, "big")) << 4
    size = length + len(data) + 1
    return whole.to_bytes(size, "big") + (b"\xec\x11" * total)[: total - size]


def _interleaved(data: bytes, version: int) -> bytes:
    correction, sizes = _BLOCKS[version - 1]
    number, least = len(sizes), sizes[0]
    mixed, start = bytearray(len(data) + number * correction), 0
    for index, size in enumerate(sizes):
        block = data[start : start + size]
        start += size
        mixed[index : number * least : number] = block[:least]
        if size > least:  # blocks that are one byte longer stand last
            mixed[number * least + index - number + sizes.count(size)] = block[-1]
        mixed[len(data) + index :: number] = _remainder(block, correction)
    return bytes(mixed)


@cache
def _logarithms() -> tuple[list[int], list[int]]:
    powers, logs, value = [0] * 512, [0] * 256, 1
    for exponent in range(255):
        powers[exponent] = powers[exponent + 255] = value
        logs[value] = exponent
        value = value << 1 ^ (0x11D if value & 0x80 else 0)
    return powers, logs


@cache
def _steps(correction: int) -> tuple[int, ...]:
    """For every leading byte, the generator polynomial times it, as one number of `correction` bytes."""
    powers, logs = _logarithms()
    generator = [1]
    for exponent in range(correction):
        longer = [0] * (len(generator) + 1)
        for index, value in enumerate(generator):
            longer[index] ^= value
            longer[index + 1] ^= powers[logs[value] + exponent] if value else 0
        generator = longer
    tail = generator[1:]
    return tuple(
        int.from_bytes(bytes(powers[logs[value] + logs[byte]] if byte and value else 0 for value in tail), "big")
        for byte in range(256)
    )


def _remainder(block: bytes, correction: int) -> bytes:
    steps, shift = _steps(correction), 8 * (correction - 1)
    low = (1 << shift) - 1
    rest = 0
    for byte in block:
        rest = (rest & low) << 8 ^ steps[byte ^ rest >> shift]
    return rest.to_bytes(correction, "big")


@cache
def _template(version: int) -> tuple[int, int, int, Callable[[bytes], tuple[int, ...]]]:
    """What all codes of a version share: modules of a side; the mask over all bits of data, and their number; and what
    puts "0", "1" and then those bits into the modules, row by row.
    """
    size = 17 + 4 * version
    rows = [bytearray([2] * size) for _ in range(size)]
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        _finder(rows, top, left)
    for index in range(8, size - 8):
        rows[6][index] = rows[index][6] = 1 - index % 2
    for row in _ALIGNMENT[version - 1]:
        for column in _ALIGNMENT[version - 1]:
            if rows[row][column] == 2 or (6 in (row, column) and not _in_corner(row, column, size)):
                _square(rows, row, column)
    _format(rows, size)
    if version > 6:
        _version(rows, size, version)
    places = _zigzag(rows, size)
    flips = sum((column % 3 == 0) << index for index, (_, column) in enumerate(reversed(places)))
    order = {place: index for index, place in enumerate(places, 2)}
    take = itemgetter(*(order.get((y, x), rows[y][x]) for y in range(size) for x in range(size)))
    return size, flips, len(places), take


def _finder(rows: list[bytearray], top: int, left: int) -> None:
    size = len(rows)
    for row in range(-1, 8):
        for column in range(-1, 8):
            if 0 <= top + row < size and 0 <= left + column < size:
                ring = max(abs(row - 3), abs(column - 3))
                rows[top + row][left + column] = 1 if ring in (0, 1, 3) else 0


def _in_corner(row: int, column: int, size: int) -> bool:
    return (row < 9 and column < 9) or (row < 9 and column > size - 10) or (row > size - 10 and column < 9)


def _square(rows: list[bytearray], row: int, column: int) -> None:
    for down in range(-2, 3):
        for right in range(-2, 3):
            rows[row + down][column + right] = 0 if max(abs(down), abs(right)) == 1 else 1


def _format(rows: list[bytearray], size: int) -> None:
    value = _with_check(_MASK, 10, 0x537) ^ 0x5412
    bits = [value >> index & 1 for index in range(15)]
    around = [*range(6), 7, 8, *([size - 7 + i for i in range(7)])]
    for index, position in enumerate(around):
        rows[position][8] = bits[index]
    beside = [size - 1 - i for i in range(8)] + [7, 5, 4, 3, 2, 1, 0]
    for index, position in enumerate(beside):
        rows[8][position] = bits[index]
    rows[size - 8][8] = 1


def _version(rows: list[bytearray], size: int, version: int) -> None:
    value = _with_check(version, 12, 0x1F25)
    for index in range(18):
        bit, far, near = value >> index & 1, size - 11 + index % 3, index // 3
        rows[far][near] = rows[near][far] = bit


def _with_check(value: int, length: int, polynomial: int) -> int:
    """The value followed by the remainder of its division (BCH code)."""
    rest = value << length
    while rest.bit_length() > length:
        rest ^= polynomial << (rest.bit_length() - length - 1)
    return value << length | rest


def _zigzag(rows: list[bytearray], size: int) -> list[tuple[int, int]]:
    found, upward, right = [], True, size - 1
    while right > 0:
        right -= right == 6
        for step in range(size):
            row = size - 1 - step if upward else step
            found += [(row, column) for column in (right, right - 1) if rows[row][column] == 2]
        upward, right = not upward, right - 2
    return found
