"""Finished HTML as tests see it: links, ids, headings, and whatever could run on a reader's machine."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

ACTIVE_TAGS = frozenset(
    [
        "script",
        "style",
        "iframe",
        "frame",
        "object",
        "embed",
        "applet",
        "form",
        "input",
        "button",
        "textarea",
        "select",
        "base",
        "link",
        "meta",
        "svg",
        "math",
        "template",
        "video",
        "audio",
        "source",
        "marquee",
        "portal",
        "noscript",
    ]
)
"""What an article's text may never bring along."""
DATA = "application/ld+json"
"""A `script` of this type is data: no browser runs it."""
ADDRESS_ATTRIBUTES = frozenset(
    ["href", "src", "srcset", "action", "formaction", "poster", "data", "cite", "background", "xlink:href", "ping"]
)
_FORBIDDEN_SCHEME = re.compile(r"(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PICTURE = "data:image/png;base64,"
"""A picture within the page, which runs nothing. The pages have some; the text of an article may not."""


@dataclass
class Html(HTMLParser):
    """One document, read."""

    text: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    """The text inside `script` and `style` elements."""

    def __post_init__(self) -> None:
        super().__init__()
        self._inside = ""
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._inside = "" if ("type", DATA) in attrs else tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in ("script", "style"):
            self.inline.append(data)
        else:
            self.words.append(data)

    @property
    def prose(self) -> str:
        """The document's text with single spaces."""
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of that name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def values(self, *names: str) -> list[str]:
        """Every value of those attributes, in order."""
        return [attributes[name] for _, attributes in self.tags for name in names if name in attributes]

    def addresses(self) -> list[str]:
        """Every address that the document links to or loads."""
        return self.values("href", "src", "poster")

    def loads(self) -> list[str]:
        """Every address that a browser fetches by itself."""
        found = [a["href"] for a in self.all("link") if a.get("rel") in ("stylesheet", "preload", "icon", "manifest")]
        given = self.values("src", "srcset", "poster", "data", "background")
        return found + [address for address in given if not address.startswith(_PICTURE)]

    def active(self) -> list[str]:
        """Inline code: event handlers, style attributes, scripts and styles written into the page."""
        found = [f"<{tag} {name}>" for tag, attrs in self.tags for name in attrs if name.startswith("on")]
        found += [f"<{tag} style>" for tag, attrs in self.tags if "style" in attrs]
        found += [f"<script>{text}" for text in self.inline if text.strip()]
        return found + [
            f"<{tag} {value}>"
            for tag, value in self._addressed()
            if _FORBIDDEN_SCHEME.match(value) and not (tag == "img" and value.startswith(_PICTURE))
        ]

    def hostile(self) -> list[str]:
        """`active`, and every element that an article's text may not bring along."""
        pictures = [f"<{tag} {value}>" for tag, value in self._addressed() if value.startswith(_PICTURE)]
        return self.active() + pictures + [f"<{tag}>" for tag, _ in self.tags if tag in ACTIVE_TAGS]

    def _addressed(self) -> list[tuple[str, str]]:
        return [
            (tag, re.sub(r"[\t\n\r]|^[\x00-\x20]+", "", value))
            for tag, attributes in self.tags
            for name, value in attributes.items()
            if name in ADDRESS_ATTRIBUTES
        ]
