"""S2: the contest of the former district of Đakrông, 2020 (its life cycle comes with the contests)."""

from __future__ import annotations

from datetime import date

from cchc_site.column.obligation import State

from .rows import proves
from .seeds import seed

S2 = seed("dakrong-2020")


@proves("S2-01")
def test_the_basis_is_a_letter() -> None:
    assert "3202/UBND-NC ngày 16/7/2020" in S2.plan.basis[0]
    assert S2.plan.issued == date(2020, 8, 24)


@proves(*(f"S2-{number:02d}" for number in range(9, 18)))
def test_nine_topics() -> None:
    found = S2.findings("2020-09-20")["chu-de"]
    assert (found.done, found.needed) == (3, 9)


@proves("S2-19")
def test_the_contests_days() -> None:
    states = [S2.findings(day)["du-thi"].state for day in ("2020-08-31T23:59", "2020-09-01", "2020-09-15T23:59:59")]
    assert states == [State.FUTURE, State.OPEN, State.OPEN]


@proves("S2-20")
def test_judged_before_the_21st() -> None:
    for when, state in (("2020-09-20T23:59:59", State.DONE), ("2020-09-21", State.DONE_LATE)):
        assert S2.with_records(("cham-bai", when)).findings("2020-09-25")["cham-bai"].state is state


@proves("S2-21")
def test_awarded_before_the_30th() -> None:
    for when, state in (("2020-09-29T23:59:59", State.DONE), ("2020-09-30", State.DONE_LATE)):
        assert S2.with_records(("trao-giai", when)).findings("2020-10-02")["trao-giai"].state is state


@proves("S2-22")
def test_one_entry_each_at_the_latest_on_the_15th() -> None:
    found = S2.findings("2020-09-16")["moi-co-quan-01"]
    assert (found.state, found.done) == (State.DONE, 3), "23:59 of the 15th is still on time"
    assert S2.findings("2020-09-15T23:58")["moi-co-quan-01"].state is State.OPEN


@proves("S2-37", "S2-38")
def test_winners_are_posted_and_broadcast() -> None:
    leads = {task.id: task.lead for task in S2.plan.tasks}
    assert leads == {
        "dang-bai-giai": ("Văn phòng HĐND và UBND huyện",),
        "phat-thanh": ("Trung tâm Văn hóa thông tin - Thể dục thể thao",),
    }
