"""Personal data in a Vietnamese text: telephone and identity numbers, bank accounts, private mailboxes.

What is looked for is what the law calls basic personal data (Law 91/2025/QH15): a number that belongs to a person. The
shapes are those in use: mobile numbers of ten digits from 03, 05, 07, 08, 09; land lines of ten or eleven from 02; the
citizen's number of twelve digits that begins with a province's code and a digit for century and sex (Decree
137/2015/NĐ-CP, article 13); the older card's nine; service numbers (1800, 1900, 11x) belong to nobody and are not data.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise
from typing import Final

from msgspec import Struct

from cchc_site.vietnamese.mailboxes import has_sign, has_spelt_sign, private_mailboxes


class PrivateKind(Enum):
    """What was found."""

    PHONE = "phone"
    IDENTITY = "identity"
    ACCOUNT = "account"
    MAILBOX = "mailbox"


class PrivateDatum(Struct, frozen=True):
    """Something personal at `text[start:end]`.

    `key` is its one spelling; `shown` may be printed: it hides the middle.
    """

    kind: PrivateKind
    start: int
    end: int
    key: str
    shown: str


class Allowed(Struct, frozen=True):
    """What an office has made public: numbers as digits (telephones from 0 on), mailboxes in small letters."""

    numbers: frozenset[str] = frozenset()
    mailboxes: frozenset[str] = frozenset()

    @classmethod
    def of(cls, numbers: Iterable[str], mailboxes: Iterable[str] = ()) -> Allowed:
        """Gather what was written in any spelling."""
        return cls(
            frozenset(key for number in numbers for key in (_digits(number), domestic(_digits(number)))),
            frozenset(mailbox.strip().lower() for mailbox in mailboxes),
        )


NOBODY: Final = Allowed()
"""No exceptions."""

_SEPARATOR: Final = r"[ \t.\u00a0()\u2010-\u2015-]"
_RUN: Final = re.compile(
    rf"(?<![\w/=&%#,+.-])(?<![0-9]:)(?:\+|\(\+?)?[0-9](?:{_SEPARATOR}{{0,3}}[0-9]){{8,15}}(?![\w/%])"
)
_LINKED: Final = re.compile(
    r"(?:tel|sms|callto):\s*(\+?[0-9][0-9 .()%-]{7,20})|(?:zalo\.me|wa\.me|viber\.click)/\+?([0-9]{9,13})", re.I
)
_SCHEMES: Final = ("tel:", "sms:", "callto:", "zalo.me/", "wa.me/", "viber.click/")
_SPOKEN_DIGIT: Final = r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)\b"
_SPOKEN: Final = re.compile(rf"\b[kK](?:hông|HÔNG)\b[ ,.-]*(?i:(?:\b{_SPOKEN_DIGIT}[ ,.-]*){{9,10}})")
_SPOKEN_BEGINS: Final = (
    re.compile(rf"hông(?=[ ,.-]+(?i:{_SPOKEN_DIGIT}))"),
    re.compile(rf"HÔNG(?=[ ,.-]+(?i:{_SPOKEN_DIGIT}))"),
)
_DATE: Final = re.compile(r"(?:\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d|(?:19|20)\d\d[.-]\d{1,2}[.-]\d{1,2})(?!\d)")
_MONEY: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")
_PROVINCES: Final = frozenset(f"{code:03d}" for code in (
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45,
    46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92,
    93, 94, 95, 96,
))  # fmt: skip
_NUMBER: Final = re.compile(r"(?<![0-9])[0-9](?:[ .-]?[0-9]){6,18}(?![\d.,]*\d)")
_BEFORE_IDENTITY: Final = re.compile(
    r"\b(?:CCCD|CMND|CMT|CMTND|ĐDCN|căn cước(?: công dân)?|chứng minh(?: thư| nhân dân)?|"
    r"định danh(?: cá nhân)?|hộ chiếu)\b[^\n\d]{0,40}$",
    re.IGNORECASE,
)
_BEFORE_ACCOUNT: Final = re.compile(
    r"\b(?:số tài khoản|tài khoản(?: số| ngân hàng)?|STK|số TK|TK số|TK)\b[^\n\d]{0,40}$", re.IGNORECASE
)
_PASSPORT: Final = re.compile(r"(?<![A-Za-z])[A-Z] ?$")
_IDENTITIES: Final = (7, 9, 12)
"""How many digits the numbers of passports (behind a letter), old cards and new cards have."""
_LOOK_BACK: Final = 70
"""Characters before a number in which a word may say what it is."""
_DIGITS: Final = re.compile(r"[0-9][0-9 .,()%\t\u00a0\u2010-\u2015-]{6,}")
"""Where a long number can be: every character that may stand inside or right behind one, from its first digit on."""
_TELEPHONE: Final = 10
"""Digits of the shortest telephone number."""
_LONG: Final = re.compile(rf"[0-9](?=(?:[0-9]|{_SEPARATOR}){{6}})(?:{_SEPARATOR}{{0,3}}+[0-9]){{6,}}+")
"""Seven digits or more, as in every number that is looked for; what follows is asked first, for most are short."""
_MACHINE_DATE: Final = re.compile(r"20\d\d-\d\d-\d\d")
_SCHEME: Final = re.compile(r":(?<=[lLsSoO]:)(?:(?<=[tT][eE][lL]:)|(?<=[sS][mM][sS]:)|(?<=[lL][lL][tT][oO]:))")
_USUAL: Final = re.compile("[\x00-\u065f\u1c5a-\ua61f]*")
"""No digits but 0-9 are among these; every letter of Vietnamese is."""
BETWEEN_LINES: Final = "\n\x1e\n"
"""What lines of different places are put together with, to be read at once."""
_LINE_BEGINS: Final = re.compile(rf"\x1e\n(?:[A-Z] ?)?({_NUMBER.pattern})")
_LINE_ENDS: Final = re.compile(r":(?:(?<=tel:)|(?<=sms:)|(?<=callto:))\s*(?:\n|\Z)", re.I)
_NINE: Final = re.compile(r"(?<![\w/=&%#,:+.-])[0-9]{9}(?![\w/%]|[.,-]\d)")


def find_private(text: str, allowed: Allowed = NOBODY, *, strict: bool = True) -> Iterator[PrivateDatum]:
    """What is personal in a text, in order of kinds. `strict` also takes nine digits in a row without a word before.

    Dates, amounts of money, document numbers, times and the numbers of an address are not taken for data.
    """
    if not worth_a_look(text):
        return
    text = _plain_digits(text)
    seen: set[tuple[int, int]] = set()
    for datum in _all(text, strict):
        if _is_public(datum, allowed):
            continue
        if any(start < datum.end and datum.start < end for start, end in seen):
            continue
        seen.add((datum.start, datum.end))
        yield datum


def _all(text: str, strict: bool, *, may_be_spelt: bool = True) -> Iterator[PrivateDatum]:
    places = [(max(0, match.start() - 2), match.end() + 2) for match in _DIGITS.finditer(text)]
    for start, end, mailbox in private_mailboxes(text, may_be_spelt=may_be_spelt):
        yield PrivateDatum(PrivateKind.MAILBOX, start, end, mailbox, _hidden_mailbox(mailbox))
    for match in _within(_NUMBER, text, places):
        yield from _said_to_be(text, match)
    yield from _runs(text, places)
    for match in _LINKED.finditer(text) if _may_link(text, places) else ():
        group = 1 if match[1] else 2
        if _is_phone(domestic(_digits(match[group]))):
            yield _number(PrivateKind.PHONE, match, group, domestic(_digits(match[group])))
    if strict:
        for match in _within(_NINE, text, places):
            yield _number(PrivateKind.IDENTITY, match, 0)
    for match in _spoken(text):
        words = re.sub("[ıİ]", "i", match[0]).casefold()  # patterns take more letters for an i than folding does
        digits = "".join(_SPOKEN_DIGITS[word] for word in re.findall(r"\w+", words))
        if _is_phone(digits):
            yield PrivateDatum(PrivateKind.PHONE, match.start(), match.end(), digits, _hidden(digits))


def _within(pattern: re.Pattern[str], text: str, places: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` finds, for a pattern of numbers: looked for only where long numbers can be."""
    for start, end in places:
        yield from pattern.finditer(text, start, end)


