"""One document's words as numbers, and which of them count for how common a syllable is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cchc_site.publish.search.extraction import Extract
from cchc_site.publish.search.lexicon import Lexicon


class Words(NamedTuple):
    """An `Extract` as numbers of a lexicon."""

    title: list[int]
    title_words: list[int]
    """The keys under which the words of the title stand a second time."""
    summary: list[int]
    body: list[int]
    marks: list[int]

    @staticmethod
    def of(extract: Extract, lexicon: Lexicon) -> Words:
        """The numbers; what is no word is left out."""
        return Words(
            numbers_of(extract.title, lexicon),
            [number for number in map(lexicon.in_title, extract.title) if number >= 0],
            numbers_of(extract.summary, lexicon),
            numbers_of(extract.body, lexicon),
            list(map(lexicon.mark, extract.marks)),
        )

    def distinct(self) -> set[int]:
        """Every word and mark once."""
        return {*self.title, *self.summary, *self.body, *self.marks}


def numbers_of(words: Iterable[str], lexicon: Lexicon) -> list[int]:
    """The numbers of words; what is no word is left out."""
    return [number for number in map(lexicon.__getitem__, words) if number >= 0]


def frequencies_of(counts: Mapping[int, int], lexicon: Lexicon) -> Counter[str]:
    """How many documents have each syllable, from how many have each word; accents apart count apart."""
    found: Counter[str] = Counter()
    for number, count in counts.items():
        syllable = lexicon.bare[number]
        if syllable[0].isalnum():
            found[syllable] += count
    return found
