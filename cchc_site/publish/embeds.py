"""Players of other hosts: only those that the office names, and opened only when the reader asks.

In a piece, a player is an `<iframe>` as the video host gives it, or a link with the class "video". It stays a link in
the feeds. On its page it becomes a closed `<details>` with that link inside; when the reader opens it, the theme's
script puts the player in the link's place. There is no frame before that: a lazy one would be loaded at once by a
browser without scripts, as the HTML standard asks.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from html import escape, unescape
from urllib.parse import urlsplit

_FRAME = re.compile(r"<iframe\b([^<>]{0,1000})>(?:\s*</iframe\s*>)?", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(src|title)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_PARAGRAPH = re.compile(r'(?:<p>\s*)?<a\b([^>]*\bclass="video"[^>]*)>(.*?)</a>(?:\s*</p>)?', re.DOTALL)
_HREF = re.compile(r'\bhref="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")


def host_of(address: str, hosts: Collection[str]) -> str:
    """The host of a player's https address if the office allows it, otherwise nothing."""
    try:
        parts = urlsplit(address.strip())
        plain = parts.scheme == "https" and parts.username is None and parts.port is None
    except ValueError:
        return ""
    host = parts.hostname or ""
    return host if plain and host in hosts else ""


def frames_to_links(html: str, hosts: Collection[str]) -> str:
    """Allowed frames as links that survive sanitising; the others are left for it to drop."""
    if not hosts or "<iframe" not in html.lower():
        return html

    def link(match: re.Match[str]) -> str:
        values = {m[1].lower(): unescape(m[2] or m[3] or "") for m in _ATTRIBUTE.finditer(match.group(1))}
        source = values.get("src", "")
        if not host_of(source, hosts):
            return match.group()
        title = values.get("title") or "Mở video"
        return f'<p><a class="video" href="{escape(source)}">{escape(title)}</a></p>'

    return _FRAME.sub(link, html)


def links_to_players(html: str, hosts: Collection[str]) -> str:
    """Sanitised HTML with allowed video links as closed players."""
    if not hosts or 'class="video"' not in html:
        return html

    def player(match: re.Match[str]) -> str:
        href = _HREF.search(match.group(1))
        source = unescape(href.group(1)) if href else ""
        host = host_of(source, hosts)
        if not host:
            return match.group()
        title = " ".join(_TAG.sub("", match.group(2)).split()) or "Video"
        return (
            f'<details class="player"><summary>{title} (mở từ {escape(host)})</summary>'
            f'<p><a href="{escape(source)}" rel="noopener" data-player>Xem ở {escape(host)}</a></p></details>'
        )

    return _PARAGRAPH.sub(player, html)
