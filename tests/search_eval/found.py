"""What stands on a built site: the pages that its own search files name, and the text a reader sees on them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from cchc_site.publish.search.site import FOLDER

_SCRIPT = re.compile(r'cchcSearch\("r","[a-z0-9]+",(.*)\)\s*', re.DOTALL)
_INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "span", "strong", "sub", "sup"}
_ALONE = {"br", "hr", "img", "input", "source", "track", "wbr"}


@dataclass(frozen=True)
class Found:
    """One page that can be found."""

    address: str
    title: str
    summary: str
    body: str
    beside: str
    """What else a reader sees on the page: tags, documents, boxes."""

    @property
    def text(self) -> str:
        """The running text, with its title and summary."""
        return f"{self.title} \n {self.summary} \n {self.body}"


def pages_of(site: Path) -> list[Found]:
    """Every page that the site's search knows, in the order of its files' records."""
    pages = [page for file in sorted((site / FOLDER / "r").glob("*.js")) for page in _records(file, site)]
    return sorted(pages, key=lambda page: page.address)


def _records(file: Path, site: Path) -> Iterator[Found]:
    written = _SCRIPT.fullmatch(file.read_text(encoding="utf-8"))
    if written is None:
        raise SystemExit(f"{file}: không phải tệp của ô tìm kiếm")
    for address, title, summary, *_ in json.loads(written[1])[0].values():
        prose, beside = texts_of((site / address / "index.html").read_text(encoding="utf-8"))
        yield Found(address, title, summary, prose, beside)


def texts_of(html: str) -> tuple[str, str]:
    """The running text of a page (what stands in its `div.prose`), and the rest of its `article`; one block a line."""
    reader = _Reader()
    reader.feed(html)
    prose, beside = (re.sub(r"[ \t]+", " ", "".join(parts)).strip() for parts in (reader.prose, reader.beside))
    return prose, beside


class _Reader(HTMLParser):
    """Collects text by the nearest of the two elements around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.within: list[str] = []
        self.prose: list[str] = []
        self.beside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_prose = tag == "div" and "prose" in (dict(attrs).get("class") or "").split()
        if tag == "br":
            self.handle_data("\n")
        if tag not in _ALONE and (self.within or is_prose or tag == "article"):
            self.within.append("prose" if is_prose else tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.within or tag in _ALONE:
            return
        self.within.pop()
        if tag not in _INLINE:
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        if self.within:
            (self.prose if "prose" in self.within else self.beside).append(data)
