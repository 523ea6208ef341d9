"""The index of the last build made into this one's: only what changed documents say is looked at.

Old and new postings of the changed documents are compared; where a syllable became more common or rarer than its
neighbours, their pairs move to the other's keys; then the files concerned are cut anew. The result is exactly what
`anew` would make of all documents; a test holds both to it. What is too much or cannot be known raises NotAmendable.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from msgspec import Struct

from cchc_site.publish.search.documents import SearchDocument
from cchc_site.publish.search.extraction import Extract
from cchc_site.publish.search.extracts import BLOCK, Extracts, keep_block, packed_block
from cchc_site.publish.search.files import Files, NotAmendable
from cchc_site.publish.search.index import Index
from cchc_site.publish.search.lexicon import Lexicon, levels_of, pair_key
from cchc_site.publish.search.memory import Memory
from cchc_site.publish.search.numbering import Numbered
from cchc_site.publish.search.payload import Change, documents_in, room_for
from cchc_site.publish.search.postings import single_postings
from cchc_site.publish.search.shards import Limits
from cchc_site.publish.search.words import Words, frequencies_of, numbers_of

_MOST: Final = 120
"""With more changed documents, building anew is quicker."""

_Levels = Mapping[str, int]


class _Difference(Struct, frozen=True):
    """The documents that are not what they were, by number; one that only moved stands on both sides."""

    gone: dict[int, str]
    """Their ids."""
    come: dict[int, SearchDocument]


def amend(before: Index, numbered: Numbered, known: Extracts, memory: Memory, limits: Limits) -> Index:
    """The index of these documents, from the one before. Raises NotAmendable."""
    difference = _difference(before, numbered)
    read = {number: known.new(document) for number, document in difference.come.items()}
    lexicon = Lexicon()
    gone = {number: _words_before(name, known, lexicon) for number, name in difference.gone.items()}
    come = {number: Words.of(extract, lexicon) for number, (extract, _) in read.items()}
    frequencies = _frequencies(before, gone.values(), come.values(), lexicon)
    levels = levels_of(frequencies, len(numbered.documents))
    files = Files(before.files, memory)
    _move_pairs(files, before, levels, known)
    old, new = (_postings(documents, lexicon, levels) for documents in (gone, come))
    _change_postings(files, old, new, before.room)
    blocks = _blocks(before, numbered, difference, read, known, memory)
    placed = {document.id: (number, document.version) for number, document in numbered.documents.items()}
    return Index(placed, numbered.end, frequencies, blocks, files.cut(limits))


def _difference(before: Index, numbered: Numbered) -> _Difference:
    if not before.files or room_for(numbered.end) != before.room:
        raise NotAmendable("other long lists")
    left = dict(before.placed)
    gone, come = {}, {}
    for number, document in numbered.documents.items():
        old = left.pop(document.id, None)
        if old == (number, document.version):
            continue
        come[number] = document
        if old is not None:
            gone[old[0]] = document.id
    gone.update((number, name) for name, (number, _) in left.items())
    if max(len(gone), len(come)) > _MOST:
        raise NotAmendable("too much changed")
    return _Difference(gone, come)


def _words_before(name: str, known: Extracts, lexicon: Lexicon) -> Words:
    extract = known.old(name)
    if extract is None:
        raise NotAmendable("the words of a document were lost")
    return Words.of(extract, lexicon)


def _frequencies(before: Index, gone: Iterable[Words], come: Iterable[Words], lexicon: Lexicon) -> dict[str, int]:
    counts: Counter[int] = Counter()
    for words in come:
        counts.update(words.distinct())
    for words in gone:
        counts.subtract(words.distinct())
    frequencies = dict(before.frequencies)
    for syllable, more in frequencies_of(counts, lexicon).items():
        frequencies[syllable] = frequencies.get(syllable, 0) + more
        if not frequencies[syllable]:
            del frequencies[syllable]
    return frequencies


def _move_pairs(files: Files, before: Index, levels: _Levels, known: Extracts) -> None:
    """Bring the pairs of syllables that became more or less common to the keys that keep them now."""
    old = before.levels
    other = {syllable for syllable in old.keys() | levels.keys() if old.get(syllable) != levels.get(syllable)}
    numbers: set[int] = set()
    for syllable in other:
        numbers |= documents_in(files.payload(syllable), 1)
    moves = {}
    for left, right in _neighbours(sorted(numbers), other, before, known):
        source, target = pair_key(left, right, old), pair_key(left, right, levels)
        if source != target:
            moves[source] = target
    moved = [(target, files.take(source)) for source, target in moves.items()]
    for target, payload in moved:
        files.put(target, payload)


def _neighbours(numbers: list[int], of: set[str], before: Index, known: Extracts) -> Iterator[tuple[str, str]]:
    """The pairs with those syllables in the documents of the last build that have these numbers."""
    names = {number: name for name, (number, _) in before.placed.items()} if numbers else {}
    lexicon = Lexicon()
    for number in numbers:
        extract = known.old(names[number]) if number in names else None
        if extract is None:
            raise NotAmendable("the words of a document were lost")
        for part in (extract.title, extract.summary, extract.body):
            syllables = [lexicon.bare[number] for number in numbers_of(part, lexicon)]
            for left, right in pairwise(syllables):
                if left in of or right in of:
                    yield left, right


_Postings = dict[tuple[str, bytes, int], tuple[int, int]]
"""By key, accent codes and document the class and the further byte."""


def _change_postings(files: Files, old: _Postings, new: _Postings, room: int) -> None:
    changes: defaultdict[str, dict[tuple[bytes, int], Change]] = defaultdict(dict)
    for place in old.keys() | new.keys():
        change = new.get(place)
        if change != old.get(place):
            key, code, document = place
            changes[key][code, document] = change
    for key, rows in changes.items():
        files.change(key, rows, room)


def _postings(documents: Mapping[int, Words], lexicon: Lexicon, levels: _Levels) -> _Postings:
    return {
        (key, code, number): place
        for number, words in documents.items()
        for key, code, place in single_postings(words, lexicon, levels)
    }


def _blocks(
    before: Index,
    numbered: Numbered,
    difference: _Difference,
    read: Mapping[int, tuple[Extract, str]],
    known: Extracts,
    memory: Memory,
) -> dict[int, str]:
    """The blocks of words, those with changed documents written anew."""
    blocks = dict(before.blocks)
    for at in sorted({number // BLOCK for number in (*difference.gone, *difference.come)}):
        documents = [(number, numbered.documents.get(number)) for number in range(at * BLOCK, at * BLOCK + BLOCK)]
        block = {
            document.id: (document.version, (read.get(number) or known.new(document))[1])
            for number, document in documents
            if document is not None
        }
        blocks.pop(at, None)
        if block:
            blocks[at] = keep_block(memory, packed_block(block))
    return blocks
