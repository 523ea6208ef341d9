"""What builds remember: kept whole, or forgotten."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_site.building import store as store_module
from cchc_site.building.pickles import Unreadable, dump, load
from cchc_site.building.store import Store
from cchc_site.column.column import StandingPage
from cchc_site.column.problem import Place


def stored(file: Path, mark: str = "m") -> Store:
    store = Store(file, mark)
    store.section("a").update({"một": b"1", "hai": b"22"})
    store.section("b")["một"] = b"other"
    store.commit()
    return store


def test_sections_are_mappings_that_outlive_the_process(tmp_path: Path) -> None:
    stored(tmp_path / "x" / "base").close()
    again = Store(tmp_path / "x" / "base", "m")
    section = again.section("a")
    assert (dict(section), len(section), section.get("ba")) == ({"hai": b"22", "một": b"1"}, 2, None)
    assert again.section("b")["một"] == b"other"
    del section["một"]
    with pytest.raises(KeyError):
        del section["một"]
    assert list(section) == ["hai"]
    assert again.notes == []


def test_what_was_not_committed_is_forgotten(tmp_path: Path) -> None:
    store = stored(tmp_path / "base")
    store.section("a")["ba"] = b"3"
    store.close()
    assert "ba" not in Store(tmp_path / "base", "m").section("a")


def test_another_program_starts_anew(tmp_path: Path) -> None:
    stored(tmp_path / "base").close()
    assert dict(Store(tmp_path / "base", "other").section("a")) == {}


@pytest.mark.parametrize("spoil", ["cut", "foreign", "noise", "other version"])
def test_a_spoilt_file_is_set_aside_with_a_note(tmp_path: Path, spoil: str) -> None:
    file = tmp_path / "base"
    stored(file).close()
    data = file.read_bytes()
    if spoil == "other version":
        with sqlite3.connect(file) as base:
            base.execute("PRAGMA user_version = 99")
        base.close()
    else:
        file.write_bytes({"cut": data[:1500], "foreign": b"xin chao " * 500, "noise": data[:100] + b"x" * 4000}[spoil])
    store = Store(file, "m")
    assert dict(store.section("a")) == {}
    assert len(store.notes) == 1
    store.section("a")["mới"] = b"x"
    store.commit()
    assert dict(Store(file, "m").section("a")) == {"mới": b"x"}


def test_a_value_that_was_changed_is_not_given_back(tmp_path: Path) -> None:
    file = tmp_path / "base"
    stored(file).close()
    with sqlite3.connect(file) as base:
        base.execute("UPDATE kept SET value = CAST(value || x'00' AS BLOB) WHERE section = 'a' AND name = 'hai'")
    base.close()
    assert dict(Store(file, "m").read_all("a")) == {"một": b"1"}
    assert "hai" not in Store(file, "m").section("a")


def test_a_file_that_cannot_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored(tmp_path / "base").close()

    def refuse(base: sqlite3.Connection) -> sqlite3.Connection:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(store_module, "_ready", refuse)
    store = Store(tmp_path / "base", "m")
    store.section("a")["một"] = b"new"
    store.commit()
    assert (store.section("a")["một"], store.notes) == (b"1", [])
    monkeypatch.undo()
    assert Store(tmp_path / "base", "m").section("a")["một"] == b"1"


def test_a_place_that_cannot_be_opened_keeps_nothing_and_works(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file" / "base", "m")
    store.section("a")["một"] = b"1"
    assert store.section("a")["một"] == b"1"
    assert not store.is_lasting


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def test_a_foreign_cache_can_run_nothing() -> None:
    import pickle

    for foreign in (Evil(), pytest.raises, os.path.join):
        with pytest.raises(Unreadable):
            load(pickle.dumps(foreign))
    with pytest.raises(Unreadable):
        load(b"")
    assert load(dump({"a": (1, b"x", None)})) == {"a": (1, b"x", None)}


def test_a_value_comes_back_with_its_place() -> None:
    page = StandingPage("lien-he.md", "lien-he/", "Liên hệ", place=Place("content/lien-he.md", 1, 1))
    found = load(dump(page))
    assert (found, found.place) == (page, page.place)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes here")
def test_a_copy_of_this_process_reads_all_that_was_written_and_undoes_none_of_it(tmp_path: Path) -> None:
    alone = """
import os, sys
from pathlib import Path
from cchc_site.building.store import Store
file = Path(sys.argv[1])
store = Store(file, "m")
store.section("a")["before"] = b"1"
copy = os.fork()
if not copy:
    os._exit(0 if store.section("a").get("before") == b"1" else 1)
assert os.waitpid(copy, 0)[1] == 0
store.section("a")["after"] = b"2"
store.commit()
store.close()
assert dict(Store(file, "m").section("a")) == {"before": b"1", "after": b"2"}
"""
    # Other threads of the process that tests run in would make a copy unsafe.
    subprocess.run([sys.executable, "-c", alone, str(tmp_path / "base")], check=True, timeout=60)
