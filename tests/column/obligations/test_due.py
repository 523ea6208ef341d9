"""Deadlines in the plans' own words, and what comes round again."""

from __future__ import annotations

import pytest
from support.builders import at, day

from cchc_site.column.due import Due, Recurrence, days_left, is_past


@pytest.mark.parametrize(
    ("due", "words", "late_from"),
    [
        (Due.before(day("2024-03-10")), "trước ngày 10/03/2024", "2024-03-10T00:00"),
        (Due.before(at("2023-11-14T16:00")), "trước 16h00 ngày 14/11/2023", "2023-11-14T16:00"),
        (Due.by(day("2020-09-15")), "chậm nhất ngày 15/09/2020", "2020-09-16T00:00"),
        (Due.quarter(2022, 1), "quý I/2022", "2022-04-01T00:00"),
        (Due.quarter(2022, 4), "quý IV/2022", "2023-01-01T00:00"),
    ],
)
def test_words_and_instant(due: Due, words: str, late_from: str) -> None:
    assert due.words == words
    assert due.deadline.late_from == at(late_from)


def test_only_an_hour_is_timed() -> None:
    assert Due.before(at("2023-11-14T16:00")).timed
    assert not Due.before(day("2023-11-14")).timed


def test_days_left_count_to_the_last_good_day() -> None:
    due = Due.before(day("2024-03-10"))
    assert days_left(due, at("2024-03-09T23:59")) == 0
    assert days_left(due, at("2024-03-02")) == 7
    assert days_left(due, at("2024-03-10")) == -1
    assert not is_past(due, at("2024-03-09T23:59:59"))
    assert is_past(due, at("2024-03-10"))


def test_the_sentence_says_the_last_day_where_the_words_do_not() -> None:
    assert Due.before(day("2024-03-10")).sentence == "trước ngày 10/03/2024 (chậm nhất hết ngày 09/03/2024)"
    assert Due.by(day("2020-09-15")).sentence == "chậm nhất ngày 15/09/2020"
    assert Due.quarter(2022, 1).sentence == "quý I/2022 (chậm nhất hết ngày 31/03/2022)"


def test_every_two_months_from_the_plans_start() -> None:
    rounds = list(Recurrence(2).occurrences(day("2022-01-01"), day("2022-12-31")))
    assert [item.key for item in rounds] == ["2022-01", "2022-03", "2022-05", "2022-07", "2022-09", "2022-11"]
    assert rounds[0].due.last_good_day == day("2022-02-28")
    assert rounds[0].label == "tháng 01/2022 - 02/2022"


def test_the_last_round_ends_with_the_plan() -> None:
    rounds = list(Recurrence(5).occurrences(day("2024-01-10"), day("2024-08-15")))
    assert [(item.first, item.due.last_good_day) for item in rounds] == [
        (day("2024-01-10"), day("2024-05-31")),
        (day("2024-06-01"), day("2024-08-15")),
    ]


def test_quarters_are_those_of_the_calendar() -> None:
    rounds = list(Recurrence(3, quarterly=True).occurrences(day("2024-02-10"), day("2024-12-31")))
    assert [item.key for item in rounds] == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]
    assert rounds[0].first == day("2024-02-10")
    assert rounds[0].due.last_good_day == day("2024-03-31")
