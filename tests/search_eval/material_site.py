"""The same pages in plain Material for MkDocs with its own search, to compare with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from .found import Found

_SETTINGS = """site_name: So sánh
docs_dir: docs
site_dir: site
theme:
  name: material
  language: vi
  font: false
plugins:
  - search:
      lang: vi
use_directory_urls: true
"""


def write_material(pages: Iterable[Found], folder: Path) -> Path:
    """Build the pages with Material and return the site's folder."""
    sources = folder / "docs"
    for page in pages:
        source = sources / f"{page.address.rstrip('/')}.md"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(f"# {page.title}\n\n{page.summary}\n\n{page.body}\n", encoding="utf-8")
    (sources / "index.md").write_text("# Chuyên mục\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder / "site"
