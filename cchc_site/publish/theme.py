"""The theme's templates, and the parts of pages that are drawn once for many pages."""

from __future__ import annotations

from collections.abc import Hashable, MutableMapping, Sequence
from typing import Any
from urllib.parse import quote

from jinja2 import BytecodeCache, Environment, FileSystemLoader, Template
from jinja2.bccache import Bucket
from jinja2.filters import FILTERS, do_urlencode

from cchc_site.publish.views import SiteView


class Theme(Environment):
    """Finds templates in folders, the first that has one counts. What a template writes is escaped by `| e` only.

    `part("parts/…html", name=value, …)` in a template gives what that file draws. It sees the site and the named values
    and nothing else of the page, so it is the same on all pages where those are, and drawn once for all of them.
    """

    def __init__(
        self, folders: Sequence[str], site: SiteView, compiled: MutableMapping[str, bytes] | None = None
    ) -> None:
        """`compiled` remembers templates as Python's byte code, which takes longer to make than ten pages."""
        super().__init__(
            loader=FileSystemLoader(folders),
            auto_reload=False,
            bytecode_cache=None if compiled is None else _Compiled(compiled),
        )
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


class _Compiled(BytecodeCache):
    """Byte code by the template's name; Jinja looks whether the template still is what it was made from."""

    def __init__(self, kept: MutableMapping[str, bytes]) -> None:
        self._kept = kept

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Not the place of the file: a project that is moved forgets nothing and leaves nothing behind."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if there is something for it."""
        code = self._kept.get(bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


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
