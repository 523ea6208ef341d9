"""A line chart as SVG, drawn when the site is built. The same figures always stand in a table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from msgspec import Struct

WIDTH, HEIGHT = 640, 312
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 24, 30, 34
_MARKS = ("circle", "square", "diamond", "triangle")


class Series(Struct, frozen=True):
    """One line: a name and a figure for each step; `None` where nothing was published."""

    name: str
    values: tuple[Decimal | None, ...]


def line_chart(label: str, steps: Sequence[str], series: Sequence[Series], *, ranks: bool = False) -> str:
    """The chart as an `<svg>`; `label` says what it shows. With `ranks`, 1 stands on top.

    Lines differ by mark and dash, not by colour alone. Empty when there is nothing to draw.
    """
    known = [value for line in series for value in line.values if value is not None]
    if not known or not steps:
        return ""
    scale = _Scale(min(known), max(known), ranks)
    xs = [_x(index, len(steps)) for index in range(len(steps))]
    parts = [_grid(scale), _steps(steps, xs)]
    parts += [_line(number, line, xs, scale) for number, line in enumerate(series)]
    return (
        f'<svg class="line-chart" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )


class _Scale:
    """From figures to heights, with three to six round lines."""

    def __init__(self, low: Decimal, high: Decimal, ranks: bool) -> None:
        self.ranks = ranks
        spread = max(high - low, Decimal(1))
        self.step = next(
            step
            for step in (Decimal(f"{lead}e{power}") for power in range(-1, 9) for lead in (1, 2, 5))
            if spread / step <= 4
        )
        if ranks:
            self.step = max(self.step, Decimal(1))
        self.low = (low / self.step).to_integral_value(rounding="ROUND_FLOOR") * self.step
        self.high = (high / self.step).to_integral_value(rounding="ROUND_CEILING") * self.step
        if ranks:
            self.low = max(self.low, Decimal(1))
        if self.low == self.high:
            self.high += self.step

    def y(self, value: Decimal) -> str:
        share = (value - self.low) / (self.high - self.low)
        share = share if self.ranks else 1 - share
        return f"{_TOP + float(share) * (HEIGHT - _TOP - _BOTTOM):.1f}"

    def lines(self) -> list[Decimal]:
        count = int((self.high - self.low) / self.step)
        found = [self.low + index * self.step for index in range(count + 1)]
        return found if found[-1] == self.high else [*found, self.high]


def _x(index: int, count: int) -> str:
    room = WIDTH - _LEFT - _RIGHT
    return f"{_LEFT + (room / 2 if count == 1 else room * (index + 0.25) / (count - 0.5)):.1f}"


def figure(value: Decimal) -> str:
    """A figure with a comma before decimals."""
    return f"{value.normalize():f}".replace(".", ",")


def _grid(scale: _Scale) -> str:
    parts = []
    for value in scale.lines():
        y = scale.y(value)
        parts.append(f'<path class="grid" d="M{_LEFT} {y}H{WIDTH - _RIGHT}"/>')
        parts.append(
            f'<text class="tick" x="{_LEFT - 8}" y="{float(y) + 4:.1f}" text-anchor="end">{figure(value)}</text>'
        )
    return "".join(parts)


def _steps(steps: Sequence[str], xs: Sequence[str]) -> str:
    return "".join(
        f'<text class="tick" x="{x}" y="{HEIGHT - 10}" text-anchor="middle">{escape(step)}</text>'
        for step, x in zip(steps, xs, strict=True)
    )


def _line(number: int, line: Series, xs: Sequence[str], scale: _Scale) -> str:
    points = [(x, scale.y(v), v) for x, v in zip(xs, line.values, strict=True) if v is not None]
    path = "L".join(f"{x} {y}" for x, y, _ in points)
    marks = "".join(mark(_MARKS[number % len(_MARKS)], float(x), float(y)) for x, y, _ in points)
    values = ""
    if number == 0:
        values = "".join(
            f'<text class="value" x="{x}" y="{float(y) - 11:.1f}" text-anchor="middle">{figure(v)}</text>'
            for x, y, v in points
        )
    return f'<g class="line l{number % 4 + 1}"><path d="M{path}"/>{marks}{values}</g>'


def mark(shape: str, x: float, y: float) -> str:
    """A small mark around a point."""
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    outline = {"square": "m-4.5-4.5h9v9h-9z", "diamond": "m0-6l6 6-6 6-6-6z", "triangle": "m0-6l6 10.5h-12z"}[shape]
    return f'<path class="mark" d="M{x:.1f} {y:.1f}{outline}"/>'


def legend_mark(number: int) -> str:
    """The mark of the line of that number, for a legend."""
    inner = mark(_MARKS[number % len(_MARKS)], 16, 8)
    return (
        f'<svg class="line-key" viewBox="0 0 32 16" width="32" height="16" aria-hidden="true" focusable="false">'
        f'<g class="line l{number % 4 + 1}"><path d="M0 8h32"/>{inner}</g></svg>'
    )
