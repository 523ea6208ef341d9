"""How severely each situation is judged on each occasion.

Principles: publishing is never blocked by a shortage of publications, for that would stop the cure; a change is never
red because of somebody else's month; nothing is silent; a closed month can be explained, not rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum

from cchc_site.column.closed_month import ClosedMonth
from cchc_site.column.monthly_minimum import Fulfilment, MonthResult, MonthState
from cchc_site.column.problem import Place, Problem, Severity

CLOSED_MONTHS_FILE = "content/_data/closed-months.yml"
FINAL_DAYS = timedelta(days=7)
"""How long before its end a short open month becomes a warning in a build."""


class Occasion(Enum):
    """When the obligations are looked at."""

    SERVE = "serve"
    """A preview: nothing may stop it."""
    BUILD = "build"
    """A deployment: everything is written first, then the verdict."""
    CHANGE = "change"
    """A proposed change, judged only by what it makes worse."""
    COMPLIANCE = "compliance"
    """The office's own look, daily and on the first of the month."""


class Situation(Enum):
    """What can be wrong with a month."""

    OPEN_SHORT = "N10"
    CLOSED_SHORT = "N01"
    COUNT_LOWER = "N02"
    RECORD_DISAGREES = "N03"
    RULE_CHANGED = "N04"
    LATE_ADDITION = "N11"
    ENTRY_CHANGED = "N05"
    ACKNOWLEDGED = "N12"


_N, _W, _B = Severity.NOTICE, Severity.WARNING, Severity.BREACH

SEVERITIES: dict[Situation, dict[Occasion, Severity]] = {
    situation: dict(zip(Occasion, row, strict=True))
    for situation, row in {
        #                          serve  build  change  compliance
        Situation.OPEN_SHORT: (_N, _N, _N, _N),
        Situation.CLOSED_SHORT: (_W, _B, _N, _B),
        Situation.COUNT_LOWER: (_W, _W, _B, _B),
        Situation.RECORD_DISAGREES: (_W, _W, _B, _B),
        Situation.RULE_CHANGED: (_W, _W, _B, _B),
        Situation.LATE_ADDITION: (_N, _N, _N, _N),
        Situation.ENTRY_CHANGED: (_N, _N, _B, _N),
        Situation.ACKNOWLEDGED: (_N, _N, _N, _N),
    }.items()
}
"""One row a situation, one column an occasion. `BUILD` breaches become warnings when the site does not enforce."""


def judge(fulfilment: Fulfilment, occasion: Occasion) -> list[Problem]:
    """What the months' states mean on this occasion. Changes are judged in `change`, which compares."""
    return [problem for _, problem in judged(fulfilment, occasion)]


def judged(fulfilment: Fulfilment, occasion: Occasion) -> Iterator[tuple[MonthResult, Problem]]:
    """The same findings, each with its month."""
    for month in fulfilment.months:
        for situation, place, message, fix in _situations(month):
            severity = SEVERITIES[situation][occasion]
            if situation is Situation.OPEN_SHORT and occasion is Occasion.BUILD:
                final = fulfilment.as_of >= month.closes - FINAL_DAYS
                severity = Severity.WARNING if final else severity
            yield month, Problem(situation.value, severity, place, message, fix)


Finding = tuple[Situation, Place, str, str]


def _situations(month: MonthResult) -> Iterator[Finding]:
    if month.quota is None:
        return
    if month.state is MonthState.OPEN and month.missing:
        last = month.window.last
        yield (
            Situation.OPEN_SHORT,
            month.quota.place,
            f"{_name(month)} đang có {month.count}/{month.required} tin, bài, "
            f"còn thiếu {_lack(month, month.count, month.required)}.",
            f"Đăng thêm {month.missing} tin, bài chậm nhất ngày {last:%d/%m/%Y}.",
        )
    if month.state is MonthState.SHORT:
        yield _closed_short(month)
    if month.state is MonthState.EXPLAINED and month.entry is not None:
        entry = month.entry
        yield (
            Situation.ACKNOWLEDGED,
            entry.place,
            f"{_name(month)} có {entry.latest_count}/{entry.latest_required} tin, bài, đã giải trình: "
            f"{entry.explanation.rstrip('.')}.",
            "Không cần làm gì thêm; báo cáo của tháng in lời giải trình này.",
        )
    if month.entry is not None and month.state not in (MonthState.FUTURE, MonthState.OPEN):
        yield from _disagreements(month, month.entry)


