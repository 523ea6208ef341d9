"""The rules of RFC 4287 (Atom), RFC 5005 (archives), RSS 2.0 and JSON Feed 1.1 that a document can break on its own."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")


def atom_faults(data: bytes) -> list[str]:
    """What breaks RFC 4287 in an Atom document; section numbers in brackets."""
    feed = ElementTree.fromstring(data)
    return [*_atom_feed(feed), *(fault for entry in feed.findall(f"{ATOM}entry") for fault in _atom_entry(entry))]


def _atom_feed(feed: ElementTree.Element) -> Iterator[str]:
    if feed.tag != f"{ATOM}feed":
        yield f"root is {feed.tag} [2]"
    yield from _exactly_one(feed, "id", "title", "updated")
    yield from _at_most_one(feed, "generator", "icon", "logo", "rights", "subtitle")
    yield from _links(feed)
    if not [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]:
        yield "no link to itself [4.1.1]"
    entries = feed.findall(f"{ATOM}entry")
    if feed.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        yield "no author [4.1.1]"
    names = Counter((entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}updated")) for entry in entries)
    yield from (f"entry {name} twice [4.1.1]" for name, count in names.items() if count > 1)
    children = list(feed)
    first = next((n for n, child in enumerate(children) if child.tag == f"{ATOM}entry"), len(children))
    yield from ("metadata after entries" for child in children[first:] if child.tag != f"{ATOM}entry")


def _atom_entry(entry: ElementTree.Element) -> Iterator[str]:
    yield from _exactly_one(entry, "id", "title", "updated")
    yield from _at_most_one(entry, "content", "published", "rights", "source", "summary")
    yield from _links(entry)
    content = entry.find(f"{ATOM}content")
    alternates = [link for link in entry.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
    if content is None and not alternates:
        yield "neither content nor a link to it [4.1.2]"
    if content is not None and (content.get("type") != "html" or len(content)):
        yield "content is not escaped HTML [4.1.3]"
    for category in entry.findall(f"{ATOM}category"):
        if not category.get("term"):
            yield "category without a term [4.2.2]"


def _exactly_one(parent: ElementTree.Element, *names: str) -> Iterator[str]:
    for name in names:
        found = parent.findall(ATOM + name)
        if len(found) != 1 or not (found[0].text or "").strip():
            yield f"{len(found)} {name} in {parent.tag} [4.1]"
    for name in ("updated", "published"):
        for element in parent.findall(ATOM + name):
            if not _RFC_3339.fullmatch(element.text or ""):
                yield f"{name} is not a date: {element.text} [3.3]"
    identity = parent.findtext(f"{ATOM}id") or ""
    if not urlsplit(identity).scheme:
        yield f"id is not an IRI: {identity} [4.2.6]"
    for person in parent.findall(f"{ATOM}author"):
        if not (person.findtext(f"{ATOM}name") or "").strip():
            yield "author without a name [3.2.1]"


def _at_most_one(parent: ElementTree.Element, *names: str) -> Iterator[str]:
    yield from (f"several {name} [4.1]" for name in names if len(parent.findall(ATOM + name)) > 1)


def _links(parent: ElementTree.Element) -> Iterator[str]:
    links = parent.findall(f"{ATOM}link")
    for link in links:
        if not urlsplit(link.get("href", "")).scheme:
            yield f"link without a whole address: {link.attrib} [4.2.7.1]"
        if link.get("type") and not _MEDIA_TYPE.fullmatch(link.get("type", "")):
            yield f"link of type {link.get('type')} [4.2.7.3]"
    kinds = Counter((link.get("rel", "alternate"), link.get("type"), link.get("hreflang")) for link in links)
    for (rel, kind, _), count in kinds.items():
        if rel in ("alternate", "self", "current", "prev-archive", "next-archive") and count > 1:
            yield f"several {rel} links of {kind} [4.1.1]"


def rss_faults(data: bytes) -> list[str]:
    """What breaks RSS 2.0 as the W3C's validator reads it."""
    root = ElementTree.fromstring(data)
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        return ["no RSS 2.0 channel"]
    faults = [f"no {name}" for name in ("title", "link", "description") if not (channel.findtext(name) or "").strip()]
    faults += [f"{name} twice" for name in ("title", "link", "description") if len(channel.findall(name)) > 1]
    guids = Counter(item.findtext("guid") for item in channel.findall("item"))
    faults += [f"guid {guid} {count} times" for guid, count in guids.items() if count > 1 or not guid]
    for item in channel.findall("item"):
        if not (item.findtext("title") or item.findtext("description")):
            faults.append("item without words")
        if parsedate_to_datetime(item.findtext("pubDate") or "").utcoffset() is None:
            faults.append("date without offset")
        if re.search(r"""(href|src)=["'](?!https?:|mailto:|tel:|#)""", item.findtext(CONTENT) or ""):
            faults.append(f"relative address in {item.findtext('guid')}")
        faults += [f"enclosure {e.attrib}" for e in item.findall("enclosure") if not _is_enclosure(e)]
    return faults


def _is_enclosure(element: ElementTree.Element) -> bool:
    length, kind = element.get("length", ""), element.get("type", "")
    return length.isdigit() and bool(_MEDIA_TYPE.fullmatch(kind)) and element.get("url", "").startswith("http")


def json_feed_faults(data: bytes) -> list[str]:
    """What breaks JSON Feed 1.1."""
    feed: dict[str, Any] = json.loads(data)
    faults = [] if feed.get("version") == "https://jsonfeed.org/version/1.1" else ["version"]
    faults += [name for name in ("title", "home_page_url", "feed_url") if not feed.get(name)]
    ids = [item.get("id") for item in feed["items"]]
    faults += ["ids"] if len(set(ids)) < len(ids) or not all(isinstance(key, str) and key for key in ids) else []
    for item in feed["items"]:
        if not (item.get("content_html") or item.get("content_text")):
            faults.append(f"{item['id']}: no content")
        faults += [
            f"{item['id']}: {name}" for name in ("url", "external_url", "image") if not _is_whole(item.get(name))
        ]
        dates = [item[name] for name in ("date_published", "date_modified") if name in item]
        faults += [f"{item['id']}: {date}" for date in dates if not _RFC_3339.fullmatch(date)]
        for file in item.get("attachments", []):
            if not (_is_whole(file["url"]) and _MEDIA_TYPE.fullmatch(file["mime_type"])):
                faults.append(f"{item['id']}: {file}")
    return faults


def _is_whole(address: str | None) -> bool:
    return address is None or address.startswith(("http://", "https://"))


def archive_links(data: bytes) -> dict[str, str]:
    """The RFC 5005 links of an RSS or Atom document by relation."""
    root = ElementTree.fromstring(data)
    rels = ("self", "current", "prev-archive", "next-archive")
    return {link.get("rel", ""): link.get("href", "") for link in root.iter(f"{ATOM}link") if link.get("rel") in rels}


def is_archive(data: bytes) -> bool:
    """Whether a document says that it is an archive document."""
    return next(ElementTree.fromstring(data).iter(f"{HISTORY}archive"), None) is not None


def entry_ids(data: bytes) -> list[str]:
    """The ids of the entries of an RSS or Atom document, in its order."""
    root = ElementTree.fromstring(data)
    rss = [item.findtext("guid") or "" for item in root.iter("item")]
    return rss or [entry.findtext(f"{ATOM}id") or "" for entry in root.iter(f"{ATOM}entry")]
