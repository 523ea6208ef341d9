"""Administrative procedures (TTHC): what the office publishes about each, and a link to the national source.

The forms, the steps and the papers to bring stand in the national database and are never copied: a copy grows old.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from urllib.parse import urlsplit

from cchc_site.column.written import Written
from cchc_site.vietnamese.slug import slug

NATIONAL_SOURCES = ("dichvucong.gov.vn", "csdl.dichvucong.gov.vn", "thutuc.dichvucong.gov.vn")
"""The national public-service portal and the national database of procedures: the only addresses that may be linked."""
CHECK_EVERY_DAYS = 180
"""The house's own rule: after half a year a procedure must be compared with the national source again."""


class Level(Enum):
    """At which level of government it is handled."""

    CENTRAL = "trung-uong"
    PROVINCE = "tinh"
    COMMUNE = "xa"
    UNIT = "don-vi"

    @property
    def label(self) -> str:
        """The Vietnamese name of the level."""
        return {"trung-uong": "Cấp bộ", "tinh": "Cấp tỉnh", "xa": "Cấp xã", "don-vi": "Đơn vị khác"}[self.value]


class Online(Enum):
    """How far it can be done online (the terms that replaced levels 3 and 4 in 2022)."""

    WHOLE = "toan-trinh"
    PART = "mot-phan"
    NONE = "truc-tiep"

    @property
    def label(self) -> str:
        """The Vietnamese words."""
        return {"toan-trinh": "Toàn trình", "mot-phan": "Một phần", "truc-tiep": "Chưa cung cấp trực tuyến"}[self.value]


class Procedure(Written, frozen=True, dict=True):
    """One procedure. Empty text means "not stated yet", which a check reports."""

    code: str
    name: str
    sector: str
    """The professional field as the announcing decision names it, not a reform area."""
    level: Level
    unit: str = ""
    """The unit that handles it, in the register of units."""
    time_limit: str = ""
    time_limit_online: str = ""
    """The shorter limit for files handed in online."""
    fee: str = ""
    fee_online: str = ""
    online: Online | None = None
    online_only: bool = False
    """Whether files are taken online only."""
    post: bool = False
    """Whether public post may be used to hand in and receive."""
    decision: str = ""
    """Number of the decision that announced it."""
    decided: date | None = None
    url: str = ""
    """Its page at the national source."""
    checked: date | None = None
    """The day on which somebody last compared it with the national source."""
    contact: str = ""
    """Id of a contact that gives help; the office's one-stop unit when empty."""
    note: str = ""

    @cached_property
    def slug(self) -> str:
        """The last part of its address."""
        return slug(self.code)

    @cached_property
    def sector_slug(self) -> str:
        """The last part of its field's address."""
        return slug(self.sector)

    def missing(self) -> tuple[str, ...]:
        """The Vietnamese names of what must be public and is not stated."""
        facts = (
            ("đơn vị giải quyết", self.unit),
            ("thời hạn giải quyết", self.time_limit),
            ("phí, lệ phí", self.fee),
            ("mức độ trực tuyến", self.online),
            ("quyết định công bố", self.decision),
            ("địa chỉ tại nguồn quốc gia", self.url),
            ("ngày đối chiếu", self.checked),
        )
        return tuple(name for name, value in facts if not value)

    def is_stale(self, today: date, days: int = CHECK_EVERY_DAYS) -> bool:
        """Whether nobody has compared it with the national source for longer than `days`."""
        return self.checked is None or (today - self.checked).days > days


def is_national(url: str) -> bool:
    """Whether an address leads to the national source itself, by a safe connection."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme == "https" and any(host in (known, f"www.{known}") for known in NATIONAL_SOURCES)


@dataclass(frozen=True)
class Procedures(Mapping[str, Procedure]):
    """All procedures by code, in the order of the data files."""

    all: tuple[Procedure, ...] = ()

    @classmethod
    def of(cls, procedures: Iterable[Procedure]) -> Procedures:
        """Gather procedures into a catalogue."""
        return cls(tuple(procedures))

    @cached_property
    def _by_code(self) -> dict[str, Procedure]:
        return {item.code: item for item in reversed(self.all)}

    def __getitem__(self, code: str) -> Procedure:
        return self._by_code[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self._by_code)
