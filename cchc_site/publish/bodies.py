"""Markdown bodies as sanitised HTML, each converted once for its page, the feeds and later builds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec import Struct, field

from cchc_site.column.article import Article
from cchc_site.column.column import StandingPage
from cchc_site.publish.at_hand import AtHand
from cchc_site.publish.mark import mark_of
from cchc_site.publish.markdown_html import MarkdownRenderer

_AT_HAND = 200
"""How many conversions are held: a piece's page and its feeds are made at different times of a build."""


class Bodies(Struct):
    """Answers from `kept`, what was converted before; otherwise converts."""

    renderer: MarkdownRenderer
    kept: Mapping[str, bytes] = field(default_factory=dict)
    _at_hand: AtHand = field(default_factory=partial(AtHand, _AT_HAND))

    def name_of(self, page: Article | StandingPage) -> str:
        """Under which name a page's body is kept."""
        digest = page.digest if isinstance(page, Article) else ""
        return f"{self.renderer.mark}{digest or mark_of(page.body)}"

    def html(self, page: Article | StandingPage) -> str:
        """Sanitised HTML; links and pictures still carry the addresses that the editor wrote."""
        name = self.name_of(page)
        return self._at_hand.get(name, lambda: self._kept_or_converted(name, page))

    def anew(self, page: Article | StandingPage) -> str:
        """The same of a page that is known not to be among `kept`."""
        return self._at_hand.get(self.name_of(page), lambda: self.renderer.html(page.body))

    def _kept_or_converted(self, name: str, page: Article | StandingPage) -> str:
        kept = self.kept.get(name)
        return self.renderer.html(page.body) if kept is None else unpacked(kept)


def packed(html: str) -> bytes:
    """HTML as it is kept: packing it tighter takes as long as converting it."""
    return html.encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> str:
    """HTML as it was."""
    return data.decode("utf-8", "surrogatepass")
