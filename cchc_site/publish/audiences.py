"""The pages of what is written for one audience, and the page that leads to them; an audience without a piece has
none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.audience import Audience
from cchc_site.publish.cards import Cards
from cchc_site.publish.listing_views import Directory, DirectoryEntry, Listing
from cchc_site.publish.listings import HOME, NO_PAGES, listing_pages
from cchc_site.publish.page import Page
from cchc_site.publish.views import Link, PageFrame

_LEADS = {
    Audience.PEOPLE: "Bài viết cho người dân: làm thủ tục, tra cứu, phản ánh.",
    Audience.ORGANISATIONS: "Bài viết cho tổ chức, doanh nghiệp, hợp tác xã, hộ kinh doanh.",
    Audience.STAFF: "Bài viết cho người làm việc trong cơ quan, đơn vị của ngành.",
}


_HEADING = "Tin, bài theo đối tượng"
_LEAD = "Chọn phần viết riêng cho bạn. Bài không ghi đối tượng là viết cho mọi người."


def audience_pages(cards: Cards) -> Iterator[Page]:
    """The listing of each audience that any piece has in mind, public or not yet, after the directory of them."""
    used = [audience for audience in Audience if audience in cards.column.audiences]
    if used:
        yield _directory(cards, used)
    for audience in used:
        pieces = [article for article in cards.public if audience in article.audience]
        others = tuple(Link(other.label, address.audience(other)) for other in used if other is not audience)
        heading = f"Dành cho {audience.label[0].lower()}{audience.label[1:]}"
        listing = Listing(
            heading, _LEADS[audience], "Đối tượng", (), 0, NO_PAGES, None, None, (),
            "Đối tượng khác" if others else "", others,
        )  # fmt: skip
        crumbs = (HOME, Link("Đối tượng", address.AUDIENCES), Link(audience.label, ""))
        frame = PageFrame(heading, _LEADS[audience], address.audience(audience), crumbs, (), address.PIECES)
        yield from listing_pages(cards, pieces, listing, frame, (cards.feed,))


def _directory(cards: Cards, used: Sequence[Audience]) -> Page:
    counts = Counter(audience for article in cards.public for audience in article.audience)
    entries = tuple(
        DirectoryEntry(audience.label, address.audience(audience), _LEADS[audience], counts[audience])
        for audience in used
    )
    crumbs = (HOME, Link("Đối tượng", ""))
    frame = PageFrame(_HEADING, _LEAD, address.AUDIENCES, crumbs, (cards.feed,), address.PIECES)
    return Page("pages/directory.html", frame, Directory(_HEADING, _LEAD, entries=entries))


def audience_links(article: Article) -> tuple[Link, ...]:
    """The pages of a piece's audiences."""
    return tuple(Link(audience.label, address.audience(audience)) for audience in article.audience)
