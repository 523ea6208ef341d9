"""The keys of a part in order, each with its payload: what `payload.packed` makes of one list, made of all together.

Most lists are short and there are hundreds of thousands, so whatever can be is done by functions that loop in C.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import and_, ne, sub
from typing import Final, NamedTuple

from cchc_site.publish.search.keys import CODES, FORM, LOCAL, Spelling
from cchc_site.publish.search.payload import TITLE, longest, packed, short_varint, varint, varints
from cchc_site.publish.search.postings import CLASS, Part
from cchc_site.publish.search.shards import Shard

_EXACT: Final = 1 << 53
"""Whole numbers below that are the same as floating-point numbers, which are compared more quickly."""
_TABLE: Final = 1 << 18
"""The highest posting whose distances are looked up in a table."""
_SLOT: Final = (0,)


class _Forms(NamedTuple):
    """The forms of all keys in order, as columns."""

    sortable: list[int]
    """See `keys.Spelling`."""
    numbers: list[int]
    postings: list[list[int]]
    starts: list[int]
    """Where the pieces of each begin, and where the last ends."""


def gather(spelling: Spelling, room: int, part: Part) -> Shard:
    """All keys of a part; `room` is what a long list is measured by."""
    forms = _forms(spelling, part)
    pieces = _pieces(forms, room)
    titles = _titles(part)
    for at in [at for at, number in enumerate(forms.numbers) if number in titles]:
        _add_extras(pieces, forms.starts[at] + 1, forms.postings[at], titles[forms.numbers[at]])
    asides = _lengthen(pieces, forms, titles, room)
    numbers = [sortable >> FORM for sortable in forms.sortable]
    firsts = list(compress(count(), map(ne, numbers, [-1, *numbers])))
    keys = spelling.written(map(numbers.__getitem__, firsts))
    bounds = [*map(forms.starts.__getitem__, firsts), forms.starts[-1]]
    payloads = [b"".join(pieces[start:end]) for start, end in pairwise(bounds)]
    aside: defaultdict[str, bytes] = defaultdict(bytes)
    for at, row in asides:
        aside[keys[bisect_right(firsts, at) - 1]] += row
    return Shard(keys, payloads, dict(aside))


def _forms(spelling: Spelling, part: Part) -> _Forms:
    lists = _lists(part)
    numbers = list(lists)
    sortable = spelling.sortable(part.index, numbers)
    quick = list(map(float if max(sortable, default=0) < _EXACT else int, sortable))
    order = sorted(range(len(numbers)), key=quick.__getitem__)
    numbers = list(map(numbers.__getitem__, order))
    postings = list(map(lists.__getitem__, numbers))
    starts = list(accumulate(map(len, postings), lambda start, length: start + 1 + length, initial=0))
    return _Forms(list(map(sortable.__getitem__, order)), numbers, postings, starts)


def _lists(part: Part) -> dict[int, list[int]]:
    """The postings of every key in ascending order."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    documents = [document << 2 for document in part.documents]
    lengths = map(sub, part.ends, [0, *part.ends])
    for key, document in zip(part.keys, chain.from_iterable(map(repeat, documents, lengths)), strict=True):
        found[key].append(document)
    others = [key for key in found if key > LOCAL]
    for key in others:
        place = key >> CLASS
        found[key & LOCAL] += [document | place for document in found.pop(key)]
    for key in {key & LOCAL for key in others}:
        found[key].sort()
    return found


def _titles(part: Part) -> dict[int, list[int]]:
    """By key the further bytes of its postings in titles."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key, extra in zip(part.titles, part.extras, strict=True):
        found[key].append(extra)
    return found


def _pieces(forms: _Forms, room: int) -> list[bytes]:
    """What begins each list, and then every posting, as bytes."""
    flat = list(chain.from_iterable(chain.from_iterable(zip(repeat(_SLOT), forms.postings))))
    steps = map(sub, flat, [0, *map(and_, flat, repeat(-4))])
    if room << 2 > _TABLE:
        pieces = [varint(step) if step >= 0 else b"" for step in steps]
    else:
        # The step back to the slot of the next list is never longer than the table, so it finds something there too.
        pieces = list(map(varints(room << 2).__getitem__, steps))
    codes = map(CODES.__getitem__, map(and_, forms.sortable, repeat((1 << FORM) - 1)))
    for start, code, postings in zip(forms.starts, codes, forms.postings, strict=False):
        pieces[start] = code + short_varint(len(postings) * 2)
    return pieces


def _add_extras(pieces: list[bytes], start: int, postings: Sequence[int], extras: Sequence[int]) -> None:
    titles = (at for at, posting in enumerate(postings, start) if posting & 3 == TITLE)
    for at, extra in zip(titles, extras, strict=True):
        pieces[at] += bytes((extra,))


def _lengthen(
    pieces: list[bytes], forms: _Forms, titles: Mapping[int, Sequence[int]], room: int
) -> list[tuple[int, bytes]]:
    """Make bit maps of the long lists; what of them is aside, by the place of their form."""
    most = longest(room)
    asides = []
    for at, postings in enumerate(forms.postings):
        if len(postings) > most:
            start, end = forms.starts[at], forms.starts[at + 1]
            row, aside = packed(postings, titles.get(forms.numbers[at], ()), room)
            code = CODES[forms.sortable[at] & ((1 << FORM) - 1)]
            pieces[start:end] = [code + row, *repeat(b"", end - start - 1)]
            asides.append((at, aside))
    return asides
