"""Scores, averages, ranks and prizes: exact fractions throughout, rounded only where a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import groupby

from msgspec import Struct

from cchc_site.column.contest.rubric import Scale


class Sheet(Struct, frozen=True):
    """One judge's sheet: code → criterion → points. `digest` is the SHA-256 of the file it was read from."""

    judge: str
    points: Mapping[str, Mapping[str, Decimal]]
    digest: str = ""


class Decision(Struct, frozen=True):
    """What the council decided about entries that stand equal: their order, why, and when."""

    order: tuple[str, ...]
    reason: str
    decided: date


class Standing(Struct, frozen=True):
    """An entry's place. `rank` is shared by entries that nothing tells apart (1, 2, 2, 4)."""

    rank: int
    code: str
    average: Fraction
    by_criterion: tuple[Fraction, ...]
    told_apart_by: str = ""
    """The criterion, or the council's decision, that put it before or behind an entry of the same average."""


class Award(Struct, frozen=True):
    """A prize for an entry, in đồng."""

    prize: str
    code: str
    amount: int


class Tie(Struct, frozen=True):
    """Entries that stand equal although a prize ends between them: only the council can go on."""

    codes: tuple[str, ...]
    prizes: tuple[str, ...]


class Outcome(Struct, frozen=True):
    """Everything that follows from the sheets."""

    standings: tuple[Standing, ...]
    awards: tuple[Award, ...]
    ties: tuple[Tie, ...]
    idle: tuple[Decision, ...] = ()
    """Decisions about entries that do not stand equal: they are not applied, and refused."""

    @property
    def is_settled(self) -> bool:
        """Whether the prizes can be given."""
        return not self.ties and not self.idle


def shown(value: Fraction, places: int = 2) -> Decimal:
    """A fraction for people, halves rounded up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def evaluate(scale: Scale, sheets: Sequence[Sheet], decisions: Sequence[Decision] = ()) -> Outcome:
    """Averages over judges, ranks, prizes. Every sheet must hold every code; ValueError without judges or with an
    unclear prize."""
    if not sheets:
        raise ValueError("no sheets")
    standings, idle = _ranked(scale, sheets, decisions)
    awards, ties = _allotted(scale, standings)
    return Outcome(standings, awards, ties, idle)


def _ranked(
    scale: Scale, sheets: Sequence[Sheet], decisions: Sequence[Decision]
) -> tuple[tuple[Standing, ...], tuple[Decision, ...]]:
    averages = {code: _averages(scale, sheets, code) for code in sorted(sheets[0].points)}
    order = [criterion.id for criterion in scale.rubric]
    places = [order.index(key) for key in scale.ties]

    def total(code: str) -> Fraction:
        return sum(averages[code], Fraction(0))

    def merit(code: str) -> tuple[Fraction, ...]:
        return (-total(code), *(-averages[code][place] for place in places))

    ranked = sorted(averages, key=lambda code: (merit(code), code))
    equal = [tuple(group) for _, group in groupby(ranked, key=merit)]
    found: list[Standing] = []
    used: set[int] = set()
    for group in equal:
        decision = next((d for d in decisions if sorted(d.order) == sorted(group) and len(group) > 1), None)
        if decision is not None:
            used.add(id(decision))
        codes = decision.order if decision else group
        first = len(found) + 1
        for offset, code in enumerate(codes):
            rank = first + offset if decision else first
            found.append(Standing(rank, code, total(code), averages[code]))
    idle = tuple(decision for decision in decisions if id(decision) not in used)
    return tuple(_explained(scale, found, places, {code for d in decisions for code in d.order})), idle


def _averages(scale: Scale, sheets: Sequence[Sheet], code: str) -> tuple[Fraction, ...]:
    return tuple(
        sum((Fraction(sheet.points[code][criterion.id]) for sheet in sheets), Fraction(0)) / len(sheets)
        for criterion in scale.rubric
    )


def _explained(
    scale: Scale, standings: Sequence[Standing], places: Sequence[int], decided: set[str]
) -> Iterable[Standing]:
    """Each standing with what told it apart from its neighbours of the same average."""
    for standing in standings:
        same = [s for s in standings if s.average == standing.average and s.code != standing.code]
        words = ""
        if same:
            place = next((p for p in places if any(s.by_criterion[p] != standing.by_criterion[p] for s in same)), None)
            if place is not None:
                words = f"bằng điểm trung bình, xét tiêu chí “{scale.rubric[place].title}”"
            if standing.code in decided:
                words = "bằng điểm, Hội đồng phân định"
            elif place is None:
                words = "bằng điểm"
        yield Standing(standing.rank, standing.code, standing.average, standing.by_criterion, words)


def _allotted(scale: Scale, standings: Sequence[Standing]) -> tuple[tuple[Award, ...], tuple[Tie, ...]]:
    """Prizes in the order of the plan to the entries in the order of their ranks."""
    slots = [(prize.id, prize.each) for prize in scale.prizes for _ in range(prize.count)]
    awards: list[Award] = []
    ties: list[Tie] = []
    start = 0
    for _, members in groupby(standings, key=lambda standing: standing.rank):
        codes = tuple(standing.code for standing in members)
        span = slots[start : start + len(codes)]
        names = tuple(dict.fromkeys(prize for prize, _ in span))
        if span and (len(names) > 1 or len(span) < len(codes)):
            ties.append(Tie(codes, names))
        awards += [Award(prize, code, amount) for code, (prize, amount) in zip(codes, span, strict=False)]
        start += len(codes)
    tied = {code for tie in ties for code in tie.codes}
    return tuple(award for award in awards if award.code not in tied), tuple(ties)


def unawarded(scale: Scale, awards: Iterable[Award]) -> tuple[tuple[str, int], ...]:
    """(prize, how many of it nobody received): fewer valid entries than prizes."""
    given = [award.prize for award in awards]
    rest = ((prize.id, prize.count - given.count(prize.id)) for prize in scale.prizes)
    return tuple((prize, count) for prize, count in rest if count > 0)
