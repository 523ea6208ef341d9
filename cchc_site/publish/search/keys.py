"""Keys on their way into the index: each a number of 30 bits inside its part, and a number that sorts as its text.

A key is a bare syllable, or a pair of neighbours kept under the rarer of the two (see `postings`). Comparing texts by
the hundred thousand is slow, so a key becomes text only when everything about it is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from operator import add
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cchc_site.publish.search.columns import Numbers
from cchc_site.publish.search.lexicon import Order

PART: Final = 30
"""Above so many bits of a key stands its part."""
LOCAL: Final = (1 << PART) - 1
"""The bits that name a key inside its part."""
_ACCENTS: Final = 36
"""How many values `folding.accent` has."""
NO_ACCENT: Final = 63
"""What stands for the accent of the other where there is no other."""
FORM: Final = 12
"""Bits of the accents in a `sortable` number: six for each syllable, in the order of the text."""


class Keys:
    """The keys that the words of an order can have, in parts that hold them in order one after another."""

    def __init__(self, order: Order, weights: Sequence[int] = (), count: int = 1) -> None:
        """`weights` says how much the words weigh by their numbers; about `count` parts weigh about the same.

        Without weights there is one part, or as many as the bits of a key demand.
        """
        self.order = order
        size = len(order.bare)
        self.stride = 2 * size + 1
        """How many keys a word can keep: itself, a pair with each word after it, a pair with each word before it."""
        self.after = size + 1
        """The first of its keys with a word before it."""
        self._places = np.array(sorted(range(size), key=order.texts.__getitem__), np.int64)
        self._starts = [*self._parts(weights, count), size]
        self.word = self._numbers()
        """The key of every word, with its part above."""
        """The key of every word, with its part above."""
        self._last = np.array(order.last, np.int64)
        self._of = np.array(order.of, np.int64)

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return len(self._starts) - 1

    def kept(self, part: int) -> Numbers:
        """The words whose keys are in a part, in their order there."""
        return self._places[self._starts[part] : self._starts[part + 1]]

    def renumbered(self, words: NDArray[np.integer]) -> Numbers:
        """Words as the order numbers them, from their numbers in the lexicon."""
        numbers: Numbers = self._of[words]
        return numbers

    def pairs(self, left: Numbers, right: Numbers) -> Numbers:
        """The keys of neighbours, with their parts above."""
        # "ban bán": one syllable with two accents is kept in the order of the text whichever has the lower number.
        is_left = left <= self._last[right]
        return np.where(is_left, self.word[left] + 1 + right, self.word[right] + self.after + left)

    def _parts(self, weights: Sequence[int], count: int) -> list[int]:
        """Where each part begins among the words in order; all forms of one syllable are in one part."""
        most = LOCAL // self.stride - _ACCENTS
        share = sum(weights) / count if weights else inf
        bare = self.order.bare
        starts, weight, before = [0], 0, ""
        for at, word in enumerate(self._places.tolist()):
            syllable = bare[word]
            if syllable != before and at and (weight >= share * len(starts) or at - starts[-1] >= most):
                starts.append(at)
            before = syllable
            weight += weights[word] if weights else 0
        return starts

    def _numbers(self) -> Numbers:
        numbers = np.zeros(len(self._places), np.int64)
        for part in range(self.parts):
            kept = self.kept(part)
            numbers[kept] = part << PART | np.arange(len(kept)) * self.stride
        return numbers


class Spelling:
    """How the keys of a `Keys` are written and sorted: by syllables, then by accents in the order of the text."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        order = keys.order
        self._syllables = sorted(set(order.bare))
        self._others = ["", *(f" {syllable}" for syllable in self._syllables)]
        self._others += [f"!{syllable}" for syllable in self._syllables]
        ranks = {syllable: rank for rank, syllable in enumerate(self._syllables)}
        rank = np.array([ranks[syllable] for syllable in order.bare], np.int64)
        accent = np.array(order.accent, np.int64)
        self._bits = len(self._others).bit_length()
        head = rank << (FORM + self._bits)
        self._first = head | accent << 6
        self._second = head | accent
        after, before = (1 + rank) << FORM | accent, (1 + len(ranks) + rank) << FORM | accent << 6
        self._other = np.concatenate([np.array([NO_ACCENT], np.int64), after, before])

    def sortable(self, part: int, keys: Numbers) -> Numbers:
        """Numbers that are in the order of the written keys, those of one key in the order of its accents.

        Above the bits for the accents they say which key it is, for `written`.
        """
        place, rest = np.divmod(keys, self._keys.stride)
        word = self._keys.kept(part)[place]
        return self._other[rest] + np.where(rest < self._keys.after, self._first[word], self._second[word])

    def written(self, keys: Numbers) -> list[str]:
        """Keys as text."""
        heads = map(self._syllables.__getitem__, (keys >> self._bits).tolist())
        others = map(self._others.__getitem__, (keys & ((1 << self._bits) - 1)).tolist())
        return list(map(add, heads, others))
