"""The plans on the site: their list, and each plan's page with obligations, task board, topics and timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cchc_site.column import address
from cchc_site.column.due import days_left
from cchc_site.column.instant import day_of
from cchc_site.column.month import Month, months_between
from cchc_site.column.monthly_minimum import Fulfilment
from cchc_site.column.obligation import Evidence, Finding, Standpoint, State
from cchc_site.column.obligations.topic_coverage import ROW as TOPIC_ROW
from cchc_site.column.obligations.topic_coverage import covered
from cchc_site.column.plan import Plan
from cchc_site.column.plan_fulfilment import by_due
from cchc_site.publish.cards import Cards, on_day
from cchc_site.publish.contests import contest_links
from cchc_site.publish.listings import HOME
from cchc_site.publish.months import as_of_label
from cchc_site.publish.page import Page
from cchc_site.publish.plan_timeline import timeline
from cchc_site.publish.plan_views import (
    EvidenceView,
    FindingView,
    KindView,
    PartView,
    PlanCard,
    PlansView,
    PlanView,
    TaskRow,
    TopicRow,
)
from cchc_site.publish.views import Link, PageFrame
from cchc_site.vietnamese.slug import slug

HEADING = "Kế hoạch"
LEAD = "Những việc cơ quan đã hứa làm, thời hạn của từng việc, và đã làm đến đâu."
URGENT_DAYS = 30
EVIDENCE, BOARD_EVIDENCE = 6, 2
"""At most so many pieces of evidence are named; the rest are counted."""


def plan_pages(cards: Cards, fulfilment: Fulfilment, findings: Sequence[Finding]) -> Iterator[Page]:
    """The list of plans, and each plan; the newest first. Nothing for a column without plans."""
    plans = sorted(cards.column.plans, key=lambda plan: (plan.first, plan.id), reverse=True)
    if not plans:
        return
    own = {plan.id: [finding for finding in findings if finding.plan == plan.id] for plan in plans}
    view = PlansView(HEADING, LEAD, tuple(_card(plan, own[plan.id]) for plan in plans), address.CALENDAR)
    frame = PageFrame(HEADING, LEAD, address.PLANS, (HOME, Link(HEADING, "")), (cards.feed,), address.PLANS)
    yield Page("pages/plans.html", frame, view)
    for plan in plans:
        yield _page(cards, fulfilment, plan, own[plan.id])


def _card(plan: Plan, findings: Sequence[Finding]) -> PlanCard:
    return PlanCard(plan.title, address.plan(plan), _number(plan), _period(plan), plan.theme, _summary(findings))


def _number(plan: Plan) -> str:
    return f"Số {plan.number}" if plan.number else "Chưa cấp số"


def _period(plan: Plan) -> str:
    return f"{plan.first:%d/%m/%Y} - {plan.last:%d/%m/%Y}"


def _summary(findings: Sequence[Finding]) -> str:
    """“12 hoàn thành, 3 đang thực hiện”, in the order of the states."""
    counts = Counter(finding.state for finding in findings)
    return ", ".join(f"{counts[state]} {state.label.lower()}" for state in State if counts[state])


def _page(cards: Cards, fulfilment: Fulfilment, plan: Plan, findings: Sequence[Finding]) -> Page:
    agency = cards.column.units.get(plan.agency)
    as_of = fulfilment.as_of
    urgent = [f for f in by_due(findings) if f.state is State.OVERDUE or f.falls_due(as_of, URGENT_DAYS)]
    months = tuple(months_between(Month.of(plan.first), Month.of(plan.last))) if plan.topics else ()
    ticks, marks, today, rows = timeline(plan, findings, as_of)
    view = PlanView(
        title=plan.title,
        number=_number(plan),
        issued=f"{plan.issued:%d/%m/%Y}" if plan.issued else "",
        agency=agency.name if agency else plan.agency,
        period=_period(plan),
        theme=plan.theme,
        basis=plan.basis,
        as_of=as_of_label(fulfilment),
        figures=tuple(_figures(findings)),
        urgent=tuple(finding_view(finding, fulfilment) for finding in urgent),
        kinds=tuple(_kinds(findings, fulfilment)),
        months=tuple(f"{month.number:02d}/{month.year}" for month in months),
        topics=tuple(_topics(cards, fulfilment, plan, findings, months)),
        tasks=tuple(_tasks(plan, findings)),
        marks=marks,
        ticks=ticks,
        today=today,
        rows=rows,
        calendar=address.plan_calendar(plan),
        contests=contest_links(plan),
    )
    crumbs = (HOME, Link(HEADING, address.PLANS), Link(plan.title, ""))
    frame = PageFrame(plan.title, LEAD, address.plan(plan), crumbs, (cards.feed,), address.PLANS)
    return Page("pages/plan.html", frame, view)


def _figures(findings: Sequence[Finding]) -> Iterator[tuple[str, int]]:
    yield "Hoàn thành", sum(finding.state.is_fulfilled for finding in findings)
    yield "Đang thực hiện", sum(finding.state in (State.OPEN, State.CONTINUOUS) for finding in findings)
    yield "Quá hạn", sum(finding.state is State.OVERDUE for finding in findings)
    yield "Chưa đến kỳ", sum(finding.state is State.FUTURE for finding in findings)


def _kinds(findings: Sequence[Finding], fulfilment: Fulfilment) -> Iterator[KindView]:
    """Kinds in the order of the plan's rows; the findings of each by deadline."""
    for kind in dict.fromkeys(finding.kind for finding in findings):
        own = [finding for finding in by_due(findings) if finding.kind == kind]
        views = tuple(finding_view(finding, fulfilment) for finding in own)
        yield KindView(kind, f"loai-{slug(kind)}", views, _summary(own))


