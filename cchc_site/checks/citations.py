"""Documents that a piece cites: numbers written right, and still in force when it cites them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cchc_site.checks.page_rules import Context, advice, fault, style, warning
from cchc_site.checks.sentences import sentences
from cchc_site.column.document import OfficialDocument
from cchc_site.column.problem import Place, Problem
from cchc_site.content.passages import PageText, PassageKind
from cchc_site.vietnamese import document_numbers
from cchc_site.vietnamese.text import fold

_NEARLY = re.compile(
    r"(?<![\w./-])\d{1,5}\s?[/–—-]\s?(?:\d{4}\s?[/–—-]\s?)?(?:NQ|QĐ|QD|CT|TB|HD|CTr|KH|ĐA|BC|TTr|CV|NĐ|ND|TT|TTLT)"
    r"\s?[/–—-]\s?(?:[A-ZĐ]{2,}[A-ZĐa-z&]*)(?:\s?[–—-]\s?[A-ZĐ&]+)*"
)
"""What a person would take for a document's number; those that the grammar does not know are slips."""
_WITH_BAR = {"ND": "NĐ", "QD": "QĐ", "DA": "ĐA"}
"""Type codes typed without the bar of Đ: the grammar takes them, no document has them."""
_KNOWN_AS_ENDED = re.compile(
    r"\b(?:het hieu luc|bai bo|thay the|thay cho|thay bang|truoc day|truoc do|cu|khong con|duoc thay|"
    r"sua doi|het han|lich su|tung)\b"
)


@fault("D01")
def numbers_written_right(page: PageText, context: Context) -> Iterator[Problem]:
    """A number in the field `documents` follows the grammar of document numbers."""
    article = page.article
    for number in article.documents if article else ():
        try:
            document_numbers.parse(number)
        except ValueError as error:
            assert article is not None
            fix = "Chép đúng số, ký hiệu trên văn bản; văn bản chưa có số thì không ghi vào documents."
            yield warning("D01", article.place_of("documents"), str(error), fix)


@style("D04")
def numbers_in_text(page: PageText, context: Context) -> Iterator[Problem]:
    """In running text a number that is nearly right is probably a slip: a long dash, a space, `QD` for `QĐ`."""
    for passage in page.everything:
        numbers = document_numbers.find_all(passage.text)
        known = [(found.start, found.end) for found in numbers]
        for number in numbers:
            right = _WITH_BAR.get(number.document.type_code or "")
            if right:
                message = f"“{number.document.text}” thiếu dấu gang của chữ Đ."
                yield advice(
                    "D04", passage.place(number.start), message, f"Viết {right} thay cho {right.replace('Đ', 'D')}."
                )
        for match in _NEARLY.finditer(passage.text):
            if any(match.start() < end and start < match.end() for start, end in known):
                continue
            message = f"“{match.group()}” giống số văn bản nhưng viết chưa đúng."
            fix = "Viết liền, dùng dấu “/” và “-”: 37/KH-UBND, 30/2020/NĐ-CP, 60-NQ/TU."
            yield advice("D04", passage.place(match.start()), message, fix)


@fault("D02")
def cited_in_force(page: PageText, context: Context) -> Iterator[Problem]:
    """A piece does not rest on a document that had ended before the piece was published."""
    register = context.documents
    article, day = page.article, page.day
    if article is None or day is None or not any(document.ended_by(day) for document in context.ended):
        return
    based_on = [document for document in map(register.get, article.documents) if document and document.ended_by(day)]
    if not based_on and not may_name_ended(page, context, day):
        return
    cited = tuple(_cited(page))
    told = {found.document.normalised for found, _, ended in cited if ended}
    for document in based_on:
        if document.key not in told:
            yield warning("D02", article.place_of("documents"), _message(document, day), _fix(document))
    reported: set[str] = set()
    for found, place, _ in cited:
        named = register.get(found.document.text)
        if named is None or not named.ended_by(day) or named.key in told | reported:
            continue
        reported.add(named.key)
        yield warning("D02", place, _message(named, day), _fix(named))


def may_name_ended(page: PageText, context: Context, day: date) -> bool:
    """Whether the page may have the number of a document that had ended by that day; never wrong when it says no."""
    text = "\n".join([page.page.body, *(field.text for field in page.fields)])
    return document_numbers.may_name(text, (item.key for item in context.ended if item.ended_by(day)))


def _cited(page: PageText) -> Iterator[tuple[document_numbers.Found, Place, bool]]:
    """Every number in the text, its place, and whether its sentence says that the document ended."""
    for passage in page.everything:
        if passage.kind is PassageKind.QUOTE or not document_numbers.may_have(passage.text):
            continue
        for offset, sentence in sentences(passage.text):
            numbers = document_numbers.find_all(sentence)
            ended = bool(numbers) and bool(_KNOWN_AS_ENDED.search(fold(sentence)))
            for found in numbers:
                yield found, passage.place(offset + found.start), ended


def _message(document: OfficialDocument, day: date) -> str:
    last = f"{document.valid_to:%d/%m/%Y}" if document.valid_to else ""
    return f"{document.number} chỉ còn hiệu lực đến hết {last}, nhưng bài đăng ngày {day:%d/%m/%Y}."


def _fix(document: OfficialDocument) -> str:
    heirs = ", ".join(document.replaced_by)
    use = f"Dẫn văn bản thay thế ({heirs})" if heirs else "Dẫn văn bản đang có hiệu lực"
    return f"{use}, hoặc nói rõ văn bản này đã hết hiệu lực."
