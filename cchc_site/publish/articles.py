"""The page of each piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct

from cchc_site.column import address
from cchc_site.column.area import ReformArea
from cchc_site.column.article import Article
from cchc_site.column.column import StandingPage
from cchc_site.column.instant import day_of, in_vietnam
from cchc_site.column.links import LinkMap
from cchc_site.column.problem import Problem, Severity
from cchc_site.publish.article_views import ArticleView, ChangeNote, SourceNote
from cchc_site.publish.at_hand import AtHand
from cchc_site.publish.audiences import audience_links
from cchc_site.publish.bodies import Bodies, packed
from cchc_site.publish.cards import Cards, media_type, on_day, when, when_noted
from cchc_site.publish.categories import guard_lines
from cchc_site.publish.citations import link_citations
from cchc_site.publish.corrections import correction_note
from cchc_site.publish.documents import DocumentPages
from cchc_site.publish.embeds import links_to_players
from cchc_site.publish.link_rewriting import rewrite_links
from cchc_site.publish.listings import HOME
from cchc_site.publish.mark import mark_of
from cchc_site.publish.markdown_html import scrollable_tables
from cchc_site.publish.media_views import Film
from cchc_site.publish.page import Page, base_of
from cchc_site.publish.picture_html import drawer
from cchc_site.publish.piece_marks import PieceMarks
from cchc_site.publish.qr import qr_image
from cchc_site.publish.radio import RadioPages
from cchc_site.publish.views import Link, PageFrame

RELATED = 3
_LOOKED_AT = 50
"""How many pieces of a tag may be related to one another, the newest."""
_AT_HAND = 200
"""How many bodies are held for feeds: four that people subscribe to."""
WORDS_A_MINUTE = 220
"""Unhurried reading of Vietnamese, in “chữ” (syllables) a minute."""


class Unrenderable(Exception):
    """A text that the Markdown reader gave up on; `problem` names its file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Articles(Struct, frozen=True, dict=True):
    """Makes article pages; knows each piece's neighbours."""

    cards: Cards
    links: LinkMap
    bodies: Bodies
    preview: bool = False
    """Whether pieces that citizens cannot see yet have pages too."""
    base_url: str = "/"
    """The absolute address of the site's root, for paper."""

    @cached_property
    def shown(self) -> tuple[Article, ...]:
        """The pieces that have a page."""
        return tuple(a for a in self.cards.column.articles if self.preview or a.is_public(self.cards.as_of))

    def _converted(self, page: Article | StandingPage, *, is_kept: bool = True) -> str:
        """The body's sanitised HTML. Raises Unrenderable, naming the file, whatever the Markdown reader raises."""
        try:
            return self.bodies.html(page) if is_kept else self.bodies.anew(page)
        except Exception as error:
            what = type(error).__name__
            message = f"Bộ đọc Markdown không đọc được bài này ({what})."
            fix = "Bỏ bớt dấu nhấn mạnh, trích dẫn, danh sách lồng nhau; hoặc chia đôi bài để tìm đoạn gây lỗi."
            raise Unrenderable(Problem("M02", Severity.ERROR, page.place, message, fix)) from error

    def converted(self, page: Article | StandingPage) -> bytes:
        """The same, as it is kept for the page, the feeds and later builds from now on."""
        return packed(self._converted(page, is_kept=False))

    @cached_property
    def _neighbours(self) -> Mapping[str, tuple[Article | None, Article | None]]:
        """(older, newer) in the piece's first area, by id."""
        by_area: dict[str, list[Article]] = {}
        for article in self.cards.public:
            by_area.setdefault(article.areas[0].id, []).append(article)
        found: dict[str, tuple[Article | None, Article | None]] = {}
        for pieces in by_area.values():
            for index, article in enumerate(pieces):
                older = pieces[index + 1] if index + 1 < len(pieces) else None
                found[article.id] = (older, pieces[index - 1] if index else None)
        return found

    @cached_property
    def _by_tag(self) -> Mapping[str, list[int]]:
        """The newest pieces of every tag, by their places among the public ones."""
        found: dict[str, list[int]] = {}
        for place, article in enumerate(self.cards.public):
            for tag in article.tags:
                places = found.setdefault(tag.casefold(), [])
                if len(places) < _LOOKED_AT:
                    places.append(place)
        return found

    def feed_html(self, article: Article) -> str:
        """The body for feeds, with absolute links: remembered for a while, since several feeds in a row have it."""
        absolute = self.base_url + article.address
        return self._for_feeds.get(article.file, lambda: self.html(article, self.base_url, absolute))

    @cached_property
    def _for_feeds(self) -> AtHand:
        return AtHand(_AT_HAND)

    def html(self, article: Article, prefix: str, here: str = "") -> str:
        """The body with its links pointing below `prefix` (see `rewrite_links`) and the documents it cites linked."""
        has_lead = article.image is not None or article.video is not None
        draw = drawer(self.cards.pictures, prefix, is_feed=bool(here), has_lead=has_lead)
        html = rewrite_links(self._converted(article), article.file, self.links, prefix, self.cards.as_of, here, draw)
        documents, day = self.cards.column.documents, day_of(article.published)
        if not documents:
            return html

        def resolve(number: str) -> str | None:
            known = documents.cited(number, day)
            return prefix + address.document(known) if known else None

        return link_citations(html, resolve)

    @cached_property
    def documents(self) -> DocumentPages:
        """The register of documents, which pieces link to."""
        return DocumentPages(self.cards)

    @cached_property
    def radio(self) -> RadioPages:
        """The loudspeaker scripts, which pieces link to."""
        return RadioPages(self.cards, self.bodies.kept)

    def standing_html(self, page: StandingPage) -> str:
        """A standing page's body, by the same way as a piece's."""
        base = base_of(page.address)
        draw = drawer(self.cards.pictures, base)
        html = self._converted(page)
        return self._finished(rewrite_links(html, page.file, self.links, base, self.cards.as_of, draw=draw))

    def _finished(self, html: str) -> str:
        """What only a page has: tables that scroll, and allowed players that open where they stand."""
        return links_to_players(scrollable_tables(html), self.cards.column.identity.video_hosts)

    def related(self, article: Article) -> tuple[Article, ...]:
        """Up to three pieces: those sharing most tags, newest first, then its neighbours in the area."""
        found = [other for other in self._sharing(article.tags) if other.id != article.id]
        if len(found) < RELATED:
            shown = {other.id for other in found}
            near = self._neighbours.get(article.id, (None, None))
            found += [neighbour for neighbour in near if neighbour is not None and neighbour.id not in shown]
        return tuple(found[:RELATED])

    def _sharing(self, tags: tuple[str, ...]) -> Sequence[Article]:
        """The pieces that share most of these tags: enough of them for a piece that is itself among them."""
        if tags not in self._shared:
            public = self.cards.public
            places = list(chain.from_iterable([self._by_tag.get(tag.casefold(), ()) for tag in tags]))
            once = set(places)
            if len(once) < len(places):
                # One number says both, how many tags and how new: there are thousands of pieces to find others for.
                once = {place - count * len(public) for place, count in Counter(places).items()}
            best = sorted(once)[: RELATED + 1]
            self._shared[tags] = [public[number % len(public)] for number in best]
        return self._shared[tags]

    @cached_property
    def _shared(self) -> dict[tuple[str, ...], Sequence[Article]]:
        return {}

    def pages(self) -> Iterator[Page]:
        """Every shown piece's page; a withdrawn piece keeps its page, with the reason instead of the text."""
        for article in self.shown:
            yield self.page(article)

    def mark(self, article: Article, frame: str) -> str:
        """A name for everything that a piece's page depends on; `frame` names what all pages have in common."""
        older, newer = self._neighbours.get(article.id, (None, None))
        near = [f"{piece.title}\x1f{piece.address}" if piece else "" for piece in (older, newer)]
        related = self.cards.marks(self.related(article))
        radio = "\x1e" if self.radio.link(article) else ""
        return mark_of(frame, self.marks.of(article), radio, *near, *related)

    @cached_property
    def marks(self) -> PieceMarks:
        """What each piece's text depends on."""
        return PieceMarks(self.cards, self.links, self.documents)

    def page(self, article: Article) -> Page:
        """One piece's page."""
        area = article.areas[0]
        crumbs = (HOME, Link(area.short_name, address.area(area)), Link(article.title, ""))
        feeds = (self.cards.feed, *(self.cards.area_feed(item) for item in article.areas))
        frame = PageFrame(
            article.title,
            article.summary,
            article.address,
            crumbs,
            feeds,
            address.PIECES,
            noindex=article.is_withdrawn(self.cards.as_of) or not article.is_public(self.cards.as_of),
            card=f"{article.address}{address.SOCIAL_CARD}",
            card_alt=article.title,
        )
        return Page("pages/article.html", frame, self._view(article, area))

    def _hidden(self, article: Article) -> str:
        """Why citizens cannot see the piece; empty when they can."""
        if article.draft:
            return "Bản nháp, chưa đăng"
        if article.published > self.cards.as_of:
            return f"Hẹn đăng {when(article.published, article.date_only).label}"
        return ""

    def _view(self, article: Article, area: ReformArea) -> ArticleView:
        as_of = self.cards.as_of
        older, newer = self._neighbours.get(article.id, (None, None))
        updated = article.updated_by(as_of)
        withdrawn = article.withdrawn if article.is_withdrawn(as_of) else None
        return ArticleView(
            card=self.cards.card(article),
            html="" if withdrawn else self._finished(self.html(article, base_of(article.address))),
            author=article.author,
            origin=article.origin.label,
            source=_source(article),
            updated=when_noted(updated) if updated > article.published else None,
            changes=tuple(
                ChangeNote(when_noted(update.at), update.note, update.major)
                for update in sorted(article.updates, key=lambda u: u.at, reverse=True)
                if update.at <= as_of
            ),
            corrections=tuple(correction_note(c) for c in article.corrections if c.is_published(as_of)),
            documents=article.documents,
            tags=article.tags,
            unit_now=self.cards.units_now(article),
            film=_film(article),
            hidden=self._hidden(article),
            withdrawn=withdrawn.reason if withdrawn else "",
            withdrawn_on=when(in_vietnam(withdrawn.on), True) if withdrawn else None,
            reading_minutes=max(1, round(article.words / WORDS_A_MINUTE)),
            related=self.cards.cards(self.related(article)),
            area=self.cards.area(area),
            qr=qr_image(self.base_url + article.address),
            older=Link(older.title, older.address) if older else None,
            newer=Link(newer.title, newer.address) if newer else None,
            document_links=self.documents.links(article),
            ended_documents=self.documents.ended(article),
            procedures=tuple(
                Link(item.name, address.procedure(item))
                for item in map(self.cards.column.procedures.get, article.procedures)
                if item is not None
            ),
            guards=guard_lines(article),
            audience=audience_links(article),
            radio=self.radio.link(article),
            category=Link(article.category.label, address.category(article.category)) if article.category else None,
        )


def _source(article: Article) -> SourceNote | None:
    source = article.source
    if source is None:
        return None
    return SourceNote(article.origin.label, source.name, source.url, on_day(source.date))


def _film(article: Article) -> Film | None:
    if article.video is None:
        return None
    minutes, seconds = divmod(article.video.duration, 60)
    length = f"{minutes} phút {seconds:02d} giây" if minutes else f"{seconds} giây"
    return Film(article.video.src, media_type(article.video.src), length, article.video.duration)
