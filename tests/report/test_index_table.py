"""The report's table of indices: what had been published by its last day, and nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from msgspec.structs import replace
from support.builders import column

from cchc_site.column.index_score import INDEX_BY_ID, IndexScore
from cchc_site.report.index_table import indices_table

PAR = IndexScore(
    INDEX_BY_ID["par-index"], 2024, "Tỉnh A", "Công bố", "https://a.example/", Decimal("86.70"), Decimal(100), 24, 63
)


def _rows(*scores: IndexScore) -> tuple[tuple[Any, ...], ...]:
    report: Any = SimpleNamespace(through=date(2025, 6, 30))
    return indices_table(report, replace(column([]), indices=scores)).rows


def test_a_published_figure_stands_with_its_rank_and_source() -> None:
    assert _rows(PAR) == (("PAR INDEX", "2024", "Tỉnh A", "86,70/100", "24/63", "Công bố"),)


def test_what_was_published_later_or_is_of_other_years_is_left_out() -> None:
    assert _rows(replace(PAR, published=date(2025, 7, 1)), replace(PAR, year=2023), replace(PAR, year=2026)) == ()
