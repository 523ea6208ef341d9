"""Copies and near-copies among pieces.

Two texts are compared by their shingles: every run of five syllables. The similarity is the Jaccard index of the two
sets, from 0 to 1. Finding all pairs above the threshold does not compare every piece with every other: when two sets
have similarity t or more, the first `size - ceil(t * size) + 1` shingles of each, in one common order, must meet
(Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007), so only pieces that share one of those few
are compared. Those few are kept; the sets themselves are made again when two pieces must be compared, because ten
thousand of them would fill the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest

SHINGLE_LENGTH = 5
THRESHOLD = 0.90


@dataclass(frozen=True)
class Copy:
    """`later` repeats `earlier`; `similarity` 1.0 means the normalised texts are identical."""

    later: str
    earlier: str
    similarity: float

    @property
    def exact(self) -> bool:
        """Whether the two texts are the same but for case, spacing and punctuation."""
        return self.similarity >= 1.0


_SYLLABLE = re.compile(r"[^\W_]+")
_PRIME = (1 << 61) - 1
_BASE = 1_000_003
_OUT = pow(_BASE, SHINGLE_LENGTH, _PRIME)


def syllables(text: str) -> list[str]:
    """The text's letters and digits as lower-case syllables, for comparison only."""
    return _SYLLABLE.findall(text.lower())


@lru_cache(maxsize=1 << 16)
def _number(syllable: str) -> int:
    return int.from_bytes(blake2b(syllable.encode(), digest_size=8).digest(), "big") % _PRIME


@lru_cache(maxsize=256)
def shingles(text: str) -> frozenset[int]:
    """The text's shingles as 61-bit numbers (a rolling hash), the same on every machine and in every run."""
    numbers = [_number(word) for word in syllables(text)]
    first = min(SHINGLE_LENGTH, len(numbers)) - 1
    found: set[int] = set()
    rolling = 0
    for index, number in enumerate(numbers):
        rolling = (rolling * _BASE + number) % _PRIME
        if index >= SHINGLE_LENGTH:
            rolling = (rolling - numbers[index - SHINGLE_LENGTH] * _OUT) % _PRIME
        if index >= first:
            found.add(rolling)
    return frozenset(found)


def similarity(one: frozenset[int], other: frozenset[int]) -> float:
    """The Jaccard index; two empty texts are not similar."""
    common = len(one & other)
    union = len(one) + len(other) - common
    return common / union if union else 0.0


@dataclass(frozen=True)
class Sketch:
    """A text that can be looked for among others; what the search needs of it is worked out once."""

    text: str
    _prefixes: dict[float, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    def prefix(self, threshold: float) -> tuple[int, ...]:
        """The shingles of which at least one stands in the prefix of any text as similar as `threshold`."""
        if threshold not in self._prefixes:
            own = shingles(self.text)
            keep = len(own) - -(-len(own) * round(threshold * 100) // 100) + 1
            self._prefixes[threshold] = tuple(nsmallest(min(keep, len(own)), own))
        return self._prefixes[threshold]


def copies(sketches: Iterable[tuple[str, Sketch]], threshold: float = THRESHOLD) -> dict[str, Copy]:
    """For each id, the most similar earlier text at or above the threshold that is not itself a copy.

    `sketches` are (id, sketch) in order of time: the first of two alike is the original.
    """
    index: dict[int, list[tuple[str, Sketch]]] = {}
    found: dict[str, Copy] = {}
    for key, sketch in sketches:
        prefix = sketch.prefix(threshold)
        candidates = {name: other for shingle in prefix for name, other in index.get(shingle, ())}
        best = _closest(key, sketch, candidates, threshold)
        if best is not None:
            found[key] = best
            continue
        for shingle in prefix:
            index.setdefault(shingle, []).append((key, sketch))
    return found


def _closest(key: str, sketch: Sketch, candidates: dict[str, Sketch], threshold: float) -> Copy | None:
    best: Copy | None = None
    for name, other in candidates.items():
        score = similarity(shingles(sketch.text), shingles(other.text))
        if score >= threshold and (best is None or score > best.similarity):
            # Equal sets are not equal texts (a paragraph may repeat): only the texts decide what is exact.
            exact = syllables(sketch.text) == syllables(other.text)
            best = Copy(key, name, 1.0 if exact else min(score, 0.9999))
    return best
