"""Open data: pieces, the state of every month, and units, as JSON with a description of every field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from cchc_site.column import address
from cchc_site.column.area import AREAS
from cchc_site.column.article import Article, Form, Kind, Origin
from cchc_site.column.instant import VIETNAM
from cchc_site.column.monthly_minimum import Fulfilment, MonthResult, MonthState
from cchc_site.column.unit import Unit, UnitKind
from cchc_site.publish.cards import Cards
from cchc_site.publish.data_table import (
    ADDRESS,
    ADDRESS_OR_NOTHING,
    DAY,
    DAY_OR_NOTHING,
    INSTANT,
    MONTH,
    TEXT,
    TEXT_OR_NOTHING,
    WHOLE,
    DataTable,
    Property,
    Shape,
    one_of,
    texts,
)
from cchc_site.publish.kept_rows import KeptRows
from cchc_site.publish.mark import mark_of
from cchc_site.publish.output import Output, made


class PieceRecord(Struct, frozen=True):
    """A public piece and what its addresses begin with."""

    piece: Article
    cards: Cards
    base_url: str


class UnitRecord(Struct, frozen=True):
    """A unit and what its addresses begin with."""

    unit: Unit
    cards: Cards
    base_url: str


class MonthRecord(Struct, frozen=True):
    """A month's state and what its addresses begin with."""

    result: MonthResult
    base_url: str


def _instant(moment: datetime) -> str:
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds")


def _words(kinds: type[Kind] | type[Form] | type[Origin] | type[UnitKind] | type[MonthState]) -> Shape:
    return one_of(str(member.value) for member in kinds)


_AREA_IDS = one_of(area.id for area in AREAS)

ARTICLES: DataTable[PieceRecord] = DataTable(
    "articles",
    "Tin, bài",
    "Mọi tin, bài đang đăng, mới nhất trước.",
    (
        Property("id", TEXT, "Mã cố định của bài; không đổi khi bài đổi tên hoặc địa chỉ.", lambda r: r.piece.id),
        Property("url", ADDRESS, "Địa chỉ trang của bài.", lambda r: r.base_url + r.piece.address),
        Property("title", TEXT, "Tên bài.", lambda r: r.piece.title),
        Property("summary", TEXT, "Tóm tắt một, hai câu.", lambda r: r.piece.summary),
        Property("kind", _words(Kind), "Loại: tin, bai, thong-bao, van-ban, tai-lieu.", lambda r: r.piece.kind.value),
        Property("form", _words(Form), "Hình thức thể hiện.", lambda r: r.piece.form.value),
        Property("areas", texts(_AREA_IDS), "Mã các lĩnh vực cải cách.", lambda r: [a.id for a in r.piece.areas]),
        Property("unit", TEXT, "Mã đơn vị đăng; xem units.json.", lambda r: r.piece.unit),
        Property("author", TEXT, "Người hoặc bộ phận viết.", lambda r: r.piece.author),
        Property("published", INSTANT, "Thời điểm đăng lần đầu.", lambda r: _instant(r.piece.published)),
        Property(
            "updated",
            INSTANT,
            "Lần thay đổi lớn hoặc đính chính gần nhất; sửa nhỏ không làm đổi.",
            lambda r: _instant(r.piece.updated_by(r.cards.as_of)),
        ),
        Property("words", WHOLE, "Số chữ của bài.", lambda r: r.piece.words),
        Property("origin", _words(Origin), "Tự viết, đăng lại hay tổng hợp.", lambda r: r.piece.origin.value),
        Property(
            "source",
            ADDRESS_OR_NOTHING,
            "Địa chỉ bài gốc của bài đăng lại.",
            lambda r: r.piece.source.url if r.piece.source else None,
        ),
        Property("documents", texts(), "Số, ký hiệu văn bản mà bài dựa vào.", lambda r: list(r.piece.documents)),
        Property("tags", texts(), "Từ khóa.", lambda r: list(r.piece.tags)),
        Property(
            "corrections",
            WHOLE,
            "Số lần đính chính đã đăng.",
            lambda r: sum(c.is_published(r.cards.as_of) for c in r.piece.corrections),
        ),
    ),
)

