"""The monthly minimum: each month's requirement, count and state at one instant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column.article import Article, Origin
from cchc_site.column.closed_month import ClosedMonth
from cchc_site.column.column import Column
from cchc_site.column.counting import Tally, apply_repost_rule, tally
from cchc_site.column.instant import in_vietnam
from cchc_site.column.month import Month, Window, month_containing, months_between
from cchc_site.column.plan import Quota, Waiver


class MonthState(Enum):
    """The state of a month; the value is the word in data files and reports."""

    FUTURE = "tuong-lai"
    OPEN = "dang-mo"
    MET = "dat"
    SHORT = "chua-dat"
    EXPLAINED = "da-giai-trinh"
    WAIVED = "mien-giam"
    NOT_APPLICABLE = "khong-ap-dung"

    @property
    def label(self) -> str:
        """The Vietnamese words for people."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    MonthState.FUTURE: "Chưa đến",
    MonthState.OPEN: "Đang mở",
    MonthState.MET: "Đạt",
    MonthState.SHORT: "Chưa đạt",
    MonthState.EXPLAINED: "Đã giải trình",
    MonthState.WAIVED: "Đạt mức giảm",
    MonthState.NOT_APPLICABLE: "Không áp dụng",
}


class MonthResult(Struct, frozen=True):
    """One month at `as_of`. Counts are of pieces; `base_required` is the requirement before a waiver."""

    month: Month
    window: Window
    closes: datetime
    state: MonthState
    quota: Quota | None = None
    base_required: int = 0
    required: int = 0
    pieces: tuple[Tally, ...] = ()
    waiver: Waiver | None = None
    entry: ClosedMonth | None = None

    @property
    def counted(self) -> tuple[Article, ...]:
        """The pieces that count, in order of publication."""
        return tuple(item.article for item in self.pieces if item.counted)

    @property
    def count(self) -> int:
        """How many pieces count now."""
        return len(self.counted)

    @property
    def originals(self) -> int:
        """How many of them are not reposts."""
        return sum(article.origin is not Origin.REPOST for article in self.counted)

    @property
    def not_counted(self) -> tuple[Tally, ...]:
        """The articles of the month that do not count, each with its reason."""
        return tuple(item for item in self.pieces if not item.counted)

    @property
    def missing(self) -> int:
        """How many pieces are still wanting, now."""
        return max(0, self.required - self.count, self._missing_originals)

    @property
    def _missing_originals(self) -> int:
        return max(0, self.quota.min_original - self.originals) if self.quota else 0

    def originals_missing_among(self, pieces: Sequence[str]) -> int:
        """How many originals a list of ids lacks; an id whose file is gone is taken for the original it was."""
        if self.quota is None:
            return 0
        reposts = {item.article.id for item in self.pieces if item.article.origin is Origin.REPOST}
        return max(0, self.quota.min_original - sum(key not in reposts for key in set(pieces)))

    @property
    def enough_early(self) -> bool:
        """Whether an open month already has what it needs."""
        return self.state is MonthState.OPEN and self.missing == 0

    @property
    def waiver_is_retroactive(self) -> bool:
        """Whether the waiver was decided after the month had ended."""
        return self.waiver is not None and in_vietnam(self.waiver.decided) >= self.window.end

    @property
    def late(self) -> tuple[Article, ...]:
        """Pieces that count now but stand in no line of the closed month ("bổ sung muộn")."""
        if self.entry is None:
            return ()
        known = set(self.entry.latest_pieces)
        return tuple(article for article in self.counted if article.id not in known)

    @property
    def gone(self) -> tuple[str, ...]:
        """Ids that the closed month counted, and no amendment took back, but which no longer count."""
        if self.entry is None:
            return ()
        now = {article.id for article in self.counted}
        return tuple(key for key in self.entry.latest_pieces if key not in now)

    @property
    def label(self) -> str:
        """The state in full: with “đã đủ”, “bổ sung”, “hồi tố” where they apply."""
        text = self.state.label
        if self.enough_early:
            text += ", đã đủ"
        if self.entry is not None and self.entry.amendments:
            text += " (bổ sung)" if self.entry.latest_count > self.entry.counted else " (có điều chỉnh)"
        if self.state is MonthState.WAIVED and self.waiver_is_retroactive:
            text += " (hồi tố)"
        return text


class Fulfilment(Struct, frozen=True):
    """The minimum over all months of the plans at `as_of`, and the judgement on every article."""

    as_of: datetime
    months: tuple[MonthResult, ...]
    tallies: Mapping[str, Tally]

    def month(self, month: Month) -> MonthResult:
        """The result of a month; one outside every plan does not apply."""
        for result in self.months:
            if result.month == month:
                return result
        window = month.window()
        return MonthResult(month, window, window.end, MonthState.NOT_APPLICABLE)

    @property
    def current(self) -> MonthResult:
        """The month that holds `as_of`."""
        for result in self.months:
            if result.quota is not None and self.as_of in result.window:
                return result
        return self.month(Month.of(self.as_of))


