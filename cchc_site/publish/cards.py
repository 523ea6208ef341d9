"""The small pieces that many pages share: links to areas and units, dates in words, cards."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column import address
from cchc_site.column.area import AREAS, ReformArea
from cchc_site.column.article import Article, Form, Origin, latest_first, newest_first
from cchc_site.column.column import Column
from cchc_site.column.instant import VIETNAM, day_of
from cchc_site.column.month import Month
from cchc_site.column.unit import Unit
from cchc_site.publish.article_views import Card
from cchc_site.publish.mark import mark_of
from cchc_site.publish.media_views import Picture
from cchc_site.publish.pictures import Pictures
from cchc_site.publish.views import AreaLink, FeedLink, UnitLink, When

MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
}
"""Our own table: the system's differs from machine to machine, and the same content must give the same bytes."""


def media_type(path: str) -> str:
    """The media type of a file by its ending."""
    return MEDIA_TYPES.get(posixpath.splitext(path)[1].lower(), "application/octet-stream")


def when(moment: datetime, date_only: bool) -> When:
    """A moment for machines and for people."""
    local = moment.astimezone(VIETNAM)
    if date_only:
        return When(local.date().isoformat(), f"{local:%d/%m/%Y}")
    return When(local.isoformat(timespec="minutes"), f"{local:%H:%M}, {local:%d/%m/%Y}")


def when_noted(moment: datetime) -> When:
    """A moment of a change note; midnight means that only its day was written."""
    local = moment.astimezone(VIETNAM)
    return when(moment, local.hour == 0 and local.minute == 0)


def on_day(day: date) -> When:
    """A calendar day."""
    return When(day.isoformat(), f"{day:%d/%m/%Y}")


