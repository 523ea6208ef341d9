"""An item of RSS 2.0 as text, letter by letter what feedgen and lxml write of it.

They take most of the time that feeds need, and the same few elements are in every item. What is in any way uncommon is
left to them; a test compares.
"""

from __future__ import annotations

import re
from email.utils import format_datetime
from html import escape

from cchc_site.publish.channel import Entry

_UNCOMMON = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What no XML may hold, or what is written otherwise than it is read."""
_UNCOMMON_IN_ATTRIBUTES = re.compile("[\t\n]")


def plain_item(entry: Entry, base_url: str) -> str | None:
    """The item with the white space around it, or nothing when only the library knows how to write it."""
    html = entry.html()
    words = [entry.id, entry.title, base_url + entry.address, entry.summary, html, entry.author, *entry.categories]
    in_attributes = ["-"]
    if entry.source is not None:
        words.append(entry.source.name)
        in_attributes.append(entry.source.url)
    if entry.enclosure is not None:
        in_attributes += [base_url + entry.enclosure.address, entry.enclosure.media_type]
    if not all(words) or not all(in_attributes) or "]]>" in html:
        return None
    attributes = "".join(in_attributes)
    if _UNCOMMON.search("".join(words)) or _UNCOMMON.search(attributes) or _UNCOMMON_IN_ATTRIBUTES.search(attributes):
        return None
    return _written(entry, base_url, html)


def _written(entry: Entry, base_url: str, html: str) -> str:
    lines = [
        "    <item>",
        f"<title>{_text(entry.title)}</title>",
        f"<link>{_text(base_url + entry.address)}</link>",
        f"<description>{_text(entry.summary)}</description>",
        f"<content:encoded><![CDATA[{html}]]></content:encoded>",
        f'<guid isPermaLink="false">{_text(entry.id)}</guid>',
        *(f"<category>{_text(name)}</category>" for name in entry.categories),
    ]
    if entry.enclosure is not None:
        file = entry.enclosure
        where = _attribute(base_url + file.address)
        lines.append(f'<enclosure url="{where}" length="{file.size}" type="{_attribute(file.media_type)}"/>')
    lines.append(f"<pubDate>{format_datetime(entry.published)}</pubDate>")
    if entry.source is not None:
        lines.append(f'<source url="{_attribute(entry.source.url)}">{_text(entry.source.name)}</source>')
    lines.append(f"<dc:creator>{_text(entry.author)}</dc:creator>")
    if entry.updated > entry.published:
        lines.append(f"<atom:updated>{entry.updated.isoformat(timespec='seconds')}</atom:updated>")
    return "\n      ".join(lines) + "\n    </item>\n"


def _text(words: str) -> str:
    return escape(words, quote=False)


def _attribute(words: str) -> str:
    return escape(words, quote=False).replace('"', "&quot;")
