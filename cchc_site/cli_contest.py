"""The commands of a contest: intake, board, sheets, scores, verification, publication. A part of door 2."""

from __future__ import annotations

import json
import secrets
import shutil
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from cchc_site.cli import INVALID, content_option, fail, instant_of, main, valid_column
from cchc_site.column.article import Form
from cchc_site.column.contest.audit import sheets_of, verify
from cchc_site.column.contest.register import enter
from cchc_site.column.contest.scoring import evaluate
from cchc_site.column.due import is_past
from cchc_site.column.instant import parse_instant
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.content.entry_files import read_entries
from cchc_site.content.reporter import Reporter
from cchc_site.content.time_shapes import Moment
from cchc_site.contest_office import ContestOffice, find_contest, reading_text
from cchc_site.contest_publication import Publication
from cchc_site.handing_in import keep_files, prepare, read_known
from cchc_site.intake import (
    AUDIT,
    FILES,
    PAPERS,
    RESULTS,
    SHEETS,
    Intake,
    IntakeRefused,
    json_bytes,
    refuse_public_place,
)
from cchc_site.report.contest_documents import papers as result_papers
from cchc_site.report.contest_papers import covers_docx, handover_docx, labels_docx, reading_copy_docx, receipts_docx
from cchc_site.report.contest_sheets import score_sheet_xlsx
from cchc_site.report.contest_text import board_csv, board_text, examined_text, outcome_text, scores_csv
from cchc_site.report.findings import as_text
from cchc_site.vietnamese.slug import slug


@main.group()
def contest() -> None:
    """Cuộc thi: nhận bài, kiểm tra, phát phiếu chấm theo mã, tính điểm, trao giải, công bố."""


def _shared(command: Callable[..., None]) -> Callable[..., Any]:
    """The options of every command that works on an intake folder; gives the command a `ContestOffice`."""

    @wraps(command)
    def run(content: Path, as_of: str | None, key: str | None, folder: Path, site: Path, **rest: Any) -> None:
        try:
            refuse_public_place(folder, content, site)
            instant = instant_of(as_of)
            column = valid_column(content, instant).column
            plan, chosen = find_contest(column, key)
            command(ContestOffice(column, plan, chosen, Intake.at(folder, chosen), instant), content, site, **rest)
        except IntakeRefused as error:
            fail(str(error))

    for option in (
        click.option("--contest", "key", metavar="MÃ", help="Mã cuộc thi trong kế hoạch (khi có nhiều cuộc thi)."),
        click.option(
            "--intake", "folder", required=True, type=click.Path(path_type=Path), metavar="THƯ-MỤC",
            help="Thư mục hồ sơ dự thi, để ngoài content/, site/ và kho git.",
        ),
        click.option(
            "--site", type=click.Path(path_type=Path), default=Path("site"), metavar="THƯ-MỤC", help="Trang đã dựng."
        ),
    ):  # fmt: skip
        run = option(run)
    shared: Callable[..., Any] = content_option(run)
    return shared


def _stop(problems: Sequence[Problem]) -> None:
    if problems:
        click.echo(as_text(problems), nl=False, err=True)
        sys.exit(INVALID)


@contest.command("import")
@click.argument("source", type=click.Path(exists=True, path_type=Path), metavar="BẢNG|THƯ-MỤC")
@click.option("--received", metavar="THỜI-ĐIỂM", help="Thời điểm nhận của những dòng không ghi, như 2026-11-14T15:30.")
@click.option(
    "--published", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="TỆP|THƯ-MỤC",
    help="Bài đã đăng ở nơi khác, để đối chiếu sao chép; ghi nhiều lần nếu có nhiều.",
)  # fmt: skip
@_shared
def import_entries(
    office: ContestOffice, content: Path, site: Path, source: Path, received: str | None, published: tuple[Path, ...]
) -> None:
    """Nhận bài từ bảng .xlsx, .csv hoặc thư mục: cấp số, cấp mã chấm, kiểm tra thể lệ, tìm bài sao chép."""
    refuse_public_place(source, content, site)
    report = Reporter(str(source))
    handed = read_entries(source, report)
    known = read_known(published, report)
    prepared, problems = prepare(handed, office.contest, office.column.units, _moment(received))
    _stop([*report.problems, *problems])
    intake = office.intake
    intake.begin(secrets.token_bytes)
    register, fresh = enter(intake.entries(), [item.entry for item in prepared])
    keep_files(intake, prepared, fresh)
    intake.know(known)
    intake.save(register)
    click.echo(f"Đã nhận {len(fresh)} bài mới, {len(prepared) - len(fresh)} bài đã có trong sổ.\n")
    _show_board(office)


