"""What the way out needs, made from small columns."""

from __future__ import annotations

from typing import Any

from support.builders import UNIT, at, day, piece

from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.links import LinkMap
from cchc_site.column.unit import Unit, UnitKind
from cchc_site.publish.articles import Articles
from cchc_site.publish.bodies import Bodies
from cchc_site.publish.cards import Cards
from cchc_site.publish.markdown_html import MarkdownRenderer

EXTENSIONS = ("admonition", "attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
"""Those of the project's `mkdocs.yml`, with those that MkDocs adds by itself."""
SITE = "https://cchc.example/"
FORMER_UNIT = Unit(
    "van-phong-cu", "Văn phòng Sở cũ", "Văn phòng cũ", UnitKind.DIVISION, None, day("2024-02-29"), (UNIT.id,)
)
LATER_UNIT = Unit(UNIT.id, UNIT.name, UNIT.short_name, UNIT.kind, day("2024-03-01"))


def cards(column: Column, as_of: str = "2024-06-01") -> Cards:
    """Cards at an instant."""
    return Cards(column, at(as_of))


def articles(column: Column, as_of: str = "2024-06-01", *, preview: bool = False) -> Articles:
    """The article pages at an instant."""
    return Articles(cards(column, as_of), LinkMap(column), Bodies(MarkdownRenderer(EXTENSIONS, {})), preview)


def pieces(count: int, **fields: Any) -> list[Article]:
    """That many pieces, one an hour from 1/3/2024 on."""
    hours = (divmod(number, 24) for number in range(count))
    return [piece(f"2024-03-{1 + day:02d}T{hour:02d}:00", **fields) for day, hour in hours]
