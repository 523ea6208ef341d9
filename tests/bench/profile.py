"""`python -m tests.bench.profile`: where the time of a build goes by room: cold, one edit, nothing changed.

make profile                                        1,000 made articles
python -m tests.bench.profile --shipped             the content of this repository
python -m tests.bench.profile --articles 300 --top 40 --only edit

cProfile sees one process, measures wall time and slows small functions down: shares on a quiet machine are worth more
than seconds. It runs on one core, where a build has no helpers: what they do would not be seen.
"""

from __future__ import annotations

import argparse
import os
import pstats
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from support.corpus import ROOT

from cchc_site.column.article import Article
from cchc_site.column.instant import parse_instant
from cchc_site.content.loader import read_content

from .articles import corpus
from .column_site import column_site
from .contestant import Contestant, Work
from .rooms import Entry, Function, Rooms
from .trial import Trial

PROFILE = "build.prof"


WORKS = {"cold": Work.COLD, "edit": Work.EDIT, "same": Work.SAME}


def main() -> int:
    """Profile, print."""
    options = _options()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    folder = Path(options.work).resolve() / "profile"
    trial = _shipped(folder) if options.shipped else Trial(_profiled(column_site()), folder, corpus(options.articles))
    found: dict[Work, Rooms] = {}
    try:
        for name, work in WORKS.items():
            # The others stand on a cold build, so that one is made in any case.
            if name in options.only or work is Work.COLD:
                trial.measure(work)
            if name in options.only:
                found[work] = Rooms(read(folder / PROFILE))
    finally:
        trial.remove()
    print(room_table({work: rooms.seconds for work, rooms in found.items()}))
    for work, rooms in found.items():
        print(f"\n{top_table(f'Own time, {work.value}', rooms.top(options.top))}")
        print(f"\n{top_table(f'Ours with all that they call, {work.value}', rooms.top_with_callees(options.top))}")
    return 0


def read(file: Path) -> Mapping[Function, Entry]:
    """The functions of a profile that cProfile wrote."""
    return cast(Mapping[Function, Entry], cast(Any, pstats.Stats(str(file))).stats)


def room_table(seconds: Mapping[Work, Mapping[str, float]]) -> str:
    """Seconds and parts of the whole by room, one column for each work, the largest of the first work on top."""
    names = list(dict.fromkeys(room for rooms in seconds.values() for room in rooms))
    lines = [
        "| room | " + " | ".join(work.value for work in seconds) + " |",
        "|---|" + "--:|" * len(seconds),
    ]
    for name in names:
        cells = [_cell(rooms.get(name, 0.0), sum(rooms.values())) for rooms in seconds.values()]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines.append("| together | " + " | ".join(f"{sum(rooms.values()):.2f} s" for rooms in seconds.values()) + " |")
    return "\n".join(lines)


def top_table(title: str, rows: Sequence[tuple[str, float, int]]) -> str:
    """Functions with their seconds and calls, under a title."""
    lines = [f"{title}:", "", "| function | seconds | calls |", "|---|--:|--:|"]
    lines += [f"| `{name.replace('|', '/')}` | {seconds:.2f} | {calls} |" for name, seconds, calls in rows]
    return "\n".join(lines)


def _cell(seconds: float, whole: float) -> str:
    return f"{seconds:.2f} s, {seconds / whole:.0%}"


def _profiled(contestant: Contestant) -> Contestant:
    """The same build under cProfile."""
    command = (sys.executable, "-m", "cProfile", "-o", PROFILE, "-m", "mkdocs", "build", "--quiet")
    return replace(contestant, commands=(command,))


def _shipped(folder: Path) -> Trial:
    """The content of this repository instead of a made one."""
    as_of = parse_instant(column_site().environment["CCHC_AS_OF"])
    pieces = read_content(ROOT / "content").column.public(as_of)
    return Trial(replace(_profiled(column_site()), write=_copy), folder, pieces)


def _copy(folder: Path, _: Sequence[Article]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("content", "theme_overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.profile",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, default=1_000, help="size of the made column (1000)")
    parser.add_argument("--shipped", action="store_true", help="the content of this repository instead")
    parser.add_argument("--only", nargs="+", choices=WORKS, default=list(WORKS), help="kinds of work (all)")
    parser.add_argument("--top", type=int, default=25, help="how many functions are listed (25)")
    parser.add_argument("--work", default="build/bench", help="folder for the project (build/bench)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
