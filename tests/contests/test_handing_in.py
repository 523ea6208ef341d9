"""From the office's table and files to entries: times, units, lengths, copies, and what is refused."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from msgspec.structs import replace
from openpyxl import Workbook
from scenarios.contest_life import film
from support.builders import at, piece, prose
from support.contests import contest, entry

from cchc_site.column.article import Form
from cchc_site.column.contest.blind_code import PATTERN, blind_codes
from cchc_site.column.contest.board import board
from cchc_site.column.contest.copying import KnownText, likenesses
from cchc_site.column.contest.entry import Entry, Person
from cchc_site.column.contest.register import enter, entries_of, register_values
from cchc_site.column.contest.validity import Flaw, examine
from cchc_site.column.unit import Unit, UnitKind, Units
from cchc_site.content.entry_files import read_entries
from cchc_site.content.reporter import Reporter
from cchc_site.content.video_length import video_seconds
from cchc_site.contest_office import reading_text, traces
from cchc_site.desk.contest_piece import covered
from cchc_site.handing_in import prepare, unit_of
from cchc_site.intake import Intake, IntakeRefused, refuse_public_place

RULE = contest(units=("van-phong", "phong-1"), minimum=2)
UNITS = Units.of(
    [
        Unit("van-phong", "Văn phòng Sở", "Văn phòng", UnitKind.OFFICE),
        Unit("phong-1", "Phòng Hành chính", "P. HC", UnitKind.DIVISION),
        Unit("phong-cu", "Phòng Hành chính", "P. HC", UnitKind.DIVISION),
    ]
)


def flaws(*entries: Entry, **published: str) -> list[list[Flaw]]:
    known = [KnownText(name, text) for name, text in published.items()]
    found = examine(RULE, entries, UNITS, likenesses(entries, (), known))
    return [[reason.flaw for reason in item.reasons] for item in found]


@pytest.mark.parametrize(
    ("received", "late"),
    [
        ("2024-03-14T15:59:59", False),
        ("2024-03-14T16:00:00", True),
        ("2024-03-14T09:00:00Z", True),
        ("2024-03-14", False),
    ],
)
def test_the_deadline_to_the_second(received: str, late: bool) -> None:
    assert flaws(entry(received=received)) == [[Flaw.LATE] if late else []]


@pytest.mark.parametrize(("words", "good"), [(999, False), (1000, True), (2000, True), (2001, False), (0, False)])
def test_words_at_both_ends(words: int, good: bool) -> None:
    assert flaws(entry(words=words)) == [[] if good else [Flaw.LENGTH]]


@pytest.mark.parametrize(
    ("seconds", "words", "expected"),
    [
        (239, 80, [Flaw.LENGTH]), (240, 80, []), (360, 60, []), (361, 80, [Flaw.LENGTH]), (None, 80, [Flaw.LENGTH]),
        (300, 59, [Flaw.EXPLANATION]), (300, 0, [Flaw.EXPLANATION]), (239, 0, [Flaw.LENGTH, Flaw.EXPLANATION]),
    ],
)  # fmt: skip
def test_films_at_both_ends(seconds: int | None, words: int, expected: list[Flaw]) -> None:
    assert flaws(entry(form=Form.VIDEO, seconds=seconds, words=words)) == [expected]


def test_who_may_take_part() -> None:
    gone = Units.of([replace(UNITS["van-phong"], valid_to=at("2024-03-01").date())])
    assert flaws(entry(unit="Công ty A")) == [[Flaw.UNIT]]
    assert flaws(entry(unit="phong-cu")) == [[Flaw.UNIT]]
    assert [r.flaw for r in examine(RULE, [entry()], gone, {})[0].reasons] == [Flaw.UNIT]
    assert flaws(entry(person=Person(" "))) == [[Flaw.NAME]]
    assert flaws(entry(form=Form.AUDIO)) == [[Flaw.FORM]]


def test_the_later_of_two_alike_is_the_copy() -> None:
    first, second = entry("001", "2024-03-10T10:00"), entry("002", "2024-03-10T09:00")
    alike = [replace(one, text=second.text) for one in (first, second)]
    assert flaws(*alike) == [[Flaw.COPY], []]


def test_a_piece_of_the_column_counts_only_when_it_came_before() -> None:
    text = prose("bai", 1200)
    entries = [entry(text=text)]
    for published, copied in (("2024-03-09", True), ("2024-03-20", False)):
        found = likenesses(entries, [piece(published, text=text, title="Bài cũ")], ())
        assert bool(found) is copied


def test_a_near_copy_and_a_borrowed_half() -> None:
    words = prose("goc", 1200).split()
    near = " ".join([*words[:-30], *prose("khac", 30).split()])
    half = " ".join([*words[:600], *prose("rieng", 600).split()])
    assert flaws(entry(text=near), bao=" ".join(words)) == [[Flaw.COPY]]
    (item,) = examine(
        RULE, [entry(text=half)], UNITS, likenesses([entry(text=half)], (), [KnownText("bao", " ".join(words))])
    )
    assert item.is_valid
    assert any(doubt.startswith("49% nội dung có trong bài đã đăng “bao”") for doubt in item.doubts)


def test_the_board_counts_each_unit() -> None:
    entries = [entry("001"), entry("002", "2024-03-14T16:00"), entry("003", unit="Nơi khác")]
    rows = board(RULE, examine(RULE, entries, UNITS, {}))
    assert [(r.unit, r.submitted, r.required, r.valid, r.late, r.missing) for r in rows] == [
        ("van-phong", 2, 2, 1, 1, 1), ("phong-1", 0, 2, 0, 0, 2), ("Nơi khác", 1, 0, 0, 0, 0),
    ]  # fmt: skip


def test_receipts_go_on_and_nothing_is_entered_twice() -> None:
    later, sooner = entry("", "2024-03-12T09:00", title="Sau"), entry("", "2024-03-11T09:00", title="Trước")
    register, fresh = enter((), [later, sooner])
    assert [(e.receipt, e.title) for e in fresh] == [("001", "Trước"), ("002", "Sau")]
    again, fresh = enter(register, [replace(sooner, received=at("2024-03-01")), entry("", title="Mới")])
    assert [(e.receipt, e.title) for e in fresh] == [("003", "Mới")]
    assert again[0].received == at("2024-03-11T09:00"), "the first time of receipt stays"
    assert entries_of(register_values("x", again), "x") == again
    with pytest.raises(ValueError, match="y"):
        entries_of(register_values("x", again), "y")


def test_codes_tell_nothing_and_never_change() -> None:
    receipts = [f"{number:03d}" for number in range(1, 301)]
    one, other = blind_codes(b"1" * 32, "x", receipts), blind_codes(b"2" * 32, "x", receipts)
    assert len(set(one.values())) == 300
    assert all(PATTERN.fullmatch(code) for code in one.values())
    assert not {*one.values()} & {*other.values()}, "without the secret nobody can work them out"
    assert blind_codes(b"1" * 32, "x", receipts[:7]) == {key: one[key] for key in receipts[:7]}
    assert blind_codes(b"1" * 32, "y", receipts)["001"] != one["001"]
    assert sorted(one, key=lambda key: one[key]) != receipts


def test_units_by_any_of_their_names() -> None:
    assert [unit_of(words, UNITS, RULE) for words in ("van-phong", "VĂN PHÒNG SỞ", "văn phòng")] == ["van-phong"] * 3
    assert unit_of("Phòng  hành chính", UNITS, RULE) == "phong-1", "of two of one name the one that may take part"
    assert unit_of("Công  ty A", UNITS, RULE) == "Công ty A"


@pytest.mark.parametrize(
    ("seconds", "version", "told"), [(240, 0, 240), (239.4, 0, 239), (239.5, 0, 240), (360.49, 1, 360), (361, 1, 361)]
)
def test_a_films_own_length(seconds: float, version: int, told: int, tmp_path: Path) -> None:
    file = tmp_path / "phim.mp4"
    file.write_bytes(film(seconds, version=version))
    assert video_seconds(file) == told


@pytest.mark.parametrize("cut", [0, 7, 20, 40, 60])
def test_a_damaged_film_has_no_length(cut: int, tmp_path: Path) -> None:
    file = tmp_path / "phim.mp4"
    file.write_bytes(film(300)[:cut])
    assert video_seconds(file) is None


def _table(
    folder: Path,
    *rows: tuple[object, ...],
    head: tuple[str, ...] = ("Họ và tên", "Đơn vị", "Tiêu đề", "Nhận lúc", "Tệp bài"),
) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["SỔ NHẬN BÀI"])
    page.append(list(head))
    for row in rows:
        page.append(list(row))
    book.save(folder / "bang.xlsx")
    return folder / "bang.xlsx"


def handed(source: Path) -> tuple[list[Entry], list[str]]:
    report = Reporter("bang")
    rows = read_entries(source, report)
    made, problems = prepare(rows, RULE, UNITS, None)
    return [item.entry for item in made], [f"{p.code} {p.message}" for p in (*report.problems, *problems)]


def test_a_workbook_with_word_files(tmp_path: Path) -> None:
    word = Document()
    for text in ("Dòng đầu là tên bài", "Câu thứ hai có sáu chữ."):
        word.add_paragraph(text)
    word.save(str(tmp_path / "a.docx"))
    ((made,), problems) = handed(
        _table(tmp_path, ("Nguyễn A", "Văn phòng", "Bài A", datetime(2024, 3, 14, 15, 59, 59), "a.docx"))
    )
    assert problems == []
    assert made.received == at("2024-03-14T15:59:59")
    assert (made.unit, made.words) == ("van-phong", 11)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("A", "Văn phòng", "Bài", None, "a.md"), "P06 Chưa ghi thời điểm nhận bài."),
        (("A", "Văn phòng", "Bài", "14/03/2024", "a.md"), "P06 Nhận đúng ngày hết hạn (trước 16h00"),
        (("A", "Văn phòng", "Bài", "13/03/2024", "thieu.md"), "P06 Không thấy tệp “thieu.md” cạnh bảng."),
        (("A", "Văn phòng", "Bài", "13/03/2024", "../a.md"), "P06 Không thấy tệp “../a.md” cạnh bảng."),
        (("A", "Văn phòng", "Bài", "13/03/2024", "a.pdf"), "P06 Không đọc được chữ trong “a.pdf”."),
        (("A", "Văn phòng", "Bài", "32/03/2024", "a.md"), "F04 Không có ngày “2024-03-32” trong lịch."),
        (("A", "Văn phòng", "Bài", "=NOW()", "a.md"), "P03 Ô D3 là công thức."),
        (("A", None, "Bài", "13/03/2024", "a.md"), "F02 Thiếu trường “unit”"),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_entered(row: tuple[object, ...], told: str, tmp_path: Path) -> None:
    for place in (tmp_path / "a.md", tmp_path / "a.pdf", tmp_path.parent / "a.md"):
        place.write_text("Chữ.", encoding="utf-8")
    entries, problems = handed(_table(tmp_path, row))
    assert entries == []
    assert [problem.startswith(told) for problem in problems] == [True]


def test_a_folder_with_a_folder_for_each_entry(tmp_path: Path) -> None:
    own = tmp_path / "01"
    own.mkdir()
    (own / "bai.txt").write_text("# Không phải tiêu đề\n\n1. Một * hai", encoding="utf-8")
    (own / "thong-tin.yml").write_text(
        "name: Nguyễn A\nunit: van-phong\ntitle: Bài A\nreceived: 2024-03-13T10:00\nfile: bai.txt\n", encoding="utf-8"
    )
    ((made,), problems) = handed(tmp_path)
    assert problems == []
    assert made.words == 7
    assert made.body == "\\# Không phải tiêu đề\n\n1\\. Một \\* hai\n"


def test_what_judges_read_names_nobody() -> None:
    one = entry(text="Tôi là NGƯỜI   Thử, gọi 0912 345 678 hoặc a@gmail.com nhé.")
    text, note = reading_text(one)
    assert text == "Tôi là [đã che], gọi [đã che] hoặc [đã che] nhé."
    assert note == "Đã che 3 chỗ cho biết người dự thi."


def test_traces_in_any_spelling() -> None:
    one = entry(person=Person("A", phone="+84 912.345.678", mailbox="A@gmail.com"))
    for text in ("gọi 0912 345 678", "0912.345.678", "(0912)345-678", "thư a@Gmail.com"):
        assert list(traces(text, [one])) == ["001"], text
    assert list(traces("gọi 0912 345 679", [one])) == []


def test_an_entrants_own_name_is_covered_unless_it_may_be_known() -> None:
    one = entry(person=Person("Trần Thị Ẩn"), body="Người viết: TRẦN  thị ẩn, không phải Trần Thị Ẩnh, 0912345678.")
    assert covered(one).body == "Người viết: …, không phải Trần Thị Ẩnh, …."
    named = replace(one, person=Person("Trần Thị Ẩn", name_consent=True))
    assert covered(named).body == "Người viết: TRẦN  thị ẩn, không phải Trần Thị Ẩnh, …."


def test_where_an_intake_may_lie(tmp_path: Path) -> None:
    content, site = tmp_path / "content", tmp_path / "site"
    content.mkdir()
    for bad in (content, content / "x", site / "x", tmp_path):
        with pytest.raises(IntakeRefused, match="nơi sẽ lên trang"):
            refuse_public_place(bad, content, site)
    refuse_public_place(tmp_path / "kin", content, site)
    (tmp_path / "lien-ket").symlink_to(content)
    with pytest.raises(IntakeRefused):
        refuse_public_place(tmp_path / "lien-ket" / "x", content, site)


def test_the_secret_is_made_once_and_its_loss_is_told(tmp_path: Path) -> None:
    intake = Intake.at(tmp_path, RULE)
    with pytest.raises(IntakeRefused, match=r"bi-mat\.txt"):
        intake.codes([entry()])
    intake.begin(lambda size: b"a" * size)
    intake.begin(lambda size: b"b" * size)
    assert intake.secret == b"a" * 32
    assert (intake.root / "bi-mat.txt").stat().st_mode & 0o077 == 0
