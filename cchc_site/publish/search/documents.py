"""What can be found: pieces today; procedures, documents and contest pages when they exist."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.instant import in_vietnam


@dataclass(frozen=True)
class SearchDocument:
    """One page as search sees it. `id` never changes; all labels are already worded for readers."""

    id: str
    address: str
    title: str
    moment: datetime
    kind: str
    summary: str = ""
    body: str = ""
    areas: tuple[str, ...] = ()
    unit: str = ""
    words: tuple[str, ...] = ()
    """Words that describe it without standing in its text: tags, names of areas, numbers of documents."""

    @property
    def day(self) -> str:
        """The Vietnamese day, as `YYYY-MM-DD`."""
        return in_vietnam(self.moment).date().isoformat()

    def text_hash(self) -> str:
        """A name for everything `extraction` reads, for a cache."""
        read = [self.title, self.summary, self.body, *self.words]
        return hashlib.sha256(json.dumps(read, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def documents_of(column: Column, as_of: datetime) -> tuple[SearchDocument, ...]:
    """The pieces citizens may see at that instant."""
    return tuple(_piece(article, column) for article in column.public(as_of))


def in_order(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Oldest first; those of one instant in the order of their ids."""
    return sorted(documents, key=lambda document: (in_vietnam(document.moment), document.id))


def _piece(article: Article, column: Column) -> SearchDocument:
    unit = column.unit_on(article)
    return SearchDocument(
        id=article.id,
        address=article.address,
        title=article.title,
        moment=article.published,
        kind=article.kind.label,
        summary=article.summary,
        body=article.own_text,
        areas=tuple(area.short_name for area in article.areas),
        unit=(unit.short_name or unit.name) if unit else "",
        words=(*article.tags, *(area.name for area in article.areas), *article.documents),
    )
