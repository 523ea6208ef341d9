"""What reading skips, because of letters that a text does not have, would have found nothing."""

from __future__ import annotations

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from support.builders import column, day, piece

from cchc_site.checks import citations, letters
from cchc_site.checks.page_rules import Context
from cchc_site.column.document import Documents, OfficialDocument
from cchc_site.content import markdown_text, markup_limits, passages, text_file
from cchc_site.content.passages import PageText
from cchc_site.vietnamese import document_numbers
from cchc_site.vietnamese.text import count_words

SIGNS = [
    "*", "_", "`", "```", "~~~", "[", "]", "](", "![", "][", "[^", "(", ")", "<", "<!--", "-->", ">", "{", "}", "{: ",
    "#", "- ", "> ", "    ", "…", "“", "\u200b", "ế", "à", "12", ".", "\t", "\xa0", " ", "\n", "\n\n",
]  # fmt: skip
NUMBERS = ["37/KH-UBND", "60-NQ/TU", "30/2020/NĐ-CP", "3202/UBND-NC", "1/1", "/A", "Đ"]
texts = st.lists(st.sampled_from([*SIGNS, *NUMBERS, "|", "http://a", "www.a", "a@b.c", "đổi", "é"]), max_size=25).map(
    "".join
)


def _in_full(markdown: str) -> str:
    lines = [
        ""
        if markdown_text._DEFINITION.match(line) or markdown_text._RULE.match(line)
        else markdown_text._LINE_MARKS.sub("", line).strip('" ')
        for _, line in markdown_text.without_code_blocks(markdown)
    ]
    text = "\n".join(lines)
    for _, pattern, replacement in markdown_text._INLINE:
        text = pattern.sub(replacement, text)
    return re.sub(r"[*_~|]+", " ", text).strip()


@given(texts)
def test_own_text_is_the_same_without_shortcuts(markdown: str) -> None:
    assert markdown_text.own_text(markdown) == _in_full(markdown)


@given(texts)
def test_lines_without_fences_are_all_lines(markdown: str) -> None:
    if "```" not in markdown and "~~~" not in markdown:
        # A fence far below changes nothing above it.
        fenced = list(markdown_text.without_code_blocks(f"{markdown}\n\n```"))
        assert fenced == [*markdown_text.without_code_blocks(markdown), (markdown.count("\n") + 1, "")]


@given(texts.map(lambda text: text.replace("\n", " ")))
def test_masking_is_the_same_without_shortcuts(line: str) -> None:
    expected = line
    for rules, instead in ((passages._MASKED, passages._same), (passages._OPENED, passages._spaces)):
        for _, pattern in rules:
            expected = pattern.sub(instead, expected)
    assert passages.mask(line) == expected


@given(texts)
def test_a_text_that_can_have_no_document_number_has_none(text: str) -> None:
    found, place = [], 0
    while place < len(text):
        here = document_numbers.match_at(text, place)
        found += [here] if here else []
        place = here.end if here else place + 1
    assert document_numbers.find_all(text) == found
    assert document_numbers.may_have(text) or not found


@given(texts)
def test_words_are_tokens_with_a_letter_or_digit(text: str) -> None:
    assert count_words(text) == sum(1 for token in text.split() if any(map(str.isalnum, token)))


@given(st.text() | texts)
def test_a_plain_line_has_only_usual_characters(text: str) -> None:
    usual = {
        *map(chr, range(32, 127)),
        "\t",
        "\xa0",
        *letters._LETTERS,
        *letters._LETTERS.upper(),
        *"“”‘’–—…•·×→←↑↓§°²³½¼¾±≥≤€%",
    }
    assert letters._is_plain(text) == (text.isascii() or usual.issuperset(text))


@given(st.text(min_size=1) | texts)
def test_a_page_without_unusual_characters_has_no_unusual_line(text: str) -> None:
    page = PageText(piece("2024-03-05", body=text))
    unusual = [line for _, line in page.lines if not letters._is_plain(line)]
    assert [line for _, line, offset in letters._unusual(page) if offset == 0] == unusual


def test_no_forbidden_character_is_printable() -> None:
    everything = "".join(map(chr, range(0x110000)))
    forbidden = [*text_file._FORBIDDEN.findall(everything), *text_file._BIDI.findall(everything)]
    assert len(forbidden) > 2000
    assert not any(map(str.isprintable, forbidden))


ENDED = ["7/KH-UBND", "37/KH-UBND", "60-NQ/TU", "12-CTr/TU", "30/2020/NĐ-CP", "3202/UBND-NC", "không số"]
WRITTEN = [*ENDED, "07/KH-UBND", "12-Ctr/TU", "1/KH-UBND", "đã bãi bỏ", "Theo ", "\n\n", "\n", "| ", "> ", "- "]


@given(st.lists(st.sampled_from([*WRITTEN, *SIGNS]), max_size=12).map("".join), st.sets(st.sampled_from(ENDED)))
def test_a_page_that_cannot_name_an_ended_document_names_none(text: str, ended: set[str]) -> None:
    documents = Documents.of(OfficialDocument(number, valid_to=day("2026-01-01")) for number in ended)
    page = PageText(piece("2026-07-01", title=text[:60], body=text, documents=("37/KH-UBND",)))
    context = Context.of(replace(column([]), documents=documents))
    found = list(citations.cited_in_force(page, context))
    with patch.object(citations, "may_name_ended", return_value=True):
        assert list(citations.cited_in_force(page, context)) == found


@given(texts | st.lists(st.sampled_from(["> ", "- ", "1. ", " ", "* ", "a", "\n"])).map("".join), st.integers(1, 100))
def test_a_text_without_odd_lines_needs_no_look_at_them(part: str, times: int) -> None:
    markdown = part * times
    lines = markdown.split("\n")
    if not markup_limits._may_have_odd_lines(markdown, lines):
        assert not [excess for number, line in enumerate(lines) for excess in markup_limits._line(number, line)]


@given(texts, st.integers(1, 40), st.integers(1, 40))
def test_counts_within_all_bounds_need_no_closer_look(part: str, times: int, lines: int) -> None:
    markdown = "\n".join([part * times] * lines)
    if not markup_limits._may_have_too_many(markdown, markdown.count("\n") + 1):
        assert not list(markup_limits._counted(markdown.split("\n")))
    if not markup_limits._may_be_too_dense(markdown):
        blocks = markup_limits._blocks(markdown.split("\n"))
        assert not [excess for start, block in blocks for excess in markup_limits._block(start, block)]
