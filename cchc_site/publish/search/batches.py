"""The words of some documents as numbers of a lexicon, every part of all of them as one column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cchc_site.publish.search.columns import Flags, Numbers, sums
from cchc_site.publish.search.extraction import Extract
from cchc_site.publish.search.lexicon import Lexicon

MOST: Final = 128
"""How many documents may be together."""
_NUMBER: Final = 25
"""Bits of the number of a word; with a document above there are no more than 32, which are sorted quickly."""


class Column(NamedTuple):
    """The words of the documents one after another."""

    numbers: NDArray[np.unsignedinteger]
    """As small as they can be: all words of a column are in memory at once."""
    lengths: Numbers
    """How many of them each document has."""

    @staticmethod
    def of(texts: Iterable[list[str]], number: Callable[[str], int]) -> Column:
        """The numbers that words have; what is no word has -1 and is left out."""
        texts = list(texts)
        lengths = np.array(list(map(len, texts)), np.int64)
        numbers = np.fromiter(map(number, chain.from_iterable(texts)), np.int64, int(lengths.sum()))
        is_word = numbers >= 0
        words = numbers[is_word]
        return Column(_small(words), sums(is_word, lengths))

    def renumbered(self, numbers: Numbers) -> Column:
        """The same words by other numbers."""
        return Column(_small(numbers[self.numbers]), self.lengths)

    def documents(self) -> Numbers:
        """For every word the place of its document."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths)


def _small(words: Numbers) -> NDArray[np.unsignedinteger]:
    return words.astype(np.min_scalar_type(words.max(initial=0)))


class Batch(NamedTuple):
    """What is searched of up to `MOST` documents; see `words.Words`."""

    documents: list[int]
    """Their numbers."""
    title: Column
    title_words: Column
    summary: Column
    body: Column
    marks: Column

    @staticmethod
    def of(extracts: Mapping[int, Extract], lexicon: Lexicon) -> Batch:
        """The documents by their numbers."""
        rows = list(extracts.values())
        return Batch(
            list(extracts),
            Column.of((row.title for row in rows), lexicon.__getitem__),
            Column.of((row.title for row in rows), lexicon.in_title),
            Column.of((row.summary for row in rows), lexicon.__getitem__),
            Column.of((row.body for row in rows), lexicon.__getitem__),
            Column.of((row.marks for row in rows), lexicon.mark),
        )

    def used(self, end: int) -> Flags:
        """Which of the words below `end` stand in any of the documents."""
        found = np.zeros(end, np.bool_)
        for column in self[1:]:
            found[column.numbers] = True
        return found

    def renumbered(self, numbers: Numbers) -> Batch:
        """The same words by other numbers."""
        return Batch(self.documents, *(column.renumbered(numbers) for column in self[1:]))

    def counts(self, end: int) -> Numbers:
        """In how many of the documents each word below `end` stands; in titles as part of the text only."""
        columns = (self.title, self.summary, self.body, self.marks)
        found = np.concatenate([(it.documents() << _NUMBER | it.numbers).astype(np.uint32) for it in columns])
        found.sort()
        distinct = found[np.diff(found, prepend=found[:1] + 1) != 0]
        return np.bincount(distinct & ((1 << _NUMBER) - 1), minlength=end)
