"""Pelican in the benchmark: a piece's first area is its category, its unit a tag; both have pages and feeds.

Previous/next, related pieces and search need plugins of others and are left out, which is in Pelican's favour.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from support.corpus import ROOT

from cchc_site.column.article import Article
from cchc_site.column.instant import VIETNAM

from .articles import body, unit, unit_names, write_files
from .contestant import AGENCY, BASE_URL, FEED_LENGTH, NAME, PER_PAGE, Contestant, stem

THEME = Path(__file__).parent / "themes/pelican"
CONFIG = f"""\
SITENAME = "{NAME}"
SITEURL = "{BASE_URL}"
AGENCY = "{AGENCY}"
PATH = "content"
ARTICLE_PATHS = ["tin-bai"]
OUTPUT_PATH = "output"
THEME = "theme"
DEFAULT_LANG = "vi"
TIMEZONE = "Asia/Ho_Chi_Minh"
AUTHOR = "Ban biên tập"
WITH_FUTURE_DATES = True
DEFAULT_PAGINATION = {PER_PAGE}
ARTICLE_URL = "tin-bai/{{date:%Y}}/{{date:%m}}/{{slug}}/"
ARTICLE_SAVE_AS = "tin-bai/{{date:%Y}}/{{date:%m}}/{{slug}}/index.html"
CATEGORY_URL = "linh-vuc/{{slug}}/"
CATEGORY_SAVE_AS = "linh-vuc/{{slug}}/index.html"
TAG_URL = "don-vi/{{slug}}/"
TAG_SAVE_AS = "don-vi/{{slug}}/index.html"
AUTHOR_SAVE_AS = ""
PAGINATED_TEMPLATES = {{"index": None, "category": None, "tag": None}}
PAGINATION_PATTERNS = (
    (1, "{{url}}", "{{save_as}}"),
    (2, "{{base_name}}/trang/{{number}}/", "{{base_name}}/trang/{{number}}/index.html"),
)
DIRECT_TEMPLATES = ["index", "categories", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_MAX_ITEMS = {FEED_LENGTH}
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_ALL_RSS = "feeds/all.rss.xml"
CATEGORY_FEED_ATOM = "feeds/{{slug}}.atom.xml"
CATEGORY_FEED_RSS = "feeds/{{slug}}.rss.xml"
TAG_FEED_ATOM = "feeds/don-vi/{{slug}}.atom.xml"
TAG_FEED_RSS = "feeds/don-vi/{{slug}}.rss.xml"
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
"""


def pelican_site(tools: Path) -> Contestant:
    """Pelican as it is installed, without its optional cache of read files."""
    program = str(tools / "bin/pelican")
    return Contestant(
        key="pelican",
        name="Pelican",
        write=write_pelican,
        source=lambda piece: f"content/tin-bai/{stem(piece)}.md",
        page=lambda piece: f"tin-bai/{stem(piece)}/index.html",
        commands=((program, "--quiet", "--settings", "pelicanconf.py"),),
        output="output",
        caches=("cache", "__pycache__"),
        version=(program, "--version"),
    )


def write_pelican(folder: Path, pieces: Sequence[Article]) -> None:
    """A whole Pelican project."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(THEME, folder / "theme")
    (folder / "theme/static").mkdir()
    shutil.copy(ROOT / "theme_overrides/assets/column.css", folder / "theme/static")
    (folder / "pelicanconf.py").write_text(CONFIG, encoding="utf-8")
    write_files(folder / "content/tin-bai", [_file(piece) for piece in pieces])


def _file(article: Article) -> tuple[str, str]:
    moment = article.published.astimezone(VIETNAM)
    head = [
        ("Title", article.title),
        ("Date", f"{moment:%Y-%m-%d %H:%M}"),
        ("Category", article.areas[0].short_name),
        # A semicolon keeps the comma in a unit's name from making two tags.
        ("Tags", f"{unit_names()[unit(article)]};"),
        ("Slug", Path(stem(article)).name),
        ("Summary", article.summary),
    ]
    lines = "".join(f"{name}: {value}\n" for name, value in head)
    return f"{stem(article)}.md", f"{lines}\n{body(article)}\n"
