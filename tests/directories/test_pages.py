"""The pages of the directories as values, before any template."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import feedparser
from support.builders import column, day, piece
from support.outputs import files_of

from cchc_site.column.address import directories
from cchc_site.column.article import Origin
from cchc_site.column.column import Column
from cchc_site.column.contact import Contact, ContactKind
from cchc_site.column.document import Documents, OfficialDocument
from cchc_site.column.index_score import INDEX_BY_ID, IndexScore
from cchc_site.column.instant import parse_instant
from cchc_site.column.procedure import Level, Online, Procedure, Procedures
from cchc_site.column.slogan import Slogan
from cchc_site.publish.cards import Cards
from cchc_site.publish.channels import Body
from cchc_site.publish.contacts import correction_mailbox, foot_contacts
from cchc_site.publish.directories import directory_channels, directory_pages
from cchc_site.publish.documents import DocumentPages
from cchc_site.publish.feeds import rss
from cchc_site.publish.line_chart import Series, line_chart
from cchc_site.publish.outreach import poster_files
from cchc_site.publish.page import Page
from cchc_site.publish.radio import RadioPages
from cchc_site.publish.registers import ROWS

SITE = "https://x.example/"


def _procedure(number: int) -> Procedure:
    return Procedure(
        f"MH-{number}",
        f"Thủ tục {number:04d}",
        f"Lĩnh vực {number % 3}",
        (Level.PROVINCE, Level.COMMUNE)[number % 2],
        unit="van-phong",
        time_limit="10 ngày làm việc",
        time_limit_online="08 ngày làm việc",
        online=Online.WHOLE if number % 2 else None,
        url="https://dichvucong.gov.vn/",
        checked=day("2024-01-05"),
    )


def _pages(item: Column, as_of: str = "2024-06-01") -> dict[str, Page]:
    cards = Cards(item, parse_instant(as_of))
    found = list(directory_pages(cards, DocumentPages(cards), RadioPages(cards), SITE))
    counts = Counter(page.path for page in found)
    assert max(counts.values()) == 1, "two pages at one address"
    return {page.frame.address if not page.file else page.file: page for page in found}


def _register(count: int) -> dict[str, Page]:
    return _pages(column(procedures=Procedures.of(_procedure(number) for number in range(count))))


def test_every_filter_and_pair_of_filters_is_a_page_that_holds_what_it_promises() -> None:
    pages = _register(120)
    first: Any = pages["thu-tuc/"].view
    assert (first.total, len(first.rows), first.pager.total) == (120, ROWS, 3)
    for group in first.filters:
        for facet in group.facets:
            target: Any = pages[facet.address].view
            assert target.total == facet.count
            for inner in target.filters:
                for choice in inner.facets:
                    deeper: Any = pages[choice.address].view
                    assert deeper.total == choice.count
    both: Any = pages["thu-tuc/linh-vuc/linh-vuc-1/cap/xa/"].view
    assert {row.facts[:2] for row in both.rows} == {(("Lĩnh vực", "Lĩnh vực 1"), ("Cấp", "Cấp xã"))}
    assert pages["thu-tuc/linh-vuc/linh-vuc-1/cap/xa/"].frame.noindex
    assert not pages["thu-tuc/linh-vuc/linh-vuc-1/"].frame.noindex


def test_the_number_of_pages_grows_with_the_register_not_with_its_square() -> None:
    small, large = len(_register(300)), len(_register(3000))
    assert large <= 10 * small


def test_s1_16_s3_31_a_procedure_s_page_has_facts_contact_feedback_and_pieces() -> None:
    contacts = (
        Contact("Một cửa", emails=("motcua@x.example",), kind=ContactKind.ONE_STOP),
        Contact("Phản ánh", phones=("1900 1234",), kind=ContactKind.FEEDBACK, checked=day("2024-01-05")),
    )
    item = column(
        [piece("2024-03-05", procedures=("MH-1",))], procedures=Procedures.of([_procedure(1)]), contacts=contacts
    )
    page = _pages(item)["thu-tuc/mh-1/"]
    view: Any = page.view
    assert ("Thời hạn khi nộp trực tuyến", "08 ngày làm việc (rút ngắn 02 ngày làm việc)") in view.facts
    assert ("Phí, lệ phí", "") in view.facts
    assert (view.contact.name, view.feedback.phones) == ("Một cửa", (("1900 1234", "19001234"),))
    assert [card.title for card in view.pieces] == [item.articles[0].title]
    assert not view.stale
    late: Any = _pages(item, "2025-06-01")["thu-tuc/mh-1/"].view
    assert late.stale
    cards = Cards(item, parse_instant("2024-06-01"))
    assert [contact.name for contact in foot_contacts(cards)] == ["Phản ánh"]
    assert correction_mailbox(item) == ""


OLD = OfficialDocument(
    "42/2022/NĐ-CP", valid_from=day("2022-08-15"), valid_to=day("2024-04-30"), replaced_by=("224/2024/NĐ-CP",)
)
NEW = OfficialDocument("224/2024/NĐ-CP", title="Mới", issued=day("2024-04-24"), valid_from=day("2024-05-01"))


def test_s3_09_a_piece_that_rests_on_an_ended_document_says_so_from_that_day_on() -> None:
    before = piece("2024-03-05", "2024/03/truoc", documents=("42/2022/NĐ-CP",))
    after = piece("2024-05-05", "2024/05/sau", documents=("42/2022/NĐ-CP",))
    item = column([before, after], documents=Documents.of([OLD, NEW]))
    for as_of, expected in (("2024-04-30", 0), ("2024-05-01", 1)):
        pages = DocumentPages(Cards(item, parse_instant(as_of)))
        assert len(pages.ended(before)) == expected
    ((ended, heirs),) = DocumentPages(Cards(item, parse_instant("2024-06-01"))).ended(before)
    assert (ended.number, [heir.address for heir in heirs]) == ("42/2022/NĐ-CP", ["van-ban/224-2024-nd-cp/"])
    assert DocumentPages(Cards(item, parse_instant("2024-06-01"))).ended(after) == (), "it knew when it was written"


def test_s1_11_a_document_s_page_leads_on_and_back_and_to_the_pieces() -> None:
    cited = piece("2024-03-05", text="Theo Nghị định 42/2022/NĐ-CP thì được.")
    pages = _pages(column([cited], documents=Documents.of([OLD, NEW])))
    old: Any = pages["van-ban/42-2022-nd-cp/"].view
    new: Any = pages["van-ban/224-2024-nd-cp/"].view
    assert (old.state, [d.number for d in old.replaced_by]) == ("het-hieu-luc", ["224/2024/NĐ-CP"])
    assert [d.number for d in new.replaces] == ["42/2022/NĐ-CP"]
    assert [card.title for card in old.pieces] == [cited.title]


def _feeds(item: Column) -> dict[str, bytes]:
    cards = Cards(item, parse_instant("2024-06-01"))
    channels = directory_channels(cards, DocumentPages(cards), Body(lambda article: f"<p>{article.title}</p>"))
    return {f"{channel.folder}rss.xml": rss(channel, SITE, f"{channel.folder}rss.xml") for channel in channels}


def test_s1_03_s3_33_feeds_of_documents_and_for_newsrooms() -> None:
    own = piece("2024-03-05", "2024/03/a")
    repost = piece("2024-03-06", "2024/03/b", origin=Origin.REPOST)
    files = _feeds(column([own, repost], documents=Documents.of([OLD, NEW])))
    documents = feedparser.parse(files["van-ban/rss.xml"])
    assert not documents.bozo
    assert [entry.title for entry in documents.entries] == ["Nghị định số 224/2024/NĐ-CP: Mới"]
    press = feedparser.parse(files["bao-chi/rss.xml"])
    assert [entry.title for entry in press.entries] == [own.title]


def test_posters_are_drawn_for_what_may_be_used_today() -> None:
    slogans = (Slogan("nay", "Đúng hẹn"), Slogan("qua", "Cũ", valid_to=day("2020-01-01")))
    files = files_of(poster_files(Cards(column(slogans=slogans), parse_instant("2024-06-01")), SITE))
    assert {"ap-phich/nay.svg", "ap-phich/nay-a4.pdf", "ap-phich/nay-a3.pdf"} == {f for f in files if "ap-phich" in f}


def _score(year: int, **fields: Any) -> IndexScore:
    return IndexScore(INDEX_BY_ID["sipas"], year, "Tỉnh A", "Nguồn <b>", "https://a.vn/", **fields)


def test_s1_14_s3_24_s4_12_an_index_has_its_charts_and_the_same_figures_in_a_table() -> None:
    from decimal import Decimal

    scores = [
        _score(y, value=Decimal(80 + y - 2020), region=Decimal("80.5"), rank=y - 2010) for y in (2021, 2022, 2023)
    ]
    view: Any = _pages(column(indices=tuple(scores)))["chi-so/sipas/"].view
    assert [row.value for row in view.rows] == ["83", "82", "81"]
    assert len(view.charts) == 2
    for row in view.rows:
        assert f">{row.value}</text>" in view.charts[0][1]
    assert all('role="img" aria-label="' in svg for _, svg in view.charts)
    assert view.demonstration == ""


def test_a_chart_escapes_and_bears_gaps_and_single_values() -> None:
    from decimal import Decimal

    svg = line_chart("a<b", ["2020", "2021"], [Series("x", (None, Decimal("5")))])
    assert "a&lt;b" in svg
    assert "NaN" not in svg
    assert line_chart("a", [], []) == ""
    heights = re.findall(
        r'class="value" x="[0-9.]+" y="([0-9.]+)"', line_chart("a", ["1"], [Series("x", (Decimal(85),))])
    )
    assert all(float(y) > 14 for y in heights), "the figure at the top stays on the sheet"
    assert line_chart("a", ["1"], [Series("x", (Decimal("5"),))], ranks=True).count("<circle") == 1


def test_every_promised_address_is_a_page_or_a_file() -> None:
    item = column(
        [piece("2024-03-05", category=None)],
        procedures=Procedures.of([_procedure(1)]),
        documents=Documents.of([OLD, NEW]),
        contacts=(Contact("a", phones=("1900 1234",)),),
        indices=(_score(2021, rank=1),),
        slogans=(Slogan("nay", "Đúng hẹn"),),
    )
    made = set(_pages(item)) | set(_feeds(item)) | {page.removesuffix("index.html") for page in _pages(item)}
    assert set(directories(item)) <= made
