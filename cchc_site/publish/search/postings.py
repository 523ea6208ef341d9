"""Which documents have which words: the whole index as lists, gathered part by part so that it is never in memory.

A *key* is a bare syllable ("chinh"), or a pair of neighbours kept under the rarer of the two: "hanh chinh" is
`hanh` followed by `chinh`, "hanh!thu" is `hanh` after `thu`. Keeping pairs with their rarer member puts nearly
everything a query needs of one word into one place. A *form* is a key with its accents; a *posting* is one number
of document, class (where the key stands) and, in a title, position and length.

The words of titles stand a second time under keys of their own ("^chinh"), documents only: all of them together
are small, so a query whose words are in disorder can have most of its words answered by a few files.

Documents are first *scattered* over parts by the syllable that keeps the key; every part is then *gathered* by itself,
in any process (see `gathering`). While it is on its way a key is one number (see `keys`).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cchc_site.publish.search.keys import CODES, FORM, LOCAL, PART, Keys, Spelling
from cchc_site.publish.search.payload import BODY, OFTEN, SUMMARY, TITLE
from cchc_site.publish.search.words import Words

_OFTEN_FROM: Final = 4
"""How often a syllable must stand in a body to count as often; for a pair, twice is often."""
CLASS: Final = 30
"""Above so many bits of a key in a part stands the class of its posting."""


@dataclass(frozen=True)
class Part:
    """Some keys of all documents, by the syllable that keeps them."""

    index: int
    documents: Sequence[int]
    """The numbers of the documents, ascending."""
    keys: array[int]
    """The keys as they came, document by document, with their classes."""
    ends: Sequence[int]
    """Where the keys of each document end."""
    titles: array[int]
    """Once more the keys in titles, without the class."""
    extras: array[int]
    """Their further bytes."""


class Scatterer:
    """Puts documents into parts."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._documents = array("I")
        self._parts = [array("I") for _ in range(keys.parts)]
        self._ends = array("I")
        """After each document the length of every part."""
        self._titles = [(array("I"), array("B")) for _ in range(keys.parts)]
        self._append = [part.append for part in self._parts]

    def add(self, document: int, words: Words) -> None:
        """The next document's keys, each with the place where it stands best."""
        strong = self._strong_keys(words)
        for key, place in strong.items():
            kind = place >> 8
            self._append[key >> PART](key & LOCAL | kind << CLASS)
            if kind == TITLE:
                titles, extras = self._titles[key >> PART]
                titles.append(key & LOCAL)
                extras.append(place & 255)
        body = list(map(self._keys.order.of.__getitem__, words.body))
        self._add_counted(Counter(map(self._keys.word.__getitem__, body)), strong, _OFTEN_FROM)
        self._add_counted(Counter(self._keys.pairs(body)), strong, 2)
        self._ends.extend(map(len, self._parts))
        self._documents.append(document)

    def _add_counted(self, counts: Counter[int], strong: dict[int, int], often_from: int) -> None:
        append = self._append
        for key in counts.keys() & strong.keys():
            del counts[key]
        for key, count in counts.items():
            if count < often_from:
                append[key >> PART](key & LOCAL)
            else:
                append[key >> PART](key & LOCAL | OFTEN << CLASS)

    def _strong_keys(self, words: Words) -> dict[int, int]:
        """The keys of title, summary and marks, each with the class of its best place * 256 + the further byte."""
        of, word = self._keys.order.of, self._keys.word
        strong = {word[of[number]]: BODY << 8 for number in words.title_words}
        strong |= dict.fromkeys([word[of[number]] for number in words.marks], SUMMARY << 8)
        summary = [of[number] for number in words.summary]
        strong |= dict.fromkeys([*map(word.__getitem__, summary), *self._keys.pairs(summary)], SUMMARY << 8)
        return strong | self._title([of[number] for number in words.title])

    def _title(self, title: Sequence[int]) -> dict[int, int]:
        length = min(len(title), 31) >> 1
        pairs = self._keys.pairs(title)
        found: dict[int, int] = {}
        for at in reversed(range(len(title))):
            place = TITLE << 8 | min(at, 15) << 4 | length
            found[self._keys.word[title[at]]] = place
            if at < len(pairs):
                found[pairs[at]] = place
        return found

    def parts(self) -> Iterator[Part]:
        """Every part once; what was handed out is not held here any longer."""
        parts, self._append = self._parts, []
        for index, (titles, extras) in enumerate(self._titles):
            keys, parts[index] = parts[index], array("I")
            yield Part(index, self._documents, keys, self._ends[index :: len(parts)], titles, extras)


def single_postings(words: Words, keys: Keys, spelling: Spelling) -> Iterator[tuple[str, bytes, int, int]]:
    """The postings of one document: key, accent codes, class, further byte."""
    scatterer = Scatterer(keys)
    scatterer.add(0, words)
    for part in scatterer.parts():
        extras = dict(zip(part.titles, part.extras, strict=True))
        numbers = [key & LOCAL for key in part.keys]
        sortable = spelling.sortable(part.index, numbers)
        written = spelling.written(form >> FORM for form in sortable)
        for key, form, number, place in zip(written, sortable, numbers, part.keys, strict=True):
            yield key, CODES[form & ((1 << FORM) - 1)], place >> CLASS, extras.get(number, 0)
