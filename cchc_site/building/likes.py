"""Which pieces repeat which, as the last build left it: only new pieces are compared.

What finds pieces like them is kept folder by folder, so that an edit writes little.
"""

from __future__ import annotations

import contextlib
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from cchc_site.building.pickles import Unreadable, dump, load
from cchc_site.building.store import Store
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.originality import Pairs, Sketch, changed_pairs, similar_pairs
from cchc_site.column.sketch_group import SketchGroup

_SKETCHES: Final = "sketches"
_LIKES: Final = "likes"
_DIGEST: Final = 16
_FEW: Final = 200
"""Up to that many changed pieces, each is compared with all others; from then on all are sorted anew."""


class _Kept(NamedTuple):
    """The pieces of a folder: their digests, one after another, and what a SketchGroup has besides their ids."""

    digests: bytes
    counts: Sequence[int]
    shared: Sequence[int]
    numbers: Sequence[int]

    @classmethod
    def load(cls, data: bytes) -> _Kept:
        """From a kept row. Raises Unreadable, TypeError or ValueError for anything else."""
        digests, *numbers = load(data)
        kept = cls(bytes(digests), *(memoryview(part).cast("I") for part in numbers))
        if not len(digests) / _DIGEST == len(kept.counts) == len(kept.shared) or sum(kept.counts) != len(kept.numbers):
            raise ValueError("no sketches")
        return kept

    def group(self, keys: Sequence[str]) -> SketchGroup:
        """The sketches by as many ids."""
        return SketchGroup(keys, *self[1:])


class Likes:
    """Compares the pieces of one column, from build to build."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, column: Column, fresh: dict[str, Sketch]) -> Pairs:
        """All pieces that are alike. `fresh` has the sketches of new pieces by their digests, and loses them."""
        kept, pairs = self._known()
        folders: defaultdict[str, dict[str, Article]] = defaultdict(dict)
        for article in column.by_id.values():
            folders[article.file.rpartition("/")[0]][article.id] = article
        groups: list[SketchGroup] = []
        changed: dict[str, Sketch] = {}
        rows: list[tuple[str, bytes]] = []
        for folder, pieces in folders.items():
            digests = _joined(pieces)
            known = kept.get(folder)
            if known is not None and known.digests == digests:
                groups.append(known.group(list(pieces)))
                continue
            sketches, new = _sketches(pieces, known, fresh)
            changed |= new
            group = SketchGroup.of(sketches)
            groups.append(group)
            rows.append((folder, dump((digests, *map(_bytes, (group.counts, group.shared, group.numbers))))))
        gone = set(self._store.names(_SKETCHES)) - folders.keys()
        if not rows and not gone and pairs.keys() <= column.by_id.keys():
            return pairs
        if kept and len(changed) <= _FEW:
            pairs = changed_pairs(pairs, changed, groups, column.text_of)
        else:
            found = dict(item for group in groups for item in group.sketches())
            pairs = similar_pairs({article.id: found[article.id] for article in column.articles}, column.text_of)
        self._store.write(_SKETCHES, rows)
        self._store.remove(_SKETCHES, gone)
        self._store.write(_LIKES, [("pairs", dump({key: dict(near) for key, near in pairs.items()}))])
        return pairs

    def _known(self) -> tuple[dict[str, _Kept], Pairs]:
        """What the last build left; nothing when it left no pairs."""
        data = self._store.read(_LIKES, "pairs")
        if data is None:
            return {}, {}
        with contextlib.suppress(Unreadable, TypeError, ValueError):
            return {folder: _Kept.load(row) for folder, row in self._store.read_all(_SKETCHES)}, load(data)
        return {}, {}


def _joined(pieces: Mapping[str, Article]) -> bytes:
    return bytes.fromhex("".join([article.digest for article in pieces.values()]))


def _bytes(numbers: Sequence[int]) -> bytes:
    return array("I", numbers).tobytes()


def _sketches(
    pieces: Mapping[str, Article], known: _Kept | None, fresh: dict[str, Sketch]
) -> tuple[dict[str, Sketch], dict[str, Sketch]]:
    """The sketches of a folder's pieces, and among them those that are new."""
    before: dict[str, Sketch] = {}
    if known is not None:
        digests = [known.digests[at : at + _DIGEST].hex() for at in range(0, len(known.digests), _DIGEST)]
        before = dict(known.group(digests).sketches())
    new = {
        key: fresh.pop(article.digest) if article.digest in fresh else article.sketch
        for key, article in pieces.items()
        if article.digest not in before
    }
    return {key: new.get(key) or before[article.digest] for key, article in pieces.items()}, new
