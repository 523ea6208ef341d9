"""The calendar: days that stay where they are, identifiers that never change, alarms only for work that is left."""

from __future__ import annotations

from datetime import date, timedelta

from icalendar import Calendar, Event
from support.builders import at, day
from support.plans import findings, planned, sent

from cchc_site.column.due import Due
from cchc_site.column.obligations.task import Task
from cchc_site.report.calendar import calendar

TASKS = (
    Task("quy", "1", "Việc của quý", "Công văn", ("Sở",), Due.quarter(2024, 1)),
    Task("truoc", "2", "Trước ngày", "Công văn", ("Sở",), Due.before(day("2024-03-10"))),
    Task("gio", "3", "Trước giờ", "Công văn", ("Sở",), Due.before(at("2024-11-14T16:00"))),
)
COLUMN = planned(tasks=TASKS, submissions=[sent("quy", "2024-02-01")], issued=day("2024-01-05"))
WHERE = {"ke-hoach": "ke-hoach/ke-hoach/"}


def made(as_of: str = "2024-03-01") -> bytes:
    return calendar(COLUMN, findings(COLUMN, as_of), "Kế hoạch", "https://cchc.example/", WHERE)


def events() -> dict[str, Event]:
    book = Calendar.from_ical(made().decode())
    return {str(event["uid"]): event for event in book.walk("VEVENT")}  # type: ignore[misc]


def test_all_day_events_are_bare_dates() -> None:
    assert events()["ke-hoach/truoc@cchc"].decoded("dtstart") == date(2024, 3, 9), "before 10/3 is the whole of 9/3"
    assert events()["ke-hoach/truoc@cchc"].decoded("dtend") == date(2024, 3, 10)
    assert events()["ke-hoach/quy@cchc"].decoded("dtstart") == date(2024, 3, 31)
    assert b"DTSTART;VALUE=DATE:20240309" in made()


def test_an_hour_is_an_instant() -> None:
    assert b"DTEND:20241114T090000Z" in made(), "16:00 in Vietnam"


def test_identifiers_and_stamps_do_not_depend_on_the_day_of_making() -> None:
    one, other = made("2024-03-01"), made("2024-10-01")
    for name in (b"UID:", b"DTSTAMP:", b"DTSTART"):
        assert lines(one, name) == lines(other, name) != []
    assert b"DTSTAMP:20240104T170000Z" in one, "the plan's day of issue"
    assert made() == made()


def lines(data: bytes, name: bytes) -> list[bytes]:
    return [line for line in data.splitlines() if line.startswith(name)]


def test_alarms_ring_in_the_morning_and_only_for_work_that_is_left() -> None:
    triggers = [alarm.decoded("trigger") for alarm in events()["ke-hoach/truoc@cchc"].walk("VALARM")]
    assert triggers == [timedelta(hours=8, days=-7), timedelta(hours=8, days=-1)]
    assert not events()["ke-hoach/quy@cchc"].walk("VALARM")
    assert str(events()["ke-hoach/quy@cchc"]["summary"]) == "[Xong] Việc của quý"


def test_lines_are_short_and_whole() -> None:
    data = made()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    data.decode("utf-8")
