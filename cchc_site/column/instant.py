"""Instants in Vietnam: where the day, the month and "now" begin and end."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "+07:00")
"""Asia/Ho_Chi_Minh: UTC+7 all year, without daylight saving time."""


def in_vietnam(moment: date | datetime) -> datetime:
    """The same instant at +07:00; a bare date is its first moment, a naive time is read as Vietnamese."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), VIETNAM)
    if moment.tzinfo is VIETNAM:
        return moment
    if moment.tzinfo is None:
        return moment.replace(tzinfo=VIETNAM)
    return moment.astimezone(VIETNAM)


def day_of(moment: datetime) -> date:
    """The Vietnamese calendar day of an instant."""
    return (moment if moment.tzinfo is VIETNAM else moment.astimezone(VIETNAM)).date()


FIRST_YEAR, LAST_YEAR = 1945, 2999
"""Years outside these are slips of the pen; within them every month has a window."""

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?")


def parse_instant(text: str) -> datetime:
    """Read `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM[:SS][±HH:MM]` or the same with a space; ValueError otherwise."""
    if not _WRITTEN.fullmatch(text.strip()):
        raise ValueError(text)
    written = datetime.fromisoformat(text.strip())
    if not FIRST_YEAR <= written.year <= LAST_YEAR:
        raise ValueError(text)
    return in_vietnam(written)


def resolve_as_of(option: str | None, environ: Mapping[str, str], now: Callable[[], datetime]) -> datetime:
    """The instant at which obligations are judged, in Vietnam time.

    Order: the option given at the door, `CCHC_AS_OF`, `SOURCE_DATE_EPOCH` (seconds since 1970, as
    reproducible-builds.org defines it), then the clock. ValueError, in Vietnamese, when one cannot be read.
    """
    for name, text in (("--as-of", option), ("CCHC_AS_OF", environ.get("CCHC_AS_OF"))):
        if text:
            try:
                return parse_instant(text)
            except ValueError:
                raise ValueError(
                    f"{name} “{text}” không phải là ngày giờ; viết như 2026-11-21 hoặc 2026-11-21T08:00."
                ) from None
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return parse_instant(datetime.fromtimestamp(int(epoch), UTC).isoformat())
        except (ValueError, OverflowError, OSError):
            raise ValueError(f"SOURCE_DATE_EPOCH “{epoch}” không phải là số giây kể từ 1970.") from None
    return in_vietnam(now().astimezone(UTC))
