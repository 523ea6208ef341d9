"""Writes `folding_vectors.json`: `python -m tests.publish.search.build_vectors`, after a change of the folding."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from cchc_site.publish.search.folding import accent, bare, tokens

FILE = Path(__file__).with_name("folding_vectors.json")
TEXTS = (
    "Đổi mới, hòa bình và hoà bình; thủy lợi, thuỷ lợi",
    "kỹ thuật, kĩ thuật, quý, quí, Mỹ, Mĩ, city, thúy, ngày, uyên",
    unicodedata.normalize("NFD", "Nghị quyết số 76/NQ-CP của Chính phủ về cải cách hành chính"),
    "KẾ HOẠCH 37/KH-UBND – LĐ-TB&XH",
    "Covid-19 i\u00adPhone\u200b 14 Pro_Max 1.234.567,89 đ",
    "Ðắk Lắk, ɖ, ﬁ, ß, İstanbul, ΣΊΣΥΦΟΣ, 日本 100㎡ Ⅳ ½ x̂y \U0001d400bc 👍🏽 مرحبا",
    "a" * 60,
    "",
)


def vectors() -> list[dict[str, object]]:
    """Texts with what Python makes of them."""
    return [
        {
            "text": text,
            "tokens": tokens(text),
            "bare": [*map(bare, tokens(text))],
            "accent": [*map(accent, tokens(text))],
        }
        for text in TEXTS
    ]


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors(), indent=1) + "\n", encoding="utf-8")
