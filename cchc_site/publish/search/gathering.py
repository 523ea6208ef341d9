"""The keys of a part in order, each with its payload: what `payload.packed` makes of one list, made of all together.

Most lists are short and there are hundreds of thousands, so whatever can be is done by functions that loop in C.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import add, and_, ne, sub
from typing import Final, NamedTuple

from cchc_site.publish.search.keys import CODES, FORM, LOCAL, Spelling
from cchc_site.publish.search.payload import TITLE, Payload, longest, packed, varint, varints
from cchc_site.publish.search.postings import CLASS, Part
from cchc_site.publish.search.shards import Shard

_EXACT: Final = 1 << 53
"""Whole numbers below that are the same as floating-point numbers, which are compared more quickly."""
_TABLE: Final = 1 << 18
"""The highest posting whose distances are looked up in a table."""
_FORMS: Final = (1 << FORM) - 1
_SLOT: Final = (0,)


class _Forms(NamedTuple):
    """The forms of all keys in order, as columns."""

    sortable: list[int]
    """See `keys.Spelling`."""
    postings: list[list[int]]
    extras: dict[int, list[int]]
    """By the place of a form the further bytes of its postings in titles."""


def gather(spelling: Spelling, room: int, part: Part) -> Shard:
    """All keys of a part; `room` is what a long list is measured by."""
    forms = _forms(spelling, part)
    rows = _long_rows(forms, room)
    starts = list(map(add, accumulate(map(len, forms.postings), initial=0), count()))
    pieces = _pieces(forms, starts, room)
    for at, (row, _) in rows.items():
        pieces[starts[at]] = row
    numbers = [sortable >> FORM for sortable in forms.sortable]
    firsts = list(compress(count(), map(ne, numbers, [-1, *numbers])))
    keys = spelling.written(map(numbers.__getitem__, firsts))
    bounds = [*map(starts.__getitem__, firsts), starts[-1]]
    payloads = [b"".join(pieces[start:end]) for start, end in pairwise(bounds)]
    asides: defaultdict[str, bytes] = defaultdict(bytes)
    for at, (_, aside) in rows.items():
        asides[keys[bisect_right(firsts, at) - 1]] += aside
    return Shard(keys, payloads, dict(asides))


def _forms(spelling: Spelling, part: Part) -> _Forms:
    lists = _lists(part)
    sortable = spelling.sortable(part.index, lists)
    quick = list(map(float if max(sortable, default=0) < _EXACT else int, sortable))
    order = sorted(range(len(quick)), key=quick.__getitem__)
    titles: defaultdict[int, list[int]] = defaultdict(list)
    for key, extra in zip(part.titles, part.extras, strict=True):
        titles[key].append(extra)
    numbers = list(lists)
    extras = {at: titles[numbers[number]] for at, number in enumerate(order) if numbers[number] in titles}
    postings = list(map(list(lists.values()).__getitem__, order))
    return _Forms(list(map(sortable.__getitem__, order)), postings, extras)


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


def _long_rows(forms: _Forms, room: int) -> dict[int, Payload]:
    """By the places of the long lists what they become; of these lists nothing else is left."""
    most = longest(room)
    rows = {}
    for at in [at for at, length in enumerate(map(len, forms.postings)) if length > most]:
        row, aside = packed(forms.postings[at], forms.extras.pop(at, ()), room)
        rows[at] = CODES[forms.sortable[at] & _FORMS] + row, aside
        forms.postings[at] = []
    return rows


def _pieces(forms: _Forms, starts: Sequence[int], room: int) -> list[bytes]:
    """What begins each list, and then every posting, as bytes."""
    flat = list(chain.from_iterable(chain.from_iterable(zip(repeat(_SLOT), forms.postings))))
    steps = map(sub, flat, [0, *map(and_, flat, repeat(-4))])
    if room << 2 > _TABLE:
        pieces = [varint(step) if step >= 0 else b"" for step in steps]
    else:
        # The step back to the slot of the next list is never longer than the table, so it finds something there too.
        pieces = list(map(varints(room << 2).__getitem__, steps))
    codes = map(CODES.__getitem__, map(and_, forms.sortable, repeat(_FORMS)))
    counts = map(varints(room << 1).__getitem__, map(add, *[list(map(len, forms.postings))] * 2))
    for start, begin in zip(starts, map(add, codes, counts), strict=False):
        pieces[start] = begin
    for at, extras in forms.extras.items():
        titles = [place for place, posting in enumerate(forms.postings[at], starts[at] + 1) if posting & 3 == TITLE]
        for place, extra in zip(titles, extras, strict=True):
            pieces[place] += bytes((extra,))
    return pieces
