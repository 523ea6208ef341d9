"""The published folder is old or new, whatever happens to a build."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from support.sites import tree

from cchc_site.building import publication
from cchc_site.building.publication import Publication

OLD = {"index.html": b"old", "a/index.html": b"old a", "c/d/index.html": b"goes", "same.txt": b"same"}
NEW = {"index.html": b"new", "a/index.html": b"new a", "b/c/index.html": b"c", "same.txt": b"same"}
CHANGED = ["index.html", "a/index.html", "b/c/index.html"]


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that is already published."""
    put(tmp_path / "site", OLD)
    return tmp_path / "site"


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def whole(work: Publication) -> None:
    put(work.open(), NEW)
    work.publish_all()


def little(work: Publication) -> None:
    put(work.open(), {path: NEW[path] for path in CHANGED})
    work.publish_changes(CHANGED, ["c/d/index.html"])


ways = pytest.mark.parametrize("publish", [whole, little])


@ways
def test_the_site_becomes_the_new_one_and_nothing_stays_beside_it(
    site: Path, publish: Callable[[Publication], None]
) -> None:
    publish(Publication(site))
    assert tree(site) == NEW
    assert names(site.parent) == ["site"]
    assert not (site / "c").exists()


def test_the_first_site_needs_no_former_one(tmp_path: Path) -> None:
    whole(Publication(tmp_path / "xa" / "site"))
    assert tree(tmp_path / "xa" / "site") == NEW


def test_a_discarded_build_leaves_the_site_as_it_was(site: Path) -> None:
    work = Publication(site)
    put(work.open(), {"index.html": b"half"})
    work.discard()
    assert tree(site) == OLD
    assert names(site.parent) == ["site"]


class Killed(BaseException):
    """What no handler of errors sees."""


@pytest.fixture(params=range(12))
def dies(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lets the process die at the n-th step that changes the disk; gives a function that brings it back to life."""
    steps = [request.param]

    def deadly(name: str) -> None:
        original = getattr(Path, name)

        def step(self: Path, *args: object, **kwargs: object) -> object:
            if not steps[0]:
                raise Killed
            steps[0] -= 1
            return original(self, *args, **kwargs)

        monkeypatch.setattr(Path, name, step)

    for name in ("rename", "replace", "unlink", "rmdir"):
        deadly(name)
    return monkeypatch.undo


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two renames"])
@ways
def test_a_build_killed_at_any_step_leaves_a_whole_site_after_the_next_start(
    site: Path,
    publish: Callable[[Publication], None],
    exchange: bool,
    dies: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not exchange:
        monkeypatch.setattr(publication, "_exchange", lambda one, other: False)
    work = Publication(site)
    try:
        publish(work)
    except Killed:
        work._lock.give_back()  # the system does that when a process dies
    dies()
    for path, data in tree(site).items() if site.exists() else ():
        assert data in (OLD.get(path), NEW.get(path))
    after = Publication(site)
    after.open()
    assert tree(site) in (OLD, NEW)
    after.discard()
    assert names(site.parent) == ["site"]


def test_a_change_that_was_decided_is_carried_out_later(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise Killed

    work = Publication(site)
    with monkeypatch.context() as patch:
        patch.setattr(work, "_carry_out", die)
        with pytest.raises(Killed):
            little(work)
    work._lock.give_back()
    assert tree(site) == OLD
    Publication(site).open()
    assert tree(site) == NEW


@pytest.mark.parametrize("journal", [b"", b"{", b"[]", b"\xff", b'{"former": 1}', b'{"aside": "../..", "changed": []}'])
def test_a_spoilt_journal_stops_nobody(site: Path, journal: bytes) -> None:
    (site.parent / ".site-building.journal").write_bytes(journal)
    whole(Publication(site))
    assert tree(site) == NEW
    assert names(site.parent) == ["site"]


def test_what_killed_builds_left_is_cleared_and_other_folders_are_not(site: Path) -> None:
    for name in (".site-building-1", ".site-building-rac", ".site-khac", ".site2-building-1"):
        put(site.parent / name, {"x": b"x"})
    whole(Publication(site))
    assert names(site.parent) == [".site-khac", ".site2-building-1", "site"]


def test_a_second_build_waits_for_the_first(site: Path) -> None:
    told, order = threading.Event(), []
    first, second = Publication(site), Publication(site, told.set)
    put(first.open(), {"index.html": b"first"})

    def wait() -> None:
        put(second.open(), {"index.html": b"second"})
        order.append(tree(site)["index.html"])
        second.publish_all()

    other = threading.Thread(target=wait)
    other.start()
    assert told.wait(10)
    first.publish_all()
    other.join(10)
    assert order == [b"first"]
    assert tree(site) == {"index.html": b"second"}


def test_a_failed_swap_puts_the_old_site_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication, "_exchange", lambda one, other: False)
    work = Publication(site)
    rename = Path.rename

    def stubborn(self: Path, target: Path) -> Path:
        if self == work.aside:
            raise PermissionError("held by another program")
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", stubborn)
        with pytest.raises(PermissionError):
            whole(work)
    assert tree(site) == OLD
    work.discard()
    assert names(site.parent) == ["site"]


@pytest.mark.skipif(os.name != "posix", reason="other systems may have no such call")
def test_linux_exchanges_both_folders_in_one_step(site: Path) -> None:
    put(site.parent / "other", NEW)
    if publication._exchange(site.parent / "other", site):
        assert (tree(site), tree(site.parent / "other")) == (NEW, OLD)
