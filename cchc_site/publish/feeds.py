"""RSS 2.0, written by feedgen; with the links of RFC 5005 that feedgen does not write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from cchc_site.publish.channel import Chain, Channel, Entry
from cchc_site.publish.rss_item import plain_item

RSS_TYPE = "application/rss+xml"
ATOM = "http://www.w3.org/2005/Atom"
HISTORY = "http://purl.org/syndication/history/1.0"


class _History(BaseExtension):  # type: ignore[misc]
    """`fh:archive` and the `prev-archive`, `next-archive`, `current` links of an archived feed."""

    def __init__(self) -> None:
        self.marks: list[tuple[str, str]] = []
        self.is_archive = False

    def extend_ns(self) -> dict[str, str]:
        return {"fh": HISTORY}

    def extend_rss(self, feed: Any) -> Any:
        channel = feed[0]
        for rel, href in self.marks:
            etree.SubElement(channel, f"{{{ATOM}}}link", href=href, rel=rel, type=RSS_TYPE)
        if self.is_archive:
            etree.SubElement(channel, f"{{{HISTORY}}}archive")
        return feed


class _Updated(BaseEntryExtension):  # type: ignore[misc]
    """`atom:updated` beside `pubDate`: an item that was changed says so, and keeps its first date."""

    def __init__(self) -> None:
        self.at = ""

    def extend_rss(self, item: Any) -> Any:
        if self.at:
            etree.SubElement(item, f"{{{ATOM}}}updated").text = self.at
        return item


_END = b"  </channel>\n"


def rss(channel: Channel, base_url: str, where: str, chain: Chain | None = None) -> bytes:
    """One document, to stand at `where` below the site's root."""
    items = [plain_item(entry, base_url) for entry in channel.entries]
    plain = [item for item in items if item is not None]
    if len(plain) < len(items):
        return generated(channel, channel.entries, base_url, where, chain)
    document = generated(channel, (), base_url, where, chain)
    head, end, rest = document.rpartition(_END)
    return b"".join([head, "".join(plain).encode(), end, rest])


def generated(
    channel: Channel, entries: Sequence[Entry], base_url: str, where: str, chain: Chain | None = None
) -> bytes:
    """The document with these entries, all of it by feedgen."""
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.register_extension("history", _History, _Updated)
    feed.title(channel.title)
    feed.description(channel.description or channel.title)
    # The channel's own <link> is the last one that feedgen is given.
    feed.link(href=base_url + where, rel="self", type=RSS_TYPE)
    feed.link(href=base_url + channel.page, rel="alternate")
    feed.language("vi")
    feed.generator("cchc-site")
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.lastBuildDate(channel.updated)
    if chain is not None:
        feed.history.marks = list(_marks(chain, base_url))
        feed.history.is_archive = chain.is_archive
    for entry in entries:
        _item(feed, base_url, entry)
    document: bytes = feed.rss_str(pretty=True)
    return document


def _marks(chain: Chain, base_url: str) -> Iterator[tuple[str, str]]:
    if chain.is_archive:
        yield "current", base_url + chain.current
    if chain.older is not None:
        yield "prev-archive", base_url + chain.older
    if chain.newer is not None:
        yield "next-archive", base_url + chain.newer


def _item(feed: FeedGenerator, base_url: str, entry: Entry) -> None:
    item = feed.add_entry(order="append")
    item.title(entry.title)
    item.link(href=base_url + entry.address)
    item.guid(guid=entry.id, permalink=False)
    item.description(entry.summary)
    item.content(entry.html(), type="CDATA")
    item.published(entry.published)
    item.dc.dc_creator(entry.author)
    if entry.updated > entry.published:
        item.history.at = entry.updated.isoformat(timespec="seconds")
    for name in entry.categories:
        item.category(term=name)
    if entry.source is not None:
        item.source(url=entry.source.url, title=entry.source.name)
    if entry.enclosure is not None:
        item.enclosure(base_url + entry.enclosure.address, str(entry.enclosure.size), entry.enclosure.media_type)
