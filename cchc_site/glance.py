"""A preview's first look at changed pieces: their own pages, before the whole column is built again.

The build that follows makes the same pages from everything there is, so a glance may leave out what it cannot be
certain of: new and vanished files, other addresses, files that cannot be read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from cchc_site.assembly import Assembly
from cchc_site.column.article import Article
from cchc_site.content.page_file import read_each


def glance(last: Assembly, content: Path, changed: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The pages of changed pieces, path below the site's folder and bytes, with all else as the last build found it.

    `changed` are files anywhere; those that are no pieces of the last build are left to the next one.
    """
    column = last.inspection.column
    places = {article.file: place for place, article in enumerate(column.articles)}
    articles = list(column.articles)
    found: list[Article] = []
    for file in sorted({os.path.relpath(path, content).replace(os.sep, "/") for path in changed} & places.keys()):
        before, [reading] = articles[places[file]], list(read_each(content, [file]))
        now = reading.article
        if now is not None and now.digest != before.digest and now.address == before.address:
            articles[places[file]] = now
            found.append(now)
    if not found:
        return
    inspection = replace(last.inspection, column=replace(column, articles=tuple(articles)))
    assembly = Assembly(inspection, last.settings)
    for article in found:
        page = assembly.article_file(article)
        yield page.path, page.make()
