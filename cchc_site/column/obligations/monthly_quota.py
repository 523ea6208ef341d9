"""“Hàng tháng có ít nhất 04 tin, bài”: each month of the plan's quotas as a finding.

The counting, the states and the closed-month record are those of `monthly_minimum`; nothing is judged twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cchc_site.column.due import Due
from cchc_site.column.monthly_minimum import MonthResult, MonthState
from cchc_site.column.obligation import Finding, Standpoint, State, piece_evidence

KIND = "Chỉ tiêu hằng tháng"
ROW = "chi-tieu"

_STATES = {
    MonthState.FUTURE: State.FUTURE,
    MonthState.OPEN: State.OPEN,
    MonthState.MET: State.DONE,
    MonthState.SHORT: State.OVERDUE,
    MonthState.EXPLAINED: State.EXPLAINED,
    MonthState.WAIVED: State.REDUCED,
    MonthState.NOT_APPLICABLE: State.NOT_APPLICABLE,
}


class MonthlyQuotas(Struct, frozen=True):
    """All quotas of one plan."""

    def findings(self, view: Standpoint) -> Iterator[Finding]:
        """One finding a month that this plan's quotas ask for."""
        for result in view.fulfilment.months:
            if result.quota is not None and result.quota in view.plan.quotas:
                yield _finding(result, view)


def _finding(result: MonthResult, view: Standpoint) -> Finding:
    quota = result.quota
    assert quota is not None
    state = _STATES[result.state]
    if result.enough_early:
        state = State.DONE
    due = Due.by(result.window.last)
    return Finding(
        plan=view.plan.id,
        id=f"{ROW}/{result.month}",
        row=ROW,
        kind=KIND,
        title=f"Ít nhất {result.base_required:02d} tin, bài trong {result.month.label}",
        state=state,
        due=due,
        timing=due.words,
        starts=result.window.first,
        done=result.count,
        needed=result.required,
        progress=f"{result.count}/{result.required} tin, bài",
        evidence=piece_evidence(result.counted),
        notes=tuple(_notes(result)),
        basis=quota.basis,
        breach="N01",
        place=quota.place,
    )


def _notes(result: MonthResult) -> Iterator[str]:
    if result.waiver is not None:
        late = " (hồi tố)" if result.waiver_is_retroactive else ""
        yield f"Giảm chỉ tiêu còn {result.waiver.reduce_to}{late}: {result.waiver.reason.rstrip('.')}."
    if result.entry is not None and result.entry.explanation:
        yield f"Giải trình: {result.entry.explanation.rstrip('.')}."
