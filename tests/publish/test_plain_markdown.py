"""Plain blocks written straight away are what the library would have written."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.corpus import ROOT

from cchc_site.publish.markdown_html import MarkdownRenderer, heading_id
from cchc_site.publish.plain_markdown import PlainMarkdown, is_known

from .made import EXTENSIONS
from .test_markdown_html import HOSTILE

RENDERER = MarkdownRenderer(EXTENSIONS, {"footnotes": {"BACKLINK_TITLE": "Trở lại {}"}})

SIGNS = [
    "*", "**", "***", "_", "`", "``", "[", "](", "]", ")", "(", "!", "\\", "&", "&amp;", "&#10;", "<", ">", "{", "}",
    "{: .a}", "|", "#", "=", "-", "+", ":", "~", "1. ", "12.", "- ", "* ", "> ", "    ", " ", "  ", "\n", " \n",
    "  \n", "\t", "\xa0", "\u3000", "\x02", "\u2028", "\x85", "\ufffe", '"', "'", "^", "$", "//", "https://",
    "mailto:", "a.b", "_a_", "1", "GD&ĐT", "é", "😀",
]  # fmt: skip
MARKS = [
    "![a \"b\"](c.png)", "![]()", "!![a](b.png)", "![ a](b)", "![a &b](c)", "[![a](b)](c)", "![a](b c)", "!", "!!!",
    "**đậm**", "*nghiêng*", "`mã`", "[bài](a.md)", "[trang](https://a.example/b_c#d)", "**[bài](a.md)**", "*a `b` c*",
    "[a](//b)", "[a](#b)", "[a](b:c)", "[a](https://1.2.3.999/)", "[a](https://xn--a.b/)", "[a](https://a.1/)",
    "[a]( b )", '[a](b "c")', "[**a**](b)", "![a](b.png)", "[a][b]", "[^1]", "**a*b**", "__a__", "`a`b`", "``a``",
    "<b>a</b>", "a@b.vn", "<https://a.vn>", "[a](b%20c)", "[ a](b)", "[a&b](c)", "**a &b**", "`&b`", "[a](b)[c](d)",
    "**a**b**c**", "*a**b*",
]  # fmt: skip
WORDS = ["Nộp hồ sơ", "ngày 05/02/2024", "Sở", "2026.", "3.5 triệu", "“đã nộp”", "!", "(", ")", ",", " ", " "]
BLOCKS = [
    "Một đoạn.", "## Mục", "# Mục", "### Mục ba\nliền đoạn", "## Mục *x*", "## Mục ##", "#Mục", "## GD&ĐT",
    "- a\n- b", "* a\n* b", "1. a\n2. b", "3. a\n4. b", "- a\n  b", "- a\n    - b", "- a\n\n- b", "- # a", "- > a",
    "- 1. a", "1. a\n- b", "- a\n1. b", "    mã", "    mã\n\n\n    mã", "> trích", "> # trích",
    "| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n--- | ---\n1 | 2", '!!! note "Chú ý"\n    Đoạn.\n\n    Đoạn.',
    "đoạn\n!!! note\n    chữ", "Thuật ngữ\n:   nghĩa", ":   nghĩa", "Một\n===", "Một\n---", "---", "***",
    "```\nmã\n```", "~~~\nmã", "<div>\n\nx", "</div>", "<!-- a", "-->", "[x]: a.md", "[^1]: Thích", "x[^1]", "[x]",
    "[TOC]", "đoạn {: .a #muc-muc}", "{: .a}", "## Mục {#muc-muc}", "&amp; a", "*[a]: b", "   thụt", " thụt",
    "a  \nb", "-a", "- ", "1.", "#", "####### a", "## ", "-\n", "+ a\n+ b", "1) a", "- [ ] a", "- a ",
    "- `a`\n- **b**\n- [c](d)", "a \nb", "a\n b",
]  # fmt: skip

line = st.lists(st.sampled_from([*SIGNS, *MARKS, *WORDS, *WORDS, *WORDS]), max_size=8).map("".join)
block = st.one_of(
    st.sampled_from(BLOCKS),
    st.lists(line, min_size=1, max_size=3).map("\n".join),
    st.tuples(st.sampled_from(["- ", "* ", "1. ", "## ", "# ", "    ", "> "]), line).map("".join),
    st.lists(line.map("- {}".format), min_size=1, max_size=3).map("\n".join),
    st.text(max_size=20),
)
text = st.tuples(
    st.sampled_from(["", "\n", "\n\n", " ", "  \n", "\n  \n"]),
    st.lists(block, max_size=6),
    st.sampled_from(["\n\n", "\n\n", "\n", "\n \n", "\n\n\n"]),
    st.sampled_from(["", "\n", " ", "\n \n"]),
).map(lambda parts: parts[0] + parts[2].join(parts[1]) + parts[3])


@given(text)
@example("")
@example("[a](b)[c](d)\n\n*a**b*[a](b:c)")
def test_any_text_becomes_what_the_library_makes_of_it(body: str) -> None:
    assert RENDERER.html(body) == RENDERER.whole(body)


@pytest.mark.parametrize("body", [f"a\n\n{one}\n\n## b\n\nc" for one in [*HOSTILE, *MARKS, *SIGNS, *BLOCKS]])
def test_everything_that_is_not_plain_stays_what_it_is(body: str) -> None:
    assert RENDERER.html(body) == RENDERER.whole(body)


def test_blocks_of_all_kinds_stand_beside_one_another() -> None:
    for pair in product(BLOCKS, BLOCKS):
        body = "\n\n".join(["Đầu.", *pair, "Cuối."])
        assert RENDERER.html(body) == RENDERER.whole(body), body


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "around", ["a {} b", "a{}b", "({})", "{}.", "“{}”", "## {}", "- {}", "{0} {0}", "{0}{0}", "{}\n{}"]
)
def test_marks_stand_anywhere(mark: str, around: str) -> None:
    body = around.replace("{0}", "{}").replace("{}", mark)
    assert RENDERER.html(body) == RENDERER.whole(body)


def _bodies() -> list[Path]:
    return sorted([*(ROOT / "content").rglob("*.md"), *(ROOT / "tests").rglob("*.md")])


def test_all_pieces_at_hand_are_the_same_and_most_are_plain() -> None:
    asked: list[str] = []

    def library(body: str) -> str:
        asked.append(body)
        return RENDERER.whole(body)

    plain = PlainMarkdown(library, heading_id)
    bodies = [file.read_text(encoding="utf-8", errors="replace").partition("\n---\n")[2] for file in _bodies()]
    for body in bodies:
        assert plain.html(body) in (None, RENDERER.whole(body))
    assert len(bodies) > 50
    assert sum(map(len, asked)) < sum(map(len, bodies)) / 4


def test_a_plain_piece_never_meets_the_library() -> None:
    def library(body: str) -> str:
        raise AssertionError(body)

    first = "Mở **đầu**, theo Sở GD&ĐT.\n\n## Mục\nĐoạn *liền* với [bài](../a.md)."
    body = f"{first}\n\n![Sơ đồ](so-do.png)\n\n## **Mục**\n\n- một\n- `hai`\n\nRồi:\n\n1. ba\n\nHết."
    html = PlainMarkdown(library, heading_id).html(body)
    assert html == RENDERER.whole(body)
    assert 'id="muc-muc_1"' in html


@pytest.mark.parametrize(
    ("extensions", "settings"),
    [
        ([*EXTENSIONS, "smarty"], {}),
        ([*EXTENSIONS, "nl2br"], {}),
        (EXTENSIONS, {"toc": {"permalink": True}}),
        ([name for name in EXTENSIONS if name != "toc"], {}),
    ],
)
def test_other_extensions_are_the_librarys_alone(extensions: list[str], settings: dict[str, dict[str, object]]) -> None:
    assert not is_known(extensions, settings)
    body = '## Mục\n\nMột -- "hai"\nba'
    renderer = MarkdownRenderer(extensions, settings)
    assert renderer.html(body) == renderer.whole(body)


@given(st.sets(st.sampled_from(EXTENSIONS)), text)
def test_fewer_extensions_change_nothing(names: set[str], body: str) -> None:
    renderer = MarkdownRenderer(sorted({*names, "toc"}), {})
    assert renderer.html(body) == renderer.whole(body)
