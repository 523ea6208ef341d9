"""A site of made pieces for an evaluation: its search files and page, the theme's assets, and bare pages of the pieces.

A real build of ten thousand pieces would take minutes and give search nothing more to read.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from html import escape
from pathlib import Path

from cchc_site.column import address
from cchc_site.column.address import SEARCH
from cchc_site.column.area import AREAS
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.publish.page import Page, Renderer
from cchc_site.publish.search.site import search_files
from cchc_site.publish.theme import Theme
from cchc_site.publish.views import AreaLink, FeedLink, Link, PageFrame, SiteView

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme_overrides"


def write_site(column: Column, as_of: datetime, folder: Path) -> Path:
    """Write the site into an empty folder, and return that."""
    files = search_files(column, as_of) | {f"{SEARCH}index.html": search_page(column).encode()}
    for path, content in files.items():
        _write(folder / path, content)
    for article in column.public(as_of):
        _write(folder / article.address / "index.html", bare_page(article).encode())
    shutil.copytree(THEME / "assets", folder / "assets", dirs_exist_ok=True)
    return folder


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def bare_page(article: Article) -> str:
    """A piece as the theme marks it up, with nothing around it."""
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in article.own_text.split("\n\n"))
    numbers = "".join(f"<li>{escape(number)}</li>" for number in article.documents)
    title = escape(article.title)
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title><article><h1>{title}</h1>'
        f'<p>{escape(article.summary)}</p><div class="prose">{paragraphs}</div><ul>{numbers}</ul></article></html>'
    )


def search_page(column: Column) -> str:
    """The search page in the theme's frame."""
    material = Path(__import__("material").__file__ or "").parent / "templates"
    areas = tuple(AreaLink(a.id, a.name, a.short_name, address.area(a)) for a in AREAS)
    site = SiteView(
        name=column.identity.name,
        description=column.identity.description,
        agency=column.identity.agency,
        address="",
        responsible="",
        source_rule="",
        demonstration="",
        menu=(Link("Tin, bài", address.PIECES), Link("Theo tháng", address.ARCHIVE)),
        areas=areas,
        standing=(),
        services=(),
        feed=FeedLink("RSS", address.FEED),
        base_url="https://example.org/",
    )
    frame = PageFrame("Tìm kiếm", "Tìm tin, bài của chuyên mục.", SEARCH, noindex=True)
    return Renderer(Theme((str(THEME), str(material)), site), site).render(Page("pages/search.html", frame)).decode()