class Cards(Struct, frozen=True, dict=True):
    """Makes cards and links from one column at one instant."""

    column: Column
    as_of: datetime
    pictures: Pictures | None = None
    """The pictures as published; without them a picture is shown as it lies in the content folder."""

    @cached_property
    def public(self) -> tuple[Article, ...]:
        """The pieces that citizens may see, newest first."""
        return tuple([article for article in self.slots if not article.is_withdrawn(self.as_of)])

    @cached_property
    def slots(self) -> tuple[Article, ...]:
        """Every piece that was ever published, withdrawn ones too, newest first: a withdrawal renumbers nothing."""
        return tuple(newest_first([a for a in self.column.articles if a.is_public(self.as_of)]))

    @cached_property
    def by_month(self) -> Mapping[Month, Sequence[Article]]:
        """The public pieces of every month that has any, months and pieces newest first."""
        found: dict[Month, list[Article]] = {}
        for article in self.public:
            found.setdefault(article.month, []).append(article)
        return found

    @cached_property
    def latest(self) -> tuple[Article, ...]:
        """The same pieces, those first that readers should be told about last: major changes and corrections move a
        piece up, minor changes do not."""
        return tuple(latest_first(self.public, self.as_of))

    @cached_property
    def by_area(self) -> Mapping[ReformArea, Sequence[Article]]:
        """The latest pieces of every area; one with two areas stands in both."""
        found: dict[ReformArea, list[Article]] = {area: [] for area in AREAS}
        for article in self.latest:
            for area in article.areas:
                found[area].append(article)
        return found

    @cached_property
    def by_unit(self) -> Mapping[str, Sequence[Article]]:
        """The latest pieces of every unit, by its id."""
        found: dict[str, list[Article]] = {unit.id: [] for unit in self.column.units.all}
        for article in self.latest:
            found.setdefault(article.unit, []).append(article)
        return found

    @cached_property
    def agency_name(self) -> str:
        """The publishing agency by the name it has today."""
        agency = self.column.agency_on(day_of(self.as_of))
        return agency.name if agency else self.column.identity.agency

    @cached_property
    def _area_counts(self) -> Counter[str]:
        return Counter({area.id: len(pieces) for area, pieces in self.by_area.items()})

    @cached_property
    def _unit_counts(self) -> Counter[str]:
        return Counter({unit: len(pieces) for unit, pieces in self.by_unit.items()})

    @cached_property
    def areas(self) -> tuple[AreaLink, ...]:
        """The six areas and steering, with the number of their pieces."""
        return tuple(self.area(area) for area in AREAS)

    def area(self, area: ReformArea) -> AreaLink:
        """A link to an area."""
        return self._area_links[area.id]

    @cached_property
    def _area_links(self) -> Mapping[str, AreaLink]:
        counts = self._area_counts
        return {
            area.id: AreaLink(
                area.id, area.name, area.short_name, address.area(area), area.description, counts[area.id]
            )
            for area in AREAS
        }

    def unit(self, unit: Unit) -> UnitLink:
        """A link to a unit, by the name it had."""
        return self._unit_links[unit.id]

    @cached_property
    def _unit_links(self) -> Mapping[str, UnitLink]:
        counts = self._unit_counts
        return {
            unit.id: UnitLink(unit.id, unit.name, unit.short_name, address.unit(unit), unit.kind.label, counts[unit.id])
            for unit in self.column.units.all
        }

    def unit_of(self, article: Article) -> UnitLink:
        """The unit that published a piece."""
        unit = self.column.units.get(article.unit)
        return self.unit(unit) if unit else UnitLink(article.unit, article.unit, article.unit, address.UNIT_DIRECTORY)

    def units_now(self, article: Article) -> tuple[UnitLink, ...]:
        """The units that carry on its work today, when the unit itself no longer exists."""
        unit = self.column.units.get(article.unit)
        if unit is None:
            return ()
        return tuple(self.unit(heir) for heir in self.column.units.successors_on(unit, day_of(self.as_of)))

    def card(self, article: Article) -> Card:
        """A piece in a listing; made once, since it stands in several."""
        if article.file not in self._cards:
            self._cards[article.file] = self._card(article)
        return self._cards[article.file]

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {}

    def _card(self, article: Article) -> Card:
        updated = article.updated_by(self.as_of)
        repost = article.origin is Origin.REPOST and article.source is not None
        return Card(
            address=article.address,
            title=article.title,
            summary=article.summary,
            kind=article.kind.label,
            form="" if article.form is Form.TEXT else article.form.label,
            published=when(article.published, article.date_only),
            areas=tuple(self.area(area) for area in article.areas),
            unit=self.unit_of(article),
            picture=self._picture(article),
            moved=when_noted(updated) if updated > article.published else None,
            repost_of=article.source.name if repost and article.source else "",
        )

    def marks(self, articles: Iterable[Article]) -> list[str]:
        """For each of some pieces that were ever public a name for everything on its card, but for the counts of its
        areas and unit, which no card shows."""
        known = self._marks
        return [known[article.file] for article in articles]

    @cached_property
    def _marks(self) -> Mapping[str, str]:
        return {article.file: self._mark(article) for article in self.slots}

    def _mark(self, article: Article) -> str:
        parts = [article.digest or repr(article), self._unit_marks.get(article.unit, "")]
        if article.updates or article.corrections:
            corrected = sum(correction.is_published(self.as_of) for correction in article.corrections)
            parts.append(f"{article.updated_by(self.as_of).isoformat()} {corrected}")
        if article.image is not None:
            parts.append(repr(self._picture(article)))
        return "\x1f".join(parts)

    @cached_property
    def _unit_marks(self) -> Mapping[str, str]:
        return {unit.id: mark_of(replace(self.unit(unit), count=0)) for unit in self.column.units.all}

    def _picture(self, article: Article) -> Picture | None:
        image = article.image
        if image is None or self.pictures is None:
            return Picture(image.src, image.alt, image.credit) if image else None
        return self.pictures.picture(image)

    def cards(self, articles: Iterable[Article]) -> tuple[Card, ...]:
        """Several pieces in a listing."""
        return tuple(self.card(article) for article in articles)

    @property
    def feed(self) -> FeedLink:
        """The feed of the whole column."""
        return FeedLink(self.column.identity.name, address.FEED)

    @property
    def correction_feed(self) -> FeedLink:
        """The feed of corrections."""
        return FeedLink(f"{self.column.identity.name}: Đính chính", address.feed_of(address.CORRECTIONS))

    def area_feed(self, area: ReformArea) -> FeedLink:
        """The feed of an area."""
        return FeedLink(f"{self.column.identity.name}: {area.name}", address.feed_of(address.area(area)))

    def unit_feed(self, unit: Unit) -> FeedLink:
        """The feed of a unit."""
        return FeedLink(f"{self.column.identity.name}: {unit.name}", address.feed_of(address.unit(unit)))
