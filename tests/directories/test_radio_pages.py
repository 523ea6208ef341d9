"""Loudspeaker scripts and the week's slogan where people meet them: on the site."""

from __future__ import annotations

import re
from typing import Any
from unittest.mock import patch

from support.builders import at, column, piece
from support.views import seen

from cchc_site.column.article import Withdrawal
from cchc_site.column.column import Column
from cchc_site.column.instant import parse_instant
from cchc_site.column.links import LinkMap
from cchc_site.column.monthly_minimum import evaluate
from cchc_site.column.slogan import Slogan
from cchc_site.publish import radio
from cchc_site.publish.articles import Articles
from cchc_site.publish.bodies import Bodies
from cchc_site.publish.cards import Cards
from cchc_site.publish.home import home_page
from cchc_site.publish.markdown_html import MarkdownRenderer
from cchc_site.publish.page import Page
from cchc_site.publish.radio import WEEKS, RadioPages

PIECES = [
    piece("2024-05-27", "2024/05/hai", text="Theo Nghị quyết 76/NQ-CP, 25,6% hồ sơ, sáng 14/3; đạt 7/4 tin."),
    piece("2024-06-01", "2024/06/bay", title="Có phải đợi không?"),
    piece("2024-05-20", "2024/05/truoc"),
    piece("2024-05-21", "2024/05/thu-hoi", withdrawn=Withdrawal(at("2024-05-22"), "sai")),
    piece("2023-01-05", "2023/01/cu"),
]


def _pages(item: Column) -> dict[str, Page]:
    return {page.frame.address: page for page in RadioPages(Cards(item, parse_instant("2024-06-02"))).pages()}


def test_s4_16_s2_38_a_script_a_week_and_a_script_a_piece() -> None:
    pages = _pages(column(PIECES))
    weeks = [address for address in pages if "/tuan/" in address]
    assert weeks == ["phat-thanh/tuan/2024-W22/", "phat-thanh/tuan/2024-W21/"]
    assert {a for a in pages if re.search("/[0-9]{4}/", a)} == {
        "phat-thanh/2024/05/hai/", "phat-thanh/2024/06/bay/", "phat-thanh/2024/05/truoc/",
    }  # fmt: skip
    week: Any = seen(pages[weeks[0]])
    assert [p.source.address for p in week.pieces] == ["tin-bai/2024/05/hai/", "tin-bai/2024/06/bay/"]
    assert "sáng ngày mười bốn tháng ba" in week.pieces[0].paragraphs[1]
    assert (week.doubts, week.note) == (("7/4",), "Tuần chưa hết: có các bài đến 02/06/2024.")
    assert week.pieces[1].title == "Có phải đợi không?"
    assert all(page.frame.noindex for address, page in pages.items() if address != "phat-thanh/")


def test_a_piece_that_was_said_before_is_not_said_again() -> None:
    cards = Cards(column(PIECES), parse_instant("2024-06-02"))
    new = RadioPages(cards)
    words = {name: new.said(name) for name in new.names}
    assert len(words) == 3
    with patch.object(radio, "spoken", side_effect=AssertionError):
        kept = {page.frame.address: seen(page) for page in RadioPages(cards, words).pages()}
    assert kept == {page.frame.address: seen(page) for page in new.pages()}


def test_the_list_has_every_week_with_its_length_and_the_last_half_year_only() -> None:
    view: Any = seen(_pages(column(PIECES))["phat-thanh/"])
    assert [(row.week.title, row.span, len(row.pieces)) for row in view.weeks] == [
        ("Tuần 22 năm 2024", "27/05 - 02/06/2024", 2),
        ("Tuần 21 năm 2024", "20/05 - 26/05/2024", 1),
    ]
    assert all(row.length.startswith("khoảng ") for row in view.weeks)
    assert WEEKS == 26
    assert seen(_pages(column())["phat-thanh/"]) == type(view)(view.heading, view.lead, ())


def test_a_script_is_made_again_only_when_its_words_change() -> None:
    def marks(item: Column, day: str = "2024-06-02") -> dict[str, str]:
        return {page.frame.address: page.mark for page in RadioPages(Cards(item, parse_instant(day))).pages()}

    before = marks(column(PIECES))
    assert marks(column(PIECES)) == before
    edited = marks(column([piece("2024-05-27", "2024/05/hai", text="Khác."), *PIECES[1:]]))
    changed = {where for where in before if before[where] != edited[where]}
    assert changed == {"phat-thanh/", "phat-thanh/tuan/2024-W22/", "phat-thanh/2024/05/hai/"}
    tomorrow = marks(column(PIECES), "2024-06-03")
    assert {where for where in before if before[where] != tomorrow.get(where)} == {
        "phat-thanh/", "phat-thanh/tuan/2024-W22/",
    }, "the week has ended"  # fmt: skip


def test_a_piece_leads_to_its_script_while_the_site_keeps_it() -> None:
    item = column(PIECES)
    cards = Cards(item, parse_instant("2024-06-02"))
    articles = Articles(cards, LinkMap(item), Bodies(MarkdownRenderer((), {})), False, "https://x.example/")
    views: dict[str, Any] = {page.frame.address: page.view for page in articles.pages()}
    assert views["tin-bai/2024/05/hai/"].radio.address == "phat-thanh/2024/05/hai/"
    assert views["tin-bai/2023/01/cu/"].radio is None
    assert views["tin-bai/2024/05/thu-hoi/"].radio is None


def test_s1_22_s3_35_the_slogan_of_the_week_stands_on_the_front_page() -> None:
    item = column(slogans=(Slogan("a", "Đúng hẹn"), Slogan("b", "Một lần là xong", page="thu-tuc/")))

    def shown(day: str) -> tuple[str, str]:
        instant = parse_instant(day)
        view: Any = home_page(Cards(item, instant), evaluate(item, instant)).view
        return view.slogan.title, view.slogan.address

    both = {("Đúng hẹn", "ap-phich/"), ("Một lần là xong", "thu-tuc/")}
    assert {shown("2024-06-03"), shown("2024-06-10")} == both
    assert shown("2024-06-03") == shown("2024-06-09T23:59:59") == shown("2024-06-17")
