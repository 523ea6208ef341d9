from __future__ import annotations

import pytest
from support.files import assert_helpful

from cchc_site.content.front_matter import Document, split_document
from cchc_site.content.reporter import Reporter


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
