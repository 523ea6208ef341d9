"""Atom 1.0 (RFC 4287), written by hand: feedgen gives feed and entries links of the wrong relations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html import escape

from cchc_site.publish.channel import Chain, Channel, Entry

ATOM_TYPE = "application/atom+xml"


def atom(channel: Channel, base_url: str, where: str, chain: Chain | None = None) -> bytes:
    """One document, to stand at `where` below the site's root."""
    return "\n".join(_document(channel, base_url, where, chain)).encode() + b"\n"


def _document(channel: Channel, base_url: str, where: str, chain: Chain | None) -> Iterator[str]:
    history = ' xmlns:fh="http://purl.org/syndication/history/1.0"' if chain and chain.is_archive else ""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom"{history} xml:lang="vi">'
    yield f"  <id>{_text(channel.id)}</id>"
    yield f"  <title>{_text(channel.title)}</title>"
    yield f"  <subtitle>{_text(channel.description)}</subtitle>"
    yield f"  <updated>{_instant(channel.updated)}</updated>"
    if channel.agency:
        yield f"  <author><name>{_text(channel.agency)}</name></author>"
    yield _link("self", base_url + where, ATOM_TYPE)
    yield _link("alternate", base_url + channel.page, "text/html")
    if chain is not None:
        yield from _chain(chain, base_url)
    yield f"  <icon>{_text(base_url)}assets/icon.png</icon>"
    yield "  <generator>cchc-site</generator>"
    if channel.rights:
        yield f"  <rights>{_text(channel.rights)}</rights>"
    for entry in channel.entries:
        yield from _entry(entry, base_url)
    yield "</feed>"


def _chain(chain: Chain, base_url: str) -> Iterator[str]:
    if chain.is_archive:
        yield "  <fh:archive/>"
        yield _link("current", base_url + chain.current, ATOM_TYPE)
    if chain.older is not None:
        yield _link("prev-archive", base_url + chain.older, ATOM_TYPE)
    if chain.newer is not None:
        yield _link("next-archive", base_url + chain.newer, ATOM_TYPE)


def _entry(entry: Entry, base_url: str) -> Iterator[str]:
    yield "  <entry>"
    yield f"    <id>{_text(entry.id)}</id>"
    yield f"    <title>{_text(entry.title)}</title>"
    yield f"    <published>{_instant(entry.published)}</published>"
    yield f"    <updated>{_instant(entry.updated)}</updated>"
    yield f"    <author><name>{_text(entry.author)}</name></author>"
    yield "  " + _link("alternate", base_url + entry.address, "text/html")
    if entry.source is not None:
        yield f'    <link rel="via" href="{_text(entry.source.url)}" title="{_text(entry.source.name)}"/>'
    if entry.enclosure is not None:
        file = entry.enclosure
        yield (
            f'    <link rel="enclosure" href="{_text(base_url + file.address)}" '
            f'type="{_text(file.media_type)}" length="{file.size}"/>'
        )
    for name in entry.categories:
        yield f'    <category term="{_text(name)}"/>'
    yield f"    <summary>{_text(entry.summary)}</summary>"
    yield f'    <content type="html">{_text(entry.html())}</content>'
    yield "  </entry>"


def _link(rel: str, href: str, media_type: str) -> str:
    return f'  <link rel="{rel}" href="{_text(href)}" type="{media_type}"/>'


def _text(words: str) -> str:
    return escape(words)


def _instant(moment: datetime) -> str:
    """RFC 3339, with the offset of Vietnam."""
    return moment.isoformat(timespec="seconds")
