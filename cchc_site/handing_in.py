"""From what was handed in (rows and files) to entries of the register. Stands between the rooms and the doors."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path

from msgspec import Struct, field

from cchc_site.column.article import Form
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.copying import KnownText
from cchc_site.column.contest.entry import Entry, Person
from cchc_site.column.instant import day_of
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.column.unit import Units
from cchc_site.content.entry_files import TEXTS, Handed, inside
from cchc_site.content.markdown_text import own_text
from cchc_site.content.reporter import Reporter
from cchc_site.content.text_file import read_text
from cchc_site.content.time_shapes import Moment
from cchc_site.content.video_length import SUFFIXES, video_seconds
from cchc_site.desk.draft import Draft
from cchc_site.desk.markdown_writer import read_html, to_markdown
from cchc_site.desk.word_fonts import WordFileUnreadable
from cchc_site.desk.word_import import import_word
from cchc_site.intake import FILES, Intake
from cchc_site.vietnamese.text import fold

_MOST_WORD = 40_000_000
_UNTOLD = Draft("-", date(2000, 1, 1), kind="", summary="-", body="")
"""With a title given, the importer leaves the first line of a Word file where it stands: every word is counted."""
_FIX = "Sửa bảng hoặc bổ sung tệp rồi nhập lại; chưa bài nào được ghi."


class TextRead(Struct, frozen=True):
    """A text with its Markdown and the pictures that came with it."""

    body: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The running text."""
        return own_text(self.body)


class Prepared(Struct, frozen=True):
    """An entry ready for the register, and the files that belong to it."""

    entry: Entry
    pictures: Mapping[str, bytes]
    film: Path | None


def prepare(
    handed: Sequence[Handed], contest: Contest, units: Units, default: Moment | None
) -> tuple[list[Prepared], list[Problem]]:
    """Every row as an entry; problems name the row. `default` is the moment of receipt of rows that say none."""
    made: list[Prepared] = []
    problems: list[Problem] = []
    for row in handed:
        report = Reporter(row.place.path)
        prepared = _prepared(row, contest, units, default, report)
        problems += [_at(problem, row.place) for problem in report.problems]
        made += [prepared] if prepared else []
    return made, problems


def _at(problem: Problem, place: Place) -> Problem:
    """A problem of a file that a row names stands at the row, unless it has a place of its own."""
    if problem.place.path != place.path or problem.place.line:
        return problem
    return Problem(problem.code, problem.severity, place, problem.message, problem.fix)


def _prepared(row: Handed, contest: Contest, units: Units, default: Moment | None, report: Reporter) -> Prepared | None:
    values = row.values
    moment = row.received or default
    form: Form = values["form"]
    text = _text_of(row, "explanation" if form is Form.VIDEO else "file", report)
    film = _film_of(row, report) if form is Form.VIDEO else None
    _check_moment(moment, contest, report)
    if moment is None or text is None or any(p.severity is Severity.ERROR for p in report.problems):
        return None
    seconds = video_seconds(film) if film else None
    claimed = values["duration"] if form is Form.VIDEO else None
    person = Person(
        values["name"], values["position"], values["phone"], values["email"],
        values["consent_name"], values["consent_position"],
    )  # fmt: skip
    entry = Entry(
        receipt="",
        received=moment.at,
        title=values["title"],
        form=form,
        unit=unit_of(values["unit"], units, contest),
        person=person,
        text=text.text,
        body=text.body,
        seconds=claimed if seconds is None else seconds,
        measured=seconds is not None,
        video=film.suffix.lower() if film else "",
        pictures=tuple(text.pictures),
        original=values["original"],
        topics=values["topics"],
        areas=values["areas"],
        doubts=(*text.notes, *_doubts(seconds, claimed)),
    )
    return Prepared(entry, text.pictures, film)


def _doubts(seconds: int | None, claimed: int | None) -> Sequence[str]:
    if seconds is not None and claimed is not None and abs(seconds - claimed) > 1:
        return (f"trên bìa ghi {claimed} giây, tệp video dài {seconds} giây",)
    return ()