def _may_link(text: str, places: list[tuple[int, int]]) -> bool:
    """Whether there is what every telephone number in a link has: enough digits, and a scheme."""
    if not any(len(_digits(text[start:end])) >= _TELEPHONE for start, end in places):
        return False
    lowered = text.lower()
    return any(scheme in lowered for scheme in _SCHEMES)


def _spoken(text: str) -> Iterator[re.Match[str]]:
    """What `_SPOKEN.finditer(text)` finds, looked for only around its first two words."""
    end = 0
    for start in sorted(found.start() - 1 for begins in _SPOKEN_BEGINS for found in begins.finditer(text)):
        match = _SPOKEN.match(text, start) if start >= end else None
        if match:
            end = match.end()
            yield match


def worth_a_look(text: str) -> bool:
    """Whether there can be anything personal in a text; quick, and never wrong when it says no."""
    return bool(
        not (text.isascii() or _USUAL.fullmatch(text))
        or any(not _MACHINE_DATE.fullmatch(number[0]) for number in _LONG.finditer(text))
        or has_sign(text)
        or _SCHEME.search(text)
        or (("hông" in text or "HÔNG" in text) and any(_spoken(text)))
    )


def nothing_private(lines: str, allowed: Allowed = NOBODY, *, strict: bool = True, apart: bool = False) -> bool:
    """Whether there is nothing personal in any of these lines, nor in one together with any line before or behind it:
    no number that a word at the end of another line could say to be somebody's, no part of a mailbox. Never wrong
    when it says yes.

    The lines stand apart by `BETWEEN_LINES`; with `apart` they do so wherever they are read, and no word says
    what a number of another line is.
    """
    if not worth_a_look(lines):
        return True
    text = _plain_digits(f"{BETWEEN_LINES}{lines}")
    if has_spelt_sign(text) or _LINE_ENDS.search(text):
        return False
    for match in () if apart else _LINE_BEGINS.finditer(text):
        if len(_digits(match[1])) in _IDENTITIES or _may_be_account(match[1]):
            return False
    return all(_is_public(datum, allowed) for datum in _all(text, strict, may_be_spelt=False))


