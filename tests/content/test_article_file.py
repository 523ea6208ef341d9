from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from support.builders import areas, at
from support.files import article_text, assert_helpful

from cchc_site.column.article import Article, Correction, Form, Image, Kind, Origin, Source, Update, Video, Withdrawal
from cchc_site.column.problem import Place
from cchc_site.content.article_file import parse_article
from cchc_site.content.reporter import Reporter

PATH = "tin-bai/2024/03/bai.md"


def parse(text: str, path: str = PATH) -> tuple[Article | None, list[tuple[str, str]]]:
    report = Reporter(f"content/{path}")
    article = parse_article(text, path, report)
    assert_helpful(report.problems)
    return article, [(p.code, str(p.place).removeprefix(f"content/{path}")) for p in report.problems]


def good(text: str, path: str = PATH) -> Article:
    article, problems = parse(text, path)
    assert problems == []
    assert article is not None
    return article


def test_an_article_with_only_the_required_fields() -> None:
    article = good(article_text("Một hai **ba**."))
    assert article.id == "2024/03/bai"
    assert article.file == PATH
    assert article.address == "tin-bai/2024/03/bai/"
    assert article.title == "Ba bước cần nhớ"
    assert article.published == at("2024-03-05")
    assert article.date_only
    assert (article.kind, article.areas, article.unit) == (Kind.ARTICLE, areas("procedures"), "van-phong")
    assert (article.form, article.origin, article.draft) == (Form.TEXT, Origin.ORIGINAL, False)
    assert article.body == "\nMột hai **ba**.\n"
    assert article.words == 3
    assert article.place == Place(f"content/{PATH}", 1, 1)
    assert article.body_line == 10
    assert article.place_of("areas") == Place(f"content/{PATH}", 4, 8)
    assert article.place_of("slug") == article.place


def test_an_article_with_every_field() -> None:
    article = good(
        article_text(
            date="2024-03-05T09:30",
            areas="[steering, procedures, steering]",
            form="video",
            image='{src: so-do.png, alt: "Sơ đồ", credit: "Ban biên tập"}',
            video="{src: ../04/phim.mp4, duration: 95}",
            documents="[76/NQ-CP]",
            origin="repost",
            source='{name: "Báo", url: "https://example.org/a", date: 2024-03-01}',
            topics="[a, c]",
            tags="[hồ sơ trực tuyến]",
            approved_by="Chánh Văn phòng",
            updates='[{date: 2024-03-20, note: "Bổ sung", major: true}, {date: 2024-03-21T08:00, note: "Lỗi gõ"}]',
            corrections='[{date: 2024-03-22, wrong: "ba", right: "bốn", received: 2024-03-21}]',
            withdrawn='{date: 2024-04-01, reason: "Hết hiệu lực"}',
            slug="ten-khac",
            aliases="[tin-bai/2023/01/ten-cu, /tin-bai/2023/02/ten-cu-nua/]",
            id="2024/03/ma-co-dinh",
            translation_of="2024/03/goc",
            draft="true",
        )
    )
    assert not article.date_only
    assert article.published == at("2024-03-05T09:30")
    assert article.areas == areas("steering", "procedures")
    assert article.image == Image("tin-bai/2024/03/so-do.png", "Sơ đồ", "Ban biên tập")
    assert article.video == Video("tin-bai/2024/04/phim.mp4", 95)
    assert article.source == Source("Báo", "https://example.org/a", date(2024, 3, 1))
    assert article.updates == (
        Update(at("2024-03-20"), "Bổ sung", major=True),
        Update(at("2024-03-21T08:00"), "Lỗi gõ"),
    )
    assert article.corrections == (Correction(at("2024-03-22"), "ba", "bốn", date(2024, 3, 21), None),)
    assert article.withdrawn == Withdrawal(at("2024-04-01"), "Hết hiệu lực")
    assert article.address == "tin-bai/2024/03/ten-khac/"
    assert article.aliases == ("tin-bai/2023/01/ten-cu/", "tin-bai/2023/02/ten-cu-nua/")
    assert (article.id, article.translation_of) == ("2024/03/ma-co-dinh", "2024/03/goc")
    assert (article.topics, article.tags, article.documents) == (("a", "c"), ("hồ sơ trực tuyến",), ("76/NQ-CP",))
    assert (article.approved_by, article.draft) == ("Chánh Văn phòng", True)


@pytest.mark.parametrize(
    "path",
    [
        "tin-bai/bai.md",
        "tin-bai/2024/bai.md",
        "tin-bai/2024/13/bai.md",
        "tin-bai/2024/3/bai.md",
        "tin-bai/2024/03/Bai.md",
        "tin-bai/2024/03/bài viết.md",
        "tin-bai/2024/03/them/bai.md",
        "tin-bai/2024/03/bai-.md",
        "tin-bai/2024/03/bai.MD",
        "tin-bai/２０２４/03/bai.md",
    ],
)
def test_a_bad_name(path: str) -> None:
    article, problems = parse(article_text(), path)
    assert article is None
    assert problems == [("T06", "")]


def test_a_bad_name_comes_with_a_good_one() -> None:
    report = Reporter("f")
    parse_article(article_text(), "tin-bai/2024/03/Nộp hồ sơ (mới).md", report)
    assert "nop-ho-so-moi.md" in report.problems[0].fix


def test_a_bad_name_and_bad_fields_are_reported_together() -> None:
    article, problems = parse(article_text(kind="baii", areas="[]"), "tin-bai/bai.md")
    assert article is None
    assert problems == [("T06", ""), ("F06", ":4:8"), ("F05", ":5:7")]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"title": None}, ("F02", ":2:1")),
        ({"titel": "x"}, ("F01", ":9:1")),
        ({"summary": ""}, ("F06", ":8:9")),
        ({"image": "{src: so-do.png}"}, ("F02", ":9:8")),
        ({"image": "{src: 'so do.png', alt: a}"}, ("F03", ":9:14")),
        ({"video": "{src: a.mp4, duration: 1:35}"}, ("F03", ":9:31")),
        ({"video": "{src: a.mp4, duration: 0}"}, ("F03", ":9:31")),
        ({"source": "{name: a, url: example.org, date: 2024-03-01}"}, ("F03", ":9:24")),
        ({"updates": "[{date: 31/02/2024, note: a}]"}, ("F04", ":9:18")),
        ({"aliases": "[https://example.org/a]"}, ("F03", ":9:11")),
        ({"id": "Bài 1"}, ("F03", ":9:5")),
        ({"slug": "a/b"}, ("F03", ":9:7")),
    ],
)
def test_a_bad_field_has_its_place(fields: dict[str, Any], problem: tuple[str, str]) -> None:
    article, problems = parse(article_text(**fields))
    assert article is None
    assert problems == [problem]
