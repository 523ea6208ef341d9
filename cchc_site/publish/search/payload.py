"""What stands under one key, as bytes, and how to change it without knowing the rest of the index.

A payload is a row of forms: accent codes (one byte a syllable), how many postings, the postings. A *posting* is a
document's number * 4 + class; in a title one byte more, the place in the title and its length. A long list has its
plain postings as a bit map, so it can grow no further.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate, repeat
from operator import add, sub
from typing import Final

from msgspec import Struct, field

BODY, OFTEN, SUMMARY, TITLE = range(4)
"""Classes of a posting, the weakest first."""

_DENSE: Final = 12
"""A list with more than one document in so many becomes a bit map."""

Payload = tuple[bytes, bytes]
"""What readers see of a key, and aside, for the next build, which documents of its bit maps have it often."""
NOTHING: Final[Payload] = b"", b""

Change = tuple[int, int] | None
"""The class of a posting and its further byte, or that it is gone."""


def varint(value: int) -> bytes:
    """A number in seven bits a byte, the lowest first."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


_VARINTS: Final = [bytes((value,)) for value in range(128)]
_LOWEST: Final = [bytes((value | 128,)) for value in range(128)]
_TABLE: Final = 1 << 16


def varints(end: int) -> Sequence[bytes]:
    """A table of at least all numbers below `end`; it grows when larger ones are asked for."""
    while len(_VARINTS) < end:
        above = _VARINTS[len(_VARINTS) >> 7]
        _VARINTS.extend([lowest + above for lowest in _LOWEST])
    return _VARINTS


_PLAIN: Final = bytes(value for value in range(128) if value & 3 != TITLE)
_STEPS: Final = bytes(value & 252 for value in range(256))
_CLASSES: Final = bytes(value & 3 for value in range(256))


def short_varint(value: int) -> bytes:
    """The same from a table, for numbers that are mostly small."""
    return _VARINTS[value] if value < len(_VARINTS) else varint(value)


def room_for(end: int) -> int:
    """A round number of documents not below `end`: what is a long list must not change with every new document."""
    return 1 << max(end - 1, 0).bit_length()


def packed(values: Sequence[int], extras: Sequence[int], room: int) -> Payload:
    """One form's postings in ascending order; `extras` are the further bytes of those in titles.

    First `count * 2`, then the postings, each as its distance to the document before * 4 + class. Of a long list
    `count * 2 + 1`, and only the postings in summaries and titles; then a bit map of all documents.
    """
    if len(values) > longest(room):
        strong = [value for value in values if value & 3 >= SUMMARY]
        often = [value for value in values if value & 3 == OFTEN]
        return _long(strong, extras, _bit_map(values)), measured(_bit_map(often) if often else b"")
    return short_varint(len(values) * 2) + _list(values, extras), b""


