"""The keys of a part in order, each with its payload: what `payload.packed` makes of one list, made of all together.

Most lists are short and there are hundreds of thousands, so all of them are worked on at once, as columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from cchc_site.publish.search.columns import Bytes, Flags, Numbers, before, bit_map, put_varints, sums, varint_sizes
from cchc_site.publish.search.keys import FORM, LOCAL, NO_ACCENT, Spelling
from cchc_site.publish.search.payload import OFTEN, SUMMARY, TITLE, Payload, longest, measured
from cchc_site.publish.search.scattering import CLASS, KEY, Part
from cchc_site.publish.search.shards import Rows

_CLASSES: Final = 3
_ACCENT: Final = FORM >> 1
_ACCENTS: Final = (1 << _ACCENT) - 1


class _Lists(NamedTuple):
    """The postings of all forms in order, one list after another."""

    sortable: Numbers
    """The forms, see `keys.Spelling`."""
    lengths: Numbers
    """How many postings each has."""
    postings: Numbers
    """Document * 4 + class, ascending in each list."""
    extras: Bytes
    """The further byte of every posting in a title."""

    def only(self, wanted: Flags) -> _Lists:
        """Some of the postings of every form."""
        lengths = sums(wanted, self.lengths)
        return _Lists(self.sortable, lengths, self.postings[wanted], self.extras[wanted])


def gather(spelling: Spelling, room: int, part: Part) -> Rows:
    """All keys of a part; `room` is what a long list is measured by."""
    whole = _lists(spelling, part)
    is_long = whole.lengths > longest(room)
    tails = _tails(whole, np.flatnonzero(is_long))
    lists = whole.only(~np.repeat(is_long, whole.lengths) | (whole.postings & _CLASSES >= SUMMARY))
    numbers = lists.sortable >> FORM
    firsts = np.flatnonzero(np.diff(numbers, prepend=-1))
    keys = spelling.written(numbers[firsts])
    asides: defaultdict[str, bytes] = defaultdict(bytes)
    for form, (_, aside) in tails.items():
        asides[keys[np.searchsorted(firsts, form, "right") - 1]] += aside
    data, ends, sizes = _encoded(lists, is_long, firsts, {form: row for form, (row, _) in tails.items()})
    return Rows(keys, data, ends, sizes, dict(asides))


def _lists(spelling: Spelling, part: Part) -> _Lists:
    found = (part.keys & LOCAL).astype(np.int64) << KEY | part.documents.astype(np.int64) << 2 | part.keys >> CLASS
    found.sort()
    keys, postings = found >> KEY, found & ((1 << KEY) - 1)
    extras = np.zeros(len(found), np.uint8)
    extras[postings & _CLASSES == TITLE] = np.sort(part.titles) & 255
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    lengths = np.diff(starts, append=len(found))
    sortable = spelling.sortable(part.index, keys[starts])
    order = np.argsort(sortable)
    lengths = lengths[order]
    places = np.repeat(starts[order] - before(lengths), lengths) + np.arange(len(found))
    return _Lists(sortable[order], lengths, postings[places], extras[places])


def _tails(lists: _Lists, forms: Numbers) -> dict[int, Payload]:
    """What follows the strong postings of a long list: a map of its documents, and aside one of those with OFTEN."""
    starts = before(lists.lengths)
    tails = {}
    for form in forms.tolist():
        postings = lists.postings[starts[form] : starts[form] + lists.lengths[form]]
        often = postings[postings & _CLASSES == OFTEN]
        tails[form] = measured(bit_map(postings >> 2)), measured(bit_map(often >> 2))
    return tails


def _encoded(
    lists: _Lists, is_long: Flags, firsts: Numbers, tails: Mapping[int, bytes]
) -> tuple[bytes, list[int], list[int]]:
    """The data, ends and sizes of `Rows`; `firsts` are the first forms of the keys.

    The sizes of everything say where it is written.
    """
    steps, in_title = _steps(lists)
    sizes = varint_sizes(steps) + in_title
    bodies = sums(sizes, lists.lengths)
    first_code, second_code = lists.sortable >> _ACCENT & _ACCENTS, lists.sortable & _ACCENTS
    is_pair = second_code != NO_ACCENT
    counts = lists.lengths * 2 + is_long
    heads = 1 + is_pair + varint_sizes(counts)
    forms = heads + bodies
    forms[list(tails)] += np.array(list(map(len, tails.values())), np.int64)
    payloads = np.add.reduceat(forms, firsts)
    rows = payloads + varint_sizes(payloads)
    ends = np.cumsum(rows)
    starts = before(forms) + np.repeat(np.cumsum(rows - payloads), np.diff(firsts, append=len(forms)))
    places = before(sizes) + np.repeat(starts + heads - before(bodies), lists.lengths)
    out = np.empty(ends[-1], np.uint8)
    put_varints(out, ends - rows, payloads)
    out[starts] = first_code
    out[starts[is_pair] + 1] = second_code[is_pair]
    put_varints(out, starts + 1 + is_pair, counts)
    put_varints(out, places, steps)
    out[(places + sizes - 1)[in_title]] = lists.extras[in_title]
    for form, tail in tails.items():
        place = starts[form] + heads[form] + bodies[form]
        out[place : place + len(tail)] = np.frombuffer(tail, np.uint8)
    return out.tobytes(), ends.tolist(), payloads.tolist()


def _steps(lists: _Lists) -> tuple[Numbers, Flags]:
    """Every posting as its distance to the document before in its list * 4 + class, and whether it is in a title."""
    last = np.concatenate([np.zeros(1, np.int64), lists.postings[:-1] & ~_CLASSES])
    last[before(lists.lengths)[lists.lengths > 0]] = 0
    return lists.postings - last, lists.postings & _CLASSES == TITLE
