"""Article pages: neighbours, related pieces, withdrawal, previews, and units as they were named then."""

from __future__ import annotations

from datetime import date
from typing import Any

from support.builders import areas, at, column, piece

from cchc_site.column.article import Article, Correction, Origin, Source, Update, Video, Withdrawal
from cchc_site.publish.article_views import ArticleView
from cchc_site.publish.views import Link

from .made import FORMER_UNIT, LATER_UNIT, articles


def _view(items: list[Article], index: int = 0, as_of: str = "2024-06-01", **options: Any) -> ArticleView:
    preview = options.pop("preview", False)
    page = articles(column(items, **options), as_of, preview=preview).page(items[index])
    assert isinstance(page.view, ArticleView)
    return page.view


def test_previous_and_next_stay_in_the_first_area() -> None:
    items = [
        piece("2024-03-01", "2024/03/a", areas=areas("procedures")),
        piece("2024-03-02", "2024/03/khac", areas=areas("institutions", "procedures")),
        piece("2024-03-03", "2024/03/b", areas=areas("procedures", "steering")),
        piece("2024-03-04", "2024/03/c", areas=areas("procedures")),
    ]
    middle = _view(items, 2)
    assert middle.older == Link("Bài 2024/03/a", "tin-bai/2024/03/a/")
    assert middle.newer == Link("Bài 2024/03/c", "tin-bai/2024/03/c/")
    assert (_view(items, 0).older, _view(items, 3).newer) == (None, None)
    assert (_view(items, 1).older, _view(items, 1).newer) == (None, None)


def test_neighbours_skip_what_citizens_cannot_see() -> None:
    items = [
        piece("2024-03-01", "2024/03/a"),
        piece("2024-03-02", "2024/03/nhap", draft=True),
        piece("2024-03-03", "2024/03/thu-hoi", withdrawn=Withdrawal(at("2024-03-04"), "Sai")),
        piece("2024-03-05", "2024/03/b"),
        piece("2024-07-05", "2024/07/hen"),
    ]
    view = _view(items, 3)
    assert (view.older, view.newer) == (Link("Bài 2024/03/a", "tin-bai/2024/03/a/"), None)


def test_related_pieces_share_tags_then_stand_near_never_twice_never_itself() -> None:
    items = [
        piece("2024-03-01", "2024/03/hai-the", tags=("hồ sơ", "một cửa"), areas=areas("steering")),
        piece("2024-03-02", "2024/03/mot-the", tags=("HỒ SƠ",), areas=areas("steering")),
        piece("2024-03-03", "2024/03/gan", tags=("khác",)),
        piece("2024-03-04", "2024/03/bai", tags=("hồ sơ", "một cửa")),
        piece("2024-03-05", "2024/03/xa", areas=areas("institutions")),
    ]
    related = [card.title for card in _view(items, 3).related]
    assert related == ["Bài 2024/03/hai-the", "Bài 2024/03/mot-the", "Bài 2024/03/gan"]


def test_three_related_pieces_are_enough() -> None:
    items = [piece(f"2024-03-{day:02d}", tags=("hồ sơ",)) for day in range(1, 10)]
    assert [card.published.label for card in _view(items, 0).related] == ["09/03/2024", "08/03/2024", "07/03/2024"]


def test_a_withdrawn_piece_keeps_its_page_and_loses_its_text() -> None:
    item = piece("2024-03-01", body="Bí mật", withdrawn=Withdrawal(at("2024-03-04T09:30"), "Văn bản bị thay thế"))
    made = articles(column([item]))
    assert [page.frame.noindex for page in made.pages()] == [True]
    view = _view([item])
    assert (view.html, view.withdrawn) == ("", "Văn bản bị thay thế")
    assert view.withdrawn_on is not None
    assert view.withdrawn_on.label == "04/03/2024"
    before = _view([item], as_of="2024-03-04T09:29")
    assert (before.withdrawn, "Bí mật" in before.html) == ("", True)


