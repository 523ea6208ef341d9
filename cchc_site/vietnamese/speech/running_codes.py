"""Reading document numbers and abbreviations where they stand in a text."""

from __future__ import annotations

import re
from typing import Final

from cchc_site.vietnamese import abbreviations, document_numbers
from cchc_site.vietnamese.document_numbers import DocumentNumber
from cchc_site.vietnamese.speech.documents import (
    described,
    number_words,
    type_words,
)
from cchc_site.vietnamese.speech.integers import integer_words
from cchc_site.vietnamese.speech.reading import Reading, Rule, before, without_overlap
from cchc_site.vietnamese.text import fold

_NUMBER_WORD: Final = re.compile(r"số\s*:?\s*$", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[^.;\n]*$")
_ISSUER_FOLLOWS: Final = re.compile(r",?(?:\s+ngày\s+[^.;\n]{1,40}?)?,?\s+của\s")
_STANDARD: Final = re.compile(r"ISO\s+([0-9]{4,5}):([0-9]{4})(?!\w)")

# How far back the type of a document is looked for: "Chương trình hành động toàn khóa số …".
_TYPE_WITHIN: Final = 40


def read_document(text: str, position: int) -> Reading | None:
    """Read a document number, leaving out what the sentence itself says of it.

    "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ" already names type and issuer.
    """
    found = document_numbers.match_at(text, position)
    if not found:
        return None
    document, said = found.document, before(text, position)
    has_word = bool(_NUMBER_WORD.search(said))
    kind = "" if _type_is_said(said, document) else type_words(document)
    words = number_words(document) if has_word else f"số {number_words(document)}"
    if kind and has_word:
        words = f"{words}, {kind}"  # a letterhead: "Số: 37/KH-UBND"
    elif kind:
        words = f"{kind} {words}"
    if not _ISSUER_FOLLOWS.match(text, found.end):
        words = described(words, document)
    return Reading(words, found.end)


def _type_is_said(said_before: str, document: DocumentNumber) -> bool:
    clause = _CLAUSE.search(said_before)
    said = fold(clause[0][-_TYPE_WITHIN:]) if clause else ""
    if fold(type_words(document)) in said:
        return True
    # A letter's number carries no type, so whatever the sentence calls it is right.
    return document.kind == "letter" and any(
        re.search(rf"\b{fold(name)}\b", said) for name in abbreviations.document_types().values()
    )


def read_definition(text: str, position: int) -> Reading | None:
    """Leave out "(CCHC)" right after "cải cách hành chính", which already says it."""
    if text[position] != "(":
        return None
    found = abbreviations.match_at(text, position + 1)
    if not found or text[found.end : found.end + 1] != ")":
        return None
    said = fold(before(text, position).rstrip())
    if any(said.endswith(fold(full)) for full in found.abbreviation.full):
        return Reading("", found.end + 1)
    return None


def read_standard(text: str, position: int) -> Reading | None:
    """Read "ISO 9001:2015", whose colon is not one of the clock."""
    match = _STANDARD.match(text, position)
    if not match:
        return None
    number, version = (integer_words(int(figures)) for figures in match.groups())
    return Reading(f"ISO {number} phiên bản {version}", match.end())


def read_abbreviation(text: str, position: int) -> Reading | None:
    """Read a known abbreviation in full, unless it has several meanings."""
    found = abbreviations.match_at(text, position)
    if not found or found.abbreviation.spoken is None:
        return None
    return Reading(without_overlap(before(text, position), found.abbreviation.spoken), found.end)


RULES: Final[tuple[Rule, ...]] = (
    read_document,
    read_definition,
    read_standard,
    read_abbreviation,
)
