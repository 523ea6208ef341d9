"""The theme's templates, and the parts of pages that are drawn once for many pages."""

from __future__ import annotations

import re
from collections.abc import Hashable, MutableMapping, Sequence
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, Template
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Macro
from jinja2.utils import missing

from cchc_site.publish.at_hand import AtHand
from cchc_site.publish.views import SiteView

_HELD = 500
"""Parts that are held; more than are in use at a time."""
_DRAWING, _ICON = '<svg xmlns="http://www.w3.org/2000/svg"', '<svg class="ic" aria-hidden="true"'
"""How icons begin, in their files and on pages."""


class _Context(Context):
    """Calls macros and `part`, which is most of what templates call, without asking what they want to be given."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        is_macro = type(__obj) is Macro
        if not is_macro and __obj is not __self.environment.globals.get("part"):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        if is_macro and not kwargs and _takes_values_only(__obj):
            values = args + (missing,) * (__obj._argument_count - len(args))
            if len(values) == __obj._argument_count:
                return __obj._func(*values)
        return __obj(*args, **kwargs)


def _takes_values_only(macro: Any) -> bool:
    return not (macro.caller or macro.catch_kwargs or macro.catch_varargs)


class _Template(Template):
    """Looks once only whether the templates that it imports know all that it knows: all templates know the same."""

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        return super()._get_default_module()


class Theme(Environment):
    """Finds templates in folders, the first that has one counts. What a template writes is escaped by `| e` only.

    `part("parts/…html", name=value, …)` in a template gives what that file draws. It sees the site and the named values
    and nothing else of the page, so it is the same on all pages where those are, and drawn once for all of them as long
    as there is room.
    """

    context_class = _Context
    template_class = _Template

    def __init__(self, folders: Sequence[str], site: SiteView) -> None:
        # To look for constants to work out beforehand takes longer than it saves: templates of ours have none.
        super().__init__(loader=FileSystemLoader(folders), auto_reload=False, optimized=False)
        self._site = site
        self._found: dict[str, Template] = {}
        self._parts = AtHand(_HELD)
        self.filters |= {"e": escaped, "escape": escaped, "encoded": encoded, "icon": self.icon}
        self.globals = {"part": self.part, "range": range}  # each costs time on every page

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template knows of itself; without names of its own that is the same for all of them."""
        return super().make_globals(d) if d else self.globals

    def part(self, name: str, /, **given: Hashable) -> str:
        """A part of pages, drawn when it is first asked for with these values."""
        return self._parts.get((name, *given.items()), lambda: self.get_template(name).render(given, site=self._site))

    def icon(self, name: str) -> str:
        """A filter: the icon of that name. A name that the template spells out becomes the icon as it is compiled.

        Icons come from Material for MkDocs. They never carry meaning alone, so they are hidden from screen readers.
        """
        assert self.loader is not None
        drawing, _, _ = self.loader.get_source(self, f".icons/material/{name}.svg")
        return drawing.replace(_DRAWING, _ICON, 1)

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


def encoded(text: str) -> str:
    """Text within an address: what would change the address is percent-encoded.

    Letters stay as they are, a third as long: browsers encode them as they follow the link (URL Standard).
    """
    return _CHANGING.sub(_percent, text)


_CHANGING = re.compile(r"[\x00-\x7f](?<![\w.~/-])")
_ENCODED = {chr(code): quote(chr(code)) for code in range(128)}


def _percent(found: re.Match[str]) -> str:
    return _ENCODED[found.group()]
