from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.files import assert_helpful

from cchc_site.content import front_matter
from cchc_site.content.front_matter import Document, split_document
from cchc_site.content.reporter import Reporter
from cchc_site.content.yaml_tree import Mapping


def split(text: str) -> tuple[Document | None, list[tuple[str, str]]]:
    report = Reporter("f")
    document = split_document(text, report)
    assert_helpful(report.problems)
    return document, [(problem.code, str(problem.place)) for problem in report.problems]


@pytest.mark.parametrize(
    ("text", "keys", "body", "body_line"),
    [
        ("---\na: 1\n---\n\nChữ\n", ["a"], "\nChữ\n", 4),
        ("---\na: 1\nb: 2\n---\nChữ", ["a", "b"], "Chữ", 5),
        ("---  \na: 1\n--- \n", ["a"], "", 4),
        ("---\na: 1\n---", ["a"], "", 4),
        ("---\n---\nChữ", [], "Chữ", 3),
        ("---\na: 1\n---\nMột\n\n---\n\nHai", ["a"], "Một\n\n---\n\nHai", 4),
    ],
    ids=["plain", "two-fields", "trailing-spaces", "no-body", "no-fields", "a-rule-in-the-body"],
)
def test_split(text: str, keys: list[str], body: str, body_line: int) -> None:
    document, problems = split(text)
    assert problems == []
    assert document is not None
    assert [key.text for key, _ in document.fields.entries] == keys
    assert (document.body, document.body_line) == (body, body_line)


def test_places_count_from_the_files_first_line() -> None:
    document, _ = split("---\na: 1\nb: 2\n---\n")
    assert document is not None
    assert [(key.line, value.column) for key, value in document.fields.entries] == [(2, 4), (3, 4)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ("Y06", "f:1:1")),
        ("Chữ\n", ("Y06", "f:1:1")),
        ("\n---\na: 1\n---\n", ("Y06", "f:1:1")),
        ("---\na: 1\n", ("Y06", "f:1:1")),
        ("----\na: 1\n----\n", ("Y06", "f:1:1")),
        ("---\n- a\n---\n", ("Y08", "f:2:1")),
        ("---\nchữ\n---\n", ("Y08", "f:2:1")),
        ("---\na: b: c\n---\n", ("Y01", "f:2:5")),
        ('---\na: 1\nb: "hở\n---\nChữ', ("Y01", "f:3:4")),
    ],
)
def test_what_has_no_usable_front_matter(text: str, problem: tuple[str, str]) -> None:
    assert split(text) == (None, [problem])


def _by_lines(text: str) -> tuple[str, int] | None:
    """The body and its line, found line by line."""
    lines = text.split("\n")
    ends = [number for number, line in enumerate(lines) if number and line.rstrip() == "---"]
    return ("\n".join(lines[ends[0] + 1 :]), ends[0] + 2) if ends and lines[0].rstrip() == "---" else None


pieces = ["---", "--", "-", "\n---\n", "\n", " ", "\t", "\x0b", "\x1f", "\x85", "\xa0", "\u2028", "\u3000", "a: 1"]


@given(st.lists(st.sampled_from(pieces), max_size=9).map("".join), st.booleans())
def test_the_fences_stand_where_the_lines_say(text: str, is_opened: bool) -> None:
    text = f"---{text}" if is_opened else text
    with patch.object(front_matter, "parse_yaml", return_value=Mapping((), 1, 1)):
        document = split_document(text, Reporter("f"))
    assert (document and (document.body, document.body_line)) == _by_lines(text)
