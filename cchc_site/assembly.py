"""From the model to every generated file of the site: the one place that knows which pages there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from functools import cached_property, partial
from typing import Any, Final

from msgspec import Struct, field

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.column import StandingPage
from cchc_site.column.links import LinkMap
from cchc_site.desk.cms import desk_files
from cchc_site.handbook_tables import handbook_tables
from cchc_site.inspection import Inspection
from cchc_site.publish.articles import Articles
from cchc_site.publish.bodies import Bodies
from cchc_site.publish.cards import Cards
from cchc_site.publish.channels import Body
from cchc_site.publish.contests import contest_pages
from cchc_site.publish.corrections import corrections_page
from cchc_site.publish.directories import directory_channels, directory_pages
from cchc_site.publish.disk_cache import DiskCache
from cchc_site.publish.feed_files import feed_files
from cchc_site.publish.feed_list import feed_list_page
from cchc_site.publish.home import (
    home_page,
    not_found_page,
    redirect_pages,
    report_index_redirect,
    search_page,
    site_view,
)
from cchc_site.publish.listings import HOME, all_pieces, archive_pages, area_pages, unit_pages
from cchc_site.publish.mark import mark_of
from cchc_site.publish.markdown_html import MarkdownRenderer
from cchc_site.publish.months import fulfilment_page, report_pages
from cchc_site.publish.open_data import data_files
from cchc_site.publish.open_data_page import open_data_page
from cchc_site.publish.output import Begin, Output, Result, made, not_before
from cchc_site.publish.outreach import poster_files
from cchc_site.publish.page import Later, Page, Renderer
from cchc_site.publish.pictures import Pictures
from cchc_site.publish.plans import plan_pages
from cchc_site.publish.search.documents import findable
from cchc_site.publish.search.meanwhile import search_meanwhile
from cchc_site.publish.search.run import Run
from cchc_site.publish.security_headers import underscore_headers
from cchc_site.publish.sitemap import days_of_change, robots, sitemap
from cchc_site.publish.social_cards import column_card, piece_card, piece_key
from cchc_site.publish.theme import Theme
from cchc_site.publish.together import Together
from cchc_site.publish.views import Link, PageFrame
from cchc_site.report.words import as_json, report_values


class Settings(Struct, frozen=True):
    """What a door knows and the column does not."""

    base_url: str
    """The absolute address of the site's root, ending in "/"."""
    root: str = "/"
    """The path part of that address."""
    markdown_extensions: Sequence[str] = ()
    markdown_configs: Mapping[str, Mapping[str, Any]] | None = None
    standing: tuple[Link, ...] = ()
    preview: bool = False
    """Whether an editor is looking: drafts and held-back pieces then have pages too, in no list."""
    read: Callable[[str], bytes] | None = None
    """Gives a file of the content folder, for the pictures; without it pictures are published as they lie there."""
    cache: DiskCache = field(default_factory=DiskCache)
    desk_script: bytes = b""
    """The program of a web desk for `/bien-tap/`; without one there is no desk."""
    desk_repository: str = ""
    templates: tuple[str, ...] = ()
    """The folders of the theme's templates, the first that has one counts."""
    mark: str = ""
    """A name for this program and for the theme: with another one every page is drawn again."""
    bodies: Mapping[str, bytes] = field(default_factory=dict)
    """The bodies that earlier builds converted, and pieces in words for loudspeakers."""
    search: MutableMapping[str, bytes] = field(default_factory=dict)
    """What search remembers of earlier builds."""
    is_same: Callable[[str], bool] = lambda path: False
    """Says of a picture that it has not changed since the last build."""
    pictures: MutableMapping[str, bytes] = field(default_factory=dict)
    """What the last build published of each picture."""
    rows: MutableMapping[str, bytes] = field(default_factory=dict)
    """What the last build left of the open data, month by month."""
    run: Run = map
    """Does the same work with many things, perhaps in several processes."""
    begin: Begin = not_before
    """Does work meanwhile, perhaps in another process."""


_WORTH_BEGINNING: Final = 3_000
"""From so many pieces on, their keys are told in another process meanwhile."""


