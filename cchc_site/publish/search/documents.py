"""What can be found: pieces, procedures, documents and contests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.contest.contest import Contest
from cchc_site.column.document import OfficialDocument
from cchc_site.column.instant import in_vietnam
from cchc_site.column.plan import Plan
from cchc_site.column.procedure import Procedure

_UNDATED = date(2000, 1, 1)
"""The day of what has none: recency is only a mild tie-break."""


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
    """The pieces citizens may see at that instant, procedures, documents of the register, and contests."""
    pieces = (_piece(article, column) for article in column.public(as_of))
    procedures = (_procedure(item, column) for item in column.procedures.values())
    documents = (_document(item) for item in {item.slug: item for item in reversed(column.documents.all)}.values())
    contests = (_contest(item, plan) for plan in column.plans for item in plan.contests)
    return (*pieces, *procedures, *documents, *contests)


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


def _procedure(item: Procedure, column: Column) -> SearchDocument:
    unit = column.units.get(item.unit)
    return SearchDocument(
        id=f"thu-tuc/{item.slug}",
        address=address.procedure(item),
        title=item.name,
        moment=in_vietnam(item.checked or item.decided or _UNDATED),
        kind="Thủ tục",
        summary=f"{item.code}. {item.sector}. {item.time_limit}".rstrip(". "),
        body=item.note,
        unit=(unit.short_name or unit.name) if unit else "",
        words=(item.code, item.sector, item.level.label, item.decision),
    )


def _document(item: OfficialDocument) -> SearchDocument:
    return SearchDocument(
        id=f"van-ban/{item.slug}",
        address=address.document(item),
        title=f"{item.type_name} số {item.number}",
        moment=in_vietnam(item.issued or item.valid_from or _UNDATED),
        kind="Văn bản",
        summary=item.title,
        words=(item.number, item.issuer),
    )


def _contest(item: Contest, plan: Plan) -> SearchDocument:
    return SearchDocument(
        id=f"cuoc-thi/{item.id}",
        address=address.contest(item),
        title=item.title,
        moment=in_vietnam(item.entries.first or plan.first),
        kind="Cuộc thi",
        summary=f"Thể lệ, thời gian, số bài của từng đơn vị và kết quả; nộp bài {item.entries.due.words}.",
        body="\n".join((*(rule.words for rule in item.forms), *item.rules, *(prize.words for prize in item.prizes))),
        words=(plan.title,),
    )
