"""Door 2: the `cchc` command. Arguments and printing only; the only module that imports click."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from cchc_site import __version__, cli_desk
from cchc_site.checks.catalogue import CATALOGUE
from cchc_site.column.enforcement import CLOSED_MONTHS_FILE, Occasion
from cchc_site.column.instant import FIRST_YEAR, LAST_YEAR, day_of, in_vietnam, resolve_as_of
from cchc_site.column.month import Month
from cchc_site.column.monthly_minimum import MonthState
from cchc_site.column.period import Period, WindowRule
from cchc_site.column.problem import Problem, Severity, exit_code
from cchc_site.inspection import Inspection, inspect
from cchc_site.office import FILE_FORMATS, FORMATS, Office, PageMissing, base_url_of, month_report
from cchc_site.report.closing import close as close_entry
from cchc_site.report.closing import entry_yaml
from cchc_site.report.docx_report import shipped_template
from cchc_site.report.findings import as_github, as_text, as_values
from cchc_site.report.reminders import reminders_json, reminders_markdown, reminders_text
from cchc_site.report.words import status_table
from cchc_site.revision import RevisionUnknown, content_at

INVALID = 2


def content_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--content` and `--as-of`, shared by every command that reads the column."""
    command = click.option(
        "--as-of", metavar="NGÀY", help="Xét tại thời điểm này (2026-11-21 hoặc 2026-11-21T08:00), giờ Việt Nam."
    )(command)
    return click.option(
        "--content",
        type=click.Path(path_type=Path),
        default=Path("content"),
        metavar="THƯ-MỤC",
        help="Thư mục nội dung (mặc định: content).",
    )(command)


def _instant(option: str | None) -> datetime:
    try:
        return resolve_as_of(option, os.environ, lambda: datetime.now(UTC))
    except ValueError as error:
        _fail(str(error))
        raise


def _fail(message: str) -> None:
    click.echo(message, err=True)
    sys.exit(INVALID)


