"""S2: the contest of the former district of Đakrông, 2020: its plan, and its whole life in a copy of its column."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from doors.commands import cchc
from msgspec.structs import replace
from support.builders import at, prose

from cchc_site.column.contest.blind_code import PATTERN
from cchc_site.column.contest.participation import EntryMinimum
from cchc_site.column.contest.prize import totals
from cchc_site.column.contest.record import ContestRecord, UnitEntries
from cchc_site.column.obligation import Finding, State

from .contest_life import NAME, RUBRIC, Handed, Office, keys_of, readable
from .rows import proves
from .seeds import Seed, seed

S2 = seed("dakrong-2020")
(CONTEST,) = S2.plan.contests
HANDED = [
    Handed("a", "Phòng Nội vụ", "9h00 ngày 10/09/2020", 1000),
    Handed("b", "Cơ quan chuyên môn số 1", "23:59:59 15/09/2020", 2000),
    Handed("muon", "UBND xã số 1", "00:00:00 16/09/2020", 1200),
    Handed("ngan", "co-quan-1", "10/09/2020 10:00", 999),
    Handed("dai", "co-quan-1", "10/09/2020 10:00", 2001),
    Handed("phim240", "Phòng Nội vụ", "11/09/2020 08:00", 80, 240, named=False),
    Handed("phim360", "Phòng Nội vụ", "11/09/2020 08:00", 80, 360),
    Handed("phim239", "Phòng Nội vụ", "11/09/2020 08:00", 80, 239),
    Handed("phim361", "Phòng Nội vụ", "11/09/2020 08:00", 80, 361),
    Handed("phimcam", "Phòng Nội vụ", "11/09/2020 08:00", 0, 300),
    Handed("chep", "co-quan-1", "12/09/2020 08:00", text=prose("a", 1000)),
    Handed("dadang", "co-quan-1", "12/09/2020 08:00", text=prose("bao", 1100)),
    Handed("ngoai", "Công ty ngoài huyện", "12/09/2020 08:00", 1200),
]
POINTS = {"a": (45, 25, 15), "b": (40, 25, 15), "phim240": (41, 24, 15), "phim360": (10.25, 10, 10)}
"""b and phim240 are equal in sum; the criterion “Nội dung” tells them apart."""


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Launch, entries, sheets, scores, publication, and the site."""
    root = tmp_path_factory.mktemp("dakrong")
    office = Office(
        root / "kho", "dakrong-2020", "2020-09-22T09:00", lambda t: t.replace("    prizes:", RUBRIC + "    prizes:")
    )
    office.ignore_intake()
    (root / "bao.txt").write_text(prose("bao", 1100), encoding="utf-8")
    steps = [
        office.run("import", str(office.table(HANDED)), "--published", str(root / "bao.txt"), as_of="2020-09-16T08:00"),
        office.run("papers"),
        office.run("sheets", *(part for judge in ("GK 1", "GK 2", "GK 3") for part in ("--judge", judge))),
    ]
    office.judge(POINTS, keys_of(office, CONTEST.id))
    steps += [office.run("score", *map(str, office.sheets())), office.run("publish")]
    assert [step.exit_code for step in steps] == [0] * len(steps), "\n".join(step.output for step in steps)
    reason = "- {plan: cuoc-thi-2020, item: cuoc-thi-cchc-2020, date: 2020-09-16, explanation: Xã nộp bài muộn}\n"
    (office.content / "_data" / "submissions.yml").write_text(reason, encoding="utf-8")
    office.build()
    return office


def _page(office: Office) -> str:
    return (office.root / "site" / "cuoc-thi" / CONTEST.id / "index.html").read_text(encoding="utf-8")


def _result(office: Office, name: str) -> str:
    return readable(name, (office.home / "ket-qua" / name).read_bytes())


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


def _counted(as_of: str, *counts: int) -> Finding:
    units = [UnitEntries(unit, count, count) for unit, count in zip(CONTEST.units, counts, strict=True)]
    record = ContestRecord(CONTEST.id, at("2020-09-14T16:00"), tuple(units))
    return Seed(replace(S2.column, contest_records=(record,)), ()).findings(as_of)[CONTEST.id]


@proves("S2-22")
def test_one_entry_each_at_the_latest_on_the_15th() -> None:
    assert _counted("2020-09-15T23:59:59", 1, 1, 0).state is State.OPEN, "23:59 of the 15th is still on time"
    assert _counted("2020-09-16", 1, 1, 0).is_breach
    assert _counted("2020-09-16", 1, 2, 1).state is State.DONE
    assert [part.note for part in _counted("2020-09-16", 1, 2, 0).parts] == ["1/1", "2/1", "0/1"]
    assert isinstance(CONTEST.obligations[0], EntryMinimum)


