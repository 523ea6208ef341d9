"""Who contributed how much: pieces per unit and author by month, as evidence for emulation at the year's end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from cchc_site.column.article import Article, Origin
from cchc_site.column.column import Column
from cchc_site.column.month import Month
from cchc_site.column.unit import Unit, Units


class Contribution(Struct, frozen=True):
    """One row: twelve months of a year, and how many of them were written by the unit itself."""

    key: str
    name: str
    months: tuple[int, ...]
    original: int
    merged: tuple[str, ...] = ()
    """Names of the former units whose pieces are counted here."""

    @property
    def quarters(self) -> tuple[int, ...]:
        """The sums of the four quarters."""
        return tuple(sum(self.months[start : start + 3]) for start in range(0, 12, 3))

    @property
    def total(self) -> int:
        """The sum of the year."""
        return sum(self.months)


def pieces_by_year(pieces: Iterable[Article]) -> dict[int, list[Article]]:
    """The news and articles by year, the newest year first; notices and documents are nobody's contribution."""
    found: dict[int, list[Article]] = {}
    for article in pieces:
        if article.kind.is_piece:
            found.setdefault(article.month.year, []).append(article)
    return dict(sorted(found.items(), reverse=True))


def unit_contributions(column: Column, pieces: Iterable[Article], year: int) -> tuple[Contribution, ...]:
    """Every unit that existed in the year, under the names of the time, those without a piece included."""
    chosen = pieces_by_year(pieces).get(year, [])
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = []
    for unit in column.units.all:
        own = [article for article in chosen if article.unit == unit.id]
        if own or unit.exists_within(first, last):
            rows.append(_row(unit.id, unit.name, own))
    return _most_first(rows)


def merged_contributions(column: Column, pieces: Iterable[Article], year: int, on: date) -> tuple[Contribution, ...]:
    """The same, with the pieces of a former unit under the one unit that carries on its work on the day `on`.

    A unit whose work went to several stays under its own name: nobody can say whose its pieces are now.
    """
    chosen = pieces_by_year(pieces).get(year, [])
    heirs = {unit.id: _heir(column.units, unit, on) for unit in column.units.all}
    rows = []
    for unit in column.units.all:
        if heirs[unit.id] is not unit:
            continue
        former = [other for other in column.units.all if heirs[other.id] is unit and other is not unit]
        keys = {unit.id, *(other.id for other in former)}
        own = [article for article in chosen if article.unit in keys]
        if own or unit.exists_on(on):
            wrote = [other.name for other in former if any(article.unit == other.id for article in own)]
            rows.append(_row(unit.id, unit.name, own, tuple(wrote)))
    return _most_first(rows)


def author_contributions(column: Column, pieces: Iterable[Article], year: int) -> tuple[Contribution, ...]:
    """Every author of the year."""
    by_author: dict[str, list[Article]] = {}
    for article in pieces_by_year(pieces).get(year, []):
        by_author.setdefault(article.author, []).append(article)
    return _most_first([_row(author, author, own) for author, own in by_author.items()])


def _heir(units: Units, unit: Unit, on: date) -> Unit:
    successors = units.successors_on(unit, on)
    return successors[0] if len(successors) == 1 else unit


def _row(key: str, name: str, own: list[Article], merged: tuple[str, ...] = ()) -> Contribution:
    months = [0] * 12
    for article in own:
        months[Month.of(article.published).number - 1] += 1
    original = sum(1 for article in own if article.origin is Origin.ORIGINAL)
    return Contribution(key, name, tuple(months), original, merged)


def _most_first(rows: list[Contribution]) -> tuple[Contribution, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.total, row.name)))
