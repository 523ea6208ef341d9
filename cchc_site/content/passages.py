"""A page's text as its readers meet it: headings, paragraphs, items and cells, every letter with its place.

What is not the writer's running text (code, addresses, HTML) is masked, character for character, so that a finding's
column in the passage is a column in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cached_property

from msgspec import Struct

from cchc_site.column.article import Article
from cchc_site.column.column import StandingPage
from cchc_site.column.instant import day_of
from cchc_site.column.problem import Place
from cchc_site.content.markdown_text import without_code_blocks

MASK = "\ufffc"
"""Stands for every masked character: it is neither a letter nor a space, so words on its two sides do not meet."""


class PassageKind(Enum):
    """What a passage is."""

    FIELD = "field"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"


class Passage(Struct, frozen=True):
    """One connected piece of text; `starts` are (offset, place) of its lines, in order."""

    kind: PassageKind
    text: str
    starts: tuple[tuple[int, Place], ...]
    level: int = 0
    """Of a heading, 1 to 6."""

    def place(self, offset: int = 0) -> Place:
        """Where a character of the text stands in the file."""
        index = bisect_right([start for start, _ in self.starts], offset) - 1
        start, place = self.starts[max(0, index)]
        if self.kind is PassageKind.FIELD:
            return place
        return Place(place.path, place.line, place.column + offset - start)


class PageText(Struct, frozen=True, eq=False, dict=True):
    """A piece or standing page with its passages."""

    page: Article | StandingPage

    @property
    def article(self) -> Article | None:
        """The piece, when it is one."""
        return self.page if isinstance(self.page, Article) else None

    @property
    def day(self) -> date | None:
        """The day of first publication; a standing page speaks of today and has none."""
        return day_of(self.page.published) if isinstance(self.page, Article) else None

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The body's lines outside fenced code, numbered from 0, as written."""
        return tuple(without_code_blocks(self.page.body))

    def lines_with(self, *signs: str) -> Iterator[tuple[int, str]]:
        """Those of the lines that have one of the signs; of most bodies none has."""
        if any(sign in self.page.body for sign in signs):
            yield from (row for row in self.lines if any(sign in row[1] for sign in signs))

    def place(self, line: int, column: int) -> Place:
        """A point of the body: both from 0."""
        return Place(self.page.place.path, self.page.body_line + line, column + 1)

    @cached_property
    def fields(self) -> tuple[Passage, ...]:
        """Title and summary."""
        page = self.page
        if isinstance(page, Article):
            written = (("title", page.title), ("summary", page.summary))
            places = [page.place_of(name) for name, _ in written]
        else:
            written = (("title", page.title), ("description", page.description))
            places = [page.place, page.place]
        return tuple(
            Passage(PassageKind.FIELD, text, ((0, place),))
            for (_, text), place in zip(written, places, strict=True)
            if text
        )

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The body's passages in order."""
        return tuple(_passages(self))

    @property
    def everything(self) -> tuple[Passage, ...]:
        """Title, summary and body."""
        return (*self.fields, *self.passages)


def _same(match: re.Match[str]) -> str:
    return MASK * len(match.group())


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())


_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_MASKED = (
    (("`",), re.compile(r"`[^`\n]*`")),
    (("](",), re.compile(r"(?<=\])\([^)\n]{0,500}\)")),
    (("][",), re.compile(r"(?<=\])\[[^\[\]\n]{0,200}\]")),
    (("![",), re.compile(r"!\[[^\[\]\n]{0,500}\](?=￼)")),
    (("[^",), re.compile(r"\[\^[^\[\]\n]{1,200}\]:?")),
    (("{",), re.compile(r"\{[:#. ][^{}\n]{0,300}\}")),
    (("://", "www."), re.compile(r"<?\b(?:https?://|www\.)[^\s<>]+>?")),
    (("@",), re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
)
"""What is masked, each behind letters that it never lacks: most lines have none of them."""
_OPENED = (
    (("<",), re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")),
    (("*", "_", "[", "]", "~"), re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|[\[\]~]")),
)
_DEFINITION = re.compile(r"^\s{0,3}\[(?!\^)[^\]\n]+\]:\s*\S+")
_SEPARATOR = re.compile(r"^[\s|:*_=-]+$")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s*(.*?)\s*#*$")
_QUOTE = re.compile(r"^\s*>[\s>]*")
_ITEM = re.compile(r"^\s*(?:[-*+:]|\d{1,3}[.)]|\[\^[^\]]+\]:|!!!|\?\?\?\+?)\s+")


def mask(line: str) -> str:
    """The line with everything that is not running text masked; its length is unchanged."""
    for patterns, instead in ((_MASKED, _same), (_OPENED, _spaces)):
        for parts, pattern in patterns:
            for part in parts:
                if part in line:
                    line = pattern.sub(instead, line)
                    break
    return line


def _passages(page: PageText) -> Iterator[Passage]:
    held: list[tuple[Place, str]] = []
    kind = PassageKind.PARAGRAPH
    last = -2
    for number, written in _without_comments(page.lines):
        begins, text, column, level = _classify(written)
        plain = begins is PassageKind.PARAGRAPH
        if held and (number != last + 1 or not plain or not text.strip()):
            yield _joined(kind, held)
            held = []
        last = number
        if begins is PassageKind.HEADING:
            yield Passage(begins, mask(text), ((0, page.place(number, column)),), level)
        elif not text.strip():
            continue
        elif begins is PassageKind.CELL:
            yield from _cells(page, number, text)
        else:
            kind = kind if held else begins
            held.append((page.place(number, column), mask(text)))
    if held:
        yield _joined(kind, held)


def _without_comments(lines: tuple[tuple[int, str], ...]) -> Iterator[tuple[int, str]]:
    whole = _COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), "\n".join(line for _, line in lines))
    for (number, _), line in zip(lines, whole.split("\n") if lines else (), strict=True):
        yield number, line


def _classify(line: str) -> tuple[PassageKind, str, int, int]:
    """(kind, text, column at which it begins, level of a heading); an empty text ends what was before it."""
    if not line.strip() or _DEFINITION.match(line) or _SEPARATOR.match(line):
        return PassageKind.PARAGRAPH, "", 0, 0
    heading = _HEADING.match(line)
    if heading:
        return PassageKind.HEADING, heading.group(2), heading.start(2), len(heading.group(1))
    quote = _QUOTE.match(line)
    if quote:
        return PassageKind.QUOTE, line[quote.end() :], quote.end(), 0
    if line.lstrip().startswith("|") or line.count("|") > 1:
        return PassageKind.CELL, line, 0, 0
    item = _ITEM.match(line)
    if item:
        return PassageKind.ITEM, line[item.end() :], item.end(), 0
    column = len(line) - len(line.lstrip())
    return PassageKind.PARAGRAPH, line[column:], column, 0


def _cells(page: PageText, number: int, line: str) -> Iterator[Passage]:
    start = 0
    for cell in mask(line).split("|"):
        if cell.strip():
            yield Passage(PassageKind.CELL, cell, ((0, page.place(number, start)),))
        start += len(cell) + 1


def _joined(kind: PassageKind, held: list[tuple[Place, str]]) -> Passage:
    starts, offset = [], 0
    for place, text in held:
        starts.append((offset, place))
        offset += len(text) + 1
    return Passage(kind, " ".join(text for _, text in held), tuple(starts))
