"""`python -m tests.search_eval`: the table of the README.

python -m tests.search_eval --articles 1000 --seed 7            ours in Node, all kinds, many queries
python -m tests.search_eval --articles 1000 --browser           ours in Chromium, with bytes and times
python -m tests.search_eval --articles 1000 --browser --material    and Material's own search beside it
python -m tests.search_eval --content content                   the project's own pieces instead of a made column
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
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from browser.chromium import chromium as running_chromium
from support import corpus

from cchc_site.column.column import Column
from cchc_site.column.instant import parse_instant
from cchc_site.content.loader import read_content
from cchc_site.publish.search.documents import documents_of
from cchc_site.publish.search.site import FOLDER

from . import chromium
from .material_site import write_material
from .queries import KnownItem, known_items, topics
from .server import serve
from .table import Score, rank_of, table
from .trial_site import ROOT, Built, write_site

WARM_SAMPLE = 8


def main() -> None:
    """Build, ask, print."""
    options = _options()
    column, as_of = _column(options)
    documents = documents_of(column, as_of)
    items = [
        *known_items(documents, options.each, options.seed),
        *topics(documents, options.each, options.seed),
    ]
    with tempfile.TemporaryDirectory() as name:
        built = write_site(column, as_of, Path(name) / "site")
        _print_size(built, len(documents))
        if not options.browser:
            print(table(f"{len(documents)} pieces, Node", in_node(built.folder, items)))
            return
        with serve(built.folder) as base, running_chromium() as browser:
            scores = list(in_browser(browser, base, chromium.OURS, items))
            print(table(f"{len(documents)} pieces, Chromium, cold, slow 3G", scores))
            sample = items[:: max(1, len(items) // WARM_SAMPLE)]
            warm = [chromium.warm_milliseconds(browser, base, item.text) for item in sample]
            print(f"\nwarm, a fourth of the speed: median {statistics.median(warm):.0f}, most {max(warm):.0f} ms\n")
        if options.material:
            with serve(write_material(documents, Path(name) / "material")) as base, running_chromium() as browser:
                scores = list(in_browser(browser, base, chromium.MATERIAL, items, slow=options.articles <= 1000))
                print(table(f"{len(documents)} pieces, Material's own search", scores))


def in_node(folder: Path, items: Sequence[KnownItem]) -> Iterator[Score]:
    """Ask our own code under Node; fast, for many queries. Requests count the script too."""
    node = shutil.which("node")
    if node is None:
        raise SystemExit("Cần Node.js để chạy phần này; hoặc dùng --browser.")
    command = [node, str(ROOT / "tests/search_eval/node_search.mjs"), str(folder / FOLDER)]
    asked = "".join(json.dumps(item.text) + "\n" for item in items)
    answers = subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout.splitlines()
    for item, line in zip(items, answers, strict=True):
        answer = json.loads(line)
        rank = rank_of(item.answers, answer["addresses"])
        yield Score(item.kind, rank, answer["bytes"] / 1000, answer["files"] + 1, answer["ms"])


def in_browser(
    browser: Browser, base: str, form: chromium.Form, items: Sequence[KnownItem], slow: bool = True
) -> Iterator[Score]:
    """Ask in Chromium, every query with an empty cache."""
    for item in items:
        answer = chromium.ask_cold(browser, base, form, item.text, slow)
        rank = rank_of(item.answers, answer.addresses)
        yield Score(item.kind, rank, answer.cost.bytes / 1000, answer.cost.requests, answer.milliseconds)


def _column(options: argparse.Namespace) -> tuple[Column, datetime]:
    if options.content:
        return read_content(Path(options.content)).column, parse_instant(options.as_of)
    return corpus.column(options.articles, options.seed), corpus.AS_OF


def _print_size(built: Built, count: int) -> None:
    packed = sum(len(gzip.compress((built.folder / path).read_bytes(), 6)) for path in built.files)
    print(f"{count} pieces: {len(built.files)} files, {packed / 1e6:.1f} MB gzip\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.search_eval", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="size of the made column")
    parser.add_argument("--content", default="", help="read this content folder instead")
    parser.add_argument("--as-of", default="2026-11-21", help="the instant for --content")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=30, help="queries of each kind")
    parser.add_argument("--browser", action="store_true", help="real Chromium instead of Node")
    parser.add_argument("--material", action="store_true", help="Material's own search too (with --browser)")
    return parser.parse_args()


main()
