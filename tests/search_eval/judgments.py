"""Which pages answer a query: all in which what was asked stands, not only the one from which the query was made.

A run of words that stands in ten pieces is no question about one of them, so any of the ten is a right answer. An
accented query is answered by pages with the same diacritics, an unaccented one by pages with the same bare syllables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from cchc_site.publish.search.document_keys import document_keys
from cchc_site.publish.search.folding import accent, bare, tokens

from .found import Found


class Judgments:
    """The words of all pages, to ask where something stands."""

    def __init__(self, pages: Sequence[Found]) -> None:
        self.pages = pages
        self._texts = [_words(page.text) for page in pages]
        self._titles = [_words(page.title) for page in pages]
        self.holding: defaultdict[str, set[int]] = defaultdict(set)
        """Places of the pages by bare syllable."""
        self.numbers: defaultdict[str, set[str]] = defaultdict(set)
        """Addresses of the pages by document number, as a key of the index."""
        for place, page in enumerate(pages):
            for word in set(self._texts[place].split()):
                self.holding[word].add(place)
            for key in document_keys(f"{page.text}\n{page.beside}"):
                self.numbers[key].add(page.address)

    def anywhere(self, text: str, exact: bool) -> frozenset[str]:
        """The pages where the words stand one after another; with `exact`, with these diacritics."""
        return self._where(text, self._texts, exact, True)

    def in_title(self, text: str, exact: bool, finished: bool = True) -> frozenset[str]:
        """The pages in whose title the words stand so; the last may go on unless `finished`."""
        return self._where(text, self._titles, exact, finished)

    def _where(self, text: str, texts: Sequence[str], exact: bool, finished: bool) -> frozenset[str]:
        needle = _words(text) if finished else _words(text).rstrip()
        words = needle.split() if finished else needle.split()[:-1]
        places = min((self.holding[word] for word in words), key=len, default=set(range(len(texts))))
        found = [self.pages[place] for place in sorted(places) if needle in texts[place]]
        asked = _forms(text) if finished else _forms(text)[:-1]
        return frozenset(page.address for page in found if not exact or _stands(asked, _forms(page.text)))


def _words(text: str) -> str:
    return f" {' '.join(syllable for syllable, _ in _forms(text))} "


def _forms(text: str) -> list[tuple[str, int]]:
    return [_form(token) for token in tokens(text)]


@cache
def _form(token: str) -> tuple[str, int]:
    return bare(token), accent(token)


def _stands(asked: list[tuple[str, int]], text: list[tuple[str, int]]) -> bool:
    size = len(asked)
    return any(text[place : place + size] == asked for place in range(len(text) - size + 1))
