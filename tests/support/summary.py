"""All that the model says about a content folder at an instant, as JSON text; also a program of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from cchc_site.checks import run_checks
from cchc_site.column.column import Column
from cchc_site.column.enforcement import Occasion, judge
from cchc_site.column.instant import parse_instant
from cchc_site.column.monthly_minimum import evaluate
from cchc_site.column.monthly_report import monthly_report
from cchc_site.content.loader import read_content


def summary(column: Column, as_of: str) -> str:
    """States, counts, reasons, reports and findings."""
    result = evaluate(column, parse_instant(as_of))
    months: list[dict[str, Any]] = []
    for month in result.months:
        report = monthly_report(column, result, month)
        months.append(
            {
                "month": str(month.month),
                "state": month.label,
                "count": month.count,
                "required": month.required,
                "counted": [article.id for article in report.counted],
                "not_counted": [(item.article.id, item.sentence) for item in report.not_counted],
                "areas": [(area.id, count) for area, count in report.by_area],
                "authors": report.by_author,
                "kinds": report.by_kind,
                "idle": [unit.id for unit in report.idle_units],
                "gap": asdict(report.gap) if report.gap else None,
            }
        )
    findings = [(p.code, str(p.place), p.message) for p in [*run_checks(column), *judge(result, Occasion.COMPLIANCE)]]
    return json.dumps({"months": months, "findings": findings}, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    sys.stdout.buffer.write(summary(read_content(Path(sys.argv[1])).column, sys.argv[2]).encode())
