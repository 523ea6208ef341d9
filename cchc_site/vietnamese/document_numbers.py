"""Numbers and symbols of official documents: ``37/KH-UBND``, ``60-NQ/TU``, ``30/2020/NĐ-CP``.

The forms are those of appendix I of Decree 30/2020/NĐ-CP for administrative documents, of the Law on
the Promulgation of Legal Documents for legal ones, and of the Party Central Office's guide to
document formats for the Party's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from msgspec import Struct

Kind = Literal["legal", "party", "administrative", "letter"]
"""``legal`` has a year; ``party`` has the type before the slash; ``letter`` (công văn) no type."""

_TYPES: Final = "NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB"
# Tried in this order, the first that matches wins: a letter's form would also take most others.
_FORMS: Final[tuple[tuple[Kind, str], ...]] = (
    (
        "legal",
        r"(?P<number>[0-9]{1,4}(?:\.[0-9]{1,3})?)/(?P<year>[0-9]{4})"
        r"/(?P<symbol>[A-ZĐ]{2,6}[0-9]{0,2}(?:-[A-ZĐa-z]{2,12}){0,2})",
    ),
    (
        "party",
        r"(?P<number>[0-9]{1,4})-(?P<symbol>(?:NQ|CT|CTr|Ctr|CTHĐ|KL|QĐ|QC|KH|HD|CV|TB|BC)"
        r"/(?:TW|TU|HU|ĐU|VPTW|BTGTW))",
    ),
    (
        "administrative",
        rf"(?P<number>[0-9]{{1,5}}[a-z]?)/(?P<symbol>(?:{_TYPES})-[A-ZĐa-z&]{{2,15}}"
        r"(?:-[A-ZĐ&]{1,12})*)",
    ),
    (
        "letter",
        r"(?P<number>[0-9]{1,5})/(?P<symbol>[A-ZĐ]{2,12}(?:-[A-ZĐ&]{1,12})+)",
    ),
)
_WHOLE: Final = tuple((kind, re.compile(form)) for kind, form in _FORMS)
# In running text a number ends where the token ends: "37/KH-UBND." but not "37/KH-UBND-".
_WITHIN: Final = tuple((kind, re.compile(rf"(?<![\w&./-])(?:{form})(?![\w&]|[-/.]\w)")) for kind, form in _FORMS)
_CANDIDATE: Final = re.compile(r"(?<![\w&./-])[0-9]")
_SLASH: Final = re.compile("/[A-ZĐ0-9]")
_BEFORE: Final = 9
"""Every form has such a slash, and at most that many letters before its first one (``1234-CTHĐ/TU``)."""
_SIGN: Final = re.compile("/[A-ZĐ]")
"""Stands in a number of every form, and in no date: before the symbol, or before the Party's body."""


class DocumentNumber(Struct, frozen=True):
    """One number with its symbol, taken apart.

    ``number`` stays text because of ``66.13`` and ``12a``; ``year`` only legal documents have.
    ``type_code`` is the abbreviation of the type of document (``KH``), ``issuers`` the codes of who
    issued it (``UBND``; several for a joint circular), ``drafter`` the unit that drafted it
    (``NC``).
    """

    text: str
    kind: Kind
    number: str
    year: int | None
    symbol: str
    type_code: str | None
    issuers: tuple[str, ...]
    drafter: str | None

    @property
    def normalised(self) -> str:
        """The one spelling to compare by: numbers below 10 with a zero, ``CTr`` for ``Ctr``."""
        number = self.number.zfill(2) if self.number.isdigit() else self.number
        symbol = re.sub(r"^Ctr\b", "CTr", self.symbol)
        if self.kind == "party":
            return f"{number}-{symbol}"
        if self.year is not None:
            return f"{number}/{self.year:04}/{symbol}"
        return f"{number}/{symbol}"


class Found(Struct, frozen=True):
    """A document number in running text, at ``text[start:end]``."""

    document: DocumentNumber
    start: int
    end: int


def parse(text: str) -> DocumentNumber:
    """Return the document number that is the whole of ``text``, white space around it aside.

    Raises ValueError with a sentence for the editor when ``text`` is not one: a blank number
    (``/KH-UBND``), a stamp code, spaces around the slash, an en dash.
    """
    written = text.strip()
    for kind, form in _WHOLE:
        if match := form.fullmatch(written):
            return _document(kind, match)
    raise ValueError(f"“{written}” không phải là số, ký hiệu văn bản: {_advice(written)}")


def normalise(text: str) -> str:
    """Return the normalised spelling of a document number. Raises ValueError as parse does."""
    return parse(text).normalised


def find_all(text: str) -> list[Found]:
    """Return the document numbers of a running text in order; they never overlap."""
    return list(_scan(text)) if may_have(text) else []


def may_have(text: str) -> bool:
    """Return whether there can be a document number in a text; quick, and never wrong when it says no."""
    return _SIGN.search(text) is not None


def may_name(text: str, numbers: Iterable[str]) -> bool:
    """Return whether one of these normalised numbers can be in a text, however it is written there; quick, and never
    wrong when it says no: spellings differ in nothing but what `DocumentNumber.normalised` sets right.
    """
    if not may_have(text):
        return False
    text = text.replace("Ctr", "CTr")
    return any(number.replace("Ctr", "CTr").lstrip("0") in text for number in numbers)


def match_at(text: str, position: int) -> Found | None:
    """Return the document number that starts at ``position`` of ``text``, or None."""
    for kind, form in _WITHIN:
        if match := form.match(text, position):
            return Found(_document(kind, match), match.start(), match.end())
    return None


def _scan(text: str) -> Iterator[Found]:
    """Slashes are rarer than digits, so numbers are looked for around them; they never overlap."""
    position = 0
    for slash in _SLASH.finditer(text):
        start = max(position, slash.start() - _BEFORE)
        for candidate in _CANDIDATE.finditer(text, start, slash.start()):
            if found := match_at(text, candidate.start()):
                yield found
                position = found.end
                break


def _document(kind: Kind, match: re.Match[str]) -> DocumentNumber:
    symbol = match["symbol"]
    year = int(match["year"]) if kind == "legal" else None
    type_code: str | None
    drafter: str | None = None
    if kind == "party":
        type_code, _, issuer = symbol.partition("/")
        issuers: tuple[str, ...] = (issuer,)
    elif kind == "letter":
        type_code = None
        issuer, _, drafter = symbol.partition("-")
        issuers = (issuer,)
    elif kind == "administrative":
        type_code, issuer, *rest = symbol.split("-")
        issuers = (issuer,)
        drafter = "-".join(rest) or None
    else:
        # A law's symbol is its assembly alone: 148/2025/QH15.
        first, *rest = symbol.split("-")
        type_code, issuers = (first, tuple(rest)) if rest else (None, (first,))
    return DocumentNumber(match[0], kind, match["number"], year, symbol, type_code, issuers, drafter)


def _advice(written: str) -> str:
    if not written:
        return "ô này đang để trống."
    if any(dash in written for dash in "‐‑‒–—−"):
        return "hãy dùng dấu gạch nối “-”, không dùng gạch ngang dài."
    if re.search(r"\s", written):
        return "không được có dấu cách giữa số, dấu “/” và ký hiệu."
    if not written[0].isdigit():
        return "thiếu số ở đầu, ví dụ đúng: 07/KH-SNV."
    return "ví dụ đúng: 37/KH-UBND, 60-NQ/TU, 30/2020/NĐ-CP, 3202/UBND-NC."