def longest(room: int) -> int:
    """How many postings a list may have that is no bit map."""
    return max(1, room // _DENSE)


def _long(strong: Sequence[int], extras: Sequence[int], bits: bytes) -> bytes:
    return short_varint(len(strong) * 2 + 1) + _list(strong, extras) + measured(bits)


def measured(bits: bytes) -> bytes:
    """Bytes after their length."""
    return short_varint(len(bits)) + bits


def _list(values: Sequence[int], extras: Sequence[int]) -> bytes:
    if not values:
        return b""
    steps = list(map(sub, values, [0, *[value & -4 for value in values]]))
    highest = max(steps)
    if highest < 128 and not extras:
        return bytes(steps)
    parts = list(map(varints(highest + 1).__getitem__ if highest < _TABLE else varint, steps))
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


class _Form(Struct):
    """One form taken apart; of a long list `bits` is the bit map and `values` only what stands in it as strong."""

    values: list[int] = field(default_factory=list)
    extras: list[int] = field(default_factory=list)
    bits: int | None = None
    often: int = 0

    def put(self, document: int, change: Change) -> None:
        place = bisect_left(self.values, document << 2)
        is_there = place < len(self.values) and self.values[place] >> 2 == document
        if is_there and self.values.pop(place) & 3 == TITLE:
            del self.extras[self._titles(place)]
        if self.bits is not None:
            bit = 1 << document
            self.bits = self.bits & ~bit if change is None else self.bits | bit
            self.often = self.often | bit if change is not None and change[0] == OFTEN else self.often & ~bit
        if change is None or (self.bits is not None and change[0] < SUMMARY):
            return
        self.values.insert(place, document << 2 | change[0])
        if change[0] == TITLE:
            self.extras.insert(self._titles(place), change[1])

    def _titles(self, place: int) -> int:
        return sum(value & 3 == TITLE for value in self.values[:place])

    def packed(self, room: int) -> Payload:
        if self.bits is not None and self.bits.bit_count() > longest(room):
            return _long(self.values, self.extras, _bytes(self.bits)), measured(_bytes(self.often))
        values = sorted(self._weak() + self.values)
        return packed(values, self.extras, room) if values else NOTHING

    def _weak(self) -> list[int]:
        """What a bit map holds besides `values`."""
        if self.bits is None:
            return []
        strong = {value >> 2 for value in self.values}
        return [at << 2 | (self.often >> at & 1) for at in _places(self.bits) if at not in strong]

    def documents(self) -> list[int]:
        return [value >> 2 for value in self.values] if self.bits is None else _places(self.bits)

    def postings(self) -> dict[int, tuple[int, int]]:
        further = iter(self.extras)
        strong = {value >> 2: (value & 3, next(further) if value & 3 == TITLE else 0) for value in self.values}
        return {document: strong.get(document, (BODY, 0)) for document in self.documents()}


def _places(bits: int) -> list[int]:
    return [place for place, bit in enumerate(reversed(f"{bits:b}")) if bit == "1"]


def _bytes(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def changed(payload: Payload, width: int, changes: Mapping[tuple[bytes, int], Change], room: int) -> Payload:
    """The payload with some postings of (accent codes, document) set or taken away; NOTHING when none is left.

    `width` is how many codes a form has.
    """
    forms = _forms(payload, width)
    for (code, document), change in changes.items():
        forms.setdefault(code, _Form()).put(document, change)
    rows = [(code, *forms[code].packed(room)) for code in sorted(forms)]
    return b"".join(code + row for code, row, _ in rows if row), b"".join(often for _, _, often in rows)


def postings_in(payload: bytes, width: int) -> dict[bytes, dict[int, tuple[int, int]]]:
    """What a reader sees of a key: by accents and document the class and the further byte."""
    return {code: form.postings() for code, form in _forms((payload, b""), width).items()}


def documents_in(payload: Payload, width: int) -> set[int]:
    """The numbers of all documents in a payload."""
    return {number for form in _forms(payload, width).values() for number in form.documents()}


def _forms(payload: Payload, width: int) -> dict[bytes, _Form]:
    shown, aside = payload
    forms: dict[bytes, _Form] = {}
    at = aside_at = 0
    while at < len(shown):
        form = forms[shown[at : at + width]] = _Form()
        count, at = read(shown, at + width)
        at = _read_list(shown, at, count >> 1, form)
        if count & 1:
            form.bits, at = _read_bits(shown, at)
            form.often, aside_at = _read_bits(aside, aside_at) if aside else (0, 0)
    return forms


def _read_bits(payload: bytes, at: int) -> tuple[int, int]:
    length, at = read(payload, at)
    return int.from_bytes(payload[at : at + length], "little"), at + length


def _read_list(payload: bytes, at: int, count: int, form: _Form) -> int:
    row = payload[at : at + count]
    if row.isascii() and not row.translate(None, _PLAIN):  # every posting one byte, none in a title
        form.values = list(map(add, accumulate(row.translate(_STEPS)), row.translate(_CLASSES)))
        return at + count
    values, extras, before = form.values, form.extras, 0
    for _ in repeat(None, count):
        byte = payload[at]
        at += 1
        value = before + (byte & 127)
        shift = 7
        while byte > 127:
            byte = payload[at]
            at += 1
            value += (byte & 127) << shift
            shift += 7
        values.append(value)
        before = value & -4
        if value & 3 == TITLE:
            extras.append(payload[at])
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
