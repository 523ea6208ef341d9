"""Whose time it was: a profile's functions gathered by room of this project and by library.

Built-in functions and Python's own library work for somebody: their time is given to whoever called them, in
proportion. So `re` searched by a check is the checks' time, and only what nobody of ours asked for stays `python`.
Importing modules is a room of its own, because a build of nothing changed consists of it.
"""

from __future__ import annotations

import sysconfig
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import cchc_site

Function = tuple[str, int, str]
Entry = tuple[int, int, float, float, Mapping[Function, tuple[int, int, float, float]]]
"""As `pstats.Stats.stats` has it: calls, primitive calls, own time, time with callees, and the same for each caller."""

PACKAGE = Path(cchc_site.__file__).parent
LIBRARIES = {
    "mkdocs": "mkdocs",
    "material": "mkdocs",
    "markdown": "markdown",
    "jinja2": "jinja2",
    "markupsafe": "jinja2",
}
LIBRARIES |= {
    "yaml": "yaml",
    "PIL": "PIL",
    "nh3": "nh3",
    "lxml": "lxml",
    "feedgen": "feedgen",
    "fontTools": "fontTools",
}
IMPORTS = "importing"
PYTHON = "python"
OTHER = "other libraries"
DOORS = "doors and assembly"


class Rooms:
    """The seconds of a profile by room."""

    def __init__(self, profile: Mapping[Function, Entry]) -> None:
        self._profile = profile
        self._shares: dict[Function, dict[str, float]] = {}

    @cached_property
    def seconds(self) -> dict[str, float]:
        """Own seconds of every room, with those of the built-in and standard functions that it called; most first."""
        found: dict[str, float] = {}
        for function, (_, _, own, _, callers) in self._profile.items():
            for room, share in self._owners(function, callers).items():
                found[room] = found.get(room, 0.0) + own * share
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def top(self, count: int) -> list[tuple[str, float, int]]:
        """(function with its place, own seconds, calls) of the functions with the most own time."""
        rows = [(label(function), entry[2], entry[1]) for function, entry in self._profile.items()]
        return sorted(rows, key=lambda row: (-row[1], row[0]))[:count]

    def top_with_callees(self, count: int) -> list[tuple[str, float, int]]:
        """The same for this project's own functions, by the time with everything that they call."""
        rows = [
            (label(function), entry[3], entry[1])
            for function, entry in self._profile.items()
            if room(function).startswith(("cchc_site/", DOORS)) and function[2] != "<module>"
        ]
        return sorted(rows, key=lambda row: (-row[1], row[0]))[:count]

    def _owners(
        self, function: Function, callers: Mapping[Function, tuple[int, int, float, float]]
    ) -> dict[str, float]:
        """Parts of one function's time by room; they add up to 1."""
        own_room = room(function)
        if own_room != PYTHON:
            return {own_room: 1.0}
        if function in self._shares:
            return self._shares[function]
        # A function that is reached again through its own callers is nobody's on that way.
        self._shares[function] = {PYTHON: 1.0}
        times = {caller: times[3] for caller, times in callers.items() if caller != function}
        whole = sum(times.values())
        found: dict[str, float] = {}
        for caller, time in times.items():
            entry = self._profile.get(caller)
            part = time / whole if whole else 1 / len(times)
            for name, share in self._owners(caller, entry[4] if entry else {}).items():
                found[name] = found.get(name, 0.0) + part * share
        self._shares[function] = found or {PYTHON: 1.0}
        return self._shares[function]


def room(function: Function) -> str:
    """The room or library to which a function's file belongs; `python` for built-ins and the standard library."""
    file, _, name = function
    if "importlib" in file or (file == "~" and ("marshal.loads" in name or "_imp." in name)):
        return IMPORTS
    path = Path(file)
    if path.is_relative_to(PACKAGE):
        parts = path.relative_to(PACKAGE).parts
        return f"cchc_site/{parts[0]}" if len(parts) > 1 else DOORS
    for number, part in enumerate(path.parts):
        if part == "site-packages":
            return LIBRARIES.get(path.parts[number + 1].removesuffix(".py"), OTHER)
    standard = sysconfig.get_path("stdlib")
    # Templates are compiled to functions whose file is the template's.
    if path.suffix == ".html" or file == "<template>":
        return "templates"
    return PYTHON if file.startswith(("~", "<")) or path.is_relative_to(standard) else OTHER


def label(function: Function) -> str:
    """A function for people: short place and name."""
    file, line, name = function
    if file == "~":
        return name
    path = Path(file)
    if path.is_relative_to(PACKAGE):
        return f"{path.relative_to(PACKAGE.parent)}:{line} {name}"
    return f"{'/'.join(path.parts[-2:])}:{line} {name}"
