"""The contests on the site: their list, and each contest's page with rules, timeline, participation and results.

Only what the plan and the public record say is shown; the intake is not even within reach of this room.
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.column import address
from cchc_site.column.contest.contest import Contest, Phase
from cchc_site.column.contest.prize import totals_words
from cchc_site.column.contest.record import ContestRecord, Winner, record_of
from cchc_site.column.instant import VIETNAM
from cchc_site.column.monthly_minimum import Fulfilment
from cchc_site.column.obligation import Standpoint, State
from cchc_site.column.obligations.timeline_step import TimelineStep
from cchc_site.column.plan import Plan
from cchc_site.publish.cards import Cards, on_day
from cchc_site.publish.contest_views import (
    ContestCard,
    ContestsView,
    ContestView,
    StageView,
    UnitRow,
    WinnerView,
)
from cchc_site.publish.listings import HOME
from cchc_site.publish.months import as_of_label
from cchc_site.publish.page import Page
from cchc_site.publish.views import Link, PageFrame
from cchc_site.vietnamese.numbers import group_thousands, money, pad2

HEADING = "Cuộc thi"
LEAD = "Thể lệ, thời gian, số bài của từng đơn vị và kết quả các cuộc thi tuyên truyền cải cách hành chính."
_PHASE_STATES = {
    Phase.FUTURE: State.FUTURE,
    Phase.ENTRIES: State.OPEN,
    Phase.JUDGING: State.OPEN,
    Phase.AWARDING: State.OPEN,
    Phase.DONE: State.DONE,
}


def contest_pages(cards: Cards, fulfilment: Fulfilment) -> Iterator[Page]:
    """The list and each contest, the newest deadline first. Nothing for a column without contests."""
    pairs = [(plan, contest) for plan in cards.column.plans for contest in plan.contests]
    if not pairs:
        return
    pairs.sort(key=lambda pair: (pair[1].entries.due.deadline, pair[1].id), reverse=True)
    view = ContestsView(HEADING, LEAD, tuple(_card(cards, contest) for _, contest in pairs))
    frame = PageFrame(HEADING, LEAD, address.CONTESTS, (HOME, Link(HEADING, "")), (cards.feed,), address.CONTESTS)
    yield Page("pages/contests.html", frame, view)
    for plan, contest in pairs:
        yield _page(cards, fulfilment, plan, contest)


def contest_links(plan: Plan) -> tuple[Link, ...]:
    """A plan's contests, for the plan's page."""
    return tuple(Link(contest.title, address.contest(contest)) for contest in plan.contests)


def _record(cards: Cards, contest: Contest) -> ContestRecord | None:
    return record_of(cards.column.contest_records, contest.id, cards.as_of)


def _phase(cards: Cards, contest: Contest) -> Phase:
    record = _record(cards, contest)
    return contest.phase(cards.as_of, bool(record and record.winners))


def _card(cards: Cards, contest: Contest) -> ContestCard:
    phase = _phase(cards, contest)
    return ContestCard(
        contest.title,
        address.contest(contest),
        _PHASE_STATES[phase].value,
        phase.label,
        f"Nhận bài {_timing(contest.entries)}",
        f"Tổng tiền thưởng {totals_words(contest.prizes)}",
    )


def _page(cards: Cards, fulfilment: Fulfilment, plan: Plan, contest: Contest) -> Page:
    record, phase = _record(cards, contest), _phase(cards, contest)
    names = {criterion.id: criterion.title for criterion in contest.rubric}
    recorded = record.at.astimezone(VIETNAM) if record else None
    view = ContestView(
        title=contest.title,
        plan=Link(plan.title, address.plan(plan)),
        phase=_PHASE_STATES[phase].value,
        phase_label=phase.label,
        as_of=as_of_label(fulfilment),
        stages=tuple(_stages(cards, fulfilment, plan, contest)),
        rules=contest.rules,
        forms=tuple(rule.words for rule in contest.forms),
        cover=contest.cover,
        topics=tuple(t.text for t in plan.topics if not contest.topics or t.id in contest.topics),
        rubric=tuple((criterion.title, criterion.maximum) for criterion in contest.rubric),
        full_marks=group_thousands(contest.scale.full_marks),
        ties=", rồi ".join(f"“{names[key]}”" for key in contest.ties if key in names),
        prizes=tuple(_prizes(contest)),
        prize_total=totals_words(contest.prizes),
        committees=tuple((item.name, item.lead, item.members) for item in contest.committees),
        units=tuple(_units(cards, contest, record)),
        recorded=f"{recorded:%H:%M ngày %d/%m/%Y}" if recorded else "",
        minimum=contest.minimum,
        judges=record.judges if record else 0,
        winners=tuple(_winner(cards, contest, winner) for winner in (record.winners if record else ())),
        calendar=address.plan_calendar(plan),
    )
    crumbs = (HOME, Link(HEADING, address.CONTESTS), Link(contest.title, ""))
    lead = f"Thể lệ, thời gian, số bài của từng đơn vị và kết quả. {phase.label}."
    frame = PageFrame(contest.title, lead, address.contest(contest), crumbs, (cards.feed,), address.CONTESTS)
    return Page("pages/contest.html", frame, view)


def _stages(cards: Cards, fulfilment: Fulfilment, plan: Plan, contest: Contest) -> Iterator[StageView]:
    """The three steps, as the plan's page has them."""
    standpoint = Standpoint(cards.column, fulfilment, plan)
    for stage in contest.stages:
        step = stage.step
        (finding,) = stage.findings(standpoint)
        last = on_day(step.due.last_good_day) if step.due.sentence != step.due.words else None
        lead = "; ".join(step.lead)
        yield StageView(step.title, _timing(step), finding.state.value, finding.label, lead, last)


