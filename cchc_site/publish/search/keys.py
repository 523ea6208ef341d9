"""Keys on their way into the index: each a number of four bytes inside its part, and a number that sorts as its text.

A key is a bare syllable, or a pair of neighbours kept under the rarer of the two (see `postings`). Comparing texts by
the hundred thousand is slow, so a key becomes text only when everything about it is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, repeat
from math import inf
from typing import Final

from cchc_site.publish.search.lexicon import Order

PART: Final = 32
"""Above so many bits of a key stands its part."""
LOCAL: Final = (1 << 30) - 1
"""The bits that name a key inside its part; two more are left for the class of a posting."""
_ACCENTS: Final = 36
"""How many values `folding.accent` has."""
_NO_ACCENT: Final = 63
"""What stands for the accent of the other where there is no other."""
FORM: Final = 12
"""Bits of the accents in a `sortable` number."""
CODES: Final = [bytes((at >> 6,) if at & 63 == _NO_ACCENT else (at >> 6, at & 63)) for at in range(1 << FORM)]
"""By these bits the accents as bytes, one a syllable, in the order of the text."""


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
        self._places = sorted(range(size), key=lambda word: (order.bare[word], order.accent[word]))
        self._starts = [*self._parts(weights, count), size]
        self.word = self._numbers()
        """The key of every word, with its part above."""
        self._with_next = [key + 1 for key in self.word]
        self._with_last = [key + self.after for key in self.word]

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return len(self._starts) - 1

    def kept(self, part: int) -> Sequence[int]:
        """The words whose keys are in a part, in their order there."""
        return self._places[self._starts[part] : self._starts[part + 1]]

    def pairs(self, words: Sequence[int]) -> list[int]:
        """The keys of all neighbours, with their parts above."""
        # "ban bán": one syllable with two accents is kept in the order of the text whichever has the lower number.
        first, second, last = self._with_next, self._with_last, self.order.last
        return [first[left] + right if left <= last[right] else second[right] + left for left, right in pairwise(words)]

    def _parts(self, weights: Sequence[int], count: int) -> list[int]:
        """Where each part begins among the words in order; all forms of one syllable are in one part."""
        most = LOCAL // self.stride - _ACCENTS
        share = sum(weights) / count if weights else inf
        starts, weight, before = [0], 0, ""
        for at, word in enumerate(self._places):
            syllable = self.order.bare[word]
            if syllable != before and at and (weight >= share * len(starts) or at - starts[-1] >= most):
                starts.append(at)
            before = syllable
            weight += weights[word] if weights else 0
        return starts

    def _numbers(self) -> list[int]:
        numbers = [0] * len(self._places)
        for part in range(self.parts):
            for place, word in enumerate(self.kept(part)):
                numbers[word] = part << PART | place * self.stride
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
        words = [(ranks[syllable], accent) for syllable, accent in zip(order.bare, order.accent, strict=True)]
        self._bits = len(self._others).bit_length()
        head = FORM + self._bits
        self._first = [rank << head | accent << 6 for rank, accent in words]
        self._second = [rank << head | accent for rank, accent in words]
        self._other = [_NO_ACCENT, *((1 + rank) << FORM | accent for rank, accent in words)]
        self._other += [(1 + len(ranks) + rank) << FORM | accent << 6 for rank, accent in words]

    def sortable(self, part: int, keys: Iterable[int]) -> list[int]:
        """Numbers that are in the order of the written keys, those of one key in the order of its accents.

        Above the bits for the accents they say which key it is, for `written`.
        """
        kept, after, other = self._keys.kept(part), self._keys.after, self._other
        first = [self._first[word] for word in kept]
        second = [self._second[word] for word in kept]
        places = map(divmod, keys, repeat(self._keys.stride))
        return [other[rest] + (first[place] if rest < after else second[place]) for place, rest in places]

    def written(self, keys: Iterable[int]) -> list[str]:
        """Keys as text."""
        heads, others, bits, rest = self._syllables, self._others, self._bits, (1 << self._bits) - 1
        return [heads[key >> bits] + others[key & rest] for key in keys]
