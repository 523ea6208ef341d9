"""The parts of a Markdown file that no mending may touch: code, addresses, HTML tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cchc_site.content.front_matter import FENCE
from cchc_site.content.markdown_text import without_code_blocks

_PROTECTED = re.compile(
    r"`[^`\n]*`|(?<=\])\([^)\n]*\)|(?<=\])\[[^\]\n]*\]|<[^<>\n]*>|\{[:#. ][^{}\n]*\}|\b(?:https?://|www\.)\S+|"
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|^\s{0,3}\[[^\]\n]+\]:\s*\S+|\[\^[^\]\n]+\]"
)
_CONTAINER = re.compile(r"^\s*(?:[-*+:]\s|\d{1,9}[.)]\s|!!!|\?\?\?|\[\^[^\]]+\]:|>)")
_FIELD_NAME = re.compile(r"^\s*(?:-\s+)?[A-Za-z_]+:(?=\s|$)")


def outside(line: str, mend: Callable[[str], str]) -> str:
    """The line with `mend` applied to each stretch between what is protected."""
    parts: list[str] = []
    end = 0
    for protected in _PROTECTED.finditer(line):
        parts += [mend(line[end : protected.start()]), protected.group()]
        end = protected.end()
    return "".join([*parts, mend(line[end:])])


def mend_lines(text: str, mend: Callable[[str], str]) -> str:
    """The file's text with `mend` applied outside code, addresses, tags, and the names of fields."""
    lines = text.split("\n")
    start = _front_matter_end(lines)
    for number in range(start):
        name = _FIELD_NAME.match(lines[number])
        head = name.end() if name else 0
        lines[number] = lines[number][:head] + outside(lines[number][head:], mend)
    for number in _prose(lines[start:]):
        lines[start + number] = outside(lines[start + number], mend)
    return "\n".join(lines)


def _front_matter_end(lines: list[str]) -> int:
    """The number of lines of the front matter with its fences; 0 when there is none."""
    if lines[0].rstrip() != FENCE:
        return 0
    return next((i + 1 for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)


def _prose(lines: list[str]) -> Iterator[int]:
    """The lines that are neither in fenced nor in indented code."""
    in_container = False
    for number, line in without_code_blocks("\n".join(lines)):
        indent = len(line) - len(line.lstrip(" \t"))
        if not line.strip():
            continue
        if indent < 4 and not line.startswith("\t"):
            in_container = bool(_CONTAINER.match(line)) or (in_container and indent > 0)
            yield number
        elif in_container and indent < 8:
            yield number
