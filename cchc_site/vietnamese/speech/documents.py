"""Document numbers in words, with the codes of their symbols expanded where they are known."""

from __future__ import annotations

import re
from typing import Final

from cchc_site.vietnamese import abbreviations
from cchc_site.vietnamese.document_numbers import DocumentNumber, parse
from cchc_site.vietnamese.speech.integers import integer_words
from cchc_site.vietnamese.speech.letters import letter_names

_ASSEMBLY: Final = re.compile(r"(QH|UBTVQH)([0-9]{1,2})")


def document_number_words(document: str | DocumentNumber) -> str:
    """Return a document number as it is announced.

    ``76/NQ-CP`` → ``Nghị quyết số bảy mươi sáu của Chính phủ``. The slash before a year is
    ``trên``, because ``ba mươi năm`` would be heard as thirty years. Codes that are not in the
    list of abbreviations are spelled letter by letter.

    Raises ValueError when ``document`` is text and no document number.
    """
    if isinstance(document, str):
        document = parse(document)
    kind = type_words(document)
    words = f"{kind} số {number_words(document)}" if kind else f"số {number_words(document)}"
    return described(words, document)


def described(words: str, document: DocumentNumber) -> str:
    """Return ``words`` followed by who issued the document, or by its codes when not known."""
    if origin := origin_words(document):
        return f"{words} {origin}"
    return f"{words}, {codes_words(document)}"


def number_words(document: DocumentNumber) -> str:
    """Return the number alone, with the year of a legal document."""
    main, _, part = document.number.partition(".")
    figures = main.rstrip("abcdefghijklmnopqrstuvwxyz")
    words = integer_words(int(figures))
    if suffix := main.removeprefix(figures):
        words += f" {letter_names(suffix)}"
    if part:
        words += f" chấm {integer_words(int(part))}"
    if document.year is not None:
        words += f" trên {integer_words(document.year)}"
    return words


def type_words(document: DocumentNumber) -> str:
    """Return the type of document, ``Nghị quyết``; ``Công văn`` for a letter; else empty."""
    if document.kind == "letter":
        return "Công văn"
    name = abbreviations.document_type(document.type_code) if document.type_code else None
    return name[0].upper() + name[1:] if name else ""


def origin_words(document: DocumentNumber) -> str:
    """Return who issued it, ``của Chính phủ``; empty when a code is not known."""
    names = [_issuer_words(code) for code in document.issuers]
    if not names or not all(names):
        return ""
    words = "của " + " và ".join(names)
    if document.drafter:
        words += f", {_drafter_words(document.drafter)}"
    return words


def codes_words(document: DocumentNumber) -> str:
    """Return the codes of the symbol one by one, without the type if that has a name."""
    codes = re.split(r"[-/]", document.symbol)
    if type_words(document) and document.type_code:
        codes.remove(document.type_code)
    return ", ".join(map(_code_words, codes))


def _issuer_words(code: str) -> str:
    if match := _ASSEMBLY.fullmatch(code):
        name = abbreviations.issuer(match[1])
        return f"{name} khóa {integer_words(int(match[2]))}"
    return abbreviations.issuer(code) or ""


def _drafter_words(drafter: str) -> str:
    known = abbreviations.lookup(drafter)
    if known:
        return known.full[0]
    return " và ".join(", ".join(_code_words(code) for code in part.split("-")) for part in drafter.split("&"))


def _code_words(code: str) -> str:
    return _issuer_words(code) or letter_names(code)
