"""The Markdown files of a column, read again only when they are new.

What stands in all lists (titles, dates, areas) is kept folder by folder and read in every build. The texts, most of a
column, are kept by themselves and read when a page is made anew.
"""

from __future__ import annotations

import contextlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from cchc_site.building.crew import Crew, chunks
from cchc_site.building.pickles import Unreadable, dump, load
from cchc_site.building.stamps import Stamp, is_settled, stamp_of
from cchc_site.building.store import Store
from cchc_site.column.article import Article
from cchc_site.column.packed_text import FETCH, place_of
from cchc_site.content.page_file import PageReading, digest_of, parse_page, read_each, reporter_of
from cchc_site.content.text_file import read_bytes

_PAGES: Final = "pages"
_TEXTS: Final = "texts"
_CHUNK: Final = 50
_WORTH_HELPERS: Final = 4
"""From that many chunks on, helpers save more time than they take to start."""
_APART: Final = (place_of("body"), place_of("own_text"), "sketch")


class _Kept(NamedTuple):
    """One file as an earlier build read it."""

    stamp: Stamp
    digest: str
    reading: PageReading


class Vanished(Exception):
    """A file that was there at the beginning of the build is not there any more."""


class Texts:
    """Gives an article its texts and its sketch from the store, or from its file again when they were lost."""

    def __init__(self, store: Store, root: Path) -> None:
        self._store = store
        self._root = root

    def __call__(self, article: Article) -> Mapping[str, Any]:
        """The attributes that were kept apart."""
        data = self._store.read(_TEXTS, article.digest)
        if data is not None:
            with contextlib.suppress(Unreadable):
                return dict(zip(_APART, load(data), strict=True))
        [reading] = read_each(self._root, [article.file])
        if reading.article is None:
            raise Vanished(article.file)
        return dict(zip(_APART, _apart(reading.article), strict=True))


def _apart(article: Article) -> tuple[Any, ...]:
    _ = article.sketch
    return tuple(article.__dict__[name] for name in _APART)


class Readings:
    """Answers `read_content` from what earlier builds read."""

    def __init__(self, store: Store, crew: Crew) -> None:
        self._store = store
        self._crew = crew
        self._last: dict[str, _Kept] = {}
        """What the last call in this process gave."""

    def __call__(self, root: Path, paths: Sequence[str]) -> Iterator[PageReading]:
        """Every file's reading, in the order of the paths."""
        folder = root.resolve().name
        before = self._last or self._known()
        place = f"{root}{os.sep}"
        now: dict[str, _Kept] = {}
        new: list[tuple[str, str, Stamp]] = []
        for path in paths:
            stamp = stamp_of(f"{place}{path}")
            kept = before.get(path)
            if kept is not None and kept.stamp == stamp and is_settled(stamp, self._store):
                now[path] = kept
                continue
            report = reporter_of(folder, path)
            data = read_bytes(root / path, report)
            digest = digest_of(folder, path, data) if data is not None else ""
            if data is None or stamp is None:
                now[path] = _Kept((0, 0, 0, 0), "", PageReading(problems=tuple(report.problems)))
            elif kept is not None and kept.digest == digest:
                now[path] = _Kept(stamp, digest, kept.reading)
            else:
                new.append((path, digest, stamp))
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
        for _, data in self._store.read_all(_PAGES):
            with contextlib.suppress(Unreadable, TypeError, ValueError):
                for path, stamp, digest, *reading in load(data):
                    known[path] = _Kept(stamp, digest, PageReading(*reading))
        return known

    def _read(self, root: Path, new: Sequence[tuple[str, str, Stamp]]) -> dict[str, _Kept]:
        """Those that no earlier build read; their texts are kept for the next one."""
        found: dict[str, _Kept] = {}
        tasks = chunks([path for path, _, _ in new], _CHUNK)
        results = self._crew.run(_read_part, root, tasks, least=_WORTH_HELPERS, label="Đọc bài")
        answers = (answer for part in results for answer in part)
        texts: list[tuple[str, bytes]] = []
        for (path, digest, stamp), (light, heavy) in zip(new, answers, strict=True):
            reading = PageReading(*load(light))
            if reading.article is not None and self._store.is_lasting:
                texts.append((reading.article.digest, heavy))
            elif reading.article is not None:
                reading.article.__dict__.update(zip(_APART, load(heavy), strict=True))
            found[path] = _Kept(stamp, digest, reading)
        self._store.write(_TEXTS, texts)
        return found

    def _keep(self, before: Mapping[str, _Kept], now: Mapping[str, _Kept]) -> None:
        """Write the folders in which a file changed, and forget what is gone."""
        changed = {path for path in before.keys() | now.keys() if before.get(path) is not now.get(path)}
        folders = {path.rpartition("/")[0] for path in changed}
        rows: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for path, kept in now.items():
            folder = path.rpartition("/")[0]
            if folder in folders and kept.digest:
                reading = kept.reading
                rows[folder].append(
                    (path, kept.stamp, kept.digest, reading.article, reading.standing, reading.problems)
                )
        self._store.write(_PAGES, ((folder, dump(part)) for folder, part in rows.items()))
        self._store.remove(_PAGES, folders - rows.keys())
        used = {kept.reading.article.digest for kept in now.values() if kept.reading.article is not None}
        lost = (kept.reading.article for kept in before.values() if kept.reading.article is not None)
        self._store.remove(_TEXTS, [article.digest for article in lost if article.digest not in used])


def _read_part(root: Path, part: Iterable[str]) -> list[tuple[bytes, bytes]]:
    """In any process: the readings of some files as bytes, what stands in lists and what is kept apart."""
    folder = root.resolve().name
    kept = []
    for path in part:
        report = reporter_of(folder, path)
        data = read_bytes(root / path, report)
        page = parse_page(folder, path, data) if data is not None else PageReading(problems=tuple(report.problems))
        heavy = b""
        if page.article is not None:
            heavy = dump(_apart(page.article))
            for name in _APART:
                del page.article.__dict__[name]
        kept.append((dump((page.article, page.standing, page.problems)), heavy))
    return kept
