"""The front page, the error page and the pages that only lead on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from cchc_site.column import address
from cchc_site.column.article import Kind
from cchc_site.column.audience import Audience
from cchc_site.column.category import Category
from cchc_site.column.column import Column
from cchc_site.column.instant import day_of
from cchc_site.column.monthly_minimum import Fulfilment
from cchc_site.column.slogan import slogan_of_week
from cchc_site.publish.cards import Cards
from cchc_site.publish.contacts import correction_mailbox, foot_contacts
from cchc_site.publish.listing_views import Home, SearchView
from cchc_site.publish.listings import HOME
from cchc_site.publish.months import HEADING, month_view
from cchc_site.publish.page import Page, base_of
from cchc_site.publish.views import Link, PageFrame, SiteView

NEWEST = 6
NOTICES = 3


def site_view(cards: Cards, base_url: str, standing: tuple[Link, ...]) -> SiteView:
    """What the frame of every page shows."""
    identity = cards.column.identity
    plans = (Link("Kế hoạch", address.PLANS),) if cards.column.plans else ()
    menu: tuple[Link, ...] = (
        Link("Tin, bài", address.PIECES),
        Link("Lĩnh vực", address.AREA_DIRECTORY),
        Link("Đơn vị", address.UNIT_DIRECTORY),
        Link("Lưu trữ", address.ARCHIVE),
        Link(HEADING, address.FULFILMENT),
        *plans,
    )
    lookups = tuple(directory_links(cards))
    menu = (*menu, *(link for link in lookups if link.address in (address.PROCEDURES, address.DOCUMENTS)))
    return SiteView(
        name=identity.name,
        description=identity.description,
        agency=cards.agency_name,
        address=identity.address,
        responsible=identity.responsible,
        source_rule=identity.source_rule,
        demonstration=identity.demonstration,
        menu=menu,
        areas=tuple(replace(area, count=0) for area in cards.areas),
        standing=standing,
        feed=cards.feed,
        services=(
            Link("Nhận tin qua RSS", address.FEED_LIST),
            Link("Đính chính", address.CORRECTIONS),
            Link("Dữ liệu mở", address.OPEN_DATA),
        ),
        base_url=base_url,
        frame_sources=" ".join(f"https://{host}" for host in identity.video_hosts) or "'none'",
        lookups=lookups,
        contacts=foot_contacts(cards),
        correction_mailbox=correction_mailbox(cards.column),
    )


def directory_links(cards: Cards) -> Iterator[Link]:
    """The directories that have anything in them, for the menu and the foot."""
    column = cards.column
    known = (
        (column.procedures, "Thủ tục", address.PROCEDURES),
        (column.documents, "Văn bản", address.DOCUMENTS),
        (column.contacts, "Đầu mối liên hệ", address.CONTACTS),
        (column.indices, "Các chỉ số", address.INDEX_SCORES),
        (True, "Đóng góp tin, bài", address.CONTRIBUTIONS),
        (column.contests, "Cuộc thi", address.CONTESTS),
        (column.activities, "Hoạt động ngoài trang", address.ACTIVITIES),
        (column.slogans, "Khẩu hiệu, áp phích", address.POSTERS),
        (True, "Kịch bản phát thanh", address.RADIO),
        (True, "Dành cho báo chí", address.PRESS),
    )
    yield from (Link(title, where) for rows, title, where in known if rows)
    categories = {article.category for article in cards.public}
    for category in Category:
        if category in categories:
            yield Link(category.label, address.category(category))
    audiences = {audience for article in cards.public for audience in article.audience}
    for audience in Audience:
        if audience in audiences:
            yield Link(f"Dành cho {audience.label[0].lower()}{audience.label[1:]}", address.audience(audience))


def home_page(cards: Cards, fulfilment: Fulfilment) -> Page:
    """The front page: newest pieces, areas, and how this month stands."""
    pieces = list(islice((article for article in cards.latest if article.kind.is_piece), NEWEST + 1))
    notices = list(islice((article for article in cards.latest if article.kind is Kind.NOTICE), NOTICES))
    view = Home(
        lead=cards.card(pieces[0]) if pieces else None,
        newest=cards.cards(pieces[1:]),
        areas=cards.areas,
        month=month_view(fulfilment.current),
        theme=_theme(cards.column, cards),
        slogan=_slogan(cards),
        notices=cards.cards(notices),
        total=len(cards.public),
        feed=cards.feed,
    )
    identity = cards.column.identity
    frame = PageFrame(identity.name, identity.description, address.HOME, (), (cards.feed,))
    return Page("pages/home.html", frame, view)


def _theme(column: Column, cards: Cards) -> str:
    today = day_of(cards.as_of)
    return next((plan.theme for plan in column.plans if plan.theme and plan.first <= today <= plan.last), "")


def _slogan(cards: Cards) -> Link | None:
    slogan = slogan_of_week(cards.column.slogans, day_of(cards.as_of))
    return Link(slogan.text, slogan.page or address.POSTERS) if slogan else None


def search_page(cards: Cards) -> Page:
    """The page of results; until something is asked, and without scripts, it offers the listings."""
    lead = "Tìm tin, bài theo chữ có dấu hoặc không dấu, chữ viết tắt, số văn bản."
    crumbs = (HOME, Link("Tìm kiếm", ""))
    frame = PageFrame("Tìm kiếm", lead, address.SEARCH, crumbs, (cards.feed,), noindex=True)
    return Page("pages/search.html", frame, SearchView(cards.cards(cards.public[:NEWEST])))


def not_found_page() -> Page:
    """What a reader sees at an address that does not exist."""
    frame = PageFrame("Không tìm thấy trang", "Địa chỉ này không có trang nào.", "404.html", noindex=True)
    return Page("pages/not_found.html", frame, file="404.html")


def redirect_pages(cards: Cards) -> Iterator[Page]:
    """Old addresses lead to the pages that took their place."""
    for article in cards.column.articles:
        if not article.aliases or not article.is_public(cards.as_of):
            continue
        for alias in article.aliases:
            frame = PageFrame(article.title, article.summary, article.address, noindex=True)
            yield Page("pages/redirect.html", frame, base_of(alias) + article.address, f"{alias}index.html")


def redirect(frame: PageFrame, at: str) -> Page:
    """A page at `at` that only leads to the frame's own address."""
    return Page("pages/redirect.html", frame, base_of(at) + frame.address, f"{at}index.html")


def report_index_redirect() -> Page:
    """`/bao-cao/` itself: the table of months is the directory of reports."""
    return redirect(PageFrame(HEADING, HEADING, address.FULFILMENT, noindex=True), address.REPORTS)
