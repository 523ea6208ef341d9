"""The piece's own words: Markdown with everything that is not running text taken away.

What counts as “chữ” is the running text: code, addresses, raw HTML and picture captions are not the writer's prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_site.vietnamese.text import count_words

_FENCE = re.compile(r"^(`{3,}(?![^\n]*`)|~{3,})")
_INLINE: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = (
    (("<!--",), re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL), " "),
    (("`",), re.compile(r"`[^`\n]*`"), " "),
    (("![",), re.compile(r"!\[[^\[\]\n]{0,500}\]\([^)\n]{0,500}\)(\{[^{}\n]{0,500}\})?"), " "),
    (("![",), re.compile(r"!\[[^\[\]\n]{0,500}\]\[[^\[\]\n]{0,500}\]"), " "),
    (("[^",), re.compile(r"\[\^[^\[\]\n]{1,500}\]:?"), " "),
    (("](",), re.compile(r"\[([^\[\]\n]{0,500})\]\([^)\n]{0,500}\)"), r"\1"),
    (("][",), re.compile(r"\[([^\[\]\n]{0,500})\]\[[^\[\]\n]{0,500}\]"), r"\1"),
    (("<",), re.compile(r"</?[A-Za-z!?][^<>\n]{0,500}>"), " "),
    (("://", "www."), re.compile(r"\b(?:https?://|www\.)\S+"), " "),
    (("{",), re.compile(r"\{\s?[:#.][^{}\n]{0,500}\}"), " "),
)
"""What is taken away, each behind letters that it never lacks: most texts have none of them. Lengths are bounded so
that a line of a million brackets does not take a million times a million steps."""
_WITHOUT_BRACKETS = tuple(row for row in _INLINE if not {"[", "]"}.intersection("".join(row[0])))
_LINE_MARKS = re.compile(r"^\s{0,12}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+|(?:!!!|\?\?\?\+?)\s*\w*\s*)+")
_DEFINITION = re.compile(r"^\s{0,3}\[(?!\^)[^\]\n]+\]:\s*\S+.*$")
_RULE = re.compile(r"^[\s|:*_=-]+$")


def own_text(markdown: str) -> str:
    """The running text, one source line a line, with list marks, heading marks and emphasis removed."""
    # No mark begins with a letter.
    text = "\n".join(
        [line.strip('" ') if line[:1].isalpha() else _prose(line) for line in _lines_without_code(markdown)]
    )
    for parts, pattern, replacement in _INLINE if "[" in text else _WITHOUT_BRACKETS:
        for part in parts:
            if part in text:
                text = pattern.sub(replacement, text)
                break
    return _without_emphasis(text).strip()


def _without_emphasis(text: str) -> str:
    """Every run of its marks as one space; a pattern takes five times as long for it."""
    for mark in "_~|":
        text = text.replace(mark, "*")
    while "**" in text:
        text = text.replace("**", "*")
    return text.replace("*", " ")


def own_words(markdown: str) -> int:
    """How many “chữ” the writer wrote."""
    return count_words(own_text(markdown))


def without_code_blocks(markdown: str) -> Iterator[tuple[int, str]]:
    """The lines outside fenced code, with their numbers from 0."""
    if not _may_have_code_blocks(markdown):
        yield from enumerate(markdown.split("\n"))
        return
    fence = ""
    for number, line in enumerate(markdown.split("\n")):
        inner = line.lstrip(" \t>") if fence else _LINE_MARKS.sub("", line).lstrip()
        mark = _FENCE.match(inner)
        if fence:
            if mark and mark.group(1).startswith(fence) and not inner.strip().strip(fence[0]):
                fence = ""
            continue
        if mark:
            fence = mark.group(1)
            continue
        yield number, line


def _may_have_code_blocks(markdown: str) -> bool:
    return "```" in markdown or "~~~" in markdown


def _lines_without_code(markdown: str) -> list[str]:
    if _may_have_code_blocks(markdown):
        return [line for _, line in without_code_blocks(markdown)]
    return markdown.split("\n")


def _prose(line: str) -> str:
    """What a line that may begin with a mark says."""
    if not line or _DEFINITION.match(line) or _RULE.match(line):
        return ""
    return _LINE_MARKS.sub("", line).strip('" ')
