"""Praise needs a basis; criticism a verified source, a legal review and the right of reply."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.checks.registry import rule
from cchc_site.column.category import Category, missing_safeguards
from cchc_site.column.column import Column
from cchc_site.column.instant import day_of
from cchc_site.column.problem import Problem, Severity

_NAMES = {
    "source": "nguồn đã xác minh (source)",
    "verified_by": "người xác minh (verified_by)",
    "reviewed_by": "người thẩm định pháp lý (reviewed_by)",
    "reviewed_on": "ngày thẩm định (reviewed_on)",
    "asked_on": "ngày đề nghị trả lời (asked_on)",
    "reply_due": "ý kiến trả lời (reply), hoặc hạn trả lời đã cho (reply_due)",
}


@rule("G01")
def praise_has_a_basis(column: Column) -> Iterator[Problem]:
    """Anybody can check why a collective, a person or a model is praised."""
    for article in column.articles:
        if article.category in (Category.COMMEND, Category.GOOD_PRACTICE) and not article.safeguards.basis:
            message = f"Bài thuộc chuyên đề {article.category.label} nhưng chưa ghi căn cứ."
            fix = 'Thêm safeguards: {basis: "quyết định, biên bản hoặc kết quả đo được"}.'
            yield Problem("G01", Severity.ERROR, article.place_of("category"), message, fix)


@rule("G02")
def criticism_is_safe(column: Column) -> Iterator[Problem]:
    """A criticism that is not verified, reviewed and open to an answer is not published."""
    for article in column.articles:
        if article.category is not Category.CRITICISE:
            continue
        missing = missing_safeguards(article.category, article.safeguards)
        if missing:
            message = f"Bài phê bình còn thiếu: {'; '.join(_NAMES[name] for name in missing)}."
            fix = "Điền đủ trong safeguards rồi mới đăng; chưa đủ thì để draft: true."
            severity = Severity.WARNING if article.draft else Severity.ERROR
            yield Problem("G02", severity, article.place_of("category"), message, fix)


@rule("G03")
def reply_had_its_time(column: Column) -> Iterator[Problem]:
    """Whoever is criticised had the time that was promised, unless the answer came."""
    for article in column.articles:
        guards = article.safeguards
        if article.category is not Category.CRITICISE or article.draft:
            continue
        day = day_of(article.published)
        if guards.reply_due and not guards.reply and day <= guards.reply_due:
            due = f"{guards.reply_due:%d/%m/%Y}"
            message = f"Bài đăng ngày {day:%d/%m/%Y}, trong khi bên được nêu có hạn trả lời đến hết {due}."
            fix = "Chờ hết hạn, hoặc ghi ý kiến trả lời vào reply."
            yield Problem("G03", Severity.ERROR, article.place_of("date"), message, fix)
        late = [d for d in (guards.reviewed_on, guards.asked_on) if d is not None and d > day]
        if late:
            message = f"Bài đăng ngày {day:%d/%m/%Y}, trước khi thẩm định hoặc đề nghị trả lời ({late[0]:%d/%m/%Y})."
            yield Problem(
                "G03", Severity.ERROR, article.place_of("date"), message, "Sửa lại ngày đăng hoặc các ngày ấy."
            )
