"""For whom a piece is written. Plans name these three: people, organisations with firms, the staff of the sector."""

from __future__ import annotations

from enum import Enum


class Audience(Enum):
    """A reader whom a piece has in mind; a piece may have several, and none means everybody."""

    PEOPLE = "nguoi-dan"
    ORGANISATIONS = "to-chuc-doanh-nghiep"
    STAFF = "can-bo"

    @property
    def label(self) -> str:
        """The Vietnamese name."""
        return _LABELS[self]


_LABELS = {
    Audience.PEOPLE: "Người dân",
    Audience.ORGANISATIONS: "Tổ chức, doanh nghiệp",
    Audience.STAFF: "Cán bộ, công chức, viên chức, người lao động",
}
