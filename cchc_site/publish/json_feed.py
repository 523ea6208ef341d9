"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from typing import Any

from msgspec import json

from cchc_site.publish.channel import Channel, Entry

JSON_FEED_TYPE = "application/feed+json"


def json_feed(channel: Channel, base_url: str, where: str) -> bytes:
    """One document, to stand at `where` below the site's root."""
    values: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": base_url + channel.page,
        "feed_url": base_url + where,
        "description": channel.description,
        "icon": f"{base_url}assets/icon.png",
        "language": "vi",
    }
    if channel.agency:
        values["authors"] = [{"name": channel.agency}]
    values["items"] = [_item(entry, base_url) for entry in channel.entries]
    return json.format(json.encode(values), indent=1) + b"\n"


def _item(entry: Entry, base_url: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": base_url + entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html(),
        "date_published": entry.published.isoformat(timespec="seconds"),
    }
    if entry.updated > entry.published:
        item["date_modified"] = entry.updated.isoformat(timespec="seconds")
    item["authors"] = [{"name": entry.author}]
    item["tags"] = list(entry.categories)
    if entry.source is not None:
        item["external_url"] = entry.source.url
    if entry.enclosure is not None:
        file = entry.enclosure
        if file.media_type.startswith("image/"):
            item["image"] = base_url + file.address
        attachment = {"url": base_url + file.address, "mime_type": file.media_type, "size_in_bytes": file.size}
        item["attachments"] = [attachment]
    return item
