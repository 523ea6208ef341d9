"""Document numbers in a piece's text become links to the register."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from cchc_site.vietnamese import document_numbers
from cchc_site.vietnamese.document_numbers import Found

_TAGS = re.compile(r"<(/?)([a-zA-Z0-9]*)[^>]*>")
_CLOSED_TO_LINKS = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})

Resolve = Callable[[str], str | None]
"""The address for a document number, or nothing when the register does not know it."""


def link_citations(html: str, resolve: Resolve) -> str:
    """Sanitised HTML with every known number linked, outside links, code and headings. Text stays as it is."""
    found = [(item, resolve(item.document.text)) for item in document_numbers.find_all(html)]
    known = [(item, address) for item, address in found if address is not None]
    if not known:
        return html
    done, shown = 0, []
    for item, address in _open_to_links(html, known):
        shown += [html[done : item.start], f'<a href="{escape(address)}">{html[item.start : item.end]}</a>']
        done = item.end
    return "".join([*shown, html[done:]])


def _open_to_links(html: str, known: list[tuple[Found, str]]) -> Iterator[tuple[Found, str]]:
    """Those that stand in text, not in a tag, nor in an element that is closed to links."""
    place, closed = 0, 0
    for tag in _TAGS.finditer(html):
        while place < len(known) and known[place][0].start < tag.end():
            if not closed and known[place][0].start < tag.start():
                yield known[place]
            place += 1
        if place == len(known):
            return
        if tag[2].lower() in _CLOSED_TO_LINKS:
            closed += -1 if tag[1] else 1
    if not closed:
        yield from known[place:]
