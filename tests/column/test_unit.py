from __future__ import annotations

import pytest
from support.builders import day

from cchc_site.column.column import Column, Identity
from cchc_site.column.unit import Unit, UnitKind, Units


def unit(key: str, first: str | None = None, last: str | None = None, *successors: str) -> Unit:
    return Unit(
        key, key.upper(), key, UnitKind.DIVISION, day(first) if first else None, day(last) if last else None, successors
    )


CHAIN = Units.of(
    [
        unit("a", None, "2020-12-31", "b"),
        unit("b", "2021-01-01", "2025-02-28", "c", "d"),
        unit("c", "2025-03-01"),
        unit("d", "2025-03-01", "2026-06-30", "c"),
    ]
)


@pytest.mark.parametrize(
    ("on", "exists"), [("2020-12-31", False), ("2021-01-01", True), ("2025-02-28", True), ("2025-03-01", False)]
)
def test_both_days_of_a_period_are_included(on: str, exists: bool) -> None:
    assert CHAIN["b"].exists_on(day(on)) is exists


@pytest.mark.parametrize(
    ("key", "on", "expected"),
    [
        ("a", "2020-01-01", ()),
        ("a", "2021-01-01", ("b",)),
        ("a", "2025-03-01", ("c", "d")),
        ("a", "2026-07-01", ("c",)),
        ("b", "2025-03-01", ("c", "d")),
        ("c", "2030-01-01", ()),
    ],
)
def test_successors_through_every_reorganisation(key: str, on: str, expected: tuple[str, ...]) -> None:
    assert tuple(heir.id for heir in CHAIN.successors_on(CHAIN[key], day(on))) == expected


def test_a_circle_of_successors_ends() -> None:
    circle = Units.of([unit("a", None, "2020-12-31", "b"), unit("b", None, "2020-12-31", "a", "b")])
    assert circle.successors_on(circle["a"], day("2024-01-01")) == ()
    item = Column(Identity("c", "c", "c", "a"), circle)
    assert item.agency_on(day("2024-01-01")) == circle["a"]


def test_an_unknown_successor_is_passed_over() -> None:
    units = Units.of([unit("a", None, "2020-12-31", "khong-co", "b"), unit("b", "2021-01-01")])
    assert units.successors_on(units["a"], day("2024-01-01")) == (units["b"],)


def test_predecessors() -> None:
    assert [former.id for former in CHAIN.predecessors(CHAIN["c"])] == ["b", "d"]


@pytest.mark.parametrize(
    ("agency", "on", "expected"),
    [("c", "2026-01-01", "c"), ("c", "2024-01-01", "b"), ("c", "2019-01-01", "a"), ("a", "2024-01-01", "b")],
)
def test_the_agency_as_it_was_on_a_day(agency: str, on: str, expected: str) -> None:
    found = Column(Identity("c", "c", "c", agency), CHAIN).agency_on(day(on))
    assert found is not None
    assert found.id == expected


def test_an_agency_that_no_one_knows() -> None:
    assert Column(Identity("c", "c", "c", "khong-co"), CHAIN).agency_on(day("2024-01-01")) is None


def test_the_register_is_a_mapping_in_the_order_of_the_file() -> None:
    assert list(CHAIN) == ["a", "b", "c", "d"]
    assert len(CHAIN) == 4
    assert "x" not in CHAIN
