"""The column: everything the editors wrote, read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property

from msgspec import Struct, field

from cchc_site.column.activity import Activity
from cchc_site.column.answer_term import DEFAULT_TERMS, AnswerTerm
from cchc_site.column.article import Article, newest_first
from cchc_site.column.audience import Audience
from cchc_site.column.category import Category
from cchc_site.column.closed_month import ClosedMonths
from cchc_site.column.contact import Contact
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.record import ContestRecord
from cchc_site.column.document import Documents
from cchc_site.column.index_score import IndexScore
from cchc_site.column.letterhead import Letterhead
from cchc_site.column.network import Network
from cchc_site.column.originality import Pairs, similar_pairs
from cchc_site.column.plan import Plan, Quota, Waiver
from cchc_site.column.procedure import Procedures
from cchc_site.column.slogan import Slogan
from cchc_site.column.submission import Submission
from cchc_site.column.term import Term
from cchc_site.column.unit import Unit, Units
from cchc_site.column.written import Written


class Identity(Struct, frozen=True):
    """Who publishes the column (`_data/column.yml`)."""

    id: str
    name: str
    description: str
    agency: str
    address: str = ""
    responsible: str = ""
    source_rule: str = ""
    demonstration: str = ""
    """A line shown on every page, for instance that the site is a demonstration; empty for a real office."""
    page_size: int = 20
    answer_terms: tuple[AnswerTerm, ...] = DEFAULT_TERMS
    """How many days the agency has to answer a request for correction, by the day it was received."""
    tone: str = "first"
    """The house style of tone marks: "first" writes hòa, "second" writes hoà."""
    video_hosts: tuple[str, ...] = ()
    """Hosts whose players a piece may carry, opened only when the reader asks; none unless the office names them."""


class Asset(Struct, frozen=True):
    """A file beside the articles that is published as it is; `path` is relative to the content folder."""

    path: str
    size: int


class StandingPage(Written, frozen=True):
    """A page that is not a piece (giới thiệu, liên hệ, hướng dẫn); `file` is relative to the content folder."""

    file: str
    address: str
    title: str
    description: str = ""
    body: str = ""
    body_line: int = 1


class Column(Struct, frozen=True, dict=True):
    """Articles, units, plans and the closed-month record, valid as far as they could be read."""

    identity: Identity
    units: Units = Units()
    articles: tuple[Article, ...] = ()
    plans: tuple[Plan, ...] = ()
    closed_months: ClosedMonths = ClosedMonths()
    assets: Mapping[str, Asset] = field(default_factory=dict)
    standing: tuple[StandingPage, ...] = ()
    submissions: tuple[Submission, ...] = ()
    letterheads: tuple[Letterhead, ...] = ()
    terms: tuple[Term, ...] = ()
    documents: Documents = Documents()
    contacts: tuple[Contact, ...] = ()
    procedures: Procedures = Procedures()
    indices: tuple[IndexScore, ...] = ()
    activities: tuple[Activity, ...] = ()
    slogans: tuple[Slogan, ...] = ()
    contest_records: tuple[ContestRecord, ...] = ()
    networks: tuple[Network, ...] = ()
    """The office's own limits for social networks; the usual ones when empty."""

    @cached_property
    def similar(self) -> Pairs:
        """Which pieces repeat which, by id."""
        return similar_pairs({article.id: article.sketch for article in self.articles}, self.text_of)

    def know_similar(self, find: Callable[[Column], Pairs]) -> None:
        """Let `similar` be answered by somebody who knows most of it already."""
        self.__dict__["similar"] = find(self)

    def text_of(self, key: str) -> str:
        """The own text of the piece with that id."""
        return self.by_id[key].own_text

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """Every piece by its id; of two with one id, the last."""
        return {article.id: article for article in self.articles}

    @cached_property
    def categories(self) -> frozenset[Category]:
        """Those that any piece carries, public or not yet."""
        return frozenset(article.category for article in self.articles if article.category is not None)

    @cached_property
    def audiences(self) -> frozenset[Audience]:
        """Those that any piece has in mind, public or not yet."""
        return frozenset(reader for article in self.articles for reader in article.audience)

    @property
    def quotas(self) -> tuple[Quota, ...]:
        """All monthly quotas of all plans, in order of time."""
        return tuple(sorted((q for plan in self.plans for q in plan.quotas), key=lambda q: q.first))

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """All waivers of all plans, in order of their months."""
        return tuple(sorted((w for plan in self.plans for w in plan.waivers), key=lambda w: w.month))

    @property
    def contests(self) -> tuple[Contest, ...]:
        """All contests of all plans, in the order of the plans."""
        return tuple(contest for plan in self.plans for contest in plan.contests)

    def public(self, as_of: datetime) -> tuple[Article, ...]:
        """The articles citizens may see at that instant, newest first; withdrawn ones are left out."""
        shown = [a for a in self.articles if a.is_public(as_of) and not a.is_withdrawn(as_of)]
        return tuple(newest_first(shown))

    def agency_on(self, day: date) -> Unit | None:
        """The publishing agency as it was constituted on that day, following its predecessors and successors."""
        unit = self.units.get(self.identity.agency)
        if unit is None or unit.exists_on(day):
            return unit
        later = self.units.successors_on(unit, day)
        if later:
            return later[0]
        queue, seen = list(self.units.predecessors(unit)), {unit.id}
        while queue:
            former = queue.pop(0)
            if former.exists_on(day):
                return former
            if former.id not in seen:
                seen.add(former.id)
                queue.extend(self.units.predecessors(former))
        return unit

    def letterhead_on(self, day: date) -> Letterhead | None:
        """The office's letterhead data valid on that day."""
        return next((item for item in self.letterheads if item.is_valid_on(day)), None)

    def unit_on(self, article: Article) -> Unit | None:
        """The unit that published the article, named as it was then."""
        return self.units.get(article.unit)
