"""The sitemap and robots.txt, for search engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape

from cchc_site.publish.page import Page


def sitemap(pages: Iterable[Page], base_url: str, changed: Mapping[str, date]) -> bytes:
    """Every page worth finding; `changed` has the true day of the last change of those that have one."""
    rows = []
    for page in pages:
        where = page.frame.address
        if page.frame.noindex:
            continue
        day = f"<lastmod>{changed[where].isoformat()}</lastmod>" if where in changed else ""
        rows.append(f"  <url><loc>{escape(base_url + where)}</loc>{day}</url>")
    body = "\n".join(sorted(rows))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}\n</urlset>\n'
    ).encode()


def robots(base_url: str) -> bytes:
    """Everything may be read."""
    return f"User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n".encode()
