"""Personal data, found while it is still only in the file that its writer has open.

The firewall looks again, at the finished site; here the writer learns the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_site.checks.page_rules import Context, fault
from cchc_site.column.contact import allowed_by
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.content.passages import PageText
from cchc_site.vietnamese.private_data import PrivateKind, find_private

_WORTH_A_LOOK = re.compile(
    r"@|＠|(?:\d\D{0,4}){8}|không|gmail|yahoo|hotmail|outlook|icloud|live|ymail|proton", re.IGNORECASE
)
_FIX = "Xóa khỏi bài. Nếu đây là đầu mối công khai của cơ quan, thêm vào _data/contacts.yml."


def _found(kind: PrivateKind, code: str, what: str, page: PageText, context: Context) -> Iterator[Problem]:
    allowed = allowed_by(context.column.contacts)
    for place, text in _texts(page):
        for datum in find_private(text, allowed):
            if datum.kind is kind:
                where = Place(place.path, place.line, place.column + datum.start)
                message = f"Có {what} {datum.shown}, không phải đầu mối công khai của cơ quan."
                yield Problem(code, Severity.ERROR, where, message, _FIX)


def _texts(page: PageText) -> Iterator[tuple[Place, str]]:
    for field in page.fields:
        yield field.place(), field.text
    for number, line in enumerate(page.page.body.split("\n")):
        if _WORTH_A_LOOK.search(line):
            yield page.place(number, 0), line


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
