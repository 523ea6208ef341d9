"""The pages of commended people, good practice and criticism; a category without a piece has no page."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.category import Category
from cchc_site.publish.cards import Cards
from cchc_site.publish.listing_views import Listing
from cchc_site.publish.listings import HOME, NO_PAGES, listing_pages
from cchc_site.publish.page import Page
from cchc_site.publish.views import Link, PageFrame

_LEADS = {
    Category.COMMEND: "Tập thể, cá nhân làm tốt. Mỗi bài ghi căn cứ biểu dương.",
    Category.GOOD_PRACTICE: "Cách làm đã đem lại kết quả và có thể nhân rộng. Mỗi bài ghi căn cứ.",
    Category.CRITICISE: "Việc làm chậm, gây phiền hà. Mỗi bài có nguồn đã xác minh và ý kiến của bên được nêu.",
}


def category_pages(cards: Cards) -> Iterator[Page]:
    """The listing of each category that any piece carries, public or not yet."""
    for category in Category:
        if category not in cards.column.categories:
            continue
        pieces = [article for article in cards.public if article.category is category]
        others = tuple(
            Link(other.label, address.category(other))
            for other in Category
            if other is not category and other in cards.column.categories
        )
        listing = Listing(
            category.label, _LEADS[category], "Chuyên đề", (), 0, NO_PAGES, None, None, (),
            "Chuyên đề khác" if others else "", others,
        )  # fmt: skip
        where = address.category(category)
        crumbs = (HOME, Link("Tin, bài", address.PIECES), Link(category.label, ""))
        frame = PageFrame(category.label, _LEADS[category], where, crumbs, (), address.PIECES)
        yield from listing_pages(cards, pieces, listing, frame, (cards.feed,))


def guard_lines(article: Article) -> tuple[tuple[str, str], ...]:
    """What a reader is told about the safeguards of a piece: label and text."""
    guards = article.safeguards
    if article.category in (Category.COMMEND, Category.GOOD_PRACTICE):
        return (("Căn cứ", guards.basis),) if guards.basis else ()
    if article.category is not Category.CRITICISE:
        return ()
    reply = guards.reply
    if not reply and guards.reply_due:
        reply = (
            f"Đã đề nghị trả lời trước hết ngày {guards.reply_due:%d/%m/%Y}; đến khi đăng bài chưa nhận được ý kiến."
        )
    lines = (("Nguồn đã xác minh", guards.source), ("Ý kiến của bên được nêu", reply))
    return tuple((label, text) for label, text in lines if text)
