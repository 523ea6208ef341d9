"""Pieces that were read by another process or kept by an earlier build are the pieces that were read here."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from support.builders import column
from support.sites import REPOSITORY

from cchc_site.building.crew import Crew
from cchc_site.building.readings import Readings, Texts, _cut, _joined, _Part, _read_part
from cchc_site.building.store import Store
from cchc_site.checks.page_rules import Context, page_faults
from cchc_site.column.originality import Sketch
from cchc_site.content.loader import Reading, read_content

CONTENT = REPOSITORY / "content"
PIECE = "tin-bai/2026/07/bai.md"
TEXT = """---
title: Ba bước nộp hồ sơ
date: 2026-07-03
areas: [procedures]
kind: bai
unit: van-phong
author: Ban biên tập
summary: Ba việc cần làm.
---

Gọi 0912 345 678 nhé.
"""


def _written(folder: Path, text: str = TEXT) -> Path:
    (folder / PIECE).parent.mkdir(parents=True, exist_ok=True)
    (folder / PIECE).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def here() -> Reading:
    return read_content(CONTENT)


def test_what_another_process_read_is_what_was_read_here(here: Reading) -> None:
    context = Context.of(here.column)
    part = _read_part((CONTENT, context), [article.file for article in here.column.articles])
    passed = pickle.loads(pickle.dumps(part))
    assert isinstance(passed, _Part)
    for read, other, article in zip(part, passed, here.column.articles, strict=True):
        assert (read.digest, read.texts, read.look) == (other.digest, other.texts, other.look)
        assert read.reading.article is not None
        assert other.reading.article is not None
        assert read.reading.article.__getstate__() == other.reading.article.__getstate__()
        assert read.look is not None
        assert read.look.sketch == Sketch.of(article.own_text)
        assert _cut(_joined(*read.texts)) == (article.body.encode(), article.own_text.encode())
    pieces = replace(here.column, standing=())
    assert [fault for read in part if read.look for fault in read.look.faults] == list(page_faults(pieces))


def test_faults_are_seen_while_a_piece_is_read(tmp_path: Path) -> None:
    readings = Readings(Store(), Crew(1))
    [page] = readings(_written(tmp_path), [PIECE], column())
    assert page.article is not None
    [faults] = readings.faults.values()
    assert [(fault.code, fault.place.line) for fault in faults] == [("L01", 11)]
    list(readings(tmp_path, [PIECE], column()))
    assert not readings.faults


@given(st.binary(max_size=20), st.binary(max_size=20))
def test_both_texts_come_back(body: bytes, own_text: bytes) -> None:
    assert _cut(_joined(body, own_text)) == (body, own_text)


@pytest.mark.parametrize("kept", [b"", b"\n", b"x\nabc", b"-1\nabc", b"4\nabc"])
def test_lost_texts_are_read_again(tmp_path: Path, kept: bytes) -> None:
    store = Store(tmp_path / "kho.sqlite3")
    [page] = Readings(store, Crew(1))(_written(tmp_path / "noi-dung"), [PIECE], column())
    assert page.article is not None
    store.write("texts", [(page.article.digest, kept)])
    texts = Texts(store, tmp_path / "noi-dung")(page.article)
    assert set(texts.values()) == {"\nGọi 0912 345 678 nhé.\n".encode(), "Gọi 0912 345 678 nhé.".encode()}
