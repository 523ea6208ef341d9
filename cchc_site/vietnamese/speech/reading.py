"""What a rule of reading returns, and what it may ask about the text before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from cchc_site.vietnamese.text import fold


class Reading(NamedTuple):
    """The words for ``text[position:end]``; an empty text also takes the space before it."""

    words: str
    end: int


Rule = Callable[[str, int], Reading | None]
"""Reads what starts at a position of a text (NFC), or returns None when it is not its business.

The position is always the start of a word, a sign or a bracket.
"""


_CONTEXT: Final = 120
_LAST_WORD: Final = re.compile(r"(?<!\w)(\w{1,2})\.$")


def before(text: str, position: int) -> str:
    """Return what stands before ``position``, as far back as any rule looks.

    The limit keeps the time to read a long text in proportion to its length.
    """
    return text[max(0, position - _CONTEXT) : position]


def starts_line(text: str, position: int) -> bool:
    """Tell whether only spaces and a bullet stand before ``position`` on its line."""
    return not before(text, position).rpartition("\n")[2].strip(" \t-+*•")


def starts_sentence(text: str, position: int) -> bool:
    """Tell whether a sentence starts at ``position``, so that its word takes a capital."""
    said = before(text, position).rstrip(" \t\"“'‘")
    last = _LAST_WORD.search(said)
    if last and last[1].isupper():
        return False  # "Q. 1", "TP. 2": the dot ends an abbreviation
    return starts_line(text, position) or said.endswith((".", "!", "?", "…"))


def without_overlap(said_before: str, words: str) -> str:
    """Drop from ``words`` the beginning that ``said_before`` already ends with.

    ``Chỉ số PAR INDEX`` must not be read "chỉ số chỉ số". One word alone is only dropped when
    its capitals agree too: "dịch vụ công" before "công nghệ" is no repetition.
    """
    if not said_before[-1:].isspace():
        return words
    said, coming = said_before.split()[-len(words.split()) :], words.split()
    for count in range(min(len(said), len(coming) - 1), 0, -1):
        tail, head = " ".join(said[-count:]), " ".join(coming[:count])
        if fold(tail) == fold(head) and (count > 1 or (tail == head and head.istitle())):
            return " ".join(coming[count:])
    return words
