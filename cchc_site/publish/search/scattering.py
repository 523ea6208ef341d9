"""All postings of all documents, in parts that any process can make keys of by itself (see `gathering`).

Some documents at a time, every word and every pair of neighbours becomes one number (key, document, where it stands)
in a long array, and sorting that array brings everything about one key in one document together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from cchc_site.publish.search.batches import MOST, Batch, Column
from cchc_site.publish.search.columns import Numbers, before
from cchc_site.publish.search.keys import LOCAL, PART, Keys
from cchc_site.publish.search.payload import BODY, OFTEN, SUMMARY, TITLE
from cchc_site.publish.search.postings import LAST_PLACE, LONGEST_TITLE, PAIR_OFTEN_FROM, WORD_OFTEN_FROM

CLASS: Final = PART
"""Above so many bits of a key in a part stands the class of its posting."""
DOCUMENT: Final = 8
"""In `Part.titles`, above so many bits stands the document, …"""
KEY: Final = 32
"""… and above so many the key."""

# A place says how good it is, the best first: in titles its class and further byte, in running text only what it is.
_PLACE: Final = 10
_SUMMARY: Final = (TITLE - SUMMARY) << 8
_TITLE_WORD: Final = (TITLE - BODY) << 8
_PAIR: Final = _TITLE_WORD + 1
_WORD: Final = _PAIR + 1
_DOCUMENTS: Final = (1 << (MOST - 1).bit_length()) - 1
_SHIFT: Final = _PLACE + _DOCUMENTS.bit_length()


class Part(Struct, frozen=True):
    """Some keys of all documents, by the syllable that keeps them, in no order."""

    index: int
    keys: NDArray[np.uint32]
    """The key of every posting with its class."""
    documents: NDArray[np.unsignedinteger]
    """The number of its document."""
    titles: Numbers
    """Of the postings in titles once more the key and the document, and their further byte."""


class _Growing:
    """An array that batches are added to, each sorted by parts.

    It is one piece of memory, which goes back as a whole: many small ones would leave holes that a long build keeps.
    """

    def __init__(self, kind: np.dtype[Any]) -> None:
        self._kind = kind
        self._values = bytearray()
        self._bounds: list[Numbers] = []

    def add(self, values: NDArray[np.integer], bounds: Numbers) -> None:
        """One batch; `bounds` says where each part begins, and where the last one ends."""
        self._bounds.append(bounds + len(self._values) // self._kind.itemsize)
        self._values += values.data

    def part(self, index: int) -> NDArray[Any]:
        """A part of all batches."""
        values = np.frombuffer(self._values, self._kind)
        return np.concatenate([values[start:stop] for start, stop in (it[index : index + 2] for it in self._bounds)])


def parts_of(keys: Keys, batches: list[Batch], end: int) -> Iterator[Part]:
    """Every part once; `batches` is used up. `end` is above all numbers of documents."""
    small: np.dtype[Any] = np.min_scalar_type(end)
    columns = _Growing(np.dtype(np.uint32)), _Growing(small), _Growing(np.dtype(np.int64))
    if not batches:
        return
    batches.reverse()
    while batches:
        _scatter(keys, batches.pop(), small, columns)
    for index in range(keys.parts):
        part = Part(index, *(column.part(index) for column in columns))
        if len(part.keys):
            yield part


def _scatter(keys: Keys, batch: Batch, small: np.dtype[Any], columns: tuple[_Growing, _Growing, _Growing]) -> None:
    postings, classes = _best(_everything(keys, batch))
    document = np.array(batch.documents, small)[postings >> _PLACE & _DOCUMENTS]
    key = postings >> _SHIFT
    local = key & LOCAL
    in_title = np.flatnonzero(classes == TITLE)
    titles = local[in_title] << KEY | document[in_title].astype(np.int64) << DOCUMENT | postings[in_title] & 255
    begins = np.arange(keys.parts + 1) << PART
    bounds = np.searchsorted(key, begins)
    columns[0].add((local | classes << CLASS).astype(np.uint32), bounds)
    columns[1].add(document, bounds)
    columns[2].add(titles, np.searchsorted(key[in_title], begins))


def _everything(keys: Keys, batch: Batch) -> Numbers:
    """Every word and every pair of some documents as (key, document, place)."""
    title, title_words, summary, body, marks = (_Running.of(keys, column) for column in batch[1:])
    at = np.minimum(title.at, LAST_PLACE) << 4 | np.minimum(title.length, LONGEST_TITLE) >> 1
    return np.concatenate(
        [
            title.words(keys) | at,
            title.pairs(keys) | at[title.has_next],
            summary.words(keys) | _SUMMARY,
            summary.pairs(keys) | _SUMMARY,
            marks.words(keys) | _SUMMARY,
            title_words.words(keys) | _TITLE_WORD,
            body.pairs(keys) | _PAIR,
            body.words(keys) | _WORD,
        ]
    )


class _Running(NamedTuple):
    """A column of a batch."""

    numbers: Numbers
    """The words as the order of the keys numbers them."""
    document: Numbers
    """The place of each word's document."""
    lengths: Numbers
    """How many words each document has."""

    @staticmethod
    def of(keys: Keys, column: Column) -> _Running:
        return _Running(keys.renumbered(column.numbers), column.documents(), column.lengths)

    @property
    def has_next(self) -> Numbers:
        """The places of words after which there is another in the same document."""
        return np.flatnonzero(self.document[1:] == self.document[:-1])

    @property
    def at(self) -> Numbers:
        """Where in its document each word stands."""
        return np.arange(len(self.document)) - before(self.lengths)[self.document]

    @property
    def length(self) -> Numbers:
        """For each word how many words its document has."""
        return self.lengths[self.document]

    def words(self, keys: Keys) -> Numbers:
        """The words as keys and documents."""
        return keys.word[self.numbers] << _SHIFT | self.document << _PLACE

    def pairs(self, keys: Keys) -> Numbers:
        """The neighbours as keys and documents."""
        left = self.has_next
        return keys.pairs(self.numbers[left], self.numbers[left + 1]) << _SHIFT | self.document[left] << _PLACE


def _best(entries: Numbers) -> tuple[Numbers, Numbers]:
    """Of every key in every document the entry with the best place, and its class; `entries` is used up."""
    entries.sort()
    which = entries >> _PLACE
    first = np.flatnonzero(np.diff(which, prepend=-1))
    count = np.diff(first, append=len(entries))
    best = entries[first]
    place = best & ((1 << _PLACE) - 1)
    is_often = (place == _WORD) & (count >= WORD_OFTEN_FROM) | (place == _PAIR) & (count >= PAIR_OFTEN_FROM)
    return best, np.where(is_often, OFTEN, TITLE - (place >> 8))
