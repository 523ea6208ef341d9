"""The addresses that a Markdown body leads to, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_site.column.article import WrittenLink
from cchc_site.content.markdown_text import without_code_blocks

_LINK = re.compile(r"(!?)\[(?:[^\]\[\n]|\[[^\]\n]*\])*\]\(\s*<?([^)\s>]+)>?[^)\n]*\)")
_DEFINITION = re.compile(r"^\s{0,3}\[(?!\^)[^\]\n]+\]:\s*<?([^\s>]+)>?")
_CODE = re.compile(r"`[^`\n]*`")


def written_links(body: str, first_line: int) -> Iterator[WrittenLink]:
    """Every link and picture outside code; `first_line` is the line of the file where the body begins."""
    if "](" not in body and "]:" not in body:
        return
    for number, line in without_code_blocks(body):
        if "](" not in line and "]:" not in line:
            continue
        visible = _CODE.sub(lambda code: " " * len(code.group()), line)
        for found in _LINK.finditer(visible):
            yield WrittenLink(found.group(2), bool(found.group(1)), first_line + number, found.start(2) + 1)
        definition = _DEFINITION.match(visible)
        if definition:
            yield WrittenLink(definition.group(1), False, first_line + number, definition.start(1) + 1)
