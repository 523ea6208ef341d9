"""Averages, ranks, ties and prizes."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from support.builders import day
from support.contests import CODES, contest, sheet

from cchc_site.column.contest.audit import audit_values, verify
from cchc_site.column.contest.prize import Prize, totals
from cchc_site.column.contest.scoring import Decision, Sheet, Tie, evaluate, shown, unawarded

RULE = contest()
A, B, C, D = CODES


def test_the_average_is_exact_and_rounded_only_when_shown() -> None:
    sheets = [sheet("1", A=("8", "7")), sheet("2", A=("8", "8")), sheet("3", A=("9", "7"))]
    (standing,) = evaluate(RULE.scale, sheets).standings
    assert standing.average == Fraction(47, 3)
    assert shown(standing.average) == Decimal("15.67")
    assert shown(Fraction(1, 200)) == Decimal("0.01")


def test_equal_totals_are_told_apart_by_the_plans_criterion() -> None:
    outcome = evaluate(RULE.scale, [sheet("1", A=("7", "9"), B=("9", "7"), C=("8", "8"), D=("1", "1"))])
    assert [(s.rank, s.code) for s in outcome.standings] == [(1, B), (2, C), (3, A), (4, D)]
    assert outcome.standings[0].told_apart_by == "bằng điểm trung bình, xét tiêu chí “Ý tưởng”"
    assert [(a.prize, a.code, a.amount) for a in outcome.awards] == [
        ("nhat", B, 1_000_000), ("kk", C, 300_000), ("kk", A, 300_000),
    ]  # fmt: skip


def test_a_tie_at_a_prizes_end_waits_for_the_council() -> None:
    sheets = [sheet("1", A=("9", "9"), B=("9", "9"), C=("5", "5"))]
    outcome = evaluate(RULE.scale, sheets)
    assert outcome.ties == (Tie((A, B), ("nhat", "kk")),)
    assert [award.code for award in outcome.awards] == [C]
    settled = evaluate(RULE.scale, sheets, [Decision((B, A), "Lý do", day("2024-03-20"))])
    assert settled.is_settled
    assert [(a.prize, a.code) for a in settled.awards] == [("nhat", B), ("kk", A), ("kk", C)]
    assert [s.rank for s in settled.standings] == [1, 2, 3]


def test_a_tie_behind_the_last_prize_waits_too_and_one_within_a_rank_does_not() -> None:
    within = evaluate(RULE.scale, [sheet("1", A=("9", "9"), B=("8", "8"), C=("8", "8"))])
    assert within.is_settled
    assert [s.rank for s in within.standings] == [1, 2, 2]
    behind = evaluate(RULE.scale, [sheet("1", A=("9", "9"), B=("8", "8"), C=("7", "7"), D=("7", "7"))])
    assert behind.ties == (Tie((C, D), ("kk",)),)


@pytest.mark.parametrize("order", [(A, C), (A, B), (A, B, C)])
def test_the_council_decides_only_about_what_is_equal(order: tuple[str, ...]) -> None:
    sheets = [sheet("1", A=("9", "9"), B=("8", "8"), C=("8", "8"))]
    outcome = evaluate(RULE.scale, sheets, [Decision(order, "Lý do", day("2024-03-20"))])
    assert [decision.order for decision in outcome.idle] == [order]
    assert not outcome.is_settled
    assert outcome.standings[0].code == A


def test_fewer_entries_than_prizes() -> None:
    outcome = evaluate(RULE.scale, [sheet("1", A=("9", "9"))])
    assert unawarded(RULE.scale, outcome.awards) == (("kk", 2),)


def test_an_unclear_prize_is_not_given() -> None:
    unclear = replace(RULE, prizes=(Prize("kk", "Giải khuyến khích", 2, 300_000),))
    with pytest.raises(ValueError, match="kk"):
        evaluate(unclear.scale, [sheet("1", A=("9", "9"))])


@pytest.mark.parametrize(
    ("shared", "sums", "each"),
    [(True, (300_000,), 150_000), (False, (600_000,), 300_000), (None, (300_000, 600_000), 0)],
)
def test_each_or_together(shared: bool | None, sums: tuple[int, ...], each: int) -> None:
    prize = Prize("kk", "Giải khuyến khích", 2, 300_000, shared)
    assert totals([prize]) == sums
    assert not prize.is_clear or prize.each == each


_marks = st.tuples(*[st.sampled_from(("0", "2.5", "5", "10"))] * 2)


@settings(max_examples=60)
@given(st.lists(st.tuples(*[_marks] * 4), min_size=1, max_size=3))
def test_prizes_never_exceed_the_plan_and_follow_the_averages(rows: list[tuple[tuple[str, str], ...]]) -> None:
    sheets = [sheet(str(n), **dict(zip("ABCD", row, strict=True))) for n, row in enumerate(rows)]
    outcome = evaluate(RULE.scale, sheets)
    averages = {standing.code: standing.average for standing in outcome.standings}
    ordered = [averages[standing.code] for standing in outcome.standings]
    assert ordered == sorted(ordered, reverse=True)
    assert sum(award.amount for award in outcome.awards) <= 1_600_000
    if outcome.is_settled:
        assert sum(award.amount for award in outcome.awards) == 1_600_000
        least = min(averages[award.code] for award in outcome.awards)
        assert all(averages[code] <= least for code in averages if code not in {a.code for a in outcome.awards})


def _trail(**rows: tuple[str, ...]) -> dict[str, object]:
    sheets = [Sheet("GK 1", sheet("1", **rows).points, "0" * 64)]
    return audit_values(RULE, sheets, (), evaluate(RULE.scale, sheets), "f" * 64)


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("sheets", 0, "points", C, "y"), "10", "Xếp hạng, dòng 2"),
        (("standings", 0, "average"), "19.00", "average ghi “19.00”, tính lại được “18.00”"),
        (("awards", 0, "amount"), 2_000_000, "amount ghi “2000000”, tính lại được “1000000”"),
        (("awards", 0, "code"), C, f"code ghi “{C}”, tính lại được “{A}”"),
        (("awarded_total",), 9, "Tổng tiền thưởng ghi 9, tính lại được 1600000."),
        (("rubric", 0, "max"), 5, "điểm ngoài thang"),
        (("sheets", 0, "points", C), {"y": "3"}, "thiếu hoặc thừa tiêu chí"),
        (("prizes", 0, "amount"), 5, "tính lại được “5”"),
    ],
)
def test_the_trail_can_be_reckoned_again(path: tuple[str | int, ...], value: object, told: str) -> None:
    good = json.loads(json.dumps(_trail(A=("9", "9"), B=("8", "8"), C=("3", "7.5"))))
    assert list(verify(good)) == []
    forged = copy.deepcopy(good)
    target = forged
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    assert any(told in message for message in verify(forged))
