"""All words of some documents, each with a small number, and how common each bare syllable is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cchc_site.publish.search.folding import folded

TITLE_WORD: Final = "^"
"""Before a key that lists the documents with that word in their title."""
RARE: Final = 8
"""The level of every syllable that is not among the common ones (in less than one document of 2**8)."""


class Lexicon(dict[str, int]):
    """Numbers for words as written in lower case; -1 for what is no word.

    Two spellings of one word (hòa, hoà) have the same number: it stands for (bare syllable, accent).
    """

    def __init__(self) -> None:
        super().__init__()
        self.bare: list[str] = []
        self.accent: list[int] = []
        self._numbers: dict[tuple[str, int], int] = {}

    def __missing__(self, token: str) -> int:
        number = self._number(token)
        self[token] = number
        return number

    def mark(self, key: str) -> int:
        """The number of a key that is no running text, such as a document number."""
        return self.number_of(key, 0)

    def in_title(self, token: str) -> int:
        """The number of the key under which a word of a title stands a second time; -1 for what is no word."""
        number = self[token]
        return number if number < 0 else self.mark(TITLE_WORD + self.bare[number])

    def _number(self, token: str) -> int:
        syllable, marks = folded(token)
        return self.number_of(syllable, marks) if syllable else -1

    def number_of(self, syllable: str, marks: int) -> int:
        """The number of a bare syllable with an accent."""
        form = (syllable, marks)
        if form not in self._numbers:
            self._numbers[form] = len(self.bare)
            self.bare.append(syllable)
            self.accent.append(marks)
        return self._numbers[form]


def levels_of(frequencies: Mapping[str, int], total: int) -> dict[str, int]:
    """The levels of the common syllables: 0 for more than half of the documents, 1 for more than a quarter, …

    A level is coarse on purpose: it decides where a pair is kept, so it should not change with every article.
    """
    levels: dict[str, int] = {}
    for syllable, count in frequencies.items():
        level = (total // max(1, count)).bit_length() - 1
        if level < RARE and count > 1:
            levels[syllable] = max(0, level)
    return levels


def pair_key(left: str, right: str, levels: Mapping[str, int]) -> str:
    """The key of two neighbours: with the rarer of the two, of equals with the first in the alphabet."""
    difference = levels.get(left, RARE) - levels.get(right, RARE)
    return f"{left} {right}" if difference > 0 or (difference == 0 and left <= right) else f"{right}!{left}"


class Order:
    """The words of a lexicon numbered anew, the rarest syllables first: of two neighbours the lower keeps both."""

    def __init__(self, lexicon: Lexicon, levels: Mapping[str, int]) -> None:
        level = levels.get
        rows = sorted(
            (-level(syllable, RARE), syllable, accent, number)
            for number, (syllable, accent) in enumerate(zip(lexicon.bare, lexicon.accent, strict=True))
        )
        self.bare = [row[1] for row in rows]
        self.accent = [row[2] for row in rows]
        self.texts = [row[1:3] for row in rows]
        self.of = [0] * len(rows)
        """The new number by the old one."""
        for new, row in enumerate(rows):
            self.of[row[3]] = new
        last = {syllable: number for number, syllable in enumerate(self.bare)}
        self.last = [last[syllable] for syllable in self.bare]
        """The highest number of the same syllable with any accent."""