def _closed_short(month: MonthResult) -> Finding:
    recorded = month.entry is not None
    count = month.entry.latest_count if month.entry else month.count
    required = month.entry.latest_required if month.entry else month.required
    place = month.entry.place if month.entry else (month.quota.place if month.quota else Place(""))
    fix = (
        f"Ghi lý do vào trường explanation của {month.month} trong {CLOSED_MONTHS_FILE}."
        if recorded
        else f'Chạy `cchc close {month.month} --explanation "lý do"` rồi gửi tệp {CLOSED_MONTHS_FILE}, '
        "hoặc bổ sung quyết định giảm chỉ tiêu vào mục waivers của kế hoạch."
    )
    lack = _lack(month, count, required)
    message = f"{_name(month)} đã kết thúc với {count}/{required} tin, bài, thiếu {lack}, chưa giải trình."
    return Situation.CLOSED_SHORT, place, message, fix


def _lack(month: MonthResult, count: int, required: int) -> str:
    """What is wanting; enough pieces of which too many are reposts lack originals."""
    return str(required - count) if count < required else "bài không phải đăng lại"


def _disagreements(month: MonthResult, entry: ClosedMonth) -> Iterator[Finding]:
    if month.gone:
        yield (
            Situation.COUNT_LOWER,
            entry.place,
            f"{_name(month)} đã chốt {entry.latest_count} tin, bài nhưng nay chỉ còn "
            f"{entry.latest_count - len(month.gone)}: {', '.join(month.gone)} không còn được tính.",
            "Khôi phục bài, hoặc thêm một dòng vào amendments của tháng này nói rõ lý do.",
        )
    for problem in _inner_disagreements(month, entry):
        yield (
            Situation.RECORD_DISAGREES,
            entry.place,
            f"Sổ chốt {_name(month).lower()} không khớp: {problem}.",
            "Sửa lại mục này cho khớp với các bài đã đếm, hoặc thêm một dòng vào amendments nói rõ lý do.",
        )
    if month.base_required != entry.latest_required and month.required != entry.latest_required:
        yield (
            Situation.RULE_CHANGED,
            entry.place,
            f"{_name(month)} đã chốt với chỉ tiêu {entry.latest_required} nhưng kế hoạch nay tính ra {month.required}.",
            "Trả lại chỉ tiêu cũ, hoặc thêm vào amendments một dòng có required và basis (số văn bản căn cứ).",
        )
    if month.late and not month.gone:
        names = ", ".join(article.id for article in month.late)
        yield (
            Situation.LATE_ADDITION,
            entry.place,
            f"{_name(month)} có bài bổ sung muộn, chưa có trong sổ chốt: {names}.",
            "Nếu muốn sổ ghi nhận, thêm một dòng vào amendments.",
        )


def _inner_disagreements(month: MonthResult, entry: ClosedMonth) -> Iterator[str]:
    for counted, pieces in [(entry.counted, entry.pieces)] + [
        (amendment.counted, amendment.pieces) for amendment in entry.amendments
    ]:
        if counted != len(set(pieces)):
            yield f"ghi {counted} tin, bài nhưng kể tên {len(set(pieces))} ({', '.join(pieces) or 'không bài nào'})"
    state = closing_state(entry, month).value
    if entry.state != state:
        yield f"ghi trạng thái “{entry.state}” trong khi {entry.counted}/{entry.required} là “{state}”"


def closing_state(entry: ClosedMonth, month: MonthResult) -> MonthState:
    """The state that an entry's own figures at closing amount to."""
    if entry.counted >= entry.required and not month.originals_missing_among(entry.pieces):
        waived = month.waiver is not None and entry.counted < month.base_required
        return MonthState.WAIVED if waived else MonthState.MET
    return MonthState.EXPLAINED if entry.explanation else MonthState.SHORT


def _name(month: MonthResult) -> str:
    return month.month.label.capitalize()
