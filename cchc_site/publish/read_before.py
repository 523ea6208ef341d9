"""Lines of the site that the firewall has read and found clean: head, menu and foot are the same on every page.

Skipping them changes no answer. Nothing that the firewall looks for reaches over the end of a line, except what
`reaches_over_lines` names; a text with one of those is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

MOST_LINES = 20_000
"""How many lines are kept: those that come back are among the first ones of every page."""
_OVER_LINES = (
    "tel:\n", "sms:\n", "callto:\n", "tel: ", "sms: ", "callto: ",
    "gmail", "yahoo", "hotmail", "outlook", "icloud", "live", "ymail", "proton",
    "cccd", "cmnd", "cmt", "đdcn", "căn cước", "chứng minh", "định danh", "hộ chiếu", "tài khoản", "tk",
)  # fmt: skip
"""In lower case: links to a number, mailboxes in disguise, the words that make the number after them somebody's."""
_OPEN_VALUE = re.compile(r"""^\s*=|=\s*(?:["']|$)""")


def reaches_over_lines(text: str) -> bool:
    """Whether a text has what may be read across the end of a line."""
    lowered = text.lower()
    return any(word in lowered for word in _OVER_LINES)


@dataclass(frozen=True)
class ReadBefore:
    """What one reading of a site has found clean, for one set of allowed numbers."""

    lines: set[tuple[bool, str]] = field(default_factory=set)
    """Lines of text, with whether they were read strictly."""
    sources: set[str] = field(default_factory=set)
    """Lines of HTML whose attributes are clean."""

    def unread(self, text: str, strict: bool) -> str:
        """The lines of a text that have not been read yet; all of it when something may reach over lines."""
        if reaches_over_lines(text):
            return text
        return "\n".join(line for line in text.split("\n") if (strict, line) not in self.lines)

    def keep(self, text: str, strict: bool) -> None:
        """Remember the lines of a clean text."""
        if len(self.lines) < MOST_LINES:
            self.lines.update((strict, line) for line in text.split("\n"))

    def values(self, html: str, read: Callable[[str], Iterable[str]], value: re.Pattern[str]) -> Iterator[str]:
        """The attribute values that `read` finds in the lines not read yet; `value` is one whole attribute value.

        A line that a value enters or leaves would be misread alone, and then the whole text is read at once.
        """
        fresh = [line for line in html.split("\n") if line not in self.sources]
        if any("=" in line and _OPEN_VALUE.search(value.sub("", line)) for line in fresh):
            yield from read(html)
            return
        for line in fresh:
            found = tuple(read(line)) if "=" in line else ()
            if not found and len(self.sources) < MOST_LINES:
                self.sources.add(line)
            yield from found
