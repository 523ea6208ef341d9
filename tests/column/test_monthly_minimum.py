"""What table 6.3 does not say: pro rata at every length, several rules in a month, the label of each state."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import amendment, closed, column, fulfilment, good, ids, judged, quota, waiver

from cchc_site.column.month import Month
from cchc_site.column.monthly_minimum import MonthState, required_by


@pytest.mark.parametrize(
    ("first", "last", "required"),
    [
        ("2024-02-15", None, 3),
        ("2024-03-16", None, 3),
        ("2024-04-16", None, 2),
        ("2024-04-23", None, 2),
        ("2024-04-24", None, 1),
        ("2024-04-30", None, 1),
        ("2024-04-01", "2024-04-15", 2),
        ("2024-04-10", "2024-04-10", 1),
        ("2024-04-01", "2024-04-30", 4),
    ],
)
def test_pro_rata_examples_of_the_domain(first: str, last: str | None, required: int) -> None:
    rule = quota(first, last)
    assert required_by([rule], Month(rule.first.year, rule.first.month).window()) == required


@given(st.integers(1, 30), st.integers(0, 50))
def test_pro_rata_is_the_ceiling_and_at_least_one(start: int, minimum: int) -> None:
    rule = quota(f"2024-04-{start:02d}", minimum=minimum)
    exact = ceil(Fraction(minimum * (31 - start), 30))
    assert required_by([rule], Month(2024, 4).window()) == exact
    assert exact >= 1 or minimum == 0


def test_without_pro_rata_the_whole_minimum_is_owed() -> None:
    assert required_by([quota("2024-04-30", prorata=False)], Month(2024, 4).window()) == 4


def test_two_rules_in_one_month_are_added_before_rounding() -> None:
    rules = [quota("2024-04-01", "2024-04-15"), quota("2024-04-16", minimum=6)]
    assert required_by(rules, Month(2024, 4).window()) == 5


def test_a_waiver_never_raises() -> None:
    item = column(good("2024-02", 1), [quota("2024-02-29")], waivers=[waiver("2024-02", 3, "2024-02-01")])
    result = judged(item, "2024-03-01", "2024-02")
    assert (result.required, result.state) == (1, MonthState.MET)


def test_a_waiver_to_nothing() -> None:
    item = column([], [quota("2024-02-01")], waivers=[waiver("2024-02", 0, "2024-02-01")])
    assert judged(item, "2024-03-01", "2024-02").state is MonthState.WAIVED


def test_months_run_from_the_first_rule_to_its_end_or_to_the_day() -> None:
    def months(as_of: str, last: str | None) -> list[str]:
        return [str(m.month) for m in fulfilment(column(quotas=[quota("2024-11-15", last)]), as_of).months]

    assert months("2025-01-31", None) == ["2024-11", "2024-12", "2025-01"]
    assert months("2024-01-01", None) == ["2024-11"]
    assert months("2024-01-01", "2024-12-31") == ["2024-11", "2024-12"]
    assert months("2030-01-01", "2024-12-31") == ["2024-11", "2024-12"]
    assert fulfilment(column(quotas=[]), "2024-01-01").months == ()


def test_the_current_month_of_shifted_months() -> None:
    item = column(quotas=[quota(window_day=20)])
    assert fulfilment(item, "2024-02-19").current.month == Month(2024, 2)
    assert fulfilment(item, "2024-02-20").current.month == Month(2024, 3)


def test_a_month_past_its_window_waits_for_the_grace_days() -> None:
    item = column(good("2024-03", 3), [quota("2024-03-01", grace_days=3)])
    assert judged(item, "2024-04-03T23:59", "2024-03").state is MonthState.OPEN
    assert judged(item, "2024-04-04", "2024-03").state is MonthState.SHORT


@pytest.mark.parametrize(
    ("counted", "later", "label"),
    [
        (3, None, "Đã giải trình"),
        (3, 4, "Đạt (bổ sung)"),
        (2, 3, "Đã giải trình (bổ sung)"),
        (4, None, "Đạt"),
    ],
)
def test_the_label_of_a_recorded_month(counted: int, later: int | None, label: str) -> None:
    pieces = good("2024-03", later or counted)
    lines = (amendment("2024-04-10", ids(pieces)),) if later else ()
    state = "dat" if counted == 4 else "da-giai-trinh"
    entry = closed("2024-03", ids(pieces[:counted]), state, "2024-04-01", explanation="Lý do", amendments=lines)
    item = column(pieces, [quota("2024-03-01")], record=[entry])
    assert judged(item, "2024-04-20", "2024-03").label == label


def test_a_recorded_month_keeps_its_state_when_the_pieces_vanish() -> None:
    entry = closed("2024-03", ids(good("2024-03", 4)), "dat", "2024-04-01")
    result = judged(column([], [quota("2024-03-01")], record=[entry]), "2024-04-20", "2024-03")
    assert result.state is MonthState.MET
    assert result.gone == entry.pieces
