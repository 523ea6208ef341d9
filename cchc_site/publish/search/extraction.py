"""Taking one document apart. Nothing here looks at another document, so the result can be cached by `text_hash`."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from cchc_site.publish.search.document_keys import document_keys, with_quiet_tails
from cchc_site.publish.search.documents import SearchDocument
from cchc_site.publish.search.folding import tokens
from cchc_site.publish.search.phrases import expand, parts_of_abbreviations

_MOST = 1 << 15
"""How many pieces of text are remembered: the words of a language, and then names and numbers."""


class Extract(NamedTuple):
    """A document's words in lower case with diacritics, in order, by where they stand.

    `marks` are the words that are no running text: document numbers as keys, abbreviations that were written out.
    """

    title: list[str]
    summary: list[str]
    body: list[str]
    marks: list[str]


class Reader(dict[str, tuple[str, ...]]):
    """Takes documents apart. As a mapping it remembers the words of what it saw between two spaces.

    No word reaches across a space, and nearly everything in a text stands in other texts too.
    """

    def __missing__(self, piece: str) -> tuple[str, ...]:
        capitals = parts_of_abbreviations()
        words = tuple(token if token in capitals else token.lower() for token in tokens(piece))
        if len(self) >= _MOST:
            self.clear()
        self[piece] = words
        return words

    def words(self, text: str) -> tuple[list[str], list[str]]:
        """The words of a text in lower case, abbreviations written out, and the abbreviations that were."""
        return expand(list(chain.from_iterable(map(self.__getitem__, text.split()))))

    def extract(self, document: SearchDocument) -> Extract:
        """The words of one document."""
        texts = (document.title, document.summary, *document.words)
        written = document.text
        title, short_in_title = self.words(with_quiet_tails(document.title))
        summary, short_in_summary = self.words(with_quiet_tails(" \n ".join(texts[1:])))
        body, short_in_body = self.words(written)
        numbers = document_keys("\n".join((*texts, written)))
        marks = dict.fromkeys((*numbers, *short_in_title, *short_in_summary, *short_in_body))
        return Extract(title, summary, body, list(marks))
