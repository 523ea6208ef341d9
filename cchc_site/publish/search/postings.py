"""Which documents have which words: what an index is, told for one document.

A *key* is a bare syllable ("chinh"), or a pair of neighbours kept under the rarer of the two: "hanh chinh" is
`hanh` followed by `chinh`, "hanh!thu" is `hanh` after `thu`. Keeping pairs with their rarer member puts nearly
everything a query needs of one word into one place. A *form* is a key with its accents; a *posting* is one number
of document, class (where the key stands) and, in a title, position and length.

The words of titles stand a second time under keys of their own ("^chinh"), documents only: all of them together
are small, so a query whose words are in disorder can have most of its words answered by a few files.

For a whole column the documents are first *scattered* over parts by the syllable that keeps the key; every part is then
*gathered* by itself, in any process (see `scattering`, `gathering`). While it is on its way a key is one number (see
`keys`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from cchc_site.publish.search.lexicon import Lexicon, pair_key
from cchc_site.publish.search.payload import BODY, OFTEN, SUMMARY, TITLE
from cchc_site.publish.search.words import Words

WORD_OFTEN_FROM: Final = 4
"""How often a syllable must stand in a body to count as often."""
PAIR_OFTEN_FROM: Final = 2
"""The same for a pair."""
LAST_PLACE: Final = 15
"""In longer titles all further words stand there."""
LONGEST_TITLE: Final = 31
"""Longer titles have that length."""

Posting = tuple[str, bytes, tuple[int, int]]
"""Key, accent codes, and of the place its class and further byte."""
_Form = tuple[int, ...]
"""The numbers of one word or of two neighbours."""


def single_postings(words: Words, lexicon: Lexicon, levels: Mapping[str, int]) -> Iterator[Posting]:
    """The postings of one document."""
    bare, accent = lexicon.bare, lexicon.accent
    for form, place in _places(words).items():
        key = bare[form[0]] if len(form) == 1 else pair_key(bare[form[0]], bare[form[1]], levels)
        yield key, bytes([accent[number] for number in form]), place


def further_byte(at: int, length: int) -> int:
    """Where in a title a word stands, and how long the title is."""
    return min(at, LAST_PLACE) << 4 | min(length, LONGEST_TITLE) >> 1


def _places(words: Words) -> dict[_Form, tuple[int, int]]:
    """Every form with the class and the further byte of the place where it stands best."""
    counts: Counter[_Form] = Counter(_forms(words.body))
    often_from = (WORD_OFTEN_FROM, PAIR_OFTEN_FROM)
    found = {form: (OFTEN if n >= often_from[len(form) - 1] else BODY, 0) for form, n in counts.items()}
    found |= dict.fromkeys(zip(words.title_words), (BODY, 0))
    found |= dict.fromkeys([*zip(words.marks), *_forms(words.summary)], (SUMMARY, 0))
    for at in reversed(range(len(words.title))):
        place = TITLE, further_byte(at, len(words.title))
        found |= dict.fromkeys((tuple(words.title[at : at + size]) for size in (1, 2)), place)
    return found


def _forms(words: Sequence[int]) -> Iterator[_Form]:
    yield from zip(words)
    yield from pairwise(words)
