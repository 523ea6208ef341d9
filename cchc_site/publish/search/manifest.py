"""The one file of the index with a fixed name: where everything is, and how common the common syllables are."""

from __future__ import annotations

import json
from typing import Any

from cchc_site.publish.search.lexicon import RARE
from cchc_site.publish.search.numbering import Numbered
from cchc_site.publish.search.phrases import phrases
from cchc_site.publish.search.records import BLOCK, RecordFile
from cchc_site.publish.search.shards import Shard, front_coded, script


def manifest(
    numbered: Numbered, levels: dict[str, int], shards: list[Shard], records: list[RecordFile], facet_file: str
) -> bytes:
    """The manifest as a script, `cchcSearch("m", "", {…})`; its form is typed in `browser/manifest.js`."""
    names = {item.block: item.name for item in records}
    blocks = range(-(-numbered.end // BLOCK))
    value: dict[str, Any] = {
        "total": len(numbered.documents),
        "end": numbered.end,
        "block": BLOCK,
        "levels": [front_coded(sorted(key for key, at in levels.items() if at == level)) for level in range(RARE)],
        "keys": front_coded([shard.first for shard in shards]),
        "shards": "".join(shard.name for shard in shards),
        "records": "".join(names.get(block, "") or "------" for block in blocks),
        "facets": facet_file,
        "phrases": [["&".join(phrase.short), " ".join(phrase.full)] for phrase in phrases()],
    }
    return script("m", "", json.dumps([value], ensure_ascii=False, separators=(",", ":")))
