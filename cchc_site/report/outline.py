"""A report as blocks: headings, sentences, tables. Every format writes the same blocks in its own way."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct


class Align(Enum):
    """How a column's cells stand: text left, numbers right, ordinal numbers and dates centred."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


class Heading(Struct, frozen=True):
    """A part (level 1, with its Roman number) or a section of it (level 2)."""

    level: int
    text: str


class Sentence(Struct, frozen=True):
    """A paragraph of the report."""

    text: str


class Item(Struct, frozen=True):
    """A line of a list, written with a hyphen."""

    text: str


class ToFill(Struct, frozen=True):
    """Something only the office knows: printed in brackets, for a person to replace."""

    text: str

    @property
    def words(self) -> str:
        """As printed."""
        return f"[Cơ quan bổ sung: {self.text}]"


class Link(Struct, frozen=True):
    """A cell that leads to an address."""

    text: str
    address: str

    @property
    def is_absolute(self) -> bool:
        """Whether it can be followed from outside the site."""
        return self.address.startswith(("http://", "https://"))


Cell = str | int | date | Link


class TableColumn(Struct, frozen=True):
    """A column: its heading, how its cells stand, and its share of the table's width."""

    heading: str
    align: Align = Align.LEFT
    share: int = 10
    under: str = ""
    """The heading of the column below whose text it stands on paper, where there is no room for it."""


class Table(Struct, frozen=True):
    """A table with a caption; `key` names it in data files and work-sheets."""

    key: str
    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sheet: str = ""
    """The short name of its work-sheet; the caption when empty."""


Block = Heading | Sentence | Item | ToFill | Table


class Outline(Struct, frozen=True):
    """The report: bases, body, the closing sentence, and the appendix's tables."""

    title: str
    subject: str
    bases: tuple[str, ...]
    body: tuple[Block, ...]
    closing: str
    appendix_title: str
    appendix: tuple[Table, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table, in order."""
        return (*(block for block in self.body if isinstance(block, Table)), *self.appendix)


def cell_text(cell: Cell) -> str:
    """A cell as people read it."""
    if isinstance(cell, Link):
        return cell.text
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return str(cell)
