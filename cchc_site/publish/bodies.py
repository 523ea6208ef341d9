"""Markdown bodies as sanitised HTML, each converted once for its page, the feeds and later builds."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_site.column.article import Article
from cchc_site.column.column import StandingPage
from cchc_site.publish.mark import mark_of
from cchc_site.publish.markdown_html import MarkdownRenderer

_AT_HAND = 200
"""How many conversions are held: a piece's page and its feeds are made at different times of a build."""


@dataclass
class Bodies:
    """Answers from `kept`, what was converted before; otherwise converts."""

    renderer: MarkdownRenderer
    kept: Mapping[str, bytes] = field(default_factory=dict)
    _at_hand: dict[str, str] = field(default_factory=dict)

    def name_of(self, page: Article | StandingPage) -> str:
        """Under which name a page's body is kept."""
        digest = page.digest if isinstance(page, Article) else ""
        return f"{self.renderer.mark}{digest or mark_of(page.body)}"

    def html(self, page: Article | StandingPage) -> str:
        """Sanitised HTML; links and pictures still carry the addresses that the editor wrote."""
        name = self.name_of(page)
        if name in self._at_hand:
            return self._at_hand[name]
        packed = self.kept.get(name)
        html = self.renderer.html(page.body) if packed is None else unpacked(packed)
        if len(self._at_hand) >= _AT_HAND:
            self._at_hand.pop(next(iter(self._at_hand)))
        self._at_hand[name] = html
        return html


def packed(html: str) -> bytes:
    """HTML as it is kept."""
    return zlib.compress(html.encode("utf-8", "surrogatepass"), 1)


def unpacked(data: bytes) -> str:
    """HTML as it was."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")
