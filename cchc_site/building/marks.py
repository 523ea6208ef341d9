"""Names for what a build depends on besides the content: this program, its libraries, the Python it runs on."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LIBRARIES = (
    "pyyaml",
    "markdown",
    "nh3",
    "jinja2",
    "feedgen",
    "lxml",
    "pillow",
    "fonttools",
    "mkdocs",
    "mkdocs-material",
    "openpyxl",
)


@cache
def program_mark() -> str:
    """Changes with any file of this package, any library that makes pages, and the version of Python."""
    mark = blake2b(sys.version.encode(), digest_size=16)
    for name in _LIBRARIES:
        try:
            mark.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            mark.update(f"{name}\n".encode())
    _add_folder(mark, Path(__file__).parents[1], (".pyc",))
    return mark.hexdigest()


def folder_mark(folder: Path) -> str:
    """Changes with any file below the folder."""
    mark = blake2b(digest_size=16)
    _add_folder(mark, folder, ())
    return mark.hexdigest()


def _add_folder(mark: blake2b, folder: Path, without: tuple[str, ...]) -> None:
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in without):
        data = file.read_bytes()
        mark.update(f"{file.relative_to(folder).as_posix()} {len(data)}\n".encode("utf-8", "surrogateescape"))
        mark.update(data)
