"""A filled figure, as SVG and PDF write it."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

Segment = tuple[str, tuple[tuple[float, float], ...]]
"""M, L, C or Z with its points, y upwards."""
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Outline(Struct, frozen=True, dict=True):
    """The lines around what is filled, in units of its own. A letter comes often and is written once.

    Coordinates are less than ten thousand.
    """

    segments: tuple[Segment, ...]

    @cached_property
    def _steps(self) -> list[tuple[str, str]]:
        return [
            (command, " ".join([short(part) for point in points for part in point]))
            for command, points in self.segments
        ]

    @cached_property
    def svg(self) -> str:
        """The data of a path (SVG 1.1, section 8.3)."""
        return "".join([command + numbers for command, numbers in self._steps])

    @cached_property
    def pdf(self) -> str:
        """The operators that construct the path (ISO 32000-1, 8.5.2)."""
        return " ".join([f"{numbers} {_OPERATORS[command]}" for command, numbers in self._steps])


def short(value: float, places: int = 2) -> str:
    """As short as can be: "5", "0.25". For numbers of less than ten thousand."""
    return f"{round(value, places):g}"
