"""The whole index, built from all documents at once: the words of all, then the keys part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Final

import numpy as np

from cchc_site.publish.search.batches import Batch
from cchc_site.publish.search.extracts import Extracts, keep_block
from cchc_site.publish.search.gathering import gather
from cchc_site.publish.search.index import Index, keep_file
from cchc_site.publish.search.keys import Keys, Spelling
from cchc_site.publish.search.lexicon import Lexicon, Order, levels_of
from cchc_site.publish.search.memory import Memory
from cchc_site.publish.search.numbering import Numbered
from cchc_site.publish.search.payload import room_for
from cchc_site.publish.search.reading import Reading, portions
from cchc_site.publish.search.run import Run
from cchc_site.publish.search.scattering import Part, parts_of
from cchc_site.publish.search.shards import Limits, Made, Rows, cut_apart, joined
from cchc_site.publish.search.words import frequencies_of

_WORDS: Final = 25_000
"""How many words are worth a part of their own: its lists fit into what a processor has close at hand."""
_MOST: Final = 256
"""Parts: where each document ends in each part must be known."""
_WORTH_SHARING: Final = 400
"""From so many documents on, several processes save more time than they take to start."""
_TOGETHER: Final = 8
"""Parts at a time: about so many make some dozens of files."""


def build(numbered: Numbered, known: Extracts, memory: Memory, run: Run, limits: Limits) -> Index:
    """The index of these documents; its files and the documents' words are kept in `memory`."""
    shared = run if len(numbered.documents) >= _WORTH_SHARING else map
    lexicon = Lexicon()
    batches: list[Batch] = []
    packed: dict[int, bytes] = {}
    for read in shared(Reading(numbered, known), portions(numbered)):
        batches.append(read.numbered_by(lexicon))
        packed |= read.blocks
    # Not before: while another process reads texts from where it is kept, nothing can be kept there.
    blocks = {at: keep_block(memory, data) for at, data in packed.items()}
    del packed
    counts = sum((batch.counts(len(lexicon.bare)) for batch in batches), np.zeros(len(lexicon.bare), np.int64)).tolist()
    frequencies = dict(frequencies_of(dict(enumerate(counts)), lexicon))
    keys = _keys(Order(lexicon, levels_of(frequencies, len(numbered.documents))), counts, batches)
    work = partial(_cut_apart, Spelling(keys), room_for(numbered.end), limits)
    tasks = _together(parts_of(keys, batches, numbered.end))
    files = [keep_file(memory, made) for made in joined(shared(work, tasks), limits)]
    placed = {document.id: (number, document.version) for number, document in numbered.documents.items()}
    return Index(placed, numbered.end, frequencies, blocks, files)


def _keys(order: Order, counts: Sequence[int], batches: Sequence[Batch]) -> Keys:
    weights = [0] * len(order.bare)
    for number, count in enumerate(counts):
        weights[order.of[number]] = count
    return Keys(order, weights, min(_MOST, 1 + sum(len(batch.body.numbers) for batch in batches) // _WORDS))


def _together(parts: Iterator[Part]) -> Iterator[Sequence[Part]]:
    """The parts, some at a time."""
    while task := list(islice(parts, _TOGETHER)):
        yield task
        del task  # it must not wait here until it is done


def _cut_apart(spelling: Spelling, room: int, limits: Limits, parts: Sequence[Part]) -> list[Made]:
    """In any process: the files of some parts as if there were no others."""
    return cut_apart(Rows.joined([gather(spelling, room, part) for part in parts]), limits)
