"""The register of documents: filters, a page for each, the feed, and what pieces show of the documents they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from html import escape

from msgspec import Struct

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.document import OfficialDocument, Standing
from cchc_site.column.instant import day_of, in_vietnam
from cchc_site.publish.cards import Cards
from cchc_site.publish.channel import Channel, Entry
from cchc_site.publish.channels import urn
from cchc_site.publish.directory_views import DocumentView, RegisterRow, RegisterView
from cchc_site.publish.listings import HOME, NO_PAGES
from cchc_site.publish.page import Page
from cchc_site.publish.registers import Choice, Filter, Register
from cchc_site.publish.views import DocumentLink, FeedLink, Link, PageFrame
from cchc_site.vietnamese.slug import slug

HEADING = "Văn bản"
LEAD = (
    "Văn bản về cải cách hành chính và văn bản mà tin, bài dẫn tới: số, ngày, nơi ban hành, hiệu lực, văn bản thay thế."
)
PIECES = 12
FEED_ITEMS = 50
_STANDING_RANKS = {standing: str(rank) for rank, standing in enumerate(Standing)}


class DocumentPages(Struct, frozen=True, dict=True):
    """Makes the register, every document's page, and links from pieces to documents."""

    cards: Cards

    @property
    def feed(self) -> FeedLink:
        """The feed of new documents."""
        return FeedLink(f"{self.cards.column.identity.name}: văn bản", address.feed_of(address.DOCUMENTS))

    @cached_property
    def _today(self) -> date:
        return day_of(self.cards.as_of)

    @cached_property
    def _citing(self) -> Mapping[str, list[Article]]:
        """Public pieces by the document that they cite, in the field or in the text; newest first."""
        found: dict[str, list[Article]] = {}
        for article in self.cards.public:
            if article.documents or article.cited_numbers:
                for document in self.cited_by(article):
                    found.setdefault(document.slug, []).append(article)
        return found

    def cited_by(self, article: Article) -> tuple[OfficialDocument, ...]:
        """The documents of the register that a piece cites; those named in its field come first."""
        numbers = (*article.documents, *article.cited_numbers)
        if not numbers or not self.cards.column.documents:
            return ()
        day = day_of(article.published)
        known = (self.cards.column.documents.cited(number, day) for number in numbers)
        return tuple({item.slug: item for item in known if item is not None}.values())

    def links(self, article: Article) -> tuple[DocumentLink, ...]:
        """What a piece's field `documents` names; one that the register does not know has no address."""
        day = day_of(article.published)
        shown = []
        for number in article.documents:
            item = self.cards.column.documents.cited(number, day)
            shown.append(self._link(item) if item else DocumentLink(number, "", "", "", ""))
        return tuple(shown)

    def ended(self, article: Article) -> tuple[tuple[DocumentLink, tuple[DocumentLink, ...]], ...]:
        """The documents that a piece rests on and that have ended since, each with what stands in its place today.

        A piece that only tells the history of a document names it in the text, not in the field, and gets no notice.
        """
        day = day_of(article.published)
        known = (self.cards.column.documents.cited(number, day) for number in article.documents)
        return tuple(
            (self._link(item), tuple(map(self._link, self.cards.column.documents.heirs(item, self._today))))
            for item in known
            if item is not None and item.ended_by(self._today) and not item.ended_by(day)
        )

    def _link(self, item: OfficialDocument) -> DocumentLink:
        standing = item.standing_on(self._today)
        return DocumentLink(item.number, item.title, address.document(item), standing.value, standing.label)

    def pages(self) -> Iterator[Page]:
        """The register with its filters, and every document."""
        if not self.cards.column.documents:
            return
        yield from self._register().pages()
        for item in {item.slug: item for item in reversed(self.cards.column.documents.all)}.values():
            yield self.page(item)

    def _register(self) -> Register[OfficialDocument]:
        crumbs = (HOME, Link("Văn bản", ""))
        frame = PageFrame(HEADING, LEAD, address.DOCUMENTS, crumbs, (self.feed, self.cards.feed), address.DOCUMENTS)
        filters = (
            Filter[OfficialDocument](
                "loai", "Loại văn bản", lambda d: Choice(slug(d.type_name), d.type_name, d.type_name)
            ),
            Filter[OfficialDocument](
                "nam",
                "Năm ban hành",
                lambda d: Choice(str(d.year), str(d.year), f"{9999 - d.year:04d}") if d.year else None,
            ),
            Filter[OfficialDocument]("hieu-luc", "Hiệu lực", self._standing_choice),
        )
        newest = sorted(self.cards.column.documents.all, key=lambda d: d.key)
        newest.sort(key=lambda d: d.issued or date(d.year or 1945, 1, 1), reverse=True)
        view = RegisterView(HEADING, LEAD, "văn bản", (), 0, NO_PAGES, (), feed=self.feed)
        return Register(newest, filters, self._row, view, frame)

    def _standing_choice(self, item: OfficialDocument) -> Choice:
        standing = item.standing_on(self._today)
        return Choice(standing.value, standing.label, _STANDING_RANKS[standing])

    def _row(self, item: OfficialDocument) -> RegisterRow:
        standing = item.standing_on(self._today)
        facts = [("Loại", item.type_name)]
        facts += [("Ban hành", f"{item.issued:%d/%m/%Y}")] if item.issued else []
        facts += [("Nơi ban hành", item.issuer)] if item.issuer else []
        title = item.title or f"{item.type_name} số {item.number}"
        return RegisterRow(item.number, title, address.document(item), tuple(facts), standing.value, standing.label)

    def page(self, item: OfficialDocument) -> Page:
        """One document."""
        name = f"{item.type_name} số {item.number}"
        crumbs = (HOME, Link("Văn bản", address.DOCUMENTS), Link(item.number, ""))
        description = f"{name}: {item.title}" if item.title else f"{name}: ngày ban hành, hiệu lực, văn bản thay thế."
        frame = PageFrame(
            name, description, address.document(item), crumbs, (self.feed, self.cards.feed), address.DOCUMENTS
        )
        citing = self._citing.get(item.slug, [])
        standing = item.standing_on(self._today)
        documents = self.cards.column.documents
        size = self.cards.column.assets[item.file].size if item.file in self.cards.column.assets else 0
        heirs = (documents.cited(number, self._today) for number in item.replaced_by)
        view = DocumentView(
            number=item.number,
            title=item.title,
            type_name=item.type_name,
            facts=tuple(_facts(item)),
            state=standing.value,
            state_label=standing.label,
            url=item.url,
            file=item.file,
            file_size=_size(size),
            replaced_by=tuple(self._link(heir) for heir in heirs if heir is not None)
            + tuple(DocumentLink(n, "", "", "", "") for n in item.replaced_by if n not in documents),
            replaces=tuple(map(self._link, documents.replaced(item))),
            pieces=self.cards.cards(citing[:PIECES]),
            more=max(0, len(citing) - PIECES),
        )
        return Page("pages/document.html", frame, view)

    def channel(self) -> Channel:
        """The feed: documents by their day of issue, newest first; those without a day cannot be news."""
        dated = [(item.issued, item) for item in self.cards.column.documents.all if item.issued]
        dated = [(day, item) for day, item in dated if day <= self._today]
        newest = sorted(dated, key=lambda pair: (pair[0], pair[1].key), reverse=True)[:FEED_ITEMS]
        identity = self.cards.column.identity
        return Channel(
            f"{urn(self.cards.column)}:van-ban",
            self.feed.title,
            LEAD,
            address.DOCUMENTS,
            address.DOCUMENTS,
            tuple(self._entry(item, day) for day, item in newest),
            identity.source_rule,
            self.cards.agency_name,
        )

    def _entry(self, item: OfficialDocument, day: date) -> Entry:
        facts = "; ".join(f"{label}: {value}" for label, value in _facts(item))
        return Entry(
            id=f"{urn(self.cards.column)}:van-ban:{item.slug}",
            title=f"{item.type_name} số {item.number}" + (f": {item.title}" if item.title else ""),
            address=address.document(item),
            summary=facts,
            html=lambda: f"<p>{escape(facts)}</p>",
            author=self.cards.agency_name,
            published=in_vietnam(day),
            updated=in_vietnam(day),
        )


def _facts(item: OfficialDocument) -> Iterator[tuple[str, str]]:
    yield "Số, ký hiệu", item.number
    yield "Loại văn bản", item.type_name
    if item.issued:
        yield "Ngày ban hành", f"{item.issued:%d/%m/%Y}"
    if item.issuer:
        yield "Nơi ban hành", item.issuer
    if item.title:
        yield "Trích yếu", item.title
    if item.valid_from:
        yield "Có hiệu lực từ", f"{item.valid_from:%d/%m/%Y}"
    if item.valid_to:
        yield "Hiệu lực đến hết", f"{item.valid_to:%d/%m/%Y}"


def _size(size: int) -> str:
    if not size:
        return ""
    return f"{size / 1_000_000:.1f} MB".replace(".", ",") if size >= 1_000_000 else f"{max(1, size // 1000)} kB"
