"""The indices: a page of all, and one each with charts and the table that carries the same figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape

from cchc_site.column import address
from cchc_site.column.index_score import ALIAS_NOTES, Index, IndexScore, by_index
from cchc_site.publish.cards import Cards
from cchc_site.publish.directory_views import IndexSummary, IndexView, IndicesView, ScoreRow
from cchc_site.publish.line_chart import Series, figure, legend_mark, line_chart
from cchc_site.publish.listings import HOME
from cchc_site.publish.page import Page
from cchc_site.publish.views import Link, PageFrame

HEADING = "Các chỉ số cải cách hành chính"
LEAD = "Kết quả từng năm, so với vùng và cả nước nơi có số công bố. Mỗi con số kèm nguồn."
_DEMONSTRATION = (
    "Trang minh họa: mọi con số dưới đây là giả định để thử biểu đồ, không phải kết quả của nơi nào có thật."
)


def index_pages(cards: Cards) -> Iterator[Page]:
    """Nothing when no score was entered."""
    found = by_index(cards.column.indices)
    if not found:
        return
    note = _DEMONSTRATION if cards.column.identity.demonstration else ""
    frame = PageFrame(
        HEADING, LEAD, address.INDEX_SCORES, (HOME, Link("Chỉ số", "")), (cards.feed,), address.INDEX_SCORES
    )
    summaries = tuple(_summary(index, scores) for index, scores in found.items())
    yield Page("pages/indices.html", frame, IndicesView(HEADING, LEAD, summaries, note))
    for index, scores in found.items():
        yield _page(cards, index, scores, tuple(found), note)


def _summary(index: Index, scores: Sequence[IndexScore]) -> IndexSummary:
    year = scores[-1].year
    latest = tuple((f"{score.subject}, {year}", _worded(score)) for score in scores if score.year == year)
    return IndexSummary(index.short, index.name, index.measures, address.index_score(index), latest)


def _worded(score: IndexScore) -> str:
    parts = [_points(score)] if score.value is not None else []
    if score.rank is not None:
        parts.append(f"xếp thứ {_rank(score)}")
    return ", ".join(parts)


def _points(score: IndexScore) -> str:
    return (figure(score.value) if score.value is not None else "") + (
        f"/{figure(score.out_of)}" if score.value is not None and score.out_of is not None else ""
    )


def _rank(score: IndexScore) -> str:
    if score.rank is None:
        return ""
    return f"{score.rank}/{score.of}" if score.of else str(score.rank)


def _page(cards: Cards, index: Index, scores: Sequence[IndexScore], all_: Sequence[Index], note: str) -> Page:
    heading = f"{index.short} - {index.name}"
    crumbs = (HOME, Link("Chỉ số", address.INDEX_SCORES), Link(index.short, ""))
    frame = PageFrame(heading, index.measures, address.index_score(index), crumbs, (cards.feed,), address.INDEX_SCORES)
    aliases = sorted({score.written for score in scores if score.written})
    view = IndexView(
        index.short,
        index.name,
        index.measures,
        " ".join(ALIAS_NOTES[word] for word in aliases),
        tuple(_charts(index, scores)),
        tuple(_row(score) for score in reversed(scores)),
        tuple(Link(other.short, address.index_score(other), other is index) for other in all_),
        note,
    )
    return Page("pages/index_score.html", frame, view)


def _row(score: IndexScore) -> ScoreRow:
    published = f", {score.published:%d/%m/%Y}" if score.published else ""
    return ScoreRow(
        str(score.year),
        score.subject,
        _points(score),
        _rank(score),
        figure(score.region) if score.region is not None else "",
        figure(score.country) if score.country is not None else "",
        Link(f"{score.source_name}{published}", score.source_url),
        score.note,
    )


def _charts(index: Index, scores: Sequence[IndexScore]) -> Iterator[tuple[str, str]]:
    """One chart of points and one of ranks for each subject that has at least two years."""
    for subject in dict.fromkeys(score.subject for score in scores):
        own = [score for score in scores if score.subject == subject]
        years = [str(score.year) for score in own]
        if len(own) < 2:
            continue
        lines = [
            Series(subject, tuple(score.value for score in own)),
            Series("Trung bình vùng", tuple(score.region for score in own)),
            Series("Trung bình cả nước", tuple(score.country for score in own)),
        ]
        lines = [line for line in lines if any(value is not None for value in line.values)]
        if any(score.value is not None for score in own):
            label = f"Biểu đồ đường: điểm {index.short} của {subject} từ {years[0]} đến {years[-1]}; số liệu ở bảng."
            yield f"Điểm {index.short} của {subject}", line_chart(label, years, lines) + _legend(lines)
        if sum(score.rank is not None for score in own) > 1:
            ranks = Series(subject, tuple(Decimal(score.rank) if score.rank else None for score in own))
            label = f"Biểu đồ đường: thứ hạng {index.short} của {subject}, hạng 1 ở trên cùng; số liệu ở bảng."
            yield f"Thứ hạng {index.short} của {subject}", line_chart(label, years, [ranks], ranks=True)


def _legend(lines: Sequence[Series]) -> str:
    items = "".join(f"<li>{legend_mark(number)}{escape(line.name)}</li>" for number, line in enumerate(lines))
    return f'<ul class="chart-legend">{items}</ul>' if len(lines) > 1 else ""
