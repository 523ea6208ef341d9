"""The sitemap and robots.txt, for search engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from html import escape

from cchc_site.column.article import Article
from cchc_site.column.instant import day_of


def sitemap(addresses: Iterable[str], base_url: str, changed: Mapping[str, date]) -> bytes:
    """Every page worth finding, by its address; `changed` has the true day of the last change where there is one."""
    rows = []
    for where in addresses:
        day = f"<lastmod>{changed[where].isoformat()}</lastmod>" if where in changed else ""
        rows.append(f"  <url><loc>{escape(base_url + where)}</loc>{day}</url>")
    body = "\n".join(sorted(rows))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}\n</urlset>\n'
    ).encode()


def days_of_change(pieces: Iterable[Article], as_of: datetime) -> dict[str, date]:
    """The Vietnamese day of each piece's last change until then, however small, by its address."""
    return {
        piece.address: day_of(
            max([piece.updated_by(as_of), *(update.at for update in piece.updates if update.at <= as_of)])
            if piece.updates
            else piece.updated_by(as_of)
        )
        for piece in pieces
    }


def robots(base_url: str) -> bytes:
    """Everything may be read."""
    return f"User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n".encode()
