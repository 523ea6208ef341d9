"""Small columns for tests: every builder has a default for all that a test does not speak of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from cchc_site.column.area import AREA_BY_ID, ReformArea
from cchc_site.column.article import Article, Kind
from cchc_site.column.closed_month import Amendment, ClosedMonth, ClosedMonths
from cchc_site.column.column import Column, Identity
from cchc_site.column.instant import in_vietnam, parse_instant
from cchc_site.column.month import Month
from cchc_site.column.monthly_minimum import Fulfilment, MonthResult, evaluate
from cchc_site.column.plan import Plan, Quota, Waiver
from cchc_site.column.problem import Place
from cchc_site.column.unit import Unit, UnitKind, Units
from cchc_site.vietnamese import document_numbers

UNIT = Unit("van-phong", "Văn phòng Sở", "Văn phòng", UnitKind.DIVISION)
ENOUGH_WORDS = 320
"""More than the floor of a “bài”."""


def at(text: str) -> datetime:
    """The instant written as an editor writes it."""
    return parse_instant(text)


def day(text: str) -> date:
    """The day written `YYYY-MM-DD`."""
    return date.fromisoformat(text)


def areas(*ids: str) -> tuple[ReformArea, ...]:
    """Areas by their ids."""
    return tuple(AREA_BY_ID[key] for key in ids)


def prose(key: str, words: int = ENOUGH_WORDS) -> str:
    """That many words of text, unlike the text of any other key."""
    return " ".join(f"{key}{number}" for number in range(words))


def piece(published: str, key: str = "", *, words: int = ENOUGH_WORDS, text: str = "", **fields: Any) -> Article:
    """A valid piece first published at that time; `fields` replace any attribute of `Article`."""
    moment = at(published)
    month = f"{moment.year:04d}/{moment.month:02d}"
    key = key or f"{month}/bai-{moment:%d-%H%M%S}"
    own_text = text or prose(key.replace("/", "x"), words)
    values: dict[str, Any] = {
        "id": key,
        "file": f"tin-bai/{key}.md",
        "address": f"tin-bai/{key}/",
        "title": f"Bài {key}",
        "published": moment,
        "kind": Kind.ARTICLE,
        "areas": areas("procedures"),
        "unit": UNIT.id,
        "author": "Ban biên tập",
        "summary": "Một câu tóm tắt.",
        "body": own_text,
        "own_text": own_text,
        "cited_numbers": tuple(found.document.text for found in document_numbers.find_all(own_text)),
        "words": len(own_text.split()),
        "place": Place(f"content/tin-bai/{key}.md", 1, 1),
    }
    return Article(**{**values, **fields})


def good(month: str, count: int) -> list[Article]:
    """That many valid original pieces on the 5th, 6th … of a month."""
    folder = month.replace("-", "/")
    return [piece(f"{month}-{number + 5:02d}", f"{folder}/bai-{number + 1}") for number in range(count)]


def ids(articles: Iterable[Article]) -> tuple[str, ...]:
    """The ids of articles, in their order."""
    return tuple(article.id for article in articles)


def quota(first: str = "2024-01-01", last: str | None = None, minimum: int = 4, **fields: Any) -> Quota:
    """At least four a month from the launch day."""
    values: dict[str, Any] = {"place": Place("content/_data/plans/ke-hoach.yml", 8, 5), **fields}
    return Quota(minimum, day(first), day(last) if last else None, **values)


def waiver(month: str, reduce_to: int, decided: str, **fields: Any) -> Waiver:
    """A signed reduction of one month's minimum."""
    values: dict[str, Any] = {"reason": "Nghỉ Tết", "approver": "Giám đốc Sở", "document": "chưa cấp số", **fields}
    return Waiver(Month.parse(month), reduce_to, decided=day(decided), **values)


def closed(
    month: str, pieces: Iterable[str], state: str, closed_on: str, *, required: int = 4, **fields: Any
) -> ClosedMonth:
    """An entry of the closed-month record that counted those ids."""
    keys = tuple(pieces)
    values: dict[str, Any] = {"place": Place("content/_data/closed-months.yml", 1, 3), "counted": len(keys), **fields}
    return ClosedMonth(
        month=Month.parse(month), required=required, pieces=keys, state=state, closed_on=day(closed_on), **values
    )


def amendment(on: str, pieces: Iterable[str], reason: str = "Bổ sung", **fields: Any) -> Amendment:
    """A later line about a closed month that counts those ids."""
    keys = tuple(pieces)
    return Amendment(**{"on": day(on), "counted": len(keys), "pieces": keys, "reason": reason, **fields})


def column(
    articles: Iterable[Article] = (),
    quotas: Iterable[Quota] | None = None,
    *,
    waivers: Iterable[Waiver] = (),
    record: Iterable[ClosedMonth] = (),
    units: Iterable[Unit] = (UNIT,),
    **fields: Any,
) -> Column:
    """A column under one plan; without quotas given, at least four a month from 2024-01-01."""
    rules = (quota(),) if quotas is None else tuple(quotas)
    plan = Plan(
        id="ke-hoach",
        title="Kế hoạch tuyên truyền",
        agency=UNIT.id,
        first=day("2024-01-01"),
        last=day("2025-12-31"),
        quotas=rules,
        waivers=tuple(waivers),
        place=Place("content/_data/plans/ke-hoach.yml", 1, 1),
    )
    return Column(
        identity=Identity("cchc", "Cải cách hành chính", "Một câu giới thiệu.", UNIT.id),
        units=Units.of(units),
        articles=tuple(articles),
        plans=(plan,),
        closed_months=ClosedMonths.of(record),
        **fields,
    )


def judged(item: Column, as_of: str, month: str) -> MonthResult:
    """One month of a column at an instant."""
    return fulfilment(item, as_of).month(Month.parse(month))


def fulfilment(item: Column, as_of: str) -> Fulfilment:
    """All months of a column at an instant."""
    return evaluate(item, in_vietnam(at(as_of)))
