"""What the office takes away from the column: documents, tables, evidence. Stands between the rooms and the doors."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from cchc_site.column.month import Month
from cchc_site.column.monthly_report import monthly_report
from cchc_site.column.period import Period, WindowRule
from cchc_site.column.periodic_report import PeriodicReport, periodic_report
from cchc_site.inspection import Inspection
from cchc_site.report.csv_table import table_csv
from cchc_site.report.docx_report import report_docx
from cchc_site.report.evidence import evidence_zip, page_file
from cchc_site.report.outline import Outline
from cchc_site.report.periodic_outline import outline
from cchc_site.report.periodic_text import outline_markdown, outline_text, periodic_json
from cchc_site.report.words import as_json, month_markdown, month_text, month_values
from cchc_site.report.xlsx_report import report_xlsx

FILE_FORMATS = ("docx", "xlsx", "csv")
FORMATS = ("text", "md", "json", *FILE_FORMATS)
_SITE_URL = re.compile(r"^site_url:\s*[\"']?(https?://[^\s\"'#]+)", re.MULTILINE)
_SHARED = ("assets/column.css", "assets/plan.css")


def base_url_of(content: Path) -> str:
    """The site's absolute address, ending in "/", as `mkdocs.yml` beside the content folder says; "/" without one."""
    file = content.resolve().parent / "mkdocs.yml"
    match = _SITE_URL.search(file.read_text(encoding="utf-8")) if file.is_file() else None
    return f"{match[1].rstrip('/')}/" if match else "/"


def month_report(inspection: Inspection, month: Month, form: str) -> str:
    """One month's build report as `text`, `md` or `json`."""
    column, fulfilment = inspection.column, inspection.fulfilment
    values = monthly_report(column, fulfilment, fulfilment.month(month))
    writers: dict[str, Callable[[], str]] = {
        "text": lambda: month_text(values, fulfilment, column),
        "md": lambda: month_markdown(values, fulfilment, column),
        "json": lambda: as_json(month_values(values)),
    }
    return writers[form]()


class PageMissing(Exception):
    """A piece has no page in the built site; the message says so in Vietnamese."""


class Office(Struct, frozen=True, dict=True):
    """One period's papers. ValueError, with a sentence for people, when the period has not begun."""

    inspection: Inspection
    period: Period
    base_url: str
    rule: WindowRule | None = None

    @cached_property
    def report(self) -> PeriodicReport:
        """The figures."""
        found = self.inspection
        return periodic_report(found.column, found.fulfilment, found.findings, self.period, self.rule)

    @cached_property
    def outline(self) -> Outline:
        """The report's blocks."""
        return outline(self.report, self.inspection.column, self.base_url)

    def write(self, form: str, template: bytes | None = None) -> bytes:
        """The report in one of `FORMATS`."""
        writers: dict[str, Callable[[], bytes]] = {
            "text": lambda: outline_text(self.outline).encode(),
            "md": lambda: outline_markdown(self.outline).encode(),
            "json": lambda: periodic_json(self.report, self.base_url).encode(),
            "docx": lambda: report_docx(self.report, self.outline, template),
            "xlsx": lambda: report_xlsx(self.report, self.outline),
            "csv": lambda: table_csv(self.outline.appendix[0]),
        }
        return writers[form]()

    def evidence(self, site: Path) -> bytes:
        """The bundle, from the pages of the built site. `PageMissing` when one is not there."""
        pages = {}
        for article in self.report.pieces:
            file = site / page_file(article.address)
            if not file.is_file():
                raise PageMissing(f"Không thấy trang {page_file(article.address)} trong {site}/. Dựng trang trước đã.")
            pages[article.address] = file.read_bytes()
        shared = {path: (site / path).read_bytes() for path in _SHARED if (site / path).is_file()}
        return evidence_zip(self.report, self.inspection.column, self.outline, self.base_url, pages, shared)