def test_hidden_pieces_have_pages_only_in_a_preview() -> None:
    items = [
        piece("2024-03-01", "2024/03/thay"),
        piece("2024-03-02", "2024/03/nhap", draft=True),
        piece("2024-07-01T08:00", "2024/07/hen", date_only=False),
    ]
    assert [a.id for a in articles(column(items)).shown] == ["2024/03/thay"]
    assert len(list(articles(column(items), preview=True).pages())) == 3
    assert [_view(items, index, preview=True).hidden for index in range(3)] == [
        "",
        "Bản nháp, chưa đăng",
        "Hẹn đăng 08:00, 01/07/2024",
    ]
    assert articles(column(items), preview=True).page(items[1]).frame.noindex


def test_a_piece_appears_at_its_minute() -> None:
    item = piece("2024-03-05T09:30")
    assert not articles(column([item]), "2024-03-05T09:29").shown
    assert articles(column([item]), "2024-03-05T09:30").shown


def test_a_former_unit_keeps_its_name_and_says_what_it_is_now() -> None:
    item = piece("2024-02-05", unit=FORMER_UNIT.id)
    view = _view([item], units=(FORMER_UNIT, LATER_UNIT))
    assert view.card.unit.name == "Văn phòng Sở cũ"
    assert [unit.name for unit in view.unit_now] == ["Văn phòng Sở"]
    then = _view([item], as_of="2024-02-20", units=(FORMER_UNIT, LATER_UNIT))
    assert then.unit_now == ()


def test_only_a_major_update_or_a_correction_moves_the_updated_time() -> None:
    minor = Update(at("2024-03-10"), "Sửa lỗi gõ")
    major = Update(at("2024-03-12T15:00"), "Bổ sung bước 3", major=True)
    correction = Correction(at("2024-03-14"), "3 ngày", "5 ngày")
    assert _view([piece("2024-03-01", updates=(minor,))]).updated is None
    updated = _view([piece("2024-03-01", updates=(minor, major))]).updated
    assert updated is not None
    assert updated.label == "15:00, 12/03/2024"
    corrected = _view([piece("2024-03-01", corrections=(correction,))])
    assert corrected.updated is not None
    assert [(c.wrong, c.right) for c in corrected.corrections] == [("3 ngày", "5 ngày")]


def test_change_notes_stand_newest_first_and_none_is_of_the_future() -> None:
    updates = tuple(Update(at(day), day) for day in ("2024-03-10", "2024-03-12", "2024-07-01"))
    assert [change.note for change in _view([piece("2024-03-01", updates=updates)]).changes] == [
        "2024-03-12",
        "2024-03-10",
    ]


def test_source_origin_and_film_are_worded() -> None:
    source = Source("Báo A", "https://example.org/a", date(2024, 2, 29))
    video = Video("tin-bai/2024/03/phim.mp4", 95)
    view = _view([piece("2024-03-01", origin=Origin.REPOST, source=source, video=video)])
    assert view.source is not None
    assert (view.source.label, view.source.name, view.source.date.label) == ("Đăng lại", "Báo A", "29/02/2024")
    assert view.card.repost_of == "Báo A"
    assert view.film is not None
    assert (view.film.media_type, view.film.length) == ("video/mp4", "1 phút 35 giây")


def test_crumbs_and_feeds_lead_to_the_pieces_areas() -> None:
    item = piece("2024-03-01", areas=areas("steering", "procedures"))
    frame = articles(column([item])).page(item).frame
    assert [crumb.address for crumb in frame.breadcrumbs] == ["", "linh-vuc/chi-dao-dieu-hanh/", ""]
    assert [feed.address for feed in frame.feeds] == [
        "rss.xml",
        "linh-vuc/chi-dao-dieu-hanh/rss.xml",
        "linh-vuc/cai-cach-thu-tuc-hanh-chinh/rss.xml",
    ]
