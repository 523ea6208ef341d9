"""Names for what a build depends on besides the content: this program, its libraries, the Python it runs on."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, distribution
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


_HEAD_ENDS = "\n\n"


@cache
def program_mark() -> str:
    """Changes with any file of this package, any library that makes pages, and the version of Python."""
    mark = blake2b(sys.version.encode(), digest_size=16)
    for name in _LIBRARIES:
        try:
            found = distribution(name)
            # Its head names its version; to ask for that would read the whole as an e-mail.
            about = found.read_text("METADATA") or found.read_text("PKG-INFO") or found.version
            mark.update(f"{name} {about.partition(_HEAD_ENDS)[0]}\n".encode())
        except PackageNotFoundError:
            mark.update(f"{name}\n".encode())
    _add_folder(mark, Path(__file__).parents[1])
    return mark.hexdigest()


def folder_mark(folder: Path) -> str:
    """Changes with any file below the folder."""
    mark = blake2b(digest_size=16)
    _add_folder(mark, folder)
    return mark.hexdigest()


def _add_folder(mark: blake2b, folder: Path) -> None:
    """What Python itself keeps of its files is not looked at."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        mark.update(f"{os.path.relpath(where, folder)}\n".encode("utf-8", "surrogateescape"))
        for name in sorted(names):
            with suppress(FileNotFoundError):  # a link that leads nowhere
                data = Path(where, name).read_bytes()
                mark.update(f"{name} {len(data)}\n".encode("utf-8", "surrogateescape"))
                mark.update(data)
