"""Whole questions, from the text to the ranked addresses, by the browser's half under Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from cchc_site.publish.search.site import FOLDER, index_files

from .node import NODE, needs_node
from .test_extraction import document

ASKER = Path(__file__).parents[2] / "search_eval" / "node_search.mjs"
PIECES = {
    "taxi": "Xếp hàng đón taxi ở cổng bến xe",
    "tai": "Xe tãi ra của hàng dệt may",
    "visa": "Thủ tục xin visa đi học",
    "nuoc": "Cấp nước sạch cho vùng cao",
    "nuoc-manh": "Dân giàu nước mạnh",
    "ho-so": "Nộp hồ sơ trực tuyến từ tháng 7",
    "khong-dau": "Bản tin hoa và trái cây",
    "hoa": "Giữ gìn hòa bình",
    "so": "Kế hoạch số 37/KH-UBND về kiểm tra",
    "so-khac": "Họp với 37 hộ dân",
    "cong-van": "Công văn số 581/BNV-CCHC",
    "cai-cach": "Bản tin cải cách hành chính quý ba, những việc đã làm được",
}
QUESTIONS = {
    "taxi": "taxi",
    "don taxi": "taxi",
    "visa": "visa",
    "nwowcs sachj": "nuoc",
    "nước sachj": "nuoc",
    "nuoc manh": "nuoc-manh",
    "truc tuyen ho so": "ho-so",
    "hồ sơ trực tuy": "ho-so",
    "nop ho so tr": "ho-so",
    "hoaf bình": "hoa",
    "hoà bình": "hoa",
    "37khubnd": "so",
    "kh 37": "so",
    "37 ho dan": "so-khac",
    "cải cách hành chính": "cai-cach",
    "581 bnv cchc": "cong-van",
    "Công văn số 581/BNV-CCHC": "cong-van",
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    root = tmp_path_factory.mktemp("index")
    for path, content in index_files([document(name, title=title) for name, title in PIECES.items()]).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    asked = "".join(json.dumps(question) + "\n" for question in QUESTIONS)
    done = subprocess.run([str(NODE), str(ASKER), str(root / FOLDER)], input=asked, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dict(zip(QUESTIONS, map(json.loads, done.stdout.splitlines()), strict=True))


@needs_node
@pytest.mark.parametrize(("question", "name"), QUESTIONS.items())
def test_the_right_piece_comes_first(answers: dict[str, list[str]], question: str, name: str) -> None:
    assert answers[question][:1] == [f"{name}/"]
