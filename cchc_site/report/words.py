"""The monthly report as text for a terminal, Markdown for a message, and values for JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.counting import Tally
from cchc_site.column.instant import VIETNAM
from cchc_site.column.monthly_minimum import Fulfilment, MonthResult, MonthState
from cchc_site.column.monthly_report import MonthlyReport, monthly_report


def as_json(values: object) -> str:
    """One form for all data files: readable, in the order given, ending with a line end."""
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def report_values(column: Column, fulfilment: Fulfilment) -> dict[str, Any]:
    """`report.json`, which everybody can read: every month from the plan's start, without unpublished titles."""
    return {
        "column": column.identity.name,
        "as_of": fulfilment.as_of.isoformat(),
        "months": [
            month_values(report, report.public_not_counted)
            for report in (monthly_report(column, fulfilment, result) for result in fulfilment.months)
        ],
    }


def month_values(report: MonthlyReport, not_counted: Sequence[Tally] | None = None) -> dict[str, Any]:
    """One month as plain values; `not_counted` are the pieces that this reader may know of, for the office all."""
    result = report.result
    not_counted = report.not_counted if not_counted is None else not_counted
    return {
        "month": str(result.month),
        "from": result.window.first.isoformat(),
        "to": result.window.last.isoformat(),
        "state": result.state.value,
        "state_label": result.label,
        "required": result.required,
        "required_before_waiver": result.base_required,
        "counted": result.count,
        "counted_at_closing": result.entry.counted if result.entry else None,
        "missing": result.missing,
        "waiver": _waiver_values(result),
        "explanation": result.entry.explanation if result.entry and result.entry.explanation else None,
        "late": [article.id for article in result.late],
        "gone": list(result.gone),
        "pieces": [_piece_values(article) for article in report.counted],
        "not_counted": [
            {"id": item.article.id, "title": item.article.title, "reason": item.sentence} for item in not_counted
        ],
        "unpublished": report.unpublished,
        "by_area": {area.id: count for area, count in report.by_area},
        "by_unit": {unit.id: count for unit, count in report.by_unit},
        "by_kind": dict(report.by_kind),
        "by_form": dict(report.by_form),
        "by_origin": dict(report.by_origin),
        "by_author": dict(report.by_author),
        "idle_units": [unit.id for unit in report.idle_units],
        "longest_gap_days": report.gap.days if report.gap else 0,
    }


def _waiver_values(result: MonthResult) -> dict[str, Any] | None:
    waiver = result.waiver
    if waiver is None:
        return None
    return {
        "reduce_to": waiver.reduce_to,
        "reason": waiver.reason,
        "approver": waiver.approver,
        "decided": waiver.decided.isoformat(),
        "document": waiver.document,
        "retroactive": result.waiver_is_retroactive,
    }


def _piece_values(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "address": f"/{article.address}",
        "published": article.published.isoformat(),
        "kind": article.kind.value,
        "form": article.form.value,
        "origin": article.origin.value,
        "areas": [area.id for area in article.areas],
        "unit": article.unit,
        "author": article.author,
    }


def month_text(report: MonthlyReport, fulfilment: Fulfilment, column: Column) -> str:
    """The report for a terminal."""
    lines = [
        f"Báo cáo {report.result.month.label} - {column.identity.name}",
        *_summary(report, fulfilment),
        "",
        f"Tin, bài được tính ({report.result.count}):",
        *_indented(_piece_line(article, column) for article in report.counted),
        "",
        f"Chưa được tính ({len(report.not_counted)}):",
        *_indented(f"{item.article.title}: {item.sentence}" for item in report.not_counted),
        "",
        *(f"{title}: {values}" for title, values in _tables(report)),
    ]
    return "\n".join(lines) + "\n"


def month_markdown(report: MonthlyReport, fulfilment: Fulfilment, column: Column, base_url: str = "/") -> str:
    """The report as Markdown, for an e-mail or an issue."""
    lines = [f"# Báo cáo {report.result.month.label}", ""]
    lines += [f"- {line}" for line in _summary(report, fulfilment)]
    lines += ["", f"## Tin, bài được tính ({report.result.count})", ""]
    if report.counted:
        lines += ["| Ngày | Tin, bài | Loại | Lĩnh vực | Đơn vị | Tác giả |", "|---|---|---|---|---|---|"]
        lines += [_piece_row(article, column, base_url) for article in report.counted]
    else:
        lines += ["Chưa có."]
    lines += ["", f"## Chưa được tính ({len(report.not_counted)})", ""]
    lines += [f"- {_cell(item.article.title)}: {_cell(item.sentence)}" for item in report.not_counted] or ["Không có."]
    lines += ["", "## Số liệu", ""]
    lines += [f"- {title}: {_cell(values)}" for title, values in _tables(report)]
    return "\n".join(lines) + "\n"


