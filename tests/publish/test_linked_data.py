"""What pages say of themselves to machines."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.builders import at, column, day, piece

from cchc_site.column.article import Article, Correction, Origin, Source, Video, Withdrawal
from cchc_site.publish.home import home_page, site_view
from cchc_site.publish.linked_data import linked_data

from .made import SITE, articles, cards

HOSTILE = "</script><script>alert(1)</script> <!-- & \u2028 ]]>"


def _graph(item: Article) -> dict[str, dict[str, Any]]:
    text = _text(item)
    return {thing["@type"]: thing for thing in json.loads(text)["@graph"]}


def _text(item: Article) -> str:
    made = articles(column([item]))
    page = made.page(item)
    return linked_data(site_view(cards(column([item])), SITE, ()), page.frame, page.view)


@pytest.mark.parametrize("words", [HOSTILE, 'a "b" \\ c', "Đ 😀"])
def test_no_words_can_leave_their_element(words: str) -> None:
    item = piece("2024-03-05", title=words, summary=words, author=words, tags=(words,))
    text = _text(item)
    assert not set("<>&\u2028\u2029") & set(text)
    assert _graph(item)["NewsArticle"]["headline"] == words


def test_an_article_says_what_it_is() -> None:
    source = Source("Báo A", "https://example.org/a", day("2024-03-01"))
    fixed = (Correction(at("2024-04-02"), "3", "5"), Correction(None, "chưa rõ", received=day("2024-04-03")))
    item = piece(
        "2024-03-05T08:00",
        origin=Origin.REPOST,
        source=source,
        corrections=fixed,
        video=Video("a.mp4", 95),
        date_only=False,
    )
    graph = _graph(item)
    article = graph["NewsArticle"]
    assert article["datePublished"] == "2024-03-05T08:00+07:00"
    assert article["dateModified"] == "2024-04-02"
    assert article["isBasedOn"] == source.url
    assert [note["text"] for note in article["correction"]] == ["“3” → “5”"]
    assert article["video"]["duration"] == "PT95S"
    assert article["publisher"]["@id"] == graph["GovernmentOrganization"]["@id"]
    assert article["author"] == {"@type": "Organization", "name": "Ban biên tập"}
    crumbs = graph["BreadcrumbList"]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == [1, 2, 3]
    assert crumbs[-1]["item"] == SITE + item.address


def test_a_withdrawn_piece_is_no_article_to_machines() -> None:
    item = piece("2024-03-05", withdrawn=Withdrawal(at("2024-03-06"), "Sai"))
    assert "NewsArticle" not in _graph(item)


def test_the_front_page_names_the_agency() -> None:
    from cchc_site.column.monthly_minimum import evaluate

    item = column()
    made = cards(item)
    page = home_page(made, evaluate(item, made.as_of))
    graph = json.loads(linked_data(site_view(made, SITE, ()), page.frame, page.view))["@graph"]
    assert [thing["@type"] for thing in graph] == ["GovernmentOrganization", "WebSite"]
