"""Copies and near-copies among pieces.

Two texts are compared by their shingles: every run of five syllables. The similarity is the Jaccard index of the two
sets, from 0 to 1. Finding all pairs above the threshold does not compare every piece with every other: when two sets
have similarity t or more, the first `size - ceil(t * size) + 1` shingles of each, in one common order, must meet
(Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007), so only pieces that share one of those few
are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

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


def syllables(text: str) -> list[str]:
    """The text's letters and digits as lower-case syllables, for comparison only."""
    return "".join(c if c.isalnum() else " " for c in text.lower()).split()


def shingles(text: str) -> frozenset[int]:
    """The text's shingles as 64-bit numbers, the same on every machine and in every run."""
    words = syllables(text)
    length = min(SHINGLE_LENGTH, len(words))
    runs = (" ".join(words[i : i + length]) for i in range(len(words) - length + 1)) if length else ()
    return frozenset(int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs)


def similarity(one: frozenset[int], other: frozenset[int]) -> float:
    """The Jaccard index; two empty texts are not similar."""
    common = len(one & other)
    union = len(one) + len(other) - common
    return common / union if union else 0.0


def copies(texts: Iterable[tuple[str, str]], threshold: float = THRESHOLD) -> dict[str, Copy]:
    """For each id, the most similar earlier text at or above the threshold that is not itself a copy.

    `texts` are (id, text) in order of time: the first of two alike is the original.
    """
    index: dict[int, list[str]] = {}
    sets: dict[str, frozenset[int]] = {}
    plain: dict[str, list[str]] = {}
    found: dict[str, Copy] = {}
    for key, text in texts:
        words, own = syllables(text), shingles(text)
        prefix = _prefix(own, threshold)
        candidates = dict.fromkeys(other for shingle in prefix for other in index.get(shingle, ()))
        best = _closest(key, words, own, candidates, sets, plain, threshold)
        if best is not None:
            found[key] = best
            continue
        sets[key], plain[key] = own, words
        for shingle in prefix:
            index.setdefault(shingle, []).append(key)
    return found


def _prefix(own: frozenset[int], threshold: float) -> Sequence[int]:
    size = len(own)
    keep = size - -(-size * round(threshold * 100) // 100) + 1
    return sorted(own)[: min(keep, size)]


def _closest(
    key: str,
    words: list[str],
    own: frozenset[int],
    candidates: Iterable[str],
    sets: dict[str, frozenset[int]],
    plain: dict[str, list[str]],
    threshold: float,
) -> Copy | None:
    best: Copy | None = None
    for other in candidates:
        score = similarity(own, sets[other])
        if score >= threshold and (best is None or score > best.similarity):
            # Equal sets are not equal texts (a paragraph may repeat): only the texts decide what is exact.
            exact = words == plain[other]
            best = Copy(key, other, 1.0 if exact else min(score, 0.9999))
    return best
