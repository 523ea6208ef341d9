"""Material for MkDocs in the benchmark, with its blog plugin, a feed and its search in Vietnamese.

A piece's areas and its unit are its categories. The feed's plugin makes one feed for the whole site, not one for each
category, which is in its favour.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from cchc_site.column.article import Article
from cchc_site.column.instant import VIETNAM

from .articles import body, front_matter, quoted, tags, unit, unit_names, write_files
from .contestant import AGENCY, BASE_URL, FEED_LENGTH, NAME, PER_PAGE, Contestant, stem

CONFIG = f"""\
site_name: {NAME}
site_url: {BASE_URL}/
site_description: Tin, bài về cải cách hành chính
copyright: {AGENCY}
theme:
  name: material
  language: vi
  font: false
  features: [navigation.footer, navigation.indexes]
markdown_extensions: [attr_list, footnotes, sane_lists, tables, toc]
plugins:
  - search:
      lang: vi
  - blog:
      blog_dir: tin-bai
      post_url_date_format: yyyy/MM
      post_url_format: "{{date}}/{{slug}}"
      authors: false
      pagination_per_page: {PER_PAGE}
  - rss:
      match_path: tin-bai/posts/.*
      use_git: false
      length: {FEED_LENGTH}
      cache_dir: .cache/rss
      date_from_meta:
        as_creation: date
        as_update: date
"""


def material_site(tools: Path) -> Contestant:
    """Material with its blog plugin, as its handbook sets it up."""
    python = str(tools / "bin/python")
    return Contestant(
        key="material",
        name="Material + blog + RSS",
        write=write_material,
        source=lambda piece: f"docs/tin-bai/posts/{stem(piece)}.md",
        page=lambda piece: f"tin-bai/{stem(piece)}/index.html",
        commands=((python, "-m", "mkdocs", "build", "--quiet"),),
        output="site",
        caches=(".cache",),
        version=(python, "-c", "from importlib.metadata import version as v; print(v('mkdocs-material'))"),
    )


def write_material(folder: Path, pieces: Sequence[Article]) -> None:
    """A whole project of Material's."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    standing = [("index.md", f"# {NAME}\n\n{AGENCY}\n"), ("tin-bai/index.md", "# Tin, bài\n")]
    write_files(folder / "docs", standing)
    write_files(folder / "docs/tin-bai/posts", [_file(piece) for piece in pieces])


def _file(article: Article) -> tuple[str, str]:
    """The summary stands above the fold, as the blog plugin wants it, so that listings hold no whole texts."""
    names = [*(area.short_name for area in article.areas), unit_names()[unit(article)]]
    head = [
        ("title", quoted(article.title)),
        ("date", f"{article.published.astimezone(VIETNAM):%Y-%m-%dT%H:%M:00}"),
        ("slug", Path(stem(article)).name),
        ("categories", "[" + ", ".join(map(quoted, names)) + "]"),
        ("description", quoted(article.summary)),
        ("tags", "[" + ", ".join(map(quoted, tags(article))) + "]"),
    ]
    text = f"# {article.title}\n\n{article.summary}\n\n<!-- more -->\n\n{body(article)}\n"
    return f"{stem(article)}.md", front_matter(head) + text
