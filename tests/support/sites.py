"""Whole sites for tests: little projects built with the real `mkdocs build`, and finished sites served over HTTP."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
SHIPPED_AS_OF = "2026-11-21"


@dataclass(frozen=True)
class Built:
    """A build's result."""

    root: Path
    done: subprocess.CompletedProcess[str]

    @property
    def site(self) -> Path:
        """The published folder."""
        return self.root / "site"


def environment(**more: str) -> dict[str, str]:
    """This process's environment without what decides the instant, and with `more`."""
    kept = {name: value for name, value in os.environ.items() if name not in ("CCHC_AS_OF", "SOURCE_DATE_EPOCH")}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **more}


def mkdocs(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` in a process of its own; output and errors come back as one text in `stdout`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=cwd,
        env=environment(**env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def build_shipped(site: Path, *arguments: str, cwd: Path = REPOSITORY, **env: str) -> subprocess.CompletedProcess[str]:
    """Build the column that the project ships into `site`."""
    settings = {"CCHC_AS_OF": SHIPPED_AS_OF, **env}
    config = str(REPOSITORY / "mkdocs.yml")
    return mkdocs("build", "--config-file", config, "--site-dir", str(site), *arguments, cwd=cwd, **settings)


def write_config(root: Path, **changes: Any) -> Path:
    """The project's own `mkdocs.yml` in `root`, for the content beside it; it lists no standing pages."""
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config.pop("nav")
    config["theme"]["custom_dir"] = str(REPOSITORY / "theme_overrides")
    config.update(docs_dir=str(root / "content"), site_dir=str(root / "site"), **changes)
    file = root / "mkdocs.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return file


def tree(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Tests say what went wrong themselves."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder at a free port of this machine; gives the address of its root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
