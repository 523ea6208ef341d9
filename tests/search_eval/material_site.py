"""The same pages in plain Material for MkDocs with its own search, to compare with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from cchc_site.publish.search.documents import SearchDocument

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


def write_material(documents: Iterable[SearchDocument], folder: Path) -> Path:
    """Build the pages with Material and return the site's folder."""
    pages = folder / "docs"
    for document in documents:
        page = pages / f"{document.address.rstrip('/')}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# {document.title}\n\n{document.summary}\n\n{document.body}\n", encoding="utf-8")
    (pages / "index.md").write_text("# Chuyên mục\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder / "site"
