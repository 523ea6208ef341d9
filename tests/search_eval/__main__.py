"""`make search-eval`: how well, and at what cost, the search of a built site finds what people look for.

The questions are made from the site: from the pages its own search files name, as a reader sees them. Quality is
measured with many queries of every kind by the site's script under Node; cost in real Chromium with an empty cache on
a slow connection; beside it stands Material's own search over the same pages.

python -m tests.search_eval                        the built site in site/
python -m tests.search_eval --articles 10000       a made column of that many pieces instead
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from browser.chromium import chromium as running_chromium
from support import corpus

from cchc_site.publish.search.site import FOLDER

from . import chromium
from .found import pages_of
from .judgments import Judgments
from .material_site import write_material
from .queries import KnownItem, known_items, topics
from .server import serve
from .table import Measured, Score, rank_of, table
from .trial_site import ROOT, write_site

WARM_SAMPLE = 12
LIMIT, SLOW_LIMIT = 12_000, 120_000
"""Milliseconds after which a query without results is given up: some searches never say that they have none."""
MATERIAL_COSTS = 3
"""Queries of which the cost with Material is measured: its index is one file, whatever is asked."""


def main() -> None:
    """Read the site, ask, print."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        site = _site(options, Path(name))
        pages = pages_of(site)
        print(f"{len(pages)} pages. {_size(site)}\n", flush=True)
        judgments = Judgments(pages)
        items = [*known_items(judgments, options.each, options.seed), *topics(judgments, options.each, options.seed)]
        sample = _sample(items, options.cold)
        many = list(in_node(site, items))
        cold: list[Measured] = []
        material: list[Measured] = []
        with running_chromium() as browser:
            if sample:
                with serve(site) as base:
                    cold = list(in_browser(browser, base, chromium.OURS, sample, slow=True))
                    warm = _warm(browser, base, sample)
            if options.material:
                with serve(write_material(pages, Path(name) / "material")) as base:
                    material = list(in_browser(browser, base, chromium.MATERIAL, sample, slow=False))
                    dear = list(in_browser(browser, base, chromium.MATERIAL, sample[:MATERIAL_COSTS], slow=True))
        print(table(many, cold, material))
        if cold:
            print(f"\nChromium agrees at rank 1 on {_share(cold)} of {len(cold)} queries with an empty cache.")
            print(f"Warm, a fourth of the speed: median {statistics.median(warm):.0f}, most {max(warm):.0f} ms.")
        if material:
            bytes_, wait = (statistics.median(values) for values in zip(*_costs(dear), strict=True))
            print(f"Material's own search: {bytes_:.0f} KB and {wait:.0f} ms to the first result, slow 3G.")


def in_node(site: Path, items: Sequence[KnownItem]) -> Iterator[Score]:
    """Ask our own code under Node; fast, for many queries."""
    node = shutil.which("node")
    if node is None:
        raise SystemExit("Cần Node.js để đo ô tìm kiếm.")
    command = [node, str(ROOT / "tests/search_eval/node_search.mjs"), str(site / FOLDER)]
    asked = "".join(json.dumps(item.text) + "\n" for item in items)
    answers = subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout.splitlines()
    for item, line in zip(items, answers, strict=True):
        yield Score(item.kind, rank_of(item.answers, json.loads(line)))


def in_browser(
    browser: Browser, base: str, form: chromium.Form, items: Sequence[KnownItem], slow: bool
) -> Iterator[Measured]:
    """Ask in Chromium, every query with an empty cache."""
    for item in items:
        answer = chromium.ask_cold(browser, base, form, item.text, slow, SLOW_LIMIT if slow else LIMIT)
        rank = rank_of(item.answers, answer.addresses)
        yield Measured(item.kind, rank, answer.cost.bytes / 1000, answer.cost.requests, answer.milliseconds)


def _warm(browser: Browser, base: str, items: Sequence[KnownItem]) -> list[float]:
    some = items[:: max(1, len(items) // WARM_SAMPLE)]
    return [chromium.warm_milliseconds(browser, base, item.text) for item in some]


def _sample(items: Sequence[KnownItem], each: int) -> list[KnownItem]:
    """The first queries of every kind."""
    by_kind: dict[str, list[KnownItem]] = {}
    for item in items:
        by_kind.setdefault(item.kind, []).append(item)
    return [item for found in by_kind.values() for item in found[:each]]


def _share(scores: Sequence[Score]) -> str:
    return f"{100 * sum(score.rank == 1 for score in scores) / len(scores):.0f}%"


def _costs(scores: Sequence[Measured]) -> list[tuple[float, float]]:
    return [(score.kilobytes, score.milliseconds) for score in scores]


def _site(options: argparse.Namespace, folder: Path) -> Path:
    if options.articles:
        column = corpus.column(options.articles, options.corpus_seed)
        return write_site(column, corpus.AS_OF, folder / "site")
    site = Path(options.site)
    if not (site / FOLDER).is_dir():
        raise SystemExit(f"{site}/ chưa có tệp tìm kiếm: chạy `make site` trước.")
    return site


def _size(site: Path) -> str:
    files = [file for file in (site / FOLDER).rglob("*") if file.is_file()]
    packed = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
    return f"Search: {len(files)} files, {packed / 1e6:.1f} MB gzip."


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.search_eval", description=__doc__)
    parser.add_argument("--site", default="site", help="the built site")
    parser.add_argument("--articles", type=int, default=0, help="a made column of that many pieces instead")
    parser.add_argument("--corpus-seed", type=int, default=1, help="of the made column")
    parser.add_argument("--seed", type=int, default=1, help="of the questions")
    parser.add_argument("--each", type=int, default=300, help="queries of each kind, for quality")
    parser.add_argument("--cold", type=int, default=1, help="queries of each kind in Chromium, for cost")
    parser.add_argument("--no-material", dest="material", action="store_false", help="without Material's own search")
    return parser.parse_args()


main()
