"""The closed-month record is written so that it reads back as what was meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import column, good, ids, judged, quota, waiver
from support.files import Folder

from cchc_site.column.closed_month import ClosedMonth
from cchc_site.column.month import Month
from cchc_site.report.closing import close, entry_yaml


def _read_back(text: str) -> ClosedMonth:
    with TemporaryDirectory() as root:
        folder = Folder(Path(root))
        folder.write("_data/closed-months.yml", "# Sổ chốt tháng\n" + text)
        reading = folder.read()
        assert reading.problems == ()
        (entry,) = reading.column.closed_months.entries
        return entry


def _close(count: int, explanation: str = "", **options: object) -> ClosedMonth:
    waivers = [waiver("2024-03", 3, "2024-02-20")] if options.get("waived") else []
    item = column(good("2024-03", count), [quota("2024-03-01", "2024-03-31")], waivers=waivers)
    return close(judged(item, "2024-04-02", "2024-03"), date(2024, 4, 2), explanation)


def test_an_entry_is_written_for_people() -> None:
    assert entry_yaml(_close(3, 'Nghỉ "Tết": 9 ngày')) == (
        "- month: 2024-03\n"
        "  required: 4\n"
        "  counted: 3\n"
        "  state: da-giai-trinh\n"
        "  closed_on: 2024-04-02\n"
        '  explanation: "Nghỉ \\"Tết\\": 9 ngày"\n'
        "  pieces:\n"
        "    - 2024/03/bai-1\n"
        "    - 2024/03/bai-2\n"
        "    - 2024/03/bai-3\n"
    )


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (_close(4), "dat"),
        (_close(3), "chua-dat"),
        (_close(3, "Lý do"), "da-giai-trinh"),
        (_close(3, waived=True), "mien-giam"),
        (_close(0, "Lý do"), "da-giai-trinh"),
    ],
)
def test_what_is_written_reads_back_equal(entry: ClosedMonth, state: str) -> None:
    assert entry.state == state
    assert _read_back(entry_yaml(entry)) == entry


def test_it_counts_what_the_month_counts() -> None:
    pieces = good("2024-03", 5)
    entry = _close(5)
    assert (entry.month, entry.counted, entry.pieces) == (Month(2024, 3), 5, ids(pieces))


@given(st.text(min_size=1, max_size=60))
def test_no_explanation_can_change_the_records_meaning(text: str) -> None:
    entry = _close(3, text)
    written = _read_back(entry_yaml(entry))
    assert (written.month, written.required, written.counted, written.pieces) == (
        entry.month,
        entry.required,
        entry.counted,
        entry.pieces,
    )
    assert bool(written.explanation) == (written.state == "da-giai-trinh")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        *(
            (text, text)
            for text in ("# không", "- x", "a: b", "'", '"', "\\", "{a}", "&a *a", "!!x", "null", "2024", "~")
        ),
        ("a\n- month: 2024-04", "a - month: 2024-04"),
        ("nghi\u0309 Te\u0302\u0301t", "nghỉ Tết"),
        ("a\x1b[31m\u200bb\udcff", "a[31mb"),
    ],
)
def test_an_explanation_reads_back_as_one_line_of_composed_letters(text: str, written: str) -> None:
    assert _read_back(entry_yaml(_close(3, text))).explanation == written
