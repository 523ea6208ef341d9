"""A page as a value: where it stands, which template draws it, and what the template sees."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from cchc_site.column import address
from cchc_site.publish.linked_data import linked_data
from cchc_site.publish.mark import mark_of
from cchc_site.publish.picture_html import PROSE_SIZES
from cchc_site.publish.security_headers import page_policy
from cchc_site.publish.theme import Theme, escaped
from cchc_site.publish.views import PageFrame, SiteView


class Later(NamedTuple):
    """A view that is dear to make: equal marks stand for equal views."""

    make: Callable[[], object]
    mark: str
    is_whole: bool = False
    """Whether the mark stands for the page's frame too."""


class Page(NamedTuple):
    """One generated page."""

    template: str
    frame: PageFrame
    view: object = None
    """What the template sees of this page alone; `Later` for one that is only made when the page is drawn."""
    file: str = ""
    """The file it is written to when that is not `index.html` below its address."""

    @property
    def mark(self) -> str:
        """A name for everything that the page's own part depends on."""
        if isinstance(self.view, Later) and self.view.is_whole:
            return self.view.mark
        own = self.view.mark if isinstance(self.view, Later) else self.view
        return mark_of(self.template, self.file, self.frame, own)

    def shown(self) -> object:
        """The view itself."""
        return self.view.make() if isinstance(self.view, Later) else self.view

    @property
    def path(self) -> str:
        """The file below the site's folder."""
        return self.file or f"{self.frame.address}index.html"


def base_of(address: str) -> str:
    """The way from a page back to the site's root."""
    return "../" * address.count("/") or "./"


class Renderer(Struct, frozen=True, dict=True):
    """Draws pages with the theme's templates. `root` is the site's path on its host, for the error page."""

    theme: Theme
    site: SiteView
    preview: bool = False
    root: str = "/"

    def _shareable(self, frame: PageFrame) -> PageFrame:
        """A page without a card of its own is shared with the column's."""
        if frame.card or frame.noindex:
            return frame
        return frame._replace(card=address.SOCIAL_CARD, card_alt=f"{self.site.name}, {self.site.agency}")

    @cached_property
    def _policy(self) -> str:
        """Written out for an attribute: apostrophes may stand in one, and the policy is full of them."""
        return escaped(page_policy(self.site.frame_sources)).replace("&#39;", "'")

    @cached_property
    def _led_to(self) -> frozenset[str]:
        """The pages that the head of every page leads to: there it says so."""
        return frozenset((address.HOME, address.SEARCH, *(item.address for item in self.site.menu)))

    def context(self, frame: PageFrame, base: str | None = None, view: object = None) -> dict[str, object]:
        """What every page sees."""
        return {
            "site": self.site,
            "frame": self._shareable(frame),
            "linked_data": linked_data(self.site, frame, view),
            "policy": self._policy,
            "prose_sizes": PROSE_SIZES,
            "base": base_of(frame.address) if base is None else base,
            "here": frame.address if frame.address in self._led_to else None,
            "preview": self.preview,
        }

    def render(self, page: Page) -> bytes:
        """The page's bytes."""
        base = self.root if page.file == "404.html" else None
        view = page.shown()
        context = self.context(page.frame, base, view) | {"view": view}
        return self.theme.get_template(page.template).render(context).encode()
