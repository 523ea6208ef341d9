"""Files in which nothing personal stands: told from those of their lines of which there is any doubt.

Those are read, and remembered when they are clean: the same lines stand on every page, and in many feeds. A line is
clean only when it says by itself what it says: its tags end in it, and no word at its end or number at its beginning
needs the line around. So what is found in a file is what is found in each of its lines; any other file is read as a
whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache, partial
from typing import Final

from cchc_site.publish.plain_lines import doubtful
from cchc_site.publish.readable import (
    DATA,
    FEEDS,
    PAGES,
    XML_ENTITIES,
    by_tags,
    carried,
    decoded,
    is_utf_16,
    strings,
    words_of,
)
from cchc_site.vietnamese.private_data import BETWEEN_LINES, Allowed, find_private, nothing_private, worth_a_look

_MOST: Final = 400_000
"""Bytes of lines in one of the two generations of a memory."""
_LONG: Final = 1_000_000
"""Bytes from which data is read part by part: ten thousand pieces are not held in memory twice."""
_PART: Final = 100_000
"""Bytes of such a part."""
_STRING: Final = re.compile(rb'"(?:[^"\\]|\\.)*"')
_WHOLE: Final = re.compile(rb'(?:[^"]|"(?:[^"\\]|\\.)*")*')
_CDATA: Final = b"<![CDATA["
_SIGNS: Final = {entity.encode(): sign.encode() for entity, sign in XML_ENTITIES}
_ENTITY: Final = re.compile(b"|".join(_SIGNS))


def nothing_personal(name: str, data: bytes, allowed: Allowed, former: Callable[[], bytes | None]) -> bool:
    """Whether a file's lines are all known, or all seen now, to be clean. Never wrong when it says yes.

    `former` gives the file as it was published, if it was: what stands there was found clean.
    """
    if is_utf_16(data):
        return False
    if name.endswith(PAGES):
        return _pages(allowed).hold(doubtful(data))
    if name.endswith(FEEDS):
        return _feeds(allowed).hold(doubtful(_carried(data)))
    known = _values(allowed)
    return name.endswith(DATA) and all(known.hold(doubtful(_as_lines(part))) for part in _new_strings(data, former()))


def _new_strings(data: bytes, former: bytes | None) -> Iterator[Iterable[str]]:
    """The strings of JSON that do not stand in its former text, in parts. No string goes on in another line, so a line
    that was there says what it said. What may be no JSON is read as a whole: quotes that do not match, or long numbers
    outside of strings, which are nobody's in JSON only."""
    known = set(former.split(b"\n")) if former else set[bytes]()
    if (not known and len(data) < _LONG) or not all(map(_is_data, _lines(data, known))):
        yield strings(decoded(data))
        return
    for lines in _lines(data, known):
        yield (value for line in lines for found in _STRING.findall(line) for value in strings(decoded(found)))


def _lines(data: bytes, known: Set[bytes]) -> Iterator[list[bytes]]:
    """The lines that are not known, a part at a time."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + _PART)
        end = len(data) if end < 0 else end
        yield [line for line in data[start:end].split(b"\n") if line not in known]
        start = end + 1


def _is_data(lines: Sequence[bytes]) -> bool:
    outside = _STRING.sub(b"", b"\n".join(lines)).decode("utf-8", "replace")
    return all(map(_WHOLE.fullmatch, lines)) and not worth_a_look(outside)


class _Memory:
    """Clean lines of one kind of file. What no file of a whole generation repeated is forgotten."""

    def __init__(self, are_clean: Callable[[Iterable[bytes]], bool]) -> None:
        self._are_clean: Callable[[Iterable[bytes]], bool] = are_clean
        self._recent: set[bytes] = set()
        self._former: set[bytes] = set()
        self._size = 0

    def hold(self, lines: Iterable[bytes]) -> bool:
        """Whether all these lines are clean; from now on they are known."""
        fresh = set(lines) - self._recent
        new = fresh - self._former
        if new and not self._are_clean(new):
            return False
        self._recent |= fresh
        self._size += sum(map(len, new))
        if self._size > _MOST:
            self._recent, self._former, self._size = set(), self._recent, 0
        return True


@lru_cache(maxsize=2)
def _pages(allowed: Allowed) -> _Memory:
    return _Memory(partial(_are_clean, allowed=allowed, is_page=True))


@lru_cache(maxsize=2)
def _feeds(allowed: Allowed) -> _Memory:
    return _Memory(partial(_are_clean, allowed=allowed, is_page=False))


@lru_cache(maxsize=2)
def _values(allowed: Allowed) -> _Memory:
    return _Memory(partial(_are_clean_values, allowed=allowed))


def _carried(feed: bytes) -> bytes:
    """As `readable.carried`, so that what is the same in RSS and in Atom, whose signs are written otherwise, is so.
    Marks of comments stay: they put a line in doubt."""
    if _CDATA in feed:
        feed = feed.replace(_CDATA, b" ").replace(b"]]>", b" ")
    plain, count = _ENTITY.subn(lambda entity: _SIGNS[entity[0]], feed)
    return plain if count == feed.count(b"&") else carried(decoded(feed)).encode()


def _as_lines(values: Iterable[str]) -> bytes:
    """Each value as a line, in quotes as it stood. Where it goes on in a new line, a word and a number are as near."""
    lines = '"\n"'.join(value.replace("\n", "\r") for value in values)
    return f'"{lines}"'.encode("utf-8", "surrogatepass")


def _are_clean_values(lines: Iterable[bytes], allowed: Allowed) -> bool:
    words = (words_of(line[1:-1].decode("utf-8", "surrogatepass")) for line in lines)
    return nothing_private(BETWEEN_LINES.join(words), allowed, strict=False, apart=True)


def _are_clean(lines: Iterable[bytes], allowed: Allowed, is_page: bool) -> bool:
    text = BETWEEN_LINES.encode().join(lines).decode("utf-8", "replace")
    read = by_tags(text, is_page=is_page, by_line=True)
    if read is None:
        return False
    words, values = read
    return nothing_private(words, allowed, strict=is_page) and not any(
        any(find_private(value, allowed, strict=False)) for value in dict.fromkeys(values)
    )
