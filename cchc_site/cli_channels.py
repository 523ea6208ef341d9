"""Commands of the other channels: loudspeakers, social networks, contributions, royalties. A part of door 2."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click

from cchc_site.cli import INVALID, content_option, fail, instant_of, main, month_of, valid_column
from cchc_site.column.article import Article
from cchc_site.column.broadcast import Script, parse_week, piece_script, pieces_of_week, week_script
from cchc_site.column.contribution import author_contributions, merged_contributions, unit_contributions
from cchc_site.column.instant import FIRST_YEAR, LAST_YEAR, day_of
from cchc_site.column.royalty import PaymentTable, Royalties, payment_table
from cchc_site.content.reporter import Reporter
from cchc_site.content.royalty_files import is_inside, read_royalties, with_paid
from cchc_site.inspection import Inspection
from cchc_site.report.contribution_tables import contributions_csv, contributions_text, contributions_xlsx
from cchc_site.report.findings import as_text
from cchc_site.report.radio_docx import script_docx
from cchc_site.report.radio_script import script_ssml, script_text
from cchc_site.report.royalty_docx import royalty_docx
from cchc_site.report.royalty_table import royalty_csv, royalty_text, royalty_xlsx
from cchc_site.report.social_pack import pack_text

_output = click.option(
    "--output", type=click.Path(path_type=Path), metavar="TỆP", help="Ghi vào tệp này thay vì in ra."
)


def _write(data: str | bytes, output: Path | None, form: str) -> None:
    if output is None and isinstance(data, bytes):
        fail(f"Dạng {form} cần --output TỆP.")
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        output.write_bytes(data.encode() if isinstance(data, str) else data)
    except OSError as error:
        fail(f"Không ghi được {output}: {error.strerror}.")
    click.echo(f"Đã ghi {output}", err=True)


def _public(inspection: Inspection, as_of: datetime) -> tuple[Article, ...]:
    return inspection.column.public(as_of)


def _piece(pieces: tuple[Article, ...], key: str) -> Article:
    wanted = key.strip("/").removeprefix("tin-bai/")
    found = next((a for a in pieces if wanted in (a.id, a.address.strip("/").removeprefix("tin-bai/"))), None)
    if found is None:
        fail(f"Không có bài đã đăng nào mã “{key}”. Viết mã như 2026/07/ten-bai, hoặc tuần như 2026-W45.")
    assert found is not None
    return found


def _week(text: str) -> date | None:
    if "-W" not in text:
        return None
    try:
        return parse_week(text)
    except ValueError:
        fail(f"Không có tuần “{text}”; viết năm-W-tuần, ví dụ 2026-W45.")
        raise


@main.command()
@click.argument("what", metavar="TUẦN|MÃ-BÀI")
@content_option
@click.option("--format", "form", type=click.Choice(["text", "docx", "ssml"]), default="text", help="Dạng kịch bản.")
@_output
def radio(what: str, content: Path, as_of: str | None, form: str, output: Path | None) -> None:
    """Kịch bản phát thanh của một tuần hoặc một bài: cchc radio 2026-W45, cchc radio 2026/07/ten-bai."""
    instant = instant_of(as_of)
    inspection = valid_column(content, instant)
    pieces, monday = _public(inspection, instant), _week(what)
    column = inspection.column
    script: Script = (
        week_script(column, pieces, monday) if monday is not None else piece_script(column, _piece(pieces, what))
    )
    makers: dict[str, Callable[[Script], str | bytes]] = {"docx": script_docx, "ssml": script_ssml, "text": script_text}
    _write(makers[form](script), output, form)


@main.command()
@click.argument("what", metavar="TUẦN|MÃ-BÀI")
@content_option
@click.option("--site-url", required=True, metavar="ĐỊA-CHỈ", help="Địa chỉ trang, ví dụ https://cchc.tinh.gov.vn/.")
@_output
def social(what: str, content: Path, as_of: str | None, site_url: str, output: Path | None) -> None:
    """Lời đăng Zalo, Facebook của một bài hoặc cả tuần, vừa độ dài, kèm liên kết, ảnh và thẻ."""
    instant = instant_of(as_of)
    inspection = valid_column(content, instant)
    pieces, monday = _public(inspection, instant), _week(what)
    chosen = pieces_of_week(pieces, monday) if monday is not None else (_piece(pieces, what),)
    _write(pack_text(inspection.column, chosen, site_url.rstrip("/") + "/"), output, "text")


@main.command()
@click.argument("year", type=click.IntRange(FIRST_YEAR, LAST_YEAR), metavar="NĂM")
@content_option
@click.option("--format", "form", type=click.Choice(["text", "csv", "xlsx"]), default="text", help="Dạng bảng.")
@click.option("--merged", is_flag=True, help="Gộp bài của đơn vị cũ vào đơn vị kế thừa hiện nay.")
@_output
def contributions(year: int, content: Path, as_of: str | None, form: str, merged: bool, output: Path | None) -> None:
    """Bảng đóng góp tin, bài theo đơn vị và tác giả: tháng, quý, năm (minh chứng thi đua)."""
    instant = instant_of(as_of)
    inspection = valid_column(content, instant)
    column, pieces = inspection.column, _public(inspection, instant)
    units = (
        merged_contributions(column, pieces, year, day_of(instant))
        if merged
        else unit_contributions(column, pieces, year)
    )
    tables = [("Theo đơn vị", units), ("Theo tác giả", author_contributions(column, pieces, year))]
    makers: dict[str, Callable[..., str | bytes]] = {
        "text": contributions_text,
        "csv": contributions_csv,
        "xlsx": contributions_xlsx,
    }
    _write(makers[form](tables), output, form)


@main.command()
@click.argument("month", metavar="THÁNG")
@content_option
@click.option(
    "--private", required=True, type=click.Path(path_type=Path), metavar="TỆP", help="Tệp nhuận bút, để ngoài nội dung."
)
@click.option("--format", "form", type=click.Choice(["text", "csv", "xlsx", "docx"]), default="text", help="Dạng bảng.")
@click.option(
    "--site", type=click.Path(path_type=Path), default=Path("site"), metavar="THƯ-MỤC", help="Thư mục trang đã dựng."
)
@click.option("--supplement", is_flag=True, help="Chỉ các bài chưa có trong bảng đã trả của tháng.")
@click.option(
    "--record", is_flag=True, help="Ghi vào tệp nhuận bút rằng bảng này đã trả; không bài nào được trả hai lần."
)
@_output
def royalties(
    month: str, content: Path, as_of: str | None, private: Path, form: str, site: Path, supplement: bool, record: bool,
    output: Path | None,
) -> None:  # fmt: skip
    """Bảng nhuận bút một tháng. Tệp nguồn và tệp ra không bao giờ nằm trong content/ hay site/."""
    for path in filter(None, (private, output)):
        for folder in (content, site):
            if is_inside(path, folder):
                fail(f"{path} nằm trong {folder}/, nơi sẽ lên trang. Để bảng nhuận bút ở thư mục riêng.")
    wanted, instant = month_of(month), instant_of(as_of)
    report = Reporter(str(private))
    rules = read_royalties(private, report)
    if rules is None:
        click.echo(as_text(report.problems), nl=False, err=True)
        sys.exit(INVALID)
    inspection = valid_column(content, instant)
    payments = payment_table(inspection.column.articles, rules, wanted, instant, supplement=supplement)
    makers: dict[str, Callable[..., str | bytes]] = {
        "text": royalty_text,
        "csv": royalty_csv,
        "xlsx": royalty_xlsx,
        "docx": royalty_docx,
    }
    _write(makers[form](inspection.column, payments), output, form)
    for doubt in payments.doubts:
        click.echo(f"Cần xem lại: {doubt}", err=True)
    if record:
        _record(payments, rules, private, instant)


def _record(payments: PaymentTable, rules: Royalties, private: Path, instant: datetime) -> None:
    """Write the table's pieces into the private file as paid, once they can no longer change."""
    month = payments.month
    new = tuple(piece for piece in payments.paid_pieces if piece not in rules.paid)
    if not new:
        fail(f"Không ghi gì: bảng {month.label} đã ghi là đã trả, hoặc không có bài nào được trả.")
    if payments.doubts:
        fail("Chưa ghi là đã trả: còn chỗ cần xem lại.")
    if month.window().last >= day_of(instant):
        fail(f"Chưa ghi là đã trả: {month.label} chưa hết.")
    text = with_paid(private.read_text(encoding="utf-8"), month, new)
    if text is None:
        fail(f"Không ghi được vào danh sách paid của {private}. Viết paid thành từng dòng bắt đầu bằng “- ”.")
        return
    _write(text, private, "text")
