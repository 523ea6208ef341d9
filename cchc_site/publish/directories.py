"""Every page and file of the directories and of the other channels, for the assembly."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.publish.audiences import audience_pages
from cchc_site.publish.cards import Cards
from cchc_site.publish.categories import category_pages
from cchc_site.publish.channel import Channel
from cchc_site.publish.channels import Body
from cchc_site.publish.contacts import contacts_page
from cchc_site.publish.contributions import contribution_pages
from cchc_site.publish.documents import DocumentPages
from cchc_site.publish.indices import index_pages
from cchc_site.publish.outreach import activities_page, posters_page, press_channel, press_page
from cchc_site.publish.page import Page
from cchc_site.publish.procedures import ProcedurePages
from cchc_site.publish.radio import RadioPages


def directory_pages(cards: Cards, documents: DocumentPages, radio: RadioPages, base_url: str) -> Iterator[Page]:
    """A directory without a row has no page."""
    column = cards.column
    yield from ProcedurePages(cards, base_url).pages()
    yield from documents.pages()
    if column.contacts:
        yield contacts_page(cards)
    yield from index_pages(cards)
    yield from contribution_pages(cards)
    if column.activities:
        yield activities_page(cards)
    if column.slogans:
        yield posters_page(cards)
    yield press_page(cards)
    yield from radio.pages()
    yield from category_pages(cards)
    yield from audience_pages(cards)


def directory_channels(cards: Cards, documents: DocumentPages, body: Body) -> Iterator[Channel]:
    """The feeds of the directories; `body` gives a piece's HTML with absolute links."""
    if cards.column.documents:
        yield documents.channel()
    yield press_channel(cards, body)