def _is_public(datum: PrivateDatum, allowed: Allowed) -> bool:
    return datum.key in allowed.numbers or datum.key in allowed.mailboxes


def _said_to_be(text: str, match: re.Match[str]) -> Iterator[PrivateDatum]:
    """A number that the words before it call somebody's card, passport or account."""
    count, may_be_account = len(_digits(match[0])), _may_be_account(match[0])
    if count not in _IDENTITIES and not may_be_account:
        return
    start = max(0, match.start() - _LOOK_BACK)
    before = text[start : match.start()]
    passport = _PASSPORT.search(before)
    if count in (9, 12) or (passport and count == 7):
        words = before[: passport.start()] if passport else before
        if _BEFORE_IDENTITY.search(words):
            yield _number(PrivateKind.IDENTITY, match, 0)
            return
    if may_be_account and _BEFORE_ACCOUNT.search(before):
        yield _number(PrivateKind.ACCOUNT, match, 0)


def _may_be_account(written: str) -> bool:
    return len(_digits(written)) >= 8 and not _DATE.match(written) and not _MONEY.fullmatch(written)


_SPOKEN_DIGITS: Final = {
    "không": "0", "một": "1", "mốt": "1", "hai": "2", "ba": "3", "bốn": "4", "tư": "4", "năm": "5", "lăm": "5",
    "sáu": "6", "bảy": "7", "bẩy": "7", "tám": "8", "chín": "9",
}  # fmt: skip


def _runs(text: str, places: list[tuple[int, int]]) -> Iterator[PrivateDatum]:
    for match in _within(_RUN, text, places):
        written, digits = match[0], _digits(match[0])
        if _DATE.search(written) or _counts_up(written):
            continue
        phone = domestic(digits, written)
        if _is_phone(phone) and not _is_money(written):
            yield _number(PrivateKind.PHONE, match, 0, phone)
        elif len(digits) == 12 and digits[:3] in _PROVINCES and digits[3] in "0123" and not _is_money(written):
            yield _number(PrivateKind.IDENTITY, match, 0)


def domestic(digits: str, written: str = "") -> str:
    """A telephone number as it is dialled at home: 84 912 … and 0084 912 … become 0912 …"""
    bare = digits.removeprefix("00") if digits.startswith("0084") else digits
    if bare.startswith("84") and (len(bare) in (11, 12) or written.lstrip("(").startswith("+")):
        rest = bare[2:]
        return rest if rest.startswith("0") else "0" + rest
    return digits


def _is_phone(digits: str) -> bool:
    if len(digits) == 10 and digits[:2] in ("03", "05", "07", "08", "09"):
        return True
    return len(digits) in (10, 11) and digits.startswith("02") and digits[2] != "0"


def _counts_up(written: str) -> bool:
    """“05 06 07 08 09”: days or months in a row, not a number of somebody."""
    groups = [int(group) for group in re.findall(r"\d+", written)]
    return len(groups) > 2 and all(b - a == 1 for a, b in pairwise(groups))


def _is_money(written: str) -> bool:
    return bool(_MONEY.fullmatch(written.strip())) and not written.startswith("0")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _number(kind: PrivateKind, match: re.Match[str], group: int, key: str = "") -> PrivateDatum:
    digits = key or _digits(match[group])
    return PrivateDatum(kind, match.start(group), match.end(group), digits, _hidden(digits))


def _hidden(digits: str) -> str:
    return f"{digits[:3]}…{digits[-2:]}"


def _hidden_mailbox(mailbox: str) -> str:
    name, _, domain = mailbox.partition("@")
    return f"{name[:2]}…@{domain}"


def _plain_digits(text: str) -> str:
    """Full-width and other digits as ASCII, one for one."""
    if text.isascii() or _USUAL.fullmatch(text):
        return text
    return re.sub(r"[^\x00-\x7f](?<=\d)", lambda m: str(unicodedata.decimal(m[0], m[0])), text)
