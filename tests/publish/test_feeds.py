"""RSS 2.0 feeds, read back by a feed reader's parser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import UNIT, areas, at, column, piece
from support.html_pages import Html

from cchc_site.column import address
from cchc_site.column.area import AREA_BY_ID, AREAS
from cchc_site.column.article import Article, Correction, Image, Origin, Source, Update, Video, Withdrawal
from cchc_site.column.column import Asset, Column
from cchc_site.publish.channels import ITEMS, Body, piece_channels
from cchc_site.publish.feeds import rss

from .made import FORMER_UNIT, LATER_UNIT, SITE, articles, cards, pieces

HOSTILE_TITLES = ["A & B", "a < b > c", "]]>", "<![CDATA[x]]>", "&amp; &#7; &nope;", "“ngoặc” 'đơn' \"kép\"", "😀 Đ"]
DC = "{http://purl.org/dc/elements/1.1/}creator"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def _files(item: Column, as_of: str = "2024-06-01") -> Mapping[str, bytes]:
    made = articles(item, as_of)
    channels = piece_channels(cards(item, as_of), Body(lambda a: made.html(a, SITE, SITE + a.address)))
    return {c.folder + address.FEED: rss(c, SITE, c.folder + address.FEED) for c in channels}


def _parsed(data: bytes) -> Any:
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def _feed(item: Column, path: str = address.FEED, as_of: str = "2024-06-01") -> Any:
    return _parsed(_files(item, as_of)[path])


def _xml(item: Column, as_of: str = "2024-06-01") -> ElementTree.Element:
    root = ElementTree.fromstring(_files(item, as_of)[address.FEED])
    channel = root.find("channel")
    assert channel is not None
    return channel


def _texts(channel: ElementTree.Element, path: str) -> list[str]:
    return [element.text or "" for element in channel.findall(path)]


def test_the_whole_column_each_area_and_each_unit_have_a_feed() -> None:
    files = _files(column(pieces(2), units=(FORMER_UNIT, LATER_UNIT)))
    assert set(files) == {
        "rss.xml",
        *(f"linh-vuc/{area.slug}/rss.xml" for area in AREAS),
        *(f"don-vi/{unit.id}/rss.xml" for unit in (FORMER_UNIT, LATER_UNIT)),
    }
    for path, data in files.items():
        feed = _parsed(data)
        assert feed.version == "rss20"
        assert feed.feed.language == "vi"
        own = [link.href for link in feed.feed.links if link.rel == "self"]
        assert own == [SITE + path]
        assert feed.feed.link == SITE + path.removesuffix("rss.xml")


@given(st.lists(st.lists(st.sampled_from(sorted(AREA_BY_ID)), min_size=1, max_size=3, unique=True), max_size=6))
def test_an_area_feed_holds_exactly_its_pieces(tags: list[list[str]]) -> None:
    items = [replace(item, areas=areas(*keys)) for item, keys in zip(pieces(len(tags)), tags, strict=True)]
    files = _files(column(items))
    for area in AREAS:
        found = [entry.title for entry in _parsed(files[f"linh-vuc/{area.slug}/rss.xml"]).entries]
        assert found == [a.title for a in reversed(items) if area in a.areas]


def test_a_unit_feed_holds_exactly_its_pieces() -> None:
    items = [piece("2024-02-05", unit=FORMER_UNIT.id), piece("2024-03-05")]
    files = _files(column(items, units=(FORMER_UNIT, LATER_UNIT)))
    assert [e.title for e in _parsed(files["don-vi/van-phong-cu/rss.xml"]).entries] == [items[0].title]
    assert [e.title for e in _parsed(files["don-vi/van-phong/rss.xml"]).entries] == [items[1].title]


def test_newest_first_and_fifty_at_most() -> None:
    items = pieces(ITEMS + 3)
    channel = _xml(column(items))
    assert _texts(channel, "item/title") == [a.title for a in reversed(items)][:50]


def test_hidden_and_withdrawn_pieces_are_in_no_feed() -> None:
    items = [
        piece("2024-03-02", "2024/03/nhap", draft=True),
        piece("2024-07-02", "2024/07/hen"),
        piece("2024-03-03", "2024/03/thu-hoi", withdrawn=Withdrawal(at("2024-03-04"), "Sai")),
    ]
    assert all(not _parsed(data).entries for data in _files(column(items)).values())


def test_the_guid_survives_a_move_of_the_file_and_of_the_site() -> None:
    item = piece("2024-03-05", "2024/03/bai")
    moved = replace(item, file="tin-bai/2024/04/khac.md", address="tin-bai/2024/04/khac/", title="Tên mới")
    guids = []
    for article in (item, moved):
        (guid,) = _xml(column([article])).findall("item/guid")
        assert guid.attrib == {"isPermaLink": "false"}
        guids.append(guid.text)
    assert guids == ["urn:cchc:cchc:2024/03/bai"] * 2


def test_dates_are_vietnamese() -> None:
    items = [piece("2024-03-05T23:30"), piece("2024-02-29T17:30:00Z")]
    assert _texts(_xml(column(items)), "item/pubDate") == [
        "Tue, 05 Mar 2024 23:30:00 +0700",
        "Fri, 01 Mar 2024 00:30:00 +0700",
    ]


def test_the_build_date_is_the_newest_items_and_never_the_clocks() -> None:
    item = column([piece("2024-03-05"), piece("2024-07-05")])
    assert _texts(_xml(item, "2024-03-06"), "lastBuildDate") == ["Tue, 05 Mar 2024 00:00:00 +0700"]
    assert _files(item, "2024-03-06") == _files(item, "2024-06-30")
    assert _files(item, "2024-03-06") != _files(item, "2024-07-05")


def test_a_correction_moves_the_build_date_when_its_time_has_come() -> None:
    corrected = (Correction(at("2024-04-02"), "3", "5"),)
    item = column([piece("2024-03-05", corrections=corrected, updates=(Update(at("2024-05-01"), "Gõ nhầm"),))])
    assert _texts(_xml(item, "2024-04-01"), "lastBuildDate") == ["Tue, 05 Mar 2024 00:00:00 +0700"]
    assert _texts(_xml(item, "2024-05-02"), "lastBuildDate") == ["Tue, 02 Apr 2024 00:00:00 +0700"]


def test_a_minor_change_of_a_piece_that_left_the_feed_moves_nothing() -> None:
    items = pieces(ITEMS + 1)
    old = replace(items[0], updates=(Update(at("2024-05-01"), "Gõ nhầm"),))
    assert _files(column([old, *items[1:]]))[address.FEED] == _files(column(items))[address.FEED]


def test_an_empty_feed_is_the_same_at_any_time() -> None:
    assert _files(column(), "2024-01-01") == _files(column(), "2030-01-01")
    assert _feed(column()).entries == []


@pytest.mark.parametrize("text", HOSTILE_TITLES)
def test_any_words_come_through_as_they_were_written(text: str) -> None:
    item = piece("2024-03-05", title=text, summary=text, author=text)
    channel = _xml(column([item]))
    for path in ("item/title", "item/description", f"item/{DC}"):
        assert _texts(channel, path) == [text]
    assert len(_feed(column([item])).entries) == 1


@pytest.mark.parametrize(
    "body", [*HOSTILE_TITLES, "x ]]&gt; y", "<span title=']]>'>x</span>", "![]]>](a.png)", "a&#7;b"]
)
def test_any_body_leaves_the_feed_whole(body: str) -> None:
    (entry,) = _feed(column([piece("2024-03-05", body=f"{body}\n\nhết")])).entries
    assert "hết" in entry.content[0].value


def test_the_full_text_is_sanitised_and_its_links_are_whole() -> None:
    body = (
        "<script>alert(1)</script>[trước](../02/truoc.md) [hẹn](../07/hen.md) [mục](#muc-x) x[^1]\n\n"
        "![Sơ đồ](so-do.png)\n\n## X\n\n[^1]: Chú thích."
    )
    item = column(
        [piece("2024-03-05", body=body), piece("2024-02-05", "2024/02/truoc"), piece("2024-07-05", "2024/07/hen")],
        assets={"tin-bai/2024/03/so-do.png": Asset("tin-bai/2024/03/so-do.png", 9)},
    )
    html = Html(_texts(_xml(item), f"item/{CONTENT}")[0])
    assert html.hostile() == []
    own = f"{SITE}tin-bai/2024/03/bai-05-000000/"
    assert set(html.addresses()) == {
        f"{SITE}tin-bai/2024/02/truoc/",
        f"{own}#muc-x",
        f"{own}#fn:1",
        f"{own}#fnref:1",
        f"{SITE}tin-bai/2024/03/so-do.png",
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"image": Image("a.png", "Ảnh")}, ("a.png", "image/png", "12")),
        ({"video": Video("a.mp4", 95)}, ("a.mp4", "video/mp4", "345")),
        ({"image": Image("a.png", "Ảnh"), "video": Video("a.mp4", 95)}, ("a.mp4", "video/mp4", "345")),
        ({"image": Image("mat.png", "Ảnh")}, None),
        ({}, None),
    ],
)
def test_a_picture_or_a_film_is_enclosed(fields: dict[str, Any], expected: tuple[str, str, str] | None) -> None:
    assets = {"a.png": Asset("a.png", 12), "a.mp4": Asset("a.mp4", 345)}
    found = _xml(column([piece("2024-03-05", **fields)], assets=assets)).findall("item/enclosure")
    wanted = [{"url": SITE + expected[0], "type": expected[1], "length": expected[2]}] if expected else []
    assert [enclosure.attrib for enclosure in found] == wanted


def test_an_item_names_its_areas_its_author_and_its_source() -> None:
    source = Source("Báo A", "https://example.org/a", date(2024, 3, 1))
    item = piece("2024-03-05", areas=areas("procedures", "steering"), origin=Origin.REPOST, source=source)
    (entry,) = _feed(column([item])).entries
    assert [tag.term for tag in entry.tags] == [area.name for area in item.areas]
    assert (entry.author, entry.link) == ("Ban biên tập", SITE + item.address)
    assert (entry.source.title, entry.source.href) == ("Báo A", "https://example.org/a")


def test_the_order_of_files_on_disk_does_not_matter() -> None:
    items: list[Article] = pieces(12, unit=UNIT.id)
    assert _files(column(items)) == _files(column(items[::-1]))
