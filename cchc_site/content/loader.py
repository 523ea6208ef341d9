"""Reading the whole content folder, once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column.activity import Activity
from cchc_site.column.article import Article
from cchc_site.column.closed_month import ClosedMonths
from cchc_site.column.column import Asset, Column, Identity, StandingPage
from cchc_site.column.contact import Contact
from cchc_site.column.contest.record import ContestRecord
from cchc_site.column.document import Documents, OfficialDocument
from cchc_site.column.index_score import IndexScore
from cchc_site.column.letterhead import Letterhead
from cchc_site.column.network import Network
from cchc_site.column.plan import Plan
from cchc_site.column.problem import Problem, sort_problems
from cchc_site.column.procedure import Procedure, Procedures
from cchc_site.column.slogan import Slogan
from cchc_site.column.submission import Submission
from cchc_site.column.term import Term
from cchc_site.column.unit import Units
from cchc_site.content.contest_rows import CONTEST_RECORD
from cchc_site.content.data_files import CLOSED_MONTH, COLUMN, PLAN, UNIT, read_group, read_list
from cchc_site.content.directory_files import DIRECTORY_FILES, is_directory_file, read_directory
from cchc_site.content.file_names import has_safe_name, is_markdown
from cchc_site.content.page_file import PageReading, ReadPages, read_each
from cchc_site.content.picture_file import is_picture, is_showable
from cchc_site.content.record_files import LETTERHEAD, SUBMISSION
from cchc_site.content.register_files import TERM
from cchc_site.content.reporter import Reporter, printable
from cchc_site.content.shape import Invalid, nearest
from cchc_site.content.text_file import read_text

DATA_FOLDER = "_data"
MAX_DEPTH = 20
"""How many folders may lie in one another: far more than anybody needs, far fewer than Python's recursion bears."""
_DATA_FILES = [
    "column.yml", "units.yml", "closed-months.yml", "submissions.yml", "letterhead.yml", "terms.yml", "contests.yml",
    *DIRECTORY_FILES,
]  # fmt: skip
PUBLISHABLE = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".webm", ".mp3", ".m4a", ".ogg",
    ".pdf", ".docx", ".xlsx", ".csv", ".txt",
)  # fmt: skip
"""Kinds of file that cannot run on a reader's machine. HTML and SVG can carry scripts, so they are not among them."""


class Reading(Struct, frozen=True):
    """What could be read, and everything that was wrong with it."""

    column: Column
    problems: tuple[Problem, ...]


class _Collector:
    """The parts of the column as they are found."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.identity = Identity(id="chuyen-muc", name="Chuyên mục", description="", agency="")
        self.units = Units()
        self.plans: list[Plan] = []
        self.closed = ClosedMonths()
        self.articles: list[Article] = []
        self.assets: dict[str, Asset] = {}
        self.standing: list[StandingPage] = []
        self.submissions: list[Submission] = []
        self.letterheads: list[Letterhead] = []
        self.terms: list[Term] = []
        self.documents: list[OfficialDocument] = []
        self.contacts: list[Contact] = []
        self.procedures: list[Procedure] = []
        self.indices: list[IndexScore] = []
        self.activities: list[Activity] = []
        self.slogans: list[Slogan] = []
        self.contest_records: list[ContestRecord] = []
        self.networks: list[Network] = []

    def reporter(self, path: str) -> Reporter:
        """A reporter whose problems end up here; people see the path with the folder's own name."""
        report = Reporter(printable(f"{self.root.resolve().name}/{path}"))
        report.problems = self.problems
        return report

    def take(self, page: PageReading) -> None:
        """What a Markdown file gave."""
        self.problems += page.problems
        if page.article is not None:
            self.articles.append(page.article)
        if page.standing is not None:
            self.standing.append(page.standing)

    def column(self) -> Column:
        return Column(
            self.identity,
            self.units,
            tuple(self.articles),
            tuple(self.plans),
            self.closed,
            self.assets,
            tuple(self.standing),
            tuple(self.submissions),
            tuple(self.letterheads),
            tuple(self.terms),
            documents=Documents.of(self.documents),
            contacts=tuple(self.contacts),
            procedures=Procedures.of(self.procedures),
            indices=tuple(self.indices),
            activities=tuple(self.activities),
            slogans=tuple(self.slogans),
            contest_records=tuple(self.contest_records),
            networks=tuple(self.networks),
        )


