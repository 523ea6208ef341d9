"""What can be found: pieces, procedures, documents, plans and contests."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from hashlib import blake2b

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.contest.contest import Contest
from cchc_site.column.document import OfficialDocument
from cchc_site.column.instant import in_vietnam
from cchc_site.column.plan import Plan
from cchc_site.column.procedure import Procedure
from cchc_site.publish.collector import without_collector

_UNDATED = date(2000, 1, 1)
"""The day of what has none: recency is only a mild tie-break."""


class SearchDocument(Struct, frozen=True, dict=True):
    """One page as search sees it. `id` never changes; all labels are already worded for readers."""

    id: str
    address: str
    title: str
    moment: datetime
    kind: str
    summary: str = ""
    body: str | Callable[[], str] = ""
    """The text, or what will read it: most texts are never asked for."""
    areas: tuple[str, ...] = ()
    unit: str = ""
    words: tuple[str, ...] = ()
    """Words that describe it without standing in its text: tags, names of areas, numbers of documents."""
    digest: str = ""
    """A name for all of these texts that is there before they are read: equal ones mean equal title, summary, body and
    words."""

    @property
    def text(self) -> str:
        """The text itself."""
        return self.body if isinstance(self.body, str) else self.body()

    @property
    def instant(self) -> str:
        """The moment in Vietnam, as text that sorts like time."""
        known: str | None = self.__dict__.get("_instant")
        if known is None:  # by hand: there are thousands, and `cached_property` takes a lock for each
            known = self.__dict__["_instant"] = in_vietnam(self.moment).isoformat()
        return known

    @property
    def day(self) -> str:
        """The Vietnamese day, as `YYYY-MM-DD`."""
        return self.instant[:10]

    @property
    def version(self) -> str:
        """Changes whenever anything changes that search makes of this document."""
        known: str | None = self.__dict__.get("_version")
        if known is None:
            texts = self.digest or self.text_hash()
            known = "\t".join((texts, self.id, self.address, self.instant, self.kind, self.unit, *self.areas))
            self.__dict__["_version"] = known
        return known

    def text_hash(self) -> str:
        """A name for everything `extraction` reads, for a cache."""
        read = [self.title, self.summary, self.text, *self.words]
        return hashlib.sha256(json.dumps(read, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


class Findable(Struct, frozen=True):
    """What can be found, looked at only when it is not what it was."""

    mark: str
    """Changes whenever anything of the documents changes; empty when that would have to be looked for."""
    documents: Callable[[], Sequence[SearchDocument]]


def findable(column: Column, public: Sequence[Article]) -> Findable:
    """The pieces citizens may see, procedures, documents of the register, plans and contests."""
    others = _others(column)
    digests = [article.digest for article in public]
    seen = [repr(column.units.all), *(document.version for document in others), *digests]
    mark = blake2b("\n".join(seen).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Findable(mark if all(digests) else "", lambda: (*_pieces(column, public), *others))


def documents_of(column: Column, as_of: datetime) -> Sequence[SearchDocument]:
    """What can be found at that instant."""
    return findable(column, column.public(as_of)).documents()


def _pieces(column: Column, public: Sequence[Article]) -> list[SearchDocument]:
    units = {unit.id: unit.short_name or unit.name for unit in column.units.all}
    with without_collector():
        return [_piece(article, units) for article in public]


def _others(column: Column) -> list[SearchDocument]:
    procedures = (_procedure(item, column) for item in column.procedures.values())
    documents = (_document(item) for item in {item.slug: item for item in reversed(column.documents.all)}.values())
    plans = map(_plan, column.plans)
    contests = (_contest(item, plan) for plan in column.plans for item in plan.contests)
    return [*procedures, *documents, *plans, *contests]


def with_ids_apart(documents: Sequence[SearchDocument]) -> Sequence[SearchDocument]:
    """The documents, each with an id of its own; where people gave one twice, the later ones are numbered."""
    if len({document.id for document in documents}) == len(documents):
        return documents
    seen: Counter[str] = Counter()
    apart = []
    for document in documents:
        seen[document.id] += 1
        times = seen[document.id]
        apart.append(document if times == 1 else replace(document, id=f"{document.id}\x1f{times}"))
    return apart


def in_order(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Oldest first; those of one instant in the order of their ids."""
    return sorted(documents, key=lambda document: (document.instant, document.id))


def _piece(article: Article, units: Mapping[str, str]) -> SearchDocument:
    """`units` are the names of all units, by id."""
    return SearchDocument(
        id=article.id,
        address=article.address,
        title=article.title,
        moment=article.published,
        kind=article.kind.label,
        summary=article.summary,
        body=partial(_own_text, article),
        digest=article.digest,
        areas=tuple([area.short_name for area in article.areas]),
        unit=units.get(article.unit, ""),
        words=(*article.tags, *[area.name for area in article.areas], *article.documents),
    )


def _own_text(article: Article) -> str:
    return article.own_text


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
        # "thủ tục cấp giấy phép …": most names do not say that they are one.
        words=("Thủ tục hành chính", item.code, item.sector, item.level.label, item.decision),
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


def _plan(item: Plan) -> SearchDocument:
    return SearchDocument(
        id=f"ke-hoach/{item.id}",
        address=address.plan(item),
        title=item.title,
        moment=in_vietnam(item.issued or item.first),
        kind="Kế hoạch",
        summary=f"Số {item.number}." if item.number else "",
        body="\n".join((item.theme, *(topic.text for topic in item.topics), *(task.task for task in item.tasks))),
        words=item.basis,
    )
