"""The periodic report for a terminal, for a message (Markdown) and for programs (JSON)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cchc_site.column.obligation import Finding
from cchc_site.column.periodic_report import PeriodicReport
from cchc_site.report.outline import Align, Block, Cell, Heading, Item, Link, Outline, Table, ToFill, cell_text
from cchc_site.report.words import as_json


def outline_text(content: Outline) -> str:
    """Plain lines; a table is a list of its rows."""
    lines = [content.title, content.subject, ""]
    for block in (*content.body, *content.appendix):
        lines += _text_lines(block)
    return "\n".join([*lines, "", content.closing]) + "\n"


def _text_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield f"  {block.caption} ({len(block.rows)}):"
        for row in block.rows:
            yield "    - " + " | ".join(cell_text(cell) for cell in row if cell_text(cell))
    elif isinstance(block, Heading):
        yield ""
        yield block.text
    elif isinstance(block, Item):
        yield f"  - {block.text}"
    else:
        yield f"  {block.words if isinstance(block, ToFill) else block.text}"


def outline_markdown(content: Outline) -> str:
    """Markdown, for an e-mail or an issue."""
    lines = [f"# {content.subject}", ""]
    for block in content.body:
        lines += [*_markdown_lines(block), ""]
    lines += [_escaped(content.closing), "", f"## {content.appendix_title.capitalize()}", ""]
    for table in content.appendix:
        lines += [*_markdown_lines(table), ""]
    return "\n".join(lines).rstrip() + "\n"


def _markdown_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield f"**{block.caption}**"
        yield ""
        yield f"| {' | '.join(_escaped(column.heading) for column in block.columns)} |"
        yield "|" + "|".join("--:" if column.align is Align.RIGHT else "---" for column in block.columns) + "|"
        for row in block.rows:
            yield f"| {' | '.join(_markdown_cell(cell) for cell in row)} |"
    elif isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {_escaped(block.text)}"
    elif isinstance(block, Item):
        yield f"- {_escaped(block.text)}"
    else:
        yield f"*{_escaped(block.words)}*" if isinstance(block, ToFill) else _escaped(block.text)


def _markdown_cell(cell: Cell) -> str:
    return f"<{cell.address}>" if isinstance(cell, Link) else _escaped(cell_text(cell))


def _escaped(text: str) -> str:
    """Text that cannot break out of its cell or line, nor become a link, a tag or emphasis."""
    flat = " ".join(text.split())
    for mark in ("\\", "|", "[", "]", "<", "*", "_", "`"):
        flat = flat.replace(mark, f"\\{mark}")
    return flat


def periodic_json(report: PeriodicReport, base_url: str) -> str:
    """Every figure of the report."""
    return as_json(
        {
            "period": str(report.period),
            "label": report.period.label,
            "window": {
                "rule": report.rule.value,
                "from": report.window.first.isoformat(),
                "to": report.window.last.isoformat(),
            },
            "through": report.through.isoformat(),
            "complete": report.is_complete,
            "as_of": report.as_of.isoformat(),
            "agency": report.agency.name if report.agency else None,
            "plans": [plan.id for plan in report.plans],
            "months": [
                {
                    "month": str(line.result.month),
                    "required": line.result.required,
                    "counted": line.result.count,
                    "within_window": line.within,
                    "state": line.result.state.value,
                }
                for line in report.months
            ],
            "total": len(report.pieces),
            "by_area": {area.id: count for area, count in report.by_area},
            "by_kind": dict(report.by_kind),
            "by_form": dict(report.by_form),
            "by_origin": dict(report.by_origin),
            "by_unit": dict(report.by_unit),
            "by_author": dict(report.by_author),
            "topics": [
                {"plan": line.plan.id, "topic": line.topic.id, "pieces": [article.id for article in line.pieces]}
                for line in report.topics
            ],
            "obligations": [finding_values(finding) for finding in report.findings],
            "pieces": [
                {
                    "id": article.id,
                    "title": article.title,
                    "published": article.published.isoformat(),
                    "address": f"{base_url}{article.address}",
                }
                for article in report.pieces
            ],
        }
    )


def finding_values(finding: Finding) -> dict[str, Any]:
    """One obligation as plain values."""
    return {
        "plan": finding.plan,
        "id": finding.id,
        "kind": finding.kind,
        "title": finding.title,
        "state": finding.state.value,
        "state_label": finding.label,
        "timing": finding.timing,
        "late_from": finding.due.deadline.late_from.isoformat() if finding.due else None,
        "done": finding.done,
        "needed": finding.needed,
        "progress": finding.progress,
        "enforced": finding.enforced,
        "lead": list(finding.lead),
        "evidence": [{"words": item.words, "address": item.address} for item in finding.evidence],
        "parts": [{"name": part.name, "state": part.state.value, "note": part.note} for part in finding.parts],
        "notes": list(finding.notes),
        "basis": finding.basis,
    }
