"""The council's decisions about entries of equal points: `phan-dinh.yml` in the private intake."""

from __future__ import annotations

from pathlib import Path

from cchc_site.column.contest.scoring import Decision
from cchc_site.content.contest_rows import CODE
from cchc_site.content.data_files import read_list
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import Text
from cchc_site.content.text_file import read_text
from cchc_site.content.time_shapes import Day

DECISION = Group(
    (
        Field("order", ListOf(CODE, least=2), "mã các bài bằng điểm, xếp theo thứ tự đã quyết", "[K7QF-3MXW, …]",
              required=True),
        Field("reason", Text(most=500), "lý do", "Bài thứ nhất có số liệu kiểm chứng", required=True),
        Field("decided", Day(), "ngày họp", "2026-11-20", required=True),
    ),
    Decision,
    "quyết định của Hội đồng",
)  # fmt: skip


def read_decisions(file: Path, report: Reporter) -> tuple[Decision, ...]:
    """The file's decisions; none when it does not exist."""
    if not file.is_file():
        return ()
    text = read_text(file, report)
    return tuple(read_list(text, DECISION, report)) if text is not None else ()
