"""Taking one document apart. Nothing here looks at another document, so the result can be cached by `text_hash`."""

from __future__ import annotations

from dataclasses import dataclass

from cchc_site.publish.search.document_keys import document_keys, with_quiet_tails
from cchc_site.publish.search.documents import SearchDocument
from cchc_site.publish.search.folding import tokens
from cchc_site.publish.search.phrases import expand


@dataclass(frozen=True)
class Extract:
    """A document's words in lower case with diacritics, in order, by where they stand.

    `marks` are the words that are no running text: document numbers as keys, abbreviations that were written out.
    """

    title: tuple[str, ...]
    summary: tuple[str, ...]
    body: tuple[str, ...]
    marks: tuple[str, ...]


def extract(document: SearchDocument) -> Extract:
    """The words of one document."""
    title, short_in_title = expand(tokens(with_quiet_tails(document.title)))
    summary, short_in_summary = expand(tokens(with_quiet_tails(" \n ".join((document.summary, *document.words)))))
    body, short_in_body = expand(tokens(document.body))
    numbers = document_keys("\n".join((document.title, document.summary, *document.words, document.body)))
    marks = dict.fromkeys((*numbers, *short_in_title, *short_in_summary, *short_in_body))
    return Extract(tuple(title), tuple(summary), tuple(body), tuple(marks))
