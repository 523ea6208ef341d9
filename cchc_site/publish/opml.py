"""OPML 2.0 (http://opml.org/spec2.opml): all feeds in one file, for a reader's “import” button."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from cchc_site.publish.channel import Channel

OPML_TYPE = "text/x-opml"


def opml(title: str, groups: Iterable[tuple[str, Iterable[tuple[Channel, str]]]], base_url: str) -> bytes:
    """Groups of (name, feeds with the address of their RSS); a group without a name stands at the top level."""
    return "\n".join(_document(title, groups, base_url)).encode() + b"\n"


def _document(title: str, groups: Iterable[tuple[str, Iterable[tuple[Channel, str]]]], base_url: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<opml version="2.0">'
    yield f"  <head><title>{escape(title)}</title></head>"
    yield "  <body>"
    for name, channels in groups:
        lines = [_outline(channel, where, base_url) for channel, where in channels]
        if not name:
            yield from lines
        elif lines:
            yield f'    <outline text="{escape(name)}">'
            yield from (f"  {line}" for line in lines)
            yield "    </outline>"
    yield "  </body>"
    yield "</opml>"


def _outline(channel: Channel, where: str, base_url: str) -> str:
    return (
        f'    <outline type="rss" version="RSS2" language="vi" text="{escape(channel.title)}" '
        f'title="{escape(channel.title)}" description="{escape(channel.description)}" '
        f'xmlUrl="{escape(base_url + where)}" htmlUrl="{escape(base_url + channel.page)}"/>'
    )
