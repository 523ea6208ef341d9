"""The keys of a part in order, each with its payload: what `payload.packed` makes of one list, made of all together.

Most lists are short and there are hundreds of thousands, so whatever can be is done by functions that loop in C.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from itertools import chain, pairwise, repeat
from operator import and_, sub
from typing import Final, NamedTuple

from cchc_site.publish.search.keys import Spelling
from cchc_site.publish.search.payload import TITLE, longest, packed, short_varint, varint, varints
from cchc_site.publish.search.postings import Part
from cchc_site.publish.search.shards import Shard

_EXACT: Final = 1 << 53
"""Whole numbers below that are the same as floating-point numbers, which are compared more quickly."""
_TABLE: Final = 1 << 18
"""The highest posting whose distances are looked up in a table."""
_SLOT: Final = (0,)


class _Forms(NamedTuple):
    """The forms of all keys in order, as columns."""

    sortable: list[int]
    numbers: list[int]
    postings: list[list[int]]


def gather(spelling: Spelling, room: int, part: Part) -> Shard:
    """All keys of a part; `room` is what a long list is measured by."""
    forms = _forms(spelling, part)
    pieces = _pieces(forms.postings, room)
    titles = _titles(part)
    shard = Shard([], [], {})
    begins: list[int] = []
    most = longest(room)
    key, at, codes = -1, 0, []
    for sortable, number, postings in zip(*forms, strict=True):
        if sortable // spelling.forms != key:
            key = sortable // spelling.forms
            codes = spelling.codes(key)
            shard.keys.append(spelling.written(key))
            begins.append(at)
        code, end = codes[sortable % spelling.forms], at + 1 + len(postings)
        if len(postings) > most:
            row, aside = packed(postings, titles.get(number, ()), room)
            pieces[at:end] = [code + row, *repeat(b"", len(postings))]
            shard.aside[shard.keys[-1]] = shard.aside.get(shard.keys[-1], b"") + aside
        else:
            pieces[at] = code + short_varint(len(postings) * 2)
            if number in titles:
                _add_extras(pieces, at + 1, postings, titles[number])
        at = end
    shard.payloads.extend(b"".join(pieces[start:end]) for start, end in pairwise([*begins, at]))
    return shard


def _forms(spelling: Spelling, part: Part) -> _Forms:
    lists = _lists(part)
    numbers = list(lists)
    sortable = spelling.sortable(part.index, numbers)
    quick = list(map(float if max(sortable, default=0) < _EXACT else int, sortable))
    order = sorted(range(len(numbers)), key=quick.__getitem__)
    numbers = list(map(numbers.__getitem__, order))
    return _Forms(list(map(sortable.__getitem__, order)), numbers, list(map(lists.__getitem__, numbers)))


def _lists(part: Part) -> dict[int, list[int]]:
    """The postings of every key in ascending order."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(part.rows):
        values = [document << 2 | place for document in part.documents]
        lengths = map(sub, row.ends, [0, *row.ends])
        for key, value in zip(row.keys, chain.from_iterable(map(repeat, values, lengths)), strict=True):
            found[key].append(value)
    deque(map(list.sort, found.values()), maxlen=0)
    return found


def _titles(part: Part) -> dict[int, list[int]]:
    """By key the further bytes of its postings in titles."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key, extra in zip(part.rows[TITLE].keys, part.extras, strict=True):
        found[key].append(extra)
    return found


def _pieces(lists: Sequence[Sequence[int]], room: int) -> list[bytes]:
    """Every posting of all lists as its bytes, and before those of each list a place for what begins it."""
    flat = list(chain.from_iterable(chain.from_iterable(zip(repeat(_SLOT), lists))))
    steps = map(sub, flat, [0, *map(and_, flat, repeat(-4))])
    if room << 2 > _TABLE:
        return [varint(step) if step >= 0 else b"" for step in steps]
    # The step back to a place between two lists is never longer than the table, so it finds something there too.
    return list(map(varints(room << 2).__getitem__, steps))


def _add_extras(pieces: list[bytes], start: int, postings: Sequence[int], extras: Sequence[int]) -> None:
    titles = (at for at, posting in enumerate(postings, start) if posting & 3 == TITLE)
    for at, extra in zip(titles, extras, strict=True):
        pieces[at] += bytes((extra,))
