"""From the outputs of a site to its folder: only what differs from the last build is made, looked at and written."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from msgspec import Struct, field
from msgspec.structs import replace
from xxhash import xxh3_128_digest

from cchc_site.building.crew import Crew, chunks
from cchc_site.building.new_files import NewFiles
from cchc_site.building.pickles import Unreadable
from cchc_site.building.publication import Publication
from cchc_site.building.store import Store
from cchc_site.building.traces import Trace, Traces
from cchc_site.publish.firewall import Leak, scan
from cchc_site.publish.mark import mark_of
from cchc_site.publish.output import Output, made
from cchc_site.vietnamese.private_data import Allowed

BODIES: Final = "bodies"
"""The section of converted bodies."""
_SECTION: Final = "site"
_CHUNK: Final = 25
_WORTH_HELPERS: Final = 40
"""From that many chunks on, helpers save more time than they take to start and to load what they need."""
_WORTH_BEGINNING: Final = 10_000
"""From that many published files on, another process looks meanwhile whether they still stand."""
_MOST: Final = 2
"""When more than one in that many files changed, the whole folder is exchanged."""


class Site(Protocol):
    """Gives the generated files; another process can be given one."""

    @property
    def outputs(self) -> Mapping[str, Output]:
        """Every file by its path."""

    @property
    def body_names(self) -> Collection[str]:
        """The names of all bodies that are converted before pages are made."""

    def converted(self, name: str) -> bytes:
        """The body of that name."""

    def prepare(self) -> None:
        """Do once what every process would do again, when there is much to make."""


class _Made(NamedTuple):
    """One file as it was made just now; without `written` it is the same as the published one."""

    path: str
    written: Trace | None
    leaks: tuple[Leak, ...]


class Changes(Struct):
    """What a build did."""

    total: int = 0
    changed: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    leaks: list[Leak] = field(default_factory=list)


class _Task(Struct, frozen=True):
    """What a process needs to make files: the site, where they go, who may be named, what stands there already."""

    site: Site | _Given
    files: NewFiles
    allowed: Allowed | None
    published: Path
    before: Mapping[str, bytes]
    """The digests of those of the files that are published."""

    def leaks(self, path: str, data: bytes) -> tuple[Leak, ...]:
        """What of people the file says."""
        return scan(path, data, self.allowed, partial(self._former, path)) if self.allowed else ()

    def _former(self, path: str) -> bytes | None:
        return (self.published / path).read_bytes() if path in self.before else None


class SiteBuild:
    """One build of one folder."""

    def __init__(self, publication: Publication, store: Store, crew: Crew) -> None:
        """`publication` is open already: the store must not be touched while another build is at work."""
        self._publication = publication
        self._store = store
        self._crew = crew
        self._whose, self._known = self._remembered()
        look = partial(_lost, f"{self.target}/", self._known)
        self._lost = crew.begin(look) if len(self._known.keys) >= _WORTH_BEGINNING else look
        self._before, self._now = Traces(), Traces()

    @property
    def target(self) -> Path:
        """The published folder."""
        return self._publication.target

    def discard(self) -> None:
        """Nothing half-built stays behind."""
        self._publication.discard()

    def make(self, site: Site, allowed: Allowed | None) -> Changes:
        """Make what is new into the folder aside. With leaks, `publish` must not follow.

        `allowed` says what of people may be on the site; without it nothing is looked for (a preview).
        """
        whose = mark_of(sorted(allowed.numbers), sorted(allowed.mailboxes)) if allowed else ""
        if whose != self._whose:
            self._whose, self._known = whose, Traces()
        known = self._known
        aside = self._publication.aside
        others = {path: made(path, data) for path, data in _files(aside)}
        outputs = {**site.outputs, **others}
        before = self._before = known.without(self._lost())
        changes = Changes(len(outputs), vanished=sorted(known.keys.keys() - outputs.keys()))
        needed = [path for path, output in outputs.items() if before.keys.get(path) != output.key]
        self._now = before.without([*needed, *changes.vanished])
        self._store.commit()  # so that helpers can read texts
        self._convert(site)
        files = NewFiles(aside)
        digests = {path: before[path].digest for path in needed if path in before.keys}
        theirs = _Task(_Given(others), files, allowed, self.target, digests)
        ours = self._made(site, theirs, [path for path in needed if path not in others])
        for item in chain(_make(theirs, [path for path in needed if path in others]), ours):
            self._take(item, outputs[item.path].key, changes)
        for path in others.keys() - set(changes.changed):
            (aside / path).unlink()
        return changes

    def _made(self, site: Site, task: _Task, paths: Sequence[str]) -> Iterator[_Made]:
        """Make files by all processes; few of a large site by two, so that only one of them compiles templates."""
        task, tasks = replace(task, site=site), chunks(paths, _CHUNK)
        if len(tasks) >= _WORTH_HELPERS:
            site.prepare()
        elif len(self._known.keys) >= _WORTH_BEGINNING:
            drawn = {path for path in paths if path.endswith(".html")}
            others = self._crew.begin(partial(_make, task, [path for path in paths if path not in drawn]))
            try:
                yield from _make(task, [path for path in paths if path in drawn])
            finally:  # nobody may go on making files after this build has failed
                rest = others()
            yield from rest
            return
        for part in self._crew.run(_make, task, tasks, least=_WORTH_HELPERS, label="Dựng trang"):
            yield from part

    def _take(self, item: _Made, key: str, changes: Changes) -> None:
        """What was made is known from now on."""
        changes.leaks += item.leaks
        if item.written is not None:
            changes.changed.append(item.path)
        self._now.set(item.path, key, item.written or self._before[item.path])

    def _convert(self, site: Site) -> None:
        """The bodies that no earlier build converted. A page and several feeds need each of them."""
        known = set(self._store.names(BODIES))
        new = [name for name in site.body_names if name not in known]
        tasks = chunks(new, _CHUNK)
        parts = list(self._crew.run(_converted, site, tasks, least=_WORTH_HELPERS, label="Chuyển Markdown"))
        bodies = (body for part in parts for body in part)
        self._store.write(BODIES, zip(new, bodies, strict=True))
        self._store.remove(BODIES, known.difference(site.body_names))
        self._store.commit()  # so that helpers can read them

    def publish(self, changes: Changes) -> None:
        """Put what was made in its place, and remember it."""
        self._remember()
        target = self._publication.target
        many = len(changes.changed) * _MOST > changes.total
        if not self._before.keys or not target.exists() or many:
            self._fill(changes)
            self._publication.publish_all()
        else:
            self._publication.publish_changes(changes.changed, changes.vanished)

    def _fill(self, changes: Changes) -> None:
        """The unchanged files, for a folder that is exchanged as a whole."""
        changed = set(changes.changed)
        files = NewFiles(self._publication.aside)
        for path in self._now.keys.keys() - changed:
            files.take(path, self._publication.target / path)

    def _remembered(self) -> tuple[str, Traces]:
        """The files that the last build published, and what of people they were allowed to say."""
        data = self._store.read(_SECTION, "files")
        if data is not None:
            with contextlib.suppress(Unreadable, TypeError, ValueError, AttributeError):
                return Traces.load(data)
        return "", Traces()

    def _remember(self) -> None:
        if self._now != self._known:
            self._store.write(_SECTION, [("files", self._now.dump(self._whose))])
        self._store.commit()


class _Given(Struct, frozen=True):
    """Files that somebody else has made."""

    outputs: Mapping[str, Output]


def _converted(site: Site, names: Sequence[str]) -> list[bytes]:
    """In any process: some bodies."""
    return [site.converted(name) for name in names]


def _make(task: _Task, paths: Sequence[str]) -> list[_Made]:
    """In any process: make files, look at what they say, and write those that differ from the published ones."""
    results = []
    for path in paths:
        output = task.site.outputs[path]
        data = output.make()
        digest = xxh3_128_digest(data)
        if task.before.get(path) == digest:
            results.append(_Made(path, None, ()))
            continue
        written = Trace(len(data), task.files.write(path, data), digest)
        results.append(_Made(path, written, task.leaks(path, data)))
    return results


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield file.relative_to(folder).as_posix(), file.read_bytes()


def _lost(target: str, known: Traces) -> set[str]:
    """In any process: the files that do not stand any more as they were written."""
    return {path for path in known.keys if not _stands(target + path, known[path])}


def _stands(file: str, written: Trace) -> bool:
    try:
        stat = os.stat(file)
    except OSError:
        return False
    if stat.st_size != written.size:
        return False
    if stat.st_mtime_ns == written.time:
        return True
    # Copied or unpacked since: then the bytes decide.
    try:
        return xxh3_128_digest(Path(file).read_bytes()) == written.digest
    except OSError:
        return False