def _summary(report: MonthlyReport, fulfilment: Fulfilment) -> Iterator[str]:
    result = report.result
    yield f"Trạng thái: {result.label}, {result.count}/{result.required} tin, bài"
    yield f"Kỳ tính: {result.window.first:%d/%m/%Y} - {result.window.last:%d/%m/%Y}"
    if _wants(result):
        yield f"Còn thiếu: {result.missing}, hạn {result.window.last:%d/%m/%Y}"
    if result.waiver is not None:
        late = ", hồi tố" if result.waiver_is_retroactive else ""
        yield f"Giảm chỉ tiêu còn {result.waiver.reduce_to}: {result.waiver.reason} ({result.waiver.document}{late})"
    if result.entry is not None:
        yield f"Đã chốt ngày {result.entry.closed_on:%d/%m/%Y}: {result.entry.counted}/{result.entry.required}"
        if result.entry.explanation:
            yield f"Giải trình: {result.entry.explanation}"
        for amendment in result.entry.amendments:
            yield f"Điều chỉnh ngày {amendment.on:%d/%m/%Y}: còn {amendment.counted}, {amendment.reason}"
    if result.late:
        yield f"Bổ sung muộn: {', '.join(article.id for article in result.late)}"
    yield f"Tính đến: {fulfilment.as_of.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}"


def _tables(report: MonthlyReport) -> Iterator[tuple[str, str]]:
    yield "Theo lĩnh vực (lượt)", _counts({area.short_name: count for area, count in report.by_area})
    yield "Theo đơn vị", _counts({unit.short_name: count for unit, count in report.by_unit})
    yield "Theo loại", _counts(dict(report.by_kind))
    yield "Theo hình thức", _counts(dict(report.by_form))
    yield "Theo nguồn gốc", _counts(dict(report.by_origin))
    yield "Theo tác giả", _counts(dict(report.by_author))
    yield "Đơn vị chưa có tin, bài", ", ".join(unit.short_name for unit in report.idle_units) or "không có"
    gap = report.gap
    yield "Khoảng trống dài nhất", f"{gap.days} ngày ({gap.first} - {gap.last})" if gap else "không có"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items() if count) or "chưa có"


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  - {line}" for line in lines] or ["  (không có)"]


def _piece_line(article: Article, column: Column) -> str:
    areas = ", ".join(area.short_name for area in article.areas)
    return (
        f"{article.published.astimezone(VIETNAM):%d/%m} {article.title} "
        f"[{article.kind.label}; {areas}; {_unit_name(article, column)}; {article.author}] /{article.address}"
    )


def _piece_row(article: Article, column: Column, base_url: str) -> str:
    cells = (
        f"{article.published.astimezone(VIETNAM):%d/%m/%Y}",
        f"[{_cell(article.title)}]({base_url}{article.address})",
        article.kind.label,
        ", ".join(area.short_name for area in article.areas),
        _cell(_unit_name(article, column)),
        _cell(article.author),
    )
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Text that cannot break out of a table cell or a list item."""
    return " ".join(text.split()).replace("|", "\\|").replace("[", "\\[").replace("]", "\\]")


def _unit_name(article: Article, column: Column) -> str:
    unit = column.units.get(article.unit)
    return unit.short_name if unit else article.unit


def status_table(fulfilment: Fulfilment) -> str:
    """Every month at a glance."""
    local = fulfilment.as_of.astimezone(VIETNAM)
    rows = [f"Chỉ tiêu hằng tháng, tính đến {local:%H:%M ngày %d/%m/%Y}"]
    if not fulfilment.months:
        return rows[0] + "\n  Chưa có kế hoạch nào đặt chỉ tiêu.\n"
    rows += ["", f"  {'Tháng':<9} {'Đạt':>7}  {'Trạng thái':<28} Ghi chú"]
    for result in fulfilment.months:
        figures = f"{result.count}/{result.required}"
        note = f"còn thiếu {result.missing}, hạn {result.window.last:%d/%m/%Y}" if _wants(result) else ""
        if result.entry and result.entry.explanation:
            note = result.entry.explanation
        elif result.waiver:
            note = f"giảm còn {result.waiver.reduce_to}: {result.waiver.reason}"
        rows.append(f"  {result.month!s:<9} {figures:>7}  {result.label:<28} {_shortened(note)}".rstrip())
    return "\n".join(rows) + "\n"


def _shortened(note: str, most: int = 60) -> str:
    """A note that leaves the table its shape; `cchc report` has it in full."""
    return note if len(note) <= most else note[:most].rsplit(" ", 1)[0] + " …"


def _wants(result: MonthResult) -> bool:
    return bool(result.missing) and result.state in (MonthState.OPEN, MonthState.SHORT)
