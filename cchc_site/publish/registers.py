"""Registers with filters that work without JavaScript: every choice, and every pair of choices, is a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column import address
from cchc_site.publish.directory_views import Facet, FacetGroup, RegisterRow, RegisterView
from cchc_site.publish.listings import pager
from cchc_site.publish.page import Page
from cchc_site.publish.views import Link, PageFrame

ROWS = 50
T = TypeVar("T")


class Choice(Struct, frozen=True):
    """A value of a filter: the word in the address and the words for people; `rank` orders the choices."""

    slug: str
    label: str
    rank: str = ""


class Filter(Struct, Generic[T], frozen=True):
    """One dimension of a register; an item without a value (`None`) appears under "all" only."""

    slug: str
    title: str
    of: Callable[[T], Choice | None]


class Register(Struct, Generic[T], frozen=True):
    """Items with their filters. `view` and `frame` describe the unfiltered first page."""

    items: Sequence[T]
    filters: Sequence[Filter[T]]
    row: Callable[[T], RegisterRow]
    view: RegisterView
    frame: PageFrame

    def pages(self) -> Iterator[Page]:
        """The pages of the whole, of every choice and of every pair of choices that leaves at least one row."""
        rows = [self.row(item) for item in self.items]
        chosen = [[filter_.of(item) for filter_ in self.filters] for item in self.items]
        tables = _Tables(self.frame.address, self.filters, chosen)
        for selection, numbers in tables.selections.items():
            yield from self._pages(tables, selection, [rows[number] for number in numbers])

    def _pages(self, tables: _Tables, selection: Selection, rows: list[RegisterRow]) -> Iterator[Page]:
        where = tables.address(selection)
        labels = tuple(tables.choices[key].label for key in selection)
        title = ": ".join((self.frame.title, ", ".join(labels))) if labels else self.frame.title
        filters = tables.groups(selection)
        slices = [rows[start : start + ROWS] for start in range(0, len(rows), ROWS)] or [[]]
        for number, part in enumerate(slices, 1):
            here = address.page_of(where, number)
            crumbs = self.frame.breadcrumbs
            if selection:
                crumbs = (*crumbs[:-1], Link(crumbs[-1].title, self.frame.address), Link(", ".join(labels), where))
            if number > 1:
                up = where if selection else self.frame.address
                crumbs = (*crumbs[:-1], crumbs[-1]._replace(address=up), Link(f"Trang {number}", here))
            paged = title if number == 1 else f"{title} (trang {number})"
            yield Page(
                "pages/register.html",
                self.frame._replace(title=paged, address=here, breadcrumbs=crumbs, noindex=len(selection) > 1),
                replace(
                    self.view,
                    heading=self.view.heading if not labels else f"{self.view.heading}: {', '.join(labels)}",
                    rows=tuple(part),
                    total=len(rows),
                    pager=pager(where, number, len(slices)),
                    filters=filters,
                    chosen=labels,
                ),
            )


Key = tuple[int, str]
"""Number of the filter, word of the choice."""
Selection = tuple[Key, ...]


class _Tables:
    """Which rows each selection leaves, counted once."""

    def __init__(self, where: str, filters: Sequence[Filter[T]], chosen: list[list[Choice | None]]) -> None:
        self.where = where
        self.filters = filters
        self.choices: dict[Key, Choice] = {}
        found: dict[Selection, list[int]] = {(): list(range(len(chosen)))}
        for number, values in enumerate(chosen):
            keys: list[Key] = []
            for index, choice in enumerate(values):
                if choice is not None:
                    keys.append((index, choice.slug))
                    self.choices.setdefault((index, choice.slug), choice)
            for key in keys:
                found.setdefault((key,), []).append(number)
            for pair in combinations(keys, 2):
                found.setdefault(pair, []).append(number)
        self.selections = found
        self._order = {
            index: sorted(
                (key for key in self.choices if key[0] == index), key=lambda key: (self.choices[key].rank, key[1])
            )
            for index in range(len(filters))
        }

    def address(self, selection: Selection) -> str:
        """Where the first page of a selection stands."""
        return self.where + "".join(f"{self.filters[index].slug}/{word}/" for index, word in selection)

    def groups(self, selection: Selection) -> tuple[FacetGroup, ...]:
        """Every filter with the choices that go with this selection; a third choice takes the place of the second."""
        return tuple(self._group(index, selection) for index in range(len(self.filters)))

    def _group(self, index: int, selection: Selection) -> FacetGroup:
        others = tuple(key for key in selection if key[0] != index)[:1]
        facets = [
            Facet(
                "Tất cả", self.address(others), len(self.selections[others]), not any(k[0] == index for k in selection)
            )
        ]
        for key in self._order[index]:
            target: Selection = tuple(sorted((*others, key)))
            count = len(self.selections.get(target, ()))
            if count:
                facets.append(Facet(self.choices[key].label, self.address(target), count, key in selection))
        return FacetGroup(self.filters[index].title, tuple(facets))
