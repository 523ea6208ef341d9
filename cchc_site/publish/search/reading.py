"""The words of all documents, read some at a time by any process, each of which numbers the words as it meets them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from cchc_site.publish.search.batches import MOST, Batch
from cchc_site.publish.search.extracts import BLOCK, Block, Extracts, packed_block
from cchc_site.publish.search.lexicon import Lexicon
from cchc_site.publish.search.numbering import Numbered


class Read(NamedTuple):
    """Some documents as one process read them."""

    forms: list[tuple[str, int]]
    """Bare syllables and accents, by the numbers that the batch has for them."""
    batch: Batch
    blocks: dict[int, bytes]
    """Their words as they are kept."""

    def numbered_by(self, lexicon: Lexicon) -> Batch:
        """The batch with the numbers that another lexicon gives."""
        return self.batch.renumbered(np.array([lexicon.number_of(*form) for form in self.forms], np.int64))


class Reading:
    """Reads documents by their numbers. What it learns of words stays in the process."""

    def __init__(self, numbered: Numbered, known: Extracts) -> None:
        self._numbered = numbered
        self._known = known
        self._lexicon = Lexicon()

    def __call__(self, numbers: Sequence[int]) -> Read:
        """Documents of whole blocks, no more than a batch can have."""
        extracts = {}
        blocks: defaultdict[int, Block] = defaultdict(dict)
        for number in numbers:
            document = self._numbered.documents[number]
            extracts[number], packed = self._known.new(document)
            blocks[number // BLOCK][document.id] = document.version, packed
        batch = Batch.of(extracts, self._lexicon)
        bare, accent = self._lexicon.bare, self._lexicon.accent
        is_used = batch.used(len(bare))
        forms = [(bare[number], accent[number]) for number in np.flatnonzero(is_used).tolist()]
        kept = {at: packed_block(block) for at, block in blocks.items()}
        return Read(forms, batch.renumbered(np.cumsum(is_used) - 1), kept)


def portions(numbered: Numbered) -> Iterator[list[int]]:
    """The numbers of the documents, as many at a time as can be read at once."""
    for _, numbers in groupby(numbered.documents, lambda number: number // MOST):
        yield list(numbers)
