"""Personal data, found while it is still only in the file that its writer has open.

The firewall looks again, at the finished site; here the writer learns the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cchc_site.checks.page_rules import Context, fault
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.content.passages import PageText
from cchc_site.vietnamese.private_data import PrivateDatum, PrivateKind, find_private

_FIX = "Xóa khỏi bài. Nếu đây là đầu mối công khai của cơ quan, thêm vào _data/contacts.yml."


@lru_cache(maxsize=2)
def _leaks(page: PageText, context: Context) -> tuple[tuple[Place, PrivateDatum], ...]:
    """Everything personal on the page, looked for once for all rules."""
    allowed = context.allowed
    found = [(one.place(), datum) for one in page.fields for datum in find_private(one.text, allowed)]
    body = page.page.body
    for datum in find_private(body, allowed):
        line = body.count("\n", 0, datum.start)
        found.append((page.place(line, datum.start - body.rfind("\n", 0, datum.start) - 1), datum))
    return tuple(found)


def _found(kind: PrivateKind, code: str, what: str, page: PageText, context: Context) -> Iterator[Problem]:
    for place, datum in _leaks(page, context):
        if datum.kind is kind:
            message = f"Có {what} {datum.shown}, không phải đầu mối công khai của cơ quan."
            yield Problem(code, Severity.ERROR, place, message, _FIX)


@fault("L01")
def no_phone(page: PageText, context: Context) -> Iterator[Problem]:
    """A telephone number that is not the office's."""
    yield from _found(PrivateKind.PHONE, "L01", "số điện thoại", page, context)


@fault("L02")
def no_identity(page: PageText, context: Context) -> Iterator[Problem]:
    """A citizen's number."""
    yield from _found(PrivateKind.IDENTITY, "L02", "số giấy tờ tùy thân", page, context)


@fault("L03")
def no_account(page: PageText, context: Context) -> Iterator[Problem]:
    """A bank account that is not the office's."""
    yield from _found(PrivateKind.ACCOUNT, "L03", "số tài khoản", page, context)


@fault("L04")
def no_mailbox(page: PageText, context: Context) -> Iterator[Problem]:
    """A private mailbox."""
    yield from _found(PrivateKind.MAILBOX, "L04", "hộp thư cá nhân", page, context)
