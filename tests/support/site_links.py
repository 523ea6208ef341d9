"""Every link of a finished site, followed to a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from support.html_pages import Html

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


class Site:
    """A site on disk that will stand at `base_url`."""

    def __init__(self, folder: Path, base_url: str) -> None:
        self.folder = folder
        self.base_url = base_url

    @cached_property
    def pages(self) -> Mapping[str, Html]:
        """Every HTML page by its path below the folder."""
        return {
            file.relative_to(self.folder).as_posix(): Html(file.read_text(encoding="utf-8"))
            for file in sorted(self.folder.rglob("*.html"))
        }

    @cached_property
    def feeds(self) -> Mapping[str, ElementTree.Element]:
        """Every feed by its path."""
        return {
            file.relative_to(self.folder).as_posix(): ElementTree.parse(file).getroot()
            for file in sorted(self.folder.rglob("rss.xml"))
        }

    def address_of(self, path: str) -> str:
        """The address at which readers find a file; the error page answers for any address, so it stands at none."""
        where = "x/y/z/" if path == "404.html" else path.removesuffix("index.html")
        return self.base_url + where

    def is_own(self, url: str) -> bool:
        """Whether an absolute address is of this site."""
        return urlsplit(url)[:2] == urlsplit(self.base_url)[:2]

    def failure(self, url: str) -> str:
        """Why an absolute address of this site leads nowhere; empty when it does not."""
        parts = urlsplit(url)
        if not parts.path.startswith(urlsplit(self.base_url).path):
            return f"outside the site: {url}"
        path = unquote(parts.path.removeprefix(urlsplit(self.base_url).path))
        file = f"{path}index.html" if not path or path.endswith("/") else path
        if not (self.folder / file).is_file():
            return f"no file {file}"
        if parts.fragment and unquote(parts.fragment) not in self.pages[file].values("id"):
            return f"no #{parts.fragment} in {file}"
        return ""

    def broken_on_pages(self) -> Iterator[str]:
        """Every own address on a page that leads nowhere."""
        for path, page in self.pages.items():
            for written in page.addresses():
                if path == "404.html" and written.startswith("#"):
                    continue
                url = urljoin(self.address_of(path), written)
                if self.is_own(url) and (why := self.failure(url)):
                    yield f"{path}: {written}: {why}"

    def broken_in_feeds(self) -> Iterator[str]:
        """Every address in a feed that leads nowhere or is not whole."""
        for path, feed in self.feeds.items():
            for written in _feed_addresses(feed):
                if not urlsplit(written).scheme:
                    yield f"{path}: not absolute: {written}"
                elif self.is_own(written) and (why := self.failure(written)):
                    yield f"{path}: {written}: {why}"


def _feed_addresses(feed: ElementTree.Element) -> Iterator[str]:
    for element in feed.iter():
        if element.tag == "link":
            yield element.text or ""
        elif element.tag == ATOM_LINK:
            yield element.attrib["href"]
        elif element.tag in ("enclosure", "source"):
            yield element.attrib["url"]
        elif element.tag == CONTENT:
            yield from Html(element.text or "").addresses()
