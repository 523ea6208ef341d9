"""The published figures of the reform indices, as a table of the periodic report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cchc_site.column.column import Column
from cchc_site.column.index_score import IndexScore, by_index
from cchc_site.column.periodic_report import PeriodicReport
from cchc_site.report.outline import Align, Table, TableColumn
from cchc_site.vietnamese.numbers import group_thousands


def indices_table(report: PeriodicReport, column: Column) -> Table:
    """What had been published by the report's last day of the report's year and the year before; never a guess."""
    year = report.through.year
    known = [
        score
        for score in column.indices
        if score.year in (year - 1, year) and (score.published is None or score.published <= report.through)
    ]
    rows = tuple(_row(score) for scores in by_index(known).values() for score in scores)
    columns = (
        TableColumn("Chỉ số", Align.LEFT, 16),
        TableColumn("Năm", Align.CENTER, 8),
        TableColumn("Nơi được đo", Align.LEFT, 28),
        TableColumn("Giá trị", Align.RIGHT, 14),
        TableColumn("Thứ hạng", Align.CENTER, 12),
        TableColumn("Nguồn công bố", Align.LEFT, 22),
    )
    return Table("indices", "Chỉ số đã công bố trong năm báo cáo và năm trước", columns, rows, "Chỉ số")


def _row(score: IndexScore) -> tuple[str, ...]:
    return (
        score.index.short,
        str(score.year),
        score.subject,
        "/".join(_figures(score.value, score.out_of)),
        "/".join(str(number) for number in (score.rank, score.of) if number is not None),
        score.source_name,
    )


def _figures(*values: Decimal | None) -> Iterator[str]:
    return (group_thousands(value) for value in values if value is not None)