def _moment(text: str | None) -> Moment | None:
    if text is None:
        return None
    try:
        return Moment(parse_instant(text), len(text.strip()) == 10)
    except ValueError:
        fail(f"--received “{text}” không phải là thời điểm; viết như 2026-11-14T15:30.")
        raise


def _show_board(office: ContestOffice) -> None:
    click.echo(examined_text(office.examined), nl=False)
    click.echo(f"\n{board_text(office.rows, office.column.units)}", nl=False)


@contest.command()
@click.option("--csv", "table", type=click.Path(path_type=Path), metavar="TỆP", help="Ghi bảng đơn vị ra CSV.")
@_shared
def status(office: ContestOffice, content: Path, site: Path, table: Path | None) -> None:
    """Bảng đơn vị: đã nộp, phải có, hợp lệ, nộp muộn. Mã kết thúc 1 khi hết hạn mà còn đơn vị thiếu bài."""
    _show_board(office)
    if table is not None:
        table.write_bytes(board_csv(office.rows, office.column.units))
    short = office.contest.enforce and any(row.missing for row in office.rows)
    sys.exit(1 if short and is_past(office.contest.entries.due, office.as_of) else 0)


@contest.command()
@_shared
def papers(office: ContestOffice, content: Path, site: Path) -> None:
    """Phiếu nhận bài, bìa bài dự thi, nhãn đĩa video (có số điện thoại nên nằm trong thư mục hồ sơ)."""
    entries, units = [item.entry for item in office.examined], office.column.units
    for name, data in (
        ("phieu-nhan-bai.docx", receipts_docx(office.contest, office.examined, units)),
        ("bia-bai-du-thi.docx", covers_docx(office.contest, entries, units)),
        ("nhan-dia-video.docx", labels_docx(office.contest, entries, units)),
    ):
        _told(office.intake.write(f"{PAPERS}/{name}", data))


@contest.command()
@click.option("--judge", "judges", multiple=True, required=True, metavar="TÊN", help="Giám khảo; ghi nhiều lần.")
@_shared
def sheets(office: ContestOffice, content: Path, site: Path, judges: tuple[str, ...]) -> None:
    """Phiếu chấm của từng giám khảo, bản đọc đã che tên, danh sách bàn giao: chỉ có mã, không có tên."""
    office.require_scale()
    if not is_past(office.contest.entries.due, office.as_of):
        fail(f"Chưa hết hạn nộp bài ({office.contest.entries.due.words}); phát phiếu bây giờ sẽ thiếu bài nộp sau.")
    if not office.valid:
        fail("Không có bài hợp lệ nào để chấm.")
    names = [" ".join(judge.split()) for judge in judges]
    if len({slug(name) for name in names}) < len(names) or not all(slug(name) for name in names):
        fail("Tên giám khảo phải khác nhau và có chữ hoặc số.")
    forms = {code: entry.form for code, entry in office.by_code.items()}
    office.intake.keep_judges(names)
    for name in names:
        data = score_sheet_xlsx(office.contest, name, forms)
        _told(office.intake.write(f"{SHEETS}/phieu-cham-{slug(name)}.xlsx", data))
    for code, entry in office.by_code.items():
        office.intake.write(f"{SHEETS}/bai/{code}.docx", reading_copy_docx(code, *reading_text(entry)))
        if entry.form is not Form.TEXT and entry.video:
            film = office.intake.write(f"{SHEETS}/bai/{code}{entry.video}", b"")
            shutil.copyfile(office.intake.root / FILES / entry.receipt / f"video{entry.video}", film)
    _told(office.intake.write(f"{SHEETS}/danh-sach-ban-giao.docx", handover_docx(office.contest, office.by_code)))


