"""Who may import whom, and who may touch the world (DESIGN, section 2). Nothing but the source is looked at."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from .source import dotted_uses, imports, modules, name_of, room_of, tree

ROOMS = {
    "vietnamese": {"vietnamese"},
    "column": {"column", "vietnamese"},
    "content": {"content", "column", "vietnamese"},
    "checks": {"checks", "content", "column", "vietnamese"},
    "publish": {"publish", "column", "vietnamese"},
    "report": {"report", "column", "vietnamese"},
    "desk": {"desk", "content", "column", "vietnamese"},
    "building": {"building", "publish", "checks", "content", "column", "vietnamese"},
}
DOORS = {"plugin", "cli", "cli_channels", "cli_contest"}
"""`cli_channels` and `cli_contest` hold further commands of door 2."""
ONLY_IN = {
    "mkdocs": {"plugin"},
    "rich": {"progress"},
    "watchdog": {"watching"},
    "click": {"cli", "cli_channels", "cli_contest", "cli_desk"},
    "subprocess": {"revision"},
    "tarfile": {"revision"},
    "mammoth": {"desk"},
}
VALUES = "msgspec"
"""What values are made of, in every room: a dataclass is compiled when its module is loaded, and there are hundreds."""
NO_STRUCTS = {"column/article", "column/document", "column/procedure", "column/unit"}
"""What cannot be a struct: texts held elsewhere, by a descriptor, and mappings, which have another metaclass."""
LIBRARIES = {
    "vietnamese": {"yaml"},
    "column": set[str](),
    "content": {"PIL", "openpyxl", "yaml"},
    "checks": set[str](),
    "publish": {
        "PIL",
        "feedgen",
        "fontTools",
        "jinja2",
        "lxml",
        "markdown",
        "nh3",
        "numpy",
        "pypdf",
        "re2",
        "yaml",
        "zlib_ng",
    },
    "report": {"docx", "icalendar", "xlsxwriter"},
    "desk": {"mammoth", "PIL"},
    "building": {"xxhash"},
}
"""What each room may use from outside the standard library."""
OF_WHOLE_INDEXES = {"anew", "batches", "columns", "gathering", "keys", "reading", "scattering"}
"""The modules of publish/search that make an index anew. They alone use numpy: loading it takes longer than most builds
after an edit take for search, so nobody else imports one of them but inside a function."""
_SEARCH = "cchc_site.publish.search"
WORLD = {
    "time",
    "random",
    "secrets",
    "uuid",
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "locale",
    "getpass",
    "platform",
}
CLOCK = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "os.environ", "os.getenv", "os.getcwd"}
OPENING = {"open()", ".open()", ".read_text()", ".read_bytes()", ".write_text()", ".write_bytes()", ".scandir()"}
MAY_OPEN = {
    "publish/glyphs": {".read_bytes()"},
    "building/store": {".write_bytes()"},
    "building/marks": {".read_bytes()", ".read_text()"},
    "building/lock": {".open()"},
    "building/publication": {".open()", ".read_text()"},
    "building/new_files": {".open()", ".read_bytes()"},
    "building/site_build": {".read_bytes()"},
    "publish/disk_cache": {".read_bytes()", ".write_bytes()"},
    "publish/image_encoding": {".open()"},
    "publish/social_card": {".open()", ".read_bytes()"},
    "publish/search/memory": {".read_bytes()"},
    "publish/search/phrases": {".read_text()"},
    "publish/search/script": {".read_text()"},
    "vietnamese/abbreviations": {".read_text()"},
    "report/docx_report": {".read_bytes()"},
    "desk/pictures": {".open()"},
    "desk/word_import": {".open()"},
    "publish/metadata": {".open()"},
}
"""Besides content/: who writes the finished site and keeps what was made for it (building/), and who reads the
package's own data or pictures held in memory."""

below_the_doors = [module for module in modules() if room_of(module) in ROOMS]
every_module = pytest.mark.parametrize("module", modules(), ids=name_of)
every_module_below = pytest.mark.parametrize("module", below_the_doors, ids=name_of)


def test_every_folder_is_a_known_room() -> None:
    folders = {room_of(module) for module in modules() if len(Path(name_of(module)).parts) > 1}
    assert folders == set(ROOMS)


@every_module_below
def test_a_room_imports_only_the_rooms_it_stands_on(module: Path) -> None:
    used = {name.split(".")[1] for name in imports(module) if name.startswith("cchc_site.")}
    assert used <= ROOMS[room_of(module)]


@every_module
def test_nothing_imports_a_door(module: Path) -> None:
    used = {name.split(".")[1] for name in imports(module) if name.startswith("cchc_site.")} & DOORS
    assert not used or (used == {"cli"} and room_of(module).startswith("cli_"))


@every_module
def test_frameworks_and_git_stay_in_one_module_each(module: Path) -> None:
    for name in imports(module):
        assert room_of(module) in ONLY_IN.get(name.split(".")[0], {room_of(module)}), name


@every_module_below
def test_a_room_uses_only_its_libraries(module: Path) -> None:
    outside = {name.split(".")[0] for name in imports(module)} - {"cchc_site", "__future__"} - sys.stdlib_module_names
    assert outside <= LIBRARIES[room_of(module)] | {VALUES}


@every_module
def test_values_are_structs(module: Path) -> None:
    makes = {"dataclasses.dataclass", "dataclasses"} & set(imports(module))
    assert bool(makes) == (name_of(module) in NO_STRUCTS)


@every_module
def test_structs_that_remember_have_room_for_it(module: Path) -> None:
    """Only asking for such a value would tell that it has nowhere to go."""
    for made in (node for node in ast.walk(tree(module)) if isinstance(node, ast.ClassDef)):
        methods = [part for part in made.body if isinstance(part, ast.FunctionDef)]
        remembers = any("cached_property" in map(ast.unparse, method.decorator_list) for method in methods)
        is_struct = {ast.unparse(base) for base in made.bases} & {"Struct", "Written"}
        assert not (remembers and is_struct) or "dict" in {option.arg for option in made.keywords}, made.name


@every_module
def test_numpy_is_loaded_only_for_whole_indexes(module: Path) -> None:
    if name_of(module) in {f"publish/search/{name}" for name in OF_WHOLE_INDEXES}:
        return
    loaded = {name.split(".")[3] for name in imports(module, inside=False) if name.startswith(f"{_SEARCH}.")}
    assert not loaded & OF_WHOLE_INDEXES
    assert "numpy" not in {name.split(".")[0] for name in imports(module)}


@every_module_below
def test_below_the_doors_nobody_asks_clock_chance_or_network(module: Path) -> None:
    assert not [name for name in imports(module) if any(name == w or name.startswith(f"{w}.") for w in WORLD)]
    assert not set(dotted_uses(module)) & CLOCK


@every_module_below
def test_only_the_way_in_opens_files(module: Path) -> None:
    if room_of(module) != "content":
        assert set(dotted_uses(module)) & OPENING <= MAY_OPEN.get(name_of(module), set())


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import mkdocs.config", {"mkdocs.config"}),
        ("def f():\n    from mkdocs import plugins", {"mkdocs.plugins"}),
        ("from cchc_site.cli import main", {"cchc_site.cli.main"}),
    ],
)
def test_the_reader_of_imports_sees_them(tmp_path: Path, source: str, found: set[str]) -> None:
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert set(imports(module)) == found
