"""What was handed in: a table of entries (XLSX, CSV) with the files it names, or a folder with one folder an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from cchc_site.column.area import AREA_BY_ID
from cchc_site.column.article import Form
from cchc_site.column.problem import Place
from cchc_site.content import yaml_tree
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.reporter import Reporter, printable
from cchc_site.content.shape import INVALID, Choice, Flag, Invalid, Text, Word
from cchc_site.content.sheet_files import read_sheet
from cchc_site.content.sheet_rows import Headings
from cchc_site.content.text_file import Spot, read_text
from cchc_site.content.time_shapes import Instant, Moment
from cchc_site.content.workbook_guard import formula_cells, open_clean

CARD = "thong-tin.yml"
"""In an entry's own folder: what stands on its cover."""
TEXTS = (".docx", ".md", ".txt")
_FORMS = {"text": Form.TEXT, "video": Form.VIDEO}
_FIX = "Sửa bảng rồi nhập lại; chưa bài nào được ghi."


class _Duration:
    """`330`, `5:30`, “05 phút 30 giây”: seconds."""

    label = "thời lượng, ví dụ 5:30"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """Whole seconds."""
        text = Text(most=40).read(node, report)
        if isinstance(text, Invalid):
            return INVALID
        match = re.fullmatch(r"([0-9]{1,3})(?::|\s*phút\s*)([0-5]?[0-9])?(?:\s*giây)?", text)
        if match:
            return int(match[1]) * 60 + int(match[2] or 0)
        match = re.fullmatch(r"([0-9]{1,5})(?:\s*giây)?", text)
        if match:
            return int(match[1])
        report.error("F03", node, f"“{text}” không phải là thời lượng.", "Viết phút:giây, ví dụ 5:30.")
        return INVALID


_FILE = Text("tên tệp", most=200)

ENTRY = Group(
    (
        Field("name", Text(most=200), "họ và tên người dự thi", "…", default=""),
        Field("position", Text(most=200), "chức vụ", "Chuyên viên", default=""),
        Field("unit", Text(most=200), "đơn vị công tác: tên hoặc mã", "Văn phòng Sở", required=True),
        Field("phone", Text(most=60), "điện thoại; không bao giờ rời thư mục này", "", default=""),
        Field("email", Text(most=200), "hộp thư; không bao giờ rời thư mục này", "", default=""),
        Field("title", Text(most=200), "tiêu đề bài dự thi", "…", required=True),
        Field("form", Choice(_FORMS, what="hình thức"), "hình thức: text, video", "text", default=Form.TEXT),
        Field("received", Instant(), "thời điểm nhận, có giờ phút giây", "2026-11-14T15:59:59"),
        Field("file", _FILE, "tệp bài viết: .docx, .md, .txt", "bai-01.docx", default=""),
        Field("video", _FILE, "tệp video", "bai-02.mp4", default=""),
        Field("explanation", _FILE, "tệp thuyết minh video", "thuyet-minh-02.docx", default=""),
        Field("duration", _Duration(), "thời lượng ghi trên bìa đĩa", "5:30"),
        Field("original", Flag(), "cam đoan không sao chép, chưa đăng ở đâu", "true", default=False),
        Field("consent_name", Flag(), "đồng ý công bố họ tên", "true", default=False),
        Field("consent_position", Flag(), "đồng ý công bố chức vụ", "true", default=False),
        Field("topics", ListOf(Word()), "mã chủ đề", "[a]", default=()),
        Field("areas", ListOf(Choice({key: key for key in AREA_BY_ID}, what="lĩnh vực")), "lĩnh vực", "[procedures]",
              default=()),
    ),
    what="bài dự thi",
)  # fmt: skip

