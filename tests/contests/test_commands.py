"""The contest's commands: what they refuse, and what the checks say of a plan's contests and their record."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest
from desk.word_files import photo
from docx import Document
from doors.commands import cchc
from openpyxl import Workbook, load_workbook
from support.builders import prose
from support.files import PLAN_YML, Folder, where

from cchc_site.content.loader import read_content

CONTEST_YML = """\
contests:
  - id: cuoc-thi
    title: Cuộc thi viết
    min: 1
    units: [van-phong]
    entries: {id: nop, title: Nhận bài, from: 2024-03-01, due: {before: 2024-03-14T16:00}}
    judging: {id: cham, title: Chấm thi, due: {by: 2024-03-20}}
    award: {id: trao, title: Trao giải, due: {by: 2024-03-22}}
    forms: [{form: text, words: [10, 2000]}]
    rubric: [{id: y, title: Ý tưởng, max: 10}]
    ties: [y]
    prizes:
      - {id: nhat, title: Giải nhất, amount: 1000000}
      - {id: kk, title: Khuyến khích, count: 2, amount: 300000, per: each}
    prize_money: 1600000
"""
RECORD_YML = """\
- contest: cuoc-thi
  at: 2024-03-22
  participation: [{unit: van-phong, submitted: 2, valid: 1}]
  judges: 1
  winners: [{prize: nhat, code: AAAA-2222, title: Bài, unit: van-phong, average: "9.5"}]