class Assembly(Struct, frozen=True, dict=True):
    """All generated files of one site. Another process is given these two fields, and makes its own templates and
    views."""

    inspection: Inspection
    settings: Settings

    @cached_property
    def cards(self) -> Cards:
        """Shared links and cards."""
        return Cards(self.inspection.column, self.inspection.fulfilment.as_of, self.pictures)

    @cached_property
    def pictures(self) -> Pictures | None:
        """The pictures as published."""
        settings = self.settings
        if settings.read is None:
            return None
        return Pictures(
            self.inspection.column.assets, settings.read, settings.cache, settings.is_same, settings.pictures
        )

    @cached_property
    def articles(self) -> Articles:
        """The article pages."""
        links = LinkMap(self.inspection.column)
        return Articles(self.cards, links, self.bodies, self.settings.preview, self.settings.base_url)

    @cached_property
    def bodies(self) -> Bodies:
        """The texts as HTML."""
        settings = self.settings
        hosts = self.inspection.column.identity.video_hosts
        markdown = MarkdownRenderer(settings.markdown_extensions, settings.markdown_configs or {}, hosts)
        return Bodies(markdown, settings.bodies)

    @cached_property
    def renderer(self) -> Renderer:
        """Draws pages in the frame of this site."""
        settings = self.settings
        site = site_view(self.cards, settings.base_url, settings.standing)
        return Renderer(Theme(settings.templates, site), site, settings.preview, settings.root)

    def prepare(self) -> None:
        """Draw a page of each frequent kind, which compiles what most pages need: templates, and parts of frames. Load
        what feeds are written with."""
        import cchc_site.publish.feeds  # noqa: F401

        self.renderer.render(next(page for page in self.pages() if page.template == "pages/listing.html"))
        for article in self.articles.shown[:1]:
            self._article_page(article)

    def pages(self) -> Iterator[Page]:
        """Every generated page."""
        column, fulfilment = self.inspection.column, self.inspection.fulfilment
        yield home_page(self.cards, fulfilment)
        yield from all_pieces(self.cards)
        yield from area_pages(self.cards)
        yield from unit_pages(self.cards)
        yield from archive_pages(self.cards)
        yield fulfilment_page(column, fulfilment)
        yield from report_pages(self.cards, fulfilment)
        yield report_index_redirect()
        yield corrections_page(self.cards)
        yield feed_list_page(self.cards)
        yield open_data_page(self.cards)
        yield from plan_pages(self.cards, fulfilment, self.inspection.findings)
        yield from contest_pages(self.cards, fulfilment)
        yield from redirect_pages(self.cards)
        yield from directory_pages(self.cards, self.articles.documents, self.articles.radio, self.settings.base_url)
        yield from handbook_tables(column)
        yield from map(self._standing_page, column.standing)
        yield search_page(self.cards)
        yield not_found_page()

    @cached_property
    def body_names(self) -> Mapping[str, Article | StandingPage]:
        """Every page with a body, and every piece that is read out, by their names in `Settings.bodies`."""
        pages: list[Article | StandingPage] = [*self.articles.shown, *self.inspection.column.standing]
        return {self.bodies.name_of(page): page for page in pages} | self.articles.radio.names

    def converted(self, name: str) -> bytes:
        """What is to be kept in `Settings.bodies` under that name."""
        radio = self.articles.radio
        return radio.said(name) if name in radio.names else self.articles.converted(self.body_names[name])

    @cached_property
    def outputs(self) -> Mapping[str, Output]:
        """Every generated file by its path. A path that is given twice is the first's."""
        found: dict[str, Output] = {}
        for output in self._outputs():
            found.setdefault(output.path, output)
        return found

    def _outputs(self) -> Iterator[Output]:
        for article in self.articles.shown:
            self.articles.marks.of(article)  # needed by both processes, so told before they part
        other = Together(self._begin)
        keys = other.add(partial(self._piece_keys, self._frame_mark))
        found = findable(self.inspection.column, self.cards.public)
        # What changed in texts changes pages, too: their templates are compiled while the other process is at work.
        meanwhile = self.prepare if self._is_large else lambda: None
        search = search_meanwhile(found, self.settings.search, self.settings.run, other.add, meanwhile)
        other.begin()
        pages = list(self.pages())
        for page in pages:
            yield Output(page.path, mark_of(self._frame_mark, page.mark), partial(self.renderer.render, page))
        others = list(self._others(pages, search))
        yield from self._piece_files(keys())
        yield from others

    def _piece_keys(self, frame: str) -> tuple[list[str], list[str]]:
        """In any process: what the page and the card of every piece depend on; there are more of them than of all other
        files."""
        shown = self.articles.shown
        return [self.articles.mark(piece, frame) for piece in shown], [piece_key(self.cards, piece) for piece in shown]

    def _piece_files(self, keys: tuple[list[str], list[str]]) -> Iterator[Output]:
        """The page and the card of every piece."""
        yield from map(self.article_file, self.articles.shown, keys[0])
        yield from map(partial(piece_card, self.cards), self.articles.shown, keys[1])

    def _begin(self, work: Callable[[], Result]) -> Callable[[], Result]:
        return self.settings.begin(work) if self._is_large else work

    @property
    def _is_large(self) -> bool:
        return len(self.articles.shown) >= _WORTH_BEGINNING

    def _others(self, pages: Sequence[Page], search: Callable[[], list[Output]]) -> Iterator[Output]:
        """Everything that is neither a page nor a card of a piece."""
        base_url, articles, column = self.settings.base_url, self.articles, self.inspection.column
        frame = self._frame_mark
        body = Body(
            articles.feed_html,
            lambda a: articles.marks.of(a) + frame,
        )
        yield from feed_files(
            self.cards, base_url, body, lambda body: directory_channels(self.cards, articles.documents, body)
        )
        if column.slogans:
            yield from poster_files(self.cards, base_url)
        yield from data_files(self.cards, self.inspection.fulfilment, base_url, self.settings.rows)
        yield column_card(self.cards)
        if self.pictures is not None:
            yield from self.pictures.files()
        yield made(address.REPORT_JSON, as_json(report_values(column, self.inspection.fulfilment)).encode())
        yield from self._calendars()
        frames = (page.frame for page in pages)
        listed = [*(frame.address for frame in frames if not frame.noindex), *(a.address for a in self.cards.public)]
        changed = days_of_change(self.cards.public, self.inspection.fulfilment.as_of)
        mark = mark_of(base_url, *listed, *(f"{day.toordinal()}" for day in changed.values()))
        yield Output("sitemap.xml", mark, partial(sitemap, listed, base_url, changed))
        yield made("robots.txt", robots(base_url))
        desk = bool(self.settings.desk_script)
        headers = underscore_headers(self.settings.root, self.renderer.site.frame_sources, desk=desk)
        yield made("_headers", headers.encode())
        if self.settings.desk_script:
            for path, data in desk_files(column, self.settings.desk_script, self.settings.desk_repository):
                yield made(path, data)
        yield from search()

    @cached_property
    def _frame_mark(self) -> str:
        """A name for what every page depends on: this program and its theme, the frame, how Markdown is read."""
        settings = self.settings
        return mark_of(
            settings.mark, self.renderer.site, settings.preview, settings.root, self.articles.bodies.renderer.mark
        )

    def article_file(self, article: Article, key: str = "") -> Output:
        """The page of a piece."""
        return Output(f"{article.address}index.html", key, partial(self._article_page, article))

    def _article_page(self, article: Article) -> bytes:
        return self.renderer.render(self.articles.page(article))

    def _calendars(self) -> Iterator[Output]:
        """The deadlines of all plans, and of each."""
        column, findings, base_url = self.inspection.column, self.inspection.findings, self.settings.base_url
        where = {plan.id: address.plan(plan) for plan in column.plans}
        frame = mark_of(column.identity, base_url, where)
        if column.plans:
            make = partial(_calendar, column, findings, column.identity.name, base_url, where)
            yield Output(address.CALENDAR, mark_of(frame, column.plans, findings), make)
        for plan in column.plans:
            own = tuple(finding for finding in findings if finding.plan == plan.id)
            make = partial(_calendar, column, own, plan.title, base_url, where)
            yield Output(address.plan_calendar(plan), mark_of(frame, plan, own), make)

    def _standing_page(self, page: StandingPage) -> Page:
        """A page that is not a piece. Its links may lead anywhere."""
        crumbs = (HOME, Link(page.title, ""))
        frame = PageFrame(page.title, page.description, page.address, crumbs, (self.cards.feed,), page.address)
        mark = mark_of(page.body, self.articles.marks.everywhere)
        return Page("main.html", frame, Later(partial(self.articles.standing_html, page), mark))


def _calendar(*what: Any) -> bytes:
    """Its library takes longer to load than anything else here; most builds have no calendar to make."""
    from cchc_site.report.calendar import calendar

    return calendar(*what)
