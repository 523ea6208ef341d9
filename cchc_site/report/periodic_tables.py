"""The tables of a periodic report."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_site.column import address
from cchc_site.column.column import Column
from cchc_site.column.instant import VIETNAM, day_of
from cchc_site.column.obligation import Finding
from cchc_site.column.obligations.monthly_quota import ROW as QUOTA_ROW
from cchc_site.column.obligations.topic_coverage import ROW as TOPIC_ROW
from cchc_site.column.periodic_report import PeriodicReport, TaskLine
from cchc_site.report.outline import Align, Cell, Link, Table, TableColumn

MOST_NAMED = 2
"""More documents than this are counted instead of named."""
_NO = TableColumn("STT", Align.CENTER, 7)


def _number(heading: str, share: int = 10) -> TableColumn:
    return TableColumn(heading, Align.RIGHT, share)


def _judged(report: PeriodicReport) -> str:
    """States are those of the moment of the report, which may lie after the last day of the figures."""
    return f"(trạng thái vào {report.as_of.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y})"


def months_table(report: PeriodicReport) -> Table:
    """Every month of the window against the minimum."""
    rows = tuple(
        (
            line.result.month.label.capitalize(),
            line.result.required,
            line.result.count,
            line.within,
            line.result.label,
        )
        for line in report.months
    )
    columns = (
        TableColumn("Tháng", Align.LEFT, 20),
        _number("Chỉ tiêu", 14),
        _number("Đã đăng trong tháng", 20),
        _number("Trong kỳ số liệu", 18),
        TableColumn("Trạng thái", Align.LEFT, 28),
    )
    return Table("months", f"Số tin, bài từng tháng so với chỉ tiêu {_judged(report)}", columns, rows, "Theo tháng")


def areas_table(report: PeriodicReport) -> Table:
    """Pieces by reform area; a piece of several areas stands in each."""
    rows = tuple((index, area.name, count) for index, (area, count) in enumerate(report.by_area, 1))
    columns = (_NO, TableColumn("Lĩnh vực", share=70), _number("Số lượt tin, bài", 25))
    return Table(
        "areas", "Tin, bài theo lĩnh vực (một bài thuộc nhiều lĩnh vực tính ở mỗi lĩnh vực)", columns, rows, "Lĩnh vực"
    )


def split_table(report: PeriodicReport) -> Table:
    """Pieces by kind, form and origin."""
    groups = (("Thể loại", report.by_kind), ("Hình thức", report.by_form), ("Nguồn gốc", report.by_origin))
    rows = tuple((name, value, count) for name, counts in groups for value, count in counts)
    columns = (TableColumn("Phân theo", share=30), TableColumn("Loại", share=45), _number("Số tin, bài", 25))
    return Table("split", "Tin, bài theo thể loại, hình thức, nguồn gốc", columns, rows, "Thể loại")


def units_table(report: PeriodicReport) -> Table:
    """Pieces by unit; units without a piece are listed with none."""
    names = [*report.by_unit, *((unit.name, 0) for unit in report.idle_units)]
    rows = tuple((index, name, count) for index, (name, count) in enumerate(names, 1))
    columns = (_NO, TableColumn("Đơn vị", share=70), _number("Số tin, bài", 25))
    return Table("units", "Tin, bài theo đơn vị", columns, rows, "Đơn vị")


def authors_table(report: PeriodicReport) -> Table:
    """Pieces by author: evidence for the year's emulation."""
    rows = tuple((index, name, count) for index, (name, count) in enumerate(report.by_author, 1))
    columns = (_NO, TableColumn("Tác giả", share=70), _number("Số tin, bài", 25))
    return Table("authors", "Tin, bài theo tác giả", columns, rows, "Tác giả")


def topics_table(report: PeriodicReport) -> Table:
    """The plan's topics and how often the window treated each."""
    rows = tuple((line.topic.id, line.topic.text, len(line.pieces)) for line in report.topics)
    columns = (
        TableColumn("Mã", Align.CENTER, 8),
        TableColumn("Chủ đề của kế hoạch", share=72),
        _number("Số tin, bài", 20),
    )
    return Table("topics", "Mức độ bao phủ các chủ đề của kế hoạch", columns, rows, "Chủ đề")


