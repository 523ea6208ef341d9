"""`python -m tests.bench.preview`: how long after an editor saves a piece a browser is told, and sees it.

python -m tests.bench.preview --articles 10000 --repeat 5

A real `mkdocs serve` on made articles; this program waits as the browser's reloading script does.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .articles import column_file, corpus, write_column

_FIRST_BUILD = 3600
_ANSWER = 120
"""Seconds to wait for the first build, and for one answer."""
_REST = 2.0
"""Seconds of silence of the server after which the whole build is over, too."""


def main() -> int:
    """Measure, print."""
    options = _options()
    folder = Path(options.work).resolve() / "preview"
    pieces = corpus(options.articles)
    write_column(folder, pieces, column_file)
    middle = pieces[len(pieces) // 2]
    file = folder / "content" / middle.file
    text = file.read_text(encoding="utf-8")
    print(f"{options.articles} articles: seconds from saving a piece until its page shows it in a browser")
    with _serving(folder) as (site, log):
        for number in range(options.repeat):
            _until_quiet(log)
            page = _get(site + middle.address)
            epoch = re.search(r"livereload\((\d+), (\d+)\)", page)
            assert epoch
            file.write_text(f"{text}\nCâu thử số {number}.\n", encoding="utf-8")
            saved = time.monotonic()
            _get(f"{site}livereload/{epoch[1]}/{epoch[2]}")
            page = _get(site + middle.address)
            assert f"Câu thử số {number}." in page
            print(f"{time.monotonic() - saved:.2f}")
    return 0


@contextmanager
def _serving(folder: Path) -> Iterator[tuple[str, Path]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    log = folder / "serve.log"
    with log.open("wb") as said:
        command = (sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", where)
        environment = {**os.environ, "CCHC_AS_OF": "2026-11-21"}
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + _FIRST_BUILD
        while b"Serving on" not in log.read_bytes():
            if server.poll() is not None or time.monotonic() > end:
                raise SystemExit(log.read_text(encoding="utf-8", errors="replace"))
            time.sleep(0.5)
        yield f"http://{where}/", log
    finally:
        server.terminate()
        server.wait()


def _until_quiet(log: Path) -> None:
    """The last save's whole build must not be measured with the next save."""
    text, since = log.read_bytes(), time.monotonic()
    while time.monotonic() - since < _REST or text.count(b"Detected") > text.count(b"Reloading"):
        time.sleep(0.1)
        if (now := log.read_bytes()) != text:
            text, since = now, time.monotonic()


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=_ANSWER) as answer:
        return str(answer.read().decode())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.preview", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000, help="how many (1000)")
    parser.add_argument("--repeat", type=int, default=5, help="how often a piece is saved (5)")
    parser.add_argument("--work", default="build/bench", help="folder for the project (build/bench)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
