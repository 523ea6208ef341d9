"""Which documents have which words: the whole index as lists, gathered part by part so that it is never in memory.

A *key* is a bare syllable ("chinh"), or a pair of neighbours kept under the rarer of the two: "hanh chinh" is
`hanh` followed by `chinh`, "hanh!thu" is `hanh` after `thu`. Keeping pairs with their rarer member puts nearly
everything a query needs of one word into one place. A *form* is a key with its accents; a *posting* is one number
of document, class (where the key stands) and, in a title, position and length.

The words of titles stand a second time under keys of their own ("^chinh"), documents only: all of them together
are small, so a query whose words are in disorder can have most of its words answered by a few files.

Documents are first *scattered* over parts by the syllable that keeps the key; every part is then *gathered* by itself,
in any process. While it is on its way a key is one number: the word that keeps it, how the other stands to it, the
other.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise, repeat
from typing import Final

from cchc_site.publish.search.collector import without_collector
from cchc_site.publish.search.lexicon import Order
from cchc_site.publish.search.payload import BODY, OFTEN, SUMMARY, TITLE, Payload, packed
from cchc_site.publish.search.words import Words

_OFTEN_FROM: Final = 4
"""How often a syllable must stand in a body to count as often; for a pair, twice is often."""
_BITS: Final = 24
_OTHER: Final = (1 << _BITS) - 1
_HEAD: Final = _BITS + 2
_BEFORE: Final = 1 << _BITS
"""The other follows the word that keeps the pair."""
_AFTER: Final = 2 << _BITS
"""The other stands before it."""

Entry = tuple[str, Payload]
"""A key and its payload."""


@dataclass
class Rows:
    """Keys as they came, document by document."""

    keys: array[int] = field(default_factory=lambda: array("Q"))
    lengths: array[int] = field(default_factory=lambda: array("I"))
    """How many keys each document has."""
    closed: int = 0

    def close(self) -> None:
        """A document is complete."""
        self.lengths.append(len(self.keys) - self.closed)
        self.closed = len(self.keys)


@dataclass
class Part:
    """Some keys of all documents, by the syllable that keeps them."""

    order: Order
    room: int
    documents: Sequence[int]
    """The numbers of the documents, ascending."""
    rows: tuple[Rows, Rows, Rows, Rows] = field(default_factory=lambda: (Rows(), Rows(), Rows(), Rows()))
    """Of each class its keys."""
    extras: array[int] = field(default_factory=lambda: array("B"))
    """The further bytes of those in titles."""


class Scatterer:
    """Puts documents into parts; `part_of` gives the part of every word that keeps keys."""

    def __init__(self, order: Order, parts: Sequence[Part], part_of: Sequence[int]) -> None:
        self._order = order
        self._parts = [parts[part] for part in part_of]
        self._rows = [rows for part in parts for rows in part.rows]
        self._once = [part.rows[BODY].keys.append for part in self._parts]
        self._often = [part.rows[OFTEN].keys.append for part in self._parts]

    def add(self, words: Words) -> None:
        """The next document's keys, each with the place where it stands best."""
        strong = _strong_keys(words, self._order)
        for key, place in strong.items():
            part = self._parts[key >> _HEAD]
            part.rows[place >> 8].keys.append(key)
            if place >> 8 == TITLE:
                part.extras.append(place & 255)
        body = list(map(self._order.of.__getitem__, words.body))
        self._add_counted(Counter([word << _HEAD for word in body]), strong, _OFTEN_FROM)
        self._add_counted(Counter(_pairs(body)), strong, 2)
        for rows in self._rows:
            rows.close()

    def _add_counted(self, counts: Counter[int], strong: dict[int, int], often_from: int) -> None:
        once, often = self._once, self._often
        for key in counts.keys() & strong.keys():
            del counts[key]
        for key, count in counts.items():
            if count < often_from:
                once[key >> _HEAD](key)
            else:
                often[key >> _HEAD](key)


def _pairs(words: Sequence[int]) -> list[int]:
    return [
        left << _HEAD | _BEFORE | right if left <= right else right << _HEAD | _AFTER | left
        for left, right in pairwise(words)
    ]


