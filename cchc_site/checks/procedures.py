"""The catalogue of procedures: known once, complete, linked to the national source only, and not grown old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from cchc_site.checks.registry import dated_rule, rule
from cchc_site.column.column import Column
from cchc_site.column.instant import day_of
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.column.procedure import CHECK_EVERY_DAYS, NATIONAL_SOURCES, Procedure, is_national
from cchc_site.column.time_limit import shortened_by
from cchc_site.content.shape import nearest
from cchc_site.vietnamese import document_numbers

_FORM_COPY = re.compile(
    r"(?:^|[/_-])(?:mau|mau-don|to-khai|bieu-mau|don-de-nghi|mau-to-khai)[._-].*\.(?:docx|pdf|xlsx)$"
)


@rule("H01")
def code_once(column: Column) -> Iterator[Problem]:
    """Two procedures with one code, or one address, would be one page."""
    first: dict[str, Procedure] = {}
    for item in column.procedures.all:
        other = first.setdefault(item.slug, item)
        if other is not item:
            message = f"Mã thủ tục “{item.code}” trùng với mục ở {other.place}."
            yield Problem("H01", Severity.ERROR, item.place, message, "Giữ một mục, hoặc sửa lại mã.")


@rule("H02")
def complete(column: Column) -> Iterator[Problem]:
    """What must be public about a procedure is stated."""
    for item in column.procedures.all:
        missing = item.missing()
        if missing:
            message = f"Thủ tục {item.code} còn thiếu: {', '.join(missing)}."
            fix = "Chép từ quyết định công bố và trang của thủ tục ở nguồn quốc gia."
            yield Problem("H02", Severity.WARNING, item.place, message, fix)


@rule("H03")
def national_source(column: Column) -> Iterator[Problem]:
    """The only address of a procedure is its page at the national source."""
    for item in column.procedures.all:
        if item.url and not is_national(item.url):
            message = f"Thủ tục {item.code} dẫn tới “{item.url}”, không phải nguồn quốc gia."
            fix = f"Chỉ dẫn tới https://{NATIONAL_SOURCES[0]}/ hoặc https://{NATIONAL_SOURCES[1]}/."
            yield Problem("H03", Severity.ERROR, item.place, message, fix)


@rule("H04")
def references_known(column: Column) -> Iterator[Problem]:
    """Units, contacts and decisions that a procedure names can be understood."""
    contacts = {contact.id for contact in column.contacts if contact.id}
    for item in column.procedures.all:
        if item.unit and item.unit not in column.units:
            message = f"Thủ tục {item.code}: không có đơn vị “{item.unit}”.{nearest(item.unit, list(column.units))}"
            yield Problem("H04", Severity.ERROR, item.place, message, "Dùng mã trong units.yml.")
        if item.contact and item.contact not in contacts:
            message = (
                f"Thủ tục {item.code}: không có đầu mối “{item.contact}”.{nearest(item.contact, sorted(contacts))}"
            )
            yield Problem("H04", Severity.ERROR, item.place, message, "Dùng mã (id) trong contacts.yml.")
        if item.decision and item.decision != "chưa cấp số":
            try:
                document_numbers.parse(item.decision)
            except ValueError as error:
                fix = "Chép đúng số quyết định; chưa có số thì ghi “chưa cấp số”."
                yield Problem("H04", Severity.WARNING, item.place, f"Thủ tục {item.code}: {error}", fix)


@rule("H05")
def online_is_shorter(column: Column) -> Iterator[Problem]:
    """The limit for online files is shorter, or it need not be written."""
    for item in column.procedures.all:
        saved = shortened_by(item.time_limit, item.time_limit_online)
        if saved is not None and saved.amount <= 0:
            message = f"Thủ tục {item.code}: thời hạn trực tuyến không ngắn hơn thời hạn thường."
            yield Problem("H05", Severity.WARNING, item.place, message, "Kiểm tra lại hai thời hạn.")


@rule("H06")
def no_copied_forms(column: Column) -> Iterator[Problem]:
    """Forms are linked at the national source, never copied: a copy stays when the form changes."""
    for path in sorted(column.assets):
        if _FORM_COPY.search(path.lower()):
            message = f"Tệp {path} giống một biểu mẫu thủ tục được chép lại."
            fix = "Dẫn tới biểu mẫu ở nguồn quốc gia; nếu không phải biểu mẫu, đổi tên tệp."
            yield Problem("H06", Severity.WARNING, Place(f"content/{path}"), message, fix)


@rule("H07")
def pieces_name_known_procedures(column: Column) -> Iterator[Problem]:
    """A piece explains procedures of the catalogue."""
    for article in column.articles:
        for code in article.procedures:
            if code not in column.procedures:
                guess = nearest(code, list(column.procedures)) if len(column.procedures) < 2000 else ""
                message = f"Không có thủ tục mã “{code}” trong danh mục.{guess}"
                fix = "Ghi đúng mã, hoặc thêm thủ tục vào _data/procedures/."
                yield Problem("H07", Severity.ERROR, article.place_of("procedures"), message, fix)


@dated_rule("H08")
def compared_lately(column: Column, as_of: datetime) -> Iterator[Problem]:
    """Somebody compared each procedure with the national source lately; one line a file, not a line a procedure."""
    today = day_of(as_of)
    by_file: dict[str, list[Procedure]] = {}
    for item in column.procedures.all:
        if item.checked is not None and item.is_stale(today):
            by_file.setdefault(item.place.path, []).append(item)
    for items in by_file.values():
        codes = ", ".join(item.code for item in items[:5]) + (" …" if len(items) > 5 else "")
        message = f"{len(items)} thủ tục chưa đối chiếu với nguồn quốc gia quá {CHECK_EVERY_DAYS} ngày: {codes}."
        fix = "Mở trang của từng thủ tục ở nguồn quốc gia, sửa chỗ đổi rồi ghi lại ngày đối chiếu."
        yield Problem("H08", Severity.NOTICE, items[0].place, message, fix)
