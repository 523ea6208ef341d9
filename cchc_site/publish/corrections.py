"""“Đính chính”: every correction, with the days that the agency took."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.column import address
from cchc_site.column.answer_term import answer_by
from cchc_site.column.article import Correction
from cchc_site.column.corrections import Case, cases, published
from cchc_site.column.instant import day_of
from cchc_site.publish.article_views import CorrectionNote
from cchc_site.publish.cards import Cards, on_day, when_noted
from cchc_site.publish.listings import HOME
from cchc_site.publish.page import Page
from cchc_site.publish.service_views import CorrectionRow, CorrectionsView
from cchc_site.publish.views import Link, PageFrame

HEADING = "Đính chính"
LEAD = "Những chỗ chuyên mục đã viết sai và viết lại cho đúng, mới nhất trước. Lời đính chính cũng nằm ngay trên bài."


def correction_note(correction: Correction) -> CorrectionNote:
    """A published correction for readers."""
    assert correction.at is not None
    asked, told = correction.received, correction.answered
    clock = ""
    if asked:
        clock = f"Nhận đề nghị ngày {asked:%d/%m/%Y}" + (f", trả lời ngày {told:%d/%m/%Y}." if told else ".")
    return CorrectionNote(when_noted(correction.at), correction.wrong, correction.right, clock)


def corrections_page(cards: Cards) -> Page:
    """The page of all corrections."""
    feed = cards.correction_feed
    view = CorrectionsView(
        HEADING,
        LEAD,
        _rule(cards),
        tuple(_row(case) for case in published(cards.column, cards.as_of)),
        tuple(_awaited(cards)),
        feed,
    )
    frame = PageFrame(HEADING, LEAD, address.CORRECTIONS, (HOME, Link(HEADING, "")), (feed, cards.feed))
    return Page("pages/corrections.html", frame, view)


def _rule(cards: Cards) -> str:
    today = day_of(cards.as_of)
    due = answer_by(today, cards.column.identity.answer_terms)
    if due is None:
        return ""
    return f"Cơ quan kiểm tra và trả lời người đề nghị đính chính trong {(due - today).days} ngày, tính từ ngày nhận."


def _row(case: Case) -> CorrectionRow:
    correction = case.correction
    taken = case.days_taken
    days = "" if taken is None else "trong ngày" if taken == 0 else f"{taken} ngày"
    return CorrectionRow(
        case.article.title,
        f"{case.article.address}#dinh-chinh",
        correction_note(correction),
        on_day(correction.received) if correction.received else None,
        on_day(correction.answered) if correction.answered else None,
        days,
    )


def _awaited(cards: Cards) -> Iterator[str]:
    """Requests that wait for an answer, by their last day; what they claim is not shown before it is checked."""
    today = day_of(cards.as_of)
    waiting = [
        case
        for case in cases(cards.column, cards.as_of)
        if case.is_open and case.due and case.correction.received and case.correction.received <= today
    ]
    for case in sorted(waiting, key=lambda case: (case.due, case.article.id)):
        late = ", đã quá hạn" if case.is_overdue(today) else ""
        yield f"Nhận ngày {case.correction.received:%d/%m/%Y}, hạn trả lời {case.due:%d/%m/%Y}{late}."
