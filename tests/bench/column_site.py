"""This project in the benchmark."""

from __future__ import annotations

import sys

from .articles import column_file, write_column
from .contestant import Contestant

OURS = "ours"


def column_site(python: str = sys.executable) -> Contestant:
    """The shipped column (settings, units, plans, standing pages, registers) with the benchmark's pieces."""
    return Contestant(
        key=OURS,
        name="this project",
        write=lambda folder, pieces: write_column(folder, pieces, column_file),
        source=lambda piece: f"content/{piece.file}",
        page=lambda piece: f"{piece.address}index.html",
        commands=((python, "-m", "mkdocs", "build", "--quiet"),),
        output="site",
        caches=(".cache",),
        version=(python, "-c", "import cchc_site; print(cchc_site.__version__)"),
        environment={"CCHC_AS_OF": "2026-11-21"},
    )
