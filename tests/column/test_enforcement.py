"""The table of domain §6.2, cell by cell, and what a change is and is not held responsible for."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest
from msgspec.structs import replace
from support.builders import amendment, at, closed, column, fulfilment, good, ids, piece, quota
from support.files import assert_helpful

from cchc_site.checks import run_checks
from cchc_site.column.article import Article, Origin, Source
from cchc_site.column.change import judge_change
from cchc_site.column.column import Column
from cchc_site.column.enforcement import SEVERITIES, Occasion, Situation, judge
from cchc_site.column.problem import Problem, Severity, exit_code

RULES = [quota("2024-03-01")]
MARCH = good("2024-03", 4)
APRIL = good("2024-04", 4)
RECORD = closed("2024-03", ids(MARCH), "dat", "2024-04-01")
SHORT_RECORD = closed("2024-03", ids(MARCH[:3]), "da-giai-trinh", "2024-04-01", explanation="Chuyển máy chủ")
SOURCE = Source("Báo điện tử", "https://example.org/bai", at("2024-03-01").date())
LATE = piece("2024-03-30", "2024/03/bo-sung")
N, W, B = Severity.NOTICE, Severity.WARNING, Severity.BREACH


@dataclass(frozen=True)
class Case:
    """A situation: the column before and after a change, looked at on one day."""

    before: Column
    after: Column
    as_of: str

    def found(self, occasion: Occasion) -> list[Problem]:
        if occasion is Occasion.CHANGE:
            return changed(self.before, self.after, self.as_of)
        return judge(fulfilment(self.after, self.as_of), occasion)


def changed(before: Column, after: Column, as_of: str) -> list[Problem]:
    return judge_change(before, fulfilment(before, as_of), after, fulfilment(after, as_of))


def still(item: Column, as_of: str) -> Case:
    """A change that touches nothing of the month."""
    return Case(item, item, as_of)


def march(*articles: Article, **fields: object) -> Column:
    return column([*articles, *APRIL], RULES, **fields)  # type: ignore[arg-type]


FULL = march(*MARCH, record=[RECORD])

TABLE: dict[str, tuple[Case, tuple[Severity | None, ...]]] = {
    #                                                                      serve build change compliance
    "open-short": (still(march(*MARCH[:3]), "2024-03-10"), (N, N, N, N)),
    "open-short-day-before-last-7": (still(march(*MARCH[:3]), "2024-03-24T23:59:59"), (N, N, N, N)),
    "open-short-in-last-7-days": (still(march(*MARCH[:3]), "2024-03-25"), (N, W, N, N)),
    "closed-short": (still(march(*MARCH[:3]), "2024-05-01"), (W, B, N, B)),
    "closed-short-by-the-change": (Case(march(*MARCH), march(*MARCH[:3]), "2024-05-01"), (W, B, B, B)),
    "acknowledged": (still(march(*MARCH[:3], record=[SHORT_RECORD]), "2024-05-01"), (N, N, N, N)),
    "recount-lower": (Case(FULL, march(*MARCH[:3], record=[RECORD]), "2024-05-01"), (W, W, B, B)),
    "recount-higher": (Case(FULL, march(*MARCH, LATE, record=[RECORD]), "2024-05-01"), (N, N, N, N)),
    "minimum-lowered-in-the-past": (
        Case(FULL, column([*MARCH, *APRIL], [quota("2024-03-01", minimum=3)], record=[RECORD]), "2024-05-01"),
        (W, W, B, B),
    ),
    "entry-edited-disagrees": (
        Case(FULL, march(*MARCH, record=[replace(RECORD, counted=5)]), "2024-05-01"),
        (W, W, B, B),
    ),
    "entry-edited-agrees": (
        Case(FULL, march(*MARCH, record=[replace(RECORD, closed_on=RECORD.closed_on.replace(day=2))]), "2024-05-01"),
        (None, None, N, None),
    ),
    "entry-hidden-in-the-future": (
        Case(FULL, march(*MARCH, record=[replace(RECORD, closed_on=date(2030, 1, 1))]), "2024-05-01"),
        (None, None, B, None),
    ),
    "entry-removed": (Case(FULL, march(*MARCH), "2024-05-01"), (None, None, B, None)),
}


def worst(problems: list[Problem]) -> Severity | None:
    present = {problem.severity for problem in problems}
    return next((severity for severity in Severity if severity in present), None)


@pytest.mark.parametrize(
    ("name", "occasion"), list(product(TABLE, Occasion)), ids=[f"{n}-{o.value}" for n, o in product(TABLE, Occasion)]
)
def test_cell(name: str, occasion: Occasion) -> None:
    case, cells = TABLE[name]
    problems = [p for p in case.found(occasion) if "2024-04" not in p.message and "04/2024" not in p.message]
    problems = [p for p in problems if "05/2024" not in p.message]  # May has just begun and is always open
    assert worst(problems) == dict(zip(Occasion, cells, strict=True))[occasion]
    assert_helpful(problems)


@pytest.mark.parametrize("occasion", Occasion)
def test_invalid_configuration_ends_with_2_on_every_occasion(occasion: Occasion) -> None:
    item = column(MARCH[:3], [quota("2024-03-01"), quota("2024-03-15")])
    problems = run_checks(item) + still(item, "2024-05-01").found(occasion)
    assert exit_code(problems) == 2


def test_every_situation_has_a_severity_for_every_occasion() -> None:
    assert set(SEVERITIES) == set(Situation)
    assert all(set(row) == set(Occasion) for row in SEVERITIES.values())


@pytest.mark.parametrize("occasion", [Occasion.SERVE, Occasion.CHANGE])
def test_a_shortage_stops_neither_a_preview_nor_somebody_elses_change(occasion: Occasion) -> None:
    assert exit_code(still(column([], RULES), "2024-08-01").found(occasion)) == 0


class TestChange:
    def test_a_piece_restored_of_two_is_not_held_against_the_change(self) -> None:
        before = march(*MARCH[:2], record=[RECORD])
        after = march(*MARCH[:3], record=[RECORD])
        assert exit_code(changed(before, after, "2024-05-01")) == 0

    def test_one_more_piece_lost_is(self) -> None:
        before = march(*MARCH[:3], record=[RECORD])
        after = march(*MARCH[:2], record=[RECORD])
        assert exit_code(changed(before, after, "2024-05-01")) == 1

    def test_another_piece_lost_instead_is(self) -> None:
        before = march(*MARCH[:3], record=[RECORD])
        after = march(*MARCH[1:], record=[RECORD])
        assert exit_code(changed(before, after, "2024-05-01")) == 1

    def test_a_lost_piece_of_an_unrecorded_month_is_named(self) -> None:
        [breach] = [p for p in changed(march(*MARCH), march(*MARCH[1:]), "2024-05-01") if p.severity is B]
        assert MARCH[0].id in breach.message
        assert "từ 4 xuống 3" in breach.message

    def test_a_lost_piece_passes_when_the_month_is_closed_with_an_explanation(self) -> None:
        after = march(*MARCH[:3], record=[SHORT_RECORD])
        assert exit_code(changed(march(*MARCH), after, "2024-05-01")) == 0

    def test_a_lost_piece_passes_while_enough_remain(self) -> None:
        assert exit_code(changed(march(*MARCH, LATE), march(*MARCH), "2024-05-01")) == 0

    def test_a_lost_piece_of_an_open_month_passes(self) -> None:
        assert exit_code(changed(march(*MARCH), march(*MARCH[:3]), "2024-03-20")) == 0

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"required": 3, "basis": "12/QĐ-SNV"}, 0),
            ({"required": 3, "basis": ""}, 1),
            ({"required": 2, "basis": "12/QĐ-SNV"}, 1),
            ({}, 1),
        ],
        ids=["required-and-basis", "no-basis", "another-figure", "reason-only"],
    )
    def test_a_lowered_minimum_needs_an_amendment_with_its_basis(
        self, fields: dict[str, object], expected: int
    ) -> None:
        line = amendment("2024-04-20", RECORD.pieces, "Kế hoạch điều chỉnh", **fields)
        lowered = [quota("2024-03-01", "2024-03-31", minimum=3), quota("2024-04-01")]
        after = column([*MARCH, *APRIL], lowered, record=[replace(RECORD, amendments=(line,))])
        assert exit_code(changed(FULL, after, "2024-05-01")) == expected

    def test_a_lowered_minimum_of_an_unrecorded_month_fails(self) -> None:
        before, after = march(*MARCH), column([*MARCH, *APRIL], [quota("2024-03-01", minimum=3)])
        assert {p.code for p in changed(before, after, "2024-05-01") if p.severity is B} == {"N04"}

    def test_a_changed_window_of_a_past_month_fails(self) -> None:
        after = column([*MARCH, *APRIL], [quota("2024-03-01", window_day=20)])
        assert "N04" in {p.code for p in changed(march(*MARCH), after, "2024-05-01") if p.severity is B}

    def test_a_rule_taken_away_for_a_past_month_fails(self) -> None:
        after = column([*MARCH, *APRIL], [quota("2024-04-01")])
        assert "N04" in {p.code for p in changed(march(*MARCH), after, "2024-05-01") if p.severity is B}

    def test_a_minimum_lowered_for_months_to_come_passes(self) -> None:
        rules = [quota("2024-03-01", "2024-05-31"), quota("2024-06-01", minimum=2)]
        after = column([*MARCH, *APRIL], rules, record=[RECORD])
        assert exit_code(changed(FULL, after, "2024-05-01")) == 0

    def test_an_earlier_amendment_rewritten_is_shown(self) -> None:
        first = amendment("2024-04-10", RECORD.pieces, "Lý do thứ nhất")
        before = march(*MARCH, record=[replace(RECORD, amendments=(first,))])
        after = march(*MARCH, record=[replace(RECORD, amendments=(replace(first, reason="Lý do khác"),))])
        assert [p.code for p in changed(before, after, "2024-05-01") if "2024-03" in p.message] == ["N05"]

    def test_an_amendment_added_is_no_edit(self) -> None:
        line = amendment("2024-04-10", [*RECORD.pieces, LATE.id])
        after = march(*MARCH, LATE, record=[replace(RECORD, amendments=(line,))])
        assert [p.code for p in changed(FULL, after, "2024-05-01") if p.code != "N10"] == []

    def test_figures_rewritten_to_hide_a_lost_piece_fail(self) -> None:
        hidden = replace(RECORD, required=3, counted=3, pieces=RECORD.pieces[:3])
        after = march(*MARCH[:3], record=[hidden])
        assert exit_code(changed(FULL, after, "2024-05-01")) == 1


class TestOriginals:
    """A month with enough pieces of which too many are reposts."""

    RULES = (quota("2024-03-01", min_original=2),)
    PIECES = (MARCH[0], *(dataclasses.replace(a, origin=Origin.REPOST, source=SOURCE) for a in MARCH[1:]))

    def test_it_is_short_and_the_sentence_says_of_what(self) -> None:
        item = column(self.PIECES, self.RULES)
        [breach] = [p for p in still(item, "2024-04-02").found(Occasion.COMPLIANCE) if p.severity is B]
        assert "4/4" in breach.message
        assert "không phải đăng lại" in breach.message

    def test_its_record_stays_short_until_explained(self) -> None:
        plain = closed("2024-03", ids(self.PIECES), "chua-dat", "2024-04-01")
        told = replace(plain, state="da-giai-trinh", explanation="Ít người viết")
        for entry, expected in ((plain, 1), (told, 0)):
            item = column(self.PIECES, self.RULES, record=[entry])
            assert exit_code(still(item, "2024-04-02").found(Occasion.COMPLIANCE)) == expected

    def test_recording_it_as_met_disagrees(self) -> None:
        item = column(self.PIECES, self.RULES, record=[closed("2024-03", ids(self.PIECES), "dat", "2024-04-01")])
        codes = [p.code for p in still(item, "2024-04-02").found(Occasion.COMPLIANCE) if p.severity is B]
        assert sorted(codes) == ["N01", "N03"]


def test_an_entry_is_silent_before_it_was_written() -> None:
    item = march(*MARCH[:3], record=[replace(SHORT_RECORD, closed_on=SHORT_RECORD.closed_on.replace(day=20))])
    assert exit_code(still(item, "2024-04-19T23:59").found(Occasion.COMPLIANCE)) == 1
    assert exit_code(still(item, "2024-04-20").found(Occasion.COMPLIANCE)) == 0


def test_grace_days_keep_the_month_open() -> None:
    item = column(MARCH[:3], [quota("2024-03-01", grace_days=5)])
    assert exit_code(still(item, "2024-04-05T23:59").found(Occasion.COMPLIANCE)) == 0
    assert exit_code(still(item, "2024-04-06").found(Occasion.COMPLIANCE)) == 1
