"""RSS 2.0 feeds: the whole column, one per area, one per unit (written by feedgen)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from feedgen.feed import FeedGenerator

from cchc_site.column import address
from cchc_site.column.area import AREAS
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.instant import VIETNAM
from cchc_site.publish.cards import Cards, media_type

ITEMS = 50

Body = Callable[[Article], str]


def feeds(cards: Cards, base_url: str, body: Body) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of every feed. `body` gives a piece's sanitised HTML with absolute links."""
    identity = cards.column.identity
    pieces = cards.public
    yield (
        address.FEED,
        feed_document(cards, base_url, identity.name, identity.description, address.FEED, address.HOME, pieces, body),
    )
    for area in AREAS:
        where, link = address.area(area), cards.area_feed(area)
        chosen = [article for article in pieces if area in article.areas][:ITEMS]
        yield (
            link.address,
            feed_document(cards, base_url, link.title, area.description, link.address, where, chosen, body),
        )
    for unit in cards.column.units.all:
        where, link = address.unit(unit), cards.unit_feed(unit)
        chosen = [article for article in pieces if article.unit == unit.id][:ITEMS]
        lead = f"Tin, bài do {unit.name} đăng."
        yield link.address, feed_document(cards, base_url, link.title, lead, link.address, where, chosen, body)


def feed_document(
    cards: Cards,
    base_url: str,
    title: str,
    description: str,
    where: str,
    page: str,
    pieces: Sequence[Article],
    body: Body,
) -> bytes:
    """One feed of pieces, the newest first."""
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.title(title)
    feed.description(description or title)
    # The channel's own <link> is the last one that feedgen is given.
    feed.link(href=base_url + where, rel="self", type="application/rss+xml")
    feed.link(href=base_url + page, rel="alternate")
    feed.language("vi")
    feed.generator("cchc-site")
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.lastBuildDate(_newest(pieces[:ITEMS], cards.as_of))
    for article in pieces[:ITEMS]:
        _entry(feed, cards, base_url, article, body)
    document: bytes = feed.rss_str(pretty=True)
    return document


def _newest(pieces: Sequence[Article], as_of: datetime) -> datetime:
    """Never the clock: a feed that did not change keeps its date. An empty feed has the beginning of time."""
    return max((article.updated_by(as_of) for article in pieces), default=datetime(1970, 1, 1, tzinfo=VIETNAM))


def _entry(feed: FeedGenerator, cards: Cards, base_url: str, article: Article, body: Body) -> None:
    entry = feed.add_entry(order="append")
    entry.title(article.title)
    entry.link(href=base_url + article.address)
    entry.guid(guid(cards.column, article), permalink=False)
    entry.description(article.summary)
    entry.content(body(article), type="CDATA")
    entry.published(article.published)
    entry.dc.dc_creator(article.author)
    for area in article.areas:
        entry.category(term=area.name)
    if article.source is not None:
        entry.source(url=article.source.url, title=article.source.name)
    file = article.video.src if article.video else article.image.src if article.image else ""
    if file in cards.column.assets:
        entry.enclosure(base_url + file, str(cards.column.assets[file].size), media_type(file))


def guid(column: Column, article: Article) -> str:
    """The piece's name for ever: neither a move of the file nor of the site changes it."""
    return f"urn:cchc:{column.identity.id}:{article.id}"
