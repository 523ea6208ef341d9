"""Every feed document: valid in its format, complete together with its archives, still when nothing is to be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import at, column, day, piece
from support.feed_rules import (
    ATOM,
    archive_links,
    atom_faults,
    entry_ids,
    is_archive,
    json_feed_faults,
    rss_faults,
)
from support.outputs import files_of

from cchc_site.column import address
from cchc_site.column.article import Article, Correction, Image, Origin, Source, Update, Withdrawal
from cchc_site.column.column import Asset, Column
from cchc_site.publish.channels import ARCHIVE_ITEMS, ITEMS, Body
from cchc_site.publish.feed_files import feed_files

from .made import FORMER_UNIT, LATER_UNIT, SITE, articles, cards, pieces

AS_OF = "2024-08-01"


def _files(item: Column, as_of: str = AS_OF) -> Mapping[str, bytes]:
    made = articles(item, as_of)
    return files_of(feed_files(cards(item, as_of), SITE, Body(lambda a: made.html(a, SITE, SITE + a.address))))


def _rich() -> Column:
    hostile = "A & B < C > ]]> \"d\" 'e' <script>"
    source = Source(hostile, "https://example.org/?a=1&b=2", day("2024-03-01"))
    fixed = (Correction(at("2024-04-02"), hostile, hostile), Correction(at("2024-04-02"), "3", "4", day("2024-04-01")))
    items = [
        piece("2024-03-05", "2024/03/a", title=hostile, summary=hostile, author=hostile, corrections=fixed),
        piece("2024-03-06", "2024/03/b", origin=Origin.REPOST, source=source, image=Image("a.png", "Ảnh")),
        piece("2024-03-07", "2024/03/c", updates=(Update(at("2024-05-01"), "Bổ sung", major=True),)),
    ]
    return column([*items, *pieces(60)], units=(FORMER_UNIT, LATER_UNIT), assets={"a.png": Asset("a.png", 12)})


@pytest.mark.parametrize("item", [_rich(), column(), column(pieces(1))], ids=["rich", "empty", "one piece"])
def test_every_document_keeps_the_rules_of_its_format(item: Column) -> None:
    rules = {"rss": rss_faults, "atom": atom_faults, "feed": json_feed_faults}
    for path, data in _files(item).items():
        if path != address.OPML:
            faults = rules[path.rpartition("/")[2].partition(".")[0].partition("-")[0]](data)
            assert faults == [], path
            assert not path.endswith(".xml") or not feedparser.parse(data).bozo, path


def test_each_feed_stands_in_three_formats_and_in_the_list() -> None:
    files = _files(column(pieces(2), units=(FORMER_UNIT, LATER_UNIT)))
    folders = {path.removesuffix("rss.xml") for path in files if path.endswith("rss.xml")}
    assert {"", "dinh-chinh/", "don-vi/van-phong/", "linh-vuc/cai-cach-the-che/"} <= folders
    for folder in folders:
        assert {folder + "atom.xml", folder + "feed.json"} <= set(files)
    outlines = ElementTree.fromstring(files[address.OPML]).iter("outline")
    listed = {outline.get("xmlUrl") for outline in outlines if outline.get("type") == "rss"}
    assert listed == {SITE + folder + "rss.xml" for folder in folders}


def test_atom_links_lead_where_they_say() -> None:
    root = ElementTree.fromstring(_files(_rich())["linh-vuc/cai-cach-thu-tuc-hanh-chinh/atom.xml"])
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    here = f"{SITE}linh-vuc/cai-cach-thu-tuc-hanh-chinh/"
    assert (links["self"], links["alternate"]) == (f"{here}atom.xml", here)
    repost = next(e for e in root.findall(f"{ATOM}entry") if (e.findtext(f"{ATOM}id") or "").endswith("/b"))
    links = {link.get("rel"): link.get("href") for link in repost.findall(f"{ATOM}link")}
    assert links == {
        "alternate": f"{SITE}tin-bai/2024/03/b/",
        "via": "https://example.org/?a=1&b=2",
        "enclosure": f"{SITE}a.png",
    }


def _history(files: Mapping[str, bytes], start: str) -> list[str]:
    """The ids that a reader gets who follows `prev-archive` from a feed to the end."""
    found, where = entry_ids(files[start]), archive_links(files[start]).get("prev-archive")
    while where:
        data = files[where.removeprefix(SITE)]
        assert is_archive(data)
        assert archive_links(data)["current"] == SITE + start
        found += entry_ids(data)
        where = archive_links(data).get("prev-archive")
    return found


@settings(max_examples=25)
@given(st.integers(0, 130), st.sets(st.integers(0, 129), max_size=40), st.sets(st.integers(0, 129), max_size=8))
def test_feed_and_archives_hold_every_piece_at_any_time(count: int, moved: set[int], taken: set[int]) -> None:
    change = (Update(at("2024-06-01"), "Bổ sung", major=True),)
    gone = Withdrawal(at("2024-05-01"), "Sai")
    items = [
        replace(item, updates=change if number in moved else (), withdrawn=gone if number in taken else None)
        for number, item in enumerate(pieces(count, body="Chữ."))
    ]
    files = _files(column(items))
    there = {f"urn:cchc:cchc:{item.id}" for item in items if item.withdrawn is None}
    for start in (address.FEED, address.ATOM):
        assert set(_history(files, start)) == there
        assert len(entry_ids(files[start])) <= ITEMS


def test_new_pieces_leave_full_archives_as_they_are() -> None:
    items = pieces(3 * ARCHIVE_ITEMS)
    before, after = _files(column(items[:-5])), _files(column(items))
    assert [path for path in before if "luu-tru" in path and entry_ids(before[path]) != entry_ids(after[path])] == []
    first = address.rss_archive(1)
    assert before[first] == after[first]
    assert entry_ids(after[first]) == [f"urn:cchc:cchc:{item.id}" for item in reversed(items[:ARCHIVE_ITEMS])]


def test_a_withdrawal_moves_no_other_piece_in_the_archives() -> None:
    items = pieces(2 * ARCHIVE_ITEMS)
    gone = replace(items[3], withdrawn=Withdrawal(at("2024-05-01"), "Sai"))
    before, after = _files(column(items)), _files(column([*items[:3], gone, *items[4:]]))
    assert before[address.rss_archive(2)] == after[address.rss_archive(2)]
    assert set(entry_ids(before[address.rss_archive(1)])) - set(entry_ids(after[address.rss_archive(1)])) == {
        f"urn:cchc:cchc:{gone.id}"
    }


def _changed(item: Article, *, major: bool) -> Article:
    return replace(item, updates=(Update(at("2024-05-01"), "Sửa", major=major),))


def test_a_minor_change_leaves_every_feed_untouched() -> None:
    items = pieces(40)
    assert _files(column([_changed(items[0], major=False), *items[1:]])) == _files(column(items))


def test_a_minor_change_of_the_text_changes_the_text_and_nothing_else() -> None:
    items = pieces(40)
    mended = replace(_changed(items[0], major=False), body="Chữ đã sửa.")
    before, after = _files(column(items)), _files(column([mended, *items[1:]]))
    for path in (address.FEED, address.ATOM, address.rss_archive(1)):
        assert entry_ids(before[path]) == entry_ids(after[path])
        dates = [[e.text for e in ElementTree.fromstring(f[path]).iter() if _is_date(e)] for f in (before, after)]
        assert dates[0] == dates[1]


def _is_date(element: ElementTree.Element) -> bool:
    return element.tag.rpartition("}")[2] in ("pubDate", "lastBuildDate", "updated", "published")


def test_a_major_change_moves_the_piece_up_and_keeps_its_first_date() -> None:
    items = pieces(60)
    files = _files(column([_changed(items[0], major=True), *items[1:]]))
    assert entry_ids(files[address.FEED])[0] == f"urn:cchc:cchc:{items[0].id}"
    entry = feedparser.parse(files[address.ATOM]).entries[0]
    assert (entry.published, entry.updated) == ("2024-03-01T00:00:00+07:00", "2024-05-01T00:00:00+07:00")
    assert feedparser.parse(files[address.FEED]).entries[0].published == "Fri, 01 Mar 2024 00:00:00 +0700"


def test_corrections_have_a_feed_of_their_own() -> None:
    files = _files(_rich())
    feed = feedparser.parse(files["dinh-chinh/atom.xml"])
    assert len(feed.entries) == 2
    assert len({entry.id for entry in feed.entries}) == 2
    assert feed.entries[0].link == f"{SITE}tin-bai/2024/03/a/#dinh-chinh"
