"""The register of corrections: every request and every published correction, with its clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from msgspec import Struct

from cchc_site.column.answer_term import answer_by
from cchc_site.column.article import Article, Correction
from cchc_site.column.column import Column
from cchc_site.column.instant import day_of
from cchc_site.column.problem import Problem, Severity


class Case(Struct, frozen=True):
    """One entry: the piece, what is said about it, and the last day for an answer (`None`: nobody asked)."""

    article: Article
    correction: Correction
    due: date | None

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for an answer."""
        return self.correction.received is not None and self.correction.answered is None

    def is_overdue(self, today: date) -> bool:
        """Whether the last day has passed without an answer."""
        return self.is_open and self.due is not None and self.due < today

    @property
    def days_taken(self) -> int | None:
        """Days from the request to the answer."""
        asked, told = self.correction.received, self.correction.answered
        return (told - asked).days if asked and told else None


def cases(column: Column, as_of: datetime) -> tuple[Case, ...]:
    """Every case of the pieces that have a page, newest first: by publication, requests by the day they came in."""
    found = [
        Case(article, correction, _due(column, correction))
        for article in column.articles
        if article.corrections and article.is_public(as_of)
        for correction in article.corrections
    ]
    return tuple(sorted(found, key=lambda case: (_moment(case.correction), case.article.id), reverse=True))


def published(column: Column, as_of: datetime) -> tuple[Case, ...]:
    """The corrections that readers see."""
    return tuple(case for case in cases(column, as_of) if case.correction.is_published(as_of))


def judge_corrections(column: Column, as_of: datetime) -> Iterator[Problem]:
    """What the office must know: an answer that is late is a warning, one that is awaited a notice."""
    today = day_of(as_of)
    for case in cases(column, as_of):
        if not case.is_open or case.due is None or (case.correction.received or today) > today:
            continue
        late = case.is_overdue(today)
        left = (case.due - today).days
        yield Problem(
            "N20",
            Severity.WARNING if late else Severity.NOTICE,
            case.article.place_of("corrections"),
            f"Đề nghị đính chính nhận ngày {case.correction.received:%d/%m/%Y} "
            + (f"đã quá hạn trả lời {-left} ngày" if late else f"còn {left} ngày để trả lời")
            + f" (hạn: hết ngày {case.due:%d/%m/%Y}).",
            "Trả lời người đề nghị rồi ghi answered: năm-tháng-ngày; bài sai thì ghi thêm date và right để đăng.",
        )


def _due(column: Column, correction: Correction) -> date | None:
    return answer_by(correction.received, column.identity.answer_terms) if correction.received else None


def _moment(correction: Correction) -> tuple[bool, float, date]:
    published_at = correction.at.timestamp() if correction.at else 0.0
    return correction.at is not None, published_at, correction.received or date.min