@proves("S2-04", "S2-18", "S2-26", "S2-33")
def test_the_page_tells_everybody_the_rules(life: Office) -> None:
    page = _page(life)
    for words in ("Bài viết từ 1000 đến 2000 chữ", "Video từ 04 đến 06 phút, kèm văn bản thuyết minh", *CONTEST.rules):
        assert words in page
    listed = (life.root / "site" / "cuoc-thi" / "index.html").read_text(encoding="utf-8")
    assert CONTEST.title in listed


@proves("S2-06")
def test_a_copy_of_an_entry_or_of_a_published_text_is_not_judged(life: Office) -> None:
    told = life.run("status").output
    rows = life.register()
    assert f"Số {rows['chep']['receipt']}: không hợp lệ.\n    Sao chép: trùng hoàn toàn với bài dự thi số" in told
    assert "Sao chép: trùng hoàn toàn với bài đã đăng “bao.txt”" in told


@proves("S2-07")
def test_judges_see_codes_only(life: Office) -> None:
    folder = life.home / "phieu-cham"
    files = [file for file in folder.rglob("*") if file.is_file()]
    texts = "\n".join(readable(file.name, file.read_bytes()) for file in files if file.suffix != ".mp4")
    assert all(PATTERN.fullmatch(file.stem) for file in folder.glob("bai/*"))
    for number, row in enumerate(HANDED):
        assert NAME.format(number) not in texts
        assert row.title not in texts
    assert not [word for word in life.private() if word in texts]
    codes = [code for code, key in keys_of(life, CONTEST.id).items() if key in POINTS]
    assert all(code in texts for code in codes)


@proves("S2-08")
def test_only_the_districts_units_take_part(life: Office) -> None:
    assert "“Công ty ngoài huyện” không có trong các đơn vị được dự thi" in life.run("status").output


@proves("S2-23", "S2-37")
def test_winners_are_pieces_of_the_column(life: Office) -> None:
    pieces = sorted((life.content / "tin-bai" / "2020" / "09").glob("bai-du-thi-*.md"))
    assert [piece.stem for piece in pieces] == [
        "bai-du-thi-ve-viec-a",
        "bai-du-thi-ve-viec-b",
        "bai-du-thi-ve-viec-phim240",
    ]
    assert "*Bài đạt giải nhất Cuộc thi" in pieces[0].read_text(encoding="utf-8")
    assert f"author: {NAME.format(0)}\n" in pieces[0].read_text(encoding="utf-8")
    page = _page(life)
    for piece in pieces:
        address = f"tin-bai/2020/09/{piece.stem}/"
        assert (life.root / "site" / address / "index.html").is_file()
        assert address in page
    assert (life.root / "site/tin-bai/2020/09/bai-du-thi-ve-viec-phim240.mp4").is_file()
    tasks = {task.id: task.lead for task in S2.plan.tasks}
    assert tasks["dang-bai-giai"] == ("Văn phòng HĐND và UBND huyện",)


@proves("S2-24", "S2-25", "S2-30")
def test_covers_and_labels_have_what_the_plan_asks(life: Office) -> None:
    covers = readable("x.docx", (life.home / "giay-to" / "bia-bai-du-thi.docx").read_bytes())
    labels = readable("x.docx", (life.home / "giay-to" / "nhan-dia-video.docx").read_bytes())
    assert 'w:w="11906"' in covers, "A4"
    for words in (
        "Trần Thử Nghiệm 0",
        "Chuyên viên bậc kín số 0",
        "Phòng Nội vụ",
        "0912 345 600",
        "Bài dự thi về việc a",
    ):
        assert words in covers
    for words in ("Trần Thử Nghiệm 5", "0912 345 605", "Bài dự thi về việc phim240", "4 phút 00 giây"):
        assert words in labels
    assert "phim240" not in covers


@proves("S2-27", "S2-29")
def test_lengths_at_both_ends(life: Office) -> None:
    told = life.run("status").output
    rows = life.register()
    valid = {key for key, row in rows.items() if f"Số {row['receipt']}: hợp lệ." in told}
    assert valid == set(POINTS)
    for words in (
        "999 chữ, thể lệ từ 1000 đến 2000 chữ",
        "2001 chữ",
        "239 giây, thể lệ từ 240 đến 360 giây",
        "361 giây",
    ):
        assert words in told
    assert "Thiếu thuyết minh: video phải kèm văn bản thuyết minh" in told
    assert rows["phim240"]["measured"] is True


