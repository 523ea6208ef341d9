"""What the plan and the contest's page show at each instant of a contest's life."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from support.builders import at, fulfilment, good, quota
from support.contests import contest, counted
from support.plans import findings, planned

from cchc_site.column.column import Column
from cchc_site.column.contest.record import Winner
from cchc_site.publish.cards import Cards
from cchc_site.publish.contest_views import ContestView
from cchc_site.publish.contests import contest_pages

RULE = contest(minimum=2)
WINNER = Winner("nhat", "Bài <hay>", "van-phong", "AAAA-2222", Decimal("9.50"), position="Trưởng phòng")
BOARD = counted(RULE, "2024-03-14T17:00", **{"van-phong": (3, 1)})
RESULT = replace(counted(RULE, "2024-03-22", **{"van-phong": (3, 2)}), judges=3, winners=(WINNER,))


def column() -> Column:
    """A plan with one contest, its board after the deadline and its results on the last day."""
    made = planned(good("2024-03", 4), contests=(RULE,), quotas=(quota(),))
    return replace(made, contest_records=(BOARD, RESULT))


def page(as_of: str) -> ContestView:
    """The contest's page at an instant."""
    pages = list(contest_pages(Cards(column(), at(as_of)), fulfilment(column(), as_of)))
    assert [item.frame.address for item in pages] == ["cuoc-thi/", "cuoc-thi/cuoc-thi/"]
    view = pages[1].view
    assert isinstance(view, ContestView)
    return view


@pytest.mark.parametrize(
    ("as_of", "phase", "stages"),
    [
        ("2024-02-29T23:59:59", "Sắp phát động", ["tuong-lai", "tuong-lai", "tuong-lai"]),
        ("2024-03-01", "Đang nhận bài dự thi", ["dang-mo", "tuong-lai", "tuong-lai"]),
        ("2024-03-14T15:59:59", "Đang nhận bài dự thi", ["dang-mo", "tuong-lai", "tuong-lai"]),
        ("2024-03-14T16:00", "Đang chấm thi", ["da-qua", "tuong-lai", "tuong-lai"]),
        ("2024-03-14T17:00", "Đang chấm thi", ["dat", "tuong-lai", "tuong-lai"]),
        ("2024-03-20T23:59:59", "Đang chấm thi", ["dat", "dang-mo", "tuong-lai"]),
        ("2024-03-21", "Chờ công bố kết quả", ["dat", "da-qua", "tuong-lai"]),
        ("2024-03-22", "Đã công bố kết quả", ["dat", "dat", "dat"]),
        ("2024-04-22", "Đã công bố kết quả", ["dat", "dat", "dat"]),
    ],
)
def test_the_timeline(as_of: str, phase: str, stages: list[str]) -> None:
    view = page(as_of)
    assert (view.phase_label, [stage.state for stage in view.stages]) == (phase, stages)
    of_plan = {found.id: found.state.value for found in findings(column(), as_of)}
    assert [of_plan[key] for key in ("nop", "cham", "trao")] == stages, "the plan's page says the same"


def test_numbers_are_shown_once_they_are_recorded() -> None:
    assert page("2024-03-14T16:30").recorded == ""
    (row,) = page("2024-03-15").units
    assert (row.submitted, row.required, row.valid, row.enough) == (3, 2, 1, False)
    (row,) = page("2024-03-22").units
    assert row.enough


def test_a_winner_who_did_not_agree_is_not_named() -> None:
    assert page("2024-03-21").winners == ()
    (winner,) = page("2024-03-22").winners
    assert (winner.byline, winner.unit, winner.money, winner.average) == ("", "Văn phòng Sở", "1.000.000 đồng", "9,50")
