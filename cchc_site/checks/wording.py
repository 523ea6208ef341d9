"""Names and terms that time has overtaken, in texts written after it did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cchc_site.checks.page_rules import Context, advice, style, whole_words
from cchc_site.checks.sentences import sentences
from cchc_site.column.problem import Place, Problem
from cchc_site.column.term import Term, TermKind
from cchc_site.content.passages import PageText, Passage, PassageKind
from cchc_site.vietnamese.text import fold

_OF_THE_PAST = re.compile(
    r"\b(?:cu|truoc day|truoc kia|truoc khi|truoc nam|truoc ngay|truoc thang|khi do|luc do|luc bay gio|hoi do|nay la|"
    r"nay thuoc|nay goi|nay doi|nay dung|nay viet|hop nhat|sap nhap|sap xep|sat nhap|chia tach|giai the|ket thuc|"
    r"doi ten|thanh lap|chuyen sang|chuyen ve|den het|den ngay|khong con|bai bo|thay the|thay cho|ten goi|ten cu|"
    r"goi la|tung|tien than|da bo|thay bang|het hieu luc|con co ten|lich su)\b"
)
"""A sentence that says itself that it speaks of the past, or of the change, may use the old name."""
_YEAR = re.compile(r"(?<![\d/.-])(?:\d{1,2}[/.-]){0,2}((?:19|20)\d\d)(?!\d)|/((?:19|20)\d\d)(?!\d)")


@style("V08")
def living_names(page: PageText, context: Context) -> Iterator[Problem]:
    """An agency or place that ended before the piece was published is not named as if it still were there."""
    yield from _overtaken("V08", page, context, (TermKind.AGENCY, TermKind.PLACE))
    day = _day(page, context)
    if day is None:
        return
    for unit in context.units.all:
        if unit.valid_to is None or unit.valid_to >= day:
            continue
        heirs = context.units.successors_on(unit, day)
        use = " và ".join(heir.name for heir in heirs) or "tên đơn vị kế thừa"
        names = {unit.name, unit.short_name}
        if any(other.exists_on(day) and names & {other.name, other.short_name} for other in context.units.all):
            continue
        for place, written in _uses(page, whole_words(names), unit.valid_to.year):
            message = f"“{written}” đã kết thúc từ {unit.valid_to:%d/%m/%Y}."
            yield advice("V08", place, message, f"Viết “{use}”, hoặc nói rõ đó là tên cũ.")


@style("V09")
def living_terms(page: PageText, context: Context) -> Iterator[Problem]:
    """Terms that the law replaced: “dịch vụ công mức độ 4” is now “toàn trình”."""
    yield from _overtaken("V09", page, context, (TermKind.WORDING,))


def _overtaken(code: str, page: PageText, context: Context, kinds: tuple[TermKind, ...]) -> Iterator[Problem]:
    day = _day(page, context)
    for pattern, term in context.terms:
        if term.kind in kinds and day is not None and day >= term.since:
            for place, written in _uses(page, pattern, term.since.year):
                yield advice(
                    code, place, _message(term, written), f"Nay viết “{term.use}”, hoặc nói rõ đó là cách gọi cũ."
                )


def _message(term: Term, written: str) -> str:
    note = f" {term.note.rstrip('.')}." if term.note else ""
    return f"“{written}” là {term.kind.label} cũ, từ {term.since:%d/%m/%Y} không còn dùng.{note}"


def _day(page: PageText, context: Context) -> date | None:
    """The day the text speaks of: its publication; a standing page speaks of the day somebody asks."""
    if page.day is not None:
        return page.day
    return context.as_of.date() if context.as_of is not None else None


def _uses(page: PageText, pattern: re.Pattern[str], year: int) -> Iterator[tuple[Place, str]]:
    """Uses that speak of the present; one a passage.

    Left alone are quotations, sentences that say themselves that they speak of the past, and sections that name an
    earlier year than `year`: they tell of an old plan or an old document in its own words.
    """
    section: list[Passage] = []
    for passage in (*page.everything, None):
        if passage is not None and passage.kind is not PassageKind.HEADING:
            section.append(passage)
            continue
        if any(pattern.search(one.text) for one in section) and not _names_a_year_before(section, year):
            for one in section:
                yield from _first_use(one, pattern)
        section = [passage] if passage is not None else []


def _names_a_year_before(section: list[Passage], year: int) -> bool:
    return any(int(found[1] or found[2]) < year for one in section for found in _YEAR.finditer(one.text))


def _first_use(passage: Passage, pattern: re.Pattern[str]) -> Iterator[tuple[Place, str]]:
    if passage.kind is PassageKind.QUOTE:
        return
    for offset, sentence in sentences(passage.text):
        found = pattern.search(sentence)
        rest = pattern.sub("", sentence)
        if found and not _OF_THE_PAST.search(fold(rest)) and not _is_quoted(sentence, found):
            yield passage.place(offset + found.start()), found.group()
            return


def _is_quoted(sentence: str, found: re.Match[str]) -> bool:
    """Whether the words stand in quotation marks: they are spoken about, not used."""
    before = sentence[: found.start()]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