def tasks_table(report: PeriodicReport) -> Table:
    """The appendix's six columns, with state and evidence."""
    rows = tuple(_task_row(line) for line in report.tasks)
    columns = (
        TableColumn("STT", Align.CENTER, 7),
        TableColumn("Nội dung nhiệm vụ", share=24),
        TableColumn("Sản phẩm", share=14),
        TableColumn("Cơ quan chủ trì", share=14),
        TableColumn("Cơ quan phối hợp", share=14),
        TableColumn("Thời gian hoàn thành", share=13),
        TableColumn("Tình trạng", share=15),
    )
    return Table("tasks", f"Tình hình thực hiện các nhiệm vụ của kế hoạch {_judged(report)}", columns, rows, "Nhiệm vụ")


def _task_row(line: TaskLine) -> tuple[Cell, ...]:
    task = line.task
    return (
        task.number,
        task.task,
        task.product,
        "; ".join(task.lead),
        "; ".join(task.coordinating),
        task.timing.words[:1].upper() + task.timing.words[1:],
        task_state(line.findings),
    )


def task_state(findings: Iterable[Finding]) -> str:
    """A task's state in words; a recurring one names its rounds."""
    every = list(findings)
    if len(every) == 1:
        finding = every[0]
        return f"{finding.label}: {finding.progress}" if finding.needed > 1 else finding.label
    done = sum(finding.state.is_fulfilled for finding in every)
    late = sum(finding.is_breach for finding in every)
    return f"{done}/{len(every)} kỳ đã có sản phẩm" + (f", {late} kỳ quá hạn" if late else "")


def findings_table(report: PeriodicReport) -> Table:
    """The obligations that have no table of their own: unit minimums, reports, steps of the timeline."""
    shown = {line.task.id for line in report.tasks} | {QUOTA_ROW, TOPIC_ROW}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            index,
            finding.kind,
            finding.title,
            finding.due.last_good_day if finding.due else finding.timing,
            finding.label,
            finding.progress,
            _proof(finding),
        )
        for index, finding in enumerate((f for f in report.findings if f.row not in shown), 1)
    )
    columns = (
        _NO,
        TableColumn("Loại", share=14, under="Nội dung"),
        TableColumn("Nội dung", share=36),
        TableColumn("Ngày cuối còn đúng hạn", Align.CENTER, 15),
        TableColumn("Trạng thái", share=18),
        TableColumn("Tiến độ", share=12, under="Trạng thái"),
        TableColumn("Bằng chứng", share=26),
    )
    return Table(
        "obligations",
        f"Các việc, báo cáo, mốc thời gian của kế hoạch {_judged(report)}",
        columns,
        rows,
        "Việc của kế hoạch",
    )


def _proof(finding: Finding) -> str:
    """The documents by name; pieces by their number, for the appendix has each."""
    documents = [item.words for item in finding.evidence if not item.address.startswith(address.PIECES)]
    pieces = len(finding.evidence) - len(documents)
    if len(documents) > MOST_NAMED:
        documents = [f"{len(documents)} văn bản trong sổ ghi nhận"]
    return "; ".join([*documents, f"{pieces} tin, bài"] if pieces else documents)


def pieces_table(report: PeriodicReport, column: Column, base_url: str) -> Table:
    """The appendix: every counted piece with its day and address."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            index,
            article.title,
            day_of(article.published),
            article.kind.label,
            "; ".join(area.short_name for area in article.areas),
            _unit(column, article.unit),
            article.author,
            Link(f"{base_url}{article.address}", f"{base_url}{article.address}"),
        )
        for index, article in enumerate(report.pieces, 1)
    )
    columns = (
        TableColumn("STT", Align.CENTER, 8),
        TableColumn("Tên tin, bài", share=44),
        TableColumn("Ngày đăng", Align.CENTER, 16),
        TableColumn("Thể loại", Align.CENTER, 8),
        TableColumn("Lĩnh vực", share=16),
        TableColumn("Đơn vị", share=18),
        TableColumn("Tác giả", share=12, under="Đơn vị"),
        TableColumn("Địa chỉ", share=18, under="Tên tin, bài"),
    )
    return Table("pieces", "Danh mục tin, bài được tính trong kỳ", columns, rows, "Tin, bài")


def _unit(column: Column, key: str) -> str:
    unit = column.units.get(key)
    return unit.short_name if unit else key
