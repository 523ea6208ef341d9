from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from cchc_site.column.instant import VIETNAM, day_of, in_vietnam, parse_instant, resolve_as_of

NOW = datetime(2026, 11, 21, 1, 30, tzinfo=UTC)


def clock() -> datetime:
    return NOW


def broken_clock() -> datetime:
    raise AssertionError("the clock must not be asked")


def written(moment: datetime) -> str:
    return moment.isoformat()


ALL = {"CCHC_AS_OF": "2024-05-02", "SOURCE_DATE_EPOCH": "1700000000"}


@pytest.mark.parametrize(
    ("option", "environ", "expected"),
    [
        ("2024-04-01", ALL, "2024-04-01T00:00:00+07:00"),
        (None, ALL, "2024-05-02T00:00:00+07:00"),
        ("", ALL, "2024-05-02T00:00:00+07:00"),
        (None, {**ALL, "CCHC_AS_OF": ""}, "2023-11-15T05:13:20+07:00"),
        (None, {"SOURCE_DATE_EPOCH": "0"}, "1970-01-01T07:00:00+07:00"),
    ],
    ids=["option", "CCHC_AS_OF", "empty-option", "SOURCE_DATE_EPOCH", "epoch-0"],
)
def test_precedence(option: str | None, environ: dict[str, str], expected: str) -> None:
    assert written(resolve_as_of(option, environ, broken_clock)) == expected


def test_the_clock_comes_last_and_is_turned_into_vietnam() -> None:
    assert written(resolve_as_of(None, {"SOURCE_DATE_EPOCH": ""}, clock)) == "2026-11-21T08:30:00+07:00"


@pytest.mark.parametrize(
    "text",
    [
        "hôm nay",
        "31/02/2024",
        "2024-02-30",
        "2024-13-01",
        "2024-04-01T25:00",
        "20240401",
        "2024-W14-1",
        "2024-04-01T08:00+99:00",
        "0001-01-01T00:00+14:00",
        "9999-12-31",
        "1944-12-31",
        "３024-01-01",
    ],
)
def test_what_cannot_be_read_is_named_in_vietnamese(text: str) -> None:
    with pytest.raises(ValueError, match=r"--as-of .* không phải là ngày giờ; viết như"):
        resolve_as_of(text, {}, broken_clock)
    with pytest.raises(ValueError, match="CCHC_AS_OF"):
        resolve_as_of(None, {"CCHC_AS_OF": text}, broken_clock)


@pytest.mark.parametrize("text", ["hôm qua", "1.5", "9" * 20, "-99999999999", "253402300799", "0x10"])
def test_what_is_not_an_epoch_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH"):
        resolve_as_of(None, {"SOURCE_DATE_EPOCH": text}, broken_clock)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-04-01", "2024-04-01T00:00:00+07:00"),
        (" 2024-04-01T08:30 ", "2024-04-01T08:30:00+07:00"),
        ("2024-04-01 08:30:15", "2024-04-01T08:30:15+07:00"),
        ("2024-03-31T17:30Z", "2024-04-01T00:30:00+07:00"),
        ("2024-04-01T08:30-05:00", "2024-04-01T20:30:00+07:00"),
    ],
)
def test_parse_instant(text: str, expected: str) -> None:
    assert written(parse_instant(text)) == expected


def test_in_vietnam() -> None:
    assert in_vietnam(date(2024, 4, 1)) == datetime(2024, 4, 1, tzinfo=VIETNAM)
    assert in_vietnam(datetime(2024, 4, 1, 8)) == datetime(2024, 4, 1, 8, tzinfo=VIETNAM)
    assert in_vietnam(datetime(2024, 3, 31, 17, tzinfo=UTC)).hour == 0


def test_the_day_of_an_instant_is_vietnams() -> None:
    assert day_of(datetime(2024, 3, 31, 17, tzinfo=UTC)) == date(2024, 4, 1)
    assert day_of(datetime(2024, 4, 1, 1, tzinfo=timezone(timedelta(hours=9)))) == date(2024, 3, 31)
