from __future__ import annotations

import re

import pytest
import segno

from cchc_site.publish.qr_code import QUIET, qr_matrix, qr_path, qr_size


@pytest.mark.parametrize("length", [14, 26, 42, 62, 84, 106, 122, 152, 180, 213])
def test_every_version_is_what_an_independent_encoder_makes(length: int) -> None:
    text = ("https://cchc.anbinh.example/" + "a" * 213)[:length]
    other = segno.make_qr(text, error="m", mask=2, mode="byte", boost_error=False, encoding="utf-8")
    assert qr_matrix(text) == tuple(bytes(row) for row in other.matrix)


def test_a_shorter_text_is_padded_as_the_standard_says() -> None:
    assert len(qr_matrix("https://x.vn/")) == 21
    assert len(qr_matrix("https://x.vn/ab/cd")) == 25


def test_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="214 byte"):
        qr_matrix("a" * 214)


def test_the_path_draws_the_dark_modules() -> None:
    matrix = qr_matrix("https://cchc.anbinh.example/")
    dark = set()
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", qr_path(matrix)):
        dark |= {(int(x) + i, int(y)) for i in range(int(width))}
    expected = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert dark == expected
    assert qr_size(matrix) == len(matrix) + 8


def test_the_path_is_the_runs_of_every_row() -> None:
    matrix = qr_matrix("https://cchc.anbinh.example/tin-bai/2024/03/mot-cua/")
    runs = [
        f"M{run.start() + QUIET} {y}h{run.end() - run.start()}v1h-{run.end() - run.start()}z"
        for y, row in enumerate(matrix, QUIET)
        for run in re.finditer(b"\x01+", row)
    ]
    assert qr_path(matrix) == "".join(runs)
