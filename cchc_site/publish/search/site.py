"""The search files of a site: a function from the column, at an instant, to paths and bytes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from cchc_site.column import address
from cchc_site.column.column import Column
from cchc_site.publish.search.documents import SearchDocument, documents_of
from cchc_site.publish.search.extraction import Extract, extract
from cchc_site.publish.search.manifest import manifest
from cchc_site.publish.search.numbering import number
from cchc_site.publish.search.postings import gather
from cchc_site.publish.search.records import facets, record_files
from cchc_site.publish.search.script import browser_script
from cchc_site.publish.search.shards import content_name, cut, script

FOLDER = f"{address.SEARCH}tep/"
MANIFEST = f"{FOLDER}muc-luc.js"
SCRIPT = f"{FOLDER}tim-kiem.js"


def search_files(column: Column, as_of: datetime) -> dict[str, bytes]:
    """Everything search needs beside its page, by path relative to the site's root."""
    return index_files(documents_of(column, as_of)) | {SCRIPT: browser_script()}


def index_files(
    documents: Iterable[SearchDocument], extracted: Callable[[SearchDocument], Extract] = extract
) -> dict[str, bytes]:
    """The index of any documents. `extracted` may answer from a cache by `SearchDocument.text_hash`."""
    numbered = number(documents)
    with _without_collector():
        index = gather((at, extracted(document)) for at, document in numbered.documents.items())
        shards = list(cut(index.entries(), numbered.end))
    records = list(record_files(numbered))
    facet_arguments = facets(numbered)
    facet_name = content_name(facet_arguments, set())
    files = {f"{FOLDER}k/{item.name}.js": item.content for item in shards}
    files |= {f"{FOLDER}r/{item.name}.js": item.content for item in records}
    files[f"{FOLDER}f/{facet_name}.js"] = script("f", facet_name, facet_arguments)
    files[MANIFEST] = manifest(numbered, index.levels, shards, records, facet_name)
    return files


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of small lists that are all alive: looking through them for cycles would take half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
