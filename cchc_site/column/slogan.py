"""The bank of slogans: short sentences for posters, panels and the site."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cchc_site.column.written import Written


class Slogan(Written, frozen=True):
    """One slogan, usable from `valid_from` to `valid_to`, both included (`None` is open)."""

    id: str
    text: str
    valid_from: date | None = None
    valid_to: date | None = None
    page: str = ""
    """Where the poster's QR code leads, relative to the site's root; the front page when empty."""

    def is_current(self, day: date) -> bool:
        """Whether it may be used on that day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)


def slogan_of_week(slogans: Sequence[Slogan], day: date) -> Slogan | None:
    """The slogan of a day's week: they take turns, so the same week shows the same one on every machine."""
    current = [slogan for slogan in slogans if slogan.is_current(day)]
    if not current:
        return None
    return current[(day.toordinal() - 1) // 7 % len(current)]  # day 1 was a Monday
