"""Contacts: each can be reached, is named once, and was verified lately."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from cchc_site.checks.registry import dated_rule, rule
from cchc_site.column.column import Column
from cchc_site.column.contact import CHECK_EVERY_DAYS, is_stale
from cchc_site.column.instant import day_of
from cchc_site.column.problem import Problem, Severity
from cchc_site.content.shape import nearest


@rule("A01")
def reachable(column: Column) -> Iterator[Problem]:
    """A contact without a way to reach it helps nobody."""
    for contact in column.contacts:
        if not (contact.phones or contact.emails or contact.address or contact.url):
            message = f"Đầu mối “{contact.name}” không có số điện thoại, hộp thư hay địa chỉ nào."
            yield Problem("A01", Severity.WARNING, contact.place, message, "Bổ sung phones, emails hoặc address.")


@rule("A02")
def references_known(column: Column) -> Iterator[Problem]:
    """One id names one contact, and its unit exists."""
    seen: set[str] = set()
    for contact in column.contacts:
        if contact.id and contact.id in seen:
            message = f"Mã đầu mối “{contact.id}” dùng hai lần."
            yield Problem("A02", Severity.ERROR, contact.place, message, "Đổi mã của một trong hai đầu mối.")
        seen.add(contact.id)
        if contact.unit and contact.unit not in column.units:
            message = f"Không có đơn vị “{contact.unit}”.{nearest(contact.unit, list(column.units))}"
            yield Problem("A02", Severity.ERROR, contact.place, message, "Dùng mã trong units.yml.")


@dated_rule("A03")
def verified_lately(column: Column, as_of: datetime) -> Iterator[Problem]:
    """Somebody called the number, or wrote to the address, lately."""
    today = day_of(as_of)
    for contact in column.contacts:
        if is_stale(contact.checked, today):
            when = f"từ {contact.checked:%d/%m/%Y}" if contact.checked else "lần nào"
            message = f"Đầu mối “{contact.name}” chưa kiểm tra lại {when} (quá {CHECK_EVERY_DAYS} ngày)."
            yield Problem("A03", Severity.NOTICE, contact.place, message, "Gọi thử, gửi thử rồi ghi ngày vào checked.")
