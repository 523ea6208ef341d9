"""An item written as text is letter by letter the library's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_site.column.article import Source
from cchc_site.column.instant import VIETNAM
from cchc_site.publish.channel import Chain, Channel, Enclosure, Entry
from cchc_site.publish.feeds import generated, rss
from cchc_site.publish.rss_item import plain_item

from .made import SITE

NASTY = st.sampled_from(
    ["&", "<", ">", '"', "'", "]]>", "\n", "\t", "\r", "\x85", "\xa0", "\u2028", "ạ", "Đ", "😀", " ", "&amp;", "\ufdd0"]
)
WORDS = st.lists(NASTY | st.text(max_size=3), max_size=6).map("".join)
COMMON = st.text(alphabet="abc ạẾđ&<>\"'\n", min_size=1, max_size=12)
MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.sampled_from([VIETNAM, UTC]))


def _entries(words: st.SearchStrategy[str]) -> st.SearchStrategy[Entry]:
    source: Any = st.none() | st.builds(Source, words, words, st.just(None))
    enclosure = st.none() | st.builds(Enclosure, words, words, st.integers(0, 10**9))
    html = words.map(lambda text: lambda: text)
    return st.builds(
        Entry, words, words, words, words, html, words, MOMENTS, MOMENTS,
        st.lists(words, max_size=2).map(tuple), source, enclosure,
    )  # fmt: skip


def _channel(entries: list[Entry]) -> Channel:
    return Channel("urn:x", "Chuyên mục", "Mô tả", "", "", tuple(entries))


def _either(make: Any) -> object:
    try:
        return make()
    except ValueError as error:
        return type(error)


@settings(max_examples=150)
@given(st.lists(_entries(COMMON) | _entries(WORDS), max_size=3), st.booleans())
def test_a_document_is_what_the_library_writes(entries: list[Entry], is_archive: bool) -> None:
    chain = Chain("rss.xml", older="rss-1.xml", is_archive=is_archive)
    channel = _channel(entries)
    ours = _either(lambda: rss(channel, SITE, "rss.xml", chain))
    assert ours == _either(lambda: generated(channel, channel.entries, SITE, "rss.xml", chain))


@given(_entries(COMMON))
def test_common_words_need_no_library(entry: Entry) -> None:
    if entry.source is None and entry.enclosure is None:
        assert plain_item(entry, SITE) is not None
