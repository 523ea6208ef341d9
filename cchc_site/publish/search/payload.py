"""What stands under one key, as bytes, and how to change it without knowing the rest of the index.

A payload is a row of forms: accent codes (one byte a syllable), how many postings, the postings. A *posting* is a
document's number * 4 + class; in a title one byte more, the place in the title and its length. A long list has its
plain postings as a bit map, so it can grow no further.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import sub
from typing import Final

BODY, OFTEN, SUMMARY, TITLE = range(4)
"""Classes of a posting, the weakest first."""

_DENSE: Final = 12
"""A list with more than one document in so many becomes a bit map."""

Change = tuple[int, int] | None
"""The class of a posting and its further byte, or that it is gone."""


class Thinned(Exception):
    """A bit map lost so many documents that it must be a list again, and who had the word often is not known."""


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


def short_varint(value: int) -> bytes:
    """The same from a table, for numbers that are mostly small."""
    return _VARINTS[value] if value < len(_VARINTS) else varint(value)


def room_for(end: int) -> int:
    """A round number of documents not below `end`: what is a long list must not change with every new document."""
    return 1 << max(end - 1, 0).bit_length()


def packed(values: Sequence[int], extras: Sequence[int], room: int) -> bytes:
    """One form's postings in ascending order; `extras` are the further bytes of those in titles.

    First `count * 2`, then the postings, each as its distance to the document before * 4 + class. Of a long list
    `count * 2 + 1`, and only the postings in summaries and titles; then a bit map of all documents.
    """
    if len(values) == 1 and values[0] < len(_ALONE) and not extras:
        return _ALONE[values[0]]
    if len(values) * _DENSE > room:
        strong = [value for value in values if value & 3 >= SUMMARY]
        return _long(strong, extras, _bit_map(values))
    return short_varint(len(values) * 2) + _list(values, extras)


def _long(strong: Sequence[int], extras: Sequence[int], bits: bytes) -> bytes:
    return short_varint(len(strong) * 2 + 1) + _list(strong, extras) + short_varint(len(bits)) + bits


def _list(values: Sequence[int], extras: Sequence[int]) -> bytes:
    if not values:
        return b""
    steps = list(map(sub, values, [0, *[value & -4 for value in values]]))
    highest = max(steps)
    if highest < 128 and not extras:
        return bytes(steps)
    parts = list(map(_VARINTS.__getitem__ if highest < len(_VARINTS) else varint, steps))
    if extras:
        titles = [at for at, step in enumerate(steps) if step & 3 == TITLE]
        for at, extra in zip(titles, extras, strict=True):
            parts[at] += bytes((extra,))
    return b"".join(parts)


def _bit_map(values: Sequence[int]) -> bytes:
    flags = bytearray(b"0") * ((values[-1] >> 2) + 1)
    for value in values:
        flags[value >> 2] = 49
    flags.reverse()
    return int(flags, 2).to_bytes((len(flags) + 7) // 8, "little")


@dataclass
class _Form:
    """One form taken apart; `bits` is the bit map of a long list, `values` then only what stands out."""

    values: list[int] = field(default_factory=list)
    extras: list[int] = field(default_factory=list)
    bits: int | None = None

    def put(self, document: int, change: Change) -> None:
        place = bisect_left(self.values, document << 2)
        is_there = place < len(self.values) and self.values[place] >> 2 == document
        if is_there and self.values.pop(place) & 3 == TITLE:
            del self.extras[self._titles(place)]
        if self.bits is not None:
            self.bits = self.bits & ~(1 << document) if change is None else self.bits | 1 << document
        if change is None or (self.bits is not None and change[0] < SUMMARY):
            return
        self.values.insert(place, document << 2 | change[0])
        if change[0] == TITLE:
            self.extras.insert(self._titles(place), change[1])

    def _titles(self, place: int) -> int:
        return sum(value & 3 == TITLE for value in self.values[:place])

    def packed(self, room: int) -> bytes:
        if self.bits is None:
            return packed(self.values, self.extras, room) if self.values else b""
        if self.bits.bit_count() * _DENSE <= room:
            raise Thinned
        return _long(self.values, self.extras, self.bits.to_bytes((self.bits.bit_length() + 7) // 8, "little"))

    def documents(self) -> list[int]:
        if self.bits is None:
            return [value >> 2 for value in self.values]
        return [place for place, bit in enumerate(reversed(f"{self.bits:b}")) if bit == "1"]

    def postings(self) -> dict[int, tuple[int, int]]:
        further = iter(self.extras)
        strong = {value >> 2: (value & 3, next(further) if value & 3 == TITLE else 0) for value in self.values}
        return {document: strong.get(document, (BODY, 0)) for document in self.documents()}


def changed(payload: bytes, width: int, changes: Mapping[tuple[bytes, int], Change], room: int) -> bytes:
    """The payload with some postings of (accent codes, document) set or taken away; empty when nothing is left.

    `width` is how many codes a form has. Raises Thinned when the index must be built anew to know the answer.
    """
    forms = _forms(payload, width)
    for (code, document), change in changes.items():
        forms.setdefault(code, _Form()).put(document, change)
    rows = ((code, forms[code].packed(room)) for code in sorted(forms))
    return b"".join(code + row for code, row in rows if row)


def postings_in(payload: bytes, width: int) -> dict[bytes, dict[int, tuple[int, int]]]:
    """All forms of a payload, by accents and document the class and the further byte."""
    return {code: form.postings() for code, form in _forms(payload, width).items()}


def documents_in(payload: bytes, width: int) -> set[int]:
    """The numbers of all documents in a payload."""
    return {number for form in _forms(payload, width).values() for number in form.documents()}


def _forms(payload: bytes, width: int) -> dict[bytes, _Form]:
    forms: dict[bytes, _Form] = {}
    at = 0
    while at < len(payload):
        form = forms[payload[at : at + width]] = _Form()
        count, at = read(payload, at + width)
        at = _read_list(payload, at, count >> 1, form)
        if count & 1:
            length, at = read(payload, at)
            form.bits = int.from_bytes(payload[at : at + length], "little")
            at += length
    return forms


def _read_list(payload: bytes, at: int, count: int, form: _Form) -> int:
    before = 0
    for _ in range(count):
        step, at = read(payload, at)
        value = before + step
        before = value & -4
        form.values.append(value)
        if value & 3 == TITLE:
            form.extras.append(payload[at])
            at += 1
    return at


def read(payload: bytes, at: int) -> tuple[int, int]:
    """The number that begins at a place, and where it ends."""
    byte = payload[at]
    if byte < 128:
        return byte, at + 1
    value, shift = byte & 127, 7
    while byte > 127:
        at += 1
        byte = payload[at]
        value |= (byte & 127) << shift
        shift += 7
    return value, at + 1
