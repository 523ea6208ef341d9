"""Every hostile or broken file comes to the end that is required, on the built site."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from support.builders import prose
from support.files import COLUMN_YML, Folder, article_text, assert_helpful
from support.html_pages import Html
from support.sites import mkdocs, tree, write_config

from cchc_site.column.area import AREAS
from cchc_site.column.instant import parse_instant
from cchc_site.inspection import inspect
from cchc_site.publish.qr import qr_image

from .corpus import FOLDER, PUBLISHED, REFUSED, Published

AS_OF = "2024-03-10"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@dataclass(frozen=True)
class Site:
    """The site that the publishable part of the corpus makes."""

    folder: Path
    said: str

    def page(self, name: str) -> str:
        return (self.folder / FOLDER / name / "index.html").read_text(encoding="utf-8")

    def entries(self) -> dict[str, str]:
        """The HTML of every piece in the feeds, by the end of its address."""
        found = {}
        for file in self.folder.glob("linh-vuc/*/rss.xml"):
            for item in ElementTree.parse(file).iter("item"):
                address = item.findtext("link") or ""
                found[address.rstrip("/").rpartition("/")[2]] = item.findtext(CONTENT) or ""
        return found


CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
AREA_OF = dict(zip(PUBLISHED, cycle(area.id for area in AREAS), strict=False))
"""Spread over the areas, so that every piece is among the newest of a feed."""


def _file(name: str, case: Published) -> bytes:
    if case.raw is not None:
        return case.raw
    fields = {"title": f"Bài {name}", "kind": "thong-bao", "areas": f"[{AREA_OF[name]}]", **case.fields}
    body = case.body if not case.body else f"{case.body}\n\n{prose(name.replace('-', 'x'), 12)}"
    return article_text(body, **fields).encode()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("hostile")
    folder = Folder(root)
    folder.write("_data/column.yml", COLUMN_YML + "video_hosts: [video.example]\n")
    folder.write(f"{FOLDER}/anh.png", PICTURE)
    for name, case in PUBLISHED.items():
        folder.write(f"{FOLDER}/{name}.md", _file(name, case))
    write_config(root)
    done = mkdocs("build", cwd=root, CCHC_AS_OF=AS_OF)
    assert done.returncode in (0, 1), [line for line in done.stdout.splitlines() if line.startswith("ERROR")]
    return Site(root / "site", done.stdout)


def test_the_corpus_is_large_enough() -> None:
    assert len(PUBLISHED) + len(REFUSED) >= 84


@pytest.mark.parametrize("name", [name for name, case in PUBLISHED.items() if case.has_page])
def test_what_is_published_is_harmless(site: Site, name: str) -> None:
    case, page = PUBLISHED[name], site.page(name)
    body = page[page.index("<article") : page.index("</article>")]
    [here] = [link["href"] for link in Html(page).all("link") if link.get("rel") == "canonical"]
    of_the_frame = {"<svg>", "<button>", "<source>", f"<img {qr_image(here)}>"}
    assert set(Html(body).hostile()) - of_the_frame == set()
    entry = "" if name == "withdrawn" else site.entries().get(name, "") if case.raw else site.entries()[name]
    assert Html(entry).hostile() == []
    for words in case.shows:
        assert " ".join(words.split()) in Html(page).prose
    for piece in case.holds:
        assert piece in page
    for piece in case.lacks:
        assert piece.lower() not in body.lower()
        assert piece.lower() not in entry.lower()


@pytest.mark.parametrize("name", [name for name, case in PUBLISHED.items() if not case.has_page])
def test_what_is_not_yet_public_has_no_page(site: Site, name: str) -> None:
    assert not (site.folder / FOLDER / name).exists()
    assert name not in site.entries()


def test_no_hostile_piece_breaks_a_feed(site: Site) -> None:
    for file in site.folder.rglob("rss.xml"):
        assert not feedparser.parse(file.read_bytes()).bozo, file


def test_every_page_is_closed_properly(site: Site) -> None:
    """Nothing in a piece ends the frame around it: what comes after the text is still there, and after it."""
    for name, case in PUBLISHED.items():
        if case.has_page:
            page = site.page(name)
            assert page.count("<main") == page.count("</main>") == 1, name
            assert page.index("</article>") < page.index("</main>") < page.index("<footer"), name
            assert page.rstrip().endswith("</html>"), name


def test_the_build_tells_no_traceback(site: Site) -> None:
    assert "Traceback" not in site.said


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_names_its_file_in_seconds(tmp_path: Path, name: str) -> None:
    case = REFUSED[name]
    folder = Folder(tmp_path)
    path = case.name or f"{FOLDER}/{name}.md"
    folder.write(path, case.raw)
    began = time.perf_counter()
    problems = inspect(folder.root, parse_instant(AS_OF), style=True).problems
    assert time.perf_counter() - began < 10
    assert_helpful(problems)
    shown = path.replace("\n", "�")
    assert (case.code, f"content/{shown}") in [(problem.code, problem.place.path) for problem in problems]


def test_refused_files_leave_the_published_site_as_it_was(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.article("2024/03/tot")
    write_config(tmp_path)
    assert mkdocs("build", cwd=tmp_path, CCHC_AS_OF=AS_OF).returncode in (0, 1)
    before = tree(tmp_path / "site")
    for name, case in REFUSED.items():
        folder.write(case.name or f"{FOLDER}/{name}.md", case.raw)
    done = mkdocs("build", cwd=tmp_path, CCHC_AS_OF=AS_OF)
    assert done.returncode == 2
    assert "Traceback" not in done.stdout
    for name, case in REFUSED.items():
        shown = (case.name or f"{FOLDER}/{name}.md").replace("\n", "�")
        assert f"content/{shown}" in done.stdout, name
    assert tree(tmp_path / "site") == before
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".site")] == []


@pytest.mark.parametrize("kind", ["file", "folder", "loop", "pipe"])
def test_what_is_no_plain_file_is_never_followed(tmp_path: Path, kind: str) -> None:
    folder = Folder(tmp_path)
    secret = tmp_path / "ngoai"
    secret.mkdir()
    (secret / "bi-mat.md").write_bytes(article_text("Điều bí mật").encode())
    where = folder.root / FOLDER
    where.mkdir(parents=True)
    if kind == "file":
        (where / "bai.md").symlink_to(secret / "bi-mat.md")
    elif kind == "folder":
        (where / "bai").symlink_to(secret)
    elif kind == "loop":
        (where / "bai").symlink_to(where)
    else:
        os.mkfifo(where / "bai.md")
    problems = inspect(folder.root, parse_instant(AS_OF)).problems
    assert_helpful(problems)
    assert {problem.code for problem in problems if FOLDER in problem.place.path} == {
        "T08" if kind == "pipe" else "T05"
    }
