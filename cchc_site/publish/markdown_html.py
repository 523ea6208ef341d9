"""Markdown to safe HTML: a pure function of the text and the extensions' configuration.

Everything an editor can write passes an allow-list, so an article can never bring a script, a handler or a foreign
frame onto the site or into the feeds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

import nh3
from markdown import Markdown

from cchc_site.publish.embeds import frames_to_links
from cchc_site.publish.mark import mark_of
from cchc_site.publish.plain_markdown import PlainMarkdown, is_known
from cchc_site.vietnamese.slug import slug

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "div",
    "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li",
    "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "id", "lang", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "details": {"open"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML may hold; an entity such as `&#7;` brings them in. Replaced, not removed: what an allow-list
saw apart must not grow together."""
HEADING_PREFIX = "muc-"
"""Keeps the ids of an article's headings apart from the ids of the page around it."""
_OWN_ID = re.compile(f"{HEADING_PREFIX}|fn:|fnref")
"""Ids that are the article's own already: its headings and its footnotes."""


def heading_id(text: str, separator: str = "-") -> str:
    """The id of a heading: without diacritics, so that a link to it can be typed anywhere."""
    return HEADING_PREFIX + (slug(text).replace("-", separator) or "phan")


class MarkdownRenderer:
    """Converts articles one after another with one configuration; keeps no state between them."""

    def __init__(
        self, extensions: Sequence[str | Any], configs: Mapping[str, Mapping[str, Any]], video_hosts: Sequence[str] = ()
    ) -> None:
        settings = {name: dict(options) for name, options in configs.items()}
        settings.setdefault("toc", {})["slugify"] = heading_id
        self._video_hosts = tuple(video_hosts)
        self.mark = mark_of(list(map(str, extensions)), configs, tuple(video_hosts))
        """A name for the configuration."""
        self._markdown = Markdown(extensions=list(extensions), extension_configs=settings)
        self._plain = PlainMarkdown(self.whole, heading_id) if is_known(extensions, configs) else None

    def html(self, text: str) -> str:
        """Sanitised HTML; links and pictures still carry the addresses that the editor wrote."""
        html = self._plain.html(text) if self._plain else None
        return self.whole(text) if html is None else html

    def whole(self, text: str) -> str:
        """The same, by the library alone."""
        return sanitise(frames_to_links(self._markdown.reset().convert(text), self._video_hosts))


def _own_ids(tag: str, attribute: str, value: str) -> str:
    """Ids that an article makes, and links to them, stay apart from the ids of the page around it."""
    if attribute == "id":
        return value if _OWN_ID.match(value) else HEADING_PREFIX + value
    if tag == "a" and attribute == "href" and value.startswith("#") and len(value) > 1:
        return value if _OWN_ID.match(value[1:]) else f"#{HEADING_PREFIX}{value[1:]}"
    return value


def sanitise(html: str) -> str:
    """HTML with nothing but the allowed tags, attributes and address schemes; the page's only h1 stays its title."""
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_own_ids,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return re.sub(r"<(/?)h1\b", r"<\1h2", _NOT_XML.sub("\ufffd", clean))


def scrollable_tables(html: str) -> str:
    """Every table in a frame that scrolls by itself on a narrow screen and that a keyboard can reach.

    For pages only: a feed reader has its own way with tables.
    """
    numbers = count(1)
    framed = re.sub(
        r"<table\b",
        lambda _: f'<div class="table-scroll" role="region" aria-label="Bảng {next(numbers)}" tabindex="0"><table',
        html,
    )
    return framed.replace("</table>", "</table></div>")
