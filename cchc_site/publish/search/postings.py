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
from itertools import pairwise
from typing import Final

from cchc_site.publish.search.extraction import Extract
from cchc_site.publish.search.folding import bare
from cchc_site.publish.search.lexicon import RARE, Lexicon, levels_of

BODY, OFTEN, SUMMARY, TITLE = range(4)
"""Classes of a posting, the weakest first."""

TITLE_WORD: Final = "^"
"""Before a key that lists the documents with that word in their title."""
_OFTEN_FROM: Final = 4
"""How often a syllable must stand in a body to count as often; for a pair, twice is often."""
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
        strong = _strong_keys(document, extract, lexicon)
        _add(found, strong.items())
        _add(found, _body_keys(document, extract.body, strong, lexicon))
        total += 1
    levels = levels_of(_frequencies(found, lexicon), total)
    return Index(levels, _by_head(found, lexicon, levels))


def _strong_keys(document: int, extract: Extract, lexicon: Lexicon) -> dict[int, int]:
    """The keys of title, summary and marks, as lexicon numbers, each with its strongest posting."""
    strong = {lexicon.mark(TITLE_WORD + word) + 1: posting(document, BODY) for word in map(bare, extract.title) if word}
    in_summary = posting(document, SUMMARY)
    for mark in extract.marks:
        strong[lexicon.mark(mark) + 1] = in_summary
    summary = _numbers(extract.summary, lexicon)
    strong.update(dict.fromkeys([*(number + 1 for number in summary), *_pairs(summary)], in_summary))
    strong.update(_title(document, extract.title, lexicon))
    return strong


def _body_keys(document: int, body: Sequence[str], strong: dict[int, int], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The keys of a body that stand nowhere better."""
    once, often = posting(document, BODY), posting(document, OFTEN)
    words = _numbers(body, lexicon)
    counts = Counter([*(number + 1 for number in words), *_pairs(words)])
    return [
        (key, once if count == 1 or (key <= _WORD and count < _OFTEN_FROM) else often)
        for key, count in counts.items()
        if key not in strong
    ]


def _title(document: int, title: Sequence[str], lexicon: Lexicon) -> dict[int, int]:
    words = _numbers(title, lexicon)
    pairs = _pairs(words)
    length = min(len(words), 31) >> 1
    found: dict[int, int] = {}
    for place in reversed(range(len(words))):
        item = posting(document, TITLE, min(place, 15) << 4 | length)
        found[words[place] + 1] = item
        if place < len(pairs):
            found[pairs[place]] = item
    return found


def _numbers(words: Sequence[str], lexicon: Lexicon) -> list[int]:
    numbers = list(map(lexicon.__getitem__, words))
    return [number for number in numbers if number >= 0] if -1 in numbers else numbers


def _pairs(numbers: list[int]) -> list[int]:
    return [left + 1 << _SHIFT | right for left, right in pairwise(numbers)]


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
