"""What findings mean: on each occasion, in order of time, and after a change."""

from __future__ import annotations

import pytest
from support.builders import day, fulfilment
from support.plans import PLACE, findings, planned, sent

from cchc_site.column.due import Due
from cchc_site.column.enforcement import Occasion
from cchc_site.column.obligations.task import Task
from cchc_site.column.plan_fulfilment import by_due, judge_findings, judge_findings_change
from cchc_site.column.problem import Severity

TASK = Task("viec", "1", "Hướng dẫn", "Công văn", ("Sở",), Due.quarter(2024, 1), place=PLACE)
LATE = planned(tasks=(TASK,))


@pytest.mark.parametrize(
    ("occasion", "severity"),
    [
        (Occasion.SERVE, Severity.WARNING),
        (Occasion.BUILD, Severity.BREACH),
        (Occasion.CHANGE, Severity.NOTICE),
        (Occasion.COMPLIANCE, Severity.BREACH),
    ],
)
def test_overdue_on_each_occasion(occasion: Occasion, severity: Severity) -> None:
    (problem,) = judge_findings(findings(LATE, "2024-04-01"), fulfilment(LATE, "2024-04-01"), occasion)
    assert (problem.code, problem.severity, problem.place) == ("N06", severity, PLACE)
    assert "item: viec" in problem.fix


def test_a_week_before_it_reminds() -> None:
    assert list(judge_findings(findings(LATE, "2024-03-23"), fulfilment(LATE, "2024-03-23"), Occasion.COMPLIANCE)) == []
    (problem,) = judge_findings(findings(LATE, "2024-03-24"), fulfilment(LATE, "2024-03-24"), Occasion.COMPLIANCE)
    assert (problem.code, problem.severity) == ("N14", Severity.NOTICE)
    assert "còn 7 ngày" in problem.message


def test_what_only_reminds_never_fails() -> None:
    item = planned(tasks=(Task("viec", "1", "Hướng dẫn", "Công văn", ("Sở",), Due.quarter(2024, 1), enforce=False),))
    (problem,) = judge_findings(findings(item, "2024-04-01"), fulfilment(item, "2024-04-01"), Occasion.COMPLIANCE)
    assert (problem.code, problem.severity) == ("N13", Severity.NOTICE)


def test_a_change_answers_only_for_what_it_breaks() -> None:
    done = planned(tasks=(TASK,), submissions=[sent("viec", "2024-03-01")])
    before, after = findings(done, "2024-04-01"), findings(LATE, "2024-04-01")
    assert [problem.code for problem in judge_findings_change(before, after)] == ["N06"]
    assert list(judge_findings_change(after, after)) == [], "it was overdue before"
    assert list(judge_findings_change((), after)) == [], "a new plan is not a broken one"


def test_in_order_of_deadlines() -> None:
    early = Task("som", "2", "Sớm", "Công văn", ("Sở",), Due.by(day("2024-02-01")))
    assert [f.id for f in by_due(findings(planned(tasks=(TASK, early)), "2024-01-05"))] == ["som", "viec"]
