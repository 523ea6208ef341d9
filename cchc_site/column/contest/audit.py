"""The audit trail of a contest: everything that a second person needs to reckon the result again, and no name.

It holds blind codes, rubric, prizes, every point of every judge and the council's decisions; `verify` reckons from
those and compares with what is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.prize import Prize
from cchc_site.column.contest.rubric import Criterion, Scale
from cchc_site.column.contest.scoring import Award, Decision, Outcome, Sheet, Standing, evaluate, shown

FORMAT = "cchc-contest-audit/1"


def audit_values(
    contest: Contest, sheets: Sequence[Sheet], decisions: Sequence[Decision], outcome: Outcome, register: str
) -> dict[str, Any]:
    """The trail as plain values. `register` is the SHA-256 of the intake register, which stays private."""
    return {
        "format": FORMAT,
        "contest": contest.id,
        "title": contest.title,
        "rubric": [{"id": c.id, "title": c.title, "max": c.maximum} for c in contest.rubric],
        "ties": list(contest.ties),
        "prizes": [
            {"id": p.id, "title": p.title, "count": p.count, "amount": p.amount, "shared": p.shared}
            for p in contest.prizes
        ],
        "register_sha256": register,
        "sheets": [
            {
                "judge": sheet.judge,
                "sha256": sheet.digest,
                "points": {
                    code: {key: str(value) for key, value in row.items()} for code, row in sorted(sheet.points.items())
                },
            }
            for sheet in sheets
        ],
        "decisions": [
            {"order": list(d.order), "reason": d.reason, "decided": d.decided.isoformat()} for d in decisions
        ],
        **_result(contest.scale, outcome),
    }


def _result(scale: Scale, outcome: Outcome) -> dict[str, Any]:
    return {
        "standings": [_standing(scale, standing) for standing in outcome.standings],
        "awards": [_award(award) for award in outcome.awards],
        "awarded_total": sum(award.amount for award in outcome.awards),
    }


def _standing(scale: Scale, standing: Standing) -> dict[str, Any]:
    return {
        "rank": standing.rank,
        "code": standing.code,
        "average": str(shown(standing.average)),
        "average_exact": str(standing.average),
        "by_criterion": {c.id: str(f) for c, f in zip(scale.rubric, standing.by_criterion, strict=True)},
        "told_apart_by": standing.told_apart_by,
    }


def _award(award: Award) -> dict[str, Any]:
    return {"prize": award.prize, "code": award.code, "amount": award.amount}


def verify(values: Mapping[str, Any]) -> Iterator[str]:
    """What is written in the trail and does not follow from its own points; nothing when all of it does.

    Raises KeyError, TypeError, ValueError or ArithmeticError when the trail is not one.
    """
    if values["format"] != FORMAT:
        raise ValueError(values["format"])
    scale, sheets = scale_of(values), sheets_of(values)
    unfit = list(_unfit(scale, sheets))
    yield from unfit
    if unfit:
        return
    outcome = evaluate(scale, sheets, decisions_of(values))
    expected = _result(scale, outcome)
    if not outcome.is_settled:
        yield "Theo điểm của các phiếu, giải thưởng chưa phân định được."
    yield from _differences("Xếp hạng", expected["standings"], values["standings"])
    yield from _differences("Giải thưởng", expected["awards"], values["awards"])
    if values["awarded_total"] != expected["awarded_total"]:
        yield f"Tổng tiền thưởng ghi {values['awarded_total']}, tính lại được {expected['awarded_total']}."


def scale_of(values: Mapping[str, Any]) -> Scale:
    """What the trail says that judging rested on."""
    return Scale(
        rubric=tuple(Criterion(row["id"], row["title"], row["max"]) for row in values["rubric"]),
        ties=tuple(values["ties"]),
        prizes=tuple(
            Prize(row["id"], row["title"], row["count"], row["amount"], row["shared"]) for row in values["prizes"]
        ),
    )


def decisions_of(values: Mapping[str, Any]) -> tuple[Decision, ...]:
    """The council's decisions."""
    return tuple(
        Decision(tuple(row["order"]), row["reason"], date.fromisoformat(row["decided"])) for row in values["decisions"]
    )


def sheets_of(values: Mapping[str, Any]) -> tuple[Sheet, ...]:
    """Every judge's sheet."""
    return tuple(sheet_of(row) for row in values["sheets"])


def sheet_of(row: Mapping[str, Any]) -> Sheet:
    """One judge's sheet as the trail has it."""
    points = {code: {key: Decimal(text) for key, text in marks.items()} for code, marks in row["points"].items()}
    return Sheet(row["judge"], points, row["sha256"])


def _unfit(scale: Scale, sheets: Sequence[Sheet]) -> Iterator[str]:
    """Points that no sheet could have held: other codes than the first sheet's, other criteria, outside the range."""
    most = {criterion.id: criterion.maximum for criterion in scale.rubric}
    if len({sheet.judge for sheet in sheets}) < len(sheets):
        yield "Một giám khảo có hai phiếu."
    for sheet in sheets:
        if set(sheet.points) != set(sheets[0].points):
            yield f"Phiếu của “{sheet.judge}” có các mã khác phiếu của “{sheets[0].judge}”."
        for code, row in sheet.points.items():
            if set(row) != set(most):
                yield f"Phiếu của “{sheet.judge}”, mã {code}: thiếu hoặc thừa tiêu chí."
            elif any(not 0 <= value <= most[key] for key, value in row.items()):
                yield f"Phiếu của “{sheet.judge}”, mã {code}: điểm ngoài thang."


def _differences(
    what: str, expected: Sequence[Mapping[str, Any]], written: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    for number, row in enumerate(expected, 1):
        if number > len(written):
            yield f"{what}: thiếu dòng {number}, mã {row['code']}."
            continue
        told = written[number - 1]
        for key, value in row.items():
            if told.get(key) != value and not _same_fraction(told.get(key), value):
                yield f"{what}, dòng {number}: {key} ghi “{told.get(key)}”, tính lại được “{value}”."
    if len(written) > len(expected):
        yield f"{what}: thừa {len(written) - len(expected)} dòng."


def _same_fraction(one: Any, other: Any) -> bool:
    try:
        return isinstance(one, str) and isinstance(other, str) and Fraction(one) == Fraction(other)
    except (ValueError, ZeroDivisionError):
        return False
