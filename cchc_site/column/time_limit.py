"""How long a procedure may take, as offices write it: "15 ngày làm việc", "08 giờ làm việc", "trong ngày"."""

from __future__ import annotations

import re

from msgspec import Struct

_WRITTEN = re.compile(
    r"(?:không quá\s+|tối đa\s+)?([0-9]{1,4})\s+(ngày làm việc|ngày|giờ làm việc|giờ)\b", re.IGNORECASE
)


class TimeLimit(Struct, frozen=True):
    """An amount of one unit: working days ("ngày làm việc"), days, working hours or hours."""

    amount: int
    unit: str


def parse_time_limit(text: str) -> TimeLimit | None:
    """The limit that a text begins with; `None` when it is worded otherwise, which is no fault."""
    written = " ".join(text.lower().split())
    if written.startswith("trong ngày"):
        return TimeLimit(1, "ngày làm việc")
    match = _WRITTEN.match(written)
    return TimeLimit(int(match[1]), match[2]) if match else None


def shortened_by(usual: str, online: str) -> TimeLimit | None:
    """How much shorter the second limit is; `None` unless both are counted in one unit."""
    one, other = parse_time_limit(usual), parse_time_limit(online)
    if one is None or other is None or one.unit != other.unit:
        return None
    return TimeLimit(one.amount - other.amount, one.unit)
