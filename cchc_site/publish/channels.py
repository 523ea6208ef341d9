"""Which feeds there are: the whole column, each area, each unit, and the corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import islice

from msgspec import Struct

from cchc_site.column import address
from cchc_site.column.area import AREAS
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.corrections import Case, published
from cchc_site.publish.cards import Cards, media_type
from cchc_site.publish.channel import Channel, Enclosure, Entry

ITEMS = 50
"""Entries in a feed that people subscribe to."""


class Body(Struct, frozen=True):
    """Gives a piece's sanitised HTML with absolute links, and a name for it that is cheaper to have."""

    html: Callable[[Article], str]
    mark: Callable[[Article], str] = lambda article: ""


def piece_channels(cards: Cards, body: Body) -> Iterator[Channel]:
    """The feeds of pieces. `body` gives a piece's sanitised HTML with absolute links."""
    identity = cards.column.identity
    yield piece_channel(cards, "", identity.name, identity.description, address.HOME, newest(cards), body)
    for area in AREAS:
        where, title = address.area(area), cards.area_feed(area).title
        chosen = cards.by_area[area][:ITEMS]
        yield piece_channel(cards, f":{where}", title, area.description, where, chosen, body)
    for unit in cards.column.units.all:
        where, title = address.unit(unit), cards.unit_feed(unit).title
        chosen = cards.by_unit[unit.id][:ITEMS]
        yield piece_channel(cards, f":{where}", title, f"Tin, bài do {unit.name} đăng.", where, chosen, body)


def newest(cards: Cards) -> list[Article]:
    """The whole column's entries, those moved last first: every piece that no archive holds yet, then as many of the
    latest as there is room for. So the archives and this document together have every piece, at any time.
    """
    loose = [a for a in cards.slots[: len(cards.slots) % ARCHIVE_ITEMS] if not a.is_withdrawn(cards.as_of)]
    held = {article.id for article in loose}
    others = islice((article for article in cards.latest if article.id not in held), ITEMS - len(loose))
    kept = held | {article.id for article in others}
    return [article for article in cards.latest if article.id in kept]


ARCHIVE_ITEMS = 25
"""Entries in an archive document; at most half of `ITEMS`, so that moved pieces always find room in the feed."""


def archive_count(cards: Cards) -> int:
    """How many archive documents are full."""
    return len(cards.slots) // ARCHIVE_ITEMS


def archives(cards: Cards) -> Iterator[Sequence[Article]]:
    """The pieces of the column's archive documents, oldest first: each place in them is taken for ever, so no new piece
    and no withdrawal moves another."""
    oldest_first = cards.slots[::-1]
    for number in range(archive_count(cards)):
        places = oldest_first[number * ARCHIVE_ITEMS : (number + 1) * ARCHIVE_ITEMS]
        yield [article for article in reversed(places) if not article.is_withdrawn(cards.as_of)]


def archive_channel(cards: Cards, pieces: Sequence[Article], body: Body) -> Channel:
    """One archive document."""
    identity = cards.column.identity
    return piece_channel(cards, "", identity.name, identity.description, address.HOME, pieces, body)


def correction_channel(cards: Cards) -> Channel:
    """Every published correction, newest first."""
    identity = cards.column.identity
    cases = published(cards.column, cards.as_of)[:ITEMS]
    return Channel(
        f"{urn(cards.column)}:{address.CORRECTIONS.rstrip('/')}",
        cards.correction_feed.title,
        f"Những chỗ {identity.name} đã viết sai và nay viết lại cho đúng.",
        address.CORRECTIONS,
        address.CORRECTIONS,
        tuple(_correction_entry(cards, case) for case in cases),
        identity.source_rule,
        cards.agency_name,
    )


def urn(column: Column) -> str:
    """The column's name for ever: a move of the site does not change it."""
    return f"urn:cchc:{column.identity.id}"


def guid(column: Column, article: Article) -> str:
    """The piece's name for ever: neither a move of the file nor of the site changes it."""
    return f"{urn(column)}:{article.id}"


def piece_channel(
    cards: Cards, name: str, title: str, description: str, where: str, pieces: Sequence[Article], body: Body
) -> Channel:
    """A feed of these pieces; `name` tells it from the column's other feeds for ever."""
    entries = tuple(_entry(cards, article, body) for article in pieces)
    key = urn(cards.column) + name.rstrip("/").replace("/", ":")
    return Channel(key, title, description, where, where, entries, cards.column.identity.source_rule, cards.agency_name)


def _entry(cards: Cards, article: Article, body: Body) -> Entry:
    return Entry(
        id=guid(cards.column, article),
        title=article.title,
        address=article.address,
        summary=article.summary,
        html=lambda: body.html(article),
        mark=body.mark(article),
        author=article.author,
        published=article.published,
        updated=article.updated_by(cards.as_of),
        categories=tuple(area.name for area in article.areas),
        source=article.source,
        enclosure=_enclosure(cards, article),
    )


def _enclosure(cards: Cards, article: Article) -> Enclosure | None:
    file = article.video.src if article.video else article.image.src if article.image else ""
    if file not in cards.column.assets:
        return None
    if cards.pictures is None:
        return Enclosure(file, media_type(file), cards.column.assets[file].size)
    length = cards.pictures.length_of(file)
    kind = cards.pictures.media_type_of(file) or media_type(file)
    return Enclosure(file, kind, length) if length is not None else None


def _correction_entry(cards: Cards, case: Case) -> Entry:
    article, correction = case.article, case.correction
    assert correction.at is not None
    said = f"Bản trước ghi: “{correction.wrong}” Nay sửa là: “{correction.right}”"
    html = (
        f"<p>Bản trước ghi: <del>{escape(correction.wrong)}</del></p>"
        f"<p>Nay sửa là: <ins>{escape(correction.right)}</ins></p>"
    )
    same = [c for c in article.corrections if c.at == correction.at]
    number = f"-{same.index(correction) + 1}" if len(same) > 1 else ""
    return Entry(
        id=f"{guid(cards.column, article)}:dinh-chinh:{correction.at:%Y-%m-%dT%H%M}{number}",
        title=f"Đính chính: {article.title}",
        address=f"{article.address}#dinh-chinh",
        summary=said,
        html=lambda: html,
        author=article.author,
        published=correction.at,
        updated=correction.at,
        categories=tuple(area.name for area in article.areas),
    )