def evaluate(column: Column, as_of: datetime) -> Fulfilment:
    """Judge every month from the first plan's start; the same column and instant give the same result."""
    tallies = tally(column, as_of)
    quotas = column.quotas
    by_month = _by_month(tallies, quotas)
    months = _months_of(quotas, as_of)
    results = tuple(_evaluate_month(column, quotas, by_month, month, as_of) for month in months)
    return Fulfilment(as_of, results, tallies)


def required_by(quotas: Sequence[Quota], window: Window) -> int:
    """The minimum for a window: pro rata to the days under a quota, rounded up, and at least one.

    A floor is never rounded in favour of the debtor. A quota with `prorata` off asks for its full minimum
    however few of the days are its own.
    """
    if any(not quota.prorata for quota in quotas):
        return max(quota.minimum for quota in quotas if not quota.prorata)
    owed = sum(quota.minimum * window.days_within(quota.first, quota.last) for quota in quotas)
    if owed == 0:
        return 0
    return max(1, -(-owed // window.days))


def _months_of(quotas: Sequence[Quota], as_of: datetime) -> list[Month]:
    if not quotas:
        return []
    first = month_containing(in_vietnam(quotas[0].first), quotas[0].window_day)
    last = first
    for quota in quotas:
        end = in_vietnam(quota.last) if quota.last is not None else as_of
        last = max(last, month_containing(end, quota.window_day))
    return list(months_between(first, last))


_Months = Mapping[int, Mapping[Month, Sequence[Tally]]]
"""Articles by the first day of the window and by month: offices that shift the month see other months."""


def _by_month(tallies: Mapping[str, Tally], quotas: Sequence[Quota]) -> _Months:
    found: dict[int, dict[Month, list[Tally]]] = {}
    for day in {quota.window_day for quota in quotas}:
        months = found[day] = defaultdict(list)
        for item in tallies.values():
            months[month_containing(item.article.published, day)].append(item)
    return found


def _evaluate_month(
    column: Column,
    quotas: Sequence[Quota],
    by_month: _Months,
    month: Month,
    as_of: datetime,
) -> MonthResult:
    active = [quota for quota in quotas if quota.applies_in(month.window(quota.window_day))]
    if not active:
        window = month.window()
        return MonthResult(month, window, window.end, MonthState.NOT_APPLICABLE)
    quota = active[-1]
    window = month.window(quota.window_day)
    base = required_by(active, window)
    waiver = next((w for w in column.waivers if w.month == month and in_vietnam(w.decided) <= as_of), None)
    entry = column.closed_months.entry(month)
    draft = MonthResult(
        month=month,
        window=window,
        closes=window.end + timedelta(days=quota.grace_days),
        state=MonthState.OPEN,
        quota=quota,
        base_required=base,
        required=min(base, waiver.reduce_to) if waiver else base,
        pieces=tuple(apply_repost_rule(by_month[quota.window_day].get(month, ()), quota)),
        waiver=waiver,
        entry=entry.known_at(as_of) if entry else None,
    )
    return replace(draft, state=_state(draft, as_of))


def _state(month: MonthResult, as_of: datetime) -> MonthState:
    if as_of < month.window.start:
        return MonthState.FUTURE
    if as_of < month.closes:
        return MonthState.OPEN
    if month.entry is None:
        return _state_of_count(month, month.count, month.required, month.missing == 0)
    return _state_of_entry(month, month.entry)


def _state_of_count(month: MonthResult, count: int, required: int, enough: bool) -> MonthState:
    if not enough:
        return MonthState.SHORT
    waived = month.waiver is not None and required <= count < month.base_required
    return MonthState.WAIVED if waived else MonthState.MET


def _state_of_entry(month: MonthResult, entry: ClosedMonth) -> MonthState:
    """A closed month keeps the state it was closed with; only an amendment can raise it."""
    if entry.latest_count >= entry.latest_required and not month.originals_missing_among(entry.latest_pieces):
        return _state_of_count(month, entry.latest_count, entry.latest_required, True)
    if entry.counted >= entry.required and not month.originals_missing_among(entry.pieces):
        return _state_of_count(month, entry.counted, entry.required, True)
    if entry.explanation:
        return MonthState.EXPLAINED
    waived = month.waiver is not None and entry.latest_count >= month.required
    return MonthState.WAIVED if waived else MonthState.SHORT
