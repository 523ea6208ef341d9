"""Copies and near-copies among pieces.

Two texts are compared by their shingles: every run of five syllables. The similarity is the Jaccard index of the two
sets, from 0 to 1. Finding all pairs above the threshold does not compare every piece with every other. Of each set a
share is kept that is chosen by the shingles alone: a shared shingle is then kept of both sets or of neither, and as two
sets with similarity t or more differ in few shingles, a known number of the kept ones must be shared (after Bayardo, Ma
and Srikant, "Scaling up all pairs similarity search", 2007). Official language repeats whole sentences, so each piece
is looked for by the rarest of its kept shingles only: as that many must be shared, not all of the shared ones can be
among the common ones that are left out. What is found is exact, whatever the choice.

Whole sets are not kept, because ten thousand of them would fill the memory.
"""

from __future__ import annotations

from array import array
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING
from zlib import crc32

from msgspec import Struct

from cchc_site.vietnamese.bare_words import bare_words

if TYPE_CHECKING:
    from cchc_site.column.sketch_group import SketchGroup

SHINGLE_LENGTH = 5
THRESHOLD = 0.90


class Copy(Struct, frozen=True):
    """`later` repeats `earlier`; `similarity` 1.0 means the normalised texts are identical."""

    later: str
    earlier: str
    similarity: float

    @property
    def exact(self) -> bool:
        """Whether the two texts are the same but for case, spacing and punctuation."""
        return self.similarity >= 1.0


_NUMBER = (1 << 30) - 1
"""Numbers of 30 bits are enough: two shingles with one number only make two texts be compared for nothing."""
_KEPT = 6
"""Shingles are kept whose first syllable has so many bytes: in Vietnamese nearly one of five, nearly twice as many as
may differ at the threshold."""


def syllables(text: str) -> list[str]:
    """The text's letters and digits as lower-case syllables, for comparison only."""
    return bare_words(text.lower()).decode("utf-8", "surrogatepass").split()


Shingles = frozenset[tuple[str, ...]]


@lru_cache(maxsize=64)
def shingles(text: str) -> Shingles:
    """Every run of five syllables; of a shorter text, the whole."""
    words = syllables(text)
    if len(words) < SHINGLE_LENGTH:
        return frozenset([tuple(words)] if words else [])
    return frozenset(zip(*(words[start:] for start in range(SHINGLE_LENGTH)), strict=False))


def similarity(one: Shingles, other: Shingles) -> float:
    """The Jaccard index; two empty texts are not similar."""
    common = len(one & other)
    union = len(one) + len(other) - common
    return common / union if union else 0.0


_AT_ONCE = 100_000
"""How many numbers are gathered at once: a set of all those of ten thousand texts would fill the memory."""


