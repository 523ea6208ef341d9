"""Abbreviations: written out at first use, and none that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_site.checks.page_rules import Context, advice, style
from cchc_site.column.problem import Problem
from cchc_site.content.passages import PageText, Passage, PassageKind
from cchc_site.vietnamese import abbreviations, document_numbers
from cchc_site.vietnamese.text import fold
from cchc_site.vietnamese.unknown_abbreviations import Unknown, find_unknown

_NEAR = 120
"""How many characters after its first use an abbreviation may still be explained: “CCHC (cải cách hành chính)”."""
_VERSION = re.compile(r" \d+(?:\.\d+)+")
"""After the name of a standard: “WCAG 2.2”."""
_CAPITALS = re.compile(r"[A-ZĐ]\w?[&-]?[A-ZĐ]")
"""What no abbreviation is without; quick to look for."""
_NEED_NO_WORDS = frozenset({"VNeID", "ISO", "STT"})
"""Proper names, and the head of a table's first column: nobody writes them out."""
_EVERYDAY = re.compile(
    "RSS|PDF|QR|SMS|USB|TV|ID|OK|HTML|URL|CSV|XLSX|DOCX|JPG|PNG|GIF|MP3|MP4|CD|DVD|GPS|PIN|OTP|ATM|AI|IP|API|JSON|XML"
)
"""What people say as a word; only their meaning, not their letters, could be explained."""


@style("V05")
def written_out_first(page: PageText, context: Context) -> Iterator[Problem]:
    """A citizen who meets TTHC should have met “thủ tục hành chính (TTHC)” before.

    A title has no room for that: what stands in it may be explained anywhere below.
    """
    passages = page.everything
    if not any(_CAPITALS.search(passage.text) and abbreviations.find_all(passage.text) for passage in passages):
        return
    whole = [fold(passage.text) for passage in passages]
    seen: set[str] = set()
    for number, passage in enumerate(passages):
        spans = [(found.start, found.end) for found in document_numbers.find_all(passage.text)]
        for found in abbreviations.find_all(passage.text):
            short = passage.text[found.start : found.end]
            if short in seen or short in _NEED_NO_WORDS or short.endswith(".") or _inside(found.start, spans):
                continue
            seen.update(found.abbreviation.short)
            near = fold(passage.text[found.end :] + "\n" + "\n".join(p.text for p in passages[number + 1 : number + 3]))
            around = [*whole] if passage.kind is PassageKind.FIELD else [*whole[: number + 1], near[:_NEAR]]
            if not any(fold(full) in text for full in _meanings(found.abbreviation) for text in around):
                yield advice(
                    "V05",
                    passage.place(found.start),
                    f"“{short}” chưa được viết đủ ở lần đầu.",
                    f"Viết “{found.abbreviation.full[0]} ({short})” ở lần đầu, các lần sau viết tắt.",
                )


def _meanings(entry: abbreviations.Abbreviation) -> tuple[str, ...]:
    """What it stands for, also in the words of the entry it is another name of."""
    other = abbreviations.lookup(entry.same_as) if entry.same_as else None
    return entry.full + (other.full if other else ())


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


@style("V06")
def abbreviation_known(page: PageText, context: Context) -> Iterator[Problem]:
    """An abbreviation that is not in the list is a question to its writer, never a guess."""
    seen: set[str] = set()
    asked = [(passage, find_unknown(passage.text)) for passage in page.everything if _CAPITALS.search(passage.text)]
    explained = _explained(asked)
    for passage, questions in asked:
        for unknown in questions:
            if unknown.text in seen | explained or _EVERYDAY.fullmatch(unknown.text):
                continue
            if _VERSION.match(passage.text, unknown.end) or _is_a_signers_mark(passage.text, unknown.text, unknown.end):
                continue
            seen.add(unknown.text)
            hint = f" Có phải “{unknown.nearest}”?" if unknown.nearest else ""
            yield advice(
                "V06",
                passage.place(unknown.start),
                f"Chưa rõ “{unknown.text}” viết tắt của cụm từ nào.{hint}",
                "Viết đủ ở lần đầu, chữ viết tắt đặt trong ngoặc: cải cách hành chính (CCHC).",
            )


def _is_a_signers_mark(text: str, short: str, end: int) -> bool:
    """“KT.” spoken about in a sentence, where the list knows it only before a position in capitals."""
    return text[end : end + 1] == "." and abbreviations.lookup(f"{short}.") is not None


def _explained(asked: list[tuple[Passage, list[Unknown]]]) -> set[str]:
    """Abbreviations that the text itself explains: in brackets, or followed by a bracket."""
    found: set[str] = set()
    for passage, questions in asked:
        for unknown in questions:
            before, after = passage.text[: unknown.start].rstrip(" “"), passage.text[unknown.end :].lstrip(" ”")
            if (before.endswith("(") and before[:-1].strip()) or after.startswith("("):
                found.add(unknown.text)
    return found
