"""The Markdown files of a column, read again only when they are new.

What stands in all lists (titles, dates, areas) is kept folder by folder and read in every build. The texts, most of a
column, are kept by themselves and read when a page is made anew.
"""

from __future__ import annotations

import contextlib
import gc
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from cchc_site.building.crew import Crew, chunks
from cchc_site.building.pickles import Unreadable, dump, load
from cchc_site.building.stamps import Stamp, is_settled, stamp_of
from cchc_site.building.store import Store
from cchc_site.checks.page_rules import FAULTS, Context, run_page_rules
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.originality import Sketch
from cchc_site.column.packed_text import FETCH, place_of
from cchc_site.column.problem import Problem
from cchc_site.content.page_file import PageReading, digest_of, read_each, read_page, reporter_of
from cchc_site.content.text_file import read_bytes
from cchc_site.publish.collector import without_collector

_PAGES: Final = "pages"
_TEXTS: Final = "texts"
_CHUNK: Final = 50
_WORTH_HELPERS: Final = 4
"""From that many chunks on, helpers save more time than they take to start."""
_APART: Final = (place_of("body"), place_of("own_text"))
_NO_FILE: Final = (0, 0, 0, 0)


class _Kept(NamedTuple):
    """One file as an earlier build read it."""

    stamp: Stamp
    digest: str
    reading: PageReading


class _Look(NamedTuple):
    """What was seen of a piece while its text was at hand: what is wrong with it, and what finds others like it."""

    faults: tuple[Problem, ...]
    sketch: Sketch


class _Read(NamedTuple):
    """One file as it was read just now."""

    digest: str
    reading: PageReading
    texts: tuple[bytes, ...] = ()
    look: _Look | None = None


class Vanished(Exception):
    """A file that was there at the beginning of the build is not there any more."""


class Texts:
    """Gives an article its texts from the store, or from its file again when they were lost."""

    def __init__(self, store: Store, root: Path) -> None:
        self._store = store
        self._root = root

    def __call__(self, article: Article) -> Mapping[str, Any]:
        """The attributes that were kept apart."""
        data = self._store.read(_TEXTS, article.digest)
        if data is not None:
            with contextlib.suppress(ValueError):
                return dict(zip(_APART, _cut(data), strict=True))
        [reading] = read_each(self._root, [article.file])
        if reading.article is None:
            raise Vanished(article.file)
        return dict(zip(_APART, _apart(reading.article), strict=True))


def _apart(article: Article) -> tuple[bytes, ...]:
    return tuple(article.__dict__[name] for name in _APART)


def _joined(body: bytes, own_text: bytes) -> bytes:
    """Both texts as they are kept."""
    return b"%d\n%b%b" % (len(body), body, own_text)


def _cut(data: bytes) -> tuple[bytes, bytes]:
    """The texts again. Raises ValueError for what was not joined."""
    size, _, texts = data.partition(b"\n")
    middle = int(size)
    if not 0 <= middle <= len(texts):
        raise ValueError("no texts")
    return texts[:middle], texts[middle:]


