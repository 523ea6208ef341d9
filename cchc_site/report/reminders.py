"""What is overdue and what falls due: for a terminal, for an issue (Markdown), and for programs (JSON)."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_site.column.due import days_left
from cchc_site.column.instant import VIETNAM
from cchc_site.column.monthly_minimum import Fulfilment
from cchc_site.column.obligation import Finding, State
from cchc_site.column.plan_fulfilment import by_due
from cchc_site.report.periodic_text import finding_values
from cchc_site.report.words import as_json


def overdue(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What is late, by deadline."""
    return by_due(finding for finding in findings if finding.state is State.OVERDUE)


def falling_due(findings: Sequence[Finding], fulfilment: Fulfilment, days: int) -> tuple[Finding, ...]:
    """What is still wanted within that many days, by deadline."""
    return by_due(finding for finding in findings if finding.falls_due(fulfilment.as_of, days))


def reminders_text(findings: Sequence[Finding], fulfilment: Fulfilment, days: int) -> str:
    """The lists for a terminal; nothing at all for a column whose plans ask for nothing."""
    if not findings:
        return ""
    lines = []
    late = overdue(findings)
    if late:
        lines += ["", "Quá hạn:", *(f"  {_line(finding, fulfilment)}" for finding in late)]
    soon = falling_due(findings, fulfilment, days)
    lines += ["", f"Đến hạn trong {days} ngày tới:"]
    lines += [f"  {_line(finding, fulfilment)}" for finding in soon] or ["  (không có)"]
    return "\n".join(lines) + "\n"


def _line(finding: Finding, fulfilment: Fulfilment) -> str:
    progress = f"; {finding.progress}" if finding.progress else ""
    return f"{_day(finding)}  {finding.title} ({_when(finding, fulfilment)}{progress})"


def _day(finding: Finding) -> str:
    return f"{finding.due.last_good_day:%d/%m/%Y}" if finding.due else "          "


def _when(finding: Finding, fulfilment: Fulfilment) -> str:
    if finding.state is State.OVERDUE:
        return finding.label.lower()
    left = days_left(finding.due, fulfilment.as_of) if finding.due else 0
    return "hôm nay" if left == 0 else f"còn {left} ngày"


def reminders_markdown(findings: Sequence[Finding], fulfilment: Fulfilment, days: int) -> str:
    """The body of an issue; empty when nobody has to do anything, so that a job can test for that."""
    late = tuple(finding for finding in overdue(findings) if finding.enforced)
    soon = falling_due(findings, fulfilment, days)
    if not late and not soon:
        return ""
    local = fulfilment.as_of.astimezone(VIETNAM)
    lines = [f"Việc của kế hoạch, tính đến {local:%H:%M ngày %d/%m/%Y}.", ""]
    for heading, rows in (("Quá hạn", late), (f"Đến hạn trong {days} ngày tới", soon)):
        if rows:
            lines += [f"## {heading}", ""]
            lines += [f"- [ ] {_escaped(_line(finding, fulfilment).strip())}: `{finding.id}`" for finding in rows]
            lines += [""]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    for mark in ("\\", "[", "]", "<", "*", "_", "`", "@", "#"):
        text = text.replace(mark, f"\\{mark}")
    return text


def reminders_json(findings: Sequence[Finding], fulfilment: Fulfilment, days: int) -> str:
    """Both lists, and the instant."""
    return as_json(
        {
            "as_of": fulfilment.as_of.isoformat(),
            "days": days,
            "overdue": [finding_values(finding) for finding in overdue(findings)],
            "falling_due": [finding_values(finding) for finding in falling_due(findings, fulfilment, days)],
        }
    )
