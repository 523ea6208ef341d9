"""The one file of the index with a fixed name: where everything is, and how common the common syllables are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from cchc_site.publish.search.index import Index
from cchc_site.publish.search.lexicon import RARE
from cchc_site.publish.search.phrases import phrases
from cchc_site.publish.search.records import BLOCK
from cchc_site.publish.search.shards import beginnings, front_coded, script


def manifest(index: Index, shards: Sequence[str], records: Mapping[int, str], facet_file: str) -> bytes:
    """The manifest as a script, `cchcSearch("m", "", {…})`; its form is typed in `browser/manifest.js`.

    `shards` are the names of the index's files in order, `records` those of the record files by block.
    """
    levels = index.levels
    blocks = range(-(-index.end // BLOCK))
    value: dict[str, Any] = {
        "total": len(index.placed),
        "end": index.end,
        "block": BLOCK,
        "levels": [front_coded(sorted(key for key, at in levels.items() if at == level)) for level in range(RARE)],
        "keys": front_coded(beginnings((file.first, file.last) for file in index.files)),
        "shards": "".join(shards),
        "records": "".join(records.get(block, "") or "------" for block in blocks),
        "facets": facet_file,
        "phrases": [["&".join(phrase.short), " ".join(phrase.full)] for phrase in phrases()],
    }
    return script("m", "", json.dumps([value], ensure_ascii=False, separators=(",", ":")))
