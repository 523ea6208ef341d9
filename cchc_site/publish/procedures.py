"""The catalogue of procedures: filters, a page for each, and the sheet for the notice board (the page's print form)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.contact import Contact, ContactKind, first_of
from cchc_site.column.instant import day_of
from cchc_site.column.procedure import Level, Online, Procedure
from cchc_site.column.time_limit import shortened_by
from cchc_site.publish.cards import Cards, on_day
from cchc_site.publish.contacts import contact_view
from cchc_site.publish.directory_views import ProcedureView, RegisterRow, RegisterView
from cchc_site.publish.listings import HOME, NO_PAGES
from cchc_site.publish.page import Page
from cchc_site.publish.qr_code import qr_matrix, qr_path, qr_size
from cchc_site.publish.registers import Choice, Filter, Register
from cchc_site.publish.views import ContactView, Link, PageFrame

HEADING = "Thủ tục hành chính"
LEAD = (
    "Nơi giải quyết, thời hạn, phí và mức độ trực tuyến của từng thủ tục. Giấy tờ phải nộp và biểu mẫu luôn lấy ở "
    "nguồn quốc gia, nơi có bản mới nhất."
)
PIECES = 6
_LEVEL_RANKS = {level: str(rank) for rank, level in enumerate(Level)}
_ONLINE_RANKS = {online: str(rank) for rank, online in enumerate(Online)}


class ProcedurePages(Struct, frozen=True, dict=True):
    """Makes the catalogue and every procedure's page."""

    cards: Cards
    base_url: str

    @cached_property
    def _pieces(self) -> Mapping[str, list[Article]]:
        found: dict[str, list[Article]] = {}
        for article in self.cards.public:
            for code in article.procedures:
                found.setdefault(code, []).append(article)
        return found

    @cached_property
    def _contacts(self) -> Mapping[str, ContactView]:
        return {contact.id: contact_view(self.cards, contact) for contact in self.cards.column.contacts if contact.id}

    @cached_property
    def _one_stop(self) -> ContactView | None:
        return self._shown(first_of(self.cards.column.contacts, ContactKind.ONE_STOP, ContactKind.OFFICE))

    @cached_property
    def _feedback(self) -> ContactView | None:
        return self._shown(first_of(self.cards.column.contacts, ContactKind.FEEDBACK, ContactKind.HOTLINE))

    def _shown(self, contact: Contact | None) -> ContactView | None:
        return contact_view(self.cards, contact) if contact else None

    def pages(self) -> Iterator[Page]:
        """The catalogue with its filters, and every procedure."""
        if not self.cards.column.procedures:
            return
        yield from self._register().pages()
        for item in self.cards.column.procedures.values():
            yield self.page(item)

    def _register(self) -> Register[Procedure]:
        frame = PageFrame(
            HEADING, LEAD, address.PROCEDURES, (HOME, Link("Thủ tục", "")), (self.cards.feed,), address.PROCEDURES
        )
        filters = (
            Filter[Procedure]("linh-vuc", "Lĩnh vực", lambda p: Choice(p.sector_slug, p.sector, p.sector)),
            Filter[Procedure]("cap", "Cấp", lambda p: Choice(p.level.value, p.level.label, _LEVEL_RANKS[p.level])),
            Filter[Procedure](
                "muc-do",
                "Nộp trực tuyến",
                lambda p: Choice(p.online.value, p.online.label, _ONLINE_RANKS[p.online]) if p.online else None,
            ),
        )
        items = sorted(self.cards.column.procedures.values(), key=lambda p: (p.sector, p.name, p.code))
        note = "Ghi sai hoặc thiếu? Hãy báo cho đầu mối ở chân trang." if self.cards.column.contacts else ""
        view = RegisterView(HEADING, LEAD, "thủ tục", (), 0, NO_PAGES, (), note=note)
        return Register(items, filters, self._row, view, frame)

    def _row(self, item: Procedure) -> RegisterRow:
        facts = [("Lĩnh vực", item.sector), ("Cấp", item.level.label)]
        facts += [("Thời hạn", item.time_limit)] if item.time_limit else []
        return RegisterRow(
            item.code,
            item.name,
            address.procedure(item),
            tuple(facts),
            f"online-{item.online.value}" if item.online else "",
            f"Trực tuyến: {item.online.label.lower()}" if item.online and item.online is not Online.NONE else "",
        )

    def page(self, item: Procedure) -> Page:
        """One procedure; printed, it is an A4 sheet for the notice board."""
        where = address.procedure(item)
        sector = Link(item.sector, f"{address.PROCEDURES}linh-vuc/{item.sector_slug}/")
        crumbs = (HOME, Link("Thủ tục", address.PROCEDURES), sector, Link(item.code, ""))
        description = f"{item.code}: {item.name}. Nơi giải quyết, thời hạn, phí, cách nộp."
        frame = PageFrame(item.name, description, where, crumbs, (self.cards.feed,), address.PROCEDURES)
        return Page("pages/procedure.html", frame, self._view(item, sector, where))

    def _view(self, item: Procedure, sector: Link, where: str) -> ProcedureView:
        matrix = qr_matrix(self.base_url + where)
        decision = None
        if item.decision:
            known = self.cards.column.documents.cited(item.decision, item.decided or day_of(self.cards.as_of))
            day = f" ngày {item.decided:%d/%m/%Y}" if item.decided else ""
            decision = Link(f"{item.decision}{day}", address.document(known) if known else "")
        return ProcedureView(
            code=item.code,
            name=item.name,
            sector=sector,
            level=item.level.label,
            facts=tuple(self._facts(item)),
            decision=decision,
            url=item.url,
            online_label=item.online.label if item.online else "",
            note=item.note,
            checked=on_day(item.checked) if item.checked else None,
            stale=item.is_stale(day_of(self.cards.as_of)),
            contact=self._contacts.get(item.contact) or self._one_stop,
            feedback=self._feedback,
            pieces=self.cards.cards(self._pieces.get(item.code, ())[:PIECES]),
            qr_path=qr_path(matrix),
            qr_size=qr_size(matrix),
        )

    def _facts(self, item: Procedure) -> Iterator[tuple[str, str]]:
        unit = self.cards.column.units.get(item.unit)
        yield "Cơ quan giải quyết", unit.name if unit else ""
        yield "Cấp thực hiện", item.level.label
        yield "Thời hạn giải quyết", item.time_limit
        if item.time_limit_online:
            saved = shortened_by(item.time_limit, item.time_limit_online)
            shorter = f" (rút ngắn {saved.amount:02d} {saved.unit})" if saved and saved.amount > 0 else ""
            yield "Thời hạn khi nộp trực tuyến", f"{item.time_limit_online}{shorter}"
        yield "Phí, lệ phí", item.fee
        if item.fee_online:
            yield "Phí, lệ phí khi nộp trực tuyến", item.fee_online
        yield "Mức độ trực tuyến", item.online.label if item.online else ""
        yield "Cách nộp hồ sơ", _ways(item)


def _ways(item: Procedure) -> str:
    if item.online_only:
        return "Chỉ nhận hồ sơ trực tuyến"
    ways = ["trực tiếp"]
    if item.online in (Online.WHOLE, Online.PART):
        ways.append("trực tuyến")
    if item.post:
        ways.append("qua bưu chính công ích")
    return ", ".join(ways).capitalize()
