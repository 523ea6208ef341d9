"""The finished site as others read it: HTML checkers, feed readers, and machines that ask for data."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
import yaml
from jsonschema import Draft202012Validator
from PIL import Image
from support.feed_rules import atom_faults, json_feed_faults, rss_faults
from support.html_pages import DATA, Html
from support.site_links import Site
from support.sites import REPOSITORY, SHIPPED_AS_OF, Built, mkdocs, tree

from cchc_site.publish.security_headers import page_policy

NU = REPOSITORY / ".cache" / "nu" / "vnu.jar"
RULES = {"rss.xml": rss_faults, "atom.xml": atom_faults, "feed.json": json_feed_faults}


def _files(site: Site, pattern: str) -> Mapping[str, bytes]:
    return {file.relative_to(site.folder).as_posix(): file.read_bytes() for file in site.folder.rglob(pattern)}


@pytest.mark.parametrize("name", RULES)
def test_every_feed_keeps_the_rules_of_its_format(any_site: Site, name: str) -> None:
    found = _files(any_site, name)
    assert len(found) >= 10
    for path, data in found.items():
        assert RULES[name](data) == [], path


def test_archives_and_the_list_of_feeds_are_whole(any_site: Site) -> None:
    for path, data in _files(any_site, "rss/luu-tru/rss-*.xml").items():
        assert rss_faults(data) == [], path
    for path, data in _files(any_site, "rss/luu-tru/atom-*.xml").items():
        assert atom_faults(data) == [], path
    outlines = ElementTree.fromstring((any_site.folder / "rss/nguon-tin.opml").read_bytes()).iter("outline")
    for outline in outlines:
        if outline.get("type") == "rss":
            assert any_site.failure(outline.get("xmlUrl", "")) == ""
            assert any_site.failure(outline.get("htmlUrl", "")) == ""


def test_every_address_in_atom_and_json_leads_somewhere(any_site: Site) -> None:
    for path, data in _files(any_site, "atom.xml").items():
        for link in ElementTree.fromstring(data).iter("{http://www.w3.org/2005/Atom}link"):
            url = link.get("href", "")
            assert not any_site.is_own(url) or any_site.failure(url) == "", (path, url)
    for path, data in _files(any_site, "feed.json").items():
        for item in json.loads(data)["items"]:
            assert any_site.failure(item["url"]) == "", (path, item["url"])


def test_open_data_fits_its_published_schema(any_site: Site) -> None:
    for name in ("articles", "fulfilment", "units"):
        schema = json.loads((any_site.folder / f"data/schema/{name}.json").read_bytes())
        Draft202012Validator(schema).validate(json.loads((any_site.folder / f"data/{name}.json").read_bytes()))


def test_what_pages_say_to_machines_can_be_read_and_is_true(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        if not page.all("meta") or path in REDIRECTS or "bai-cu" in path or "ten-cu" in path:
            continue
        [data] = _data_blocks(any_site.folder / path)
        things = {thing["@type"]: thing for thing in json.loads(data)["@graph"]}
        assert "GovernmentOrganization" in things, path
        for crumb in things.get("BreadcrumbList", {}).get("itemListElement", []):
            assert any_site.failure(crumb["item"]) == "", (path, crumb)
        for image in things.get("NewsArticle", {}).get("image", []):
            assert any_site.failure(image if isinstance(image, str) else image["url"]) == "", path


REDIRECTS = ("bao-cao/index.html", "dong-gop/index.html", "404.html")


def _data_blocks(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    mark = f'<script type="{DATA}">'
    return [part.partition("</script>")[0] for part in text.split(mark)[1:]]


def test_every_page_that_is_shared_has_a_card(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        named = {meta.get("property", ""): meta["content"] for meta in page.all("meta") if "content" in meta}
        if any(meta.get("content") == "noindex" for meta in page.all("meta")):
            continue
        assert {"og:title", "og:description", "og:url", "og:image", "og:image:alt", "og:type"} <= set(named), path
        card = any_site.folder / urlsplit(named["og:image"]).path.removeprefix(urlsplit(any_site.base_url).path)
        with Image.open(card) as image:
            assert image.size == (1200, 630)


def test_every_page_carries_the_policy_of_the_headers(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        policies = [
            meta["content"] for meta in page.all("meta") if "http-equiv" in meta and "Policy" in meta["http-equiv"]
        ]
        assert policies == [page_policy()] or "0; url=" in (any_site.folder / path).read_text(encoding="utf-8"), path
    assert page_policy() in (any_site.folder / "_headers").read_text(encoding="utf-8")


def test_no_published_picture_says_where_it_was_taken(any_site: Site) -> None:
    pictures = [
        file for file in any_site.folder.rglob("*") if file.suffix in (".jpg", ".jpeg", ".png", ".webp", ".gif")
    ]
    for file in pictures:
        with Image.open(file) as image:
            assert not dict(image.getexif()), file
            assert not {"exif", "xmp", "comment"} & set(image.info), file


def test_every_picture_on_a_page_has_its_size_and_words(any_site: Site) -> None:
    for path, page in any_site.pages.items():
        for image in page.all("img"):
            assert {"alt", "width", "height"} <= set(image), (path, image)
        for element in page.all("img") + page.all("source"):
            for part in element.get("srcset", "").split(", ") if element.get("srcset") else []:
                url = _joined(any_site, path, part.split(" ")[0])
                assert any_site.failure(url) == "", (path, part)


def _joined(site: Site, path: str, written: str) -> str:
    return urljoin(site.address_of(path), written)


def test_pages_are_parsed_without_a_single_error(any_site: Site) -> None:
    for path in any_site.pages:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse((any_site.folder / path).read_bytes())
        assert [code for _, code, _ in parser.errors] == [], path


def _why_not_nu() -> str:
    if not NU.is_file():
        return "the Nu HTML checker is not there: .ci/nu fetches it with npm"
    return "" if shutil.which("java") else "the Nu HTML checker needs java"


def test_the_nu_html_checker_finds_no_error_on_any_page(shipped: Built, busy: Built, tmp_path: Path) -> None:
    """On a forge, which sets CI, it must have run; elsewhere its absence is a skip that says why."""
    if why := _why_not_nu():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(why)
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><html lang=vi><title>x</title><p><img src=a.png>", encoding="utf-8")
    # One run of the small compiler: three times as quick as two of the large one.
    command = ["java", "-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(NU), "--skip-non-html"]
    places = [str(shipped.site), str(busy.site), str(wrong)]
    done = subprocess.run(
        [*command, "--errors-only", "--format", "json", *places],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    messages = json.loads(done.stderr)["messages"]
    faults = [message for message in messages if message["type"] in ("error", "non-document-error")]
    assert [fault for fault in faults if not fault["url"].endswith("/wrong.html")] == []
    assert len(faults) == 1, "The checker did not see the page that is wrong on purpose."


def test_a_build_without_a_cache_gives_the_same_bytes(shipped: Built, tmp_path: Path) -> None:
    """The cache stands beside the configuration: this one is new."""
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = str(REPOSITORY / "theme_overrides")
    config |= {"docs_dir": str(REPOSITORY / "content"), "site_dir": str(tmp_path / "site")}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    for _ in ("cold", "warm"):
        done = mkdocs("build", "--strict", cwd=tmp_path, CCHC_AS_OF=SHIPPED_AS_OF)
        assert done.returncode == 0, done.stdout
        assert (tmp_path / ".cache").is_dir()
        assert tree(tmp_path / "site") == tree(shipped.site)


def test_html_pages_know_data_from_script() -> None:
    assert Html(f'<script type="{DATA}">{{"a": 1}}</script>').active() == []
    assert Html("<script>alert(1)</script>").active() == ["<script>alert(1)"]