_YES = {"co": "true", "x": "true", "dong y": "true", "cam doan": "true", "1": "true", "khong": "false", "0": "false"}
HEADINGS = Headings(
    fields={
        "name": ("Họ và tên", "Họ tên", "Tác giả", "Họ và tên tác giả"),
        "position": ("Chức vụ",),
        "unit": ("Đơn vị", "Đơn vị công tác", "Cơ quan, đơn vị", "Nơi công tác"),
        "phone": ("Điện thoại", "Số điện thoại", "SĐT"),
        "email": ("Thư điện tử", "Hộp thư"),
        "title": ("Tiêu đề", "Tên bài", "Tiêu đề bài viết", "Tên bài dự thi", "Tiêu đề bài dự thi"),
        "form": ("Hình thức", "Thể loại"),
        "received": ("Thời điểm nhận", "Ngày nhận", "Ngày giờ nhận", "Nhận lúc"),
        "file": ("Tệp bài", "Tệp bài viết", "Bài viết"),
        "video": ("Tệp video",),
        "explanation": ("Tệp thuyết minh", "Thuyết minh"),
        "duration": ("Thời lượng",),
        "original": ("Cam đoan", "Cam đoan không sao chép"),
        "consent_name": ("Đồng ý công bố họ tên", "Đồng ý nêu tên"),
        "consent_position": ("Đồng ý công bố chức vụ", "Đồng ý nêu chức vụ"),
        "topics": ("Chủ đề",),
        "areas": ("Lĩnh vực",),
    },
    words={
        "form": {"bai viet": "text", "van ban": "text", "bai": "text", "video clip": "video", "clip": "video"},
        "original": _YES,
        "consent_name": _YES,
        "consent_position": _YES,
    },
    key="title",
    titles=False,
    instants=frozenset({"received"}),
    lists=frozenset({"topics", "areas"}),
)


class Handed(Struct, frozen=True):
    """One row as handed in: values by field, the folder in which its files lie, and where it stands."""

    values: Mapping[str, Any]
    folder: Path
    place: Place

    @property
    def received(self) -> Moment | None:
        """When it was received, if the row says."""
        moment: Moment | None = self.values["received"]
        return moment


def read_entries(source: Path, report: Reporter) -> list[Handed]:
    """Every entry of a table or a folder; problems reported, never raised."""
    if source.is_dir():
        return list(_from_folder(source, report))
    if source.suffix.lower() not in (".xlsx", ".csv"):
        report.error("P06", None, "Chỉ nhập được .xlsx, .csv hoặc một thư mục.", "Lưu bảng thành .xlsx hoặc .csv.")
        return []
    if source.suffix.lower() == ".xlsx" and not _is_clean(source, report):
        return []
    rows = read_sheet(source, HEADINGS, report)
    if not rows and not report.problems:
        report.error("P06", None, "Bảng không có bài dự thi nào.", "Ghi mỗi bài một dòng dưới dòng tiêu đề.")
    return list(_handed(rows, source.parent, report))


def _is_clean(source: Path, report: Reporter) -> bool:
    try:
        book = open_clean(source.read_bytes(), source.name, report)
    except OSError as error:
        report.error("T08", None, f"Không mở được tệp: {error.strerror}.", "Kiểm tra đường dẫn và quyền đọc.")
        return False
    if book is None:
        return False
    formulas = list(formula_cells(book.worksheets[0]))
    for cell in formulas:
        report.error("P03", Spot(cell.row, cell.column), f"Ô {cell.coordinate} là công thức.", "Dán lại thành giá trị.")
    return not formulas


def _from_folder(source: Path, report: Reporter) -> Iterator[Handed]:
    tables = [file for file in sorted(source.iterdir()) if file.suffix.lower() in (".xlsx", ".csv")]
    for table in tables:
        inner = Reporter(f"{report.path}/{printable(table.name)}")
        inner.problems = report.problems
        yield from read_entries(table, inner)
    folders = [folder for folder in sorted(source.iterdir()) if folder.is_dir() and (folder / CARD).is_file()]
    if not tables and not folders:
        fix = f"Mỗi bài một thư mục con có {CARD}, hoặc đặt bảng .xlsx, .csv trong thư mục."
        report.error("P06", None, "Thư mục không có bài dự thi nào.", fix)
    for folder in folders:
        inner = Reporter(f"{report.path}/{printable(folder.name)}/{CARD}")
        inner.problems = report.problems
        text = read_text(folder / CARD, inner)
        tree = yaml_tree.parse_yaml(text, inner) if text is not None else None
        if isinstance(tree, yaml_tree.Mapping):
            yield from _handed([tree], folder, inner)
        elif text is not None:
            inner.error("P06", None, f"{CARD} phải gồm các dòng “tên: giá trị”.", f"Chép mẫu {CARD} trong sổ tay.")


def _handed(rows: list[yaml_tree.Mapping], folder: Path, report: Reporter) -> Iterator[Handed]:
    for row in rows:
        values = ENTRY.values(row, report)
        if not isinstance(values, Invalid):
            yield Handed(values, folder, report.at(row))


def inside(folder: Path, name: str) -> Path | None:
    """A file named by a row, when it lies in the folder and is a plain file; a name may not lead outside."""
    file = folder / name
    try:
        good = file.resolve().is_relative_to(folder.resolve()) and file.is_file() and not file.is_symlink()
    except OSError:
        return None
    return file if good else None
