"""The plan's page: every obligation with its state, the six columns, the topics by month, the timeline."""

from __future__ import annotations

from support.builders import at, fulfilment
from support.papers import office

from cchc_site.column.column import Column
from cchc_site.column.plan_fulfilment import evaluate_plans
from cchc_site.publish.cards import Cards
from cchc_site.publish.plan_views import PlansView, PlanView
from cchc_site.publish.plans import plan_pages


def views(as_of: str, column: Column | None = None) -> tuple[PlansView, PlanView]:
    item = column or office()
    state = fulfilment(item, as_of)
    pages = list(plan_pages(Cards(item, at(as_of)), state, evaluate_plans(item, state)))
    assert [page.frame.address for page in pages] == ["ke-hoach/", "ke-hoach/ke-hoach/"]
    plans, plan = pages[0].view, pages[1].view
    assert isinstance(plans, PlansView)
    assert isinstance(plan, PlanView)
    return plans, plan


def test_every_obligation_stands_on_the_page() -> None:
    _, plan = views("2024-03-05")
    titles = [finding.title for kind in plan.kinds for finding in kind.findings]
    assert len(titles) == 12 + 3
    assert "Báo cáo quý I năm 2024" in titles
    anchors = [finding.anchor for kind in plan.kinds for finding in kind.findings]
    assert len(anchors) == len(set(anchors))


def test_what_is_urgent_comes_first() -> None:
    _, plan = views("2024-03-05")
    assert [finding.title for finding in plan.urgent] == [
        "Ít nhất 04 tin, bài trong tháng 02/2024",
        "Báo cáo quý I năm 2024",
        "Ít nhất 04 tin, bài trong tháng 03/2024",
    ]
    assert plan.urgent[1].state_label == "Đang thực hiện, còn 4 ngày"


def test_the_task_board() -> None:
    _, plan = views("2024-03-05")
    (task,) = plan.tasks
    assert (task.number, task.task, task.product, task.lead, task.coordinating, task.due) == (
        "1",
        "Hướng dẫn",
        "Công văn",
        ("Văn phòng Sở",),
        ("Các phòng",),
        "Quý I/2024",
    )
    assert task.state_label == "Hoàn thành"
    assert task.evidence[0].words == "Công văn hướng dẫn số 12/SNV-VP, 01/02/2024"


def test_topics_by_month() -> None:
    _, plan = views("2024-03-05")
    assert plan.months[:3] == ("01/2024", "02/2024", "03/2024")
    assert [topic.by_month[:3] for topic in plan.topics] == [(0, 0, 1), (0, 0, 0)]
    assert plan.topics[0].pieces[0].address == "tin-bai/2024/03/bai-01-000000/"


def test_the_timeline_holds_every_deadline() -> None:
    _, plan = views("2024-03-05")
    assert len(plan.marks) == 12 + 3
    assert all(0 <= mark.x <= 100 and mark.row < plan.rows for mark in plan.marks)
    assert plan.today is not None
    assert 17 < plan.today < 18
    assert views("2026-01-01")[1].today is None


def test_the_list_of_plans_and_the_calendars() -> None:
    plans, plan = views("2024-03-05")
    assert plans.plans[0].number == "Chưa cấp số"
    assert (plans.calendar, plan.calendar) == ("lich.ics", "ke-hoach/ke-hoach/lich.ics")
    assert "1 quá hạn" in plans.plans[0].summary
