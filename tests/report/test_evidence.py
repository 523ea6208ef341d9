"""The evidence bundle, reminders and the plain forms of the report."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile

import pytest
from support.builders import fulfilment
from support.papers import BASE, Q1, office, papers
from support.plans import findings

from cchc_site.column.period import Period, WindowRule
from cchc_site.report.evidence import evidence_zip
from cchc_site.report.periodic_text import outline_markdown, outline_text, periodic_json
from cchc_site.report.reminders import reminders_json, reminders_markdown, reminders_text


def bundle() -> bytes:
    report, content = papers("2024-04-02", Q1, WindowRule.CALENDAR)
    pages = {article.address: f"<p>{article.id}</p>".encode() for article in report.pieces}
    return evidence_zip(report, office(), content, BASE, pages, {"assets/column.css": b"p{}"})


def test_every_file_is_proved() -> None:
    with zipfile.ZipFile(io.BytesIO(bundle())) as archive:
        sums = dict(line.split("  ", 1)[::-1] for line in archive.read("SHA256SUMS.txt").decode().splitlines())
        assert set(sums) == set(archive.namelist()) - {"SHA256SUMS.txt"}
        for name, digest in sums.items():
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest
        rows = list(csv.reader(io.StringIO(archive.read("danh-sach.csv").decode("utf-8-sig"))))
        assert len(rows) == 10
        for row in rows[1:]:
            assert hashlib.sha256(archive.read(row[10])).hexdigest() == row[11]


def test_completion_and_diversity() -> None:
    with zipfile.ZipFile(io.BytesIO(bundle())) as archive:
        rate = dict(csv.reader(io.StringIO(archive.read("ty-le-hoan-thanh.csv").decode("utf-8-sig"))))
        forms = archive.read("da-dang-hinh-thuc.csv").decode("utf-8-sig")
        log = archive.read("gui-bao-cao.csv").decode("utf-8-sig")
    assert rate["Trong đó đã hoàn thành"] == "2"
    assert "Trang thông tin điện tử: văn bản,9" in forms
    assert "cơ quan bổ sung" in forms
    assert "Quá hạn" in log


def test_the_bundle_is_the_same_bytes_twice() -> None:
    assert bundle() == bundle()


def test_plain_forms_say_the_same() -> None:
    report, content = papers()
    text, markdown = outline_text(content), outline_markdown(content)
    values = json.loads(periodic_json(report, BASE))
    assert values["total"] == 9
    assert values["through"] == "2024-03-14"
    assert values["complete"] is True
    assert values["window"] == {"rule": "nd09", "from": "2023-12-15", "to": "2024-03-14"}
    for body in (text, markdown):
        assert "số liệu tính đến hết ngày 14/03/2024" in body
        assert "Cơ quan bổ sung" in body
    assert "=HYPERLINK" in markdown
    assert "<https://cchc.example/tin-bai/2024/01/bai-1/>" in markdown


def test_a_period_that_has_not_begun_has_no_report() -> None:
    with pytest.raises(ValueError, match="chưa bắt đầu"):
        papers("2024-04-02", Period.parse("2025"))


def test_reminders() -> None:
    column = office()
    found, state = findings(column, "2024-03-05"), fulfilment(column, "2024-03-05")
    text = reminders_text(found, state, 7)
    assert "09/03/2024  Báo cáo quý I năm 2024 (còn 4 ngày; chưa gửi)" in text
    body = reminders_markdown(found, state, 7)
    assert "- [ ] 09/03/2024" in body
    assert "`bao-cao/2024-Q1`" in body
    values = json.loads(reminders_json(found, state, 7))
    assert [item["id"] for item in values["falling_due"]] == ["bao-cao/2024-Q1"]
    assert [item["id"] for item in values["overdue"]] == ["chi-tieu/2024-02"]


def test_nothing_to_do_is_an_empty_message() -> None:
    column = office()
    assert reminders_markdown((), fulfilment(column, "2024-03-05"), 7) == ""
    assert reminders_text((), fulfilment(column, "2024-03-05"), 7) == ""
