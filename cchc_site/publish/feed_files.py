"""Every feed document of the site: each feed in three formats, the column's archives, and the list of all feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from cchc_site.column import address
from cchc_site.publish.atom import atom
from cchc_site.publish.cards import Cards
from cchc_site.publish.channel import Chain, Channel
from cchc_site.publish.channels import (
    Body,
    archive_channel,
    archive_count,
    archives,
    correction_channel,
    piece_channels,
)
from cchc_site.publish.json_feed import json_feed
from cchc_site.publish.mark import mark_of
from cchc_site.publish.opml import opml
from cchc_site.publish.output import Output, made


def _rss(channel: Channel, base_url: str, where: str, chain: Chain | None) -> bytes:
    from cchc_site.publish.feeds import rss  # its library takes longer to load than a page to make

    return rss(channel, base_url, where, chain)


_Writer = Callable[[Channel, str, str, Chain | None], bytes]
_WRITERS: tuple[tuple[str, Callable[[int], str], _Writer], ...] = (
    (address.FEED, address.rss_archive, _rss),
    (address.ATOM, address.atom_archive, atom),
)


def feed_files(
    cards: Cards, base_url: str, body: Body, others: Callable[[Body], Iterable[Channel]] = lambda body: ()
) -> Iterator[Output]:
    """Every feed document. `others` makes the feeds that are not of areas, units or corrections."""
    channels = [*piece_channels(cards, body), correction_channel(cards), *others(body)]
    for channel in channels:
        yield from _subscriptions(cards, channel, base_url)
    yield from _archives(cards, base_url, body)
    yield made(address.OPML, _list(channels, cards.column.identity.name, base_url))


def _subscriptions(cards: Cards, channel: Channel, base_url: str) -> Iterator[Output]:
    """The three documents of one feed; only the column's own has archives behind it."""
    total = archive_count(cards) if channel.folder == address.HOME else 0
    mark = channel.mark
    for name, archive, write in _WRITERS:
        where = channel.folder + name
        chain = Chain(where, older=archive(total)) if total else None
        yield Output(where, mark_of(mark, base_url, chain), partial(write, channel, base_url, where, chain))
    where = channel.folder + address.JSON_FEED
    yield Output(where, mark_of(mark, base_url), partial(json_feed, channel, base_url, where))


def _archives(cards: Cards, base_url: str, body: Body) -> Iterator[Output]:
    """Numbered from the oldest, so that a number once given keeps its pieces.

    A full document never names its successor before there is one: that link is the only thing in it that ever changes.
    """
    total = archive_count(cards)
    whose = replace(archive_channel(cards, (), body), entries=())
    for number, pieces in enumerate(archives(cards), 1):
        mark = mark_of(whose, *cards.marks(pieces), *map(body.mark, pieces))
        for name, archive, write in _WRITERS:
            chain = Chain(
                address.HOME + name,
                older=archive(number - 1) if number > 1 else None,
                newer=archive(number + 1) if number < total else None,
                is_archive=True,
            )
            where = archive(number)
            make = partial(_archive, write, partial(archive_channel, cards, pieces, body), base_url, where, chain)
            yield Output(where, mark_of(mark, base_url, chain), make)


def _archive(write: _Writer, channel: Callable[[], Channel], base_url: str, where: str, chain: Chain) -> bytes:
    return write(channel(), base_url, where, chain)


def _list(channels: Sequence[Channel], title: str, base_url: str) -> bytes:
    def those(folder: str) -> list[tuple[Channel, str]]:
        return [(c, address.feed_of(c.folder)) for c in channels if c.folder.startswith(folder) and c.folder]

    grouped = (address.AREA_DIRECTORY, address.UNIT_DIRECTORY)
    whole = [(c, address.feed_of(c.folder)) for c in channels if not c.folder.startswith(grouped)]
    groups = (("", whole), ("Lĩnh vực", those(address.AREA_DIRECTORY)), ("Đơn vị", those(address.UNIT_DIRECTORY)))
    return opml(title, groups, base_url)