"""


@pytest.fixture
def office(tmp_path: Path) -> Folder:
    """A column whose plan has a contest."""
    return Folder(tmp_path, plan=PLAN_YML + CONTEST_YML)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("per: each", "per: together"), "K18"),
        ((", per: each", ""), "K17"),
        (("ties: [y]", "ties: [z]"), "K18"),
        (("id: kk", "id: nhat"), "K18"),
        (("prize_money: 1600000", "prize_money: 1300000"), "K18"),
        (("count: 2, amount: 300000, per: each", "count: 3, amount: 100001, per: together"), "K18"),
        (("forms: [", "forms: [{form: text}, "), "K18"),
        (("    rubric", "    topics: [a]\n    rubric"), "K18"),
        (("units: [van-phong]", "units: [phong-khac]"), "U03"),
        (("id: cham", "id: nop"), "K15"),
        (("from: 2024-03-01", "from: 2024-03-15"), "K11"),
        (("words: [10, 2000]", "words: [2000, 10]"), "F03"),
    ],
)
def test_a_contest_that_cannot_be_meant(change: tuple[str, str], code: str, tmp_path: Path) -> None:
    assert change[0] in CONTEST_YML
    found = Folder(tmp_path, plan=PLAN_YML + CONTEST_YML.replace(*change, 1)).problems()
    assert {problem.code for problem in found} == {code}


def test_two_contests_of_one_id(tmp_path: Path) -> None:
    twice = CONTEST_YML + CONTEST_YML.removeprefix("contests:\n")
    assert "K18" in {problem.code for problem in Folder(tmp_path, plan=PLAN_YML + twice).problems()}


@pytest.mark.parametrize(
    "change",
    [
        ("contest: cuoc-thi", "contest: khac"),
        ("unit: van-phong, submitted", "unit: la, submitted"),
        ("valid: 1", "valid: 3"),
        ("prize: nhat", "prize: ba"),
        ('average: "9.5"', 'average: "10.5"'),
        ('average: "9.5"', 'average: "9.5", piece: 2024/03/khong-co'),
        ("winners: [", 'winners: [{prize: nhat, code: BBBB-3333, title: B, unit: van-phong, average: "9"}, '),
        ("participation: [", "participation: [{unit: van-phong, submitted: 1, valid: 1}, "),
    ],
)
def test_a_record_that_tells_what_is_not_so(change: tuple[str, str], office: Folder) -> None:
    office.write("_data/contests.yml", RECORD_YML)
    assert office.problems() == []
    office.write("_data/contests.yml", RECORD_YML.replace(*change, 1))
    assert where(office.problems()) == [("K19", "_data/contests.yml:1:3")]


def test_places_that_would_be_published_are_refused(office: Folder) -> None:
    table = office.root.parent / "bang.csv"
    table.write_text("Đơn vị,Tiêu đề\nvan-phong,Bài\n", encoding="utf-8")
    for place in (office.root / "nhan", office.root.parent / "site" / "x", office.root.parent):
        options = ["--intake", str(place), "--site", str(office.root.parent / "site")]
        done = cchc("contest", "import", str(table), *options, content=office.root, as_of="2024-03-15")
        assert (done.exit_code, "nơi sẽ lên trang" in done.output) == (2, True)
        assert not (place / "cuoc-thi").exists()
    inside = office.write("bang.csv", table.read_bytes())
    done = cchc("contest", "import", str(inside), "--intake", str(office.root.parent / "kin"), content=office.root)
    assert done.exit_code == 2
    assert not (office.root.parent / "kin").exists()


def test_the_way_in_order(office: Folder) -> None:
    intake = office.root.parent / "kin"
    table = office.root.parent / "bang.csv"

    def run(*arguments: str, as_of: str = "2024-03-15") -> tuple[int, str]:
        options = ["--intake", str(intake), "--site", str(office.root.parent / "site")]
        done = cchc("contest", *arguments, *options, content=office.root, as_of=as_of)
        return done.exit_code, done.output

    assert run("sheets", "--judge", "A") == (2, "Không có bài hợp lệ nào để chấm.\n")
    table.write_text(
        "Họ tên,Đơn vị,Tiêu đề,Nhận lúc,Tệp bài\nA,van-phong,Bài,14/03/2024 15:00,thieu.txt\n", encoding="utf-8"
    )
    code, told = run("import", str(table))
    assert (code, "P06" in told, intake.exists()) == (2, True, False), "nothing is entered while one row is wrong"
    words = "Một hai ba bốn năm sáu bảy tám chín mười. Gọi 0912345678.\n\nNgười viết: a  b"
    (table.parent / "bai.txt").write_text(words, encoding="utf-8")
    table.write_text(
        "Họ tên,Đơn vị,Tiêu đề,Nhận lúc,Tệp bài,Điện thoại\nA B,van-phong,Bài,14/03/2024 15:00,bai.txt,0912345678\n",
        encoding="utf-8",
    )
    assert run("import", str(table))[0] == 0
    assert "0 bài mới, 1 bài đã có" in run("import", str(table))[1]
    assert "Chưa hết hạn nộp bài" in run("sheets", "--judge", "A", as_of="2024-03-14")[1]
    assert "khác nhau" in run("sheets", "--judge", "A", "--judge", "a")[1]
    assert run("sheets", "--judge", "A", "--judge", "B")[0] == 0
    assert "Chưa có kết quả chấm" in run("publish")[1]
    sheet = intake / "cuoc-thi" / "phieu-cham" / "phieu-cham-a.xlsx"
    code, told = run("score", str(sheet))
    assert (code, "Ô D7: chưa chấm “Ý tưởng”" in told) == (2, True)
    for name in ("a", "b"):
        file = sheet.with_name(f"phieu-cham-{name}.xlsx")
        book = load_workbook(file)
        book.worksheets[0]["D7"] = 9
        book.save(file)
    assert "P05: Chưa có phiếu của giám khảo “B”" in run("score", str(sheet))[1]
    assert "Phiếu thứ hai của giám khảo “A”" in run("score", str(sheet), str(sheet))[1]
    assert run("score", *map(str, sorted(sheet.parent.glob("*.xlsx"))))[0] == 0
    before = sorted(path for path in office.root.rglob("*") if path.is_file())
    code, told = run("publish", as_of="2024-03-22T09:00")
    assert (code, "người nộp hồ sơ số 001" in told) == (2, True)
    assert sorted(path for path in office.root.rglob("*") if path.is_file()) == before, "nothing half-written"
    assert run("publish", "--cover", as_of="2024-03-22T09:00")[0] == 0
    (piece,) = (office.root / "tin-bai").rglob("*.md")
    assert "chín mười. Gọi ….\n\nNgười viết: …\n" in piece.read_text(encoding="utf-8")
    assert "đã công bố" in run("publish", "--cover", as_of="2024-03-22T10:00")[1]


def test_a_word_file_with_a_picture_and_awkward_words_becomes_a_piece(office: Folder) -> None:
    folder = office.root.parent / "nhan"
    folder.mkdir()
    word = Document()
    word.add_paragraph(prose("chữ *đậm* [không] <b>", 80) + ".")
    word.add_picture(io.BytesIO(photo()))
    word.add_paragraph("# Không phải tiêu đề")
    word.save(str(folder / "a.docx"))
    book = Workbook()
    page = book.worksheets[0]
    page.append(
        [*["Họ tên", "Chức vụ", "Đơn vị", "Tiêu đề", "Nhận lúc", "Tệp bài", "Đồng ý nêu tên", "Đồng ý nêu chức vụ"]]
    )
    page.append(["Đỗ: Thử", "Phó phòng", "van-phong", 'Nói "thật": #một - {hai}', "13/03/2024", "a.docx", "có", "x"])
    book.save(folder / "bang.xlsx")
    options = ["--intake", str(office.root.parent / "kin"), "--site", str(office.root.parent / "site")]

    def run(*arguments: str) -> None:
        done = cchc("contest", *arguments, *options, content=office.root, as_of="2024-03-22T09:00")
        assert done.exit_code == 0, done.output

    run("import", str(folder))
    run("sheets", "--judge", "A")
    sheet = office.root.parent / "kin" / "cuoc-thi" / "phieu-cham" / "phieu-cham-a.xlsx"
    scored = load_workbook(sheet)
    scored.worksheets[0]["D7"] = 9.5
    scored.save(sheet)
    run("score", str(sheet))
    run("publish")
    column = read_content(office.root).column
    (article,) = column.articles
    assert (article.title, article.author) == ('Nói "thật": #một - {hai}', "Đỗ: Thử, Phó phòng")
    assert article.id == "2024/03/noi-that-mot-hai"
    assert "2024/03/noi-that-mot-hai-1.jpg" in "".join(column.assets)
    (record,) = column.contest_records
    assert [(w.prize, w.average, w.piece, w.position) for w in record.winners] == [
        ("nhat", Decimal("9.50"), article.id, "Phó phòng")
    ]
