"""The clock of corrections: ten days under the law of 2026, fifteen under the one before."""

from __future__ import annotations

from datetime import date

import pytest
from support.builders import at, column, day, piece

from cchc_site.column.answer_term import DEFAULT_TERMS, AnswerTerm, answer_by
from cchc_site.column.article import Correction
from cchc_site.column.corrections import cases, judge_corrections, published
from cchc_site.column.problem import Severity


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-09-01", "2026-09-11"),
        ("2026-08-31", "2026-09-15"),
        ("2018-07-01", "2018-07-16"),
        ("2026-12-25", "2027-01-04"),
    ],
)
def test_the_law_of_the_day_of_receipt_holds(received: str, due: str) -> None:
    assert answer_by(day(received), DEFAULT_TERMS) == day(due)


def test_before_any_term_there_is_no_last_day() -> None:
    assert answer_by(day("2018-06-30"), DEFAULT_TERMS) is None
    assert answer_by(day("2030-01-01"), (*DEFAULT_TERMS, AnswerTerm(date(2029, 1, 1), 5))) == day("2030-01-06")


@pytest.mark.parametrize(
    ("as_of", "severity", "words"),
    [
        ("2026-10-01", Severity.NOTICE, "còn 10 ngày"),
        ("2026-10-11T23:59", Severity.NOTICE, "còn 0 ngày"),
        ("2026-10-12", Severity.WARNING, "đã quá hạn trả lời 1 ngày"),
    ],
)
def test_an_unanswered_request_is_told_to_the_office(as_of: str, severity: Severity, words: str) -> None:
    waiting = Correction(None, "Sai", received=day("2026-10-01"))
    [problem] = judge_corrections(column([piece("2026-09-05", corrections=(waiting,))]), at(as_of))
    assert (problem.code, problem.severity) == ("N20", severity)
    assert words in problem.message
    assert "11/10/2026" in problem.message
    assert problem.fix


@pytest.mark.parametrize(
    "correction",
    [
        Correction(at("2026-10-05"), "Sai", "Đúng", day("2026-10-01"), day("2026-10-20")),
        Correction(at("2026-10-05"), "Sai", "Đúng"),
        Correction(None, "Sai", received=day("2027-10-01")),
    ],
    ids=["answered", "found by ourselves", "not yet received"],
)
def test_nothing_is_said_when_nobody_waits(correction: Correction) -> None:
    item = column([piece("2026-09-05", corrections=(correction,))])
    assert list(judge_corrections(item, at("2027-01-01"))) == []


def test_a_published_correction_may_still_owe_an_answer() -> None:
    half = Correction(at("2026-10-05"), "Sai", "Đúng", day("2026-10-01"))
    item = column([piece("2026-09-05", corrections=(half,))])
    assert [p.severity for p in judge_corrections(item, at("2026-10-20"))] == [Severity.WARNING]


def test_readers_see_what_was_published_and_no_mere_claim() -> None:
    waiting = Correction(None, "Lời chưa kiểm chứng", received=day("2024-03-10"))
    later = Correction(at("2024-05-01"), "x", "y")
    shown = Correction(at("2024-04-01"), "3", "5", day("2024-03-20"), day("2024-03-24"))
    item = column([piece("2024-03-05", corrections=(waiting, shown, later)), piece("2024-06-01", corrections=(shown,))])
    assert [case.correction for case in published(item, at("2024-04-15"))] == [shown]
    assert [case.correction for case in cases(item, at("2024-04-15"))] == [later, shown, waiting]
    assert published(item, at("2024-04-15"))[0].days_taken == 4
