from __future__ import annotations

import pytest
from support.builders import amendment, at, closed

from cchc_site.column.closed_month import ClosedMonths
from cchc_site.column.month import Month

ENTRY = closed(
    "2024-03",
    ["a", "b", "c"],
    "da-giai-trinh",
    "2024-04-02",
    amendments=(
        amendment("2024-04-10", ["a", "b", "c", "d"]),
        amendment("2024-05-10", ["a", "b"], required=2, basis="12/QĐ-SNV"),
    ),
)


@pytest.mark.parametrize(
    ("as_of", "count", "pieces", "required"),
    [
        ("2024-04-02T00:00", 3, ("a", "b", "c"), 4),
        ("2024-04-09T23:59:59", 3, ("a", "b", "c"), 4),
        ("2024-04-10T00:00", 4, ("a", "b", "c", "d"), 4),
        ("2024-05-10T00:00", 2, ("a", "b"), 2),
        ("2030-01-01", 2, ("a", "b"), 2),
    ],
)
def test_the_entry_as_it_stood(as_of: str, count: int, pieces: tuple[str, ...], required: int) -> None:
    known = ENTRY.known_at(at(as_of))
    assert known is not None
    assert (known.latest_count, known.latest_pieces, known.latest_required) == (count, pieces, required)
    assert (known.counted, known.required) == (3, 4)


def test_before_the_closing_there_is_no_entry() -> None:
    assert ENTRY.known_at(at("2024-04-01T23:59:59")) is None


def test_an_amendment_without_a_requirement_keeps_the_one_before() -> None:
    lines = (amendment("2024-04-10", ["a"], required=3), amendment("2024-04-11", ["a", "b"]))
    assert closed("2024-03", ["a"], "chua-dat", "2024-04-02", amendments=lines).latest_required == 3


def test_the_record_stands_in_the_order_of_months() -> None:
    march, april = closed("2024-03", [], "chua-dat", "2024-04-01"), closed("2024-04", [], "chua-dat", "2024-05-01")
    record = ClosedMonths.of([april, march])
    assert record.entries == (march, april)
    assert record.entry(Month(2024, 4)) is april
    assert record.entry(Month(2024, 5)) is None
