"""The evidence bundle ("tài liệu kiểm chứng") for scoring: what was published, proof that it is unchanged, and how the
plan was carried out.

Scoring sheets ask for the degree of plan completion and the diversity of forms, each with documents that verify it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from cchc_site.column.activity import ActivityForm, form_diversity, within
from cchc_site.column.column import Column
from cchc_site.column.instant import VIETNAM
from cchc_site.column.obligation import Finding, State
from cchc_site.column.periodic_report import PeriodicReport
from cchc_site.report.csv_table import rows_csv, table_csv
from cchc_site.report.fixed_zip import fixed_zip
from cchc_site.report.outline import Cell, Outline
from cchc_site.report.periodic_text import periodic_json
from cchc_site.report.xlsx_report import report_xlsx
from cchc_site.vietnamese.dates import short_date

PAGES = "trang/"
"""Folder of the published pages inside the bundle, laid out as on the site."""


def page_file(address: str) -> str:
    """The file of an address below the site's folder."""
    return f"{address}index.html"


def evidence_zip(
    report: PeriodicReport,
    column: Column,
    content: Outline,
    base_url: str,
    pages: Mapping[str, bytes],
    shared: Mapping[str, bytes],
) -> bytes:
    """The bundle. `pages` are the published pages of the pieces by address, `shared` what they need to be looked at."""
    sums = {article.address: hashlib.sha256(pages[article.address]).hexdigest() for article in report.pieces}
    files: list[tuple[str, bytes]] = [
        ("DOC-TRUOC.txt", _read_me(report, content).encode()),
        ("danh-sach.csv", rows_csv(_LIST_HEAD, _list(report, column, base_url, sums))),
        ("hoan-thanh-ke-hoach.csv", rows_csv(_PLAN_HEAD, _completion(report))),
        ("ty-le-hoan-thanh.csv", rows_csv(("Chỉ số", "Giá trị"), _rate(report))),
        ("da-dang-hinh-thuc.csv", rows_csv(("Hình thức", "Số lượng", "Ghi chú"), _forms(report, column))),
        ("gui-bao-cao.csv", rows_csv(_LOG_HEAD, _log(report))),
        *((f"bang/{table.key}.csv", table_csv(table)) for table in content.tables),
        ("tong-hop.xlsx", report_xlsx(report, content)),
        ("tong-hop.json", periodic_json(report, base_url).encode()),
        *((f"{PAGES}{page_file(a.address)}", pages[a.address]) for a in report.pieces),
        *((f"{PAGES}{path}", data) for path, data in sorted(shared.items())),
    ]
    lines = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files)
    return fixed_zip([*files, ("SHA256SUMS.txt", lines.encode())])


_LIST_HEAD = ("STT", "Tên tin, bài", "Thời điểm đăng", "Thể loại", "Hình thức", "Nguồn gốc", "Lĩnh vực", "Đơn vị",
              "Tác giả", "Địa chỉ", "Tệp trong gói", "SHA-256 của tệp")  # fmt: skip


def _list(report: PeriodicReport, column: Column, base_url: str, sums: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    for index, article in enumerate(report.pieces, 1):
        unit = column.units.get(article.unit)
        yield (
            index,
            article.title,
            f"{article.published.astimezone(VIETNAM):%Y-%m-%d %H:%M}",
            article.kind.label,
            article.form.label,
            article.origin.label,
            "; ".join(area.name for area in article.areas),
            unit.name if unit else article.unit,
            article.author,
            f"{base_url}{article.address}",
            f"{PAGES}{page_file(article.address)}",
            sums[article.address],
        )


_PLAN_HEAD = ("Loại", "Nội dung", "Hạn", "Ngày cuối còn đúng hạn", "Trạng thái", "Tiến độ", "Bằng chứng", "Căn cứ")


def _completion(report: PeriodicReport) -> Iterator[tuple[Cell, ...]]:
    for finding in report.findings:
        yield (
            finding.kind,
            finding.title,
            finding.timing,
            finding.due.last_good_day if finding.due else "",
            finding.label,
            finding.progress,
            "; ".join(item.words for item in finding.evidence),
            finding.basis,
        )


def _rate(report: PeriodicReport) -> Iterator[tuple[Cell, ...]]:
    """How much of what had fallen due was done: the raw figures, for whoever scores."""
    due = [f for f in report.findings if _has_fallen_due(f)]
    done = [f for f in due if f.state.is_fulfilled]
    late = [f for f in due if f.state is State.DONE_LATE]
    yield "Việc đã đến hạn hoặc đã xong", len(due)
    yield "Trong đó đã hoàn thành", len(done)
    yield "Trong số hoàn thành, muộn hạn", len(late)
    yield (
        "Tỷ lệ hoàn thành (%)",
        f"{100 * len(done) / len(due):.2f}".replace(".", ",") if due else "chưa có việc đến hạn",
    )


def _has_fallen_due(finding: Finding) -> bool:
    return finding.state.is_fulfilled or finding.state in (State.OVERDUE, State.EXPLAINED)


def _forms(report: PeriodicReport, column: Column) -> Iterator[tuple[Cell, ...]]:
    """The site from the column, all other forms from the activity log; those without a row are left to the office."""
    for name, count in report.by_form:
        yield f"Trang thông tin điện tử: {name.lower()}", count, "số liệu của chuyên mục"
    logged = {row.form: row for row in form_diversity(within(column.activities, report.window.first, report.through))}
    for form in ActivityForm:
        row = logged.get(form)
        if row is None:
            yield form.label, "", "cơ quan bổ sung, kèm tài liệu"
        else:
            yield form.label, row.times, f"{row.with_evidence}/{row.activities} hoạt động có tài liệu kiểm chứng"


_LOG_HEAD = ("Báo cáo", "Hạn", "Đơn vị", "Trạng thái", "Ghi nhận")


def _log(report: PeriodicReport) -> Iterator[tuple[Cell, ...]]:
    """Every report with who handed in and when."""
    for finding in report.findings:
        if finding.kind != "Báo cáo định kỳ":
            continue
        yield (
            finding.title,
            finding.timing,
            "(toàn cơ quan)",
            finding.label,
            "; ".join(e.words for e in finding.evidence),
        )
        for part in finding.parts:
            yield finding.title, finding.timing, part.name, part.state.label, part.note


def _read_me(report: PeriodicReport, content: Outline) -> str:
    return (
        f"Tài liệu kiểm chứng: {content.subject}\n"
        f"Kỳ số liệu: {short_date(report.window.first)} - {short_date(report.window.last)}; "
        f"số liệu tính đến hết ngày {short_date(report.through)}.\n\n"
        "danh-sach.csv            từng tin, bài: thời điểm đăng, địa chỉ, tệp trong gói, SHA-256\n"
        "hoan-thanh-ke-hoach.csv  từng việc của kế hoạch, hạn, trạng thái, bằng chứng\n"
        "ty-le-hoan-thanh.csv     số việc đến hạn, hoàn thành, muộn\n"
        "da-dang-hinh-thuc.csv    hình thức tuyên truyền; dòng để trống do cơ quan bổ sung\n"
        "gui-bao-cao.csv          báo cáo đúng hạn, muộn, theo đơn vị\n"
        "bang/                    các bảng của báo cáo\n"
        "tong-hop.xlsx, .json     toàn bộ số liệu\n"
        "trang/                   trang đã đăng của từng tin, bài\n"
        "SHA256SUMS.txt           kiểm tra: sha256sum -c SHA256SUMS.txt\n"
    )
