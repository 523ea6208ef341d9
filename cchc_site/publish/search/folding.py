"""When two spellings are one word: bare syllables, and what their diacritics were.

`browser/text.js` does exactly the same to a query; `tests/publish/search/folding_vectors.json` holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from cchc_site.vietnamese.text import fold, loose, nfc

LONGEST: Final = 24
"""Characters of a token that matter; what is longer is no word."""

_TOKEN: Final = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_TONES: Final = {"\u0300": 1, "\u0301": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5}
_MARKS: Final = {"\u0302": 6, "\u0306": 12, "\u031b": 12}
_D_WITH_STROKE: Final = 18


def tokens(text: str) -> list[str]:
    """The words of a text, in order, in NFC and as they were written."""
    return _TOKEN.findall(_INVISIBLE.sub("", nfc(text)))


@lru_cache(maxsize=1 << 17)
def bare(token: str) -> str:
    """The token without case, diacritics and the choice between i and y; empty when it is no word for search.

    Characters beyond the Basic Multilingual Plane are left out because browsers sort them differently.
    """
    if max(token, default="") > "\uffff":
        return ""
    return loose(fold(token)[:LONGEST])


@lru_cache(maxsize=1 << 17)
def accent(token: str) -> int:
    """What `bare` took away, as one number: tone + 6 for a circumflex, 12 for a horn or breve + 18 for đ.

    It does not depend on where the tone was placed, so hòa and hoà are equal here too.
    """
    tone, mark = 0, 0
    decomposed = unicodedata.normalize("NFD", token.lower())
    for char in decomposed:
        tone = _TONES.get(char, tone)
        mark = _MARKS.get(char, mark)
    return tone + mark + (_D_WITH_STROKE if "đ" in decomposed else 0)
