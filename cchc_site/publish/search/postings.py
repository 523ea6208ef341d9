"""Which documents have which words: the whole index as lists, before it is packed into files.

A *key* is a bare syllable ("chinh"), or a pair of neighbours kept under the rarer of the two: "hanh chinh" is
`hanh` followed by `chinh`, "hanh!thu" is `hanh` after `thu`. Keeping pairs with their rarer member puts nearly
everything a query needs of one word into one place. A *form* is a key with its accents; a *posting* is one number
of document, class (where the key stands) and, in a title, position and length.

The words of titles stand a second time under keys of their own ("^chinh"), documents only: all of them together
are small, so a query whose words are in disorder can have most of its words answered by a few files.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from cchc_site.publish.search.extraction import Extract
from cchc_site.publish.search.folding import bare
from cchc_site.publish.search.lexicon import RARE, Lexicon, levels_of

BODY, OFTEN, SUMMARY, TITLE = range(4)
"""Classes of a posting, the weakest first."""

TITLE_WORD: Final = "^"
"""Before a key that lists the documents with that word in their title."""
_OFTEN_FROM: Final = {False: 4, True: 2}
"""How often a syllable (False) or a pair (True) must stand in a body to count as often."""
_SHIFT: Final = 21
_WORD: Final = (1 << _SHIFT) - 1

Postings = list[int]
Form = tuple[bytes, Postings]


@dataclass(frozen=True)
class Index:
    """Keys in order, each with its forms; `levels` says how common the common syllables are."""

    levels: dict[str, int]
    heads: dict[str, dict[str, list[Form]]]
    """By syllable, then by the rest of the key ("" for the syllable itself)."""

    def entries(self) -> Iterator[tuple[str, list[Form]]]:
        """All keys in order with their forms in order."""
        for head in sorted(self.heads):
            rests = self.heads[head]
            for rest in sorted(rests):
                yield head + rest, sorted(rests[rest])


def posting(document: int, place: int, extra: int = 0) -> int:
    """Pack a posting; see `shards` for how it is written."""
    return document << 10 | place << 8 | extra


def gather(extracts: Iterable[tuple[int, Extract]]) -> Index:
    """The index of all documents, which must come in ascending order of their numbers."""
    lexicon = Lexicon()
    found: dict[int, int | Postings] = {}
    total = 0
    for document, extract in extracts:
        _add(found, _keys_of(document, extract, lexicon))
        total += 1
    levels = levels_of(_frequencies(found, lexicon), total)
    return Index(levels, _by_head(found, lexicon, levels))


def _keys_of(document: int, extract: Extract, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Each key of a document once, as lexicon numbers, with its strongest posting."""
    strong = {lexicon.mark(TITLE_WORD + word) + 1: posting(document, BODY) for word in map(bare, extract.title) if word}
    in_summary = posting(document, SUMMARY)
    for mark in extract.marks:
        strong[lexicon.mark(mark) + 1] = in_summary
    strong.update(dict.fromkeys(_numbers(extract.summary, lexicon), in_summary))
    strong.update(_title(document, extract.title, lexicon))
    yield from strong.items()
    once, often = posting(document, BODY), posting(document, OFTEN)
    words = [number for number in map(lexicon.__getitem__, extract.body) if number >= 0]
    for key, count in Counter(words).items():
        if key + 1 not in strong:
            yield key + 1, often if count >= _OFTEN_FROM[False] else once
    pairs = [left + 1 << _SHIFT | right for left, right in zip(words, islice(words, 1, None), strict=False)]
    for key, count in Counter(pairs).items():
        if key not in strong:
            yield key, often if count >= _OFTEN_FROM[True] else once


def _title(document: int, title: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    words = [number for number in map(lexicon.__getitem__, title) if number >= 0]
    length = min(len(words), 31) >> 1
    for place in reversed(range(len(words))):
        found = posting(document, TITLE, min(place, 15) << 4 | length)
        yield words[place] + 1, found
        if place + 1 < len(words):
            yield words[place] + 1 << _SHIFT | words[place + 1], found


def _numbers(words: Sequence[str], lexicon: Lexicon) -> list[int]:
    numbers = [number for number in map(lexicon.__getitem__, words) if number >= 0]
    pairs = [left + 1 << _SHIFT | right for left, right in zip(numbers, numbers[1:], strict=False)]
    return [*(number + 1 for number in numbers), *pairs]


def _add(found: dict[int, int | Postings], keys: Iterable[tuple[int, int]]) -> None:
    """Most keys have one posting for ever; those get no list of their own."""
    get = found.get
    for key, item in keys:
        before = get(key)
        if before is None:
            found[key] = item
        elif isinstance(before, int):
            found[key] = [before, item]
        else:
            before.append(item)


def _frequencies(found: dict[int, int | Postings], lexicon: Lexicon) -> dict[str, int]:
    frequencies: defaultdict[str, int] = defaultdict(int)
    for number, syllable in enumerate(lexicon.bare, 1):
        if not syllable[0].isalnum():
            continue
        items = found.get(number, 0)
        frequencies[syllable] += 1 if isinstance(items, int) else len(items)
    return frequencies


def _by_head(
    found: dict[int, int | Postings], lexicon: Lexicon, levels: dict[str, int]
) -> dict[str, dict[str, list[Form]]]:
    heads: defaultdict[str, dict[str, list[Form]]] = defaultdict(dict)
    syllables = lexicon.bare
    codes = [bytes([code]) for code in lexicon.accent]
    level_of = [levels.get(syllable, RARE) for syllable in syllables]
    for key, items in found.items():
        if key <= _WORD:
            head, rest, code = syllables[key - 1], "", codes[key - 1]
        else:
            left, right = (key >> _SHIFT) - 1, key & _WORD
            head, rest, code = syllables[left], syllables[right], codes[left] + codes[right]
            if level_of[left] > level_of[right] or (level_of[left] == level_of[right] and head <= rest):
                rest = " " + rest
            else:
                head, rest = rest, "!" + head
        form = (code, [items] if isinstance(items, int) else items)
        forms = heads[head].get(rest)
        if forms is None:
            heads[head][rest] = [form]
        else:
            forms.append(form)
    return heads