def _valid(content: Path, as_of: datetime) -> Inspection:
    """The column, or its errors and the end."""
    inspection = inspect(content, as_of)
    if not inspection.is_valid:
        errors = [problem for problem in inspection.problems if problem.severity is Severity.ERROR]
        click.echo(as_text(errors), nl=False, err=True)
        sys.exit(INVALID)
    return inspection


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cchc", message="%(prog)s %(version)s")
def main() -> None:
    """Chuyên mục cải cách hành chính: kiểm tra nội dung, xem chỉ tiêu, lập báo cáo, chốt tháng.

    Mã kết thúc: 0 đạt, 1 có chỉ tiêu chưa đạt, 2 nội dung hoặc cấu hình sai.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


@main.command()
@content_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="Cách in: chữ, JSON, hoặc chú thích của GitHub.",
)
@click.option(
    "--against", metavar="PHIÊN-BẢN", help="Chỉ xét điều thay đổi so với phiên bản git này (dùng khi duyệt thay đổi)."
)
@click.option(
    "--fix", is_flag=True, help="Sửa những gì máy sửa được (dạng chữ, dấu thanh, gạch nối) và cho xem chỗ sửa."
)
@click.option("--dry-run", is_flag=True, help="Cùng --fix: chỉ cho xem chỗ sẽ sửa, không ghi.")
def check(content: Path, as_of: str | None, form: str, against: str | None, fix: bool, dry_run: bool) -> None:
    """Kiểm tra nội dung và chỉ tiêu; in mọi vấn đề một lượt."""
    instant = _instant(as_of)
    if fix:
        count = cli_desk.mend_content(content, dry_run)
        click.echo(f"{'Sẽ sửa' if dry_run else 'Đã sửa'} {count} tệp.\n" if count else "Không có gì máy sửa được.\n")
    inspection = inspect(content, instant, style=True)
    if against is None:
        problems = inspection.verdict(Occasion.COMPLIANCE)
    else:
        try:
            with content_at(against, content) as former:
                problems = inspection.verdict_against(inspect(former, instant))
        except RevisionUnknown as error:
            _fail(str(error))
    _print(problems, form)
    sys.exit(exit_code(problems))


def _print(problems: Sequence[Problem], form: str) -> None:
    text = {
        "text": lambda: as_text(problems),
        "json": lambda: as_values(problems, exit_code(problems)),
        "github": lambda: as_github(problems),
    }[form]()
    click.echo(text, nl=False)


@main.command()
@content_option
@click.option("--next", "days", type=click.IntRange(0, 3660), default=30, metavar="SỐ-NGÀY", help="Việc đến hạn.")
@click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text", help="Cách in.")
def status(content: Path, as_of: str | None, days: int, form: str) -> None:
    """Xem nhanh mọi tháng, việc quá hạn và việc đến hạn (--next 30). Dạng md để trống khi không có việc gì."""
    inspection = _valid(content, _instant(as_of))
    findings, fulfilment = inspection.findings, inspection.fulfilment
    text = {
        "text": lambda: status_table(fulfilment) + reminders_text(findings, fulfilment, days),
        "md": lambda: reminders_markdown(findings, fulfilment, days),
        "json": lambda: reminders_json(findings, fulfilment, days),
    }[form]()
    click.echo(text, nl=False)
    sys.exit(exit_code(inspection.verdict(Occasion.COMPLIANCE)))


@main.command()
@click.argument("period", metavar="KỲ")
@content_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Dạng báo cáo.")
@click.option("--output", type=click.Path(path_type=Path), metavar="TỆP", help="Ghi vào tệp này; “-” là in ra.")
@click.option("--window", type=click.Choice(["calendar", "nd09"]), help="Kỳ số liệu (mặc định: theo kế hoạch).")
@click.option("--through", metavar="NGÀY", help="Chốt số liệu đến hết ngày này.")
@click.option("--template", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Mẫu .docx của cơ quan.")
@click.option("--site-url", metavar="ĐỊA-CHỈ", help="Địa chỉ trang (mặc định: site_url trong mkdocs.yml).")
def report(
    period: str,
    content: Path,
    as_of: str | None,
    form: str,
    output: Path | None,
    window: str | None,
    through: str | None,
    template: Path | None,
    site_url: str | None,
) -> None:
    """Lập báo cáo của một kỳ: 2026-10, 2026-Q3, 2026-H1, 2026. Ví dụ: cchc report 2026-Q3 --format docx."""
    wanted, instant = _period(period), _instant(as_of)
    if through:
        instant = min(instant, _day_after(through))
    inspection = _valid(content, instant)
    if wanted.is_month and form not in FILE_FORMATS and not window:
        data = month_report(inspection, wanted.first, form).encode()
    else:
        rule = WindowRule(window) if window else None
        office = Office(inspection, wanted, _base_url(site_url, content), rule)
        try:
            data = office.write(form, template.read_bytes() if template else None)
        except ValueError as error:
            _fail(str(error))
            raise
    _deliver(data, output or (Path(f"bao-cao-{wanted}.{form}") if form in FILE_FORMATS else Path("-")))


@main.command()
@click.argument("period", metavar="KỲ")
@content_option
@click.option("--site", type=click.Path(path_type=Path), default=Path("site"), metavar="THƯ-MỤC", help="Trang đã dựng.")
@click.option("--output", type=click.Path(path_type=Path), metavar="TỆP", help="Tệp zip (mặc định: bang-chung-KỲ.zip).")
@click.option("--site-url", metavar="ĐỊA-CHỈ", help="Địa chỉ trang (mặc định: site_url trong mkdocs.yml).")
def evidence(
    period: str, content: Path, as_of: str | None, site: Path, output: Path | None, site_url: str | None
) -> None:
    """Gói tài liệu kiểm chứng của một kỳ, ví dụ: cchc evidence 2026 (dựng trang trước)."""
    wanted = _period(period)
    office = Office(_valid(content, _instant(as_of)), wanted, _base_url(site_url, content), WindowRule.CALENDAR)
    try:
        data = office.evidence(site)
    except (ValueError, PageMissing) as error:
        _fail(str(error))
        raise
    _deliver(data, output or Path(f"bang-chung-{wanted}.zip"))


@main.command()
@click.option("--output", type=click.Path(path_type=Path), default=Path("mau-bao-cao.docx"), metavar="TỆP", help="Tệp.")
def template(output: Path) -> None:
    """Chép mẫu báo cáo .docx ra để cơ quan sửa phông, cỡ chữ, lề; dùng lại bằng cchc report --template."""
    _deliver(shipped_template(), output)


def _deliver(data: bytes, output: Path) -> None:
    if str(output) == "-":
        click.echo(data, nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        _fail(f"Không ghi được {output}: {error.strerror}.")
    click.echo(f"Đã ghi {output} ({len(data)} byte).", err=True)


def _base_url(option: str | None, content: Path) -> str:
    return f"{option.rstrip('/')}/" if option else base_url_of(content)


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        _fail(str(error))
        raise


def _day_after(text: str) -> datetime:
    try:
        return in_vietnam(date.fromisoformat(text) + timedelta(days=1))
    except ValueError:
        _fail(f"--through “{text}” không phải là ngày; viết như 2026-09-09.")
        raise


def _month(text: str) -> Month:
    try:
        month = Month.parse(text)
        if FIRST_YEAR <= month.year <= LAST_YEAR:
            return month
        raise ValueError(text)
    except ValueError:
        _fail(f"“{text}” không phải là tháng; viết năm-tháng, ví dụ 2026-10.")
        raise


@main.command()
@click.argument("month", metavar="THÁNG")
@content_option
@click.option("--explanation", default="", metavar="LÝ-DO", help="Giải trình, bắt buộc khi tháng thiếu bài.")
@click.option("--dry-run", is_flag=True, help="Chỉ in mục sẽ ghi, không ghi.")
def close(month: str, content: Path, as_of: str | None, explanation: str, dry_run: bool) -> None:
    """Chốt một tháng đã kết thúc vào sổ chốt tháng."""
    wanted, instant = _month(month), _instant(as_of)
    inspection = _valid(content, instant)
    result = inspection.fulfilment.month(wanted)
    if inspection.column.closed_months.entry(wanted):
        _fail(f"{wanted.label.capitalize()} đã chốt rồi. Muốn sửa, thêm một dòng vào amendments của tháng đó.")
    if result.state in (MonthState.FUTURE, MonthState.OPEN):
        _fail(f"{wanted.label.capitalize()} chưa kết thúc; chốt được từ ngày {result.closes:%d/%m/%Y}.")
    if result.state is MonthState.NOT_APPLICABLE:
        _fail(f"{wanted.label.capitalize()} không có chỉ tiêu nào để chốt.")
    if result.state is MonthState.SHORT and not explanation.strip():
        _fail(f'{wanted.label.capitalize()} thiếu {result.missing} tin, bài: thêm --explanation "lý do".')
    text = entry_yaml(close_entry(result, day_of(instant), explanation.strip()))
    click.echo(text, nl=False)
    if not dry_run:
        _append(content, text, instant)
        click.echo(f"Đã ghi vào {CLOSED_MONTHS_FILE}. Xem lại rồi commit tệp này.", err=True)


def _append(content: Path, text: str, as_of: datetime) -> None:
    """Append to the record; one that can no longer be read afterwards is put back as it was."""
    file = content / "_data" / "closed-months.yml"
    former = file.read_bytes() if file.exists() else b""
    gap = b"" if not former or former.endswith(b"\n") else b"\n"
    file.write_bytes(former + gap + text.encode())
    if not inspect(content, as_of).is_valid:
        file.write_bytes(former)
        _fail(f"Chưa ghi: {CLOSED_MONTHS_FILE} viết khác mẫu nên không nối thêm được; chép mục trên vào tệp bằng tay.")


@main.command()
@click.argument("code", metavar="MÃ")
def explain(code: str) -> None:
    """Giải thích một mã lỗi, ví dụ: cchc explain B04."""
    for entry in CATALOGUE:
        if entry.code == code.upper():
            click.echo(f"{entry.code}: {entry.title}\n{entry.reason}")
            return
    _fail(f"Không có mã “{code}”. Các mã đang có: {', '.join(entry.code for entry in CATALOGUE)}.")


for command in cli_desk.commands():
    main.add_command(command)

instant_of, valid_column, month_of, fail = _instant, _valid, _month, _fail
"""For the modules of further commands."""

import_module("cchc_site.cli_channels")
import_module("cchc_site.cli_contest")

if __name__ == "__main__":
    main()
