"""The private file of royalties. It never lies in the content folder nor in the built site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from cchc_site.column.article import Kind
from cchc_site.column.month import Month
from cchc_site.column.royalty import Range, Rate, Royalties
from cchc_site.content.data_files import read_group
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.outreach_files import Figure
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import Choice, Invalid, Number, Text, Word
from cchc_site.content.text_file import read_text
from cchc_site.content.time_shapes import Day, MonthOfYear

_ID = Word("mã bài", r"[a-z0-9]+(?:[-/][a-z0-9]+)*", "mã bài, ví dụ 2026/07/ba-buoc")


def _rate(**values: Any) -> Rate:
    values["first"] = values.pop("from")
    return Rate(**values)


_RATE = Group(
    (
        Field("from", Day(), "áp dụng từ ngày", "2026-07-01", required=True),
        Field("base_salary", Number(1, 999_999_999), "mức lương cơ sở, đồng", "2530000", required=True),
        Field("share", Figure(), "một hệ số bằng bao nhiêu phần lương", "0,1", default=Decimal("0.1")),
        Field("factor", Figure(), "phần được áp dụng cho trang của sở", "0,2", default=Decimal(1)),
        Field("basis", Text(most=300), "căn cứ", "…", default=""),
    ),
    _rate,
    "mức chi",
)
_PIECES = {kind.value: kind.value for kind in Kind if kind.is_piece}
_RANGE = Group(
    (
        Field("kind", Choice(_PIECES, what="thể loại"), "thể loại", "tin", required=True),
        Field("least", Figure(), "hệ số thấp nhất", "0,5", required=True),
        Field("most", Figure(), "hệ số cao nhất", "2", required=True),
    ),
    what="khung hệ số",
)
_COEFFICIENT = Group(
    (
        Field("id", _ID, "mã bài", "2026/07/ba-buoc", required=True),
        Field("coefficient", Figure(), "hệ số", "1,5", required=True),
    ),
    what="hệ số của một bài",
)
_PAID = Group(
    (
        Field("month", MonthOfYear(), "tháng của bảng đã trả", "2026-07", required=True),
        Field("pieces", ListOf(_ID, most=10_000), "mã các bài đã trả", "[…]", required=True),
    ),
    what="bảng đã trả",
)
ROYALTIES = Group(
    (
        Field("rates", ListOf(_RATE, least=1), "mức chi theo thời gian", "", required=True),
        Field("ranges", ListOf(_RANGE), "khung hệ số theo thể loại", "", default=()),
        Field("coefficients", ListOf(_COEFFICIENT, most=100_000), "hệ số từng bài", "", default=()),
        Field("paid", ListOf(_PAID, most=10_000), "các bảng đã trả", "", default=()),
    ),
    what="tệp nhuận bút",
)


def read_royalties(file: Path, report: Reporter) -> Royalties | None:
    """The file's rules; `None` after reporting what is wrong."""
    text = read_text(file, report)
    return None if text is None else parse_royalties(text, report)


def parse_royalties(text: str, report: Reporter) -> Royalties | None:
    """The rules in a text; `None` after reporting what is wrong."""
    values = read_group(text, ROYALTIES, report)
    if isinstance(values, Invalid) or not _each_once(values, report):
        return None
    return Royalties(
        rates=values["rates"],
        ranges={row["kind"]: Range(row["least"], row["most"]) for row in values["ranges"]},
        coefficients={row["id"]: row["coefficient"] for row in values["coefficients"]},
        paid={key: row["month"] for row in values["paid"] for key in row["pieces"]},
    )


def _each_once(values: Mapping[str, Any], report: Reporter) -> bool:
    """Whether each piece has one coefficient and was paid once: of two figures nobody can say which is meant."""
    graded = [row["id"] for row in values["coefficients"]]
    paid = [key for row in values["paid"] for key in row["pieces"]]
    for keys, what in ((graded, "được chấm hệ số"), (paid, "được ghi là đã trả")):
        twice = [key for key, count in Counter(keys).items() if count > 1]
        if twice:
            message = f"Bài {', '.join(twice)} {what} hai lần."
            report.error("F03", None, message, "Giữ lại một mục cho mỗi bài.")
            return False
    return True


def with_paid(text: str, month: Month, pieces: tuple[str, ...]) -> str | None:
    """The file's text with a table recorded as paid; everything else, comments too, stays as it stands.

    `None` when the list `paid` is written in a way that cannot be added to without rewriting it.
    """
    row = f"{{month: {month}, pieces: [{', '.join(pieces)}]}}"
    lines = text.rstrip("\n").split("\n")
    start = next((number for number, line in enumerate(lines) if re.match(r"paid\s*:", line)), None)
    if start is None:
        made = [*lines, "paid:", f"  - {row}"]
    elif flow := re.fullmatch(r"(paid\s*:\s*\[)(.*?)(\s*\]\s*(?:#.*)?)", lines[start]):
        comma = ", " if flow[2].strip() else ""
        made = [*lines[:start], f"{flow[1]}{flow[2]}{comma}{row}{flow[3]}", *lines[start + 1 :]]
    else:
        end = next((n for n in range(start + 1, len(lines)) if re.match(r"[^\s#-]", lines[n])), len(lines))
        while end > start + 1 and not lines[end - 1].strip():
            end -= 1
        rows = (line for line in lines[start + 1 : end] if line.lstrip().startswith("- "))
        dash = next((line[: len(line) - len(line.lstrip())] for line in rows), "  ")
        made = [*lines[:end], f"{dash}- {row}", *lines[end:]]
    return _checked("\n".join(made) + "\n", text, month, pieces)


def _checked(made: str, text: str, month: Month, pieces: tuple[str, ...]) -> str | None:
    """The new text, if reading it gives the old rules and the new table, and nothing else."""
    before, after = (parse_royalties(part, Reporter("")) for part in (text, made))
    if before is None or after is None:
        return None
    wanted = replace(before, paid={**before.paid, **dict.fromkeys(pieces, month)})
    return made if after == wanted else None


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path lies in a folder, wherever links lead."""
    return path.resolve().is_relative_to(folder.resolve())
