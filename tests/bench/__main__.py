"""`python -m tests.bench`: this project beside other generators, on the same articles, in one run.

make bench                                          1,000 articles against all others
BENCH_ARTICLES=10000 make bench
python -m tests.bench --articles 100 1000 --against material --only cold --repeat 5
python -m tests.bench --articles 30000 --against none --only cold --repeat 1
python -m tests.bench --growth                      cold builds of 1,000, 3,000 and 10,000: the exponent
python -m tests.bench --growth --articles 1000 3000 10000 30000
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from .articles import corpus
from .column_site import column_site
from .contest import measure
from .contestant import Contestant, Work
from .growth import SIZES, grow, growth_table
from .hugo_site import hugo_site, hugo_with_search
from .material_site import material_site
from .pelican_site import pelican_site
from .process_tree import Failed

OTHERS: dict[str, Callable[[Path], Contestant]] = {
    "hugo": hugo_site,
    "pagefind": hugo_with_search,
    "pelican": pelican_site,
    "material": material_site,
}
WORKS = {"cold": Work.COLD, "edit": Work.EDIT, "same": Work.SAME}


def main() -> int:
    """Measure, print, write."""
    options = _options()
    if not Path("/proc/self/smaps_rollup").exists():
        raise SystemExit("Phép đo này đọc bộ nhớ từ /proc nên chỉ chạy được trên Linux.")
    work = Path(options.work).resolve()
    ours = column_site()
    others = [OTHERS[key](Path(options.tools).resolve()) for key in OTHERS if key in options.against]
    parts = [_machine((ours, *others), options.repeat)]
    try:
        if options.growth:
            parts.append(growth_table(grow(ours, work, options.articles or SIZES, options.repeat, _say)))
        else:
            works = [WORKS[name] for name in WORKS if name in options.only]
            for size in options.articles or (1_000,):
                parts += measure(
                    ours, others, work / str(size), corpus(size), works, options.repeat, options.keep, _say
                )
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    text = "\n\n".join(parts) + "\n"
    print(text)
    if options.output:
        Path(options.output).write_text(text, encoding="utf-8")
    return 0


def _machine(contestants: Sequence[Contestant], repeat: int) -> str:
    """What was measured on what: figures without that say nothing."""
    lines = [f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, "]
    lines[0] += f"load at the start {os.getloadavg()[0]:.1f}, repetitions {repeat}. Times are medians."
    for contestant in contestants:
        answer = subprocess.run(contestant.version, capture_output=True, text=True, check=True).stdout.split("\n")[0]
        lines.append(f"- {contestant.name}: {answer}")
    return "\n".join(lines)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", help="sizes (1000; with --growth 1000 3000 10000)")
    parser.add_argument("--repeat", type=int, default=3, help="how often everything is measured (3)")
    parser.add_argument("--only", nargs="+", choices=WORKS, default=list(WORKS), help="kinds of work (all)")
    parser.add_argument(
        "--against", nargs="+", choices=[*OTHERS, "none"], default=list(OTHERS), help="other generators (all)"
    )
    parser.add_argument("--growth", action="store_true", help="only how our cold build grows with the size")
    parser.add_argument("--work", default="build/bench", help="folder for the projects (build/bench)")
    parser.add_argument("--keep", action="store_true", help="leave the projects and their sites behind")
    parser.add_argument("--tools", default=".venv/bench", help="environment with the other generators (.venv/bench)")
    parser.add_argument("--output", help="write the tables to this file too")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
