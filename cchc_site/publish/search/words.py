"""One document's words as numbers, and which of them count for how common a syllable is."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cchc_site.publish.search.extraction import Extract
from cchc_site.publish.search.lexicon import Lexicon

TITLE_WORD: Final = "^"
"""Before a key that lists the documents with that word in their title."""


@dataclass(frozen=True)
class Words:
    """An `Extract` as numbers of a lexicon."""

    title: array[int]
    title_words: array[int]
    """The keys under which the words of the title stand a second time."""
    summary: array[int]
    body: array[int]
    marks: array[int]

    @staticmethod
    def of(extract: Extract, lexicon: Lexicon) -> Words:
        """The numbers; what is no word is left out."""
        title = numbers_of(extract.title, lexicon)
        titles = dict.fromkeys(TITLE_WORD + lexicon.bare[number] for number in title)
        return Words(
            title,
            _small(list(map(lexicon.mark, titles))),
            numbers_of(extract.summary, lexicon),
            numbers_of(extract.body, lexicon),
            _small(list(map(lexicon.mark, extract.marks))),
        )

    def distinct(self) -> set[int]:
        """Every word and mark once."""
        return {*self.title, *self.summary, *self.body, *self.marks}


def numbers_of(words: Iterable[str], lexicon: Lexicon) -> array[int]:
    """The numbers of words; what is no word is left out."""
    numbers = list(map(lexicon.__getitem__, words))
    return _small([number for number in numbers if number >= 0] if -1 in numbers else numbers)


def _small(numbers: Sequence[int]) -> array[int]:
    """Numbers in two bytes each where that is enough: all words of a column are in memory at once."""
    numbers = list(numbers)
    try:
        return array("H", numbers)
    except OverflowError:
        return array("I", numbers)


def frequencies_of(counts: Mapping[int, int], lexicon: Lexicon) -> Counter[str]:
    """How many documents have each syllable, from how many have each word; accents apart count apart."""
    found: Counter[str] = Counter()
    for number, count in counts.items():
        syllable = lexicon.bare[number]
        if syllable[0].isalnum():
            found[syllable] += count
    return found
