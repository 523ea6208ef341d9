"""Every feed document of the site: each feed in three formats, the column's archives, and the list of all feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.publish.atom import atom
from cchc_site.publish.cards import Cards
from cchc_site.publish.channel import Chain, Channel
from cchc_site.publish.channels import Body, archive_count, archives, correction_channel, piece_channels
from cchc_site.publish.feeds import rss
from cchc_site.publish.json_feed import json_feed
from cchc_site.publish.opml import opml

_WRITERS = ((address.FEED, address.rss_archive, rss), (address.ATOM, address.atom_archive, atom))


def feed_files(
    cards: Cards, base_url: str, body: Body, others: Callable[[Body], Iterable[Channel]] = lambda body: ()
) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of every feed document. `others` makes the feeds that are not of areas, units or corrections."""
    texts: dict[str, str] = {}

    def once(article: Article) -> str:
        if article.id not in texts:
            texts[article.id] = body(article)
        return texts[article.id]

    channels = [*piece_channels(cards, once), correction_channel(cards), *others(once)]
    for channel in channels:
        yield from _subscriptions(cards, channel, base_url)
    yield from _archives(cards, base_url, body)
    yield address.OPML, _list(channels, cards.column.identity.name, base_url)


def _subscriptions(cards: Cards, channel: Channel, base_url: str) -> Iterator[tuple[str, bytes]]:
    """The three documents of one feed; only the column's own has archives behind it."""
    total = archive_count(cards) if channel.folder == address.HOME else 0
    for name, archive, write in _WRITERS:
        where = channel.folder + name
        chain = Chain(where, older=archive(total)) if total else None
        yield where, write(channel, base_url, where, chain)
    where = channel.folder + address.JSON_FEED
    yield where, json_feed(channel, base_url, where)


def _archives(cards: Cards, base_url: str, body: Body) -> Iterator[tuple[str, bytes]]:
    """Numbered from the oldest, so that a number once given keeps its pieces.

    A full document never names its successor before there is one: that link is the only thing in it that ever changes.
    """
    total = archive_count(cards)
    for number, channel in enumerate(archives(cards, body), 1):
        for name, archive, write in _WRITERS:
            chain = Chain(
                channel.folder + name,
                older=archive(number - 1) if number > 1 else None,
                newer=archive(number + 1) if number < total else None,
                is_archive=True,
            )
            yield archive(number), write(channel, base_url, archive(number), chain)


def _list(channels: Sequence[Channel], title: str, base_url: str) -> bytes:
    def those(folder: str) -> list[tuple[Channel, str]]:
        return [(c, address.feed_of(c.folder)) for c in channels if c.folder.startswith(folder) and c.folder]

    grouped = (address.AREA_DIRECTORY, address.UNIT_DIRECTORY)
    whole = [(c, address.feed_of(c.folder)) for c in channels if not c.folder.startswith(grouped)]
    groups = (("", whole), ("Lĩnh vực", those(address.AREA_DIRECTORY)), ("Đơn vị", those(address.UNIT_DIRECTORY)))
    return opml(title, groups, base_url)