class Readings:
    """Answers `read_content` from what earlier builds read."""

    def __init__(self, store: Store, crew: Crew) -> None:
        self._store = store
        self._crew = crew
        self._last: dict[str, _Kept] = {}
        """What the last call in this process gave."""
        self.sketches: dict[str, Sketch] = {}
        """Of the pieces that the last call read anew, by their digests."""
        self.faults: dict[str, tuple[Problem, ...]] = {}
        """What is wrong with those pieces, by their digests."""
        self.context: Context | None = None
        """By what their faults were told."""

    def __call__(self, root: Path, paths: Sequence[str], column: Column) -> Iterator[PageReading]:
        """Every file's reading, in the order of the paths."""
        folder, below = root.resolve().name, f"{root}{os.sep}"
        before = self._last or self._known()
        now: dict[str, _Kept] = {}
        new: list[tuple[str, Stamp | None]] = []
        for path in paths:
            file = below + path
            stamp = stamp_of(file)
            kept = before.get(path)
            if kept is None or stamp is None:
                new.append((path, stamp))
            elif kept.stamp == stamp and is_settled(stamp, self._store):
                now[path] = kept
            elif kept.digest == _digest(folder, path, file):
                now[path] = kept._replace(stamp=stamp)
            else:
                new.append((path, stamp))
        self.context = Context.of(column)
        now |= self._read(root, new)
        self._keep(before, now)
        self._last = now
        texts = Texts(self._store, root)
        for path in paths:
            reading = now[path].reading
            if reading.article is not None and _APART[0] not in reading.article.__dict__:
                reading.article.__dict__[FETCH] = texts
            yield reading

    def _known(self) -> dict[str, _Kept]:
        known: dict[str, _Kept] = {}
        with without_collector():
            for _, data in self._store.read_all(_PAGES):
                with contextlib.suppress(Unreadable, TypeError, ValueError):
                    for path, stamp, digest, *reading in load(data):
                        known[path] = _Kept(stamp, digest, PageReading(*reading))
            gc.freeze()  # they live as long as the build: nobody need look through them for garbage
        return known

    def _read(self, root: Path, new: Sequence[tuple[str, Stamp | None]]) -> dict[str, _Kept]:
        """Those that no earlier build read; their texts are kept for the next one."""
        found: dict[str, _Kept] = {}
        self.sketches, self.faults = {}, {}
        parts = chunks(new, _CHUNK)
        tasks = [[path for path, _ in part] for part in parts]
        results = self._crew.run(_read_part, (root, self.context), tasks, least=_WORTH_HELPERS, label="Đọc bài")
        for part, answers in zip(parts, results, strict=True):
            texts: list[tuple[str, bytes]] = []
            for (path, stamp), read in zip(part, answers, strict=True):
                found[path] = _Kept(stamp or _NO_FILE, read.digest if stamp else "", read.reading)
                article = read.reading.article
                if article is None or read.look is None:
                    continue
                self.faults[article.digest], self.sketches[article.digest] = read.look
                if self._store.is_lasting:
                    texts.append((article.digest, _joined(*read.texts)))
                else:
                    article.__dict__.update(zip(_APART, read.texts, strict=True))
            self._store.write(_TEXTS, texts)
        return found

    def _keep(self, before: Mapping[str, _Kept], now: Mapping[str, _Kept]) -> None:
        """Write the folders in which a file changed, and forget what is gone."""
        changed = {path for path, kept in now.items() if before.get(path) is not kept} | (before.keys() - now.keys())
        if not changed:
            return
        folders = {path.rpartition("/")[0] for path in changed}
        rows: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for path, kept in now.items():
            folder = path.rpartition("/")[0]
            if folder in folders and kept.digest:
                reading = kept.reading
                name = reading.article.file if reading.article else path  # written once where it is one string
                rows[folder].append((name, kept.stamp, kept.digest, *reading))
        self._store.write(_PAGES, ((folder, dump(part)) for folder, part in rows.items()))
        self._store.remove(_PAGES, folders - rows.keys())
        # A digest is of one path only, so nobody else has the texts of a changed file.
        used, lost = (
            {article.digest for path in changed & known.keys() if (article := known[path].reading.article) is not None}
            for known in (now, before)
        )
        self._store.remove(_TEXTS, lost - used)


class _Part(list[_Read]):
    """Some files as they were read. They come from another process by way of `dump`, as they come from the store."""

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return _part, (dump([(read.digest, tuple(read.reading), read.texts, tuple(read.look or ())) for read in self]),)


def _part(data: bytes) -> _Part:
    return _Part(
        _Read(digest, PageReading(*reading), texts, _Look(*look) if look else None)
        for digest, reading, texts, look in load(data)
    )


def _digest(folder: str, path: str, file: str) -> str | None:
    """The digest of a file as it is now, or nothing if it cannot be read."""
    data = read_bytes(file, reporter_of(folder, path))
    return digest_of(folder, path, data) if data is not None else None


def _read_part(given: tuple[Path, Context], part: Iterable[str]) -> _Part:
    """In any process: some files, and what is to be seen of the pieces while their texts are at hand."""
    root, context = given
    folder = root.resolve().name
    found = _Part()
    for path in part:
        reading, digest = read_page(root, folder, path)
        article = reading.article
        if article is None:
            found.append(_Read(digest, reading))
            continue
        look = _Look(tuple(run_page_rules([article], context, FAULTS)), article.sketch)
        texts = _apart(article)
        for name in _APART:
            del article.__dict__[name]
        found.append(_Read(digest, reading, texts, look))
    return found