def read_content(
    root: Path, read_pages: ReadPages = read_each, is_known: Callable[[str], bool] = lambda path: False
) -> Reading:
    """Read `root` (the `content` folder). Problems are sorted by file and line; nothing is raised for bad content.

    `read_pages` may answer for the Markdown files from what it read before; `is_known` says of a picture that it was
    looked at before and has not changed since.
    """
    found = _Collector(root)
    if not root.is_dir():
        found.reporter("").error("C01", None, f"Không thấy thư mục nội dung {root.name}/.", "Chạy lệnh ở thư mục gốc.")
        return Reading(found.column(), sort_problems(found.problems))
    paths = _files(root, found)
    _read_data(found, [path for path in paths if path.startswith(f"{DATA_FOLDER}/")])
    texts: list[str] = []
    others: list[str] = []
    for path in paths:
        if not path.startswith(f"{DATA_FOLDER}/"):
            (texts if is_markdown(path) else others).append(path)
    for page in read_pages(root, texts, found.column()):
        found.take(page)
    for path in others:
        _note_asset(found, path, is_known)
    return Reading(found.column(), sort_problems(found.problems))


def _files(root: Path, found: _Collector, folder: str = "") -> list[str]:
    """Every file below the folder, sorted by name; symbolic links are refused, never followed."""
    if folder.count("/") > MAX_DEPTH:
        message = f"Thư mục lồng vào nhau quá {MAX_DEPTH} cấp."
        found.reporter(folder).error("T06", None, message, "Chuyển tệp lên thư mục cấp trên.")
        return []
    try:
        with os.scandir(root / folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        message = f"Không mở được thư mục: {error.strerror}."
        found.reporter(folder).error("T08", None, message, "Kiểm tra quyền đọc và tên thư mục.")
        return []
    paths: list[str] = []
    for entry in entries:
        path = f"{folder}{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            found.reporter(path).error(
                "T05",
                None,
                "Đây là liên kết tượng trưng (symlink), có thể trỏ ra ngoài thư mục nội dung.",
                "Thay bằng chính tệp đó.",
            )
        elif entry.is_dir():
            paths += _files(root, found, f"{path}/")
        elif entry.is_file():
            paths.append(path)
        else:
            found.reporter(path).error("T08", None, "Đây không phải là tệp thường.", "Xóa khỏi thư mục nội dung.")
    return paths


def _note_asset(found: _Collector, path: str, is_known: Callable[[str], bool]) -> None:
    report = found.reporter(path)
    if not has_safe_name(path, report):
        return
    if not path.lower().endswith(PUBLISHABLE):
        report.error(
            "T07",
            None,
            f"Loại tệp “{path.rpartition('/')[2]}” không được đăng trên trang.",
            f"Chỉ đăng: {' '.join(PUBLISHABLE)}; tệp khác để ngoài thư mục nội dung.",
        )
        return
    if is_picture(path) and not is_known(path) and not is_showable(found.root / path, report):
        return
    found.assets[path] = Asset(path, (found.root / path).stat().st_size)


def _read_data(found: _Collector, paths: list[str]) -> None:
    for name in ("column.yml", "units.yml"):
        path = f"{DATA_FOLDER}/{name}"
        if path not in paths:
            found.reporter(path).error("C01", None, f"Thiếu tệp {name}.", "Chép lại tệp mẫu từ dự án.")
    for path in sorted(paths, key=lambda path: not path.endswith("/units.yml")):  # tables name units
        name = path.removeprefix(f"{DATA_FOLDER}/")
        report = found.reporter(path)
        if is_directory_file(name):
            read_directory(found.root / path, name, found, report)
            continue
        known = name in _DATA_FILES or re.fullmatch(r"plans/[a-z0-9-]+\.yml", name)
        if not known:
            name = printable(name)
            guess = nearest(name, _DATA_FILES)
            message = f"Không có tệp dữ liệu nào tên “{name}”.{guess}"
            report.error("C02", None, message, f"Dùng: {', '.join(_DATA_FILES)}, plans/<mã kế hoạch>.yml.")
            continue
        text = read_text(found.root / path, report)
        if text is not None:
            _take(found, name, text, report)


def _take(found: _Collector, name: str, text: str, report: Reporter) -> None:
    if name == "column.yml":
        identity = read_group(text, COLUMN, report)
        found.identity = found.identity if isinstance(identity, Invalid) else identity
    elif name == "units.yml":
        found.units = Units.of(read_list(text, UNIT, report))
    elif name == "closed-months.yml":
        found.closed = ClosedMonths.of(read_list(text, CLOSED_MONTH, report))
    elif name == "submissions.yml":
        found.submissions += read_list(text, SUBMISSION, report)
    elif name == "letterhead.yml":
        found.letterheads += read_list(text, LETTERHEAD, report)
    elif name == "contests.yml":
        found.contest_records += read_list(text, CONTEST_RECORD, report)
    elif name == "terms.yml":
        found.terms = read_list(text, TERM, report)
    else:
        plan: Any = read_group(text, PLAN, report)
        if not isinstance(plan, Invalid):
            quotas = tuple(replace(quota, plan=plan.id) for quota in plan.quotas)
            found.plans.append(replace(plan, quotas=quotas))
