"""Lines in which nothing personal was found, so that they are not read again in the next file.

Most lines of a page are those of every page, and most lines of a feed stand in other feeds too. A line is remembered
only when it says by itself what it says: its tags end in it, and no word at its end or number at its beginning needs
the line around. So what is found in a file of such lines is what is found in each of them; any other file is read
as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cchc_site.publish.readable import (
    DATA,
    FEEDS,
    PAGES,
    by_tags,
    carried,
    decoded,
    is_utf_16,
    strings,
    without_tags,
)
from cchc_site.vietnamese.private_data import Allowed, find_private, leans_on_lines_around

_MOST: Final = 4_000_000
"""Bytes of lines in one of the two generations of a memory."""


def nothing_personal(name: str, data: bytes, allowed: Allowed) -> bool:
    """Whether a file's lines are all known, or all seen now, to be clean. Never wrong when it says yes."""
    if is_utf_16(data):
        return False
    memory = _memory(name.rpartition(".")[2], allowed)
    if name.endswith(DATA):
        parts = [part.encode("utf-8", "surrogatepass") for part in strings(decoded(data))]
        read = _data_are_clean
    elif name.endswith(PAGES):
        parts, read = data.split(b"\n"), _page_is_clean
    elif name.endswith(FEEDS):
        parts, read = data.split(b"\n"), _feed_is_clean
    else:
        return False
    new = memory.unknown(parts)
    if new and not read(new, allowed):
        return False
    memory.add(parts, new)
    return True


class _Memory:
    """Lines of one kind of file. What no file of a whole generation repeated is forgotten."""

    def __init__(self) -> None:
        self._recent: set[bytes] = set()
        self._former: set[bytes] = set()
        self._size = 0

    def unknown(self, lines: Sequence[bytes]) -> list[bytes]:
        recent, former = self._recent, self._former
        return [line for line in dict.fromkeys(lines) if line not in recent and line not in former]

    def add(self, lines: Sequence[bytes], new: Sequence[bytes]) -> None:
        self._recent.update(lines)
        self._size += sum(map(len, new))
        if self._size > _MOST:
            self._recent, self._former, self._size = set(), self._recent, 0


@lru_cache(maxsize=16)
def _memory(kind: str, allowed: Allowed) -> _Memory:  # noqa: ARG001 — what is clean depends on both
    return _Memory()


def _page_is_clean(lines: Sequence[bytes], allowed: Allowed) -> bool:
    return _are_clean(by_tags(_text(lines), is_page=True, by_line=True), allowed, strict=True)


def _feed_is_clean(lines: Sequence[bytes], allowed: Allowed) -> bool:
    return _are_clean(by_tags(carried(_text(lines)), by_line=True), allowed, strict=False)


def _data_are_clean(parts: Sequence[bytes], allowed: Allowed) -> bool:
    words = "\n".join(without_tags(part.decode("utf-8", "surrogatepass")) for part in parts)
    return _are_clean((words, []), allowed, strict=False)


def _text(lines: Sequence[bytes]) -> str:
    return b"\n".join(lines).decode("utf-8", "replace")


def _are_clean(read: tuple[str, list[str]] | None, allowed: Allowed, *, strict: bool) -> bool:
    if read is None:
        return False
    words, values = read
    return not (
        leans_on_lines_around(words)
        or any(find_private(words, allowed, strict=strict))
        or any(any(find_private(value, allowed, strict=False)) for value in dict.fromkeys(values))
    )