FULFILMENT: DataTable[MonthRecord] = DataTable(
    "fulfilment",
    "Tình hình thực hiện",
    "Từng tháng của kế hoạch: số tin, bài phải có, số được tính và trạng thái.",
    (
        Property("month", MONTH, "Tháng.", lambda r: str(r.result.month)),
        Property("state", _words(MonthState), "Trạng thái.", lambda r: r.result.state.value),
        Property("state_label", TEXT, "Trạng thái bằng lời.", lambda r: r.result.label),
        Property("required", WHOLE, "Số tin, bài phải có.", lambda r: r.result.required),
        Property("counted", WHOLE, "Số tin, bài được tính.", lambda r: r.result.count),
        Property("first_day", DAY, "Ngày đầu của kỳ tính.", lambda r: r.result.window.first.isoformat()),
        Property("last_day", DAY, "Ngày cuối của kỳ tính.", lambda r: r.result.window.last.isoformat()),
        Property(
            "articles", texts(), "Mã các bài được tính; xem articles.json.", lambda r: [a.id for a in r.result.counted]
        ),
        Property(
            "explanation",
            TEXT_OR_NOTHING,
            "Giải trình trong sổ chốt tháng, nếu thiếu.",
            lambda r: (r.result.entry.explanation or None) if r.result.entry else None,
        ),
        Property("report", ADDRESS, "Trang báo cáo tháng.", lambda r: r.base_url + address.report(r.result.month)),
    ),
)

UNITS: DataTable[UnitRecord] = DataTable(
    "units",
    "Đơn vị",
    "Cơ quan, phòng, đơn vị và thời gian hoạt động của từng đơn vị; đơn vị cũ giữ tên cũ.",
    (
        Property("id", TEXT, "Mã đơn vị.", lambda r: r.unit.id),
        Property("name", TEXT, "Tên đầy đủ.", lambda r: r.unit.name),
        Property("short_name", TEXT, "Tên gọn.", lambda r: r.unit.short_name),
        Property("kind", _words(UnitKind), "Loại đơn vị.", lambda r: r.unit.kind.value),
        Property("valid_from", DAY_OR_NOTHING, "Hoạt động từ ngày.", lambda r: _day(r.unit.valid_from)),
        Property("valid_to", DAY_OR_NOTHING, "Đến hết ngày.", lambda r: _day(r.unit.valid_to)),
        Property("successors", texts(), "Mã các đơn vị kế thừa.", lambda r: list(r.unit.successors)),
        Property("parent", TEXT_OR_NOTHING, "Mã cơ quan cấp trên.", lambda r: r.unit.parent),
        Property("url", ADDRESS, "Trang của đơn vị.", lambda r: r.base_url + address.unit(r.unit)),
        Property("articles", WHOLE, "Số tin, bài đang đăng.", lambda r: r.cards.unit(r.unit).count),
    ),
)

TABLES: tuple[DataTable[Any], ...] = (ARTICLES, FULFILMENT, UNITS)


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


_ABOUT: Mapping[str, Shape] = {
    "column": {**TEXT, "description": "Tên chuyên mục."},
    "agency": {**TEXT, "description": "Cơ quan chủ quản."},
    "url": {**ADDRESS, "description": "Địa chỉ của chuyên mục."},
    "license": {**TEXT, "description": "Điều kiện dùng lại."},
}
_JUDGED: Mapping[str, Shape] = {
    "as_of": {**INSTANT, "description": "Thời điểm tính."},
    **_ABOUT,
}


def data_files(
    cards: Cards, fulfilment: Fulfilment, base_url: str, memory: MutableMapping[str, bytes]
) -> Iterator[Output]:
    """The data and their schemas; `memory` is what the last build left of the rows."""
    identity = cards.column.identity
    about = {
        "column": identity.name,
        "agency": cards.agency_name,
        "url": base_url,
        "license": identity.source_rule,
    }
    judged = {"as_of": _instant(fulfilment.as_of), **about}
    months = (FULFILMENT.row(MonthRecord(result, base_url)) for result in fulfilment.months)
    units = (UNITS.row(UnitRecord(unit, cards, base_url)) for unit in cards.column.units.all)
    pieces = KeptRows[Article](
        lambda article: ARTICLES.row(PieceRecord(article, cards, base_url)),
        lambda articles: mark_of(base_url, *cards.marks(articles)),
        memory,
    ).renew({str(month): articles for month, articles in cards.by_month.items()})
    mark = mark_of(about, pieces.mark)
    yield Output(ARTICLES.address, mark, lambda: ARTICLES.data(base_url, about, pieces.rows()))
    yield made(FULFILMENT.address, FULFILMENT.data(base_url, judged, months))
    yield made(UNITS.address, UNITS.data(base_url, about, units))
    for table in TABLES:
        yield made(table.schema_address, table.schema(base_url, _JUDGED if table is FULFILMENT else _ABOUT))