def _differing(size: int, threshold: float) -> int:
    """How many shingles of a set that size can be missing in a set as similar as `threshold`."""
    return size - -(-size * round(threshold * 100) // 100)


def _numbers(words: Sequence[bytes], places: Iterable[int]) -> set[int]:
    """The numbers of the shingles that begin there."""
    return {crc32(b" ".join(words[place : place + SHINGLE_LENGTH])) & _NUMBER for place in places}


class Sketch(Struct, frozen=True):
    """The shingles that are kept of a text, as numbers in order, and how many of them a similar text has at least, if
    it is not kept less of."""

    kept: Sequence[int]
    shared: int

    @classmethod
    def of(cls, text: str, threshold: float = THRESHOLD) -> Sketch:
        """The sketch of a text, good for finding texts at or above that threshold."""
        words = bare_words(text.lower()).split()
        if len(words) < SHINGLE_LENGTH:
            return cls(array("I", _numbers(words, range(min(1, len(words))))), 1)
        runs = len(words) - SHINGLE_LENGTH + 1
        differing = _differing(runs, threshold)  # a text has no more shingles than runs
        kept = _numbers(words, [place for place, size in enumerate(map(len, words[:runs])) if size == _KEPT])
        if len(kept) <= differing:
            # All that are kept could be among those that differ; of a short text there are few anyway.
            kept = _numbers(words, range(runs))
        return cls(array("I", sorted(kept)), max(1, len(kept) - differing))


Pairs = Mapping[str, Mapping[str, float]]
"""For each id the ids of similar texts, and how similar they are; both ways."""

Text = Callable[[str], str]
"""Gives the text of an id."""


def similar_pairs(sketches: Mapping[str, Sketch], text: Text, threshold: float = THRESHOLD) -> Pairs:
    """All pairs of texts at or above the threshold."""
    repeated = _repeated(sketches).__contains__
    # A similar text shares at least so many; most texts have not even as many that any other has.
    near = {
        key: common
        for key, sketch in sketches.items()
        if len(common := list(filter(repeated, sketch.kept))) >= sketch.shared
    }
    holders = _holders(sketches, set(chain.from_iterable(near.values())))
    found: dict[str, dict[str, float]] = {}
    for key, common in near.items():
        count = len(common) - sketches[key].shared + 1
        rare = sorted(common, key=lambda number: (len(holders[number]), number))[:count]
        others = {other for number in rare for other in holders[number] if other != key}
        _compare(key, others, sketches, text, threshold, found)
    return found


def _repeated(sketches: Mapping[str, Sketch]) -> set[int]:
    """The numbers that several have, which few are."""
    parts = 1 + sum(len(sketch.kept) for sketch in sketches.values()) // _AT_ONCE
    bounds = [_NUMBER * part // parts for part in range(1, parts)]
    cuts = [(sketch.kept, [0, *(bisect(sketch.kept, bound) for bound in bounds), None]) for sketch in sketches.values()]
    again: set[int] = set()
    for part in range(parts):
        counts = Counter(chain.from_iterable(kept[slice(*places[part : part + 2])] for kept, places in cuts))
        again.update(number for number, count in counts.items() if count > 1)
    return again


def _holders(sketches: Mapping[str, Sketch], wanted: set[int]) -> Mapping[int, list[str]]:
    """Who has which of these numbers."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for key, sketch in sketches.items():
        for number in wanted.intersection(sketch.kept) if wanted else ():
            holders[number].append(key)
    return holders


def changed_pairs(
    pairs: Pairs,
    changed: Mapping[str, Sketch],
    groups: Sequence[SketchGroup],
    text: Text,
    threshold: float = THRESHOLD,
) -> Pairs:
    """The pairs of all texts, which are those of the groups, from those known before some were added or taken away or
    `changed`."""
    there = {key for group in groups for key in group.keys}
    found = {
        key: {other: score for other, score in near.items() if other in there and other not in changed}
        for key, near in pairs.items()
        if key in there and key not in changed
    }
    found = {key: near for key, near in found.items() if near}
    for key, sketch in changed.items():
        near = dict(item for group in groups for item in group.near(sketch)) | {key: sketch}
        _compare(key, (other for other in near if other != key), near, text, threshold, found)
    return found


def _compare(
    key: str,
    others: Iterable[str],
    sketches: Mapping[str, Sketch],
    text: Text,
    threshold: float,
    found: dict[str, dict[str, float]],
) -> None:
    """Enter those of the others that are similar to `key`, both ways."""
    sketch = sketches[key]
    kept, needed = frozenset(sketch.kept), sketch.shared
    for other in others:
        if other in found.get(key, ()):
            continue
        second = sketches[other]
        least = min(needed, second.shared)
        # A similar text lacks at most so many of its numbers; of one more than that, at least one is shared.
        if kept.isdisjoint(second.kept[: len(second.kept) - least + 1]):
            continue
        if len(kept.intersection(second.kept)) < least:
            continue
        score = similarity(shingles(text(key)), shingles(text(other)))
        if score >= threshold:
            found.setdefault(key, {})[other] = score
            found.setdefault(other, {})[key] = score


def copies(keys: Iterable[str], pairs: Pairs, text: Text) -> dict[str, Copy]:
    """For each id, the most similar earlier text of those named that is not itself a copy.

    `keys` are in order of time: the first of two alike is the original.
    """
    place: dict[str, int] = {}
    found: dict[str, Copy] = {}
    for number, key in enumerate(keys):
        near = [(-score, place[other], other) for other, score in pairs.get(key, {}).items() if other in place]
        if not near:
            place[key] = number
            continue
        score, _, earlier = min(near)
        # Equal sets are not equal texts (a paragraph may repeat): only the texts decide what is exact.
        exact = syllables(text(key)) == syllables(text(earlier))
        found[key] = Copy(key, earlier, 1.0 if exact else min(-score, 0.9999))
    return found
