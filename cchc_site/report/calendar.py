"""The plans' deadlines as an iCalendar file (RFC 5545) that calendar programs subscribe to.

A day without a time is an all-day event, so that no program moves it to another day; an hour is an instant in UTC.
Identifiers never change, and the stamp comes from the plan, so the same content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, timedelta

from icalendar import Alarm, Calendar, Event

from cchc_site.column.column import Column
from cchc_site.column.due import Due
from cchc_site.column.instant import in_vietnam
from cchc_site.column.obligation import Finding, State
from cchc_site.column.plan import Plan
from cchc_site.column.plan_fulfilment import by_due

WARNINGS = (7, 1)
"""Days before the last good day; a reminder rings at eight in the morning."""
_MORNING = timedelta(hours=8)
_EVENT = timedelta(hours=1)


def calendar(column: Column, findings: Iterable[Finding], name: str, base_url: str, where: Mapping[str, str]) -> bytes:
    """All deadlines; `where` has each plan's page by its id, relative to `base_url`."""
    book = Calendar()
    book.add("prodid", "-//cchc-site//lich//VI")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", name)
    book.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    book.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    plans = {plan.id: plan for plan in column.plans}
    for finding in by_due(findings):
        plan = plans[finding.plan]
        if finding.due is not None and finding.state is not State.NOT_APPLICABLE:
            book.add_component(_event(finding, finding.due, plan, column, f"{base_url}{where[plan.id]}"))
    return bytes(book.to_ical())


def _event(finding: Finding, due: Due, plan: Plan, column: Column, url: str) -> Event:
    event = Event()
    event.add("uid", f"{plan.id}/{finding.id}@{column.identity.id}")
    event.add("dtstamp", in_vietnam(plan.issued or plan.first).astimezone(UTC))
    if due.timed:
        end = due.deadline.late_from.astimezone(UTC)
        event.add("dtstart", end - _EVENT)
        event.add("dtend", end)
    else:
        event.add("dtstart", due.last_good_day)
        event.add("dtend", due.last_good_day + timedelta(days=1))
    done = finding.state.is_fulfilled
    event.add("summary", f"{'[Xong] ' if done else ''}{finding.title}")
    event.add("description", _description(finding, plan))
    event.add("url", url)
    event.add("categories", [finding.kind])
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED")
    if finding.state.wants_work:
        for days in WARNINGS:
            event.add_component(_alarm(finding, due, days))
    return event


def _description(finding: Finding, plan: Plan) -> str:
    lines = [f"Hạn: {finding.timing}.", f"Trạng thái: {finding.label}."]
    if finding.progress:
        lines.append(f"Tiến độ: {finding.progress}.")
    if finding.lead:
        lines.append(f"Chủ trì: {', '.join(finding.lead)}.")
    return "\n".join([*lines, *finding.notes, f"Theo {plan.title}."])


def _alarm(finding: Finding, due: Due, days: int) -> Alarm:
    """Before an all-day event the count starts at its midnight; before an hour, at that hour."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Còn {days} ngày: {finding.title}")
    alarm.add("trigger", -timedelta(days=days) if due.timed else _MORNING - timedelta(days=days))
    return alarm