def finding_view(finding: Finding, fulfilment: Fulfilment) -> FindingView:
    """One obligation in words."""
    return FindingView(
        anchor=f"viec-{slug(finding.id.replace('/', '-'))}",
        kind=finding.kind,
        title=finding.title,
        state=finding.state.value,
        state_label=_state_label(finding, fulfilment),
        timing=finding.timing[:1].upper() + finding.timing[1:],
        last_day=on_day(finding.due.last_good_day) if finding.due else None,
        progress=finding.progress,
        done=finding.done,
        needed=finding.needed,
        lead="; ".join(finding.lead),
        parts=tuple(PartView(part.name, part.state.value, part.state.label, part.note) for part in finding.parts),
        notes=finding.notes,
        evidence=tuple(_evidence(item) for item in finding.evidence[:EVIDENCE]),
        evidence_more=max(0, len(finding.evidence) - EVIDENCE),
        basis=finding.basis,
    )


def _state_label(finding: Finding, fulfilment: Fulfilment) -> str:
    if finding.due is not None and finding.falls_due(fulfilment.as_of, URGENT_DAYS):
        left = days_left(finding.due, fulfilment.as_of)
        return f"{finding.label}, {'hôm nay là ngày cuối' if left == 0 else f'còn {left} ngày'}"
    return finding.label


def _evidence(item: Evidence) -> EvidenceView:
    away = item.address.startswith(("http://", "https://"))
    return EvidenceView(item.words, "" if away else item.address, item.address if away else "")


def _tasks(plan: Plan, findings: Sequence[Finding]) -> Iterator[TaskRow]:
    """The appendix's rows; a recurring task stands once, with how many of its rounds are done."""
    for task in plan.tasks:
        own = [finding for finding in findings if finding.row == task.id]
        worst = next((state for state in State if any(f.state is state for f in own)), State.NOT_APPLICABLE)
        label = next((finding.label for finding in own if finding.state is worst), worst.label)
        done = sum(finding.state.is_fulfilled for finding in own)
        evidence = tuple(_evidence(item) for finding in own for item in finding.evidence)
        yield TaskRow(
            number=task.number,
            task=task.task,
            product=task.product,
            lead=task.lead,
            coordinating=task.coordinating,
            due=task.timing.words[:1].upper() + task.timing.words[1:],
            state=worst.value,
            state_label=label,
            progress=f"{done}/{len(own)} kỳ đã có sản phẩm" if len(own) > 1 else (own[0].progress if own else ""),
            evidence=evidence[:BOARD_EVIDENCE],
            evidence_more=max(0, len(evidence) - BOARD_EVIDENCE),
        )


def _topics(
    cards: Cards, fulfilment: Fulfilment, plan: Plan, findings: Sequence[Finding], months: Sequence[Month]
) -> Iterator[TopicRow]:
    """Topics x months, with the pieces of each topic."""
    found = covered(plan.topics, Standpoint(cards.column, fulfilment, plan))
    coverage = next((finding for finding in findings if finding.row == TOPIC_ROW), None)
    parts = coverage.parts if coverage else ()
    for topic, part in zip(plan.topics, parts, strict=True):
        pieces = sorted(found[topic.id], key=lambda article: article.published, reverse=True)
        yield TopicRow(
            id=topic.id,
            text=topic.text,
            minimum=topic.minimum,
            state=part.state.value,
            state_label=part.state.label,
            count=len(pieces),
            by_month=tuple(sum(article.month == month for article in pieces) for month in months),
            pieces=tuple(Link(f"{a.title} ({day_of(a.published):%d/%m})", a.address) for a in pieces),
        )
