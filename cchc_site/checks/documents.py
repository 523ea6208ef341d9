"""The register of documents: numbers that can be read, periods that run forward, replacements and files that exist."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.checks.registry import rule
from cchc_site.column.column import Column
from cchc_site.column.document import OfficialDocument, key_of
from cchc_site.column.problem import Problem, Severity
from cchc_site.vietnamese import document_numbers


@rule("D03")
def register_sound(column: Column) -> Iterator[Problem]:
    """Each document once, by number and year; its number and its period are possible."""
    seen: dict[str, OfficialDocument] = {}
    for item in column.documents.all:
        try:
            document_numbers.parse(item.number)
        except ValueError as error:
            yield Problem("D03", Severity.ERROR, item.place, str(error), "Sửa trường number của mục này.")
        first = seen.setdefault(item.slug, item)
        if first is not item:
            message = f"Văn bản {item.number} ghi hai lần, lần đầu ở {first.place}."
            fix = "Giữ lại một mục; nếu là hai văn bản khác năm, ghi ngày ban hành của từng văn bản."
            yield Problem("D03", Severity.ERROR, item.place, message, fix)
        if item.valid_from and item.valid_to and item.valid_to < item.valid_from:
            message = f"Văn bản {item.number} hết hiệu lực trước khi có hiệu lực."
            yield Problem("D03", Severity.ERROR, item.place, message, "Sửa lại from và to.")
        if item.issued and item.valid_to and item.valid_to < item.issued:
            message = f"Văn bản {item.number} hết hiệu lực trước ngày ban hành."
            yield Problem("D03", Severity.ERROR, item.place, message, "Sửa lại issued và to.")
        if item.key in {key_of(number) for number in item.replaced_by} and item.issued is None:
            message = f"Văn bản {item.number} được ghi là thay thế chính nó."
            yield Problem("D03", Severity.ERROR, item.place, message, "Sửa lại replaced_by.")


@rule("E02")
def replacements_known(column: Column) -> Iterator[Problem]:
    """What replaces a document stands in the register too, so that readers are led on."""
    for item in column.documents.all:
        for number in item.replaced_by:
            if number not in column.documents:
                message = f"Văn bản {number} thay thế {item.number} nhưng chưa có trong danh mục."
                yield Problem("E02", Severity.WARNING, item.place, message, "Thêm một mục cho văn bản thay thế.")


@rule("E03")
def files_exist(column: Column) -> Iterator[Problem]:
    """The file to download is there."""
    for item in column.documents.all:
        if item.file and item.file not in column.assets:
            message = f"Văn bản {item.number} nhắc tới tệp “{item.file}” không có."
            fix = "Đặt tệp vào thư mục nội dung và ghi đường dẫn tính từ thư mục ấy, ví dụ van-ban/ten-tep.pdf."
            yield Problem("E03", Severity.ERROR, item.place, message, fix)


@rule("E04")
def basis_not_older_than_its_year(column: Column) -> Iterator[Problem]:
    """A plan rests on documents of its own time: one issued two years and more before is probably a slip of the year.

    Only plans of lower offices (kế hoạch, quyết định … phê duyệt kế hoạch năm) are looked at: laws and programmes last.
    """
    for plan in column.plans:
        for number in getattr(plan, "basis", ()):
            document = column.documents.cited(number, plan.last)
            yearly = document is not None and document.issued is not None and "năm" in document.title.lower()
            if not yearly or document is None or document.issued is None:
                continue
            if document.type_name == "Kế hoạch" and document.issued.year < plan.first.year - 1:
                message = f"Kế hoạch năm {plan.first.year} căn cứ {number} ban hành năm {document.issued.year}."
                yield Problem("E04", Severity.WARNING, plan.place, message, "Kiểm tra lại số và ngày của căn cứ.")
