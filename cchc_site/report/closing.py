"""The closed-month record as YAML: written by a command, read and reviewed by people."""

from __future__ import annotations

import json
from datetime import date
from unicodedata import normalize

from msgspec.structs import replace

from cchc_site.column.closed_month import ClosedMonth
from cchc_site.column.enforcement import closing_state
from cchc_site.column.monthly_minimum import MonthResult


def close(result: MonthResult, closed_on: date, explanation: str = "") -> ClosedMonth:
    """The entry that closes a month with the pieces counted now."""
    draft = ClosedMonth(
        month=result.month,
        required=result.required,
        counted=result.count,
        pieces=tuple(article.id for article in result.counted),
        state="",
        closed_on=closed_on,
        explanation=_one_line(explanation),
    )
    return replace(draft, state=closing_state(draft, result).value)


def _one_line(text: str) -> str:
    """Composed letters on one line and nothing invisible, as the reader of the record demands."""
    visible = "".join(char for char in " ".join(text.split()) if char.isprintable())
    return normalize("NFC", visible).strip()


def entry_yaml(entry: ClosedMonth) -> str:
    """One entry as it is appended to the record; text is quoted, so nothing in it can change its meaning."""
    lines = [
        f"- month: {entry.month}",
        f"  required: {entry.required}",
        f"  counted: {entry.counted}",
        f"  state: {entry.state}",
        f"  closed_on: {entry.closed_on.isoformat()}",
    ]
    if entry.explanation:
        lines.append(f"  explanation: {json.dumps(entry.explanation, ensure_ascii=False)}")
    if entry.pieces:
        lines.append("  pieces:")
        lines += [f"    - {key}" for key in entry.pieces]
    else:
        lines.append("  pieces: []")
    return "\n".join(lines) + "\n"
