"""S0: the contest of a department of Quảng Trị, October and November 2023: its plan, and its life in a copy."""

from __future__ import annotations

import dataclasses
import json

import pytest
from msgspec.structs import replace
from support.builders import at

from cchc_site.column.contest.prize import totals
from cchc_site.column.contest.record import ContestRecord, UnitEntries
from cchc_site.column.obligation import State

from .contest_life import NAME, RUBRIC, Handed, Office, keys_of, readable
from .rows import proves
from .seeds import Seed, seed

S0 = seed("dolisa-quang-tri-2023")
(CONTEST,) = S0.plan.contests
HANDED = [
    Handed("mot", "Văn phòng Sở", "15:59:59 14/11/2023", 900),
    Handed("hai", "Văn phòng Sở", "09:00 10/11/2023", 350),
    Handed("ba", "Phòng chuyên môn số 1", "09:00 10/11/2023", 400),
    Handed("bon", "phong-1", "09:00 11/11/2023", 80, 95, named=False),
    Handed("nam", "Phòng chuyên môn số 2", "09:00 11/11/2023", 700),
    Handed("sau", "Phòng chuyên môn số 2", "09:00 11/11/2023", 500),
    Handed("muon", "Đơn vị trực thuộc số 1", "16:00:00 14/11/2023", 500),
    Handed("cam", "Đơn vị trực thuộc số 1", "09:00 11/11/2023", 0, 200),
    Handed("ngoai", "Văn phòng UBND tỉnh", "09:00 11/11/2023", 500),
]
POINTS: dict[str, tuple[float, ...]] = {
    "mot": (45, 25, 20),
    "hai": (45, 25, 15),
    "ba": (40, 25, 15),
    "bon": (40, 25, 15),
    "nam": (35, 20, 15),
    "sau": (10, 10, 10),
}
"""“ba” and “bon” are equal in everything, and the third prize ends between them."""
JUDGES = ("GK A", "GK B")


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """From the launch to the published page; what each command said is kept in `told`."""

    def decided(text: str) -> str:
        """What the plan leaves to the Office: criteria, and that 300.000đ is for each."""
        return text.replace("    prizes:", RUBRIC + "    prizes:").replace(
            "amount: 300000}", "amount: 300000, per: each}"
        )

    office = Office(tmp_path_factory.mktemp("quang-tri") / "kho", "dolisa-quang-tri-2023", "2023-11-22T09:00", decided)
    refused = office.run("import", str(office.table(HANDED)))
    assert (refused.exit_code, "nằm trong kho git" in refused.output) == (2, True)
    assert not office.intake.exists()
    office.ignore_intake()
    office.handed.clear()
    steps = [
        office.run("import", str(office.table(HANDED)), as_of="2023-11-15T08:00"),
        office.run("publish", "--board-only", as_of="2023-11-15T08:30"),
        office.run("papers"),
        office.run("sheets", "--judge", JUDGES[0], "--judge", JUDGES[1]),
    ]
    assert [step.exit_code for step in steps] == [0] * len(steps), "\n".join(step.output for step in steps)
    office.judge(POINTS, keys_of(office, CONTEST.id))
    tied = office.run("score", *map(str, office.sheets()))
    assert tied.exit_code == 2
    assert "bằng điểm ở ranh giới Giải ba / Giải khuyến khích" in tied.output
    order = {key: code for code, key in keys_of(office, CONTEST.id).items()}
    decision = f"- {{order: [{order['bon']}, {order['ba']}], reason: Video có phụ đề, decided: 2023-11-20}}\n"
    (office.home / "phan-dinh.yml").write_text(decision, encoding="utf-8")
    steps = [office.run("score", *map(str, office.sheets())), office.run("publish")]
    assert [step.exit_code for step in steps] == [0, 0], "\n".join(step.output for step in steps)
    reason = f"- {{plan: cuoc-thi-2023, item: {CONTEST.id}, date: 2023-11-15, explanation: Một đơn vị nộp muộn}}\n"
    (office.content / "_data" / "submissions.yml").write_text(reason, encoding="utf-8")
    office.build()
    return office


def _page(office: Office) -> str:
    return (office.root / "site" / "cuoc-thi" / CONTEST.id / "index.html").read_text(encoding="utf-8")


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
def test_the_offices_two_tasks(life: Office) -> None:
    tasks = {task.id: task for task in S0.plan.tasks}
    assert tasks["tieu-chi"].lead == tasks["quyet-dinh"].lead == ("Văn phòng Sở",)
    assert tasks["quyet-dinh"].product == "Hai quyết định"
    assert S0.findings("2023-10-20")["tieu-chi"].state is State.CONTINUOUS
    assert CONTEST.rubric == (), "the plan has none yet"
    assert [committee.name for committee in CONTEST.committees] == ["Ban Tổ chức", "Ban Giám khảo"]
    assert "Nội dung (tối đa 50)" in readable("x.xlsx", life.sheets()[0].read_bytes())


