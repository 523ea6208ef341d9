"""No bytes given as an article's file make any command raise, and every problem names its file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from doors.commands import cchc
from hypothesis import given, settings
from hypothesis import strategies as st
from support.files import Folder, article_text, assert_helpful

from cchc_site.column.instant import parse_instant
from cchc_site.inspection import inspect

from .corpus import FOLDER, PUBLISHED, REFUSED

AS_OF = "2024-03-10"
PATH = f"{FOLDER}/bai.md"
SMALL = [case.raw for case in REFUSED.values() if len(case.raw) < 5000]
PIECES = [
    *(case.body.encode() for case in PUBLISHED.values() if len(case.body) < 2000),
    *b"---\n|title: |date: 2024|\xff|\x00|\xed\xa0\x80|[|](|*|_|`|<|>|&#|{{|}}|\t|\r|  \n|# |> |- |1. ".split(b"|"),
    "\u202e".encode(),
    "a\u0301".encode(),
]
anything = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map(lambda parts: article_text("").encode() + b"".join(parts)),
    st.tuples(st.sampled_from(SMALL), st.integers(0, 400), st.binary(max_size=6)).map(
        lambda made: made[0][: made[1]] + made[2] + made[0][made[1] :]
    ),
)


@settings(max_examples=300)
@given(anything)
def test_every_problem_of_any_bytes_names_its_file(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = Folder(Path(root))
        folder.write(PATH, data)
        problems = inspect(folder.root, parse_instant(AS_OF), style=True).problems
        assert_helpful(problems)
        assert {problem.place.path for problem in problems} <= {f"content/{PATH}"}


@settings(max_examples=40)
@given(anything)
def test_no_command_raises_whatever_a_file_holds(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = Folder(Path(root))
        folder.write(PATH, data)
        for command in (
            ["check"],
            ["check", "--format", "github"],
            ["status"],
            ["report", "2024-03"],
            ["check", "--fix"],
        ):
            result = cchc(*command, content=folder.root, as_of=AS_OF)
            assert result.exit_code in (0, 1, 2), command
            assert "Traceback" not in result.output
        for arguments in (
            ["rename", PATH, "ten-khac"],
            ["new", "Bài mới", "--area", "procedures", "--unit", "van-phong"],
        ):
            result = cchc(*arguments, *(["--author", "A"] if arguments[0] == "new" else []), content=folder.root)
            assert result.exit_code in (0, 2)
            assert "Traceback" not in result.output


@settings(max_examples=60)
@given(st.one_of(st.binary(max_size=300), st.binary(max_size=300).map(lambda tail: b"PK\x03\x04" + tail)))
def test_no_bytes_given_as_a_word_file_raise(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = Folder(Path(root))
        word = Path(root) / "bai.docx"
        word.write_bytes(data)
        result = cchc("import", str(word), content=folder.root)
        assert result.exit_code == 2
        assert "bai.docx" in result.output