@contest.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PHIẾU…")
@_shared
def score(office: ContestOffice, content: Path, site: Path, files: tuple[Path, ...]) -> None:
    """Đọc lại mọi phiếu chấm, tính điểm, xếp hạng, xếp giải; ghi biên bản, thông báo, nhật ký."""
    office.require_scale()
    judged_sheets, problems = office.read_sheets(files, tuple(office.by_code), office.intake.judges())
    _stop(problems)
    report = Reporter("phan-dinh.yml")
    decisions = office.decisions(report)
    _stop(report.problems)
    outcome = evaluate(office.contest.scale, judged_sheets, decisions)
    click.echo(outcome_text(office.contest, outcome), nl=False)
    _stop(list(office.outcome_problems(outcome)))
    trail = office.trail(judged_sheets, decisions, outcome)
    _told(office.intake.write(f"{RESULTS}/{AUDIT}", json_bytes(trail)))
    _told(office.intake.write(f"{RESULTS}/bang-diem.csv", scores_csv(office.contest, outcome)))
    for name, data in result_papers(office.judged(), office.around()):
        _told(office.intake.write(f"{RESULTS}/{name}", data))


@contest.command("verify")
@click.argument("audit", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="NHẬT-KÝ.json")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PHIẾU…]")
@content_option
@click.option("--contest", "key", metavar="MÃ", help="Mã cuộc thi, khi đối chiếu với phiếu.")
def verify_audit(audit: Path, files: tuple[Path, ...], content: Path, as_of: str | None, key: str | None) -> None:
    """Tính lại kết quả từ nhật ký chấm; kèm các phiếu thì đối chiếu từng điểm với phiếu."""
    try:
        values = json.loads(audit.read_text(encoding="utf-8"))
        wrong = list(verify(values))
        written = sheets_of(values)
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError, AttributeError):
        fail(f"{audit} không phải là nhật ký chấm thi, hoặc đã hỏng.")
        raise
    if files:
        wrong += _against_sheets(values, files, content, as_of, key or values["contest"])
    fix = "Hỏi người lập nhật ký; đối chiếu từng phiếu gốc rồi chạy lại cchc contest score."
    _stop([Problem("P08", Severity.ERROR, Place(str(audit)), message, fix) for message in wrong])
    against = f", đối chiếu {len(files)} phiếu gốc" if files else ""
    click.echo(f"Đúng: tính lại từ {len(written)} phiếu, {len(values['standings'])} bài{against}.")


def _against_sheets(values: Any, files: Sequence[Path], content: Path, as_of: str | None, key: str) -> list[str]:
    """What the sheets say otherwise than the trail."""
    written = {sheet.judge: sheet for sheet in sheets_of(values)}
    codes = sorted({code for sheet in written.values() for code in sheet.points})
    instant = instant_of(as_of)
    column = valid_column(content, instant).column
    try:
        plan, chosen = find_contest(column, key)
    except IntakeRefused as error:
        fail(str(error))
        raise
    office = ContestOffice(column, plan, chosen, Intake(Path(), chosen), instant)
    read, problems = office.read_sheets(files, codes, tuple(written))
    _stop(problems)
    return [f"Phiếu của “{s.judge}” khác điểm ghi trong nhật ký." for s in read if s.points != written[s.judge].points]


@contest.command()
@click.option("--board-only", is_flag=True, help="Chỉ ghi số bài của từng đơn vị (khi chưa có kết quả chấm).")
@click.option("--cover", is_flag=True, help="Thay số điện thoại, hộp thư trong bài đạt giải bằng dấu “…”.")
@click.option("--dry-run", is_flag=True, help="Chỉ in những gì sẽ ghi.")
@_shared
def publish(office: ContestOffice, content: Path, site: Path, board_only: bool, cover: bool, dry_run: bool) -> None:
    """Đưa bài đạt giải thành bài của chuyên mục, ghi kết quả công khai, kịch bản loa; không có số điện thoại."""
    made = Publication.of(office, board_only, cover)
    if dry_run:
        for path, text in made.texts.items():
            click.echo(f"--- {path}\n{text}")
        return
    _stop(made.write(content, office.as_of))
    for path in made.texts:
        click.echo(f"Đã ghi {content / path}.")
    for file in made.write_radio(content):
        _told(file)
    click.echo("Xem lại rồi commit các tệp trong content/.", err=True)


def _told(file: Path) -> None:
    click.echo(f"Đã ghi {file}.", err=True)
