"""Turning the addresses that editors write into the site's own, relative on pages and absolute in feeds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from html import escape, unescape

from cchc_site.column.links import LinkKind, LinkMap, Target
from cchc_site.publish.pictures import is_picture

# nh3 writes attributes in one canonical form, double-quoted and escaped, so a pattern is enough here.
_LINK = re.compile(r'<a\b([^>]*?) href="([^"]*)"([^>]*)>')
_PICTURE = re.compile(r'<img\b([^>]*?)src="([^"]*)"([^>]*)>')


Draw = Callable[[str, str], str]
"""Makes the element of a picture from its path in the content folder and the other attributes that it was given."""


def rewrite_links(
    html: str, from_file: str, links: LinkMap, prefix: str, as_of: datetime, here: str = "", draw: Draw | None = None
) -> str:
    """`prefix` stands before every address of the site: "../../" on a page, the site's address in a feed.

    `here` is the page's own address where the text is read away from it, so that "#muc" still leads to the page.
    `draw` makes the pictures, when they are published otherwise than they lie in the content folder.
    A link to a piece that citizens cannot see yet keeps its words and loses its link.
    """

    def link(match: re.Match[str]) -> str:
        before, href, after = match.groups()
        target = links.resolve(unescape(href), from_file)
        if target.kind is LinkKind.EXTERNAL:
            return f'<a{before} href="{href}" rel="noopener"{after}>'
        if target.kind is LinkKind.SAME_PAGE:
            return f'<a{before} href="{escape(here)}{href}"{after}>'
        if not _is_visible(target, as_of):
            return f"<a{before}{after}>"
        return f'<a{before} href="{escape(prefix + target.address)}"{after}>'

    def picture(match: re.Match[str]) -> str:
        before, src, after = match.groups()
        target = links.resolve(unescape(src), from_file)
        if target.kind is not LinkKind.ASSET:
            return ""
        if draw is not None and is_picture(target.address):
            return draw(target.address, f"{before}{after}")
        return f'<img{before}src="{escape(prefix + target.address)}" loading="lazy"{after}>'

    return _sub(_PICTURE, picture, _sub(_LINK, link, html))


def _sub(pattern: re.Pattern[str], function: Callable[[re.Match[str]], str], html: str) -> str:
    return pattern.sub(function, html)


def _is_visible(target: Target, as_of: datetime) -> bool:
    if target.kind is LinkKind.ARTICLE:
        return target.article is not None and target.article.is_public(as_of)
    return target.kind in (LinkKind.PAGE, LinkKind.ASSET)