def test_a_second_after_the_15th_is_late_and_its_commune_is_short(life: Office) -> None:
    shown = life.run("status")
    assert "Nộp muộn: nhận lúc 00:00:00 ngày 16/09/2020, hạn chậm nhất ngày 15/09/2020" in shown.output
    assert "thiếu 1" in next(line for line in shown.output.splitlines() if line.startswith("Ủy ban nhân dân xã số 1"))
    assert shown.exit_code == 1
    assert "Thiếu 1" in _page(life)


@proves("S2-31")
def test_prizes_sum_to_the_plans_money(life: Office) -> None:
    assert totals(CONTEST.prizes) == (4_500_000,)
    trail = json.loads((life.home / "ket-qua" / "nhat-ky-cham-thi.json").read_text(encoding="utf-8"))
    keys = keys_of(life, CONTEST.id)
    assert [(row["prize"], keys[row["code"]], row["amount"]) for row in trail["awards"]] == [
        ("nhat", "a", 2_000_000),
        ("nhi", "phim240", 1_500_000),
        ("ba", "b", 1_000_000),
    ]
    assert trail["awarded_total"] == 4_500_000
    assert "bằng điểm trung bình, xét tiêu chí “Nội dung”" in _result(life, "bien-ban-cham-thi.docx")
    assert "4.500.000 đồng" in _page(life)


@proves("S2-32", "S2-38")
def test_written_winners_are_read_on_the_loudspeakers(life: Office) -> None:
    keys = keys_of(life, CONTEST.id)
    scripts = {
        keys[file.stem.removeprefix("phat-thanh-")]: file for file in (life.home / "ket-qua").glob("phat-thanh-*")
    }
    assert set(scripts) == {"a", "b"}, "the film has no script"
    assert "Tác giả: Trần Thử Nghiệm không, Phòng Nội vụ." in readable("x.docx", scripts["a"].read_bytes())
    tasks = {task.id: task.lead for task in S2.plan.tasks}
    assert tasks["phat-thanh"] == ("Trung tâm Văn hóa thông tin - Thể dục thể thao",)


@proves("S2-34")
def test_the_committees_and_who_advises(life: Office) -> None:
    assert [(c.name, c.lead) for c in CONTEST.committees] == [
        ("Ban Tổ chức cuộc thi", "Phòng Nội vụ"),
        ("Ban chấm thi", "Phòng Nội vụ"),
    ]
    assert "Ban chấm thi" in _page(life)


@proves("S2-35")
def test_receipts_and_the_hand_over(life: Office) -> None:
    receipts = readable("x.docx", (life.home / "giay-to" / "phieu-nhan-bai.docx").read_bytes())
    assert "PHIẾU NHẬN BÀI DỰ THI SỐ 013" in receipts
    assert "Nhận lúc 23:59:59 ngày 15/09/2020" in receipts
    handed = readable("x.docx", (life.home / "phieu-cham" / "danh-sach-ban-giao.docx").read_bytes())
    assert "Tổng số: 04 bài." in handed
    assert "Phòng Nội vụ" not in handed


@proves("S2-36")
def test_the_draft_decision_of_award(life: Office) -> None:
    draft = _result(life, "du-thao-quyet-dinh-trao-giai.docx")
    for words in ("QUYẾT ĐỊNH:", "Điều 1. Trao giải", "4.500.000 đồng", "/QĐ-UBND", "Số:          "):
        assert words in draft


def test_nothing_private_leaves_the_intake(life: Office) -> None:
    public, papers, kept = life.public(), life.papers(), life.tracked()
    assert not [name for name in kept if name.startswith("contest-intake")]
    assert len(public) > 50
    assert len(papers) == 7
    assert life.leaks({**public, **papers, **kept}) == []


def test_a_second_person_reckons_the_same(life: Office, tmp_path: Path) -> None:
    trail = life.home / "ket-qua" / "nhat-ky-cham-thi.json"
    sheets = [str(file) for file in life.sheets()]
    done = cchc("contest", "verify", str(trail), *sheets, content=life.content, as_of=life.as_of)
    assert (done.exit_code, done.output.strip()) == (0, "Đúng: tính lại từ 3 phiếu, 4 bài, đối chiếu 3 phiếu gốc.")
    forged = tmp_path / "nhat-ky.json"
    forged.write_text(
        trail.read_text(encoding="utf-8").replace('"noi-dung": "40"', '"noi-dung": "49"', 1), encoding="utf-8"
    )
    assert cchc("contest", "verify", str(forged)).exit_code == 2
