"""Document numbers in a piece's text become links to the register."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from cchc_site.vietnamese import document_numbers

_PIECES = re.compile(r"(<[^>]*>)")
_TAG = re.compile(r"</?([a-zA-Z0-9]+)")
_MAYBE = re.compile(r"[0-9][^\s<]*[/-][A-ZĐ0-9]")
_CLOSED_TO_LINKS = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})

Resolve = Callable[[str], str | None]
"""The address for a document number, or nothing when the register does not know it."""


def link_citations(html: str, resolve: Resolve) -> str:
    """Sanitised HTML with every known number linked, outside links, code and headings. Text stays as it is."""
    if not _MAYBE.search(html):
        return html
    parts = _PIECES.split(html)
    closed = 0
    for index, part in enumerate(parts):
        if part.startswith("<") and index % 2:
            tag = _TAG.match(part)
            if tag and tag[1].lower() in _CLOSED_TO_LINKS:
                closed += -1 if part.startswith("</") else 1
        elif not closed and _MAYBE.search(part):
            parts[index] = _linked(part, resolve)
    return "".join(parts)


def _linked(text: str, resolve: Resolve) -> str:
    done, shown = 0, []
    for found in document_numbers.find_all(text):
        address = resolve(found.document.text)
        if address is None:
            continue
        shown += [text[done : found.start], f'<a href="{escape(address)}">{text[found.start : found.end]}</a>']
        done = found.end
    return "".join([*shown, text[done:]])
