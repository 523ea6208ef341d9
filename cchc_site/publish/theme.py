"""The theme's templates, and the parts of pages that are drawn once for many pages."""

from __future__ import annotations

from collections.abc import Hashable, MutableMapping, Sequence
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, Template
from jinja2.filters import FILTERS, do_urlencode

from cchc_site.publish.views import SiteView


class Theme(Environment):
    """Finds templates in folders, the first that has one counts. What a template writes is escaped by `| e` only.

    `part("parts/…html", name=value, …)` in a template gives what that file draws. It sees the site and the named values
    and nothing else of the page, so it is the same on all pages where those are, and drawn once for all of them.
    """

    def __init__(self, folders: Sequence[str], site: SiteView) -> None:
        super().__init__(loader=FileSystemLoader(folders), auto_reload=False)
        self._site = site
        self._found: dict[str, Template] = {}
        self._parts: dict[tuple[Hashable, ...], str] = {}
        self.filters |= {"e": escaped, "escape": escaped, "urlencode": encoded}
        self.globals = {"part": self.part, "range": range}  # each costs time on every page

    def part(self, name: str, **given: Hashable) -> str:
        """A part of pages, drawn when it is first asked for with these values."""
        key = (name, *given.items())
        drawn = self._parts.get(key)
        if drawn is None:
            drawn = self._parts[key] = self.get_template(name).render(given, site=self._site)
        return drawn

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """A template; found once, since nothing changes while a site is built."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent)
        return found


def escaped(value: object) -> str:
    """What Jinja's `escape` gives, as plain text: most values are words with nothing to escape."""
    if type(value) is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
        return value
    return str(FILTERS["escape"](value))


def encoded(value: Any) -> str:
    """What Jinja's `urlencode` gives, quicker for a text."""
    if not isinstance(value, str):
        return do_urlencode(value)
    return "".join(map(_ENCODED.__getitem__, value.encode()))


_ENCODED = tuple(quote(bytes([byte])) for byte in range(256))
