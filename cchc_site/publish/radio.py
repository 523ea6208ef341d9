"""Loudspeaker scripts as pages: one a week, one a piece, to be read from a screen or from paper.

The site keeps those of the last half year: what is older is history, not news, and `cchc radio` writes it at any time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import takewhile

from msgspec import Struct, field

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.broadcast import Script, SpokenPiece, piece_script, pieces_of_week, spoken, week_script
from cchc_site.column.instant import day_of
from cchc_site.publish.cards import Cards
from cchc_site.publish.directory_views import RadioPieceView, RadioScriptView, RadioView, RadioWeekRow
from cchc_site.publish.listings import HOME
from cchc_site.publish.mark import mark_of
from cchc_site.publish.page import Later, Page
from cchc_site.publish.views import Link, PageFrame
from cchc_site.vietnamese.numbers import group_thousands

HEADING = "Kịch bản phát thanh"
LEAD = (
    "Tin, bài viết sẵn để đọc trên loa truyền thanh: số, ngày, tiền, số văn bản và chữ viết tắt đã ghi thành lời. Mỗi "
    "tuần một kịch bản, mỗi bài một kịch bản; in ra là đọc được."
)
WEEKS = 26


class RadioPages(Struct, frozen=True, dict=True):
    """Makes the scripts of the weeks that still matter."""

    cards: Cards
    kept: Mapping[str, bytes] = field(default_factory=dict)
    """The pieces that were `said` before, by the names in `names`."""

    @cached_property
    def _today(self) -> date:
        return day_of(self.cards.as_of)

    @cached_property
    def _weeks(self) -> Mapping[date, tuple[Article, ...]]:
        """The pieces of each of the last weeks that had any, by its Monday, newest first."""
        monday = self._today - timedelta(days=self._today.weekday())
        first = monday - timedelta(weeks=WEEKS - 1)
        # The newest stand first: the first that is older ends them.
        recent = list(takewhile(lambda article: day_of(article.published) >= first, self.cards.public))
        weeks = {day: pieces_of_week(recent, day) for day in (monday - timedelta(weeks=n) for n in range(WEEKS))}
        return {day: pieces for day, pieces in weeks.items() if pieces}

    @cached_property
    def _scripts(self) -> Mapping[date, Script]:
        return {day: week_script(self.cards.column, pieces, day, self._say) for day, pieces in self._weeks.items()}

    @cached_property
    def names(self) -> dict[str, Article]:
        """Every piece that has a script, by the name under which it is kept in words."""
        return {self._name_of(article): article for pieces in self._weeks.values() for article in pieces}

    def _name_of(self, article: Article) -> str:
        unit = self.cards.column.units.get(article.unit)
        return mark_of("loa", article, unit.name if unit else "")

    def said(self, name: str) -> bytes:
        """The piece of that name in words, to be kept for its script, its week's, the list of weeks, later builds."""
        piece = spoken(self.cards.column, self.names[name])
        return json.dumps((piece.title, piece.byline, piece.paragraphs, piece.doubts)).encode()

    def _say(self, article: Article) -> SpokenPiece:
        if article.file not in self._said:
            name = self._name_of(article)
            kept = self.kept.get(name)
            title, byline, paragraphs, doubts = json.loads(self.said(name) if kept is None else kept)
            self._said[article.file] = SpokenPiece(article.id, title, byline, tuple(paragraphs), tuple(doubts))
        return self._said[article.file]

    @cached_property
    def _said(self) -> dict[str, SpokenPiece]:
        return {}

    def _mark(self, day: date, pieces: Sequence[Article]) -> str:
        """What a script depends on: the pieces, their units, the column's name and its agency on that day."""
        column = self.cards.column
        units = [column.units.get(article.unit) for article in pieces]
        return mark_of(column.identity.name, column.agency_on(day), units, *map(repr, pieces))

    @cached_property
    def _with_page(self) -> frozenset[str]:
        return frozenset(article.id for pieces in self._weeks.values() for article in pieces)

    def link(self, article: Article) -> Link | None:
        """The way from a piece to its script."""
        return Link(HEADING, address.radio_piece(article)) if article.id in self._with_page else None

    def pages(self) -> Iterator[Page]:
        """The list, the weeks, the pieces."""
        yield self._list()
        for monday, pieces in self._weeks.items():
            yield self._week(monday, pieces)
            for article in pieces:
                yield self._piece(article)

    def _list(self) -> Page:
        crumbs = (HOME, Link(HEADING, ""))
        frame = PageFrame(HEADING, LEAD, address.RADIO, crumbs, (self.cards.feed,), address.RADIO)
        marks = [f"{self._mark(day, pieces)}{self._goes_on(day)}" for day, pieces in self._weeks.items()]
        return Page("pages/radio_list.html", frame, Later(self._list_view, mark_of(*marks)))

    def _list_view(self) -> RadioView:
        rows = tuple(
            RadioWeekRow(
                Link(_week_name(monday), address.radio_week(monday)),
                _span(monday),
                self._scripts[monday].length,
                tuple(Link(article.title, address.radio_piece(article)) for article in pieces),
                self._goes_on(monday),
            )
            for monday, pieces in self._weeks.items()
        )
        return RadioView(HEADING, LEAD, rows)

    def _goes_on(self, monday: date) -> str:
        """A note on the week that has not ended."""
        last = monday + timedelta(days=6)
        return f"Tuần chưa hết: có các bài đến {self._today:%d/%m/%Y}." if last >= self._today else ""

    def _week(self, monday: date, pieces: tuple[Article, ...]) -> Page:
        sources = tuple(Link(article.title, article.address) for article in pieces)
        title = f"Phát thanh {_week_name(monday).lower()}"
        where, note = address.radio_week(monday), self._goes_on(monday)
        view = Later(partial(self._week_view, monday, title, sources, note), mark_of(self._mark(monday, pieces), note))
        return _page(self.cards, title, where, view)

    def _week_view(self, monday: date, title: str, sources: tuple[Link, ...], note: str) -> RadioScriptView:
        return _view(self._scripts[monday], title, sources, note)

    def _piece(self, article: Article) -> Page:
        title = f"Phát thanh: {article.title}"
        view = Later(partial(self._piece_view, article, title), self._mark(day_of(article.published), (article,)))
        return _page(self.cards, title, address.radio_piece(article), view)

    def _piece_view(self, article: Article, title: str) -> RadioScriptView:
        return _view(
            piece_script(self.cards.column, article, self._say), title, (Link(article.title, article.address),)
        )


def _view(script: Script, title: str, sources: tuple[Link, ...], note: str = "") -> RadioScriptView:
    return RadioScriptView(
        title,
        f"Đọc {script.length}, {group_thousands(script.words)} chữ",
        note,
        script.opening,
        tuple(
            RadioPieceView(source, piece.title, piece.byline, piece.paragraphs)
            for source, piece in zip(sources, script.pieces, strict=True)
        ),
        script.closing,
        script.doubts,
    )


def _page(cards: Cards, title: str, where: str, view: Later) -> Page:
    crumbs = (HOME, Link(HEADING, address.RADIO), Link(title, ""))
    description = f"{title}: kịch bản cho loa truyền thanh, mọi con số đã ghi thành lời."
    frame = PageFrame(title, description, where, crumbs, (cards.feed,), address.RADIO, noindex=True)
    return Page("pages/radio.html", frame, view)


def _week_name(monday: date) -> str:
    week = monday.isocalendar()
    return f"Tuần {week.week} năm {week.year}"


def _span(monday: date) -> str:
    return f"{monday:%d/%m} - {monday + timedelta(days=6):%d/%m/%Y}"
