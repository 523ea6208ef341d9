"""What a template sees of a page, whether it was made at once or only when the page is drawn."""

from __future__ import annotations

from typing import Any

from cchc_site.publish.page import Later, Page


def seen(page: Page) -> Any:
    """The page's view."""
    return page.view.make() if isinstance(page.view, Later) else page.view