@proves("S0-08", "S0-31")
def test_two_products_from_every_unit(life: Office) -> None:
    counts = [UnitEntries("van-phong", 2, 2), UnitEntries("phong-1", 1, 1), UnitEntries("phong-2", 3, 2)]
    record = ContestRecord(CONTEST.id, at("2023-11-14T17:00"), tuple(counts))
    found = Seed(replace(S0.column, contest_records=(record,)), ()).findings("2023-11-15")[CONTEST.id]
    assert [(part.name, part.note, part.state) for part in found.parts] == [
        ("Văn phòng Sở", "2/2", State.DONE),
        ("Phòng chuyên môn số 1", "1/2", State.OVERDUE),
        ("Phòng chuyên môn số 2", "2/2", State.DONE),
        ("Đơn vị trực thuộc số 1", "0/2", State.OVERDUE),
    ]
    assert found.is_breach
    board = life.run("status")
    assert board.exit_code == 1
    last = next(line for line in board.output.splitlines() if line.startswith("Đơn vị trực thuộc số 1"))
    assert last.split() == ["Đơn", "vị", "trực", "thuộc", "số", "1", "2", "2", "0", "1", "thiếu", "2"]


@proves("S0-04", "S0-22")
def test_winners_are_reused_under_name_and_unit_only(life: Office) -> None:
    first = (life.content / "tin-bai/2023/11/bai-du-thi-ve-viec-mot.md").read_text(encoding="utf-8")
    unnamed = (life.content / "tin-bai/2023/11/bai-du-thi-ve-viec-bon.md").read_text(encoding="utf-8")
    assert f"author: {NAME.format(0)}\n" in first
    assert "unit: van-phong\n" in first
    assert 'author: "Tác giả dự thi (không công bố tên)"\n' in unnamed or "author: Tác giả dự thi" in unnamed
    assert NAME.format(3) not in unnamed


@proves("S0-06")
def test_the_contests_page_and_the_plans_link_to_it(life: Office) -> None:
    page = _page(life)
    assert "trước 16h00 ngày 14/11/2023" in page
    assert "Đã công bố kết quả" in page
    plan = (life.root / "site/ke-hoach/cuoc-thi-2023/index.html").read_text(encoding="utf-8")
    assert f"cuoc-thi/{CONTEST.id}/" in plan
    assert f"cuoc-thi/{CONTEST.id}/" in (life.root / "site/sitemap.xml").read_text(encoding="utf-8")


@proves("S0-18")
def test_only_people_of_the_departments_units(life: Office) -> None:
    assert "“Văn phòng UBND tỉnh” không có trong các đơn vị được dự thi" in life.run("status").output


@proves("S0-19", "S0-21", "S0-24")
def test_entries_before_four_o_clock(life: Office) -> None:
    assert CONTEST.entries.due.words == "trước 16h00 ngày 14/11/2023"
    for when, state in (("2023-11-14T15:59:59", State.DONE), ("2023-11-14T16:00:00", State.DONE_LATE)):
        assert S0.with_records(("nop-bai", when)).findings("2023-11-15")["nop-bai"].state is state
    told, rows = life.run("status").output, life.register()
    valid = {key for key, row in rows.items() if f"Số {row['receipt']}: hợp lệ." in told}
    assert valid == set(POINTS)
    assert "Nộp muộn: nhận lúc 16:00:00 ngày 14/11/2023, hạn trước 16h00 ngày 14/11/2023" in told
    assert "Thiếu thuyết minh: video phải kèm văn bản thuyết minh" in told


@proves("S0-20")
def test_the_cover_carries_the_contests_line(life: Office) -> None:
    covers = readable("x.docx", (life.home / "giay-to" / "bia-bai-du-thi.docx").read_bytes())
    assert CONTEST.cover.upper() in covers


@proves("S0-23")
def test_one_person_may_send_several(life: Office) -> None:
    again = [dataclasses.replace(HANDED[1], key="them")]
    folder = life.root.parent / "them"
    life_rows = len(life.register())
    copy = Office.__new__(Office)
    copy.__dict__ = {**life.__dict__, "intake": folder, "handed": []}
    done = copy.run("import", str(copy.table([HANDED[1], *again])))
    assert "Đã nhận 2 bài mới" in done.output
    assert len(life.register()) == life_rows


@proves("S0-27")
def test_an_unclear_prize_is_asked_about_and_never_guessed(life: Office) -> None:
    assert totals(CONTEST.prizes) == (2_500_000, 2_800_000)
    (question,) = [problem for problem in S0.problems if problem.code == "K17"]
    assert "02 giải khuyến khích" in question.message
    trail = json.loads((life.home / "ket-qua" / "nhat-ky-cham-thi.json").read_text(encoding="utf-8"))
    keys = keys_of(life, CONTEST.id)
    assert [(row["prize"], keys[row["code"]]) for row in trail["awards"]] == [
        ("nhat", "mot"),
        ("nhi", "hai"),
        ("ba", "bon"),
        ("khuyen-khich", "ba"),
        ("khuyen-khich", "nam"),
    ]
    assert trail["awarded_total"] == 2_800_000
    minutes = readable("x.docx", (life.home / "ket-qua" / "bien-ban-cham-thi.docx").read_bytes())
    assert "Hội đồng xếp thứ tự" in minutes
    assert "2.800.000 đồng (bằng chữ: Hai triệu tám trăm nghìn đồng)" in minutes


@proves("S0-32")
def test_who_leads_stands_on_the_page(life: Office) -> None:
    assert "Ban Giám khảo</strong>, Văn phòng Sở tham mưu thành lập" in _page(life)


def test_nothing_private_leaves_the_intake(life: Office) -> None:
    public = life.public()
    assert len(public) > 50
    assert life.leaks({**public, **life.papers(), **life.tracked()}) == []
