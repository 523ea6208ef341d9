"""Private papers of a contest, for the intake folder only: receipts, covers, labels of discs, the hand-over list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docx.document import Document

from cchc_site.column.article import Form
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.entry import Entry
from cchc_site.column.contest.validity import Examined
from cchc_site.column.instant import VIETNAM
from cchc_site.column.unit import Units
from cchc_site.report.plain_docx import open_plain, paragraph, saved, table
from cchc_site.vietnamese.numbers import pad2


def receipts_docx(contest: Contest, examined: Sequence[Examined], units: Units) -> bytes:
    """One slip an entry: number, moment of receipt, title, and what is wrong with it already."""
    document = open_plain("Phiếu nhận bài dự thi")
    for number, item in enumerate(examined):
        _page(document, number)
        entry = item.entry
        local = entry.received.astimezone(VIETNAM)
        paragraph(document, f"PHIẾU NHẬN BÀI DỰ THI SỐ {entry.receipt}", bold=True, centred=True)
        paragraph(document, contest.title, centred=True)
        paragraph(document, f"Người nộp: {entry.person.name}, {_unit(units, entry)}")
        paragraph(document, f"Tiêu đề: {entry.title} ({entry.form.label.lower()}, {_measure(entry)})")
        paragraph(document, f"Nhận lúc {local:%H:%M:%S} ngày {local:%d/%m/%Y}; hạn nộp {contest.entries.due.words}.")
        for reason in item.reasons:
            paragraph(document, f"{reason.flaw.label}: {reason.words}.")
        paragraph(document, "Người nhận (ký, ghi rõ họ tên)", italic=True)
    return saved(document)


def covers_docx(contest: Contest, entries: Sequence[Entry], units: Units) -> bytes:
    """The cover of each written entry, as plans ask: its fixed line, title, name, position, workplace, telephone."""
    document = open_plain("Bìa bài dự thi")
    for number, entry in enumerate(entry for entry in entries if entry.form is Form.TEXT):
        _page(document, number)
        paragraph(document, (contest.cover or f"Bài dự thi {contest.title}").upper(), bold=True, centred=True)
        paragraph(document, "")
        paragraph(document, entry.title, bold=True, centred=True)
        paragraph(document, "")
        for line in _cover_lines(entry, units):
            paragraph(document, line)
    return saved(document)


def labels_docx(contest: Contest, entries: Sequence[Entry], units: Units) -> bytes:
    """The label on the sleeve of each disc: name, title, workplace, telephone."""
    document = open_plain("Nhãn bì đựng đĩa video", size=12)
    for entry in entries:
        if entry.form is not Form.TEXT:
            paragraph(document, contest.cover or f"Bài dự thi {contest.title}", bold=True, line=1)
            paragraph(document, f"Tiêu đề: {entry.title} ({_measure(entry)})", line=1)
            for line in _cover_lines(entry, units):
                paragraph(document, line, line=1)
            paragraph(document, "", line=1)
    return saved(document)


def handover_docx(contest: Contest, codes: Mapping[str, Entry]) -> bytes:
    """What the office hands to the judges: blind codes, forms and lengths; no name, no unit, no title."""
    document = open_plain("Danh sách bàn giao bài dự thi")
    paragraph(document, "DANH SÁCH BÀN GIAO BÀI DỰ THI CHO BAN GIÁM KHẢO", bold=True, centred=True)
    paragraph(document, contest.title, centred=True)
    rows = [
        (str(number), code, codes[code].form.label, _measure(codes[code]))
        for number, code in enumerate(sorted(codes), 1)
    ]
    table(document, ("STT", "Mã bài", "Hình thức", "Độ dài"), rows)
    paragraph(document, f"Tổng số: {pad2(len(codes))} bài.")
    paragraph(document, "Người giao                                             Người nhận", bold=True, centred=True)
    return saved(document)


def reading_copy_docx(code: str, text: str, note: str) -> bytes:
    """An entry's text under its code, with nothing of its author in the file."""
    document = open_plain(f"Bài dự thi mã {code}")
    paragraph(document, f"Mã bài: {code}", bold=True)
    if note:
        paragraph(document, note, italic=True)
    for block in text.split("\n"):
        if block.strip():
            paragraph(document, block.strip())
    return saved(document)


def _cover_lines(entry: Entry, units: Units) -> Sequence[str]:
    person = entry.person
    lines = (
        ("Họ và tên tác giả", person.name),
        ("Chức vụ", person.position),
        ("Đơn vị công tác", _unit(units, entry)),
        ("Điện thoại", person.phone),
    )
    return [f"{name}: {value or '…'}" for name, value in lines]


def _unit(units: Units, entry: Entry) -> str:
    unit = units.get(entry.unit)
    return unit.name if unit else entry.unit


def _measure(entry: Entry) -> str:
    if entry.form is Form.TEXT:
        return f"{entry.words} chữ"
    return f"{entry.seconds // 60} phút {entry.seconds % 60:02d} giây" if entry.seconds else "chưa rõ thời lượng"


def _page(document: Document, number: int) -> None:
    if number:
        document.add_page_break()  # type: ignore[no-untyped-call]
