"""Hugo in the benchmark, alone and with a search index by Pagefind.

Areas and units are taxonomies with pages and feeds; tags are not, since this project has no pages of tags. Related
pieces come from Hugo's own default settings (tags and year), then from the neighbours.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from support.corpus import ROOT

from cchc_site.column.area import AREAS
from cchc_site.column.article import Article
from cchc_site.column.instant import VIETNAM

from .articles import body, front_matter, quoted, tags, unit, unit_names, write_files
from .contestant import AGENCY, BASE_URL, FEED_LENGTH, NAME, PER_PAGE, Contestant, stem

THEME = Path(__file__).parent / "themes/hugo"
CONFIG = f"""\
baseURL = "{BASE_URL}/"
locale = "vi"
title = "{NAME}"
buildFuture = true
[params]
agency = "{AGENCY}"
description = "Tin, bài về cải cách hành chính"
[pagination]
pagerSize = {PER_PAGE}
[services.rss]
limit = {FEED_LENGTH}
[taxonomies]
area = "areas"
unit = "units"
"""


def hugo_site(tools: Path) -> Contestant:
    """Hugo's own program, without the Python around it."""
    program = _program(tools, "hugo/binaries/hugo")
    return Contestant(
        key="hugo",
        name="Hugo",
        write=write_hugo,
        source=lambda piece: f"content/tin-bai/{stem(piece)}.md",
        page=lambda piece: f"tin-bai/{stem(piece)}/index.html",
        commands=((program, "--quiet"),),
        output="public",
        caches=("resources", ".hugo_build.lock"),
        version=(program, "version"),
    )


def hugo_with_search(tools: Path) -> Contestant:
    """Hugo, then Pagefind over its pages."""
    hugo = hugo_site(tools)
    program = _program(tools, "pagefind_bin/pagefind*")
    return Contestant(
        key="pagefind",
        name="Hugo + Pagefind",
        write=hugo.write,
        source=hugo.source,
        page=hugo.page,
        commands=(*hugo.commands, (program, "--site", "public", "--quiet")),
        output=hugo.output,
        caches=hugo.caches,
        version=(program, "--version"),
    )


def write_hugo(folder: Path, pieces: Sequence[Article]) -> None:
    """A whole Hugo project."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(THEME, folder / "layouts")
    (folder / "static").mkdir()
    shutil.copy(ROOT / "theme_overrides/assets/column.css", folder / "static")
    (folder / "hugo.toml").write_text(CONFIG, encoding="utf-8")
    terms = [*((f"areas/{area.id}", area.short_name) for area in AREAS)]
    terms += [(f"units/{identity}", name) for identity, name in unit_names().items()]
    terms += [("areas", "Lĩnh vực"), ("units", "Đơn vị"), ("tin-bai", "Tin, bài")]
    write_files(
        folder / "content", [(f"{path}/_index.md", front_matter([("title", quoted(name))])) for path, name in terms]
    )
    write_files(folder / "content/tin-bai", [_file(piece) for piece in pieces])


def _file(article: Article) -> tuple[str, str]:
    head = [
        ("title", quoted(article.title)),
        ("date", article.published.astimezone(VIETNAM).isoformat()),
        ("areas", "[" + ", ".join(area.id for area in article.areas) + "]"),
        ("units", f"[{unit(article)}]"),
        ("author", "Ban biên tập"),
        ("summary", quoted(article.summary)),
        ("tags", "[" + ", ".join(map(quoted, tags(article))) + "]"),
    ]
    return f"{stem(article)}.md", front_matter(head) + body(article) + "\n"


def _program(tools: Path, pattern: str) -> str:
    found = sorted(tools.glob(f"lib/python*/site-packages/{pattern}"))
    if not found:
        raise SystemExit(f"Chưa có {pattern} trong {tools}. Chạy `make bench` để cài.")
    return str(found[0].resolve())
