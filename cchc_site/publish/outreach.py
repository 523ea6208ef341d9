"""What the office does beside the site: the activity log, posters, and the page and feed for newsrooms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from cchc_site.column import address
from cchc_site.column.activity import Activity, form_diversity
from cchc_site.column.article import Article, Origin
from cchc_site.column.contact import ContactKind
from cchc_site.column.instant import day_of
from cchc_site.publish.cards import Cards, on_day
from cchc_site.publish.channel import Channel
from cchc_site.publish.channels import ITEMS, Body, piece_channel
from cchc_site.publish.contacts import contact_view
from cchc_site.publish.directory_views import (
    ActivitiesView,
    ActivityRow,
    FormRowView,
    PostersView,
    PosterView,
    PressView,
)
from cchc_site.publish.listings import HOME
from cchc_site.publish.mark import mark_of
from cchc_site.publish.output import Output
from cchc_site.publish.page import Page
from cchc_site.publish.poster import PAPERS, Poster, draw_poster, poster_pdf, poster_svg
from cchc_site.publish.views import FeedLink, Link, PageFrame
from cchc_site.vietnamese.numbers import group_thousands

ACTIVITIES_HEADING = "Hoạt động tuyên truyền ngoài trang"
ACTIVITIES_LEAD = (
    "Hội nghị, tập huấn, truyền thanh, trực quan, mạng xã hội: hình thức, số lần, số người và nơi lưu kiểm chứng."
)
POSTERS_HEADING = "Khẩu hiệu, áp phích"
POSTERS_LEAD = "Tải về và in: mỗi khẩu hiệu có bản A4, A3, kèm mã QR dẫn tới trang liên quan."
PRESS_HEADING = "Dành cho báo chí"
PRESS_LEAD = "Tin, bài tự viết mới nhất, cách dẫn nguồn và đầu mối cung cấp thông tin."
PRESS_CARDS = 12


def activities_page(cards: Cards) -> Page:
    """The log, newest year first, each with its table of forms."""
    today = day_of(cards.as_of)
    past = [activity for activity in cards.column.activities if activity.date <= today]
    pieces = {article.id: article for article in cards.public}
    years = []
    for year in sorted({activity.date.year for activity in past}, reverse=True):
        own = sorted((a for a in past if a.date.year == year), key=lambda a: (a.date, a.title), reverse=True)
        forms = tuple(
            FormRowView(
                row.form.label,
                "Điện tử" if row.form.is_online else "Trực tiếp, truyền thống",
                row.activities,
                row.times,
                row.people,
                row.with_evidence,
            )
            for row in form_diversity(own)
        )
        years.append(
            (str(year), forms, tuple(_activity(cards, activity, pieces.get(activity.piece)) for activity in own))
        )
    crumbs = (HOME, Link("Hoạt động", ""))
    frame = PageFrame(
        ACTIVITIES_HEADING, ACTIVITIES_LEAD, address.ACTIVITIES, crumbs, (cards.feed,), address.ACTIVITIES
    )
    return Page("pages/activities.html", frame, ActivitiesView(ACTIVITIES_HEADING, ACTIVITIES_LEAD, tuple(years)))


def _activity(cards: Cards, activity: Activity, piece: Article | None) -> ActivityRow:
    unit = cards.column.units.get(activity.unit)
    return ActivityRow(
        on_day(activity.date),
        activity.form.label,
        activity.title,
        unit.short_name if unit else activity.unit,
        group_thousands(activity.people) if activity.people is not None else "",
        group_thousands(activity.times),
        activity.url,
        activity.evidence,
        Link(piece.title, piece.address) if piece else None,
    )


def posters(cards: Cards) -> tuple[Poster, ...]:
    """The slogans in use today, and the year's theme when a plan has one."""
    today, column = day_of(cards.as_of), cards.column
    agency = column.agency_on(today)
    name = agency.name if agency else column.identity.name
    theme = next((plan.theme for plan in column.plans if plan.theme and plan.first <= today <= plan.last), "")
    found = [Poster("chu-de-nam", f"Chủ đề năm {today.year}", theme, name, "")] if theme else []
    found += [Poster(s.id, "", s.text, name, s.page) for s in column.slogans if s.is_current(today)]
    return tuple(found)


def poster_files(cards: Cards, base_url: str) -> Iterator[Output]:
    """The SVG of each poster, and a PDF for each size of paper."""
    for poster in posters(cards):
        mark = mark_of(poster, base_url)
        where = f"{address.POSTERS}{poster.id}"
        yield Output(f"{where}.svg", mark, partial(_drawn, poster, base_url, ""))
        for paper in PAPERS:
            yield Output(f"{where}-{paper}.pdf", mark, partial(_drawn, poster, base_url, paper))


def _drawn(poster: Poster, base_url: str, paper: str) -> bytes:
    drawing = draw_poster(poster, base_url)
    return poster_pdf(drawing, paper) if paper else poster_svg(drawing)


def posters_page(cards: Cards) -> Page:
    """The bank of slogans."""
    views = []
    for poster in posters(cards):
        files = [Link(f"{paper.upper()} (PDF)", f"{address.POSTERS}{poster.id}-{paper}.pdf") for paper in PAPERS]
        files.append(Link("SVG", f"{address.POSTERS}{poster.id}.svg"))
        views.append(PosterView(poster.text, f"{address.POSTERS}{poster.id}.svg", tuple(files)))
    crumbs = (HOME, Link("Khẩu hiệu, áp phích", ""))
    frame = PageFrame(POSTERS_HEADING, POSTERS_LEAD, address.POSTERS, crumbs, (cards.feed,), address.POSTERS)
    return Page("pages/posters.html", frame, PostersView(POSTERS_HEADING, POSTERS_LEAD, tuple(views)))


def press_feed(cards: Cards) -> FeedLink:
    """The feed for newsrooms."""
    return FeedLink(f"{cards.column.identity.name}: dành cho báo chí", address.feed_of(address.PRESS))


def own_pieces(cards: Cards, most: int) -> list[Article]:
    """The newest pieces that the office may give away: its own news and articles."""
    return list(islice((a for a in cards.public if a.kind.is_piece and a.origin is Origin.ORIGINAL), most))


def press_page(cards: Cards) -> Page:
    """What a newsroom needs on one page."""
    contacts = tuple(contact_view(cards, c) for c in cards.column.contacts if c.kind is ContactKind.PRESS)
    feed = press_feed(cards)
    view = PressView(
        PRESS_HEADING,
        PRESS_LEAD,
        cards.column.identity.source_rule,
        contacts,
        feed,
        cards.cards(own_pieces(cards, PRESS_CARDS)),
    )
    crumbs = (HOME, Link(PRESS_HEADING, ""))
    return Page(
        "pages/press.html",
        PageFrame(PRESS_HEADING, PRESS_LEAD, address.PRESS, crumbs, (feed, cards.feed), address.PRESS),
        view,
    )


def press_channel(cards: Cards, body: Body) -> Channel:
    """The newest own pieces in full."""
    pieces = own_pieces(cards, ITEMS)
    return piece_channel(cards, f":{address.PRESS}", press_feed(cards).title, PRESS_LEAD, address.PRESS, pieces, body)
