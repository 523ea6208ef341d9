"""The browser's half as one script: the modules of `browser/` joined, because modules do not load from `file://`.

Joining is all that happens: imports between the modules go, `export` goes, comments and indentation go. Every
top-level name exists once in `browser/` (a test counts), so the modules can share one scope.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Final

MODULES: Final = (
    "text",
    "typing",
    "manifest",
    "shard",
    "files",
    "query",
    "choice",
    "ranking",
    "records",
    "engine",
    "marking",
    "elements",
    "facets",
    "filters",
    "box",
    "page",
    "main",
)
"""The modules in the order in which they need each other."""

_IMPORT: Final = re.compile(r'^import [^;]*? from "\./[a-z]+\.js";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function|class|const)\b)", re.MULTILINE)
# Only comments with nothing after them: "/** @type {X} */ (value)" is code.
_DOC: Final = re.compile(r"^[ ]*/\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
_LINE_COMMENT: Final = re.compile(r"^[ ]*//.*\n", re.MULTILINE)
_INDENT: Final = re.compile(r"^[ ]+|\n(?=\n)", re.MULTILINE)


@cache
def browser_script() -> bytes:
    """The whole script, classic and strict."""
    folder = resources.files("cchc_site.publish.search").joinpath("browser")
    parts = [plain(folder.joinpath(f"{name}.js").read_text(encoding="utf-8")) for name in MODULES]
    return ('(function () {\n"use strict";\n' + "".join(parts) + "start();\n})();\n").encode()


def plain(source: str) -> str:
    """A module without what only people and other modules need."""
    for pattern in (_DOC, _LINE_COMMENT, _IMPORT, _EXPORT, _INDENT):
        source = pattern.sub("", source)
    return source
