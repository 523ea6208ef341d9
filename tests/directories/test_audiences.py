"""For whom a piece is written."""

from __future__ import annotations

from typing import Any

from support.builders import column, piece
from support.files import Folder
from support.views import seen

from cchc_site.column import address
from cchc_site.column.audience import Audience
from cchc_site.column.instant import parse_instant
from cchc_site.publish.audiences import audience_links, audience_pages
from cchc_site.publish.cards import Cards


def test_s1_08_the_three_audiences_of_the_plans_are_read(folder: Folder) -> None:
    folder.article(audience="[nguoi-dan, can-bo]")
    (article,) = folder.read().column.articles
    assert article.audience == (Audience.PEOPLE, Audience.STAFF)
    folder.article(audience="[moi-nguoi]")
    assert [problem.code for problem in folder.problems()] == ["F05"]


def test_s1_06_s3_06_s4_07_each_audience_has_its_page_and_no_other() -> None:
    both = piece("2024-03-05", "2024/03/a", audience=(Audience.PEOPLE, Audience.STAFF))
    one = piece("2024-03-06", "2024/03/b", audience=(Audience.PEOPLE,))
    cards = Cards(column([both, one, piece("2024-03-07")]), parse_instant("2024-06-01"))
    found: dict[str, Any] = {page.frame.address: seen(page) for page in audience_pages(cards)}
    directory = found.pop("danh-cho/")
    assert [(entry.address, entry.count) for entry in directory.entries] == [
        ("danh-cho/nguoi-dan/", 2),
        ("danh-cho/can-bo/", 1),
    ]
    assert {where: len(view.cards) for where, view in found.items()} == {
        "danh-cho/nguoi-dan/": 2,
        "danh-cho/can-bo/": 1,
    }
    assert [link.address for link in found["danh-cho/can-bo/"].related] == ["danh-cho/nguoi-dan/"]
    assert [link.title for link in audience_links(one)] == ["Người dân"]


def test_the_directory_comes_and_goes_with_the_audiences_and_is_where_their_pages_lead_to() -> None:
    cards = Cards(column([piece("2024-03-07")]), parse_instant("2024-06-01"))
    assert list(audience_pages(cards)) == []
    assert address.AUDIENCES not in set(address.fixed(cards.column))
    later = Cards(column([piece("2024-07-01", audience=(Audience.STAFF,))]), parse_instant("2024-06-01"))
    directory, listing = audience_pages(later)
    assert [entry.count for entry in seen(directory).entries] == [0]
    assert directory.frame.address == listing.frame.breadcrumbs[1].address == "danh-cho/"
    assert address.AUDIENCES in set(address.fixed(later.column))
