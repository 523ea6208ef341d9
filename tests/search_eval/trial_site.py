"""A small site for an evaluation: the search page of the theme, the search files, and the theme's assets."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from cchc_site.column import address
from cchc_site.column.address import SEARCH
from cchc_site.column.area import AREAS
from cchc_site.column.column import Column
from cchc_site.publish.search.site import search_files
from cchc_site.publish.views import AreaLink, FeedLink, Link, PageFrame, SiteView

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme_overrides"


@dataclass(frozen=True)
class Built:
    """The sizes of what was written, by path."""

    folder: Path
    files: dict[str, int]


def write_site(column: Column, as_of: datetime, folder: Path) -> Built:
    """Write the site into an empty folder."""
    files = search_files(column, as_of) | {f"{SEARCH}index.html": search_page(column).encode()}
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    shutil.copytree(THEME / "assets", folder / "assets", dirs_exist_ok=True)
    for article in column.public(as_of)[:200]:
        page = folder / article.address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<!doctype html><title>{len(article.title)}</title>", encoding="utf-8")
    return Built(folder, {path: len(content) for path, content in files.items()})


def search_page(column: Column) -> str:
    """The search page in the theme's frame."""
    material = Path(__import__("material").__file__ or "").parent / "templates"
    environment = Environment(loader=FileSystemLoader([THEME, material]), autoescape=False)
    environment.filters["url"] = str
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
    return environment.get_template("pages/search.html").render(
        site=site, frame=frame, base="../", config={}, page=None
    )