def _strong_keys(words: Words, order: Order) -> dict[int, int]:
    """The keys of title, summary and marks, each with the class of its best place * 256 + the further byte."""
    of = order.of
    strong = {of[number] << _HEAD: BODY << 8 for number in words.title_words}
    summary = [of[number] for number in words.summary]
    for number in words.marks:
        strong[of[number] << _HEAD] = SUMMARY << 8
    for number in summary:
        strong[number << _HEAD] = SUMMARY << 8
    for key in _pairs(summary):
        strong[key] = SUMMARY << 8
    strong.update(_title([of[number] for number in words.title]))
    return strong


def _title(title: Sequence[int]) -> dict[int, int]:
    length = min(len(title), 31) >> 1
    pairs = _pairs(title)
    found: dict[int, int] = {}
    for at in reversed(range(len(title))):
        place = TITLE << 8 | min(at, 15) << 4 | length
        found[title[at] << _HEAD] = place
        if at < len(pairs):
            found[pairs[at]] = place
    return found


class _Lists(dict[int, list[int]]):
    def __missing__(self, key: int) -> list[int]:
        found = self[key] = []
        return found


def gather(part: Part) -> list[Entry]:
    """The keys of a part in order, each with its payload."""
    with without_collector():
        return _gathered(part)


def _gathered(part: Part) -> list[Entry]:
    found, extras = _lists(part)
    none: list[int] = []
    forms: dict[str, list[tuple[bytes, bytes, bytes]]] = {}
    for number, values in found.items():
        key, code = _key(number, part.order)
        form = (code, *packed(values, extras.get(number, none), part.room))
        before = forms.get(key)
        if before is None:
            forms[key] = [form]
        else:
            before.append(form)
    return [(key, _joined(forms[key])) for key in sorted(forms)]


def _joined(forms: list[tuple[bytes, bytes, bytes]]) -> Payload:
    if len(forms) == 1:
        [(code, row, aside)] = forms
        return code + row, aside
    forms.sort()
    return b"".join([code + row for code, row, _ in forms]), b"".join([aside for _, _, aside in forms])


def single_postings(words: Words, order: Order, document: int) -> Iterator[tuple[str, bytes, int, int]]:
    """The postings of one document: key, accent codes, class, further byte."""
    part = Part(order, 1, (document,))
    Scatterer(order, (part,), bytes(len(order.of))).add(words)
    found, extras = _lists(part)
    for number, [value] in found.items():
        key, code = _key(number, order)
        yield key, code, value & 3, extras[number][0] if value & 3 == TITLE else 0


def _lists(part: Part) -> tuple[_Lists, _Lists]:
    """The postings of every key in ascending order, and the further bytes of those in titles."""
    found, extras = _Lists(), _Lists()
    for place, rows in enumerate(part.rows):
        values = [document << 2 | place for document in part.documents]
        for key, value in zip(rows.keys, chain.from_iterable(map(repeat, values, rows.lengths)), strict=True):
            found[key].append(value)
    for key, extra in zip(part.rows[TITLE].keys, part.extras, strict=True):
        extras[key].append(extra)
    for items in found.values():
        items.sort()
    return found, extras


def _key(number: int, order: Order) -> tuple[str, bytes]:
    """The key that a number stands for, and the accents of its form in the order of the text."""
    head, other = number >> _HEAD, number & _OTHER
    keeper = order.bare[head]
    if number & _BEFORE:
        return f"{keeper} {order.bare[other]}", order.codes[head] + order.codes[other]
    if not number & _AFTER:
        return keeper, order.codes[head]
    # "ban bán": one syllable with two accents is kept in the order of the text whichever has the lower number.
    between = " " if order.bare[other] == keeper else "!"
    return f"{keeper}{between}{order.bare[other]}", order.codes[other] + order.codes[head]


def parts_for(order: Order, weights: Sequence[int], count: int) -> list[int]:
    """The part of every word, so that the parts, one after another, hold the keys in order.

    `weights` says how much the words weigh by their numbers in `order`; the parts weigh about the same.
    """
    places = sorted(range(len(order.bare)), key=lambda number: order.bare[number])
    total = sum(weights) or 1
    part_of = [0] * len(places)
    sum_before, before, part = 0, "", 0
    for number in places:
        if order.bare[number] != before:
            part = min(count - 1, sum_before * count // total)
            before = order.bare[number]
        part_of[number] = part
        sum_before += weights[number]
    return part_of