def _timing(step: TimelineStep) -> str:
    """“từ 01/09/2020 đến hết ngày 15/09/2020”, “trước 16h00 ngày 14/11/2023”."""
    if step.first is None:
        return step.due.words
    if step.first == step.due.last_good_day and not step.due.timed:
        return f"ngày {step.first:%d/%m/%Y}"
    return f"từ {step.first:%d/%m/%Y}, {step.due.words.replace('chậm nhất ngày', 'đến hết ngày')}"


def _prizes(contest: Contest) -> Iterator[tuple[str, str, str]]:
    """(number, title, money of one)."""
    for prize in contest.prizes:
        amount = money(prize.each) if prize.is_clear else f"{money(prize.amount)} (chưa rõ mỗi giải hay tổng cộng)"
        yield pad2(prize.count), prize.title, amount


def _units(cards: Cards, contest: Contest, record: ContestRecord | None) -> Iterator[UnitRow]:
    others = [row.unit for row in record.participation if row.unit not in contest.units] if record else []
    for key in (*contest.units, *others):
        unit = cards.column.units.get(key)
        row = record.of(key) if record else None
        required = contest.minimum if key in contest.units else 0
        enough = row.valid >= required if row and required else None
        counts = (row.submitted, required, row.valid, row.late) if row else (0, required, 0, 0)
        yield UnitRow(unit.name if unit else key, *counts, enough)


def _winner(cards: Cards, contest: Contest, winner: Winner) -> WinnerView:
    prize = next((item for item in contest.prizes if item.id == winner.prize), None)
    piece = next((article for article in cards.public if winner.piece and article.id == winner.piece), None)
    unit = cards.column.units.get(winner.unit)
    byline = f"{winner.author}, {winner.position}" if winner.author and winner.position else winner.author
    return WinnerView(
        prize=prize.title if prize else winner.prize,
        money=money(prize.each) if prize and prize.is_clear else "",
        title=winner.title,
        address=piece.address if piece else "",
        byline=byline,
        unit=unit.name if unit else winner.unit,
        form=winner.form.label,
        average=group_thousands(winner.average),
    )
