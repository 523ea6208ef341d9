"""S0: the contest of a department of Quảng Trị, October and November 2023 (its life cycle comes with the contests)."""

from __future__ import annotations

from cchc_site.column.obligation import State

from .rows import proves
from .seeds import seed

S0 = seed("dolisa-quang-tri-2023")


@proves("S0-01")
def test_number_and_day_stay_blank() -> None:
    assert (S0.plan.number, S0.plan.issued) == (None, None)


@proves("S0-02")
def test_the_three_bases() -> None:
    numbers = ("219/KH-UBND ngày 21/12/2022", "128/KH-SLĐTBXH ngày 16/01/2023", "505/KH-SLĐTBXH ngày 10/3/2023")
    assert all(number in basis for number, basis in zip(numbers, S0.plan.basis, strict=True))


@proves(*(f"S0-{number}" for number in range(10, 18)))
def test_eight_topics_are_a_checklist() -> None:
    found = S0.findings("2023-11-20")["chu-de"]
    covered = {part.name.partition(")")[0] for part in found.parts if part.state is State.DONE}
    assert len(S0.plan.topics) == 8
    assert covered == {"t1", "t4", "t5", "t7", "t8"}
    assert not found.enforced, "the plan calls them suggestions"


@proves("S0-24")
def test_entries_before_four_o_clock() -> None:
    assert S0.plan.timeline[0].due.words == "trước 16h00 ngày 14/11/2023"
    for when, state in (("2023-11-14T15:59:59", State.DONE), ("2023-11-14T16:00:00", State.DONE_LATE)):
        assert S0.with_records(("nop-bai", when)).findings("2023-11-15")["nop-bai"].state is state


@proves("S0-25")
def test_judging_to_the_end_of_the_day() -> None:
    states = [S0.findings(day)["cham-thi"].state for day in ("2023-11-14T23:59", "2023-11-15", "2023-11-20T23:59:59")]
    assert states == [State.FUTURE, State.OPEN, State.OPEN]
    assert S0.findings("2023-11-21")["cham-thi"].state is State.PASSED


@proves("S0-26")
def test_results_on_the_22nd() -> None:
    found = S0.findings("2023-11-22")["cong-bo"]
    assert (found.timing, found.state) == ("ngày 22/11/2023", State.OPEN)


@proves("S0-28", "S0-29")
def test_the_offices_two_tasks() -> None:
    tasks = {task.id: task for task in S0.plan.tasks}
    assert tasks["tieu-chi"].lead == tasks["quyet-dinh"].lead == ("Văn phòng Sở",)
    assert tasks["quyet-dinh"].product == "Hai quyết định"
    assert S0.findings("2023-10-20")["tieu-chi"].state is State.CONTINUOUS


@proves("S0-08", "S0-31")
def test_two_products_from_every_unit() -> None:
    found = S0.findings("2023-11-15")["moi-don-vi-02"]
    assert [(part.name, part.note, part.state) for part in found.parts] == [
        ("Văn phòng Sở", "2/2", State.DONE),
        ("Phòng chuyên môn số 1", "2/2", State.DONE),
        ("Phòng chuyên môn số 2", "1/2", State.OVERDUE),
        ("Đơn vị trực thuộc số 1", "0/2", State.OVERDUE),
    ]
    assert found.is_breach
