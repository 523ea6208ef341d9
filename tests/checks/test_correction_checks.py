"""What a correction must say."""

from __future__ import annotations

import pytest
from support.files import Folder, where


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ('{date: 2024-03-10, wrong: "3", right: "5"}', 0),
        ('{received: 2024-03-10, wrong: "3"}', 0),
        ('{date: 2024-03-10, wrong: "3"}', 1),
        ('{wrong: "3", right: "5"}', 1),
        ('{date: 2024-03-10, wrong: "3", right: "5", received: 2024-03-09, answered: 2024-03-08}', 1),
    ],
)
def test_a_correction_is_whole(folder: Folder, written: str, faults: int) -> None:
    folder.article("2024/03/bai", corrections=f"[{written}]")
    assert where(folder.problems()) == [("B30", "tin-bai/2024/03/bai.md:9:14")] * faults


def test_a_column_may_write_its_own_terms(folder: Folder) -> None:
    yml = (folder.root / "_data/column.yml").read_text(encoding="utf-8")
    folder.write("_data/column.yml", yml + "answer_terms: [{from: 2026-09-01, days: 7}]\n")
    [term] = folder.read().column.identity.answer_terms
    assert (term.first.isoformat(), term.days) == ("2026-09-01", 7)


def test_a_picture_that_cannot_be_read_is_named(folder: Folder) -> None:
    folder.write("tin-bai/2024/03/hong.jpg", b"\xff\xd8\xff\xe0 cut")
    folder.article("2024/03/bai")
    assert where(folder.problems()) == [("B31", "tin-bai/2024/03/hong.jpg")]