def _check_moment(moment: Moment | None, contest: Contest, report: Reporter) -> None:
    due = contest.entries.due
    if moment is None:
        report.error("P06", None, "Chưa ghi thời điểm nhận bài.", f"Điền cột “Thời điểm nhận”, hoặc --received. {_FIX}")
    elif moment.date_only and due.timed and day_of(moment.at) == due.last_good_day:
        report.error(
            "P06", None, f"Nhận đúng ngày hết hạn ({due.words}) mà không ghi giờ.", f"Ghi cả giờ, phút. {_FIX}"
        )


def unit_of(written: str, units: Units, contest: Contest) -> str:
    """The id of the unit that is written by id, name or short name; the words themselves when none is called so.

    Of several units of one name the one that may take part is meant.
    """
    wanted = fold(written).split()
    named = [u.id for u in units.values() if wanted in (u.id.split(), fold(u.name).split(), fold(u.short_name).split())]
    return next((key for key in named if key in contest.units), named[0] if named else " ".join(written.split()))


def _text_of(row: Handed, name: str, report: Reporter) -> TextRead | None:
    """The article or the explanation; an entry without one is an entry without words, which its form judges."""
    written = row.values[name]
    if not written:
        return TextRead("")
    file = inside(row.folder, written)
    if file is None:
        report.error("P06", None, f"Không thấy tệp “{written}” cạnh bảng.", _FIX)
        return None
    return read_piece(file, report)


def read_piece(file: Path, report: Reporter) -> TextRead | None:
    """The text of a .docx, .md or .txt; None after reporting."""
    if file.suffix.lower() not in TEXTS:
        fix = f"Nộp lại dạng {', '.join(TEXTS)}. {_FIX}"
        report.error("P06", None, f"Không đọc được chữ trong “{file.name}”.", fix)
        return None
    if file.suffix.lower() == ".docx":
        try:
            if file.stat().st_size > _MOST_WORD:
                raise WordFileUnreadable("Tệp Word quá lớn.")
            made = import_word(file.read_bytes(), _UNTOLD)
        except (OSError, WordFileUnreadable) as error:
            report.error("P06", None, f"“{file.name}”: {error}", _FIX)
            return None
        return TextRead(made.draft.body, made.pictures, made.notes)
    own = Reporter(report.path)
    text = read_text(file, own)
    for problem in own.problems:
        report.error("P06", None, f"“{file.name}”: {problem.message}", problem.fix)
    if text is None:
        return None
    return TextRead(text if file.suffix.lower() == ".md" else _plain_markdown(text))


def _plain_markdown(text: str) -> str:
    """Plain text as Markdown that shows exactly its words: what looks like markup is escaped."""
    blocks = [" ".join(block.split()) for block in text.split("\n\n")]
    return to_markdown(read_html("".join(f"<p>{escape(block)}</p>" for block in blocks if block)))


def _film_of(row: Handed, report: Reporter) -> Path | None:
    written = row.values["video"]
    if not written:
        return None
    file = inside(row.folder, written)
    if file is None:
        report.error("P06", None, f"Không thấy tệp video “{written}” cạnh bảng.", _FIX)
    elif file.suffix.lower() not in SUFFIXES:
        report.error(
            "P06", None, f"Không đo được thời lượng của “{written}”.", f"Nộp dạng {', '.join(SUFFIXES)}. {_FIX}"
        )
        return None
    return file


def keep_files(intake: Intake, prepared: Sequence[Prepared], fresh: Sequence[Entry]) -> None:
    """Copy the films and pictures of new entries into the intake folder, below their receipts."""
    receipts = {entry.key: entry.receipt for entry in fresh}
    for item in prepared:
        receipt = receipts.pop(item.entry.key, "")
        if not receipt:
            continue
        for name, data in item.pictures.items():
            intake.write(f"{FILES}/{receipt}/{name}", data)
        if item.film is not None:
            target = intake.write(f"{FILES}/{receipt}/video{item.film.suffix.lower()}", b"")
            shutil.copyfile(item.film, target)


def read_known(places: Sequence[Path], report: Reporter) -> list[KnownText]:
    """The texts supplied as already published: files, or folders of files."""
    found: list[KnownText] = []
    for place in places:
        files = sorted(f for f in place.rglob("*") if f.suffix.lower() in TEXTS) if place.is_dir() else [place]
        for file in files:
            text = read_piece(file, report)
            found += [KnownText(file.name, text.text)] if text else []
    return found
